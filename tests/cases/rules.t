# All items of the decree are there: those that a rule sees, and those that
# nothing can see.
$ netral-score -c fixtures/office/contest.json --check -q | cut -d' ' -f1 | grep . | sort -t. -k1,1 -k2n -u | paste -sd ' '
> A.1 A.2 A.3 A.4 A.5 A.6 A.7 B.1 B.2 B.3 B.4 B.5 B.6 B.7 B.8 B.9 B.10 B.11

# The husband or wife of a candidate: what is allowed on unpaid leave, what is
# asked without it, and that a call to vote is one either way.
$ cp -R fixtures/office $T/o; o=$T/o; sed -i '1s/$/,spouse_of,leave_from,leave_until/; 2s/$/,wening-bagas,2024-09-01,2024-10-20/; 3,$s/$/,,,/' $o/employees.csv
$ netral-match -d $o | netral-score -d $o | jq -r '[.published[0:10], .match.who.on_leave, .score.level, .score.findings[0].rule // "-", .score.permitted[0].rule // "-", (.score.guards // [] | map(.id) | join(" "))] | @tsv'
< {"schema":"activity/1","type":"Create","published":"2024-10-10T10:00:00+07:00","platform":"mastodon","actor":{"id":"107476785561628422"},"object":{"type":"Note","content":"Foto bareng Bu Wening, 20 tahun menikah"}}
< {"schema":"activity/1","type":"Create","published":"2024-10-25T10:00:00+07:00","platform":"mastodon","actor":{"id":"107476785561628422"},"object":{"type":"Note","content":"Foto bareng Bu Wening, 20 tahun menikah"}}
< {"schema":"activity/1","type":"Create","published":"2024-10-10T10:00:00+07:00","platform":"mastodon","actor":{"id":"107476785561628422"},"object":{"type":"Note","content":"Hadir di deklarasi Bu Wening, menyimak visi misi"}}
< {"schema":"activity/1","type":"Create","published":"2024-10-25T10:00:00+07:00","platform":"mastodon","actor":{"id":"107476785561628422"},"object":{"type":"Note","content":"Hadir di deklarasi Bu Wening, menyimak visi misi"}}
< {"schema":"activity/1","type":"Create","published":"2024-10-10T10:00:00+07:00","platform":"mastodon","actor":{"id":"107476785561628422"},"object":{"type":"Note","content":"Ayo coblos Bu Wening!"}}
< {"schema":"activity/1","type":"Create","published":"2024-10-25T10:00:00+07:00","platform":"mastodon","actor":{"id":"107476785561628422"},"object":{"type":"Note","content":"Hadir di deklarasi Pak Gardika, menyimak visi misi"}}
> 2024-10-10	true	note	-	P4	guard.spouse
> 2024-10-25	false	note	-	-	
> 2024-10-10	true	note	-	P4	guard.attendance guard.spouse
> 2024-10-25	false	check	A7	-	guard.attendance
> 2024-10-10	true	indication	B2	-	
> 2024-10-25	false	note	-	P2	guard.attendance

# Leave that ends before it begins, or ends and never began.
$ cp -R fixtures/office $T/o; o=$T/o; sed -i '1s/$/,spouse_of,leave_from,leave_until/; 2s/$/,wening-bagas,2024-09-01,2024-08-20/; 3,$s/$/,,,/' $o/employees.csv; netral-match -d $o </dev/null
$ cp fixtures/office/employees.csv $o; sed -i '1s/$/,spouse_of,leave_from,leave_until/; 2s/$/,wening-bagas,,2024-08-20/; 3,$s/$/,,,/' $o/employees.csv; netral-match -d $o </dev/null
! netral-match: $T/o/employees.csv:2: leave_until: there is no leave_from, or it is after this day
! netral-match: $T/o/employees.csv:2: leave_until: there is no leave_from, or it is after this day
? 2

# A rule speaks while it is in force, and of its kinds of election; an act
# without a date is taken as one of its days.
$ p=$T/p; cp -R cmd/score/packs/id-asn-2022 $p; sed -i 's/"id": "B2", "item": "B.2",/& "valid_from": "2024-10-11", "valid_until": "2024-10-12",/' $p/rules.json
$ for day in 2024-10-10 2024-10-11 2024-10-12 2024-10-13; do printf '{"text":"Ayo dukung Wening-Bagas!","published":"%sT12:00:00+07:00"}\n' $day; done >$T/posts; echo '{"text":"Ayo dukung Wening-Bagas!"}' >>$T/posts
$ netral-normalize $T/posts | netral-match -c fixtures/office/contest.json >$T/acts; netral-score -c fixtures/office/contest.json -p $p $T/acts | jq -c '[.published[0:10], .score.level, .score.findings[0].rule]'
$ cp cmd/score/packs/id-asn-2022/rules.json $p; sed -i 's/"id": "B2", "item": "B.2",/& "kinds": ["pemilu"],/' $p/rules.json; netral-score -c fixtures/office/contest.json -p $p $T/acts | jq -c '[.score.level, .score.findings[0].rule]' | uniq
> ["2024-10-10","note",null]
> ["2024-10-11","indication","B2"]
> ["2024-10-12","indication","B2"]
> ["2024-10-13","note",null]
> [null,"indication","B2"]
> ["note",null]

# A rule's own guard keeps it from being cited, and so does too little weight;
# the next one is asked.
$ p=$T/p; cp -R cmd/score/packs/id-asn-2022 $p; echo '{"text":"Dukung Wening-Bagas, coblos nomor 2! Bangga jadi relawan inti Wening-Bagas, kata tetangga.","published":"2024-10-10T12:00:00+07:00"}' | netral-normalize | netral-match -c fixtures/office/contest.json >$T/act
$ echo '{"text":"Dukung Wening-Bagas, coblos nomor 2! Bangga jadi relawan inti Wening-Bagas.","published":"2024-10-10T12:00:00+07:00"}' | netral-normalize | netral-match -c fixtures/office/contest.json >>$T/act
$ sed -i 's/"guard.report", "weight": -50/"guard.report", "weight": -1/' $p/pack.json; netral-score -c fixtures/office/contest.json -p $p $T/act | jq -c '[.score.weight, .score.findings[0].rule]'
$ sed -i 's/"id": "B9", "item": "B.9",/& "weight": 500,/' $p/rules.json; netral-score -c fixtures/office/contest.json -p $p $T/act | jq -c '[.score.weight, .score.findings[0].rule]'
> [79,"B2"]
> [80,"B9"]
> [79,"B2"]
> [80,"B2"]

# A guard that pack.json does not have; a part twice; a rule that asks what one
# above asks; a permission without examples; a rule without law.
$ p=$T/p; cp -R cmd/score/packs/id-asn-2022 $p; sed -i 's/"guard.report", "guard.quoted"/"guard.reprot"/' $p/rules.json; netral-score -c fixtures/office/contest.json -p $p --check
$ cp cmd/score/packs/id-asn-2022/rules.json $p; sed -i 's/"id": "cue.doubt"/"id": "cue.attack"/' $p/pack.json; netral-score -c fixtures/office/contest.json -p $p --check 2>&1 | sed 's/json:.*id:/json:/'
$ cp cmd/score/packs/id-asn-2022/pack.json $p; jq '.rules |= . + [.[12] * {id: "A2b"}] | (.rules[-1].towards) = ["candidate"] | del(.rules[-1].stance) | .rules[-1].when = {types: ["Create"]}' $p/rules.json >$T/r; cp $T/r $p/rules.json; netral-score -c fixtures/office/contest.json -p $p --check 2>&1 | sed 's/[0-9]*:[0-9]*: //'
$ jq 'del(.permitted[0].examples)' cmd/score/packs/id-asn-2022/rules.json >$p/rules.json; netral-score -c fixtures/office/contest.json -p $p --check 2>&1 | sed 's/[0-9]*:[0-9]*: //'
$ jq 'del(.rules[3].law)' cmd/score/packs/id-asn-2022/rules.json >$p/rules.json; netral-score -c fixtures/office/contest.json -p $p --check 2>&1 | sed 's/[0-9]*:[0-9]*: //'
> netral-score: $T/p/pack.json: another part has this id
> netral-score: $T/p/rules.json:rules[17]: is never reached: B2 stands above and asks the same
> netral-score: $T/p/rules.json:permitted[0]: has no "examples"
> netral-score: $T/p/rules.json:rules[3]: no "law" here
! netral-score: $T/p/rules.json:203:18: rules[6].guards[0]: pack.json has no part of this id that speaks against

# The pack as a document: every item with its source and how well it is known.
$ scripts/netral rules -l en | grep -c '^### '; scripts/netral rules | grep -A 14 '^### B.8 ' | cut -c1-120; scripts/netral rules -p us-hatch-1939 -l en | grep '^#'
$ scripts/netral rules -l jv; scripts/netral rules -p nowhere 2>&1 | sed 's/no .*\(packs\)/no \1/'; scripts/netral rules --nope
> 25
> ### B.8 Mengadakan kegiatan yang mengarah kepada keberpihakan terhadap parpol atau calon sebelum, selama, dan sesudah ma
>
> Ajakan ini ditujukan kepada rekan kerja, keluarga, atau warga sebagai kelompok.
>
> - **Aturan** B8, disiplin, terhadap calon, arah mendukung, berlaku 2022-09-22
> - **Syarat:** types = Create; cues = call.vote, call.choose, support.own; also = appeal
> - **Sanksi menurut sumber:** sumber berbeda: hukuman disiplin sedang, potongan tunjangan kinerja 25 persen selama 6, 9, 
> - **Yang memutuskan:** Pejabat Pembina Kepegawaian, atas rekomendasi BKN (sampai 24 Agustus 2024: KASN)
> - **Dasar:** Keputusan Bersama Menteri PANRB No. 2, Mendagri No. 800-5474, Kepala BKN No. 246, dan Ketua KASN No. 30 Tah
> - **Dasar:** Peraturan Pemerintah No. 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil, Pasal 5 huruf n angka 6; Pasa
> - **Dasar:** Undang-Undang No. 7 Tahun 2017 tentang Pemilihan Umum, Pasal 283 ayat (1), hanya dalam pemilu [media]; diba
> - **Catatan:** Dasar pada PP 94/2021 disimpulkan dari bunyi yang sama; tingkat sanksinya berbeda antarsumber.
> - **Contoh kena:** a call to one's colleagues (cues = appeal, call.vote; targets = number)
> - **Contoh tidak kena:** a greeting to colleagues (cues = appeal; targets = person)
>
> # Hatch Act (United States)
> ### 7323(a)(2) Knowingly soliciting, accepting or receiving a political contribution
> ### 7323(b)(2) Taking an active part in a political campaign (further restricted employees only)
> ## What is allowed
> ### Expressing an opinion
> ## What a machine cannot see
> ### 7323(a)(1) Using official authority to affect an election
> ### 7323(a)(3) Running as a candidate in a partisan election
> ### 7324 Political activity while on duty
> ## Sources
> ## What the signs weigh
> netral-rules: no packs/nowhere/pack.json
! netral-rules: -l: expected id or en, got 'jv'
! netral-rules: unknown option --nope; try: netral rules --help
? 2

# What cannot be read or written is no mistake of who asks.
% needs /dev/full
$ mkdir $T/p; for f in law rules pack; do echo '{}' >$T/p/$f.json; done; echo '{' >$T/p/pack.json
$ scripts/netral rules -p $T/p 2>&1 | cut -c1-12; scripts/netral rules -p $T/p 2>/dev/null; echo $?; scripts/netral rules 2>/dev/null >/dev/full; echo $?; scripts/netral rules | head -n 1
> jq: Bad JSON
> 3
> 3
> # Netralitas ASN di media sosial

# A condition asks about the object, too: its type, what is attached, which of
# its members are there.  A picture makes words about a shirt item 7.
$ shirt() { jq -nc --argjson o "$1" '{schema:"activity/1",type:"Create",published:"2024-10-10T12:00:00+07:00",object:({content:"Kaos Wening-Bagas sudah jadi, dukung terus!"} + $o)}'; }
$ { shirt '{}'; shirt '{"attachments":[{"type":"Image"}]}'; shirt '{"attachments":[{"type":"Video"}]}'; } | netral-match -c fixtures/office/contest.json >$T/acts; netral-score -c fixtures/office/contest.json $T/acts | jq -c '[.score.level, .score.findings[0].rule, .score.findings[0].item]'
$ p=$T/p; cp -R cmd/score/packs/id-asn-2022 $p; jq -c '.object.type = "Article"' $T/acts | sed '1s/Article/Note/' >$T/typed
$ for when in '{object: ["Article"]}' '{has: ["attachments"]}' '{attachments: ["Video", "Document"]}'; do
$ 	jq ".parts += [{id: \"guard.x\", weight: -1, when: $when, text: {id: \"x\", en: \"x\"}}]" cmd/score/packs/id-asn-2022/pack.json >$p/pack.json; netral-score -c fixtures/office/contest.json -p $p $T/typed | jq -c '[.score.guards[].id]' | tr '\n' ' '; echo; done
> ["indication","B2","B.2"]
> ["indication","B7p","B.7"]
> ["indication","B2","B.2"]
> [] ["guard.x"] ["guard.x"] 
> [] ["guard.x"] ["guard.x"] 
> [] [] ["guard.x"] 

# An example of a rule says the same of its object; an unknown word is an error.
$ p=$T/p; cp -R cmd/score/packs/id-asn-2022 $p; check() { jq "$1" cmd/score/packs/id-asn-2022/rules.json >$p/rules.json; netral-score -c fixtures/office/contest.json -p $p --check 2>&1 | sed 's/[0-9]*:[0-9]*: //' | tail -n 1; }
$ check '(.rules[] | select(.id == "B7p") | .examples.match[0].attachments) = ["Video"]'
$ check '(.rules[] | select(.id == "B7p") | .when) |= (del(.attachments) + {has: ["attachments"]})'
$ check '(.rules[] | select(.id == "B7p") | .when) |= (del(.attachments) + {has: ["attachments"], object: ["Note"]})'
$ check '(.rules[] | select(.id == "B7p")) |= (.when += {object: ["Note"], has: ["quote"]} | .examples.match[0] += {object: "Note", has: ["quote", "edited"]})'
$ check '.rules[2].when.visible = true'
> netral-score: $T/p/rules.json:rules[2].examples.match[0]: must be cited for this: got B2 at level indication
> netral-score: $T/p/rules.json:rules[2].examples.not[1]: must not be cited for this: got B7p at level indication
> netral-score: $T/p/rules.json:rules[2].examples.match[0]: must be cited for this: got B2 at level indication
> netral-score: configuration is good
> netral-score: $T/p/rules.json:rules[2].when.visible: unknown key, expected one of: types phases targets cues also how object attachments has special spouse within ahead

# Every record names the rules: pack, version, and the digest of its files as
# they were released; one byte more is another digest.
$ echo '{"text":"Selamat pagi"}' | netral-normalize | netral-match -c fixtures/office/contest.json >$T/act; digest() { netral-score -c fixtures/office/contest.json -p "$1" $T/act | jq -r '.score.pack | .sha256'; }
$ p=cmd/score/packs/id-asn-2022; netral-score -c fixtures/office/contest.json $T/act | jq -c '.score.pack | [.name, .version == $v]' --arg v "$(jq -r .version $p/pack.json)"
$ [ "$(digest ./$p)" = "$(cat $p/pack.json $p/law.json $p/rules.json | sha256sum | cut -c 1-64)" ] && echo same
$ for f in pack law rules; do rm -rf $T/p; cp -R $p $T/p; echo >>$T/p/$f.json; [ "$(digest $T/p)" = "$(digest ./$p)" ] || echo $f: another; done
> ["id-asn-2022",true]
> same
> pack: another
> law: another
> rules: another

# --check finds a rule that one above always hides, one that stands twice, and
# one that nothing tests: by what is cited for its own example, by its id or by
# what it asks, and by the examples it lacks.
$ p=$T/p; cp -R cmd/score/packs/id-asn-2022 $p; check() { jq "$1" cmd/score/packs/id-asn-2022/rules.json >$p/rules.json; netral-score -c fixtures/office/contest.json -p $p --check 2>&1 | sed 's/[0-9]*:[0-9]*: //'; }
$ check '.rules |= ((map(select(.id == "B2")) | first) as $b | [$b] + map(select(.id != "B2")))'
$ check '.rules[1].id = "B7"'; check '.rules |= . + [.[0] + {id: "B7again"}]'
$ check 'del(.rules[0].examples.match[0])'; check 'del(.rules[0].examples.not)'; check 'del(.permitted[1].examples)'
> netral-score: $T/p/rules.json:rules[1].examples.match[0]: must be cited for this: got B2 at level indication, which stands above
> netral-score: $T/p/rules.json:rules[1].id: another rule has this id
> netral-score: $T/p/rules.json:rules[17]: is never reached: B7 stands above and asks the same
> netral-score: $T/p/rules.json:rules[0].examples: needs an example to match and one not to
> netral-score: $T/p/rules.json:rules[0].examples: needs an example to match and one not to
> netral-score: $T/p/rules.json:permitted[1]: has no "examples"

# It prints every item of the decree, also what cannot be seen.
$ netral-score -c fixtures/office/contest.json --check 2>/dev/null | awk '{ print $1 }' | grep '^[AB][.]' | sort -u | tr '\n' ' '; echo
> A.1 A.2 A.3 A.4 A.5 A.6 A.7 B.1 B.10 B.11 B.2 B.3 B.4 B.5 B.6 B.7 B.8 B.9 
