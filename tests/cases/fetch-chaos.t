# An answer that ends at any of its bytes is no answer; a whole one is.
$ $B/http/chaos 'for n in $(seq 1 3 280); do echo $CHAOS/cut/$n $CHAOS/reset/$n; done | xargs netral-fetch -q --parallel 16 --per-host 16 --tries 1 --state $T/s --allow-local -s mastodon >$T/out; jq -r "select(.state) | .state" $T/out | sort | uniq -c | awk "{ print \$2 }"; jq -c "select(.json) | .json | length" $T/out | sort -u; jq -r "select(.state == \"ok\").account.url" $T/out | grep -c "cut/[0-9]*$" | awk "{ print (\$1 > 0) }"; netral-fetch --verify $T/s/warc/* | head -n 1 | grep -o ": good:"'
> ok
> transient
> 2
> 1
> : good:

# What never ends, ends: bodies, chunks, headers, interim answers, slow bytes.
# A newer libcurl counts the headers of interim answers and ends them sooner.
$ $B/http/chaos 'netral-fetch -q --parallel 6 --per-host 6 --tries 1 --timeout 2 --allow-local -s mastodon $CHAOS/hundred $CHAOS/slow/20 $CHAOS/slow/100 >$T/a; netral-fetch -q --parallel 3 --per-host 3 --tries 1 --timeout 50 --allow-local -s mastodon $CHAOS/endless $CHAOS/chunks $CHAOS/heads | cat - $T/a | jq -r "[.account.url, .state] | @tsv" | sed "s/.*:[0-9]*//; s/hundred\tformat_drift/hundred\ttransient/" | sort'
> /chunks	format_drift
> /endless	format_drift
> /heads	format_drift
> /hundred	transient
> /slow/100	transient
> /slow/20	transient

# Who says nothing more is left, and that is said: by the state, to people, in the coverage; others go on.
$ cp -R tests/http/office $T/o; jq '.language = "id"' tests/http/office/office.json >$T/o/office.json; $B/http/chaos 'netral-fetch -d $T/o --parallel 3 --per-host 3 --tries 1 --idle 1 --allow-local -s mastodon $CHAOS/stall/0 $CHAOS/stall/30 $CHAOS/cut/999 2>$T/err | jq -c "select(.state) | [(.account.url | sub(\"^.*:[0-9]*\"; \"\")), .state, .requests, .items, .detail]" | sort; grep -v -c stall $T/err; sed "s/http.*stall/stall/" $T/err; netral-fetch --verify $T/o/state/warc/* | grep -o ": good:"; zcat $T/o/state/warc/* | grep -a ^WARC-Truncated | tr -d "\r"'
> ["/cut/999","ok",1,2,null]
> ["/stall/0","transient",1,null,"silent for 1 s"]
> ["/stall/30","transient",1,null,"silent for 1 s"]
> 3
> netral-fetch: mastodon stall/0: gangguan sementara (transient): tidak ada jawaban selama 1 dtk
> netral-fetch: mastodon stall/30: gangguan sementara (transient): tidak ada jawaban selama 1 dtk
> netral-fetch: gangguan sementara (transient): jalankan lagi nanti
> netral-fetch: 3 akun: 1 terbaca, 2 gangguan sementara (transient); 3 permintaan
> netral-fetch: tidak terlihat seluruhnya: 2 dari 3 akun; itu bukan "tidak ada temuan"
> : good:
> WARC-Truncated: time

# A header that looks like a status line is a header: the evidence keeps what came before it.
$ $B/http/chaos 'netral-fetch -q --state $T/s --allow-local -s mastodon $CHAOS/twice | jq -r "select(.json) | .status"'; zcat $T/s/warc/* | tr -d '\r' | grep -a -e ^HTTP/ -e ^X-A
> 200
> HTTP/1.1 200 OK
> X-A: b
> HTTP/9: 404 Gone

# Who answers with more than there is room for, in whatever way, is lost alone: others go on.
# A newer libcurl finds the first one odd sooner: HTTP/2 on a connection without.
$ mkdir $T/sources; jq '.source = "other" | .resolve.handle = "http://{host}/id" | .platforms = ["other"]' cmd/fetch/sources/mastodon.json >$T/sources/other.json; cp cmd/fetch/sources/mastodon.json $T/sources; export NETRAL_SHARE=$T; $B/http/chaos 'netral-fetch -q --parallel 1 --state $T/s --tries 1 --allow-local -s mastodon $CHAOS/status $CHAOS/links/3 $CHAOS/cut/999; netral-fetch -q --state $T/s --tries 1 --allow-local -s other a@$CUT' | jq -r 'select(.state) | [.state, .detail] | @tsv' | sed 's/transient\tWeird server reply/format_drift\tthe headers are longer than 65536 bytes/'
> format_drift	the headers are longer than 65536 bytes
> format_drift	what it answers needs too much memory
> ok	
> format_drift	what it answers needs too much memory

# Lengths and chunks that lie.
$ $B/http/chaos 'netral-fetch -q --parallel 1 --tries 1 --timeout 3 --allow-local -s mastodon $CHAOS/short $CHAOS/more $CHAOS/badchunk $CHAOS/twochunk $CHAOS/nul | jq -r "[.account.url, .state] | @tsv" | sed "s/.*:[0-9]*//"'
> /short	format_drift
> /more	transient
> /badchunk	transient
> /twochunk	transient
> /nul	transient

# A storm of 429 is waited out, if it may be; else it is left for later.
$ $B/http/chaos 'netral-fetch -q --tries 5 --allow-local -s mastodon $CHAOS/storm/2 | jq -c "select(.state) | [.state, .requests]"; netral-fetch -q --max-wait 0 --allow-local -s mastodon $CHAOS/storm/99 | jq -c "select(.state) | [.state, .requests]"'
> ["ok",3]
> ["rate_limited",1]

# What finds no answer is asked again a little later, as often as it may be; what was cut is kept as evidence, too.
$ $B/http/chaos 'netral-fetch -q --tries 1 --allow-local -s mastodon $CHAOS/later/1 | jq -c "select(.state) | [.state, .requests]"; netral-fetch -q --state $T/s --tries 2 --allow-local -s mastodon $CHAOS/later/2 | jq -c "select(.state) | [.state, .requests]"; zcat $T/s/warc/* | grep -a -c "^WARC-Type: request"'
> ["transient",1]
> ["ok",2]
> 2

# Noise is no answer, and costs nobody else.
$ $B/http/chaos 'netral-fetch -q --parallel 4 --tries 1 --timeout 3 --state $T/s --allow-local -s mastodon $(seq 1 20 | sed "s|^|$CHAOS/noise/|") $CHAOS/cut/9999 | jq -r "select(.state) | .state" | sort | uniq -c; netral-fetch --verify $T/s/warc/* | head -n 1 | grep -o ": good:"'
>      20 format_drift
>       1 ok
> : good:

# On a terminal a bar says how far it is and who has to be waited for; elsewhere nothing does.
% needs script
$ $B/http/chaos 'TERM=xterm script -qec "netral-fetch --allow-local -s mastodon $CHAOS/storm/2 -o /dev/null" /dev/null' >$T/tty </dev/null; tr '\r' '\n' <$T/tty | grep -a -o -m 1 '\[\.*\] 0/1 accounts, waiting for 127.0.0.1 1 s'; tail -c 40 $T/tty | tr -d '\r' | tail -n 1; $B/http/chaos 'netral-fetch --allow-local -s mastodon $CHAOS/storm/2 -o /dev/null 2>&1' | grep -c waiting; $B/http/chaos 'TERM=dumb script -qec "netral-fetch --allow-local -s mastodon $CHAOS/storm/2 -o /dev/null" /dev/null' </dev/null | grep -c waiting
> [....................] 0/1 accounts, waiting for 127.0.0.1 1 s
> ch: 1 account: 1 collected; 3 requests
> 0
> 0
? 1

# Without a terminal --progress prints lines, every ten seconds or as --every says, in the office's language.
$ cp -R tests/http/office $T/o; jq '.language = "id"' tests/http/office/office.json >$T/o/office.json; $B/http/chaos 'ask() { netral-fetch --progress --every 0 --parallel 1 --allow-local $2 -s mastodon $CHAOS/cut/999 $CHAOS/storm/$1 2>&1 >/dev/null | sed -n "s# [0-9.]*/\(s\|dtk\),##; s/\(about\|kira\) [0-9]*/\1 N/; /^[^ ]* 0/p; /2.*\(waiting\|menunggu\)/p" | sort -u; }; ask 1; ask 3 "-d $T/o"; netral-fetch --progress --allow-local -s mastodon $CHAOS/cut/999 2>&1 >/dev/null | grep -c "0/1"'
> netral-fetch: 0/2 accounts, 0 requests
> netral-fetch: 1/2 accounts, waiting for 127.0.0.1 1 s, about N s left, 1 request
> netral-fetch: 0/2 akun, 0 permintaan
> netral-fetch: 1/2 akun, menunggu 127.0.0.1 1 dtk, sisa kira-kira N dtk, 1 permintaan
> 0
? 1

# HTTP/2 with TLS: many questions on a few connections, the same lines, good evidence that says h2.
% needs nginx openssl
$ tests/http/nginx 'ask() { netral-fetch -q --parallel 20 --per-host 1 --ca $CA --allow-local -s mastodon $(seq 1 40 | sed "s|^|$1/statuses-3?|") | jq -cS "select(.json) | [.sha256, .json]" | sort -u; }; ask $TLS >$T/h2; ask $URL | cmp - $T/h2; netral-fetch -q --state $T/s --ca $CA --allow-local -s mastodon $TLS/statuses-3 $TLS/zip.json $TLS/large | jq -c "select(.state) | [.state, .items]"; zcat $T/s/warc/* | grep -a ^WARC-Protocol | tr -d "\r" | sort | uniq -c; netral-fetch --verify $T/s/warc/* | grep -c good'
> ["ok",0]
> ["ok",2]
> ["format_drift",null]
>       3 WARC-Protocol: h2
> 1

# A server that nobody vouches for is not believed.
% needs nginx openssl
$ tests/http/nginx 'netral-fetch -q --tries 1 --allow-local -s mastodon $TLS/statuses-3 | jq -r .state'; netral-fetch -q --ca /dev/null --allow-local https://127.0.0.1:1/ | jq -r .state
> transient
> transient

# TLS that is cut anywhere, in its beginning, within a record, or with nothing said at the end, gives no answer; the whole answer is one.
% needs nginx openssl
$ tests/http/nginx 'export CUT_PORT=${TLS##*:}; $B/http/chaos "for n in \$(seq 1 80); do echo https://\$CUT/statuses-3?\$n; done | xargs netral-fetch -q --parallel 4 --per-host 4 --tries 1 --ca $CA --allow-local -s mastodon >$T/out"; jq -r "select(.state) | .state" $T/out | sort | uniq -c | awk "{ print \$2 }"; jq -c "select(.json) | .sha256" $T/out | sort -u | wc -l'
> ok
> transient
> 1

# The same without TLS and without a length: a body that ends early is not the whole one.
% needs nginx
$ tests/http/nginx 'export CUT_PORT=${URL##*:}; $B/http/chaos "for n in \$(seq 1 20); do echo \$CHAOS/chunked?\$n; done | xargs netral-fetch -q --parallel 4 --per-host 4 --tries 1 --allow-local -s mastodon >$T/out"; jq -r "select(.state) | .state" $T/out | sort | uniq -c | awk "{ print \$2 }"; jq -c "select(.json) | .json[0].id" $T/out | sort -u'
> ok
> transient
> "7"
