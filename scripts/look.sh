# look.sh -- what shows a case, or somebody's name: lists, pages, letters.
#
# Read by scripts/case.  Each look at a name is an entry of the ledger before
# anything is printed.

looked() { # CASE WHAT [MORE]: MORE is JSON, what else the entry says
	need_why
	lock
	append looked "$1" "$(jq -cn --arg w "$2" --argjson m "${3:-{\}}" \
	    '{what: $w} + $m')" "$(text_json)"
}

whole_case() { # CASE: JSON
	[ -f "$private" ] || : >>"$private"
	cases 'map(select(.case == $c))[0] | (.history | map({(.seq | tostring):
	    .}) | add) as $h | .content = ($p | map(select(.case == $c) |
	    del(.nonce, .case)))' -c --arg c "$1" --slurpfile p "$private"
}

# What netral report is about to print with names.
case_printed() {
	looked - report "$(jq -cn --arg s "${1-}" '$s | fromjson |
	    {format, audience, cases}')"
}

case_list() {
	[ -z "$names" ] || looked - list
	[ -f "$private" ] || : >>"$private" 2>/dev/null || :
	set -- --argjson all "${all:-false}" --argjson names "${names:-false}"
	if [ -f "$private" ]; then
		set -- "$@" --slurpfile p "$private"
	else
		set -- "$@" --argjson p '[]'
	fi
	cases 'map(select($all or .state != "closed")) | sort_by(.due, .case)[] |
	    . as $c | [.case, .state, .outcome // .answer // "-",
	    if .state == "closed" then "-" else .due end, .level] +
	    if $names then [first($p[] | select(.case == $c.case and .person) |
	      .person.name // .person.employee) // "-"] else [] end | @tsv' \
	    -r "$@" | awk -F'\t' '{ line[NR] = $0
	    for (i = 1; i <= NF; i++) if (length($i) > w[i]) w[i] = length($i) }
	    END { for (n = 1; n <= NR; n++) { m = split(line[n], c, "\t")
	      for (i = 1; i < m; i++) printf "%-" (w[i] + 2) "s", c[i]
	      print c[m] } }'
}

case_show() {
	find_case "${1-}"
	looked "$case" show
	whole_case "$case" | jq -r '
	    (.content | map({(.seq | tostring): .}) | add // {}) as $c |
	    (first(.content[] | select(.person)) // {}) as $o |
	    "case \(.case): \(.state)\(if .outcome then ", " + .outcome else "" end)",
	    "known \(.known), report by \(.report_by), due \(.due)" +
	      if .due_other then " (other counting: \(.due_other))" else "" end,
	    "\($o.person.name // "-") (\($o.person.employee // "-")), \($o.person.unit // "-")",
	    ($o.acts // [] | .[] | "", "  \(.published // "-")  \([.deed, .url // .id] |
	        map(strings) | join("  "))",
	      (.author | strings | "  words of \(.)"),
	      "  \(.words // "" | gsub("\\s+"; " "))",
	      "  item \([.findings[].item] | unique | join(", ")); captured \(.origin.captured // "-"); sha256 \(.origin.sha256 // "-")"),
	    "", (.history[] | . as $e | "\(.time)  \(.by)  \(.do)" +
	      ([.kind, .outcome, .to, .what] | map(select(.)) | map(" " + .) | add // "") +
	      ($c[.seq | tostring] | [.text, .why] | map(select(.)) |
	        if length > 0 then ": " + join(" / ") else "" end))'
}

# The page of the employee concerned: the same facts, and the rights.
case_page() {
	find_case "${1-}"
	scored=$office/state/scored.ndjson.gz
	[ -f "$scored" ] || usage_error "page: nothing is kept to show:" \
	    "'netral run' first"
	looked "$case" page
	: "${lang:=$(jq -r '.language // "id"' "$office/office.json")}"
	"$bin/netral-report" -d "$office" --now "$now" -q -f html --lang "$lang" \
	    --audience subject --subject "$(content_of opened "$case" |
	    jq -r '.person.employee')" "$scored" ||
	    fail "page: netral-report could not write it"
}

case_export() {
	find_case "${1-}"
	looked "$case" export
	whole_case "$case" | jq .
}

case_letter() {
	find_case "${1-}"
	case $kind in
	invitation | record | dismissal | referral) ;;
	*)	usage_error "letter: --kind is invitation, record, dismissal" \
		    "or referral" ;;
	esac
	: "${lang:=$(jq -r '.language // "id"' "$office/office.json")}"
	template "$kind.$lang.html"
	file=$found
	case $(head -c 9 "$file") in # an office's own may be a whole page
	'<!DOCTYPE') frame=$file ;;
	*)	template "frame.$lang.html"
		frame=$found ;;
	esac
	template letter.css
	style=$found
	[ "$kind" != dismissal ] || [ "$outcome" = dismissed ] ||
	    usage_error "case $case is not dismissed"
	[ "$kind" != referral ] || [ "$outcome" = referred ] ||
	    usage_error "case $case is not referred"
	[ "$kind" != record ] || [ "$(cases 'map(select(.case == $c and .answer))
	    | length' -r --arg c "$case")" != 0 ] || usage_error "case $case:" \
	    "nobody has answered: there is nothing to record"
	looked "$case" "letter $kind"
	whole_case "$case" | ask -r --rawfile t "$file" --rawfile frame "$frame" \
	    --arg lang "$lang" --arg day "$today" --arg zone "$zone" --slurpfile office "$office/office.json" \
	    --rawfile style "$style" --slurpfile words "$share/templates/text.json" \
	    --arg sum "$(openssl dgst -sha256 -binary "$style" | base64)" \
	    'include "case"; letter($frame; $t; $lang; $day; $zone; $office[0]; $style; $sum; $words[0])'
}

# template NAME: where it is, in $found; the office's own before ours.
template() {
	found=$office/letters/$1
	[ -f "$found" ] || found=$share/templates/letters/$1
	[ -f "$found" ] || usage_error "no template $1"
}
