# Every source asks as its platform wants it: ids, pages, what happens on a post.
$ export X_BEARER_TOKEN=k YOUTUBE_API_KEY=k META_ACCESS_TOKEN=k THREADS_ACCESS_TOKEN=k REDDIT_ACCESS_TOKEN=k TIKTOK_ACCESS_TOKEN=k; netral-fetch -q -d tests/http/sources --from tests/http/sources/web --now 2024-12-18T09:30:00+07:00 | jq -c 'select(.schema == "coverage/1") | [.source, .account.id // .account.handle // .account.url, .state, .items, .from, .requests, .detail]'
> ["bluesky","calon.example","ok",2,"2024-10-02T01:00:00Z",10,null]
> ["x","1001","ok",2,"2024-10-02T01:00:00Z",9,null]
> ["youtube","UCaaa","ok",2,"2024-10-02T01:00:00Z",6,null]
> ["facebook","2002","ok",2,"2024-10-02T01:00:00Z",5,null]
> ["instagram","3003","ok",2,"2024-10-02T01:00:00Z",3,null]
> ["threads","4004","ok",2,"2024-10-02T01:00:00Z",3,null]
> ["reddit","calonr","ok",2,"2024-10-02T01:00:00Z",4,"comments: the platform does not show all"]
> ["activitypub","calonap","ok",2,"2024-10-02T01:00:00Z",2,null]
> ["jsonfeed","https://kebun.example/feed.json","ok",2,"2024-10-02T01:00:00Z",2,null]
> ["bluesky","did:plc:bbb","suspended",null,null,1,"HTTP 400"]
> ["bluesky","hilang.example","not_found",null,null,1,"not found out what to ask: HTTP 400"]
> ["x","1002","ok",0,null,2,null]
> ["x","1003","suspended",null,null,1,"HTTP 200, Content-Type application/json"]
> ["x","1004","private",null,null,1,"HTTP 200, Content-Type application/json"]
> ["youtube","UCbbb","rate_limited",null,null,1,"not found out what to ask: HTTP 403"]
> ["facebook","2003","auth",null,null,1,"HTTP 400"]
> ["facebook","2004","rate_limited",null,null,1,"HTTP 400"]
> ["tiktok","calontt","ok",2,"2024-11-23T22:13:20Z",2,"what is older than 30 days was not asked for: --since asks for it"]
> ["instagram","calonig","not_found",null,null,0,"no usable account_id was declared"]
> ["instagram","pribadiig","not_found",null,null,0,"no usable account_id was declared"]
> ["bluesky","did:plc:pegawaiaaaaaaaaaaaaaaaaa","ok",0,null,5,null]
> ["bluesky","did:plc:tanparumahaaaaaaaaaaaaaa","not_found",0,null,2,"likes: not found out where it is kept: HTTP 404"]
> ["tiktok","pegawaitt","ok",0,null,3,"what is older than 30 days was not asked for: --since asks for it"]
> ["tiktok","tertutuptt","ok",0,null,3,"what is older than 30 days was not asked for: --since asks for it; likes: private; reposts: private"]
> ["tiktok","kuncitt","auth",null,null,1,"HTTP 401"]
> ["reddit","pegawair","ok",0,null,2,null]

# Every source that comes with it is replayed here: its timeline, each list, each interaction.
$ export X_BEARER_TOKEN=k YOUTUBE_API_KEY=k META_ACCESS_TOKEN=k THREADS_ACCESS_TOKEN=k REDDIT_ACCESS_TOKEN=k TIKTOK_ACCESS_TOKEN=k; ask() { netral-fetch -q -d tests/http/$1 --from tests/http/$2 --now 2024-12-18T09:30:00+07:00; }; { ask sources sources/web; ask office replay; INSTAGRAM_USER_ID=17841405309211844 ask sources sources/web; } | jq -r 'select(.schema == "capture/1") | [.source, .about.interaction // "-"] | @tsv' | sort -u >$T/seen; jq -r '.source as $s | [$s, "-"], ((.lists // []) + (.interactions // []) | .[] | [$s, .name]) | @tsv' cmd/fetch/sources/*.json | sort -u | comm -13 $T/seen -; netral-fetch --check
! netral-fetch: configuration is good

# Each source that finds an id by a name does: the question for it, then the posts.
$ export X_BEARER_TOKEN=k YOUTUBE_API_KEY=k; jq -r 'select(.resolve) | .source' cmd/fetch/sources/*.json; for one in "bluesky calon.example" "mastodon calon@sosial.example" "x @calonx" "youtube @calonyt"; do netral-fetch -q --from tests/http/sources/web --now 2024-12-18T02:00:00Z -s $one | jq -c 'select(.state) | [.source, .account.handle, .state, .items, .requests]'; done
> bluesky
> mastodon
> x
> youtube
> ["bluesky","calon.example","ok",2,3]
> ["mastodon","calon@sosial.example","ok",1,2]
> ["x","calonx","ok",2,3]
> ["youtube","calonyt","ok",2,3]

# The example of the manual is a source: key, cursor, likes, and what a closed account is.
% needs nginx jq
$ cp -R tests/http/office/. $T/o; printf '%s\n' owner,platform,account_id,handle,url,declared_on,verified_on,withdrawn_on satu,sample,7,,,2024-01-05,, satu,sample,8,,,2024-01-05,, >$T/o/accounts.csv; mkdir -p $T/share/sources; sed -n '/^{$/,/^}$/p' cmd/fetch/netral-source.5 >$T/share/sources/sample.json; NETRAL_SHARE=$T/share netral-fetch --check; export NETRAL_SHARE=$T/share RECORDED=$PWD/tests/http/sample; tests/http/nginx 'sed -i "s,https://api.sample.example,$URL,; s,api.sample.example,127.0.0.1," $T/share/sources/sample.json; for key in "" rahasia; do SAMPLE_KEY=$key netral-fetch -q -d $T/o --only sample --allow-local --now 2024-12-18T02:00:00Z; done' | jq -c 'if .state then [.account.id, .state, .items, .from, .requests, .detail] else [.about.interaction, .url] end'
> ["7","auth",null,null,1,"HTTP 401, no key in SAMPLE_KEY"]
> ["8","private",null,null,1,"HTTP 200, Content-Type application/json"]
> ["8","private",null,null,1,"HTTP 200, Content-Type application/json"]
> [null,"http://URL/v2/members/7/notes"]
> [null,"http://URL/v2/members/7/notes?page_token=b"]
> ["likes","http://URL/v2/notes/72/likes"]
> ["7","ok",3,"2024-10-07T06:00:00Z",3,null]
! netral-fetch: configuration is good

# What was asked, in order.
$ export X_BEARER_TOKEN=k YOUTUBE_API_KEY=k; netral-fetch -q -d tests/http/sources --from tests/http/sources/web --now 2024-12-18T09:30:00+07:00 | jq -r 'select(.schema == "capture/1") | select(.source | IN("bluesky", "x", "youtube", "activitypub")) | [.source, .about.interaction // "-", .url] | @tsv' | cut -c 1-120
> bluesky	-	https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor=did%3Aplc%3Aaaa&limit=100&filter=posts_with
> bluesky	-	https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor=did%3Aplc%3Aaaa&limit=100&filter=posts_with
> bluesky	likes	https://public.api.bsky.app/xrpc/app.bsky.feed.getLikes?uri=at%3A%2F%2Fdid%3Aplc%3Aaaa%2Fapp.bsky.feed.pos
> bluesky	reposts	https://public.api.bsky.app/xrpc/app.bsky.feed.getRepostedBy?uri=at%3A%2F%2Fdid%3Aplc%3Aaaa%2Fapp.bsky.f
> bluesky	quotes	https://public.api.bsky.app/xrpc/app.bsky.feed.getQuotes?uri=at%3A%2F%2Fdid%3Aplc%3Aaaa%2Fapp.bsky.feed.p
> bluesky	replies	https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?uri=at%3A%2F%2Fdid%3Aplc%3Aaaa%2Fapp.bsky.f
> bluesky	likes	https://public.api.bsky.app/xrpc/app.bsky.feed.getLikes?uri=at%3A%2F%2Fdid%3Aplc%3Aaaa%2Fapp.bsky.feed.pos
> bluesky	reposts	https://public.api.bsky.app/xrpc/app.bsky.feed.getRepostedBy?uri=at%3A%2F%2Fdid%3Aplc%3Aaaa%2Fapp.bsky.f
> bluesky	replies	https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?uri=at%3A%2F%2Fdid%3Aplc%3Aaaa%2Fapp.bsky.f
> x	-	https://api.x.com/2/users/1001/tweets?max_results=100&tweet.fields=id,text,created_at,author_id,conversation_id,enti
> x	-	https://api.x.com/2/users/1001/tweets?max_results=100&tweet.fields=id,text,created_at,author_id,conversation_id,enti
> x	mentions	https://api.x.com/2/users/1001/mentions?max_results=100&tweet.fields=id,text,created_at,author_id,conversatio
> x	liking_users	https://api.x.com/2/tweets/1700000000000000002/liking_users?max_results=100&user.fields=id,name,username
> x	retweeted_by	https://api.x.com/2/tweets/1700000000000000002/retweeted_by?max_results=100&user.fields=id,name,username
> x	quote_tweets	https://api.x.com/2/tweets/1700000000000000002/quote_tweets?max_results=100&tweet.fields=id,text,created_
> x	replies	https://api.x.com/2/tweets/search/recent?query=conversation_id%3A1700000000000000002&max_results=100&tweet.fie
> x	retweeted_by	https://api.x.com/2/tweets/1700000000000000001/retweeted_by?max_results=100&user.fields=id,name,username
> x	replies	https://api.x.com/2/tweets/search/recent?query=conversation_id%3A1700000000000000001&max_results=100&tweet.fie
> youtube	-	https://www.googleapis.com/youtube/v3/playlistItems?part=snippet,contentDetails&maxResults=50&playlistId=UUaaa
> youtube	-	https://www.googleapis.com/youtube/v3/playlistItems?part=snippet,contentDetails&maxResults=50&playlistId=UUaaa
> youtube	comments	https://www.googleapis.com/youtube/v3/commentThreads?part=snippet,replies&maxResults=100&textFormat=pla
> youtube	replies	https://www.googleapis.com/youtube/v3/comments?part=snippet&maxResults=100&textFormat=plainText&parentId
> youtube	comments	https://www.googleapis.com/youtube/v3/commentThreads?part=snippet,replies&maxResults=100&textFormat=pla
> activitypub	-	https://sosial.example/users/calonap/outbox?page=true
> activitypub	-	https://sosial.example/users/calonap/outbox?page=true&p=2
> x	-	https://api.x.com/2/users/1002/tweets?max_results=100&tweet.fields=id,text,created_at,author_id,conversation_id,enti
> x	mentions	https://api.x.com/2/users/1002/mentions?max_results=100&tweet.fields=id,text,created_at,author_id,conversatio
> bluesky	-	https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor=did%3Aplc%3Apegawaiaaaaaaaaaaaaaaaaa&limit=
> bluesky	likes	https://pds.example/xrpc/com.atproto.repo.listRecords?repo=did%3Aplc%3Apegawaiaaaaaaaaaaaaaaaaa&collection
> bluesky	likes	https://pds.example/xrpc/com.atproto.repo.listRecords?repo=did%3Aplc%3Apegawaiaaaaaaaaaaaaaaaaa&collection
> bluesky	follows	https://pds.example/xrpc/com.atproto.repo.listRecords?repo=did%3Aplc%3Apegawaiaaaaaaaaaaaaaaaaa&collecti
> bluesky	-	https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor=did%3Aplc%3Atanparumahaaaaaaaaaaaaaa&limit=

# Without its key a platform is not asked at all.
$ netral-fetch -nq -d tests/http/sources --now 2024-12-18T09:30:00+07:00 >$T/a; grep -v 'needs a key' $T/a | cut -f 3 | sort | uniq -c; grep 'needs a key' $T/a | cut -f 4 | sort | uniq -c
>       1 activitypub
>       5 bluesky
>       1 jsonfeed
>      19 0

# Every source says what it is, and where that is documented.
$ cat cmd/fetch/sources/*.json | jq -r '[.source, (.paging.type // "one page"), (.auth.env // "open"), (.documentation | startswith("https://"))] | @tsv'
> activitypub	next	open	true
> bluesky	cursor	open	true
> facebook	cursor	META_ACCESS_TOKEN	true
> feed	one page	open	true
> instagram-discovery	cursor	META_ACCESS_TOKEN	true
> instagram	cursor	META_ACCESS_TOKEN	true
> jsonfeed	next	open	true
> mastodon	link	open	true
> reddit	cursor	REDDIT_ACCESS_TOKEN	true
> threads	cursor	THREADS_ACCESS_TOKEN	true
> tiktok	cursor	TIKTOK_ACCESS_TOKEN	true
> x	cursor	X_BEARER_TOKEN	true
> youtube	cursor	YOUTUBE_API_KEY	true

# What normalize makes of all of it: nothing is left unread.
$ export X_BEARER_TOKEN=k YOUTUBE_API_KEY=k META_ACCESS_TOKEN=k THREADS_ACCESS_TOKEN=k REDDIT_ACCESS_TOKEN=k TIKTOK_ACCESS_TOKEN=k; netral-fetch -q -d tests/http/sources --from tests/http/sources/web --now 2024-12-18T09:30:00+07:00 | netral-normalize | jq -r 'select(.schema == "activity/1") | [.platform, .type] | @tsv' | sort | uniq -c
>       2 activitypub	Create
>       2 bluesky	Announce
>       7 bluesky	Create
>       1 bluesky	Follow
>       4 bluesky	Like
>       4 facebook	Create
>       1 facebook	Like
>       3 instagram	Create
>       2 jsonfeed	Create
>       7 reddit	Create
>       3 threads	Create
>       1 tiktok	Announce
>       2 tiktok	Create
>       1 tiktok	Like
>       2 x	Announce
>       6 x	Create
>       1 x	Like
>       9 youtube	Create

# TikTok is asked with POST: what was sent is in the record; the cursor and the id of the search go along.
$ TIKTOK_ACCESS_TOKEN=k netral-fetch -q -d tests/http/sources --only tiktok --account calontt --from tests/http/sources/web --now 2024-12-18T09:30:00+07:00 | jq -c 'select(.post).post'
> {"query":{"and":[{"operation":"EQ","field_name":"username","field_values":["calontt"]}]},"start_date":"20241118","end_date":"20241218","max_count":100}
> {"query":{"and":[{"operation":"EQ","field_name":"username","field_values":["calontt"]}]},"start_date":"20241118","end_date":"20241218","max_count":100,"cursor":100,"search_id":"7201388525814961198"}

# It answers for 30 days at a time: --since asks for the pieces before, and says nothing of a gap.
$ TIKTOK_ACCESS_TOKEN=k netral-fetch -q -d tests/http/sources --account calontt --since 2024-10-01T00:00:00Z --from tests/http/sources/web --now 2024-12-18T09:30:00+07:00 | jq -c '.post // [.state, .items, .requests, .detail] | if type == "array" then . else [.start_date, .end_date, .cursor] end'
> ["20241118","20241218",null]
> ["20241118","20241218",100]
> ["20241018","20241117",null]
> ["20241001","20241017",null]
> ["ok",3,4,null]

# What an employee liked, shared and follows comes from the account itself: one list for each, not one for every post.
$ TIKTOK_ACCESS_TOKEN=k netral-fetch -q -d tests/http/sources --from tests/http/sources/web --now 2024-12-18T09:30:00+07:00 | netral-normalize 2>/dev/null | jq -c 'select(.actor.id == "did:plc:pegawaiaaaaaaaaaaaaaaaaa" or .actor.handle == "pegawaitt") | [.type, .published, .object.id, (.object.author.id // .object.author.handle)]'
> ["Like","2024-11-02T01:00:00Z","at://did:plc:aaa/app.bsky.feed.post/2","did:plc:aaa"]
> ["Like","2024-11-01T01:00:00Z","at://did:plc:aaa/app.bsky.feed.post/1","did:plc:aaa"]
> ["Follow","2024-10-20T01:00:00Z","did:plc:aaa",null]
> ["Like",null,"7440000000000000003","calontt"]
> ["Announce",null,"7440000000000000002","calontt"]

# With an account of its own the office asks Instagram for any professional account by its name.
$ export META_ACCESS_TOKEN=k INSTAGRAM_USER_ID=17841405309211844; netral-fetch -q -d tests/http/sources --only instagram --from tests/http/sources/web --now 2024-12-18T09:30:00+07:00 | jq -c 'if .state then [.source, .account.id // .account.handle, .state, .items, .requests, .detail] else .url[:90] end'
> ["instagram-discovery","3003","not_found",null,0,"no usable handle was declared"]
> "https://graph.facebook.com/v21.0/17841405309211844?fields=business_discovery.username(calo"
> "https://graph.facebook.com/v21.0/17841405309211844?fields=business_discovery.username(calo"
> ["instagram-discovery","calonig","ok",2,2,null]
> ["instagram-discovery","pribadiig","not_found",null,1,"HTTP 400"]

# Nothing is asked about a post that says that there is nothing.
$ export X_BEARER_TOKEN=k; netral-fetch -q -d tests/http/sources --account 1001 --from tests/http/sources/web --now 2024-12-18T09:30:00+07:00 | jq -r 'select(.about.interaction) | [.about.interaction, .about.object.id // "-"] | @tsv'
> mentions	-
> liking_users	1700000000000000002
> retweeted_by	1700000000000000002
> quote_tweets	1700000000000000002
> replies	1700000000000000002
> retweeted_by	1700000000000000001
> replies	1700000000000000001

# Replies are asked for only where a thread does not show all of them.
$ export YOUTUBE_API_KEY=k; netral-fetch -q -d tests/http/sources --account UCaaa --from tests/http/sources/web --now 2024-12-18T09:30:00+07:00 | jq -c 'select(.about.interaction == "replies") | [.about.object.id, (.json.items | length)]'
> ["Ugaa",2]
