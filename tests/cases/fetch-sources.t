# Every source asks as its platform wants it: ids, pages, what happens on a post.
$ export X_BEARER_TOKEN=k YOUTUBE_API_KEY=k META_ACCESS_TOKEN=k THREADS_ACCESS_TOKEN=k REDDIT_ACCESS_TOKEN=k; netral-fetch -q -d tests/http/sources --from tests/http/sources/web --now 2024-12-18T09:30:00+07:00 | jq -c 'select(.schema == "coverage/1") | [.source, .account.id // .account.handle // .account.url, .state, .items, .from, .requests, .detail]'
> ["bluesky","calon.example","ok",2,"2024-10-02T01:00:00Z",11,null]
> ["x","1001","ok",2,"2024-10-02T01:00:00Z",10,null]
> ["youtube","UCaaa","ok",2,"2024-10-02T01:00:00Z",5,null]
> ["facebook","2002","ok",2,"2024-10-02T01:00:00Z",6,null]
> ["instagram","3003","ok",2,"2024-10-02T01:00:00Z",4,null]
> ["threads","4004","ok",2,"2024-10-02T01:00:00Z",4,null]
> ["reddit","calonr","ok",2,"2024-10-02T01:00:00Z",4,null]
> ["activitypub","calonap","ok",2,"2024-10-02T01:00:00Z",2,null]
> ["jsonfeed","https://kebun.example/feed.json","ok",2,"2024-10-02T01:00:00Z",2,null]
> ["bluesky","did:plc:bbb","suspended",null,null,1,"HTTP 400"]
> ["bluesky","hilang.example","not_found",null,null,1,"not found out what to ask: HTTP 400"]
> ["x","1002","ok",0,null,1,null]
> ["x","1003","suspended",null,null,1,"HTTP 200, Content-Type application/json"]
> ["x","1004","private",null,null,1,"HTTP 200, Content-Type application/json"]
> ["youtube","UCbbb","rate_limited",null,null,1,"not found out what to ask: HTTP 403"]
> ["facebook","2003","auth",null,null,1,"HTTP 400"]
> ["facebook","2004","rate_limited",null,null,1,"HTTP 400"]

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
> bluesky	quotes	https://public.api.bsky.app/xrpc/app.bsky.feed.getQuotes?uri=at%3A%2F%2Fdid%3Aplc%3Aaaa%2Fapp.bsky.feed.p
> bluesky	replies	https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?uri=at%3A%2F%2Fdid%3Aplc%3Aaaa%2Fapp.bsky.f
> x	-	https://api.x.com/2/users/1001/tweets?max_results=100&tweet.fields=id,text,created_at,author_id,conversation_id,enti
> x	-	https://api.x.com/2/users/1001/tweets?max_results=100&tweet.fields=id,text,created_at,author_id,conversation_id,enti
> x	liking_users	https://api.x.com/2/tweets/1700000000000000002/liking_users?max_results=100&user.fields=id,name,username
> x	retweeted_by	https://api.x.com/2/tweets/1700000000000000002/retweeted_by?max_results=100&user.fields=id,name,username
> x	quote_tweets	https://api.x.com/2/tweets/1700000000000000002/quote_tweets?max_results=100&tweet.fields=id,text,created_
> x	replies	https://api.x.com/2/tweets/search/recent?query=conversation_id%3A1700000000000000002&max_results=100&tweet.fie
> x	liking_users	https://api.x.com/2/tweets/1700000000000000001/liking_users?max_results=100&user.fields=id,name,username
> x	retweeted_by	https://api.x.com/2/tweets/1700000000000000001/retweeted_by?max_results=100&user.fields=id,name,username
> x	quote_tweets	https://api.x.com/2/tweets/1700000000000000001/quote_tweets?max_results=100&tweet.fields=id,text,created_
> x	replies	https://api.x.com/2/tweets/search/recent?query=conversation_id%3A1700000000000000001&max_results=100&tweet.fie
> youtube	-	https://www.googleapis.com/youtube/v3/playlistItems?part=snippet,contentDetails&maxResults=50&playlistId=UUaaa
> youtube	-	https://www.googleapis.com/youtube/v3/playlistItems?part=snippet,contentDetails&maxResults=50&playlistId=UUaaa
> youtube	comments	https://www.googleapis.com/youtube/v3/commentThreads?part=snippet,replies&maxResults=100&textFormat=pla
> youtube	comments	https://www.googleapis.com/youtube/v3/commentThreads?part=snippet,replies&maxResults=100&textFormat=pla
> activitypub	-	https://sosial.example/users/calonap/outbox?page=true
> activitypub	-	https://sosial.example/users/calonap/outbox?page=true&p=2
> x	-	https://api.x.com/2/users/1002/tweets?max_results=100&tweet.fields=id,text,created_at,author_id,conversation_id,enti

# Without its key a platform is not asked at all.
$ netral-fetch -n -d tests/http/sources --now 2024-12-18T09:30:00+07:00 | cut -f 3 | sort | uniq -c
>       1 activitypub
>       3 bluesky
>       1 jsonfeed

# Every source says what it is, and where that is documented.
$ cat cmd/fetch/sources/*.json | jq -r '[.source, (.paging.type // "one page"), (.auth.env // "open"), (.documentation | startswith("https://"))] | @tsv'
> activitypub	next	open	true
> bluesky	cursor	open	true
> facebook	cursor	META_ACCESS_TOKEN	true
> feed	one page	open	true
> instagram	cursor	META_ACCESS_TOKEN	true
> jsonfeed	next	open	true
> mastodon	link	open	true
> reddit	cursor	REDDIT_ACCESS_TOKEN	true
> threads	cursor	THREADS_ACCESS_TOKEN	true
> x	cursor	X_BEARER_TOKEN	true
> youtube	cursor	YOUTUBE_API_KEY	true
