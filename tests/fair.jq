# The examples of a pack's rules (input: rules.json) as acts about each
# candidate of a contest: `said`, in words that the lexicon has for their cues
# and by what the candidate is known by, for match to read; or `told`, as the
# records that match would write.  An example without a phase of its own is of
# the first day of the campaign, or of the first as a would-be candidate; and
# each stands a second time without a date.
#
# --slurpfile contest FILE --slurpfile lexicon FILE --arg way said|told
def contests: $contest[0] | if type == "array" then .[] else . end;
def word: . as $cue | first($lexicon[0].cues[] | select(.id == $cue) | .words[0]) // "";
def name($c):
	if . == "person" then $c.people[0].name
	elif . == "number" then "nomor urut \($c.number)"
	elif . == "account" then "@\($c.accounts[0].handle // "")"
	elif . == "ticket" then $c.ticket
	else $c[. + "s"][0] end // "";
def from($contest; $phase): first($contest.phases[] | select(.id == $phase) | .from);
def day($contest; $c):
	if .phase then from($contest; .phase)
	elif .towards == "would-be" then [$contest.candidates[].would_be_from] | max
	else from($contest; "campaign") end;
def object:
	{type: (.object // "Note")} +
	(if .attachments then {attachments: [.attachments[] | {type: .}]} else {} end) +
	([.has[]? | {(.): {}}] | add // {});
def signs($list; $at; f):
	$list | to_entries | map({field: "object.content", how: "exact", text: "example",
	    at: ([$at + .key * 8, $at + .key * 8 + 7])} + (.value | f));
def told($c):
	(.cues // []) as $cues |
	(if .spouse then {who: {spouse_of: $c.id, on_leave: (.spouse == "on_leave")}} else {} end) +
	{cues: signs($cues; 0; {id: .}),
	 targets: (signs(.targets // []; $cues | length * 8; {id: $c.id, kind: .}) +
	    [.how[]? | {id: $c.id, kind: "account", field: "object", how: .}])};
[.rules[], .permitted[] | .examples | .match[], .not[]] as $examples |
contests as $contest | $contest.candidates[] as $c | $examples[] |
(if $way == "said" then select(.how | not) else . end) |
{schema: "activity/1", type: (.type // "Create"), published: "\(day($contest; $c))T12:00:00+07:00",
 object: (object + if $way == "said" then {content: ([.cues[]? | word] + [.targets[]? | name($c)] | join(" "))} else {} end)} +
(if $way == "told" then {of: $c.id, match: told($c)} else {} end) |
., del(.published)
