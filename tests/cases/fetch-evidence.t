# Every record of the evidence is right, and another tool says so, too.
% needs nginx
$ tests/http/nginx 'netral-fetch -q --parallel 1 --state $T/s --allow-local --now 2024-12-18T02:00:00Z -s mastodon $URL/statuses $URL/chunked $URL/none >/dev/null; cd $T/s/warc; netral-fetch --verify *; ! command -v warcio >/dev/null || warcio check *'
> netral-20241218020000-00001.warc.gz: good: 18 records, 18 with digests that are right
> This shows that the bytes are those that were digested when the file was written.
> It does not show: who wrote it, that the clock was right, that no record at the end of the newest file and no newer file is missing, or that bytes and digests were not changed together. Keep copies elsewhere, or have it stamped.

# The evidence of a run gives its lines again, byte for byte.
% needs nginx
$ tests/http/nginx 'netral-fetch -q --parallel 3 --state $T/s --allow-local -s mastodon $URL/statuses $URL/chunked $URL/zip.json $URL/none -o $T/out; netral-fetch --from $T/s/warc/*.warc.gz | cmp - $T/out'

# A capture names its evidence: there stands the answer, as it went over the wire.
% needs nginx
$ tests/http/nginx 'netral-fetch -q --state $T/s --allow-local --now 2024-12-18T02:00:00Z -s mastodon $URL/zip.json | jq -r "select(.warc) | .warc.file, .warc.offset, .sha256" | { read -r file; read -r at; read -r sum; tail -c +$((at + 1)) $T/s/warc/$file | zcat 2>/dev/null | sed "/^WARC-Type: metadata/,\$d" | grep -a -E "^(WARC-Type|WARC-IP|Content-Encoding)" | tr -d "\r"; sha256sum <tests/http/www/statuses | grep -c $sum; }'
> WARC-Type: response
> WARC-IP-Address: 127.0.0.1
> Content-Encoding: gzip
> 1

# Bytes that are others: said, with the place.
% needs nginx
$ tests/http/nginx 'netral-fetch -q --parallel 1 --state $T/s --allow-local --now 2024-12-18T02:00:00Z -s mastodon $URL/statuses >/dev/null'; cd $T/s/warc; for n in 30 100 800 2000; do cp *.gz $T/one.warc.gz; printf '\001\002' | dd of=$T/one.warc.gz bs=1 seek=$n conv=notrunc 2>/dev/null; netral-fetch --verify $T/one.warc.gz | grep -c DAMAGED; head -c $n *.gz >$T/cut.warc.gz; netral-fetch --verify $T/cut.warc.gz | grep -c DAMAGED; done; echo x >$T/x.warc.gz; netral-fetch --verify $T/x.warc.gz | head -n 1; : >$T/empty.warc.gz; netral-fetch --verify $T/empty.warc.gz | head -n 1
> 3
> 3
> 3
> 3
> 3
> 3
> 3
> 3
> $T/x.warc.gz: byte 0: DAMAGED: gzip: incorrect header check
> $T/empty.warc.gz: DAMAGED: 0 records, 0 with digests that are right

# The certificates of a server are kept once, with what was agreed on; without trust there is no answer.
% needs nginx jq openssl
$ tests/http/nginx 'netral-fetch -q --parallel 1 --ca $CA --state $T/s --allow-local -s mastodon $SECURE/a $SECURE/b | jq -r "select(.state) | [.state, .detail] | @tsv"; zcat $T/s/warc/* | grep -a connection/1 | tr -d "\r" >$T/c; wc -l <$T/c; jq -r "[.host, .ip, .tls, (.certificates | length)] | @tsv" $T/c | sed "s, / X25519.*PublicKey,,"; jq -r ".certificates[0]" $T/c | openssl x509 -noout -fingerprint >$T/f; openssl x509 -noout -fingerprint -in $CA | cmp - $T/f; netral-fetch --verify $T/s/warc/* | grep -c ": good"; netral-fetch -q --tries 1 --allow-local -s mastodon $SECURE/a | jq -r ".state, .detail"'
> ok	no item has a date
> ok	no item has a date
> 1
> 127.0.0.1	127.0.0.1	TLSv1.3 / TLS_AES_256_GCM_SHA384	1
> 1
> transient
> SSL peer certificate or SSH remote key was not OK

# A bit is found wherever it changes: also in the header of a gzip member, and
# in the bits of a block that mean nothing.
% needs nginx
$ tests/http/nginx 'netral-fetch -q --parallel 1 --state $T/s --allow-local --now 2024-12-18T02:00:00Z -s mastodon $URL/changing >/dev/null'; cd $T/s/warc; f=$(echo *); mkdir $T/m; n=$(wc -c <$f); i=0; while [ $i -lt $n ]; do cp $f $T/m/$i; printf "\\$(printf %o $(($(od -An -tu1 -j $i -N 1 $f) ^ 1 << i % 8)))" | dd of=$T/m/$i bs=1 seek=$i conv=notrunc 2>/dev/null; i=$((i + (i < 40 ? 1 : 11))); done; ls $T/m | wc -l | awk '{ print ($1 > 300) }'; netral-fetch --verify $T/m/* | grep -c ': good:'; netral-fetch --verify $T/m/4 $T/m/9 | sed '/^This/,$d'
> 1
> 0
> $T/m/4: byte 0: DAMAGED: the header of its gzip member is not the one that was written
> $T/m/4: DAMAGED: 5 records, 5 with digests that are right, 1 wrong
> $T/m/9: byte 0: DAMAGED: the header of its gzip member is not the one that was written
> $T/m/9: DAMAGED: 5 records, 5 with digests that are right, 1 wrong

# Each file names the one before it: one that was changed or that is missing is named.
% needs nginx
$ tests/http/nginx 'for i in 1 2 3; do netral-fetch -q --parallel 1 --state $T/s --allow-local --now 2024-12-18T02:00:00Z -s mastodon $URL/none >/dev/null; done'; cd $T/s/warc; netral-fetch --verify * | sed '/^This/,$d'; echo; mv *1.warc.gz $T; netral-fetch --verify * | sed '/^This/,$d'; mv $T/*1.warc.gz .; cp *3.warc.gz $T; mv *2.warc.gz $T; netral-fetch --verify * | sed '/^This/,$d'; cp *1.warc.gz netral-20241218020000-00002.warc.gz; netral-fetch --verify *3.warc.gz | sed '/^This/,$d'
> netral-20241218020000-00001.warc.gz: good: 4 records, 4 with digests that are right
> netral-20241218020000-00002.warc.gz: good: 4 records, 4 with digests that are right; it follows netral-20241218020000-00001.warc.gz, which is unchanged
> netral-20241218020000-00003.warc.gz: good: 4 records, 4 with digests that are right; it follows netral-20241218020000-00002.warc.gz, which is unchanged
>
> netral-20241218020000-00002.warc.gz: the file before it, netral-20241218020000-00001.warc.gz, is missing: purged, lost or elsewhere; NOT CHECKED
> netral-20241218020000-00002.warc.gz: good: 4 records, 4 with digests that are right
> netral-20241218020000-00003.warc.gz: good: 4 records, 4 with digests that are right; it follows netral-20241218020000-00002.warc.gz, which is unchanged
> netral-20241218020000-00001.warc.gz: good: 4 records, 4 with digests that are right
> netral-20241218020000-00003.warc.gz: byte 0: DAMAGED: the file before it, netral-20241218020000-00002.warc.gz, is missing
> netral-20241218020000-00003.warc.gz: DAMAGED: 4 records, 4 with digests that are right, 1 wrong
> netral-20241218020000-00003.warc.gz: byte 0: DAMAGED: the file before it, netral-20241218020000-00002.warc.gz, is not the one that it followed
> netral-20241218020000-00003.warc.gz: DAMAGED: 4 records, 4 with digests that are right, 1 wrong

# What was changed between two runs is found: the later file names the digest
# with which the one before it was written, not the one that it has by then.
% needs nginx
$ tests/http/nginx 'ask() { netral-fetch -q --parallel 1 --state $T/s --allow-local --now 2024-12-18T02:00:00Z -s mastodon $URL/none >/dev/null; }; ask; ask; printf x | dd of=$T/s/warc/netral-20241218020000-00002.warc.gz bs=1 seek=700 conv=notrunc 2>/dev/null; ask'; cd $T/s/warc; for f in *; do sha256sum $f; done >$T/sums; zcat *2.warc.gz 2>/dev/null | tr -d '\r' | sed -n 's/^netral-before: sha256:\([^ ]*\) /\1  /p' | cmp - $T/sums 2>&1 | grep -c EOF; netral-fetch --verify *3.warc.gz | sed '/^This/,$d'
> 1
> netral-20241218020000-00003.warc.gz: byte 0: DAMAGED: the file before it, netral-20241218020000-00002.warc.gz, is not the one that it followed
> netral-20241218020000-00003.warc.gz: DAMAGED: 4 records, 4 with digests that are right, 1 wrong

# A record that was packed anew is found by its digest, whichever it is.
$ record() { printf 'WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:x:1>\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n' "$1" "$2" ${#3} "$3" | gzip; }; sum=$(printf hello | sha256sum | cut -c 1-64); d="WARC-Block-Digest: sha256:$sum$(printf '\r\nx')"; d=${d%x}; { record warcinfo "$d" hello; record metadata "$d" hello; record metadata "$d" hallo; record metadata "" hello; record response "" hello; } >$T/a.warc.gz; netral-fetch --verify $T/a.warc.gz | sed 's/byte [0-9]*/byte N/;/^This/,$d'
> $T/a.warc.gz: byte N: DAMAGED: its block is not what was digested
> $T/a.warc.gz: byte N: DAMAGED: no headers of HTTP
> $T/a.warc.gz: DAMAGED: 5 records, 2 with digests that are right, 1 without digest: NOT CHECKED, 3 packed by another program or version: how was NOT CHECKED, 2 wrong

# A file that is not there is a failure, not evidence that is damaged.
$ netral-fetch --verify $T/none.warc.gz
! netral-fetch: $T/none.warc.gz: No such file or directory
? 3

# What was cut when it was received is kept, and marked.
% needs nginx
$ tests/http/nginx 'netral-fetch -q --parallel 1 --tries 1 --state $T/s --allow-local -s mastodon $URL/large >/dev/null; zcat $T/s/warc/* | grep -a ^WARC-Truncated | tr -d "\r"; netral-fetch --verify $T/s/warc/* | grep -c "1 marked as cut"'
> WARC-Truncated: length
> 1

# Nothing new: one question, no capture; a new tag replaces the old one.
% needs nginx
$ tests/http/nginx 'ask() { netral-fetch -q --state $T/s --allow-local -s mastodon $URL/changing | jq -c "select(.state) | [.state, .requests, .detail]"; }; ask; ask; echo "[{\"id\":\"1\"}]" >${LOG%/*}/changing; ask; ask'
> ["ok",1,null]
> ["unchanged",1,"HTTP 304"]
> ["ok",1,"no item has a date"]
> ["unchanged",1,"HTTP 304"]

# "Unchanged" is a revisit: it names the record of what is unchanged, and its date.
% needs nginx
$ cat >$T/run <<'END'
$ ask() { netral-fetch -q --state $T/s --allow-local -s mastodon $URL/changing >/dev/null; }
$ one() { zcat "$(ls -d $T/s/warc/* | sed -n "$1p")" | tr -d '\r' | awk -v t="$2" '/^WARC\/1.1/ { n++ } { r[n] = r[n] $0 "\n" } END { for (i in r) if (r[i] ~ "WARC-Type: " t "\n") printf "%s", r[i] }'; }
$ ask; ask; ask
$ one 2 revisit | grep -E '^(WARC-(Type|Profile|Payload.*):|HTTP)'
$ for n in 2 3; do one $n revisit | sed -n 's/^WARC-Refers-To: //p'; done | sort -u >$T/a; one 1 response | sed -n 's/^WARC-Record-ID: //p' | cmp - $T/a
$ one 2 revisit | sed -n 's/^WARC-Refers-To-Date: //p' >$T/a; one 1 response | sed -n 's/^WARC-Date: //p' | cmp - $T/a
$ one 2 revisit | sed -n 's/^WARC-Refers-To-Target-URI: //p' >$T/a; one 2 revisit | sed -n 's/^WARC-Target-URI: //p' | cmp - $T/a
$ netral-fetch --verify $T/s/warc/* | grep -c ': good:'
$ END
$ tests/http/nginx ". $T/run"
> WARC-Type: revisit
> WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified
> HTTP/1.1 304 Not Modified
> 3

# What an older version remembers is taken over: without the record, a response.
% needs nginx sqlite3
$ tests/http/nginx 'ask() { netral-fetch -q --state $T/s --allow-local -s mastodon $URL/changing >/dev/null; }; ask; sqlite3 $T/s/fetch.db "ALTER TABLE list DROP COLUMN record; ALTER TABLE list DROP COLUMN captured; ALTER TABLE list DROP COLUMN since; ALTER TABLE list DROP COLUMN mark; ALTER TABLE list DROP COLUMN marked; ALTER TABLE run DROP COLUMN digest; PRAGMA user_version = 1"; ask; ls -d $T/s/warc/* | tail -n 1 | xargs zcat | tr -d "\r" | grep -a -o -E "^(WARC-Type: re.*|HTTP/1.1 ...)"; sqlite3 $T/s/fetch.db "PRAGMA user_version"; netral-fetch --verify $T/s/warc/* | grep -c "it follows .* which is unchanged"'
> WARC-Type: request
> WARC-Type: response
> HTTP/1.1 304
> 5
> 1

# Pages that are all older than what is known are not asked for again.
% needs nginx
$ tests/http/nginx 'for hours in 0 12 48; do netral-fetch -q --overlap $hours --state $T/s --allow-local -s mastodon $URL/statuses | jq -c "select(.state) | [.state, .items, .requests]"; done; netral-fetch -q --since 2024-10-02T12:00:00Z --state $T/s2 --allow-local -s mastodon $URL/statuses | jq -c "select(.state) | [.state, .items, .requests]"'
> ["ok",3,3]
> ["ok",3,2]
> ["ok",3,3]
> ["ok",3,2]

# Where a platform can be asked for what is newer than a post, later runs do so, behind the newest one that is old enough to need no asking again; of a candidate's posts all are asked for. --dry-run prints that address, and remembers nothing.
% needs nginx jq sqlite3
$ cat >$T/run <<'END'
$ mkdir -p $T/share/sources $T/o; cp tests/http/office/* $T/o
$ sed "s,https://{host},$URL," cmd/fetch/sources/mastodon.json >$T/share/sources/mastodon.json
$ printf '%s\n' owner,platform,account_id,handle,url,declared_on,verified_on,withdrawn_on 199013012015041001,mastodon,11,tiga@sosial.example,,2024-01-05,, >$T/o/accounts.csv
$ ask() { NETRAL_SHARE=$T/share netral-fetch -q -d $T/o --only mastodon --account 11 --allow-local --now 2024-12-18T02:00:00Z "$@" | jq -c 'select(.state) | [.state, .items, .to]'; }
$ for overlap in 48 48 12 12 12 48 0 0; do ask --overlap $overlap; done
$ sed -i s/199013012015041001/satu/ $T/o/accounts.csv; ask --overlap 12
$ seen; sqlite3 $T/o/state/fetch.db 'SELECT newest, mark, since FROM list'
$ plan() { NETRAL_SHARE=$T/share netral-fetch -q -n -d $T/o --only mastodon --account 11 --allow-local --now 2024-12-18T02:00:00Z "$@" | cut -f5 | sed "s,$URL,URL ,"; }
$ plan --overlap 0; sed -i s/satu/199013012015041001/ $T/o/accounts.csv; plan --overlap 0; plan; sqlite3 $T/o/state/fetch.db 'SELECT newest, mark, since FROM list'
$ END
$ mkdir $T/r; cat >$T/r/server <<'END'
$ location = /api/v1/accounts/11/statuses {
$ 	if ($arg_since_id = 20) { rewrite ^ /two last; }
$ 	if ($arg_since_id = 40) { rewrite ^ /one last; }
$ 	if ($arg_since_id = 60) { rewrite ^ /empty last; }
$ 	return 200 '[{"id":"60","created_at":"2024-10-03T01:00:00Z"},{"id":"40","created_at":"2024-10-02T01:00:00Z"},{"id":"20","created_at":"2024-10-01T01:00:00Z"}]';
$ }
$ location = /empty { return 200 '[]'; }
$ location = /two { return 200 '[{"id":"60","created_at":"2024-10-03T01:00:00Z"},{"id":"40","created_at":"2024-10-02T01:00:00Z"}]'; }
$ location = /one { alias $T_R/one; }
$ END
$ sed -i "s,\$T_R,$T/r," $T/r/server; echo '[{"id":"60","created_at":"2024-10-03T01:00:00Z"}]' >$T/r/one; RECORDED=$T/r tests/http/nginx ". $T/run"
> ["ok",3,"2024-10-03T01:00:00Z"]
> ["ok",2,"2024-10-03T01:00:00Z"]
> ["ok",2,"2024-10-03T01:00:00Z"]
> ["ok",1,"2024-10-03T01:00:00Z"]
> ["unchanged",null,null]
> ["ok",3,"2024-10-03T01:00:00Z"]
> ["ok",1,"2024-10-03T01:00:00Z"]
> ["unchanged",null,null]
> ["ok",3,"2024-10-03T01:00:00Z"]
> URL /api/v1/accounts/11/statuses?limit=40 -
> URL /api/v1/accounts/11/statuses?limit=40&since_id=20 -
> URL /api/v1/accounts/11/statuses?limit=40&since_id=20 -
> URL /api/v1/accounts/11/statuses?limit=40&since_id=40 -
> URL /api/v1/accounts/11/statuses?limit=40&since_id=40 -
> URL /api/v1/accounts/11/statuses?limit=40 -
> URL /api/v1/accounts/11/statuses?limit=40&since_id=40 -
> URL /api/v1/accounts/11/statuses?limit=40&since_id=60 -
> URL /api/v1/accounts/11/statuses?limit=40 -
> URL /api/v1/statuses/60/favourited_by?limit=80 -
> URL /api/v1/statuses/60/reblogged_by?limit=80 -
> URL /api/v1/statuses/60/context -
> URL /api/v1/statuses/40/favourited_by?limit=80 -
> URL /api/v1/statuses/40/reblogged_by?limit=80 -
> URL /api/v1/statuses/40/context -
> URL /api/v1/statuses/20/favourited_by?limit=80 -
> URL /api/v1/statuses/20/reblogged_by?limit=80 -
> URL /api/v1/statuses/20/context -
> 1727917200|60|
> URL /api/v1/accounts/11/statuses?limit=40
> URL /api/v1/accounts/11/statuses?limit=40&since_id=60
> URL /api/v1/accounts/11/statuses?limit=40
> 1727917200|60|

# So X is asked, which wants to be paid for each post: an employee's posts, and who mentions a candidate.
% needs nginx jq
$ cat >$T/run <<'END'
$ mkdir -p $T/share/sources $T/o; cp tests/http/office/* $T/o
$ sed "s,https://api.x.com,$URL,g; s,\"api.x.com\",\"127.0.0.1\"," cmd/fetch/sources/x.json >$T/share/sources/x.json
$ printf '%s\n' owner,platform,account_id,handle,url,declared_on,verified_on,withdrawn_on 199013012015041001,x,7,,,2024-01-05,, satu,x,8,,,2024-01-05,, >$T/o/accounts.csv
$ for i in 1 2; do NETRAL_SHARE=$T/share netral-fetch -q -d $T/o --parallel 1 --only x --allow-local --now 2024-12-18T02:00:00Z | jq -c 'select(.state) | [.account.id, .state, .requests]'; done
$ seen | sed -n 's/max_results.*username//; s/ Bearer .*//; /users/p'
$ END
$ mkdir $T/r; echo "location ~ ^/2/ { return 200 '{\"data\":[{\"id\":\"9\",\"created_at\":\"2024-10-03T01:00:00.000Z\"},{\"id\":\"5\",\"created_at\":\"2024-09-30T01:00:00.000Z\"}],\"meta\":{\"result_count\":2}}'; }" >$T/r/server; X_BEARER_TOKEN=rahasia RECORDED=$T/r tests/http/nginx ". $T/run"
> ["7","ok",1]
> ["8","ok",10]
> ["7","ok",1]
> ["8","ok",10]
> URL /2/users/7/tweets?
> URL /2/users/8/tweets?
> URL /2/users/8/mentions?
> URL /2/tweets/9/liking_users?
> URL /2/tweets/5/liking_users?
> URL /2/users/7/tweets?&since_id=5
> URL /2/users/8/tweets?
> URL /2/users/8/mentions?&since_id=5
> URL /2/tweets/9/liking_users?
> URL /2/tweets/5/liking_users?

# A host that wants a pause gets it, in the next run, too; others are asked.
% needs nginx
$ tests/http/nginx 'for i in 1 2; do netral-fetch -q --parallel 1 --now 2024-12-18T02:00:0${i}Z --state $T/s --allow-local -s mastodon $URL/busy $URL/landed | jq -c "[.state, .requests, .detail]"; done; netral-fetch -q --parallel 1 --now 2024-12-18T02:06:00Z --state $T/s --allow-local -s mastodon $URL/landed | jq -c "select(.state) | [.state, .requests, .detail]"'
> ["rate_limited",1,"HTTP 429, Retry-After 300"]
> ["rate_limited",0,"127.0.0.1 wants no question before 2024-12-18T02:05:01Z"]
> ["rate_limited",0,"127.0.0.1 wants no question before 2024-12-18T02:05:01Z"]
> ["rate_limited",0,"127.0.0.1 wants no question before 2024-12-18T02:05:01Z"]
> ["ok",1,null]

# So does one that says that the budget is spent.
% needs nginx
$ tests/http/nginx 'netral-fetch -q --parallel 1 --now 2024-12-18T02:00:00Z --state $T/s --allow-local -s mastodon $URL/spent $URL/landed | jq -c "select(.state) | [.state, .requests, .detail]"'
> ["ok",1,null]
> ["rate_limited",0,"127.0.0.1 wants no question before 2024-12-18T02:05:00Z"]

# A budget is spent for one key at a host, in later runs, too; another key has its own.
% needs nginx
$ mkdir $T/sources; jq '.limits = {"requests": 1, "seconds": 900}' tests/http/share/sources/keyed.json >$T/sources/keyed.json; export NETRAL_SHARE=$T; tests/http/nginx 'for key in satu satu dua; do KEYED_TOKEN=$key netral-fetch -q --now 2024-12-18T02:00:00Z --state $T/s --allow-local -s keyed $URL/landed | jq -c "select(.state) | [.state, .requests, .detail]"; done; KEYED_TOKEN=satu netral-fetch -q --now 2024-12-18T02:15:00Z --state $T/s --allow-local -s keyed $URL/landed | jq -c "select(.state) | [.state, .requests]"; grep -a -c -e satu -e dua $T/s/fetch.db'
> ["ok",1,null]
> ["rate_limited",0,"127.0.0.1 wants no question before 2024-12-18T02:15:00Z"]
> ["ok",1,null]
> ["ok",1]
> 0
? 1

# A platform that says how much is used gets slower questions before nothing is left, and none when nothing is.
% needs nginx jq
$ mkdir -p $T/sources; jq -s '.[0] + {limits: .[1].limits, classes: .[1].classes}' tests/http/share/sources/keyed.json cmd/fetch/sources/facebook.json >$T/sources/keyed.json; NETRAL_SHARE=$T KEYED_TOKEN=k tests/http/nginx 'for i in usage/74 usage/75 usage/90 usage/99 usage/100 regain enough; do netral-fetch -q --parallel 1 --max-wait 0 --now 2024-12-18T02:00:00Z --state $T/s${i##*/} --allow-local -s keyed $URL/$i $URL/landed | jq -r "select(.state) | [.account.url, .state, .detail] | @tsv"; done'
> http://URL/usage/74	ok	
> http://URL/landed	ok	
> http://URL/usage/75	ok	
> http://URL/landed	rate_limited	127.0.0.1 wants no question before 2024-12-18T02:00:01Z
> http://URL/usage/90	ok	
> http://URL/landed	rate_limited	127.0.0.1 wants no question before 2024-12-18T02:00:36Z
> http://URL/usage/99	ok	
> http://URL/landed	rate_limited	127.0.0.1 wants no question before 2024-12-18T02:00:57Z
> http://URL/usage/100	ok	
> http://URL/landed	rate_limited	127.0.0.1 wants no question before 2024-12-18T03:00:00Z
> http://URL/regain	ok	
> http://URL/landed	rate_limited	127.0.0.1 wants no question before 2024-12-18T02:19:00Z
> http://URL/enough	rate_limited	HTTP 400
> http://URL/landed	rate_limited	127.0.0.1 wants no question before 2024-12-18T03:00:00Z

# A list may have limits of its own, as X has for each way to ask: when they are used up, in this run or one before, the others go on; so they do when the platform says so.
% needs nginx jq sqlite3
$ cat >$T/run <<'END'
$ mkdir -p $T/share/sources $T/o; cp tests/http/office/* $T/o
$ sed "s,https://api.x.com,$URL,g; s,\"api.x.com\",\"127.0.0.1\"," cmd/fetch/sources/x.json | jq '(.interactions[] | select(.name == "liking_users")).limits.requests = 1' >$T/share/sources/x.json
$ printf '%s\n' owner,platform,account_id,handle,url,declared_on,verified_on,withdrawn_on satu,x,8,,,2024-01-05,, >$T/o/accounts.csv
$ for i in 1 2; do NETRAL_SHARE=$T/share netral-fetch -q -d $T/o --only x --allow-local --now 2024-12-18T02:00:0${i}Z | jq -c 'select(.state) | [.state, .requests, .detail]'; done
$ seen | sed -n 's/?.*//; s/^[0-9]* //; /tweets.[0-9]/p' | sort | uniq -c; sqlite3 $T/o/state/fetch.db "SELECT substr(name, instr(name, ' list ') + 6), used FROM host WHERE name LIKE '% list %' ORDER BY name"
$ END
$ mkdir $T/r; cat >$T/r/server <<'END'
$ location ~ ^/2/tweets/[0-9]+/quote_tweets { add_header x-rate-limit-remaining 0; add_header x-rate-limit-reset 1734488000; return 200 '{"meta":{"result_count":0}}'; }
$ location ~ ^/2/tweets/ { return 200 '{"meta":{"result_count":0}}'; }
$ location ~ ^/2/ { return 200 '{"data":[{"id":"9","created_at":"2024-10-03T01:00:00.000Z"},{"id":"5","created_at":"2024-09-30T01:00:00.000Z"}],"meta":{"result_count":2}}'; }
$ END
$ X_BEARER_TOKEN=rahasia RECORDED=$T/r tests/http/nginx ". $T/run"
> ["rate_limited",8,"liking_users: 127.0.0.1 wants no question before 2024-12-18T02:15:01Z"]
> ["rate_limited",6,"liking_users: 127.0.0.1 wants no question before 2024-12-18T02:15:01Z"]
>       2 /2/tweets/5/retweeted_by
>       1 /2/tweets/9/liking_users
>       1 /2/tweets/9/quote_tweets
>       2 /2/tweets/9/retweeted_by
> liking_users|1
> mentions|2
> quote_tweets|1
> replies|4
> retweeted_by|4

# A date to wait for.
% needs nginx
$ tests/http/nginx 'for now in 02:00:00 02:00:59; do netral-fetch -q --parallel 1 --now 2024-12-18T${now}Z --state $T/s --allow-local -s mastodon $URL/until | jq -c "[.state, .requests, .detail]"; done'
> ["transient",1,"HTTP 503, Retry-After Wed, 18 Dec 2024 02:05:00 GMT"]
> ["rate_limited",0,"127.0.0.1 wants no question before 2024-12-18T02:05:00Z"]

# Who was seen longest ago comes first.
% needs nginx
$ tests/http/nginx 'netral-fetch -q --parallel 1 --state $T/s --allow-local --now 2024-12-18T02:00:00Z -s mastodon $URL/statuses-3?a $URL/statuses-3?b >/dev/null; netral-fetch -q --parallel 1 --state $T/s --allow-local --now 2024-12-18T03:00:00Z -s mastodon $URL/statuses-3?a >/dev/null; : >$LOG; netral-fetch -q --parallel 1 --state $T/s --allow-local --now 2024-12-18T04:00:00Z -s mastodon $URL/statuses-3?a $URL/statuses-3?b $URL/statuses-3?c >/dev/null; seen'
> URL /statuses-3?c -
> URL /statuses-3?b -
> URL /statuses-3?a -

# robots.txt is asked for once, and obeyed, by feeds.
% needs nginx
$ tests/http/nginx 'netral-fetch -q --parallel 1 --state $T/s --allow-local $URL/secret/feed $URL/feed.xml | jq -c "select(.state) | [.state, .requests, .detail]"; seen'
> ["not_found",1,"refused: its robots.txt asks not to fetch this"]
> ["ok",1,null]
> URL /robots.txt -
> URL /feed.xml -

# Packed answers, good and bad: chunks, a bomb of one layer, of two, one that is cut.
% needs nginx
$ tests/http/nginx 'netral-fetch -q --parallel 1 --tries 1 --allow-local -s mastodon $URL/zip.json $URL/chunked $URL/bomb $URL/bomb2 $URL/cut.gz | jq -c "select(.state) | [.state, .items, .detail]"'
> ["ok",2,null]
> ["ok",1,null]
> ["format_drift",null,"the packed answer grows by more than 100"]
> ["format_drift",null,"the answer is packed as \"gzip, gzip\""]
> ["transient",null,"the packed answer is cut"]

# The key is in no URL, line, log or evidence, though the server repeats it.
% needs nginx
$ NETRAL_SHARE=tests/http/share KEYED_TOKEN=canary-7f3a9 tests/http/nginx 'netral-fetch --state $T/s --allow-local -s keyed $URL/echo $URL/hop -o $T/out 2>$T/err; grep -c canary $LOG; cat $T/s/warc/* | zcat | cat - $T/s/fetch.db $T/out $T/err | grep -a -c canary-7f3a9; jq -c "select(.json[0]) | .json" $T/out; zcat $T/s/warc/* | grep -a ^Authorization | tr -d "\r"; netral-fetch --verify $T/s/warc/* | grep -c good'
> 2
> 0
> [{"id":"1","token":"Bearer ************"}]
> Authorization: Bearer ************
> Authorization: Bearer ************
> 1

# Nor if the server repeats it escaped, also twice, as entities, in base64, in hexadecimal, packed or in a redirect.
% needs nginx jq
$ NETRAL_SHARE=tests/http/share KEYED_TOKEN='canary+7&f/3a9=' tests/http/nginx 'netral-fetch -q --state $T/s --allow-local -s keyed $URL/echo-ways $URL/echo-packed $URL/echo-hop -o $T/out; jq -r "select(.state) | [.account.url, .state, .detail] | @tsv" $T/out; zcat $T/s/warc/* | cat - $T/out $T/s/fetch.db* | grep -a -c -i -e canary -e Y2FuYXJ5 -e NhbmFyeS -e jYW5hcnkr -e 7f/3a9 -e "&amp;f" -e "u0063.u0061" -e %63%61 -e "&#x0*63;&#x0*61" -e "&#0*99;&#0*97" -e "3a9&#" -e 3a9%3d -e 63616e617279 -e %2563 -e "&amp;#x63" -e "u0026#x63" -e u00256; jq -r "select(.json[0]).json[0].b" $T/out; zcat $T/s/warc/* | grep -a -e ^WARC-Trunc -e ^Location | tr -d "\r"'
> http://URL/echo-ways	ok	
> http://URL/echo-packed	format_drift	it repeats the key, packed
> http://URL/echo-hop	ok	
> 0
> ********************
> WARC-Truncated: unspecified
> Location: http://URL/landed?key=***************

# The key is in no argument and no environment of the running program, and in no core.
% needs nginx
$ ulimit -c unlimited; NETRAL_SHARE=$PWD/tests/http/share KEYED_TOKEN=canary-7f3a9 tests/http/nginx 'mkdir $T/core; cd $T/core; netral-fetch -q --allow-local -s keyed $URL/slow >$T/out 2>&1 & until tr "\0" "\n" </proc/$!/environ | grep -q "^KEYED_TOKEN=$" || [ "$((n += 1))" -gt 200 ]; do sleep .1; done; tr "\0" "\n" </proc/$!/environ | grep -c ^KEYED_TOKEN=; cat /proc/$!/environ /proc/$!/cmdline | grep -a -c canary; kill -ABRT $!; { wait $!; } 2>/dev/null; echo $?; find . -type f | wc -l'
> 1
> 0
> 134
> 0

# A key out of a file, or a credential of systemd; others may not read it.
% needs nginx
$ echo from-file >$T/key; chmod 600 $T/key; mkdir $T/c; echo from-systemd >$T/c/KEYED_TOKEN; chmod 400 $T/c/KEYED_TOKEN; export NETRAL_SHARE=$PWD/tests/http/share; KEYED_TOKEN_FILE=$T/key tests/http/nginx 'netral-fetch -q --allow-local -s keyed $URL/landed >/dev/null; seen'; CREDENTIALS_DIRECTORY=$T/c tests/http/nginx 'netral-fetch -q --allow-local -s keyed $URL/landed >/dev/null; seen'; chmod 640 $T/key; KEYED_TOKEN_FILE=$T/key netral-fetch --check
> URL /landed Bearer from-file
> URL /landed Bearer from-systemd
! netral-fetch: key of source keyed: $T/key: others may read it; chmod 600 it
? 2

# A folder that others may look into is not used.
% needs nginx
$ mkdir $T/s; chmod 755 $T/s; netral-fetch --state $T/s https://blog.example/
! netral-fetch: $T/s: others may look into it: it holds personal data; chmod 700 it
? 2

# What is damaged is said, and nothing is asked.
$ mkdir -m 700 $T/s $T/s/warc; echo this is no database, it is a text that is long enough >$T/s/fetch.db; netral-fetch --state $T/s https://blog.example/ 2>&1 | sed 's/database//'
> netral-fetch: $T/s/fetch.db: file is not a  (move it away: the evidence beside it is not touched, and all is asked again)

# A disk that is full, or breaks, at 16 places each: one message, nothing lost.
% needs nginx strace jq
$ tests/http/nginx 'tests/http/stopped 16 error=ENOSPC error=EIO+ short'
> error=ENOSPC: stopped often enough
> error=EIO+: stopped often enough
> short: stopped often enough

# Killed at 20 places (make check-faults: at 200), taken up again: the same set, and what was said is on disk.
% needs nginx strace jq
$ tests/http/nginx 'tests/http/stopped 20 signal=KILL'
> signal=KILL: stopped often enough

# A run whose reader failed is said again by the next, once.
% needs nginx /dev/full
$ tests/http/nginx 'netral-fetch -q --state $T/s --allow-local -s mastodon $URL/statuses >/dev/full; netral-fetch --state $T/s --allow-local -s mastodon $URL/statuses-3 | jq -r .schema; netral-fetch --state $T/s --allow-local -s mastodon $URL/statuses-3 | jq -r .schema'
> capture/1
> capture/1
> capture/1
> coverage/1
> capture/1
> coverage/1
> coverage/1
! netral-fetch: <stdout>: write: No space left on device
! netral-fetch: 4 lines of a run that was cut off came first
! netral-fetch: 1 account: 1 collected (1 without posts); 1 request
! netral-fetch: 1 account: 0 collected, 1 unchanged; 1 request

# A post that says it is of a day to come hides nothing from the next run: what is new is asked for on all its pages.
% needs nginx
$ mkdir $T/r; for n in 1 2 3; do echo "location = /p$n { alias $T/p$n; add_header Link '</p$((n + 1))>; rel=next'; }"; done >$T/r/server; echo 'location = /p4 { return 200 "[]"; }' >>$T/r/server; RECORDED=$T/r tests/http/nginx 'ask() { n=0; for day in 2099-0${1}-01 2024-10-${1}2 2024-10-${1}1; do echo "[{\"id\":\"$day.$(seq -s. $1)\",\"created_at\":\"${day}T01:00:00Z\"}]" >$T/p$((n += 1)); done; netral-fetch -q --now 2024-10-2${1}T02:00:00Z --state $T/s --allow-local -s mastodon $URL/p1 | jq -c "select(.state) | [.state, .items, .requests]"; }; ask 1; ask 2'
> ["ok",3,4]
> ["ok",3,4]

# A record of ours that lost its digest with its words is not called good.
% needs python3 nginx
$ tests/http/nginx 'netral-fetch -q --now 2024-12-18T02:00:00Z --state $T/s --allow-local -s mastodon $URL/statuses-3 >/dev/null'; python3 -c '
$ import re, struct, sys, zlib
$ rest = sys.stdin.buffer.read()
$ while rest:
$     d = zlib.decompressobj(31)
$     r, rest = d.decompress(rest), d.unused_data
$     if b"response" in r[:40]:
$         r = re.sub(rb"WARC-(Block|Payload)-Digest: [^\r]*\r\n", b"", r).replace(b"created", b"CREATED")
$     sys.stdout.buffer.write(b"\x1f\x8b\x08\0\0\0\0\0\0\xff\1" + struct.pack("<HH", len(r), len(r) ^ 65535) + r + struct.pack("<II", zlib.crc32(r), len(r)))
$ ' <$T/s/warc/netral-20241218020000-00001.warc.gz >$T/x.warc.gz; netral-fetch --verify $T/x.warc.gz | head -n 2 | sed 's/byte [0-9]*/byte N/'
> $T/x.warc.gz: byte N: DAMAGED: its digest is missing: it was written with one
> $T/x.warc.gz: DAMAGED: 5 records, 4 with digests that are right, 1 wrong
