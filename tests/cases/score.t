# One text, as an employee might have written it on a day of each phase.
$ for day in 2023-12-01 2024-08-01 2024-09-21 2024-09-22 2024-10-10 2024-11-25 2024-11-27 2024-12-01 2025-06-01; do
$   printf '{"text":"Ayo dukung Wening-Bagas!","published":"%sT12:00:00+07:00"}\n' $day; done |
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json |
$   jq -r '[.published[0:10], .score.contest, .score.phase // "-", .score.level, .score.findings[0].rule // "-", .score.findings[0].tier // "-"] | @tsv'
> 2023-12-01	tirtamulya-walikota-2024	-	none	-	-
> 2024-08-01	tirtamulya-walikota-2024	preparation	indication	A2	ethics
> 2024-09-21	tirtamulya-walikota-2024	registration	indication	A2	ethics
> 2024-09-22	tirtamulya-walikota-2024	designated	indication	B2	discipline
> 2024-10-10	tirtamulya-walikota-2024	campaign	indication	B2	discipline
> 2024-11-25	tirtamulya-walikota-2024	quiet	indication	B2	discipline
> 2024-11-27	tirtamulya-walikota-2024	vote	indication	B2	discipline
> 2024-12-01	tirtamulya-walikota-2024	count	indication	B2	discipline
> 2025-06-01		-	none	-	-

# The day is the office's day: 23:30 before the designation and 00:40 after it.
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -d fixtures/office | jq -r '.score.findings[0].rule'
< {"text":"Ayo dukung Wening-Bagas!","published":"2024-09-21T16:30:00Z"}
< {"text":"Ayo dukung Wening-Bagas!","published":"2024-09-21T17:40:00Z"}
> A2
> B2

# The parts sum to the weight, always.
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json |
$   jq -c 'select(.score.parts) | [.score.weight, (.score.parts | map(.weight) | add)] | select(.[0] != .[1] and (.[0] == 0 and .[1] == null | not))'
< {"text":"Ayo coblos Wening-Bagas nomor 2! Menang!"}
< {"text":"Jangan pilih GARSA"}
< {"text":"Apakah saya dukung Rengga-Dyah?"}
< {"text":"jujur"}

# Support and opposition; a support that is denied is none.
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json |
$   jq -r '[.score.level, .score.findings[0].stance // "-", .object.content] | @tsv'
< {"text":"Saya dukung GARSA"}
< {"text":"Saya tidak dukung GARSA"}
< {"text":"Jangan pilih GARSA"}
< {"text":"GARSA hebat, mantap"}
< {"text":"Ojo milih GARSA"}
> indication	support	Saya dukung GARSA
> note	-	Saya tidak dukung GARSA
> indication	oppose	Jangan pilih GARSA
> check	support	GARSA hebat, mantap
> indication	oppose	Ojo milih GARSA

# What speaks against: all alike, others' words, news, neutrality itself.
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json |
$   jq -r '[.score.level, (.score.guards // [] | map(.id) | join(" "))] | @tsv'
< {"text":"Ayo nyoblos: GARSA, Wening-Bagas, atau Rengga-Dyah, semua bagus"}
< {"text":"Tetangga saya bilang: coblos Wening-Bagas"}
< {"text":"Hasil survei: Wening-Bagas menang"}
< {"text":"ASN dilarang dukung Wening-Bagas, kita harus netral"}
< {"text":"Ketua OSIS pilihan saya nomor 2"}
> note	guard.all
> note	guard.report
> note	guard.news
> note	guard.neutrality
> none	guard.alone

# A like, a share and a comment on a registered account are acts without words.
$ netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json |
$   jq -r '[.type, .score.level, .score.findings[0].rule // "-"] | @tsv'
< {"schema":"activity/1","type":"Like","published":"2024-10-10T00:00:00Z","platform":"x","object":{"author":{"id":"1825590341127458816"}}}
< {"schema":"activity/1","type":"Like","published":"2024-08-10T00:00:00Z","platform":"x","object":{"author":{"id":"1825590341127458816"}}}
< {"schema":"activity/1","type":"Announce","published":"2024-10-10T00:00:00Z","platform":"x","object":{"author":{"id":"1825590341127458816"},"content":"x"}}
< {"schema":"activity/1","type":"Create","published":"2024-10-10T00:00:00Z","platform":"x","object":{"content":"Kapan ke Sendangrejo?","in_reply_to":{"author":{"id":"1825590341127458816"}}}}
< {"schema":"activity/1","type":"Announce","published":"2024-10-10T00:00:00Z","platform":"x","object":{"author":{"id":"5"},"content":"Ayo coblos Wening-Bagas"}}
> Like	indication	B6
> Like	indication	A4
> Announce	indication	B6
> Create	check	B6
> Announce	note	-

# Without a date both tiers are shown, and the record says so.
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json |
$   jq -c '.score | [.undated, .phase, (.findings | map(.rule))]'
< {"text":"Ayo coblos Wening-Bagas!"}
> [true,"campaign",["B2","A2"]]

# A record that match has not seen is refused; coverage passes.
$ netral-score -c fixtures/office/contest.json
< {"schema":"activity/1","object":{"content":"x"}}
< {"schema":"coverage/1","state":"ok"}
> {"schema":"coverage/1","state":"ok"}
! netral-score: <stdin>:1: no "match": expected an activity, as netral match writes it
! netral-score: 1 of 2 records refused
? 1

# Asked before posting: an answer in words, with the rule and the doubt.
$ netral-normalize | netral-match -d fixtures/office | netral-score -d fixtures/office --explain
< {"text":"Ayo coblos nomor 2!"}
> “Ayo coblos nomor 2!”
>
> Indikasi, untuk klarifikasi.
>   Tentang: Wening Prabandari - Bagas Sutanegara (2), Pemilihan Wali Kota dan Wakil Wali Kota Tirtamulya 2024: mendukung
>   Tahapan: Masa kampanye
>   Aturan: B.2 Sosialisasi/kampanye media sosial/online calon
>     Tulisan publik ini menyebut calon yang sudah ditetapkan, dengan kata-kata yang dapat dibaca sebagai kampanye yang mendukung atau menentangnya.
>   Rentang sanksi menurut sumber: hukuman disiplin berat: dari penurunan jabatan setingkat lebih rendah selama 12 bulan sampai pemberhentian dengan hormat tidak atas permintaan sendiri (tabel SKB menurut media, jenisnya menurut PP 94/2021 Pasal 8; diputuskan PPK)
>   Dasar: Keputusan Bersama Menteri PANRB No. 2, Mendagri No. 800-5474, Kepala BKN No. 246, dan Ketua KASN No. 30 Tahun 2022, serta Ketua Bawaslu No. 1447.1/PM.01/K.1/09/2022, Lampiran II, disiplin angka 2
>   Dasar: Undang-Undang No. 20 Tahun 2023 tentang Aparatur Sipil Negara, Pasal 9 ayat (2)
>   Bobot: 70 (dibaca manusia mulai dari 40; indikasi mulai dari 60)
>   Petunjuknya:
>     +20  menyebut nomor urut “coblos nomor 2”
>     +50  ajakan memilih “coblos”
>   Yang meringankan: tidak ditemukan
>   Tanggalnya tidak diketahui: dinilai seolah-olah dalam masa kampanye.
>   Bila terjadi sebelum calon ditetapkan:
>   Aturan: A.2 Sosialisasi/kampanye media sosial/online bakal calon
>     Tulisan publik ini menyebut bakal calon, sebelum calon ditetapkan, dengan kata-kata yang dapat dibaca sebagai kampanye.
>   Rentang sanksi menurut sumber: sanksi moral: pernyataan tertulis, tertutup atau terbuka (PP 42/2004 Pasal 15)
>   Ini bukan putusan. Manusia yang bertanya, mendengar, dan memutuskan.
>
> Indication, for clarification.
>   About: Wening Prabandari - Bagas Sutanegara (2), Tirtamulya mayoral election 2024: supports
>   Phase: Campaign
>   Rule: B.2 Promotion or campaign on social media or online for a candidate
>     This public text names a designated candidate in words that can be read as a campaign for or against that candidate.
>   Range of sanctions as the source states it: severe discipline: from demotion by one level for 12 months to honourable discharge not at own request (the decree's table as the press has it, kinds as in Government Regulation 94/2021, Article 8; the appointing official decides)
>   Law: Keputusan Bersama Menteri PANRB No. 2, Mendagri No. 800-5474, Kepala BKN No. 246, dan Ketua KASN No. 30 Tahun 2022, serta Ketua Bawaslu No. 1447.1/PM.01/K.1/09/2022, Lampiran II, disiplin angka 2
>   Law: Undang-Undang No. 20 Tahun 2023 tentang Aparatur Sipil Negara, Pasal 9 ayat (2)
>   Weight: 70 (a human reads it from 40; an indication from 60)
>   What points to it:
>     +20  names the ballot number “coblos nomor 2”
>     +50  a call to vote “coblos”
>   What speaks against it: nothing was found
>   The date is unknown: judged as if within the campaign.
>   If it was before candidates were designated:
>   Rule: A.2 Promotion or campaign on social media or online for a would-be candidate
>     This public text names a would-be candidate, before designation, in words that can be read as a campaign.
>   Range of sanctions as the source states it: moral sanction: a written statement, closed or open (Government Regulation 42/2004, Article 15)
>   This is no verdict. A human asks, hears and decides.
>

# And when there is nothing.
$ netral-normalize | netral-match -d fixtures/office | netral-score -d fixtures/office --explain --lang en
< {"text":"Selamat pagi, semoga jujur dalam bekerja."}
> “Selamat pagi, semoga jujur dalam bekerja.”
>
> No indication.
>   Phase: Campaign
>   What speaks against it:
>     -10  an ordinary word, with no other sign
>

# A pack says where it is wrong.
$ p=$T/pack; cp -R cmd/score/packs/id-asn-2022 $p; sed -i 's/"ref": "skb-2022", "article": "Lampiran II, disiplin angka 2"/"ref": "skb-2032"/' $p/rules.json
$ netral-score -c fixtures/office/contest.json -p $p; sed -i 's/"weight": 25/"weight": "x"/' $p/pack.json; netral-score -c fixtures/office/contest.json -p $p
! netral-score: $T/pack/rules.json:494:17: rules[15].law[0].ref: law.json has no instrument with this id
! netral-score: $T/pack/pack.json:50:60: parts[3].weight: expected an integer from -100 to 100, got "x"
? 2

# A rule's examples are judged by --check; the one that fails is named.
$ p=$T/pack; cp -R cmd/score/packs/id-asn-2022 $p; sed -i '0,/"note": "a like", "type": "Like"/s//"note": "a like", "type": "Create"/' $p/rules.json
$ netral-score -c fixtures/office/contest.json -p $p --check
$ cp cmd/score/packs/id-asn-2022/rules.json $p; sed -i '0,/"note": "a candidate is only named", /s///' $p/rules.json; sed -i 's/"note": 5, "check": 40/"note": 5, "check": 20/' $p/pack.json
$ netral-score -c fixtures/office/contest.json -p $p --check
! netral-score: $T/pack/rules.json:155:11: rules[4].examples.match[0]: must be cited for this: got B6 at level note
! netral-score: $T/pack/rules.json:508:11: rules[15].examples.not[0]: must not be cited for this: got B2 at level check
? 2

# An unknown language is no silent default.
$ netral-score -c fixtures/office/contest.json --explain --lang jv
! netral-score: --lang: expected id, en or both, got 'jv'
? 2

# A ticket that is called like an ordinary word, in a prayer, a joke, another
# debate: words that are not only of elections give it no company.
$ netral-normalize | netral-match -c fixtures/contests/pilpres-2024.json | netral-score -c fixtures/contests/pilpres-2024.json | jq -r '.score.level'
< {"published":"2024-01-10","text":"semoga yang terpilih amanah, amin"}
< {"published":"2024-01-10","text":"Amin ya Allah, lengserkan rasa malas ini"}
< {"published":"2024-01-10","text":"amin, debat sama istri kalah terus"}
< {"published":"2024-01-10","text":"Kampanye cuci tangan, amin semoga sehat semua"}
< {"published":"2024-01-10","text":"Aamiin. Jangan sampai hujan ya Allah. Amin"}
< {"published":"2024-01-10","text":"partai besar catur sore ini, ganjar pemenangnya dengan kopi"}
< {"published":"2024-01-10","text":"Yang tidak mau ditipu, jangan percaya. Amin."}
< {"published":"2024-01-10","text":"Coblos AMIN!"}
> none
> none
> none
> none
> none
> none
> none
> indication

# The example of the README is what is said today.
$ echo '{"text":"Ayo coblos nomor 2!","published":"2024-10-30T20:00:00+07:00"}' | netral-normalize | netral-match -d fixtures/office | netral-score -d fixtures/office --explain --lang en >$T/now; { sed -n '/^“Ayo coblos nomor 2!”/,/^```/p' README.md | sed '$d'; echo; } | diff - $T/now && echo same
> same

# A call to vote is not hidden behind hundreds of other words; thousands are for a human to read, and said.
$ for n in 600 4100; do jq -cn --argjson n $n '{text: ("Semoga sukses. " * $n + "Ayo coblos nomor 2!"), published: "2024-10-30T20:00:00+07:00"}'; done | netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -d fixtures/office | jq -r .score.level
> indication
! netral-score: <stdin>:2: more than 4096 names or words in it: a human has to read it
! netral-score: 1 of 2 records refused
