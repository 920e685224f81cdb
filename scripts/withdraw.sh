# withdraw.sh -- "not my account": the row of accounts.csv, and what follows.
#
# Read by scripts/case.

# "Not my account": it was never declared, from its first day on.  (A report of
# the public may not say on which platform: then the handle decides.)  The table
# comes before the entry: whoever is stopped between them answers again.
withdraw() {
	table=$office/accounts.csv withdrawn=
	[ -f "$table" ] || return 0
	content_of opened "$case" | jq -r '.person.employee as $p | .acts[] |
	    [$p, .platform // "", .account_id // "", .account // ""] |
	    join("\u0001")' >"$tmp/accounts"
	awk -F, -v OFS=, -v list="$tmp/accounts" -v done="$tmp/done" '
	function cell(s) { gsub(/^ *"?|"? *\r?$/, "", s); return s }
	BEGIN { while ((getline line < list) > 0) { split(line, a, "\001")
	    if (a[3] != "") mine[a[1] "," a[2] ",i" a[3]] = 1
	    if (a[4] != "") { sub(/^@/, "", a[4]); mine[a[1] "," a[2] ",h" tolower(a[4])] = 1 } } }
	NR == 1 { for (i = 1; i <= NF; i++) at[cell($i)] = i; n = NF
	    w = at["withdrawn_on"]; d = at["declared_on"]
	    if (!w || !d) exit 1
	    print; next }
	{ handle = tolower(cell($at["handle"])); sub(/^@/, "", handle)
	  key = cell($at["owner"]) "," cell($at["platform"]) ","
	  if (NF == n && ((key "i" cell($at["account_id"])) in mine ||
	      (key "h" handle) in mine ||
	      (cell($at["owner"]) ",,h" handle) in mine)) {
	    day = cell($d); if (day == "") day = "1970-01-01"
	    $w = day; if (cell($d) == "") $d = day
	    print cell($at["platform"]) " " handle " from " day >done
	    hit++ }
	  print }
	END { exit !hit }' "$table" >"$tmp/table" || {
		say "$table: could not set withdrawn_on by itself; do it by hand"
		return 0
	}
	cmp -s "$tmp/table" "$table" || replace "$table" <"$tmp/table"
	withdrawn=yes
}

# Say what was done, and judge again what is kept.
withdrawn() {
	[ "$withdrawn" ] || return 0
	append withdrawn - "{\"of\":\"$case\"}" '{}'
	sed 's/^/withdrawn, as if never declared: /' "$tmp/done"
	other_cases
	unlock # run notes in the ledger what it prints
	if "$(script run)" -d "$office" --again --now "$now" >"$tmp/said" 2>&1 ||
	    [ $? = 1 ]; then
		sed '1s/^/reported again: /; q' "$tmp/said"
	else
		say "the page is still the old one: $(head -n 1 "$tmp/said")"
	fi
}

# Open cases that stand on an account of this one.
other_cases() {
	cases 'map(select(.state != "closed" and .case != $c) | .case) as $open |
	    ($p | map(select(.acts)) | map({(.case): [.acts[] |
	      [.platform, .account_id // .account]]}) | add) as $of |
	    $open[] | select(any($of[.][]?; . as $a | $of[$c] | index([$a])))' \
	    -r --arg c "$case" --slurpfile p "$private" |
	    sed "s/.*/still open, on the same account: case &/"
}
