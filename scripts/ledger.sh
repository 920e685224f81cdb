# ledger.sh -- the ledger of an office: adding to it, and is it what it was?
#
# Read by scripts/case.  Of its caller it needs say, usage_error and fail, the
# variables office, ledger, private, tmp, now, by and bin, and one lock():
# after that append() may be called any number of times.
#
# One entry is three writes, each on disk before the next: its personal
# content, the entry, the signed checkpoint.  Whatever a crash leaves of them,
# mend() brings back to a state that somebody was told of.

sum_of_line() { tail -n 1 "$1" | head -c -1 | sha256sum | cut -c 1-64; }

# The ledger but for what is being written, or never was: as far as it is signed.
whole() {
	[ ! -e "$ledger" ] || head -n "$(newest 2 || wc -l <"$ledger")" "$ledger"
}

# newest FIELD: of the last whole checkpoint; status 1 if there is none.
newest() {
	[ -s "$signed" ] && head -n "$(wc -l <"$signed")" "$signed" | tail -n 1 |
	    cut -d ' ' -f "$1" | grep .
}

is_torn() { # FILE: has its last line no end?
	[ -s "$1" ] && [ "$(tail -c 1 "$1" | od -An -tx1)" != " 0a" ]
}

# --- writing -----------------------------------------------------------------

# The key comes last: where it is, all is.
keys() {
	[ -f "$office/ledger.key" ] && return
	[ ! -s "$ledger" ] || fail "$office/ledger.key is gone: without it" \
	    "nothing can be added that verifies"
	key=$office/ledger.key.tmp
	openssl genpkey -algorithm ed25519 -out "$key" 2>/dev/null &&
	    openssl pkey -in "$key" -pubout -out "$office/ledger.pub" \
	        2>/dev/null && sync "$key" "$office/ledger.pub" &&
	    mv "$key" "$office/ledger.key" && sync "$office" ||
	    fail "openssl could not make a key in $office"
	say "made $office/ledger.key: keep a copy where this machine is not"
}

# shorten FILE WHAT: but for its last line, which was never promised to anybody.
shorten() {
	truncate -s $(($(wc -c <"$1") - $(tail -n 1 "$1" | wc -c))) "$1" &&
	    sync "$1" || fail "$1: could not write"
	say "the last line of $1 $2: it is taken off"
}

# What a crash left of a step: half a line, an entry that was not signed.
mend_lines() {
	! is_torn "$ledger" || tail -n 1 "$ledger" >>"$ledger.unfinished"
	for f in "$ledger" "$signed" "$private"; do
		! is_torn "$f" || shorten "$f" "was not whole"
	done
	[ -s "$ledger" ] || return 0
	n=$(newest 2 || echo 0)
	case $(($(wc -l <"$ledger") - n)) in
	1)	tail -n 1 "$ledger" >>"$ledger.unfinished"
		shorten "$ledger" "was not signed" ;;
	-* | 0)	;;
	*)	fail "entries behind $n are not signed: 'netral case verify'" ;;
	esac
}

# replace FILE: by standard input, whole or not at all.
replace() {
	cat >"$1.tmp" && sync "$1.tmp" && mv "$1.tmp" "$1" &&
	    sync "$office" || fail "$1: could not write"
}

# What is personal: words whose entry a crash prevented, and words that a
# purge had noted and not yet destroyed.
mend_private() {
	[ -s "$private" ] || return 0
	purged=$(whole | jq -cs 'map(select(.do == "purged") |
	    {(.case): .seq}) | add // {}') && jq -cr --argjson last "$seq" --argjson purged \
	    "$purged" 'if .seq > $last then "early" elif .seq <
	    ($purged[.case // "-"] // 0) then "gone" else empty end' \
	    "$private" | sort | uniq -c >"$tmp/mend" ||
	    fail "$private: a line is no JSON: 'netral case verify'"
	[ -s "$tmp/mend" ] || return 0
	set -- $(awk '$2 == "early" { print $1 }' "$tmp/mend")
	[ "${1:-0}" -le 1 ] || fail "$private has words of $1 entries that are" \
	    "not in the ledger: 'netral case verify'"
	jq -c --argjson last "$seq" --argjson purged "$purged" 'select(.seq <=
	    $last and .seq > ($purged[.case // "-"] // 0))' "$private" |
	    replace "$private"
}

sign() { # N SUM
	printf 'netral-ledger/1 %s %s %s\n' "$1" "$2" "$now" >"$tmp/note"
	openssl pkeyutl -sign -rawin -inkey "$office/ledger.key" \
	    -in "$tmp/note" -out "$tmp/sig" 2>/dev/null ||
	    fail "openssl could not sign"
	printf '%s %s\n' "$(head -c -1 "$tmp/note")" \
	    "$(base64 -w 0 "$tmp/sig")" >>"$signed" && sync "$signed" ||
	    fail "$signed: could not write"
}

lock() {
	[ -z "${locked-}" ] || return 0
	exec 9>>"$office/.ledger.lock"
	flock -w 60 9 || fail "somebody else holds $office/.ledger.lock"
	locked=yes
	[ ! -s "$ledger" ] || keys # a new one waits until there is something to sign
	mend_lines
	prev=$(printf '%064d' 0) seq=0 last=
	if [ -s "$ledger" ]; then
		prev=$(sum_of_line "$ledger")
		set -- $(tail -n 1 "$ledger" | jq -r '.seq, .time')
		seq=$1 last=$2
	fi
	[ "$(newest 2 || echo 0)" = "$seq" ] &&
	    { [ "$seq" = 0 ] || [ "$(newest 3)" = "$prev" ]; } ||
		fail "the ledger is not what was signed: 'netral case verify'"
	mend_private
	! [ "$now" \< "$last" ] || fail "the clock says $now, but the last" \
	    "entry is of $last"
}

unlock() {
	exec 9>&-
	locked=
}

# append DO CASE PUBLIC PRIVATE: one entry; PUBLIC and PRIVATE are JSON objects
append() {
	keys
	content=null
	seq=$((seq + 1))
	if [ "$4" != '{}' ]; then
		jq -cn --argjson p "$4" --arg n "$(openssl rand -hex 32)" \
		    --argjson seq "$seq" --arg case "$2" \
		    '{nonce: $n, seq: $seq, case: $case} + $p' >"$tmp/private"
		content=\"$(sum_of_line "$tmp/private")\"
		cat "$tmp/private" >>"$private" && sync "$private" ||
		    fail "$private: could not write"
	fi
	jq -cn --argjson seq "$seq" --arg prev "$prev" --arg time "$now" \
	    --arg by "$by" --arg do "$1" --arg case "$2" --argjson more "$3" \
	    --argjson content "$content" '{seq: $seq, prev: $prev, time: $time,
	    by: $by, do: $do, case: $case} + $more +
	    if $content then {content: $content} else {} end |
	    del(.[] | select(. == null))' >"$tmp/entry"
	cat "$tmp/entry" >>"$ledger" && sync "$ledger" ||
	    fail "$ledger: could not write"
	prev=$(sum_of_line "$ledger")
	sign "$seq" "$prev"
}

# --- verifying ---------------------------------------------------------------

signed_by_us() { # FILE: its last whole line; what was signed is in $tmp/note
	head -n "$(wc -l <"$1")" "$1" | tail -n 1 >"$tmp/line"
	sed 's/ [^ ]*$//' "$tmp/line" >"$tmp/note"
	sed 's/.* //' "$tmp/line" | base64 -d >"$tmp/sig" 2>/dev/null &&
	    openssl pkeyutl -verify -rawin -pubin -inkey "$office/ledger.pub" \
	        -in "$tmp/note" -sigfile "$tmp/sig" >/dev/null 2>&1
}

# chain WORD [OPTION]...: run the verifier in C; its first finding is printed.
chain() {
	word=$1
	shift
	if "$bin/netral-report" --verify --ledger "$ledger" --signed "$signed" \
	    "$@" >"$tmp/said" 2>&1
	then echo "$word OK"
	else sed 's/^netral-report: //' "$tmp/said"; bad=1
	fi
}

# Does each entry's content stand where it should, and nothing else?
contents() {
	: >"$tmp/have"
	[ ! -s "$private" ] || while IFS= read -r line; do
		printf '%s' "$line" | sha256sum | cut -c 1-64
	done <"$private" >"$tmp/have"
	! is_torn "$private" || { bad=1
	    echo "content UNFINISHED: the last line has no end"; }
	jq -rs --rawfile have "$tmp/have" '
	    ($have | split("\n") | map(select(. != "") | {(.): 1}) | add // {})
	      as $h |
	    (map(select(.content) | {(.content): 1}) | add // {}) as $e |
	    (map(select(.do == "purged") | {(.case): .seq}) | add // {}) as $p |
	    (.[] | select(.content and ($h[.content] | not) and
	      .seq > ($p[.case] // 0)) | "lost \(.seq)"),
	    ($h | keys[] | select($e[.] | not) | "strange"),
	    (.[] | select(.content and $h[.content] and .seq < ($p[.case] // 0))
	      | "kept \(.seq)")' "$ledger" >"$tmp/odd"
	of() { sed -n "s/^$1 //p" "$tmp/odd" | tr '\n' ' ' | sed 's/ $//'; }
	[ -s "$tmp/odd" ] || echo "content OK $(wc -l <"$tmp/have") lines," \
	    "$(grep -c '"do":"purged"' "$ledger" || :) purges"
	[ ! -s "$tmp/odd" ] || bad=1
	[ -z "$(of lost)" ] || echo "content FORGED or MISSING: of entries" \
	    "$(of lost)"
	! grep -q '^strange' "$tmp/odd" || echo "content FORGED:" \
	    "$(grep -c '^strange' "$tmp/odd") lines that no entry knows"
	[ -z "$(of kept)" ] || echo "content UNFINISHED: a purge, of entries" \
	    "$(of kept); the next step ends it"
}

# Two signed checkpoints for one number of entries: the key holder made both.
fork() {
	set -- $(tail -n 1 "$pin")
	grep "^netral-ledger/1 $2 " "$signed" >"$tmp/same" || return 0
	set -- "$2" "$3" $(tail -n 1 "$tmp/same")
	[ "$2" = "$5" ] || ! signed_by_us "$pin" || ! signed_by_us "$tmp/same" || {
		echo "FORK: two signed checkpoints of $1 entries:"
		tail -q -n 1 "$pin" "$tmp/same"
		bad=1
	}
}

verify_signature() {
	if signed_by_us "$signed"; then
		echo "signed OK by key $(openssl pkey -pubin -in \
		    "$office/ledger.pub" -outform DER | sha256sum | cut -c 1-16)"
	else
		echo "FORGED: the newest checkpoint is not signed by ledger.pub"
		bad=1
	fi
	! is_torn "$signed" || { bad=1
	    echo "UNFINISHED: the last line of $signed has no end"; }
}
