# deadline.sh -- by when a step is due, as deadlines.json and holidays.csv say.
#
# Of its caller it needs office, share, usage_error and fail.

# office_day TIME: the day it is then where the office is; sets zone, day.
office_day() {
	zone=$(jq -r '.time_zone // "+07:00"' "$office/office.json") ||
	    usage_error "$office/office.json: no JSON"
	case $zone in	# POSIX counts west
	+*)	day=-${zone#+} ;;
	-*)	day=+${zone#-} ;;
	*)	day=0 ;;
	esac
	day=$(TZ=LOC$day date -d "$1" +%Y-%m-%d)
}

holidays() {
	if [ -f "$office/holidays.csv" ]; then
		cut -d, -f1 <"$office/holidays.csv" | tr -d '\r"' |
		    grep -E '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' || :
	fi | jq -Rs 'split("\n") | map(select(. != ""))'
}

# deadline WHAT FROM: the day WHAT is due, counted from the day FROM.  Where
# sources disagree ("also") it is the earlier one, and the later one follows.
deadline() {
	file=$share/templates/deadlines.json
	[ ! -f "$office/deadlines.json" ] || file=$office/deadlines.json
	contest_kind=
	[ ! -f "$office/contest.json" ] ||
		contest_kind=$(jq -r '[.] | flatten | .[0].kind // ""' \
		    "$office/contest.json")
	jq -L "$share/templates" -er --arg kind "$contest_kind" --arg what "$1" \
	    --arg from "$2" --argjson holidays "$(holidays)" 'include "case";
	    (.[$kind] // (del(.note) | .[keys_unsorted[0]]))[$what] |
	    [., .also] | map(select(.) | . as $r | $from |
	      after($r.days; $r.working; $holidays)) | unique | join(" ")' \
	    "$file" || fail "$file: no deadline '$1' for $contest_kind"
}
