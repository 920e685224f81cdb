# case.jq -- what scripts/case knows of a ledger: its entries folded to cases,
# days that are counted, and a case put into the words of a letter.

# Entries to an array of cases, in the order they were opened.
def fold: reduce .[] as $e ({};
  if $e.case == null then .
  elif $e.do == "opened" then .[$e.case] = {case: $e.case, state: "opened",
    keys: $e.acts, known: $e.known, report_by: $e.report_by,
    due: $e.due, due_other: $e.due_other, level: $e.level,
    opened: $e.seq, asked: false, history: [$e]}
  elif .[$e.case] == null then .
  elif $e.do == "looked" or $e.do == "purged" then .[$e.case].history += [$e]
  else .[$e.case] |= (.asked = (.asked or $e.do == "notified")
    | .state = (if $e.do != "reopened" then $e.do
        elif .asked then "notified" else "opened" end) | .history += [$e]
    | (if $e.due then .due = $e.due | .due_other = $e.due_other else . end)
    | .answer = ($e.kind // .answer)
    | .outcome = (if $e.do == "closed" then $e.outcome
        elif $e.do == "appealed" then null
        else .outcome end) | .to = ($e.to // .to))
  end) | [.[]] | sort_by(.opened);

# Of a report in JSON: the acts that begin with one of $keys, and who acted.
def opening($keys):
  def named: .handle? // .name? // .id?;
  [.cases[] | . as $person | .activities as $activities | .acts | to_entries[] |
    select(.value.key | . as $key | any($keys[]; . as $k | $key | startswith($k))) |
    $activities[.key] as $act | .value + {person: $person,
      account: $act.actor.handle, account_id: $act.actor.id,
      platform: $act.platform, url: $act.object.url, published: $act.published,
      deed: (if $act.type == "Create" and $act.object.in_reply_to then "Reply"
        else $act.type end),
      author: ($act.object.author | named),
      replied: ($act.object.in_reply_to.author? | named),
      words: ([$act.object.name, $act.object.content | strings] |
        if . == [] then null else join("\n") end),
      origin: $act.origin,
      against: [$act.score.guards[]? | {text, quote}],
      findings: [$act.score.findings[]? | {rule, item, title, law}]}] |
  {people: (map(.person.employee) | unique),
   person: (.[0].person | {employee, name, unit, category}),
   found: (map(.key) | unique), acts: map(del(.person))};

# day arithmetic: working days after a day, holidays left out
def number: (. + "T00:00:00Z" | fromdate) / 86400 | floor;
def day: . * 86400 | todate | .[:10];
def free($holidays): ((. + 4) % 7) as $w | $w == 0 or $w == 6 or
  (day as $d | $holidays | index($d) != null);
def after($n; $working; $holidays): number as $from |
  if $working | not then $from + $n | day
  else {d: $from, n: 0} | until(.n == $n; .d += 1 |
    if .d | free($holidays) then . else .n += 1 end) | .d | day end;

# Of a case with its content: the template $t, put into $frame, with every
# {{name}} replaced.  Every value goes through @html; what a template does not know stays empty.
# {{#name}}...{{/name}} stays where there is a value, {{^name}}...{{/name}} where
# there is none.
def letter($frame; $t; $lang; $day; $zone; $office; $style; $sum; $words):
  def both: if type == "object" then .[$lang] // .id // "" else . // "" end;
  def month: {"id": ["Januari","Februari","Maret","April","Mei","Juni","Juli",
    "Agustus","September","Oktober","November","Desember"], "en": ["January",
    "February","March","April","May","June","July","August","September",
    "October","November","December"]}[$lang][. - 1];
  def offset: if . == "Z" then 0 else ((.[1:3] | tonumber) * 3600 +
    (.[4:6] | tonumber) * 60) * (if .[:1] == "-" then -1 else 1 end) end;
  def here: if test("T") then capture("^(?<t>.{19})[.0-9]*(?<z>Z|[+-]..:..)$") |
    (.t + "Z" | fromdate) - (.z | offset) + ($zone | offset) | todate else . end;
  def date: if . == null then "" else here | .[:10] | split("-") | map(tonumber) |
    "\(.[2]) \(.[1] | month) \(.[0])" end;
  def law: [.findings[].law[]? | "\(.instrument | both), \(.article | both)"] |
    unique | map("<li>\(@html)</li>") | add // "";
  ($words[$lang] // $words.id) as {$ui, $names} |
  def said($key; $with): $ui[$key] | gsub("\\{(?<n>[0-9])\\}"; $with[.n | tonumber]);
  # "Liked on Mastodon"
  def deed: (.platform | if . then $names.platform[.] // . else . end) as $at |
    $names.deed[.deed // ""] as $did |
    if $did and $at then said("act_heading"; [$did, $at]) else $did // $at end;
  # Whose words they are, if not their own; what speaks against it.
  def whose: [if .replied then said("replies_to"; [.replied]) else empty end,
    if .author then said("by_author"; [.author]) else empty end] |
    map("<p class=\"when\">\(@html)</p>") | add // "";
  def against: if .against then "<p><strong>\($ui.against):</strong> " + ([.against[] |
    [(.text | both), (.quote | strings | "“\(.)”")] | join(" ") | @html] |
    join($ui.separator) | if . == "" then $ui.against_none else . end) + "</p>"
    else "" end;
  def choose($v): . as $before | gsub("\\{\\{(?<w>[#^])(?<k>[a-z_]+)\\}\\}(?<t>.*?)\\{\\{/\\k<k>\\}\\}";
    if ((.w == "#") == (($v[.k] // "") != "")) then .t else "" end; "m")
    | if . == $before then . else choose($v) end;
  . as $c | $office as $o |
  (first(.content[] | select(.person)) // {}) as $open |
  (.content | map({(.seq | tostring): .}) | add // {}) as $text |
  ([.history[] | select(.do == "answered")] | last) as $a |
  ([.history[] | select(.do == "closed")] | last) as $d |
  {office: $o.name, contact: ($o.contact // "" | sub("^mailto:"; "")),
   today: ($day | date), case: .case, name: ($open.person.name //
   $open.person.employee // ""), employee: ($open.person.employee // ""),
   unit: ($open.person.unit // ""), category: ($open.person.category // ""),
   known: (.known | date), due: (.due | date),
   notified: (([.history[] | select(.do == "notified")] | last).time | date),
   answered: ($a.time | date), answer: ({accident: {id: "tidak sengaja", en:
     "it was an accident"}, hijacked: {id: "akun diambil alih atau dipakai orang lain",
     en: "the account was taken over or used by somebody else"},
     "not-mine": {id: "bukan akun saya", en: "it is not my account"},
     allowed: {id: "diperbolehkan", en: "it was allowed"}, misquoted: {id:
     "salah kutip", en: "quoted wrongly"}, admitted: {id: "mengakui", en:
     "admitted"}}[$a.kind // ""] // {} | both),
   answer_text: ($text[$a.seq // 0 | tostring].text // ""),
   decided: ($d.time | date), why: ($text[$d.seq // 0 | tostring].why // ""),
   recipient: (first($o.recipients[]? | select(.id == $d.to) | .name) // "")}
   | with_entries(.value |= @html) |
   .acts = ([$open.acts[]? | "<li><p class=\"when\">" +
     ([(.published | date | if . == "" then $ui.act_undated else . end), deed, .account |
     select(. // "" != "") | @html] | join(" · ")) + "</p>" + whose +
     "<blockquote>\(.words // "" | @html)</blockquote>" +
     "<p>" + ([(.url | strings | @html), (.origin.sha256 |
     if . then "<code>SHA-256 \(@html)</code>" else
     "\($ui.captured) \($ui.handed_in)" | @html end)] | join("<br>")) + "</p>" + "<p>" + ([.findings[] | "\(.item // .rule | @html): " +
     (.title | both | @html)] | join("<br>")) + "</p><ul>" + law + "</ul>" + against + "</li>"]
     | add // "")
   | .style = $style | .style_digest = $sum
   | .title = ($t | capture("<h1>(?<h>.*?)</h1>").h // "")
   | . as $v | $frame | sub("\\{\\{body\\}\\}"; $t) | choose($v) | gsub("\\{\\{(?<k>[a-z_]+)\\}\\}"; $v[.k] // "");
