# What speaks against, one text for each part that has a name: the guard, its
# weight, and the words it rests on.
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json |
$   jq -r '[.score.level, (.score.guards // [] | map("\(.id) \(.weight) \(.quote // "")") | join("; ")), .object.content] | join(" | ")'
< {"text":"Saya tidak dukung GARSA","published":"2024-10-10T12:00:00+07:00"}
< {"text":"\"Dukung GARSA\" begitu tulisan di angkot","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Tetangga saya bilang: coblos Wening-Bagas","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Wening-Bagas Dukung Penuh Pembangunan Pasar Tirtamulya","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Apakah kamu dukung Rengga-Dyah?","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Dukung GARSA wkwkwk","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Semoga kita jujur dalam bekerja","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Mas Bagas traktir bakso dong","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Promo giveaway #GARSA #trending, jual pulsa","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Pengumuman: jalan ditutup untuk kampanye Wening-Bagas, mohon dukung kelancaran","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Selamat atas kemenangan Wening-Bagas, semoga amanah","published":"2024-12-01T12:00:00+07:00"}
< {"text":"Ayo nyoblos: GARSA, Wening-Bagas, atau Rengga-Dyah, semua bagus","published":"2024-10-10T12:00:00+07:00"}
< {"text":"ASN dilarang dukung Wening-Bagas","published":"2024-10-10T12:00:00+07:00"}
> note |  | Saya tidak dukung GARSA
> note | guard.quoted -45 ; guard.report -50 tulisan | "Dukung GARSA" begitu tulisan di angkot
> note | guard.report -50 Tetangga saya | Tetangga saya bilang: coblos Wening-Bagas
> note | guard.headline -45  | Wening-Bagas Dukung Penuh Pembangunan Pasar Tirtamulya
> note | guard.question -20 Apakah | Apakah kamu dukung Rengga-Dyah?
> note | guard.ridicule -30 wkwkwk | Dukung GARSA wkwkwk
> none | guard.alone -10  | Semoga kita jujur dalam bekerja
> none | guard.alone -10  | Mas Bagas traktir bakso dong
> note | guard.commerce -20 jual; guard.hijack -40 Promo | Promo giveaway #GARSA #trending, jual pulsa
> note | guard.duty -50 Pengumuman | Pengumuman: jalan ditutup untuk kampanye Wening-Bagas, mohon dukung kelancaran
> note | guard.congratulation -50 Selamat atas | Selamat atas kemenangan Wening-Bagas, semoga amanah
> note | guard.all -60  | Ayo nyoblos: GARSA, Wening-Bagas, atau Rengga-Dyah, semua bagus
> note | guard.neutrality -50 ASN dilarang | ASN dilarang dukung Wening-Bagas

# The capitals of candidates' names make no headline, nor do names of emoji, nor
# the first word of a sentence; below a picture that somebody took nothing is one.
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json | jq -c '[.score.level, (.score.guards // [] | map(.id))]'
< {"text":"Ayo pilih Wening Prabandari Bagas Sutanegara","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Saya dukung GARSA <Folded Hands> <Flexed Biceps> <Thumbs Up>","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Tanggal 27 November, besok. Hebat. Tetap Wening-Bagas","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Ribuan Warga Kota Dukung Wening-Bagas","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Ribuan Warga Kota Dukung Wening-Bagas https://www.instagram.com/p/x/","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Ribuan Warga Kota Dukung Wening-Bagas https://kabar.example/instagram.com","published":"2024-10-10T12:00:00+07:00"}
> ["indication",[]]
> ["indication",[]]
> ["check",[]]
> ["note",["guard.headline"]]
> ["note",[]]
> ["note",["guard.headline"]]

# Who opens with a call supports; who opens with a noun may only tell of it.
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json | jq -c '[.score.level, [.score.parts[]?.id]]'
< {"text":"Dukung GARSA sampai akhir","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Dukungan untuk GARSA mengalir dari nelayan","published":"2024-10-10T12:00:00+07:00"}
> ["indication",["target.ticket","cue.support_opens"]]
> ["check",["target.ticket","cue.noun_opens"]]

# What opposes somebody right beside the name is about no other, and who is only
# opposed is no second choice; beside an ordinary word that is somebody's name,
# too, it is about nobody.
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json | jq -c '[.score.level, ([.score.findings[]? | "\(.target) \(.stance)"] | unique), [.score.guards[]?.id]]'
< {"text":"Menangkan #GARSA untuk warga! #WeningBohong","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Menangkan #GARSA untuk warga! #WeningBagasBohong","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Menangkan #GARSA untuk warga, juga #WeningBagas","published":"2024-10-10T12:00:00+07:00"}
> ["note",[],["guard.ridicule"]]
> ["indication",["gardika-sasmita support"],[]]
> ["note",[],["guard.several"]]

# A negation ends with its clause; who asks for prayers in an illness supports
# nobody.
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json | jq -c '[.score.level, [.score.parts[]?.id]]'
< {"text":"Besok di TPS jangan bingung, coblos saja nomor 1","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Besok di TPS jangan coblos nomor 1","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Mohon doa, guru kami Bu Wening Prabandari masuk ICU","published":"2024-10-10T12:00:00+07:00"}
> ["indication",["target.number","cue.call"]]
> ["indication",["target.number","cue.attack"]]
> ["note",["target.person","cue.goodwill","guard.courtesy"]]

# A word that says something beside the candidate only ("lagi") denies nothing
# elsewhere.
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json | jq -c '[.score.level, [.score.parts[]?.id]]'
< {"text":"Di zaman #GARSA tidak ada lagi caci maki, yang ada sikap yang santun","published":"2024-10-10T12:00:00+07:00"}
> ["check",["target.hashtag","cue.praise"]]

# What is said right before or behind the candidate, at the beginning of a clause
# only; a polling station's number is nobody's.
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json | jq -c '[.score.level, [.score.parts[]?.id]]'
< {"text":"Hidup Pak Gardika","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Peringatan hari lingkungan hidup Pak Gardika","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Pak Gardika pasti bisa","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Pasti bisa kalau mau, begitu pesan guru saya tentang sekolah Pak Gardika","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Barusan dari bilik suara, mantap pilih nomor 2","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Habis dari TPS nomor 2, panas","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Pak Gardika 💪💪","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Motor Pak Gardika lewat tadi, dan pegal semua 💪","published":"2024-10-10T12:00:00+07:00"}
> ["check",["target.person","cue.hail"]]
> ["note",["target.person"]]
> ["check",["target.person","cue.frame_chosen"]]
> ["note",["target.person"]]
> ["indication",["target.number","cue.support"]]
> ["none",[]]
> ["check",["target.person","cue.heart"]]
> ["note",["target.person","cue.cheer"]]

# Congratulations and a prayer for somebody's success before the vote are for a
# human to read; after it congratulations are courtesy.
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json | jq -c '[.score.level, .score.weight, (.score.parts | map(.id))]'
< {"text":"Selamat untuk pasangan Wening-Bagas","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Selamat untuk pasangan Wening-Bagas","published":"2024-12-01T12:00:00+07:00"}
< {"text":"Tuhan memberkati Wening-Bagas","published":"2024-10-10T12:00:00+07:00"}
< {"text":"Wening-Bagas apabila terpilih membangun jembatan","published":"2024-10-10T12:00:00+07:00"}
> ["check",40,["target.ticket","cue.congratulation"]]
> ["note",-30,["target.ticket","guard.congratulation"]]
> ["check",40,["target.ticket","cue.goodwill"]]
> ["note",20,["target.ticket"]]

# A comment on a registered account that contradicts it is no support.
$ netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json | jq -c '[.score.level, .score.weight, .score.findings[0].stance, (.score.guards | map(.id))]'
< {"schema":"activity/1","type":"Create","published":"2024-10-10T00:00:00Z","platform":"x","object":{"content":"Jangan pilih mereka, pembohong!","in_reply_to":{"author":{"id":"1825590341127458816"}}}}
< {"schema":"activity/1","type":"Create","published":"2024-10-10T00:00:00Z","platform":"x","object":{"content":"Siap, kami dukung penuh!","in_reply_to":{"author":{"id":"1825590341127458816"}}}}
> ["indication",80,"oppose",["guard.contradicts"]]
> ["indication",100,"support",[]]

# A place on a party's list is the place of one on every list: alone it names
# nobody, and beside a name it speaks of that one only.
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json | jq -c '[.score.level, .score.weight, .score.findings[0].target, (.score.guards // [] | map(.id))]'
< {"text":"Ayo coblos nomor 1!","published":"2024-02-01T08:00:00+07:00"}
< {"text":"Cari Endah Palupiasih, coblos nomor 1 ya ibu-ibu","published":"2024-02-01T08:00:00+07:00"}
> ["none",-10,null,["guard.alone"]]
> ["indication",80,"endah-palupiasih",[]]

# What others choose, told below a registered account's post: it is named, and
# no side is taken for or against anybody.
$ netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json | jq -c '[.score.level, .score.weight, .score.findings[0].rule, .score.findings[0].stance]'
< {"schema":"activity/1","type":"Create","published":"2024-10-10T00:00:00Z","platform":"x","object":{"content":"Di sini pada milih Wening-Bagas","in_reply_to":{"author":{"id":"1825590341127458816"}}}}
> ["indication",80,"B6",null]

# A ticket's name that is an ordinary word is no cue besides.
% needs jq
$ jq '(.[] | select(any(.candidates[]; .number == 1)) | .candidates[0]) |= (.ticket = "Lanjutkan" | .ambiguous += ["Lanjutkan"])' fixtures/office/contest.json >$T/c; netral-normalize | netral-match -c $T/c | netral-score -c $T/c | jq -c '[.score.level, .score.weight, [.score.parts[].id]]'
< {"text":"Pilkada sudah dekat. Lanjutkan kerja bakti kita.","published":"2024-10-30T20:00:00+07:00"}
> ["note",20,["target.ticket"]]
