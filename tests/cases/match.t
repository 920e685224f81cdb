# The span counts code points, so jq quotes what was written.
$ netral-normalize | netral-match -c fixtures/office/contest.json |
$   jq -r '.object.content as $c | .match.targets[] | select(.at) | "\(.id) \(.kind) \($c[.at[0]:.at[1]]) \(.how)"'
< {"text":"😀😀 Ayo dukung Wening-Bagas!"}
< {"text":"é̀ Rengga & Dyah"}
> wening-bagas ticket Wening-Bagas folded
> rengga-dyah ticket Rengga & Dyah folded

# Many ways to write one thing: case, styled and full-width letters, marks,
# invisible characters, separators.
$ netral-normalize | netral-match -c fixtures/office/contest.json |
$   jq -r '.match.targets[] | select(.contest == "tirtamulya-walikota-2024") | [.kind, .text] | @tsv'
< {"text":"WENING  PRABANDARI"}
< {"text":"𝗪𝗲𝗻𝗶𝗻𝗴 𝗣𝗿𝗮𝗯𝗮𝗻𝗱𝗮𝗿𝗶"}
< {"text":"Ｗｅｎｉｎｇ Ｐｒａｂａｎｄａｒｉ"}
< {"text":"We​ning Prabandari"}
< {"text":"Wéning Prabandari"}
< {"text":"Wening\nPrabandari is not one name over two lines"}
< {"text":"Wening/Bagas, Wening & Bagas, wening-bagas"}
> person	WENING  PRABANDARI
> person	𝗪𝗲𝗻𝗶𝗻𝗴 𝗣𝗿𝗮𝗯𝗮𝗻𝗱𝗮𝗿𝗶
> person	Ｗｅｎｉｎｇ Ｐｒａｂａｎｄａｒｉ
> person	We​ning Prabandari
> person	Wéning Prabandari
> person	Wening
> ticket	Wening/Bagas
> ticket	Wening & Bagas
> ticket	wening-bagas

# A name is a word of its own: not inside another word, a handle, an address.
$ netral-normalize | netral-match -c fixtures/office/contest.json | jq -c '[.match.targets[].text]'
< {"text":"keRenggangan, Renggana, prengga"}
< {"text":"@rengga_x menulis kepada @rengga.aditwasena"}
< {"text":"https://contoh.example/rengga/dyah?x=garsa"}
< {"text":"(Rengga)"}
> []
> []
> []
> ["Rengga"]

# Ballot numbers, and what only looks like one.
$ netral-normalize | netral-match -c fixtures/office/contest.json |
$   jq -c '[.object.content, (.match.targets[] | select(.id == "wening-bagas") | .text)]'
< {"text":"nomor urut 2"}
< {"text":"no. urut 02"}
< {"text":"paslon nomor dua"}
< {"text":"coblos nmr 2"}
< {"text":"coblos 2️⃣"}
< {"text":"nomer loro"}
< {"text":"nomor 23"}
< {"text":"nomor 2.500"}
< {"text":"nomor 2/15"}
< {"text":"umur 2 tahun"}
< {"text":"dua kali dua"}
> ["nomor urut 2","nomor urut 2"]
> ["no. urut 02","no. urut 02"]
> ["paslon nomor dua","paslon nomor dua"]
> ["coblos nmr 2","coblos nmr 2"]
> ["coblos 2️⃣","coblos 2"]
> ["nomer loro","nomer loro"]
> ["nomor 23"]
> ["nomor 2.500"]
> ["nomor 2/15"]
> ["umur 2 tahun"]
> ["dua kali dua"]

# Ordinary words are marked; the one who judges asks for company.
$ netral-normalize | netral-match -c fixtures/office/contest.json | jq -c '[.match.targets[] | [.text, .ambiguous // false]]'
< {"text":"Semoga jujur"}
< {"text":"GARSA jujur"}
> [["jujur",true]]
> [["GARSA",false],["jujur",true]]

# Overlapping: the leftmost, then the longest; what shares the place stays.
$ netral-normalize | netral-match -c fixtures/office/contest.json | jq -c '[.match.targets[] | [.id, .text]]'
< {"text":"Wening Prabandari"}
< {"text":"nomor 2"}
> [["wening-bagas","Wening Prabandari"]]
> [["yudha-prakosajati","nomor 2"],["wening-bagas","nomor 2"]]

# Relations to registered accounts, by id, handle and address.
$ netral-match -c fixtures/office/contest.json | jq -c '[.match.targets[] | [.id, .kind, .how, .field]]'
< {"schema":"activity/1","type":"Like","platform":"x","actor":{"id":"1"},"object":{"id":"9","author":{"id":"1825590341127458816"}}}
< {"schema":"activity/1","type":"Create","platform":"x","actor":{"id":"1"},"object":{"in_reply_to":{"author":{"handle":"@JujurTirta"}}}}
< {"schema":"activity/1","type":"Create","platform":"x","actor":{"id":"1"},"object":{"in_reply_to":{"url":"https://x.example/jujurtirta/status/77"}}}
< {"schema":"activity/1","type":"Create","platform":"x","actor":{"id":"1"},"object":{"mentions":[{"handle":"jujurtirta"}],"links":["https://www.x.example/JujurTirta?s=20"]}}
< {"schema":"activity/1","type":"Follow","platform":"x","actor":{"id":"1"},"object":{"type":"Person","id":"1825590341127458816"}}
< {"schema":"activity/1","type":"Create","platform":"x","actor":{"id":"1"},"object":{"quote":{"author":{"id":"1825590341127458816"},"content":"coblos GARSA"}}}
> [["wening-bagas","account","author","object.author"]]
> [["wening-bagas","account","reply","object.in_reply_to"]]
> [["wening-bagas","account","reply","object.in_reply_to"]]
> [["wening-bagas","account","mention","object.mentions[0]"],["wening-bagas","account","link","object.links[0]"]]
> [["wening-bagas","account","object","object"]]
> [["gardika-sasmita","ticket","exact","object.quote.content"],["wening-bagas","account","quote","object.quote"]]

# The handle of a campaign with another id is another account.
$ netral-match -c fixtures/office/contest.json | jq -c '[.match.targets[] | .how]'
< {"schema":"activity/1","type":"Like","platform":"x","actor":{"id":"1"},"object":{"author":{"id":"5","handle":"jujurtirta"}}}
> []

# Whose act it is: by id, by handle where no id was declared, by feed address;
# never by a name.  Others are dropped once there is a roster.
$ netral-match -d fixtures/office --stats | jq -c '.match.who.basis // "nobody"'
< {"schema":"activity/1","published":"2024-10-10T00:00:00Z","platform":"mastodon","actor":{"id":"106061207961614974","handle":"renamed@sosial.tirtamulya.example"},"object":{"content":"x"}}
< {"schema":"activity/1","published":"2024-10-10T00:00:00Z","platform":"mastodon","actor":{"id":"106061207961614974","handle":"purwadi_h@lain.example"},"object":{"content":"the same number on another host"}}
< {"schema":"activity/1","published":"2024-10-10T00:00:00Z","platform":"x","actor":{"id":"5","handle":"IwanDarmo"},"object":{"content":"x"}}
< {"schema":"activity/1","published":"2024-10-10T00:00:00Z","platform":"x","actor":{"name":"Purwadi Hartono"},"object":{"content":"x"}}
< {"schema":"activity/1","published":"2020-10-10T00:00:00Z","platform":"mastodon","actor":{"id":"106061207961614974"},"object":{"content":"before it was declared"}}
< {"schema":"activity/1","object":{"content":"nobody is named as the actor: it is kept, for nobody"}}
< {"schema":"coverage/1","state":"ok"}
> "id"
> "handle"
> "nobody"
> "nobody"
! netral-match: in 7, out 4, dropped 3, rejected 0

# The line passes as it came, with one member more; run again it is the same.
$ netral-match -c fixtures/office/contest.json >$T/1
$ netral-match -c fixtures/office/contest.json $T/1 | cmp - $T/1 && cat $T/1
< {"schema":"activity/1" , "b":1e400, "id":123456789012345678901234567890,"object":{"content":"x"}  }
< {"schema":"activity/1","match":{"old":true},"object":{"content":"x"}}
> {"schema":"activity/1" , "b":1e400, "id":123456789012345678901234567890,"object":{"content":"x"}  ,"match":{"targets":[],"cues":[]}}
> {"schema":"activity/1","object":{"content":"x"},"match":{"targets":[],"cues":[]}}

# A record that is no activity is refused, and the run goes on.
$ netral-match -c fixtures/office/contest.json --reject $T/r | jq -c .match; cat $T/r
< {"text":"x"}
< [1]
< {"schema":"activity/1","object":{}}
< {"schema":"activity/1","schema":"activity/1"}
> {"targets":[],"cues":[]}
> {"schema":"reject/1","tool":"netral-match","source":"<stdin>","line":1,"reason":"no \"schema\": expected an activity, as netral normalize writes it","bytes":12,"raw":"{\"text\":\"x\"}"}
> {"schema":"reject/1","tool":"netral-match","source":"<stdin>","line":2,"reason":"expected an object { }","bytes":3,"raw":"[1]"}
> {"schema":"reject/1","tool":"netral-match","source":"<stdin>","line":4,"byte":24,"reason":"duplicate key \"schema\"","bytes":45,"raw":"{\"schema\":\"activity/1\",\"schema\":\"activity/1\"}"}
! netral-match: <stdin>:1: no "schema": expected an activity, as netral normalize writes it
! netral-match: <stdin>:2: expected an object { }
! netral-match: <stdin>:4:24: duplicate key "schema"
! netral-match: 3 of 4 records refused

# A symbol of a ticket is found with and without its variation selector.
$ netral-normalize | netral-match -c fixtures/office/contest.json | jq -c '[.match.targets[] | [.kind, .ambiguous]]'
< {"text":"✌️"}
< {"text":"✌"}
< {"text":"✌🏽"}
> [["symbol",true]]
> [["symbol",true]]
> [["symbol",true]]

# Which contest?  Nothing is read without one.
$ netral-match
< {"schema":"activity/1"}
! netral-match: which contest? give -d OFFICE or -c contest.json
? 2

# A lexicon whose example fails says which, with its place.
$ printf '%s\n' '{"lexicon":"t","cues":[' '{"id":"greet","words":["halo"],' '"match":["halo dunia","salam"]}]}' >$T/t.json
$ netral-match -c fixtures/office/contest.json -l $T/t.json --check
! netral-match: $T/t.json:3:23: cues[0].match[1]: this example does not have the cue "greet"
? 2

# A misspelt key is no silent nothing.
$ printf '{"lexicon":"t","cues":[{"id":"a","word":["halo"]}]}' >$T/t.json
$ netral-match -c fixtures/office/contest.json -l $T/t.json --check
! netral-match: $T/t.json:1:34: cues[0].word: unknown key, expected one of: id title words match not
? 2

# A date that does not exist, two candidates with one number, a number that is
# a word: each with its place.
$ for s in 's/2024-09-22"/2024-09-31"/' 's/"number": 2,/"number": 1,/' 's/"number": 2,/"number": "dua",/'; do
$   sed "$s" fixtures/office/contest.json >$T/c.json; netral-match -c $T/c.json; done
! netral-match: $T/c.json:10:131: [0].phases[2].from: expected a date that exists, YYYY-MM-DD, got "2024-09-31"
! netral-match: $T/c.json:52:19: [0].candidates[1].number: candidate "gardika-sasmita" has this number, too
! netral-match: $T/c.json:52:19: [0].candidates[1].number: expected an integer from 1 to 9999, got "dua"
? 2

# An account that two people declare; a table without a column; a rounded id.
$ f=fixtures/office; head -1 $f/accounts.csv >$T/a.csv; sed -n 2p $f/accounts.csv >>$T/a.csv; sed -n '2s/^[^,]*/198513011/p' $f/accounts.csv >>$T/a.csv
$ netral-match -d $f -a $T/a.csv
$ sed 's/,handle,/,nama,/' $f/accounts.csv >$T/a.csv; netral-match -d $f -a $T/a.csv
$ sed '2s/^[^,]*/1,97222E+17/' $f/employees.csv | sed '2s/,/./' >$T/e.csv; netral-match -d $f -e $T/e.csv
! netral-match: $T/a.csv:3: mastodon account "107476785561628422" is already declared by 197413011999032001 on line 2
! netral-match: $T/a.csv:1: handle: no such column in the first row
! netral-match: $T/e.csv:2: employee_id: "1.97222E+17" is an id that a spreadsheet has rounded; format the column as text and enter it again
? 2

# A platform that nothing is ever from is told; its name is compared without case.
$ cp -r fixtures/office $T/o; sed '2s/,mastodon,/,mastodn,/; 3,$s/,mastodon,/,Mastodon,/' fixtures/office/accounts.csv >$T/o/accounts.csv; netral-match -d $T/o --check
> $T/o/accounts.csv:2: platform: "mastodn": no map makes activities of it: is it spelt otherwise?
! netral-match: configuration is good

# An id that a spreadsheet has rounded and shows as a number; what is no JSON at all.
$ cp -r fixtures/office $T/o; sed '2s/^197413011999032001/197413011999032000/' fixtures/office/employees.csv >$T/o/employees.csv
$ netral-match -d $T/o --check; cp fixtures/office/employees.csv $T/o; sed '2s/^[0-9]*/197413011999032000/' fixtures/office/accounts.csv >$T/o/accounts.csv; netral-match -d $T/o --check
$ cp fixtures/office/accounts.csv $T/o; for text in '' 'name;number'; do printf '%s' "$text" >$T/o/contest.json; netral-match -d $T/o --check; done
$ printf 'name;number\n' | netral-match -c fixtures/office/contest.json
! netral-match: $T/o/employees.csv:2: employee_id: "197413011999032000" is an id that a spreadsheet has rounded; format the column as text and enter it again
! netral-match: $T/o/accounts.csv:2: owner: "197413011999032000" is an id that a spreadsheet has rounded; format the column as text and enter it again
! netral-match: $T/o/contest.json:1:1: empty: expected an object { }
! netral-match: $T/o/contest.json:1:1: no JSON: expected an object { }
! netral-match: <stdin>:1:1: no JSON: expected an object { }
! netral-match: 1 of 1 records refused
? 1

# Everything that is looked for, with where it is from.
$ printf '{"lexicon":"t","cues":[{"id":"a","words":["halo","apa kabar"]}]}' >$T/t.json
$ netral-match -c fixtures/office/contest.json -l $T/t.json --words | grep -e '"cue"' -e '"slogan"' | head -4
> {"kind":"cue","id":"a","text":"halo","from":"t"}
> {"kind":"cue","id":"a","text":"apa kabar","from":"t"}
> {"kind":"slogan","id":"gardika-sasmita","text":"Rampungke Bareng","from":"tirtamulya-walikota-2024","ambiguous":true}
> {"kind":"slogan","id":"gardika-sasmita","text":"Guyub Mbangun Kutha","from":"tirtamulya-walikota-2024","ambiguous":true}

# A word that its cue has already is no error, and said by --check.
$ printf '%s\n' '{"lexicon":"t","cues":[{"id":"a","words":["halo","HALO",' '"halo-dunia","Halo  dunia"]}]}' >$T/t.json
$ netral-match -c fixtures/office/contest.json -l $T/t.json --check
> $T/t.json:1:50: cues[0].words[1]: folds to what this cue has already
> $T/t.json:2:14: cues[0].words[3]: folds to what this cue has already
! netral-match: configuration is good

# A number before it was drawn is nobody's; a word of the contest has its days.
$ jq '.[0].candidates[1] += {"valid": [{"text": "Tirtamulya Resik Tirtamulya Apik", "from": "2024-10-02", "to": "2024-10-03"}]}' fixtures/office/contest.json >$T/c.json
$ netral-normalize | netral-match -c $T/c.json | jq -c '[.match.targets[] | select(.id == "wening-bagas") | .text]'
< {"text":"paslon 2 Tirtamulya Resik Tirtamulya Apik","published":"2024-09-22"}
< {"text":"paslon 2 Tirtamulya Resik Tirtamulya Apik","published":"2024-09-23"}
< {"text":"paslon 2 Tirtamulya Resik Tirtamulya Apik","published":"2024-10-02"}
< {"text":"paslon 2 Tirtamulya Resik Tirtamulya Apik","published":"2024-10-03"}
< {"text":"paslon 2 Tirtamulya Resik Tirtamulya Apik","published":"2024-10-04"}
< {"text":"paslon 2 Tirtamulya Resik Tirtamulya Apik"}
> []
> ["paslon 2"]
> ["paslon 2","Tirtamulya Resik Tirtamulya Apik"]
> ["paslon 2","Tirtamulya Resik Tirtamulya Apik"]
> ["paslon 2"]
> ["paslon 2","Tirtamulya Resik Tirtamulya Apik"]

# Days of a word that is nobody's, and days that end before they begin.
$ for v in '{"text": "#Nobody"}' '{"text": "GARSA", "from": "2024-10-02", "to": "2024-10-01"}'; do
$   jq -c ".[0].candidates[0] += {\"valid\": [$v]}" fixtures/office/contest.json >$T/c.json; netral-match -c $T/c.json --check 2>&1 | sed 's/json:[0-9:]*/json/'; done
> netral-match: $T/c.json [0].candidates[0].valid[0].text: no name, ticket, slogan, hashtag or symbol is spelt like this
> netral-match: $T/c.json [0].candidates[0].valid[0].to: is before "from"

# What else does nothing: a word in two lexicons, a form twice, slang for what
# nobody looks for; a word that a longer one always hides, and one in every
# text that there is.
$ printf '%s\n' '{"lexicon":"a","numbers":{"forms":[{"text":"nomor {n}"},{"text":"Nomor: {n}"},{"text":"nomor. {n}"}]},' '"cues":[{"id":"a","words":["halo","kata"]},{"id":"b","words":["kata orang"]}]}' >$T/a.json
$ printf '%s\n' '{"lexicon":"b","slang":{"hlo":"halo","jgn":"jangan"},' '"cues":[{"id":"a","words":["HALO"]}]}' >$T/b.json
$ for i in $(seq 20); do echo '{"text":"kata orang"}'; done >$T/texts; for i in $(seq 980); do echo '{"schema":"activity/1","object":{"content":"Halo"}}'; done | gzip >$T/more.gz
$ netral-match -c fixtures/office/contest.json -l $T/a.json -l $T/b.json --check --against $T/texts --against $T/more.gz
> $T/a.json:1:57: numbers.forms[1]: "Nomor: {n}" folds to what forms[0] has already
> $T/a.json:2:28: cues[0].words[0]: "halo" is in 98.0 of 100 texts: too broad to say anything alone
> $T/a.json:2:35: cues[0].words[1]: "kata" is never told: in all 20 places a longer word such as "kata orang" of the cue "b" hides it
> $T/b.json:1:44: slang.jgn: "jangan" is in no word that is looked for
> $T/b.json:2:28: cues[0].words[0]: "HALO" is told twice: lexicon "a" has it in this cue, too
> $T/b.json:2:28: cues[0].words[0]: "HALO" is in 98.0 of 100 texts: too broad to say anything alone
! netral-match: configuration is good

# Texts that are none, and a file that is not there.
$ echo nope >$T/bad; for f in $T/bad $T/none; do netral-match -c fixtures/office/contest.json --check --against $f; done
! netral-match: $T/bad:1: no JSON: expected an object { }
! netral-match: $T/none: No such file or directory
? 2

# A file as PowerShell writes it is called what it is, in either order of its bytes; two zeros are not it.
$ for e in UTF-16 UTF-16BE; do printf '{"schema":"activity/1"}\r\n' | iconv -f UTF-8 -t $e | netral-match -c fixtures/office/contest.json; done; printf '\0\0\n' | netral-match -c fixtures/office/contest.json; iconv -f UTF-8 -t UTF-16 fixtures/office/contest.json >$T/c.json; netral-match -c $T/c.json --check
! netral-match: <stdin>:1:1: UTF-16: expected UTF-8, as iconv -f UTF-16 -t UTF-8 writes it
! netral-match: <stdin>:2:1: UTF-16: expected UTF-8, as iconv -f UTF-16 -t UTF-8 writes it
! netral-match: 2 of 2 records refused
! netral-match: <stdin>:1:1: UTF-16: expected UTF-8, as iconv -f UTF-16 -t UTF-8 writes it
! netral-match: 1 of 1 records refused
! netral-match: <stdin>:1:1: no JSON: expected an object { }
! netral-match: 1 of 1 records refused
! netral-match: $T/c.json:1:1: UTF-16: expected UTF-8, as iconv -f UTF-16 -t UTF-8 writes it
? 2
