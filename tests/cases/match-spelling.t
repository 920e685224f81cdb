# The table of netral-match(1): how a word was written, what it is read as.
$ netral-normalize | netral-match -c fixtures/office/contest.json |
$   jq -r '.object.content as $c | [.match.cues[] | select(.id == "call.vote")][0] | if . then "\(.how): \($c[.at[0]:.at[1]])" else "-" end'
< {"text":"coblos"}
< {"text":"COBLOS"}
< {"text":"𝗰𝗼𝗯𝗹𝗼𝘀"}
< {"text":"ｃｏｂｌｏｓ"}
< {"text":"cóblos"}
< {"text":"co​blos"}
< {"text":"соblоs"}
< {"text":"СОBLОS"}
< {"text":"c0bl05"}
< {"text":"C0B1OS"}
< {"text":"cobloooos"}
< {"text":"cccooblos"}
< {"text":"coobloos"}
< {"text":"c o b l o s"}
< {"text":"C.O.B.L.O.S"}
< {"text":"c-o-b-l-o-s!"}
< {"text":"c 0 b l 0 s"}
< {"text":"#AyoCoblosGarsa"}
< {"text":"#coblosgarsa"}
< {"text":"#COBLOS2024"}
< {"text":"cblos"}
< {"text":"coblosan"}
< {"text":"c0"}
< {"text":"62812105"}
> exact: coblos
> folded: COBLOS
> folded: 𝗰𝗼𝗯𝗹𝗼𝘀
> folded: ｃｏｂｌｏｓ
> folded: cóblos
> folded: co​blos
> look-alike: соblоs
> look-alike: СОBLОS
> leet: c0bl05
> leet: C0B1OS
> stretched: cobloooos
> -
> -
> spaced: c o b l o s
> spaced: C.O.B.L.O.S
> spaced: c-o-b-l-o-s
> spaced: c 0 b l 0 s
> hashtag: Coblos
> hashtag: coblos
> hashtag: COBLOS
> slang: cblos
> -
> -
> -

# Rows of words: any of them may be written in another way.
$ netral-normalize | netral-match -c fixtures/office/contest.json |
$   jq -c '[.match.targets[] | select(.id == "wening-bagas") | [.kind, .text, .how]]'
< {"text":"p4sl0n n0m0r dua"}
< {"text":"c.o.b.l.o.s nomor 2"}
< {"text":"Weningggg & B4gas"}
< {"text":"#CoblosNomor2"}
< {"text":"#wening #bagas"}
< {"text":"#WeningBagas2024"}
> [["number","p4sl0n n0m0r dua","leet"]]
> [["number","c.o.b.l.o.s nomor 2","spaced"]]
> [["ticket","Weningggg & B4gas","leet"]]
> [["number","CoblosNomor2","hashtag"]]
> [["ticket","wening #bagas","hashtag"]]
> [["hashtag","#WeningBagas2024","exact"]]

# A tag of the contest says the same in small letters as in capitals; a digit in
# a tag is a number where the words around it say so.
$ netral-normalize | netral-match -c fixtures/office/contest.json |
$   jq -c '[.match.targets[] | select(.contest == "tirtamulya-walikota-2024") | .text], [.match.cues[].id]'
< {"text":"#JujurMenang"}
< {"text":"#jujurmenang"}
< {"text":"#Salam2JariYuk"}
< {"text":"#salam2jari"}
> ["#JujurMenang"]
> ["frame.after","win"]
> ["#jujurmenang"]
> ["frame.after","win"]
> ["Salam2Jari"]
> ["support.own"]
> ["salam2jari"]
> ["support.own"]

# Where several ways lead to one word it is found once, by the nearest.
$ netral-normalize | netral-match -c fixtures/office/contest.json | jq -c '[.match.targets[] | select(.contest == "tirtamulya-walikota-2024") | [.text, .how]]'
< {"text":"coblos nmr 2"}
> [["coblos nmr 2","exact"]]

# Digits that are no letters: quantities, years, codes, half a handle.
$ netral-normalize | netral-match -c fixtures/office/contest.json | jq -c '[.match.targets[].text, .match.cues[].text]'
< {"text":"0812 3456 7890, 2x, 10k, b2b, s3"}
< {"text":"@c0blos_2"}
< {"text":"https://c0blos.example/c o b l o s"}
> []
> []
> []

# What a lexicon may say about spelling is checked.
$ for s in '"leet":{"0":"O"}' '"leet":{"x":"y"}' '"slang":{"a b":"c"}' '"slang":{"a":""}'; do
$   echo "{\"lexicon\":\"t\",$s}" >$T/t.json; netral-match -c fixtures/office/contest.json -l $T/t.json --check; done
! netral-match: $T/t.json:1:28: leet.0: expected letters from a to z
! netral-match: $T/t.json:1:24: leet.x: expected a digit
! netral-match: $T/t.json:1:25: slang.a b: expected one word
! netral-match: $T/t.json:1:29: slang.a: expected 1 to 8 words
? 2
