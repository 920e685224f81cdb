# Other people are dropped; --all keeps them under pseudonyms, the same for one
# person, and nothing in the line leads back to them.
$ f=fixtures/office; (umask 077; echo 0123456789abcdef0123456789abcdef >$T/key)
$ netral-match -d $f --all --key $T/key --stats >$T/o; jq -c '.actor' $T/o; grep -c "\"n\":1.50," $T/o; grep -ci -e budi -e 'b\.x' -e 4711 $T/o; jq -c '[.id,.object.url,.object.content,.object.links,.match.targets[0].at]' $T/o
< {"schema":"activity/1","id":"x:1","n":1.50,"published":"2024-10-10T00:00:00Z","platform":"x","actor":{"id":"4711","handle":"b.x","name":"Budi"},"object":{"url":"https://x.example/b.x/status/1","content":"kata @b.x dan BUDI: pilih Rengga","links":["https://x.example/B.X","https://lain.example/"]}}
< {"schema":"activity/1","id":"x:2","published":"2024-10-10T00:00:00Z","platform":"x","actor":{"id":"4711"},"object":{"content":"x"}}
< {"schema":"activity/1","published":"2024-10-10T00:00:00Z","platform":"mastodon","actor":{"id":"106061207961614974"},"object":{"content":"x"}}
> {"id":"p:662a4008d6dd7c8122b01026795b7fe3","pseudonym":true}
> {"id":"p:662a4008d6dd7c8122b01026795b7fe3","pseudonym":true}
> {"id":"106061207961614974"}
> 1
> 0
> ["p:4ce03607555e6c9d3520ab2d3b7b8d82","p:6c70d53838f6acd5057527ca92e16f53","kata @p:662a4008d6dd7c8122b01026795b7fe3 dan p:662a4008d6dd7c8122b01026795b7fe3: pilih Rengga",["p:bc3b9e99dc33d1aca52a17e161176117","https://lain.example/"],[87,93]]
> ["p:01489c9e546dd1af2a6a181af3ed5162",null,"x",null,null]
> [null,null,"x",null,null]
! netral-match: in 3, out 3, dropped 0, rejected 0

# Employees under pseudonyms; a campaign's account keeps its name.
$ f=fixtures/office; (umask 077; echo 0123456789abcdef0123456789abcdef >$T/key)
$ netral-match -d $f --all --pseudonymize $T/key | jq -c '[.actor, .match.who, .match.targets[0].how]'
< {"schema":"activity/1","published":"2024-10-10T00:00:00Z","platform":"mastodon","actor":{"id":"106061207961614974"},"object":{"content":"x"}}
< {"schema":"activity/1","published":"2024-10-10T00:00:00Z","platform":"x","actor":{"id":"1825590341127458816"},"object":{"content":"x"}}
> [{"id":"p:ebd6e4f1e10bf1a255b4e20472431f49","pseudonym":true},{"employee":"p:bb0a66ec093036ac040792c938e83c73","category":"PNS","basis":"id"},null]
> [{"id":"1825590341127458816"},null,"actor"]

# Plain: as it came.  Without a roster --all changes nothing, and needs no key.
$ netral-match -d fixtures/office --all --plain | jq -c .actor
$ echo '{"schema":"activity/1","actor":{"id":"1"}}' | netral-match -c fixtures/office/contest.json --all | jq -c .actor
< {"schema":"activity/1","published":"2024-10-10T00:00:00Z","platform":"x","actor":{"id":"4711"},"object":{"content":"x"}}
> {"id":"4711"}
> {"id":"1"}

# A key that others may read, that is too short, that is not there.
$ f=fixtures/office; echo 0123456789abcdef >$T/open; chmod 644 $T/open; (umask 077; echo short >$T/short)
$ for k in $T/open $T/short $T/none; do netral-match -d $f --all --key $k; done
$ netral-match -d $f --all
$ netral-match -d $f --plain --pseudonymize $T/short
! netral-match: $T/open: others may read this key: chmod 600 it
! netral-match: $T/short: a key has at least 16 bytes
! netral-match: $T/none: No such file or directory
! netral-match: --all keeps people who are no employees: give --key FILE to pseudonymize them, or --plain
! netral-match: --plain and --pseudonymize contradict each other
? 2

# Where the platform lists no links, those of the text count; where it does,
# its list.  With and without a scheme, the profile and a post below it; not a
# longer name, nor another host.
$ netral-match -c fixtures/office/contest.json | jq -c '[.match.targets[] | [.field, .how, .text]]'
< {"schema":"activity/1","published":"2024-10-10T12:00:00+07:00","platform":"x","object":{"content":"lihat https://x.example/garsatirta ya"}}
< {"schema":"activity/1","published":"2024-10-10T12:00:00+07:00","platform":"x","object":{"content":"lihat (www.x.example/GarsaTirta/status/12)."}}
< {"schema":"activity/1","published":"2024-10-10T12:00:00+07:00","platform":"x","object":{"content":"x.example/garsatirtafans dan y.example/garsatirta"}}
< {"schema":"activity/1","published":"2024-10-10T12:00:00+07:00","platform":"x","object":{"content":"x.example/garsatirta","links":["https://lain.example/"]}}
> [["object.content","link","garsatirta"]]
> [["object.content","link","garsatirta"]]
> []
> []

# What stands before the text (a warning, a title) is the author's, too.
$ netral-match -c fixtures/office/contest.json | jq -c '[.match | .targets[], .cues[] | [.field, .text]]'
< {"schema":"activity/1","object":{"name":"Ayo coblos","summary":"Pak Rengga","content":"Sudah tahu?"}}
> [["object.summary","Pak Rengga"],["object.name","coblos"]]

# Whose act: the id first, also under a new name; a handle with another id is
# somebody else's; a handle in any case, with and without @, in every form of an
# address; and only on the days between declared and withdrawn.
$ printf 'employee_id,name,category,unit\n1,Ani,PNS,A\n' >$T/e
$ printf 'owner,platform,account_id,handle,url,declared_on,withdrawn_on\n1,x,7,Ani_S,https://x.example/Ani_S,2024-01-01,2024-06-01\n1,tiktok,,@ani.s,,,\n1,blog,,,https://www.ani.example/harian/,,\n' >$T/a
$ cat >$T/acts; jq -c '{schema:"activity/1",published:"\(.day // "2024-03-01")T12:00:00+07:00",platform:(.p // "x"),actor:del(.day,.p),object:{}}' $T/acts |
$   netral-match -c fixtures/office/contest.json -e $T/e -a $T/a --all --plain | jq -r '"\(.actor | del(.name) | tojson): \(.match.who.basis // "-")"'
< {"id":"7","handle":"ani_baru"}
< {"id":"8","handle":"Ani_S"}
< {"handle":"ANI_s"}
< {"handle":"@ani_s"}
< {"name":"Ani","handle":"ani_s2"}
< {"url":"http://m.x.example/ani_s/?lang=id#bio"}
< {"url":"https://www.x.example/Ani_S"}
< {"url":"https://x.example/ani_s/status/1"}
< {"p":"tiktok","handle":"Ani.S"}
< {"p":"x","handle":"ani.s"}
< {"p":"blog","url":"https://ani.example/harian"}
< {"id":"7","day":"2023-12-31"}
< {"id":"7","day":"2024-05-31"}
< {"id":"7","day":"2024-06-01"}
> {"id":"7","handle":"ani_baru"}: id
> {"id":"8","handle":"Ani_S"}: -
> {"handle":"ANI_s"}: handle
> {"handle":"@ani_s"}: handle
> {"handle":"ani_s2"}: -
> {"url":"http://m.x.example/ani_s/?lang=id#bio"}: url
> {"url":"https://www.x.example/Ani_S"}: url
> {"url":"https://x.example/ani_s/status/1"}: -
> {"handle":"Ani.S"}: handle
> {"handle":"ani.s"}: -
> {"url":"https://ani.example/harian"}: url
> {"id":"7"}: -
> {"id":"7"}: id
> {"id":"7"}: -

# Each text under its own field: what is quoted, what a link card and a picture
# are called, what a title and the tags say.
$ netral-match -c fixtures/office/contest.json | jq -c '.match.targets[] | [.field, .text]'
< {"schema":"activity/1","object":{"name":"Rengga Aditwasena","content":"-","tags":["#RenggaDyah"],"attachments":[{"type":"Image","name":"Spanduk Rengga-Dyah"},{"type":"Link","url":"https://koran.example/1","name":"Wening Prabandari menyapa warga"}],"quote":{"content":"Gardika Pranawa","author":{"id":"1"}}}}
> ["object.name","Rengga Aditwasena"]
> ["object.tags[0]","#RenggaDyah"]
> ["object.attachments[0].name","Rengga-Dyah"]
> ["object.attachments[1].name","Wening Prabandari"]
> ["object.quote.content","Gardika Pranawa"]
