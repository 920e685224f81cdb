# Every account ends in one coverage, whatever became of it.
$ netral-fetch -q -d tests/http/office --from tests/http/replay --now 2024-12-18T09:30:00+07:00 | jq -c 'select(.schema == "coverage/1") | [.account.handle // .account.url, .role, .state, .items, .requests, .detail]'
> ["tiga@sosial.example","employee","ok",4,3,null]
> ["https://blog.example/feed","employee","ok",2,2,null]
> ["kosong@sosial.example","employee","ok",0,1,null]
> ["hilang@sosial.example","employee","not_found",null,1,"HTTP 404"]
> ["sibuk@sosial.example","employee","rate_limited",null,1,"HTTP 429, Retry-After 300"]
> ["dinding@sosial.example","employee","login_wall",null,1,"HTTP 200, Content-Type text/html; charset=utf-8"]
> ["berubah@sosial.example","employee","format_drift",null,1,"the answer is no list of items"]
> ["ganda@sosial.example","employee","format_drift",null,1,"no JSON: byte 12: duplicate key \"id\""]
> ["takterekam@sosial.example","employee","transient",null,1,"not recorded"]
> ["tanpaid@sosial.example","employee","transient",null,1,"not found out what to ask: not recorded"]
> [null,"employee","not_found",null,0,"no usable url was declared"]
> ["video","employee","no_source",null,0,"source tiktok needs a key that is not there"]
> ["kicau","employee","no_source",null,0,"source x needs a key that is not there"]
> ["satu@sosial.example","candidate","ok",2,5,"1 list of likes or shares not found"]
> ["dua@sosial.example","candidate","auth",2,2,"favourited_by: HTTP 401"]

# A person is told what happened and what to do.
$ netral-fetch -d tests/http/office --from tests/http/replay --now 2024-12-18T09:30:00+07:00 -o /dev/null
! netral-fetch: refused: mastodon lama@sosial.example (199013012015041003): declared or registered only until 2024-05-31
! netral-fetch: refused: mastodon bukansiapa@sosial.example (199013012015041099): its owner is nobody in employees.csv or contest.json
! netral-fetch: refused: mastodon dua2@sosial.example (dua): declared or registered only from 2024-12-24
! netral-fetch: mastodon hilang@sosial.example: not_found: HTTP 404
! netral-fetch: mastodon sibuk@sosial.example: rate_limited: HTTP 429, Retry-After 300
! netral-fetch: mastodon dinding@sosial.example: login_wall: HTTP 200, Content-Type text/html; charset=utf-8
! netral-fetch: mastodon berubah@sosial.example: format_drift: the answer is no list of items
! netral-fetch: mastodon ganda@sosial.example: format_drift: no JSON: byte 12: duplicate key "id"
! netral-fetch: mastodon takterekam@sosial.example: transient: not recorded
! netral-fetch: mastodon tanpaid@sosial.example: transient: not found out what to ask: not recorded
! netral-fetch: feed 199013012015041003: not_found: no usable url was declared
! netral-fetch: mastodon dua@sosial.example: auth: favourited_by: HTTP 401
! netral-fetch: rate_limited: run again later
! netral-fetch: auth: the platform wants a key: ask for an export
! netral-fetch: login_wall: the platform wants a login: ask for an export
! netral-fetch: not_found: check the declared address
! netral-fetch: format_drift: the platform has changed: the source file needs an update
! netral-fetch: transient: run again later
! netral-fetch: no_source: no official way, or its key is missing (tiktok 1, x 1): ask the owner for an export
! netral-fetch: 3 accounts refused
! netral-fetch: 15 accounts: 4 collected (1 without posts), 1 rate_limited, 1 auth, 1 login_wall, 2 not_found, 2 format_drift, 2 transient, 2 no_source; 20 requests
! netral-fetch: not seen in full: 11 of 15 accounts; that is not "nothing found"
? 1

# An office that does not say otherwise speaks Indonesian; the name of a state stands beside.
$ cp -R tests/http/office/. $T; jq 'del(.language)' tests/http/office/office.json >$T/office.json; netral-fetch -d $T --from tests/http/replay --now 2024-12-18T09:30:00+07:00 -o /dev/null
! netral-fetch: tidak diminta: mastodon lama@sosial.example (199013012015041003): hanya dinyatakan atau didaftarkan sampai 2024-05-31
! netral-fetch: tidak diminta: mastodon bukansiapa@sosial.example (199013012015041099): pemiliknya tidak ada dalam employees.csv atau contest.json
! netral-fetch: tidak diminta: mastodon dua2@sosial.example (dua): baru dinyatakan atau didaftarkan mulai 2024-12-24
! netral-fetch: mastodon hilang@sosial.example: tidak ditemukan (not_found): HTTP 404
! netral-fetch: mastodon sibuk@sosial.example: dibatasi layanan (rate_limited): HTTP 429, Retry-After 300
! netral-fetch: mastodon dinding@sosial.example: perlu masuk akun (login_wall): HTTP 200, Content-Type text/html; charset=utf-8
! netral-fetch: mastodon berubah@sosial.example: bentuk jawaban berubah (format_drift): jawabannya bukan daftar unggahan
! netral-fetch: mastodon ganda@sosial.example: bentuk jawaban berubah (format_drift): bukan JSON: bita 12: duplicate key "id"
! netral-fetch: mastodon takterekam@sosial.example: gangguan sementara (transient): tidak ada dalam rekaman
! netral-fetch: mastodon tanpaid@sosial.example: gangguan sementara (transient): yang harus diminta tidak ditemukan: tidak ada dalam rekaman
! netral-fetch: feed 199013012015041003: tidak ditemukan (not_found): tidak ada url yang dapat dipakai dalam pernyataan
! netral-fetch: mastodon dua@sosial.example: izin ditolak layanan (auth): favourited_by: HTTP 401
! netral-fetch: dibatasi layanan (rate_limited): jalankan lagi nanti
! netral-fetch: izin ditolak layanan (auth): layanan meminta kunci: mintalah berkas ekspor
! netral-fetch: perlu masuk akun (login_wall): hanya terlihat setelah masuk akun: mintalah berkas ekspor
! netral-fetch: tidak ditemukan (not_found): periksa alamat yang dinyatakan
! netral-fetch: bentuk jawaban berubah (format_drift): berkas sumber (sources) perlu diperbarui
! netral-fetch: gangguan sementara (transient): jalankan lagi nanti
! netral-fetch: tanpa jalan resmi (no_source), atau kuncinya tidak ada (tiktok 1, x 1): mintalah berkas ekspor kepada pemiliknya
! netral-fetch: 3 akun tidak diminta
! netral-fetch: 15 akun: 4 terbaca (1 tanpa unggahan), 1 dibatasi layanan (rate_limited), 1 izin ditolak layanan (auth), 1 perlu masuk akun (login_wall), 2 tidak ditemukan (not_found), 2 bentuk jawaban berubah (format_drift), 2 gangguan sementara (transient), 2 tanpa jalan resmi (no_source); 20 permintaan
! netral-fetch: tidak terlihat seluruhnya: 11 dari 15 akun; itu bukan "tidak ada temuan"
? 1

# So does the plan.
$ cp -R tests/http/office/. $T; jq 'del(.language)' tests/http/office/office.json >$T/office.json; netral-fetch -n -d $T --now 2024-12-18T09:30:00+07:00 2>&1 >/dev/null | grep -v diminta
> netral-fetch: sosial.example: 11 akun, 12 permintaan atau lebih; sisa 280 dari 280 dalam 300 dtk; 6 dtk
> netral-fetch: blog.example: 1 akun, 2 permintaan; sisa 60 dari 60 dalam 60 dtk; 1 dtk
> netral-fetch: rencana: 12 akun, 14 permintaan atau lebih, 6 dtk atau lebih bila tiap jawaban butuh satu detik

# Three pages, one capture each, JSON on one line and unchanged in it.
$ netral-fetch -d tests/http/office --from tests/http/replay --account @Tiga@sosial.example
> {"schema":"capture/1","source":"mastodon","platform":"mastodon","url":"https://sosial.example/api/v1/accounts/11/statuses?limit=40","captured":"2024-12-18T02:10:01Z","status":200,"sha256":"782492acb9b2ce184685a9575d823422065c15edd97bdd63d434f5e0fbd92ef2","about":{"account":{"platform":"mastodon","id":"11","handle":"tiga@sosial.example","url":"https://sosial.example/@tiga"}},"json":[{"id":"60","created_at":"2024-10-09T01:00:00.000Z","uri":"https://sosial.example/users/u/statuses/60","url":"https://sosial.example/@u/60"},{"id":"50","created_at":"2024-10-08T01:00:00.000Z","uri":"https://sosial.example/users/u/statuses/50","url":"https://sosial.example/@u/50","content":"é \\ \"kutip\""}]}
> {"schema":"capture/1","source":"mastodon","platform":"mastodon","url":"https://sosial.example/api/v1/accounts/11/statuses?limit=40&max_id=50","captured":"2024-12-18T02:10:02Z","status":200,"sha256":"83dd5bf6837cf29cfb919b619f6249cc421f0218e2fdfefeb933f5e77a3fc3f9","about":{"account":{"platform":"mastodon","id":"11","handle":"tiga@sosial.example","url":"https://sosial.example/@tiga"}},"json":[{"id":"40","created_at":"2024-10-07T01:00:00.000Z","uri":"https://sosial.example/users/u/statuses/40","url":"https://sosial.example/@u/40","content":"dua  spasi, \"baris\"\n"}]}
> {"schema":"capture/1","source":"mastodon","platform":"mastodon","url":"https://sosial.example/api/v1/accounts/11/statuses?limit=40&max_id=40","captured":"2024-12-18T02:10:03Z","status":200,"sha256":"e14dcc20d65ed82a97142f88ca5eef25e846f7083816cb90af14c9be3b17ddb9","about":{"account":{"platform":"mastodon","id":"11","handle":"tiga@sosial.example","url":"https://sosial.example/@tiga"}},"json":[{"id":"30","created_at":"2024-10-01T01:00:00.000Z","uri":"https://sosial.example/users/u/statuses/30","url":"https://sosial.example/@u/30"}]}
> {"schema":"coverage/1","source":"mastodon","platform":"mastodon","account":{"platform":"mastodon","id":"11","handle":"tiga@sosial.example","url":"https://sosial.example/@tiga"},"owner":"199013012015041001","role":"employee","state":"ok","captured":"2024-12-18T02:10:03Z","items":4,"from":"2024-10-01T01:00:00Z","to":"2024-10-09T01:00:00Z","requests":3}
! netral-fetch: 1 account: 1 collected; 3 requests

# The recorded bytes have the recorded SHA-256.
$ netral-fetch -q -d tests/http/office --from tests/http/replay --account 11 | jq -r 'select(.json).sha256' | sed -n 2p; sha256sum <tests/http/replay/tiga-2.json
> 83dd5bf6837cf29cfb919b619f6249cc421f0218e2fdfefeb933f5e77a3fc3f9
> 83dd5bf6837cf29cfb919b619f6249cc421f0218e2fdfefeb933f5e77a3fc3f9  -

# The page limit is said, not silent.
$ netral-fetch -q --limit 2 -d tests/http/office --from tests/http/replay --account 11 | jq -c 'select(.state) | [.state, .items, .requests, .detail]'
> ["ok",3,2,"stopped after 2 pages: what is older was not asked for"]

# What is newer than --until is passed over: not written, not counted.
$ netral-fetch -q --until 2024-10-07T12:00:00Z -d tests/http/office --from tests/http/replay --account 11 | jq -c 'if .state then [.state, .items, .to, .requests] else (.json | length) end'; netral-fetch --since 2024-10-02T00:00:00Z --until 2024-10-01T00:00:00Z -d tests/http/office
> 1
> 1
> ["ok",2,"2024-10-07T01:00:00Z",3]
! netral-fetch: --until is before --since
? 2

# An empty account is collected; its coverage says 0.
$ netral-fetch --stats -d tests/http/office --from tests/http/replay --account 12
> {"schema":"capture/1","source":"mastodon","platform":"mastodon","url":"https://sosial.example/api/v1/accounts/12/statuses?limit=40","captured":"2024-12-18T02:10:06Z","status":200,"sha256":"4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945","about":{"account":{"platform":"mastodon","id":"12","handle":"kosong@sosial.example"}},"json":[]}
> {"schema":"coverage/1","source":"mastodon","platform":"mastodon","account":{"platform":"mastodon","id":"12","handle":"kosong@sosial.example"},"owner":"199013012015041002","role":"employee","state":"ok","captured":"2024-12-18T02:10:06Z","items":0,"requests":1}
! netral-fetch: accounts 1, ok 1, requests 1, captures 1
! netral-fetch: 1 account: 1 collected (1 without posts); 1 request

# Likes are asked for posts of candidates only, and name their post.
$ netral-fetch -q -d tests/http/office --from tests/http/replay --account 21 | jq -c 'select(.about.interaction) | [.about, .json]'
> [{"account":{"platform":"mastodon","id":"21","handle":"satu@sosial.example"},"interaction":"favourited_by","object":{"id":"https://sosial.example/users/u/statuses/72","url":"https://sosial.example/@u/72"}},[{"id":"12","acct":"kosong"}]]
> [{"account":{"platform":"mastodon","id":"21","handle":"satu@sosial.example"},"interaction":"reblogged_by","object":{"id":"https://sosial.example/users/u/statuses/72","url":"https://sosial.example/@u/72"}},[{"id":"13","acct":"hilang","url":"https://sosial.example/@hilang"}]]
> [{"account":{"platform":"mastodon","id":"21","handle":"satu@sosial.example"},"interaction":"replies","object":{"id":"https://sosial.example/users/u/statuses/72","url":"https://sosial.example/@u/72"}},{"ancestors":[],"descendants":[{"id":"73","created_at":"2024-10-06T02:00:00.000Z","in_reply_to_id":"72","uri":"https://sosial.example/users/tiga/statuses/73","url":"https://sosial.example/@tiga/73","content":"<p>Hadir</p>","account":{"id":"11","acct":"tiga","url":"https://sosial.example/@tiga"}},{"id":"74","created_at":"2024-10-06T03:00:00.000Z","in_reply_to_id":"73","uri":"https://sosial.example/users/tiga/statuses/74","url":"https://sosial.example/@tiga/74","content":"<p>Juga besok</p>","account":{"id":"11","acct":"tiga","url":"https://sosial.example/@tiga"}}]}]

# So are boosts and answers, if the post says that there are any; what the platform never shows all of is said.
$ cp -R $B/share/netral/. $T; sed -i 's/"most": 60/"most": 2/' $T/sources/mastodon.json; NETRAL_SHARE=$T netral-fetch -q -d tests/http/office --from tests/http/replay --account 21 | jq -c 'if .state then [.state, .requests, .detail] else [.about.interaction // "timeline", (.json | if type == "object" then .descendants else . end | length)] end'
> ["timeline",2]
> ["favourited_by",1]
> ["reblogged_by",1]
> ["replies",2]
> ["ok",5,"replies: the platform shows at most 2; 1 list of likes or shares not found"]

# XML that is not UTF-8 keeps its bytes; the redirect is told.
$ netral-fetch -q -d tests/http/office --from tests/http/replay --only feed | jq -r 'select(.base64) | .url, .asked, .base64' | sed '3q;d' | base64 -d | cmp - tests/http/replay/latin1.xml; netral-fetch -q -d tests/http/office --from tests/http/replay --only feed | jq -c 'select(.base64) | [.asked, .url]'
> ["https://blog.example/feed","https://blog.example/rss.xml"]

# A name or password in a declared URL is neither asked nor recorded.
$ netral-fetch -q -d tests/http/office --from tests/http/replay --only feed | grep -c 'a:b'
> 0
? 1

# The same input gives the same bytes.
$ netral-fetch -q -d tests/http/office --from tests/http/replay --now 2024-12-18T02:30:00Z >$T/first; netral-fetch -q -d tests/http/office --from tests/http/replay --now 2024-12-18T02:30:00Z | cmp - $T/first

# Pages by number and by offset, until one is empty.
$ cp -R $B/share/netral/. $T; for kind in page offset; do sed "s/\"mastodon\"/\"$kind\"/g; s/\"type\": \"link\"/\"type\": \"$kind\", \"parameter\": \"p\"/" $T/sources/mastodon.json >$T/sources/$kind.json; done; u=https://a.example/list; for p in '' '?p=2' '?p=3'; do echo '{"url":"'$u$p'","captured":"2024-12-18T02:00:00Z","status":200,"file":"f'$p'"}'; done >$T/index.ndjson; echo '[{"id":"3"},{"id":"2"}]' >$T/f; echo '[{"id":"1"}]' >"$T/f?p=2"; echo '[]' >"$T/f?p=3"; for kind in page offset; do NETRAL_SHARE=$T netral-fetch -q -s $kind --from $T $u | jq -c 'if .state then [.state, .items, .requests] else .url end'; done
> "https://a.example/list"
> "https://a.example/list?p=2"
> "https://a.example/list?p=3"
> ["ok",3,3]
> "https://a.example/list"
> "https://a.example/list?p=2"
> "https://a.example/list?p=3"
> ["ok",3,3]

# An account registered later is not asked before; one withdrawn is not any more.
$ for day in 2024-05-31 2024-12-24; do netral-fetch -nq -d tests/http/office --now ${day}T00:30:00+07:00 | cut -f 2,5 | grep -E '/(19|23)/'; done
> 199013012015041003	https://sosial.example/api/v1/accounts/19/statuses?limit=40
> dua	https://sosial.example/api/v1/accounts/23/statuses?limit=40

# The plan, without any question.
$ netral-fetch --dry-run -q -d tests/http/office --now 2024-12-18T09:30:00+07:00
> employee	199013012015041001	mastodon	1+	https://sosial.example/api/v1/accounts/11/statuses?limit=40
> employee	199013012015041001	feed	2	https://blog.example/feed
> employee	199013012015041002	mastodon	1+	https://sosial.example/api/v1/accounts/12/statuses?limit=40
> employee	199013012015041002	mastodon	1+	https://sosial.example/api/v1/accounts/13/statuses?limit=40
> employee	199013012015041003	mastodon	1+	https://sosial.example/api/v1/accounts/14/statuses?limit=40
> employee	199013012015041003	mastodon	1+	https://sosial.example/api/v1/accounts/15/statuses?limit=40
> employee	199013012015041003	mastodon	1+	https://sosial.example/api/v1/accounts/16/statuses?limit=40
> employee	199013012015041003	mastodon	1+	https://sosial.example/api/v1/accounts/17/statuses?limit=40
> employee	199013012015041003	mastodon	1+	https://sosial.example/api/v1/accounts/18/statuses?limit=40
> employee	199013012015041003	mastodon	2+	https://sosial.example/api/v1/accounts/lookup?acct=tanpaid@sosial.example
> employee	199013012015041003	feed	0	no usable url was declared
> employee	199013012015041003	tiktok	0	source tiktok needs a key that is not there
> employee	199013012015041003	x	0	source x needs a key that is not there
> candidate	satu	mastodon	1+	https://sosial.example/api/v1/accounts/21/statuses?limit=40
> candidate	dua	mastodon	1+	https://sosial.example/api/v1/accounts/22/statuses?limit=40

# Each account that is not asked is named, with the reason; one that was declared anew is asked.
$ cp -R tests/http/office/. $T; printf '%s\n' 199013012015041001,mastodon,11,tiga@sosial.example,,2023-01-01,,2023-06-01 199013012015041001,mastodon,99,lama@sosial.example,,2023-01-01,,2023-06-01 satu,mastodon,98,nanti@sosial.example,,2025-01-01,, >>$T/accounts.csv; netral-fetch -n -d $T --now 2024-12-18T09:30:00+07:00 2>&1 >/dev/null | grep refused
> netral-fetch: refused: mastodon lama@sosial.example (199013012015041003): declared or registered only until 2024-05-31
> netral-fetch: refused: mastodon bukansiapa@sosial.example (199013012015041099): its owner is nobody in employees.csv or contest.json
> netral-fetch: refused: mastodon lama@sosial.example (199013012015041001): declared or registered only until 2023-05-31
> netral-fetch: refused: mastodon nanti@sosial.example (satu): declared or registered only from 2025-01-01
> netral-fetch: refused: mastodon dua2@sosial.example (dua): declared or registered only from 2024-12-24

# The plan knows what is left of a budget, by host and key, and how long it takes.
$ cp -R $B/share/netral/. $T/share; sed -i 's/"requests": 900, "seconds": 900/"requests": 2, "seconds": 900/' $T/share/sources/x.json; { echo owner,platform,account_id,handle,url,declared_on,verified_on,withdrawn_on; seq 1 5 | sed 's/.*/satu,x,&,,,2024-01-01,,/'; } >$T/a.csv; NETRAL_SHARE=$T/share X_BEARER_TOKEN=rahasia netral-fetch -n -d tests/http/office -c tests/http/office/contest.json -a $T/a.csv --only x --now 2024-12-18T09:30:00+07:00 | cut -f 2-4
> satu	x	2+
> satu	x	2+
> satu	x	2+
> satu	x	2+
> satu	x	2+
! netral-fetch: api.x.com with X_BEARER_TOKEN: 5 accounts, 10 requests or more; 2 of 2 in 900 s are left; 61 min
! netral-fetch: plan: 5 accounts, 10 requests or more, 61 min or more at a second an answer

# A misspelt platform or account is a mistake, not an empty result.
$ netral-fetch -d tests/http/office --only mastadon
! netral-fetch: --only: no account on "mastadon" is in force on that day
? 2

# A misspelt platform or account is a mistake, not an empty result.
$ netral-fetch -d tests/http/office --account nobody
! netral-fetch: --account: no account "nobody" is in force on that day
? 2

# Without anything to ask there is nothing to do.
$ env -u NETRAL_OFFICE netral-fetch
! netral-fetch: nothing to ask: give --office DIR or a URL
? 2

# A wrong option, a wrong time.
$ netral-fetch --now yesterday -d tests/http/office
! netral-fetch: --now: expected a time such as 2024-10-05T09:00:00+07:00, got "yesterday"
? 2

# An index that is wrong names its line.
$ cp tests/http/replay/index.ndjson $T; echo '{"url":"https://a.example/","captured":"2024-12-18T02:10:05Z","status":200,"file":"../x"}' >>$T/index.ndjson; netral-fetch -d tests/http/office --from $T
! netral-fetch: refused: mastodon lama@sosial.example (199013012015041003): declared or registered only until 2024-05-31
! netral-fetch: refused: mastodon bukansiapa@sosial.example (199013012015041099): its owner is nobody in employees.csv or contest.json
! netral-fetch: $T/index.ndjson:19: file: expected a path inside the folder
? 2

# Every source that comes with it is good.
$ netral-fetch --check -d tests/http/office
! netral-fetch: configuration is good

# A wrong source file names file, line and column.
$ tests/http/wrong 's/"platforms"/"platform"/'
! netral-fetch: sources/mastodon.json:5:3: platform: unknown key, expected one of: source title documentation platforms accept body feeds timeline post window paging resolve home own items lists interactions classes limits robots auth
? 2

# A wrong source file names file, line and column.
$ tests/http/wrong 's/{account_id}/{acount_id}/'
! netral-fetch: sources/mastodon.json:8:15: timeline: "{acount_id}" is not known here, expected {host} {account_id} {handle} {url}
? 2

# A wrong source file names file, line and column.
$ tests/http/wrong 's/"classes": {/&"status": {"404": "notfound"},/'
! netral-fetch: sources/mastodon.json:40:33: classes.status.404: expected a state such as "not_found" (see netral-source(5)), got "notfound"
? 2

# A wrong source file names file, line and column.
$ tests/http/wrong 's/"classes": {/&"status": {"4o4": "gone"},/'
! netral-fetch: sources/mastodon.json:40:26: classes.status.4o4: expected a status of HTTP, "100" to "999"
? 2

# A wrong source file names file, line and column.
$ tests/http/wrong 's|"/created_at"|"created_at"|'
! netral-fetch: sources/mastodon.json:14:18: items.published: expected a JSON Pointer, "" or "/name"
? 2

# A wrong source file names file, line and column.
$ tests/http/wrong 's|https://{host}/api/v1/acc|http://{host}/api/v1/acc|'
! netral-fetch: sources/mastodon.json:8:15: timeline: expected a URL that begins with https://, or {url}; --allow-local allows http:// for tests
? 2

# A wrong source file names file, line and column.
$ tests/http/wrong 's/"pages": 50/"pages": 0/'
! netral-fetch: sources/mastodon.json:10:39: paging.pages: expected an integer from 1 to 1000
? 2

# A wrong source file names file, line and column.
$ tests/http/wrong 's/"type": "link"/"type": "curser"/'
! netral-fetch: sources/mastodon.json:10:22: paging.type: expected "link", "next", "cursor", "page", "offset" or "none", got "curser"
? 2

# A wrong source file names file, line and column.
$ tests/http/wrong 's|"published": "/created_at",||'
! netral-fetch: sources/mastodon.json:15:14: items.since: needs "id" and "published": what is late or edited is asked for again
? 2

# A wrong source file names file, line and column.
$ tests/http/wrong 's/"source": "mastodon"/"source": "pleroma"/'
! netral-fetch: sources/mastodon.json:2:13: source: expected "mastodon", as the file is called
? 2

# A wrong source file names file, line and column.
$ tests/http/wrong 's/"platforms": \["feed"\]/"platforms": ["feed", "mastodon"]/' feed; tests/http/wrong 's/"elements": .*/"elements": [],/' feed
! netral-fetch: sources/mastodon.json:5:17: platforms[0]: mastodon is already served by source feed
! netral-fetch: sources/feed.json:14:17: items.elements: expected at least one
? 2

# A key that would never be shown is no good configuration.
$ for auth in '"env": "SAMPLE KEY", "hosts": ["127.0.0.1"]' '"env": "7KEY", "hosts": ["127.0.0.1"]' '"env": "KEY", "hosts": ["https://127.0.0.1"]' '"env": "KEY", "hosts": ["127.0.0.1:8080"]' '"env": "KEY", "hosts": ["API.example"]' '"env": "KEY", "hosts": ["other.example"]'; do mkdir -p $T/sources; jq --argjson auth "{$auth}" '.auth += $auth | .timeline = "https://api.example/{account_id}"' tests/http/share/sources/keyed.json >$T/sources/keyed.json; NETRAL_SHARE=$T netral-fetch --check; done
! netral-fetch: $T/sources/keyed.json:17:12: auth.env: expected the name of a variable, such as "SAMPLE_KEY"
! netral-fetch: $T/sources/keyed.json:17:12: auth.env: expected the name of a variable, such as "SAMPLE_KEY"
! netral-fetch: $T/sources/keyed.json:19:7: auth.hosts[0]: expected a host in small letters, such as "api.sample.example": no https://, no port, no path
! netral-fetch: $T/sources/keyed.json:19:7: auth.hosts[0]: expected a host in small letters, such as "api.sample.example": no https://, no port, no path
! netral-fetch: $T/sources/keyed.json:19:7: auth.hosts[0]: expected a host in small letters, such as "api.sample.example": no https://, no port, no path
! netral-fetch: $T/sources/keyed.json:18:14: auth.hosts: api.example, which timeline asks, is not here: the key would not be shown to it
? 2

# A wrong source file names file, line and column.
$ tests/http/wrong '$d' 2>&1 | cut -d : -f 1-4
> netral-fetch: sources/mastodon.json:45:1

# A live feed: text as it came, entries in comments and CDATA not counted.
% needs nginx
$ tests/http/nginx 'netral-fetch --parallel 1 --tries 1 --allow-local --now 2024-12-18T02:00:00Z $URL/feed.xml'
> {"schema":"capture/1","source":"feed","platform":"feed","url":"http://URL/feed.xml","captured":"2024-12-18T02:00:00Z","status":200,"sha256":"76b01bd3d555613ada4d5a4ef503c597c60ad342433a7112a22d079d6b29901b","about":{"account":{"platform":"feed","url":"http://URL/feed.xml"}},"text":"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- <entry> in a comment is none -->\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n  <title>Catatan kebun</title>\n  <id>tag:kebun.example,2024:feed</id>\n  <updated>2024-10-20T08:00:00+07:00</updated>\n  <entry>\n    <id>tag:kebun.example,2024:2</id>\n    <title>Panen cabai</title>\n    <published>2024-10-19T17:30:00+07:00</published>\n    <updated>2024-10-20T08:00:00+07:00</updated>\n    <content type=\"html\"><![CDATA[<p>Tiga kilo. <entry> bukan entri.</p>]]></content>\n  </entry>\n  <entry>\n    <id>tag:kebun.example,2024:1</id>\n    <title>Menyemai</title>\n    <published>2024-08-01T06:00:00+07:00</published>\n    <updated>2024-08-01T06:00:00+07:00</updated>\n  </entry>\n</feed>\n"}
> {"schema":"coverage/1","source":"feed","platform":"feed","account":{"platform":"feed","url":"http://URL/feed.xml"},"state":"ok","captured":"2024-12-18T02:00:00Z","items":2,"from":"2024-08-01T06:00:00+07:00","to":"2024-10-19T17:30:00+07:00","requests":2}
! netral-fetch: no office folder and no --state: no evidence is kept
! netral-fetch: 1 account: 1 collected; 2 requests

# A live list: Link, absolute and relative, to the end.
% needs nginx
$ tests/http/nginx 'netral-fetch --parallel 1 --tries 1 --allow-local --now 2024-12-18T02:00:00Z -s mastodon $URL/statuses; seen'
> {"schema":"capture/1","source":"mastodon","platform":"mastodon","url":"http://URL/statuses","captured":"2024-12-18T02:00:00Z","status":200,"sha256":"b25690fc78b3c04c83423934bdb660c69afb5d2475f62f84ecaee689822704f1","about":{"account":{"platform":"mastodon","url":"http://URL/statuses"}},"json":[{"id":"60","created_at":"2024-10-03T01:00:00.000Z","content":"enam puluh"},{"id":"40","created_at":"2024-10-02T01:00:00.000Z","content":"empat  puluh"}]}
> {"schema":"capture/1","source":"mastodon","platform":"mastodon","url":"http://URL/statuses?max_id=40","captured":"2024-12-18T02:00:00Z","status":200,"sha256":"228b3e356d5625570865b0bb788a04a9501320ecaa0da93db0bf91e31787e133","about":{"account":{"platform":"mastodon","url":"http://URL/statuses"}},"json":[{"id":"20","created_at":"2024-10-01T01:00:00.000Z","n":12345678901234567890123}]}
> {"schema":"capture/1","source":"mastodon","platform":"mastodon","url":"http://URL/statuses?max_id=20","captured":"2024-12-18T02:00:00Z","status":200,"sha256":"4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945","about":{"account":{"platform":"mastodon","url":"http://URL/statuses"}},"json":[]}
> {"schema":"coverage/1","source":"mastodon","platform":"mastodon","account":{"platform":"mastodon","url":"http://URL/statuses"},"state":"ok","captured":"2024-12-18T02:00:00Z","items":3,"from":"2024-10-01T01:00:00Z","to":"2024-10-03T01:00:00Z","requests":3}
> URL /statuses -
> URL /statuses?max_id=40 -
> URL /statuses?max_id=20 -
! netral-fetch: no office folder and no --state: no evidence is kept
! netral-fetch: 1 account: 1 collected; 3 requests

# A packed answer that grows by little and yet too much; one that is large and not too large.
% needs nginx
$ mkdir $T/r; seq 1 2600000 | sed '1s/^/[/; s/$/,/; $s/,$/]/' | gzip -1 >$T/r/wide.gz; seq 1 1300000 | sed '1s/^/[/; s/$/,/; $s/,$/]/' | gzip -1 >$T/r/less.gz; echo "location ~ /(wide|less) { default_type application/json; add_header Content-Encoding gzip; root $T/r; rewrite ^(.*)\$ \$1.gz break; }" >$T/r/server; export RECORDED=$T/r; tests/http/nginx 'netral-fetch -q --parallel 1 --tries 1 --allow-local -s mastodon $URL/wide $URL/less | jq -c "[.state, .items, .detail]"'
> ["format_drift",null,"the packed answer is longer than 16777216"]
> ["format_drift",null,"item 1 has no id"]

# Redirects: a loop, another port, to a private address, a file, a password.
% needs nginx
$ tests/http/nginx 'netral-fetch --parallel 1 --tries 1 --allow-local -s mastodon $URL/loop $URL/hop $URL/hop-private $URL/hop-file $URL/hop-user -o /dev/null; seen'
> URL /loop -
> URL /loop -
> URL /loop -
> URL /loop -
> URL /loop -
> URL /loop -
> URL /hop -
> OTHER /landed -
> URL /hop-private -
> URL /hop-file -
> URL /hop-user -
! netral-fetch: no office folder and no --state: no evidence is kept
! netral-fetch: mastodon http://URL/loop: format_drift: more than 5 redirects
! netral-fetch: mastodon http://URL/hop-private: not_found: refused: 10.0.0.1 is not a public address
! netral-fetch: mastodon http://URL/hop-file: not_found: redirect 1 refused: not a URL
! netral-fetch: mastodon http://URL/hop-user: not_found: redirect 1 refused: a URL with a name or password in it
! netral-fetch: not_found: check the declared address
! netral-fetch: format_drift: the platform has changed: the source file needs an update
! netral-fetch: 5 accounts: 1 collected (1 without posts), 3 not_found, 1 format_drift; 12 requests
! netral-fetch: not seen in full: 4 of 5 accounts; that is not "nothing found"

# A key is shown to the first host, never after a redirect.
% needs nginx
$ NETRAL_SHARE=tests/http/share KEYED_TOKEN=secret tests/http/nginx 'netral-fetch -q --parallel 1 --tries 1 --allow-local -s keyed $URL/hop $OTHER/landed | jq -c "select(.state) | [.state, .requests]"; seen'
> ["ok",2]
> ["ok",1]
> URL /hop Bearer secret
> OTHER /landed -
> OTHER /landed Bearer secret

# A key that would break a header is refused.
$ NETRAL_SHARE=tests/http/share KEYED_TOKEN='a b' netral-fetch --check
! netral-fetch: KEYED_TOKEN: holds a byte that no key has
? 2

# What a server can make long has a limit: body, headers, time.
% needs nginx
$ tests/http/nginx 'netral-fetch --parallel 1 --tries 1 --allow-local -s mastodon -o /dev/null $URL/large $URL/headers; netral-fetch --parallel 1 --tries 1 --allow-local --timeout 1 -s mastodon -o /dev/null $URL/slow'
! netral-fetch: no office folder and no --state: no evidence is kept
! netral-fetch: mastodon http://URL/large: format_drift: the answer is longer than 16777216 bytes
! netral-fetch: mastodon http://URL/headers: format_drift: the headers are longer than 65536 bytes
! netral-fetch: format_drift: the platform has changed: the source file needs an update
! netral-fetch: 2 accounts: 0 collected, 2 format_drift; 2 requests
! netral-fetch: not seen in full: 2 of 2 accounts; that is not "nothing found"
! netral-fetch: no office folder and no --state: no evidence is kept
! netral-fetch: mastodon http://URL/slow: transient: no whole answer within 1 s
! netral-fetch: transient: run again later
! netral-fetch: 1 account: 0 collected, 1 transient; 1 request
! netral-fetch: not seen in full: 1 of 1 accounts; that is not "nothing found"
? 1

# Pages that lead in a circle, or to another host.
% needs nginx
$ tests/http/nginx 'netral-fetch -q --parallel 1 --tries 1 --allow-local -s mastodon $URL/endless $URL/stray | jq -c "select(.state) | [.state, .items, .requests, .detail]"; seen'
> ["format_drift",0,1,"the next page is one that was already asked for"]
> ["format_drift",0,1,"the next page is on another host"]
> URL /endless -
> URL /stray -

# Answers of a live server that are no list.
% needs nginx
$ tests/http/nginx 'netral-fetch --parallel 1 --tries 1 --allow-local -s mastodon -o /dev/null $URL/login $URL/landed.html $URL/none $URL/busy; netral-fetch --parallel 1 --tries 1 --allow-local -o /dev/null $URL/statuses $URL/login'
! netral-fetch: no office folder and no --state: no evidence is kept
! netral-fetch: mastodon http://URL/login: login_wall: HTTP 200, Content-Type text/html
! netral-fetch: mastodon http://URL/landed.html: format_drift: the answer is no list of items
! netral-fetch: mastodon http://URL/none: not_found: HTTP 404
! netral-fetch: mastodon http://URL/busy: rate_limited: HTTP 429, Retry-After 300
! netral-fetch: rate_limited: run again later
! netral-fetch: login_wall: the platform wants a login: ask for an export
! netral-fetch: not_found: check the declared address
! netral-fetch: format_drift: the platform has changed: the source file needs an update
! netral-fetch: 4 accounts: 0 collected, 1 rate_limited, 1 login_wall, 1 not_found, 1 format_drift; 4 requests
! netral-fetch: not seen in full: 4 of 4 accounts; that is not "nothing found"
! netral-fetch: no office folder and no --state: no evidence is kept
! netral-fetch: feed http://URL/statuses: format_drift: this is no XML
! netral-fetch: feed http://URL/login: login_wall: HTTP 200, Content-Type text/html
! netral-fetch: login_wall: the platform wants a login: ask for an export
! netral-fetch: format_drift: the platform has changed: the source file needs an update
! netral-fetch: 2 accounts: 0 collected, 1 login_wall, 1 format_drift; 3 requests
! netral-fetch: not seen in full: 2 of 2 accounts; that is not "nothing found"
? 1

# Proxies of the environment are not used.
% needs nginx
$ tests/http/nginx 'http_proxy=http://127.0.0.1:9 ALL_PROXY=http://127.0.0.1:9 netral-fetch -q --parallel 1 --tries 1 --allow-local $URL/feed.xml | jq -r "select(.state).state"'
> ok

# Who asks is said, with whom to complain to; no cookie and no password of ~/.netrc goes along.
% needs nginx jq
$ mkdir $T/h; echo machine 127.0.0.1 login a password b >$T/h/.netrc; chmod 600 $T/h/.netrc; cp -R tests/http/office $T/o; HOME=$T/h tests/http/nginx 'netral-fetch -q -d $T/o --parallel 1 --allow-local -s mastodon $URL/guest?1 $URL/guest?2 | jq -c "select(.json).json"; seen'
> [{"id":"1","who":"netral/0.1.0 (+mailto:periksa@contoh.example)","cookie":""}]
> [{"id":"1","who":"netral/0.1.0 (+mailto:periksa@contoh.example)","cookie":""}]
> URL /guest?1 -
> URL /guest?2 -

# With an office a feed is captured at once, and its evidence kept there.
% needs nginx jq
$ cp -R tests/http/office $T/o; tests/http/nginx 'netral-fetch -q -d $T/o --allow-local $URL/feed.xml | jq -r "select(.warc).warc.file" | while read -r f; do netral-fetch --verify $T/o/state/warc/$f | grep -c ": good:"; done'
> 1

# So is a web page: its bytes and their evidence, and that no posts are read in it; the next run says "unchanged". Where it names a feed, that is read. Walls are called walls, robots.txt holds.
% needs nginx jq
$ cp -R tests/http/office $T/o; jq '.language = "id"' tests/http/office/office.json >$T/o/office.json; tests/http/nginx 'ask() { netral-fetch -d $T/o --parallel 1 --allow-local "$@" | jq -c "if .state then [.state, .items, .requests, .detail] else [.url, .warc.file != null, (.text | length)] end"; }; ask --now 2024-12-18T02:00:00Z $URL/halaman $URL/blog $URL/login $URL/bot $URL/secret/halaman; ask --now 2024-12-18T02:00:01Z $URL/halaman; netral-fetch --from $T/o/state/warc/*00-00001.warc.gz | tee $T/out | jq -r "select(.text) | .sha256" | head -n 1; sha256sum <tests/http/www/halaman; netral-fetch --verify $T/o/state/warc/* | grep -c ": good:"; netral-normalize $T/out | jq -c .object.url; seen'
> ["http://URL/halaman",true,255]
> ["ok",null,2,"a web page without a feed that can be read: captured, but no posts are read in it"]
> ["http://URL/feed.xml?a=1&b=2",true,712]
> ["ok",2,2,"the web page names its feed: http://URL/feed.xml?a=1&b=2"]
> ["login_wall",null,1,"HTTP 200, Content-Type text/html"]
> ["login_wall",null,1,"HTTP 200, Content-Type text/html"]
> ["not_found",null,0,"refused: its robots.txt asks not to fetch this"]
> ["unchanged",null,2,"HTTP 304"]
> fa397f9a04490fe202d54e25dddcab318b52db4b675a0f172c15d1393a97e6b1
> fa397f9a04490fe202d54e25dddcab318b52db4b675a0f172c15d1393a97e6b1  -
> 2
> null
> null
> null
> null
> null
> null
> null
> URL /robots.txt -
> URL /halaman -
> URL /blog -
> URL /feed.xml?a=1&b=2 -
> URL /login -
> URL /bot -
> URL /robots.txt -
> URL /halaman -
! netral-fetch: feed http://URL/halaman: halaman web tanpa umpan (feed) yang dapat dibaca: direkam, tetapi unggahan di dalamnya tidak dibaca
! netral-fetch: feed http://URL/login: perlu masuk akun (login_wall): HTTP 200, Content-Type text/html
! netral-fetch: feed http://URL/bot: perlu masuk akun (login_wall): HTTP 200, Content-Type text/html
! netral-fetch: feed http://URL/secret/halaman: tidak ditemukan (not_found): tidak diminta: robots.txt-nya meminta agar tidak diambil
! netral-fetch: perlu masuk akun (login_wall): hanya terlihat setelah masuk akun: mintalah berkas ekspor
! netral-fetch: tidak ditemukan (not_found): periksa alamat yang dinyatakan
! netral-fetch: 5 akun: 2 terbaca, 2 perlu masuk akun (login_wall), 1 tidak ditemukan (not_found); 6 permintaan
! netral-fetch: tidak terlihat seluruhnya: 3 dari 5 akun; itu bukan "tidak ada temuan"
! netral-fetch: 1 akun: 0 terbaca, 1 tidak ada yang baru (unchanged); 2 permintaan
! netral-normalize: $T/out:1: in the body, byte 15: a web page, not a feed
! netral-normalize: 1 of 8 records refused

# Of an account the posts were asked for: a page is evidence, but no line; that is said, and no failure of the run.
% needs nginx jq
$ cp -R tests/http/office $T/o; tests/http/nginx 'printf "%s\n" owner,platform,account_id,handle,url,declared_on,verified_on,withdrawn_on 199013012015041001,feed,,,$URL/halaman,2024-01-05,, >$T/a.csv; netral-fetch -d $T/o -a $T/a.csv --only feed --allow-local --now 2024-12-18T02:00:00Z | jq -c "[.schema, .state, .items, .detail]"; zcat $T/o/state/warc/* | grep -a -c "Ayo coblos"; netral-fetch -q --allow-local -s jsonfeed $URL/blog | jq -c "select(.state) | [.state, .detail]"'
> ["coverage/1","no_source",null,"a web page without a feed that can be read"]
> 1
> ["ok","a web page without a feed that can be read: captured, but no posts are read in it"]
! netral-fetch: feed http://URL/halaman: a web page without a feed that can be read: captured, but no posts are read in it; ask its owner for the address of a feed
! netral-fetch: 1 account: 0 collected, 1 no_source; 2 requests
! netral-fetch: not seen in full: 1 of 1 accounts; that is not "nothing found"

# So are the posts of an account that is named: by its handle where the source can be asked by one, else by its id.
$ export X_BEARER_TOKEN=k META_ACCESS_TOKEN=k TIKTOK_ACCESS_TOKEN=k; ask() { netral-fetch -q --from tests/http/sources/web --now 2024-12-18T02:00:00Z -s "$@" | jq -c 'select(.state) | [.source, .account.id, .account.handle, .role, .state, .items]'; }; ask bluesky calon.example hilang.example; ask x id:1001; ask tiktok @calontt; ask facebook 2002; ask reddit calonr; netral-fetch calon.example
> ["bluesky",null,"calon.example",null,"ok",2]
> ["bluesky",null,"hilang.example",null,"not_found",null]
> ["x","1001",null,null,"ok",2]
> ["tiktok",null,"calontt",null,"ok",2]
> ["facebook","2002",null,null,"ok",2]
> ["reddit",null,"calonr",null,"no_source",null]
! netral-fetch: "calon.example" is not a URL; an account needs the --source of its platform
? 2

# A status means what HTTP says, if the source says nothing else.
$ for s in 200 304 401 403 404 410 429 451 500 503; do echo '{"url":"https://a.example/'$s'","captured":"2024-12-18T02:00:00Z","status":'$s'}'; done >$T/index.ndjson; for s in 200 304 401 403 404 410 429 451 500 503; do netral-fetch -q --from $T -s mastodon https://a.example/$s | jq -r '[.state, .detail] | @tsv'; done
> format_drift	the answer is empty
> unchanged	HTTP 304
> auth	HTTP 401
> private	HTTP 403
> not_found	HTTP 404
> gone	HTTP 410
> rate_limited	HTTP 429
> transient	HTTP 451
> transient	HTTP 500
> transient	HTTP 503

# Nothing listens: the account is told, and the run goes on.
% needs nginx
$ tests/http/nginx 'netral-fetch -q --parallel 1 --tries 1 --allow-local http://127.0.0.1:1/ $URL/feed.xml' | jq -c 'select(.state) | [.account.url, .state]'
> ["http://127.0.0.1:1/","transient"]
> ["http://URL/feed.xml","ok"]

# Only https.
$ for u in http://blog.example/ ftp://blog.example/; do netral-fetch -q "$u" | jq -c '[.account.url, .state, .detail]'; done
> ["http://blog.example/","not_found","refused: not an https URL"]
> ["ftp://blog.example/","not_found","refused: not an https URL"]

# Only public addresses, however they are written; make check-private tells of names and redirects, too.
$ grep -v '^#' tests/http/private/hosts | while read -r h name; do [ "$name" ] || netral-fetch -q "https://$h/" 2>&1 | jq -Rr 'if startswith("{") then fromjson | [.state, .detail[:9]] | @tsv else sub(".*/\\S* *"; "") end'; done | sort | uniq -c
>       3 is not a URL
>      65 not_found	refused: 

# A name that leads to this machine is refused when it is connected to.
$ netral-fetch -q https://localhost/ | jq -r '.state, .detail[:24]'
> not_found
> refused: localhost is at

# A URL with a name or password in it is not even recorded.
$ netral-fetch 'https://a:b@blog.example/'
! netral-fetch: a URL with a name or password in it is not asked
? 2

# A URL with a name or password in it is not even recorded.
$ netral-fetch 'https://evil\@127.0.0.1/'
! netral-fetch: a URL with a name or password in it is not asked
? 2

# Lost output is a failure.
% needs /dev/full
$ netral-fetch -q -d tests/http/office --from tests/http/replay >/dev/full
! netral-fetch: <stdout>: write: No space left on device
? 3

# A reader that has seen enough ends it quietly.
$ netral-fetch -q -d tests/http/office --from tests/http/replay | head -n 1 | cut -c 1-40
> {"schema":"capture/1","source":"mastodon

# Options that do not fit together are a mistake.
$ netral-fetch -s feed -d tests/http/office
! netral-fetch: --source needs a URL or an account
! usage: netral-fetch [OPTION ...] [URL | ACCOUNT | FILE ...]
! try: netral-fetch --help
? 2

# Options that do not fit together are a mistake.
$ netral-fetch --only feed https://blog.example/
! netral-fetch: a URL is asked as it is: no -e, -a, -c, --only or --account with it
! usage: netral-fetch [OPTION ...] [URL | ACCOUNT | FILE ...]
! try: netral-fetch --help
? 2

# Of a candidate at most 20 accounts on a platform are asked, and that is said.
$ { echo owner,platform,account_id,handle,url,declared_on,verified_on,withdrawn_on; seq 1 22 | sed 's|.*|satu,feed,,,https://blog&.example/feed,2024-01-01,,|'; } >$T/a.csv; netral-fetch -nq -d tests/http/office -a $T/a.csv --now 2024-12-18T09:30:00+07:00 | grep -c blog; netral-fetch -d tests/http/office -a $T/a.csv --from tests/http/replay --now 2024-12-18T09:30:00+07:00 -o /dev/null 2>&1 | grep -e above -e refused$
> 20
> netral-fetch: refused: feed https://blog21.example/feed (satu): above the 20 accounts of a candidate on a platform
> netral-fetch: refused: feed https://blog22.example/feed (satu): above the 20 accounts of a candidate on a platform
> netral-fetch: 3 accounts refused

# An account that no source reads is said: in the lines, in the evidence, and to people in their language.
$ cp -R tests/http/office $T/o; jq '.language = "id"' tests/http/office/office.json >$T/o/office.json; { head -n 1 tests/http/office/accounts.csv; echo 199013012015041001,whatsapp,,saluran-satu,,2024-01-05,,; echo 199013012015041001,whatsapp,,saluran-baru,,2025-01-05,,; } >$T/o/accounts.csv; netral-fetch -d $T/o --state $T/s --now 2024-12-18T09:30:00+07:00 --only whatsapp >$T/a; cat $T/a; netral-fetch --from $T/s/warc/* | cmp - $T/a
> {"schema":"coverage/1","platform":"whatsapp","account":{"platform":"whatsapp","handle":"saluran-satu"},"owner":"199013012015041001","role":"employee","state":"no_source","captured":"2024-12-18T02:30:00Z","requests":0,"detail":"no source reads this platform"}
! netral-fetch: tidak diminta: whatsapp saluran-baru (199013012015041001): baru dinyatakan atau didaftarkan mulai 2025-01-05
! netral-fetch: tanpa jalan resmi (no_source), atau kuncinya tidak ada (whatsapp 1): mintalah berkas ekspor kepada pemiliknya
! netral-fetch: 1 akun tidak diminta
! netral-fetch: 1 akun: 0 terbaca, 1 tanpa jalan resmi (no_source); 0 permintaan
! netral-fetch: tidak terlihat seluruhnya: 1 dari 1 akun; itu bukan "tidak ada temuan"

# What status 1 means is told by each tool in its own words.
$ for t in fetch normalize; do netral-$t --help | tail -n 1; done
> status: 0 all done; 1 some accounts not collected; 2 usage or configuration; 3 not finished
> status: 0 all done; 1 some records refused; 2 usage or configuration; 3 not finished
