# A sentence is an activity; what it has beside is kept, and nothing made up.
$ netral-normalize
< {"text":"Ayo coblos nomor 2!"}
< {"id":1726193000000000001,"text":" a ","published":"2024-10-05T08:00:00+08:00","author":"@warga_satu","lang":"in"}
< {"id":"x","text":"b","author":{"id":"7","handle":"warga","name":"Warga"},"url":"https://a.example/1","created_at":null}
> {"schema":"activity/1","type":"Create","object":{"type":"Note","content":"Ayo coblos nomor 2!"},"origin":{"source":"bare"}}
> {"schema":"activity/1","id":"1726193000000000001","type":"Create","published":"2024-10-05T08:00:00+08:00","actor":{"handle":"warga_satu"},"object":{"id":"1726193000000000001","type":"Note","content":" a ","lang":"id"},"origin":{"source":"bare"}}
> {"schema":"activity/1","id":"x","type":"Create","actor":{"id":"7","handle":"warga","name":"Warga"},"object":{"id":"x","type":"Note","url":"https://a.example/1","content":"b"},"origin":{"source":"bare"}}

# An id never passes through a number.
$ netral-normalize | jq -r .id
< {"id":123456789012345678901234567890,"text":"a"}
< {"id":"0017","text":"b"}
> 123456789012345678901234567890
> 0017

# Times: the shapes of the platforms; without a zone it is said so.
$ netral-normalize | jq -c '[.published, .published_zone]'
< {"text":"a","created_at":"2024-10-05T08:00:00.120Z"}
< {"text":"a","created_at":"2024-10-05 08:00:00+00:00"}
< {"text":"a","created_at":"Sat Oct 05 08:00:00 +0000 2024"}
< {"text":"a","created_at":"Sat, 05 Oct 2024 08:00 GMT"}
< {"text":"a","created_at":"2024-10-05 08:00:00"}
< {"text":"a","created_at":"2024-10-05"}
< {"text":"a","created_at":"2024-02-30 08:00:00"}
< {"text":"a","created_at":"kemarin"}
> ["2024-10-05T08:00:00.12Z",null]
> ["2024-10-05T08:00:00Z",null]
> ["2024-10-05T08:00:00Z",null]
> ["2024-10-05T08:00:00Z",null]
> ["2024-10-05T08:00:00+07:00","assumed"]
> ["2024-10-05T00:00:00+07:00","assumed"]
> [null,null]
> [null,null]
! netral-normalize: 2 activities without a date: "2024-02-30 08:00:00" could not be read as a time

# The zone of times without one can be given.
$ netral-normalize --zone +09:00 | jq -c '[.published, .published_zone]'
< {"text":"a","created_at":"2024-10-05 08:00:00"}
> ["2024-10-05T08:00:00+09:00","assumed"]

# A text that is only white space says nothing; a zero-width one is a text.
$ netral-normalize
< {"text":" \n\u00a0\u3000"}
< {"text":"\u200d"}
< {"text":""}
> {"schema":"activity/1","type":"Create","object":{"type":"Note","content":"‍"},"origin":{"source":"bare"}}
! netral-normalize: <stdin>:1: bare: nothing to read in this item
! netral-normalize: <stdin>:3: bare: nothing to read in this item
! netral-normalize: 2 of 3 records refused
? 1

# NUL in a string survives.
$ netral-normalize | jq -c .object.content
< {"text":"a\u0000b"}
> "a\u0000b"

# Our own records pass, byte for byte.
$ netral-normalize
< {"schema":"activity/1", "id":"a:1",  "x":[1.50,1e3]}
< {"schema":"coverage/1","state":"ok","items":0}
> {"schema":"activity/1", "id":"a:1",  "x":[1.50,1e3]}
> {"schema":"coverage/1","state":"ok","items":0}

# One that is spread over lines becomes one line.
$ netral-normalize
< {"schema":"activity/1",
<  "id":"a:1", "n":10.0}
> {"schema":"activity/1","id":"a:1","n":10.0}

# f(f(x)) = f(x)
$ netral-normalize >$T/a; netral-normalize $T/a | cmp - $T/a
< {"text":"Satu"}
< [{"text":"Dua"},{"text":"Tiga"}]

# A bad line costs only itself.
$ netral-normalize --stats
< {"text":"a","text":"b"}
< {"text":"a
< {"schema":"other/1"}
< 17
< {"teks":"salah kunci"}
< {"text":"ok"}
> {"schema":"activity/1","type":"Create","object":{"type":"Note","content":"ok"},"origin":{"source":"bare"}}
! netral-normalize: <stdin>:1:13: duplicate key "text"
! netral-normalize: <stdin>:2:11: unexpected end of data
! netral-normalize: <stdin>:3: schema "other/1" is not read here
! netral-normalize: <stdin>:4: no format is known that looks like this
! netral-normalize: <stdin>:5: no format is known that looks like this
! netral-normalize: in 6, out 1, dropped 0, rejected 5
! netral-normalize: 5 of 6 records refused
? 1

# What is refused is kept: of a list only the bad item.
$ netral-normalize -q --reject $T/r -o $T/o; echo $?; jq -c . $T/r; wc -l <$T/o
< [{"text":"a"},{"teks":"b"},"c",{"text":"d"}]
> 1
> {"schema":"reject/1","tool":"netral-normalize","source":"<stdin>","line":1,"reason":"bare: this item has no /text","bytes":12,"raw":"{\"teks\":\"b\"}"}
> {"schema":"reject/1","tool":"netral-normalize","source":"<stdin>","line":1,"reason":"bare: expected an object { }","bytes":3,"raw":"\"c\""}
> 2

# A document over many lines, JSON.
$ netral-normalize --stats | jq -r .object.content
< [
<   {"text": "a"},
<   {"text": "b"}
< ]
> a
> b
! netral-normalize: in 2, out 2, dropped 0, rejected 0

# Lines that only look like the beginning of one.
$ netral-normalize
< {
< {"text":"a"}
> {"schema":"activity/1","type":"Create","object":{"type":"Note","content":"a"},"origin":{"source":"bare"}}
! netral-normalize: <stdin>:1:2: unexpected end of data; as one document: line 2: unexpected character, expected a string for object key
! netral-normalize: 1 of 2 records refused
? 1

# XML, whatever stands before it.
$ printf '\357\273\277\n <rss><channel><item><title>A &amp;amp; B</title></item></channel></rss>' | netral-normalize
> {"schema":"activity/1","type":"Create","platform":"feed","object":{"type":"Article","name":"A & B"},"origin":{"source":"feed-rss"}}

# The encoding that the XML declares counts, and in a capture that of JSON.
$ printf '<?xml version="1.0" encoding="windows-1252"?><rss><channel><item><title>caf\351 \200</title></item></channel></rss>' | netral-normalize | jq -r .object.name
$ printf '{"schema":"capture/1","status":200,"text":"<?xml version=\\"1.0\\" encoding=\\"iso-8859-1\\"?><rss><channel><item><title>caf\303\251</title></item></channel></rss>"}' | netral-normalize | jq -r .object.name
$ printf '{"schema":"capture/1","status":200,"base64":"PD94bWwgdmVyc2lvbj0iMS4wIiBlbmNvZGluZz0iaXNvLTg4NTktMSI/Pjxyc3M+PGNoYW5uZWw+PGl0ZW0+PHRpdGxlPmNhZuk8L3RpdGxlPjwvaXRlbT48L2NoYW5uZWw+PC9yc3M+"}' | netral-normalize | jq -r .object.name
> café €
> café
> café

# There is no DTD, no web page, no endless nesting.
$ printf '<!DOCTYPE a [<!ENTITY b "c">]><rss>&b;</rss>' >$T/1.xml; printf '<!DOCTYPE html><p>a' >$T/2.xml
$ awk 'BEGIN { printf "<rss>"; while (i++ < 100000) printf "<a>" }' >$T/3.xml; printf '<rss><channel>' >$T/4.xml
$ cd $T && netral-normalize --stats 1.xml 2.xml 3.xml 4.xml
! netral-normalize: 1.xml:1:13: a document type declaration (DTD) is not read
! netral-normalize: 2.xml:1:15: a web page, not a feed
! netral-normalize: 3.xml:1:195: nested deeper than 64
! netral-normalize: 4.xml:1:15: XML: no element found
! netral-normalize: in 4, out 0, dropped 0, rejected 4
! netral-normalize: 4 of 4 records refused
? 1

# A feed belongs to the account it was asked for; an item keeps its own author's name.
$ netral-normalize | jq -c '.id, .platform, .actor, .origin'
< {"schema":"capture/1","source":"feed","platform":"blog","url":"https://b.example/feed","captured":"2024-10-05T02:11:09Z","status":200,"sha256":"00","about":{"account":{"platform":"blog","id":"b1","url":"https://b.example/"}},"text":"<feed xmlns='http://www.w3.org/2005/Atom'><author><name>Warga</name></author><entry><id>1</id><title>A</title></entry></feed>"}
> "blog:1"
> "blog"
> {"id":"b1","name":"Warga","url":"https://b.example/"}
> {"source":"feed","url":"https://b.example/feed","captured":"2024-10-05T02:11:09Z","sha256":"00"}

# Answers without posts are dropped and counted; an unknown one is not.
$ netral-normalize --stats
< {"schema":"capture/1","source":"mastodon","status":200,"json":[]}
< {"schema":"capture/1","source":"mastodon","status":404,"json":{"error":"Record not found"}}
< {"schema":"capture/1","source":"x","status":200,"json":{"meta":{"result_count":0}}}
< {"schema":"capture/1","source":"feed","status":200,"text":"<rss><channel><title>A</title></channel></rss>"}
< {"uri":"https://s.example/api/v2/instance","status":200,"headers":{},"body":"{\"domain\":\"s.example\"}"}
< {"uri":"https://s.example/health","status":200,"headers":{},"body":"OK"}
< {"schema":"capture/1","source":"mastodon","status":200,"json":[{"id":"1","text_html":"baru"}]}
< {"schema":"capture/1","source":"mastodon","status":200,"text":"[{\"id\":"}
! netral-normalize: <stdin>:7: no format is known that looks like this
! netral-normalize: <stdin>:8: in the body, byte 8: unexpected end of data
! netral-normalize: in 8, out 0, dropped 6, rejected 2
! netral-normalize: 2 of 8 records refused
? 1

# HTML: line breaks, links, alt texts, entities once; no script.
$ netral-normalize | jq -r '.object.content, "--"'
< {"schema":"capture/1","status":200,"text":"<rss><channel><item><description>&lt;p&gt;Satu&lt;br&gt;dua&lt;/p&gt;&lt;p&gt;tiga  &lt;a href='x'&gt;empat&lt;/a&gt;&lt;/p&gt;</description></item><item><description>&lt;ul&gt;&lt;li&gt;a&lt;li&gt;b&lt;/ul&gt;&lt;img alt='foto pasar'&gt;&lt;script&gt;x()&lt;/script&gt;</description></item><item><description>1 &amp;lt; 2 &amp;amp;&amp;amp; 3 &lt; 4 &amp;eacute; &amp;amp;amp;</description></item><item><description>&lt;pre&gt;a\n  b&lt;/pre&gt;</description></item></channel></rss>"}
> Satu
> dua
>
> tiga empat
> --
> a
> b
> foto pasar
> --
> 1 < 2 && 3 < 4 é &amp;
> --
> a
>   b
> --

# Who likes a post is a like by each account.
$ netral-normalize | jq -c '[.type, .id, .actor.handle, .object.author.handle]'
< {"schema":"capture/1","source":"mastodon","status":200,"url":"https://s.example/api/v1/statuses/1/favourited_by","about":{"account":{"handle":"calon@s.example"},"object":{"id":"https://s.example/1"}},"json":[{"id":"5","acct":"a","url":"https://s.example/@a"},{"id":"6","acct":"b@t.example","url":"https://t.example/@b"}]}
< {"schema":"capture/1","source":"mastodon","status":200,"url":"https://s.example/api/v1/statuses/1/reblogged_by","about":{"account":{"handle":"calon@s.example"},"object":{"id":"https://s.example/1"}},"json":[{"id":"5","acct":"a","url":"https://s.example/@a"}]}
> ["Like","mastodon:like:https://s.example/1:https://s.example/@a","a@s.example","calon@s.example"]
> ["Like","mastodon:like:https://s.example/1:https://t.example/@b","b@t.example","calon@s.example"]
> ["Announce","mastodon:share:https://s.example/1:https://s.example/@a","a@s.example","calon@s.example"]

# A format can be forced; then nothing else is read.
$ netral-normalize -f x-v2
< {"data":{"id":"1","text":"a"}}
< {"text":"a"}
> {"schema":"activity/1","id":"x:1","type":"Create","platform":"x","object":{"id":"1","type":"Note","url":"https://x.com/i/status/1","content":"a"},"origin":{"source":"x-v2"}}
! netral-normalize: <stdin>:2: not of the format x-v2
! netral-normalize: 1 of 2 records refused
? 1

$ netral-normalize -f feed </dev/null && netral-normalize -f fee </dev/null
! netral-normalize: no format "fee"; --list shows them
? 2

# All maps are right, and so are their examples.
$ netral-normalize --check && netral-normalize --list | cut -d " " -f 1
> activitystreams
> bare
> bluesky
> bluesky-feed
> bluesky-jetstream
> bluesky-likes
> bluesky-records
> bluesky-reposts
> csv
> facebook-comment
> facebook-download
> facebook-likes
> facebook-media
> facebook-post
> facebook-web
> feed-atom
> feed-json
> feed-rss
> gallery-dl
> instagram
> instagram-comment
> instagram-download
> instagram-web
> instaloader-comments
> lines
> linkedin-web
> mastodon
> mastodon-favourited_by
> mastodon-reblogged_by
> reddit
> snscrape
> telegram
> threads
> threads-web
> tiktok-lists
> tiktok-research
> twarc-csv
> tweet-harvest
> x-archive
> x-graphql
> x-twarc
> x-v1
> x-v2
> x-v2-liking
> x-v2-reposted
> youtube
> youtube-comments
> yt-dlp
> zeeschuimer-tiktok
> capture
> http
> zeeschuimer
! netral-normalize: configuration is good

# A stranger adds a platform with one file: the one of netral-map(5).
$ mkdir -p $T/maps && sed -n '/^\.Bd/,/^\.Ed/p' cmd/normalize/netral-map.5 | sed '/^\./d' >$T/maps/kabar.json
$ NETRAL_SHARE=$T netral-normalize --check && NETRAL_SHARE=$T netral-normalize
< {"posts":[{"id":1,"kind":"post","body_html":"<p>A","body":"","time":1728090000,"tags":[{"name":"x"},{"name":""}]},{"id":2,"kind":"post","body_html":""}]}
> {"schema":"activity/1","id":"kabar:1","type":"Create","published":"2024-10-05T01:00:00Z","platform":"kabar","object":{"id":"1","type":"Note","content":"A","tags":["#x"]},"origin":{"source":"kabar"}}
> {"schema":"activity/1","id":"kabar:2","type":"Create","platform":"kabar","object":{"id":"2","type":"Note"},"origin":{"source":"kabar"}}
! netral-normalize: configuration is good

# A wrong key, pointer, converter or place is found with its line and column.
$ mkdir $T/maps && for x in '"titel":"a"' '"object":{"text":"/a"}' '"object":{"content":"a"}' '"object":{"content":"/a | htlm"}' '"object":{"tags":"/a"}' '"object":{"content":{"use":"p"}}' '"object":{"content":{"if":{"at":"/a"},"then":"=b"}}'; do
$ printf '{"name":"a","title":"A","detect":"/a","each":[""],"parts":{"p":{"use":"p"}},\n"activity":{"type":"=Create",%s}}' "$x" >$T/maps/a.json
$ NETRAL_SHARE=$T netral-normalize --check; done
! netral-normalize: $T/maps/a.json:2:30: activity.titel: unknown key, expected one of: for when id type published platform actor object origin
! netral-normalize: $T/maps/a.json:2:40: activity.object.text: no such field here; there are: id type url name content summary lang tags mentions links attachments author in_reply_to quote edited counts
! netral-normalize: $T/maps/a.json:2:50: activity.object.content: expected a pointer like "/a/b", "$/a", "@/a", or "=text"; got "a"
! netral-normalize: $T/maps/a.json:2:50: activity.object.content: no converter "htlm"; there are: bytes text trim html entities base64 time epoch epoch_ms count lower prefix suffix after before hashtag handle name url lang
! netral-normalize: $T/maps/a.json:2:47: activity.object.tags: this is a list: expected {"each": ...} or {"all": ...}
! netral-normalize: $T/maps/a.json:1:64: parts.p: nested deeper than 24; does a part use itself?
! netral-normalize: $T/maps/a.json:2:56: activity.object.content.if: expected one of "is", "has", "equals", "type"
? 2

# An example that is not so names the member.
$ mkdir $T/maps && printf '{"name":"a","title":"A","detect":"/a","each":[""],"activity":{"type":"=Create","object":{"content":"/a"}},"examples":[\n{"in":{"a":"b"},"out":[{"schema":"activity/1","type":"Create","object":{"content":"c"},"origin":{"source":"a"}}]}]}' >$T/maps/a.json
$ NETRAL_SHARE=$T netral-normalize --check
! netral-normalize: $T/maps/a.json:2:24: examples[0].out[0]: differs at /object/content; got {"schema":"activity/1","type":"Create","object":{"content":"b"},"origin":{"source":"a"}}
? 2

# Empty input is no error; binary, and gzip that is cut, is.
$ netral-normalize --stats </dev/null; printf '\000\377\001' | netral-normalize -q; echo $?
$ echo '{"text":"a"}' | gzip -c | head -c 20 | netral-normalize; echo $?
> 1
> 3
! netral-normalize: in 0, out 0, dropped 0, rejected 0
! netral-normalize: <stdin>: gzip: ends in the middle

# Depth, and a line above the limit.
$ awk 'BEGIN { while (i++ < 1000000) printf "["; print "" }' | netral-normalize -q --stats; echo $?
$ { head -c 3000000 /dev/zero | tr '\0' a; echo; echo '{"text":"a"}'; } | netral-normalize --line-max 1; echo $?
> 1
> {"schema":"activity/1","type":"Create","object":{"type":"Note","content":"a"},"origin":{"source":"bare"}}
> 1
! netral-normalize: in 1, out 0, dropped 0, rejected 1
! netral-normalize: <stdin>:1: line of 3000000 bytes is longer than 1048576 (--line-max)
! netral-normalize: 1 of 2 records refused

# The evidence of a run is read as its lines are, from a file and from a pipe.
% needs nginx
$ tests/http/nginx 'netral-fetch -q --parallel 3 --state $T/s --allow-local -s feed $URL/feed.xml $URL/statuses $URL/feed.xml?again $URL/none >/dev/null'; netral-fetch --from $T/s/warc/*.gz | netral-normalize -q >$T/want; wc -l <$T/want; netral-normalize -q $T/s/warc/*.gz | cmp - $T/want; zcat $T/s/warc/*.gz | netral-normalize -q | cmp - $T/want; zcat $T/s/warc/*.gz | sed '/^WARC.1.1/,/^\r$/ s/^Content-Length/content-length/' | netral-normalize -q | cmp - $T/want
> 8

# Evidence: an answer belongs to the line that names it, packed or not; what is
# wrong costs itself, and a place is the number of the record.
$ record() { printf 'WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:x:%s>\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n' "$1" "$2" "$3" "$(printf %s "$4" | wc -c)" "$4"; }; crlf=$(printf '\r\nx'); crlf=${crlf%x}; answer() { record response "$1" "" "HTTP/1.1 200 OK$crlf$crlf$2"; }; line() { record metadata "m$1" "WARC-Refers-To: <urn:x:$1>$crlf" "{\"schema\":\"capture/1\",\"source\":\"kabar\",\"status\":200,\"sha256\":\"$(printf %s "$2" | sha256sum | cut -c 1-64)\"}"; }; { record warcinfo 0 "" "software: kabar"; record request 9 "" "GET / HTTP/1.1$crlf$crlf"; answer 1 '{"text":"satu"}'; answer 2 '{"text":"dua"}'; line 2 '{"text":"dua"}'; line 1 '{"text":"satu"}'; line 3 '{"text":"tiga"}'; line 1 '{"text":"lain"}'; record metadata m5 "WARC-Block-Digest: sha256:$(printf x | sha256sum | cut -c 1-64)$crlf" '{"schema":"coverage/1"}'; record metadata m6 "" '{"schema":"coverage/1","state":"ok"}'; record metadata m7 "" '{"schema":'; printf 'WARC/1.1\r\nContent-Length: 9\r\n\r\ncut'; } >$T/a.warc; netral-normalize --reject $T/r $T/a.warc; jq -r .line $T/r | tr '\n' ' '; gzip -c $T/a.warc | netral-normalize -q | wc -l
> {"schema":"activity/1","type":"Create","object":{"type":"Note","content":"dua"},"origin":{"source":"kabar","sha256":"f2cd0032bf439c696e0747c90be160599a93925eac2e3de6737575a31745743b"}}
> {"schema":"activity/1","type":"Create","object":{"type":"Note","content":"satu"},"origin":{"source":"kabar","sha256":"e0a616469554034e53c9bf57af735e114384e19134c5b86749bf0abd0f18ea9c"}}
> {"schema":"coverage/1","state":"ok"}
> 7 8 9 11 12 3
! netral-normalize: $T/a.warc:7: its answer is not among the last 2048 KiB of answers before it; netral-fetch --from FILE looks everywhere
! netral-normalize: $T/a.warc:8: its body is not the one it speaks of
! netral-normalize: $T/a.warc:9: its block is not what was digested
! netral-normalize: $T/a.warc:11:11: unexpected end of data
! netral-normalize: $T/a.warc:12: the record is cut; what follows is not read
! netral-normalize: 5 of 8 records refused

# A column that stands twice: the place is the row's, not one in what we make of it.
$ printf 'id,text,id\n1,a,2\n' | netral-normalize
! netral-normalize: <stdin>:2: duplicate key "id"
! netral-normalize: 1 of 1 records refused
? 1

# What a parser of HTML makes of a number that is no character is UTF-8 all the same.
$ netral-normalize | netral-normalize | jq -c .object.content
< {"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_html":"a<wbr>&#x1F44ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffD; b"}]}
> "a� b"

# A list longer than a line may be is read in parts: the same items, the same lines.
$ { echo 'window.x = ['; seq 1 60000 | sed 's/.*/{"text":"[halo] \\"&\\" {","id":"&"},/'; echo '{"text":"a","id":"0"}'; echo ']'; } >$T/a; netral-normalize --line-max 9 $T/a >$T/one; { cat $T/a; echo '{"text":"after"}'; } | netral-normalize --stats --line-max 1 | sed '$d' | cmp - $T/one; tr -d '\n' <$T/a | netral-normalize --line-max 1 | cmp - $T/one; head -c 2000000 $T/a | netral-normalize --line-max 1 | tail -n 1
> {"schema":"activity/1","id":"42212","type":"Create","object":{"id":"42212","type":"Note","content":"[halo] \"42212\" {"},"origin":{"source":"bare"}}
! netral-normalize: in 60002, out 60002, dropped 0, rejected 0
! netral-normalize: <stdin>:42213: the list is cut; what follows is not read
! netral-normalize: 1 of 42213 records refused

# A table whose first row cannot be read has no rows that can be understood.
$ printf 'id,"te"xt,a\n1,b\n2,c,d\n' | netral-normalize -f csv
! netral-normalize: <stdin>:1: text behind a closing quote
! netral-normalize: <stdin>:2: the first row could not be read
! netral-normalize: <stdin>:3: the first row could not be read
! netral-normalize: 3 of 3 records refused
? 1

# A source that has changed: loud even when quiet, status 1, and all of it kept.
$ good='{"id":"1","uri":"https://a.example/1","created_at":"2024-10-05T08:00:00Z","visibility":"public","content":"<p>a</p>","account":{"id":"7","acct":"w","url":"https://a.example/@w"}}'; new='{"id":"2","uri":"https://a.example/2","created":"2024-10-05T08:00:00Z","text":"b"}'; echo "[$good,$good,$new,$new,$new]" | netral-normalize -q --stats --reject $T/r >$T/o; echo $?; jq -r .id $T/o; jq -c '.raw | fromjson.id' $T/r; echo "[$good,$good,$new]" | netral-normalize -q | wc -l; echo "[$good,$good,$new,$new,$new]" | netral-normalize -q --drift 60 | wc -l
> 1
> mastodon:https://a.example/1
> mastodon:https://a.example/1
> "2"
> "2"
> "2"
> 2
> 2
! netral-normalize: format_drift: mastodon: 3 of 5 items could not be read; the platform may write something new
! netral-normalize: in 5, out 2, dropped 0, rejected 3

# Times with Indonesian months and zones, and days with the day first.
$ netral-normalize | jq -c '[.published, .published_zone]'
< {"text":"a","created_at":"Selasa, 5 November 2024 pukul 08.30 WIB"}
< {"text":"a","created_at":"17 Agustus 2024 10:00 WITA"}
< {"text":"a","created_at":"1 Mei 2024, 08:05 WIT"}
< {"text":"a","created_at":"05/11/2024"}
< {"text":"a","created_at":"5/11/2024 08.30"}
< {"text":"a","created_at":"31/02/2024"}
> ["2024-11-05T08:30:00+07:00",null]
> ["2024-08-17T10:00:00+08:00",null]
> ["2024-05-01T08:05:00+09:00",null]
> ["2024-11-05T00:00:00+07:00","assumed"]
> ["2024-11-05T08:30:00+07:00","assumed"]
> [null,null]
! netral-normalize: 1 activity without a date: "31/02/2024" could not be read as a time

# A sign in a quoted name is not what separates names.
$ printf '"id;a;b","text"\n1,satu\n' | netral-normalize | jq -r .object.content
> satu

# normalize: a list that no map knows is refused, also where an empty one is an answer.
$ netral-normalize --stats
< {"schema":"capture/1","source":"facebook","url":"https://graph.facebook.com/v19.0/1/likes","json":{"data":[]}}
< {"schema":"capture/1","source":"facebook","url":"https://graph.facebook.com/v19.0/1/likes","json":{"data":[{"strange":"9"}]}}
! netral-normalize: <stdin>:2: no format is known that looks like this
! netral-normalize: in 2, out 0, dropped 1, rejected 1
! netral-normalize: 1 of 2 records refused
? 1

# A time in UTC is written in one way: no zeros behind the point, nine digits at
# most, no second 60; what is no time is absent.
$ netral-normalize | jq -c .published
< {"text":"a","published":"2024-10-05T01:00:00.000Z"}
< {"text":"a","published":"2024-10-05T01:00:00Z"}
< {"text":"a","published":" 2024-10-05T01:00:00.120Z "}
< {"text":"a","published":"2024-10-05T01:00:00.123456789Z"}
< {"text":"a","published":"2024-10-05T01:00:00.1234567891Z"}
< {"text":"a","published":"2024-10-05T01:00:00.010 Z"}
< {"text":"a","published":"2024-10-05T01:00:00 Z"}
< {"text":"a","published":"2024-10-05T01.00:00Z"}
< {"text":"a","published":"2016-12-31T23:59:60Z"}
< {"text":"a","published":"2024-10-05t01:00:00z"}
< {"text":"a","published":"2024-10-05 01:00:00.50Z"}
< {"text":"a","published":"2024-02-30T01:00:00Z"}
< {"text":"a","published":"2024-10-05T01:00Z"}
> "2024-10-05T01:00:00Z"
> "2024-10-05T01:00:00Z"
> "2024-10-05T01:00:00.12Z"
> "2024-10-05T01:00:00.123456789Z"
> "2024-10-05T01:00:00.123456789Z"
> "2024-10-05T01:00:00.01Z"
> "2024-10-05T01:00:00Z"
> "2024-10-05T01:00:00Z"
> "2016-12-31T23:59:59Z"
> "2024-10-05T01:00:00Z"
> "2024-10-05T01:00:00.5Z"
> null
> "2024-10-05T01:00:00Z"
! netral-normalize: 1 activity without a date: "2024-02-30T01:00:00Z" could not be read as a time

# One document that is longer than a line may be, and no list of which parts could
# be read: the message says what to do, and doing it helps.
$ { echo '{"name":"Kabar","type":"public_channel","id":7,"messages":['; seq 1 12000 | sed 's/.*/{"id":&,"type":"message","date":"2024-11-05T08:30:00","from":"Kabar","from_id":"channel7","text":"Jam buka berubah, tolong dicatat"},/'; echo '{"id":0,"type":"service","date":"2024-11-05T08:30:00","actor_id":"channel7","text":""}]}'; } >$T/a; netral-normalize --line-max 1 - <$T/a 2>&1 | head -n 1; netral-normalize --stats --line-max 2 <$T/a | wc -l
> netral-normalize: <stdin>:1: one document of more than 1048576 bytes, and no list: --line-max 2 reads up to twice as much, with more memory
> 12000
! netral-normalize: in 12001, out 12000, dropped 1, rejected 0

# White space at an element's edge is one space, and none beside a line break.
$ jq -Rc '{id: "1", uri: "https://a.example/1", visibility: "public", content: ., created_at: "2024-11-05T08:30:00Z", account: {url: "https://a.example/@a"}}' | netral-normalize | jq -c .object.content
< <p> Jam <b> buka </b> baru <i>kini</i> </p><p> dan tutup  <br/> tetap </p>
< satu <a href="https://a.example/?a>b"> dua</a> tiga	empat&nbsp; lima
> "Jam buka baru kini\n\ndan tutup\ntetap"
> "satu dua tiga empat  lima"

# More files than a process opens by default are no failure.
$ mkdir $T/in; for n in $(seq 100); do echo '{"text":"satu"}' >$T/in/$n.json; done; ulimit -S -n 64; netral-normalize $T/in/* | wc -l
> 100

# Every status that fetch calls an answer is one here.
$ for status in 200 203 206 301 404; do jq -cn --argjson s $status '{schema: "capture/1", source: "feed", platform: "feed", url: "https://a.example/", captured: "2024-10-02T00:00:00Z", status: $s, about: {account: {platform: "feed", url: "https://a.example/"}}, json: {version: "https://jsonfeed.org/version/1.1", title: "a", items: [{id: "1", content_text: "\($s)"}]}}'; done | netral-normalize | jq -r .object.content
> 200
> 203
> 206

# Whoever runs the server of his own account puts no words into the mouth of others: not by their name, number or address, nor on another platform; what others did with a post is for its server to say.
$ capture() { jq -c --argjson who "$1" --argjson more "$2" '{schema: "capture/1", source: "mastodon", platform: "mastodon", url: "https://jahat.example/api/v1/accounts/1/statuses", captured: "2024-10-31T00:00:00Z", status: 200, about: {account: {platform: "mastodon", id: "1", handle: "a@jahat.example", url: "https://jahat.example/@a"}}, json: [{id: "9", uri: "https://jahat.example/9", created_at: "2024-10-30T00:00:00Z", visibility: "public", content: "halo", account: $who}]} * $more' -n; }
$ { capture '{"id": "1", "acct": "a", "url": "https://www.jahat.example/@a"}' '{}'
$ capture '{"id": "107476785561628422", "acct": "buguru_nining@sosial.tirtamulya.example", "url": "https://sosial.tirtamulya.example/@buguru_nining"}' '{}'
$ capture '{"id": "1", "acct": "a", "url": "https://sosial.tirtamulya.example/@buguru_nining"}' '{}'
$ capture '{"id": "107476785561628422", "acct": "a", "url": "x"}' '{}'
$ capture '{"id": "1", "acct": "a", "url": "https://jahat.example/@a"}' '{"platform": "jsonfeed"}'
$ capture '{"id": "2", "acct": "buguru_nining@sosial.tirtamulya.example", "url": "https://sosial.tirtamulya.example/@buguru_nining"}' '{"about": {"interaction": "replies", "object": {"id": "8"}}}'; } | netral-normalize | jq -r .actor.handle
> a@www.jahat.example
> buguru_nining@sosial.tirtamulya.example
! netral-normalize: <stdin>:2: mastodon: another account than the one that was asked about
! netral-normalize: <stdin>:3: mastodon: another account than the one that was asked about
! netral-normalize: <stdin>:4: mastodon: another account than the one that was asked about
! netral-normalize: <stdin>:5: mastodon: another account than the one that was asked about
! netral-normalize: 4 of 6 records refused

# An archive that is still packed, or a spreadsheet, is called what it is.
$ printf 'PK\3\4\24\0\n' | netral-normalize
! netral-normalize: <stdin>:1:1: a ZIP: unpack it, or save the table as "CSV UTF-8"
! netral-normalize: 1 of 1 records refused
? 1
