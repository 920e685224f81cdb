# The same records, shuffled and doubled, in any number of files: the same bytes.
$ D=tests/cases/report
$ for f in html table json; do
$ 	netral-report -d $D/office -f $f $D/day.ndjson >$T/a
$ 	tac $D/day.ndjson | gzip >$T/back.gz
$ 	netral-report -d $D/office -f $f $T/back.gz $D/day.ndjson - <$D/day.ndjson >$T/b
$ 	shuf --random-source=$D/day.ndjson $D/day.ndjson | netral-report -d $D/office -f $f >$T/c
$ 	cmp $T/a $T/b && cmp $T/a $T/c && test -s $T/a && echo $f
$ done
> html
> table
> json

# Of an act that comes twice the higher level counts, then the newer capture; it is known since the first.
$ a() { jq -c --arg l $1 --arg c $2 '.score.level=$l | .origin.captured=$c' tests/cases/report/spans.ndjson; }
$ a check 2024-10-13T00:00:00Z >$T/1; a indication 2024-10-14T00:00:00Z >$T/2
$ a indication 2024-10-15T00:00:00Z >$T/3; a none 2024-10-16T00:00:00Z >$T/4
$ for o in '1 2 3 4' '4 3 2 1' '2 4 1 3' '3 1 4 2'; do
$ 	for i in $o; do cat $T/$i; done | netral-report -f json |
$ 	jq -c '[.counts.none, .counts.check, .counts.indication, (.cases[] | .known_since, .activities[].origin.captured)]'
$ done
> [0,0,1,"2024-10-13T00:00:00Z","2024-10-15T00:00:00Z"]
> [0,0,1,"2024-10-13T00:00:00Z","2024-10-15T00:00:00Z"]
> [0,0,1,"2024-10-13T00:00:00Z","2024-10-15T00:00:00Z"]
> [0,0,1,"2024-10-13T00:00:00Z","2024-10-15T00:00:00Z"]

# The table: by employee, the highest level first; who speaks against; what was not seen.
$ D=tests/cases/report
$ netral-report -d $D/office --lang en --now 2024-11-20T09:00:00+07:00 $D/day.ndjson
> The collection is not complete: 2 accounts were cut off or refused by the service; 1 declared
> account was not asked.
>
>   Date              Weight  Item    About                   Words it rests on
> Indication, for clarification: Purwadi Hartanta
>   196818081992031004; Dinas Pendidikan; PNS
>   2024-08-14 20:15      50  A.2     GARSA (1)               ayo dukung; Pak Gardika
>     https://sosial.tirtamulya.example/@purwadi_h/112960559513661811
> Indication, for clarification: Heru Subiyakto
>   197514082001121007; Dinas Pendidikan; PNS
>   2024-10-09 06:15      75  B.6     GARSA (1)               garsatirta@sosial.tirtamulya.example;
>                                                             Nomor 1; GARSA
>                                                             against: no call to others
>     https://sosial.tirtamulya.example/@garsatirta/113274346012681099
>   2024-10-12 13:00      50  B.6     GARSA (1)               garsatirta@sosial.tirtamulya.example; ☝️☝️
>                                                             against: no call to others
>     https://sosial.tirtamulya.example/@herusubi/113292925009971386
> Indication, for clarification: Maria Goreti Wulandaru
>   198115152006042007; Dinas Pekerjaan Umum; PNS
>   2024-11-03 18:00      80  B.2     Rengga-Dyah (3)         Rengga-Dyah; saya mengajak pembaca
>                                                             melakukan hal yang sama: pilih nomor 3;
>                                                             nomor 3
>     https://rakarsip.example/2024/kenapa-saya-memilih-rengga-dyah/
> Indication, for clarification: Dewi Pangestutik
>   198517012010012007; Kecamatan Sendangrejo; PNS
>   2024-11-02 11:20      70  B.2     Jujur (2)               pilih nomor 2; nomor 2; Wening-Bagas
>                                                             against: trade words: the family's
>                                                             business account
>     https://sosial.tirtamulya.example/@dapurbulestari/113411438542912570
> Indication, for clarification: Wahyu Nugrahanto
>   198519152010011007; Dinas Kesehatan; PNS
>   2024-10-12 07:15     115  B.2     Jujur (2)               Ayo coblos; nomor 2; Wening-Bagas; Ajak
>                                                             keluarga
>     https://sosial.tirtamulya.example/@wahyunugra/113291568218151781
> Indication, for clarification: Andi Rusmanajaya
>   198815152014021007; Satuan Polisi Pamong Praja; PNS
>   2024-10-18 22:20     115  B.2     GARSA (1)               Jangan pilih; GARSA; Tumbangkan nomor 1;
>                                                             nomor 1
>     https://sosial.tirtamulya.example/@andirusmana/113329100226600836
> Indication, for clarification: Sulistyawati
>   199114082023212004; Dinas Kesehatan; PPPK
>   2024-10-03 19:10      95  B.6     Jujur (2)               jujurtirta@sosial.tirtamulya.example; di
>                                                             belakang Ibu; Gas terus sampai menang
>     https://sosial.tirtamulya.example/@bidansulis/113243419377676134
> Indication, for clarification: Intan Permatahati
>   199518082023212001; Dinas Komunikasi dan Informatika; PPPK
>   2024-10-02 20:00      85  B.6     Rengga-Dyah (3)         renggadyah@sosial.tirtamulya.example;
>                                                             Salut; Mbak Dyah dan Pak Rengga;
>                                                             lanjutkan sampai menang
>                                                             against: some of the words quote
>                                                             somebody else
>     https://sosial.tirtamulya.example/@intanpixel/113237952954406271
> Indication, for clarification: Vina Oktavianingtyas
>   199620222023212001; Satuan Polisi Pamong Praja; PPPK
>   2024-11-08 18:20      80  B.2     Jujur (2)               ayo coblos; nomer loro; #WeningBagas2024
>     https://tiktok.example/@vinaokta/7434866761869660701
> Indication, for clarification: Sutarno Adiwiyata
>   197218081998031007; Kecamatan Sendangrejo; PNS
>   2024-10-06 19:05     115  B.2     GARSA (1)               Ojo lali; coblos nomer siji; nomer siji;
>                                                             GARSA
>     https://sosial.tirtamulya.example/@paklurahtarno/113260384813101107
> Indication, for clarification: Teguh Supriyantoro
>   197316221999031007; Dinas Pekerjaan Umum; PNS
>   2024-10-16 21:00      55  B.7     GARSA (1)               Pak Gardika; ☝️; Tetap bareng sampai
>                                                             tuntas
>     https://sosial.tirtamulya.example/@teguhsda/113317461622809981
> Indication, for clarification: Johan Marbunaga
>   198814082014021004; Dinas Komunikasi dan Informatika; PNS
>   2024-10-17 21:30      60  B.2     Rengga-Dyah (3)         ini baru pemimpin; Pak Rengga;
>                                                             #RenggaDyah
>     https://x.example/@johanmarb/1846921775150621664
> Indication, for clarification: Agus Setiawan
>   198214082007011001; Dinas Pekerjaan Umum; PNS
>   2024-10-04 07:30      65  B.6     Jujur (2)               jujurtirta@sosial.tirtamulya.example;
>                                                             nomor 2
>                                                             against: a like can be an accident
>     https://sosial.tirtamulya.example/@jujurtirta/113243085078533652
> To read: Eka Yulianingrum
>   199315152023212001; Kecamatan Sendangrejo; PPPK
>   2024-10-09 12:40      20  B.6     Rengga-Dyah (3)         renggadyah@sosial.tirtamulya.example
>                                                             against: it is a question
>                                                             against: no call to others
>     https://sosial.tirtamulya.example/@ekayuli/113275860025379603
> To read: Kukuh Wicaksanadi
>   198318082009041001; Satuan Polisi Pamong Praja; PNS
>   2024-11-02 19:45      45  B.2     GARSA (1)               nomor 1; mau lima tahun banjir lagi
>                                                             against: it is a question
>     https://sosial.tirtamulya.example/@kukuhwica/113413424087071070
> To read: Fajar Ramadhanu
>   199013012015021007; Dinas Komunikasi dan Informatika; PNS
>   2024-10-13 10:20      50  B.2     Jujur (2)               nomor 2; Wening-Bagas; paling masuk akal
>                                                             against: no call to others
>     https://sosial.tirtamulya.example/@fajarprakom/113297958305795505
>
> Acts over the days (7 days)
> 14 Aug 2024 ▂······▇█▅·▅▂ 8 Nov 2024
>
> What could not be seen
>   not found                           mastodon    bambangtris@sosial.tirtamulya.e…  Bambang Tristiy…
>     HTTP 404
>   limited by the service, try again…  mastodon    hasanbasuki@sosial.tirtamulya.e…  Hasan Basukirah…
>     HTTP 429, Retry-After 120
>   refused by the service              mastodon    rizalfoto@sosial.tirtamulya.exa…  Rizal Effendipu…
>     HTTP 401
>   needs a login                       feed        https://resepdewi.example/feed.…  Sulistyawati
>     HTML, not a feed
>   declared, but not asked             tiktok      vinaokta                          Vina Oktavianin…
>
> 63 activities read; 13 indications; 4 to read; 5 notes; 18 of 22 accounts seen

# It fits a narrow terminal, but for addresses, which stay whole.
$ D=tests/cases/report
$ COLUMNS=48 netral-report -d $D/office $D/day.ndjson | grep -v -e ' https*://' -e ': ' | awk '{ gsub(/…/, "x") } length > 48'
>     garsatirta@sosial.tirtamulya.example; ☝️☝️
>     Pak Gardika; ☝️; Tetap bareng sampai tuntas
> 14 Agu 2024 ▂······▇█▅·▅▂ 8 Nov 2024

# No byte of the input acts: markup, quotes, other schemes, control characters, turned writing.
$ netral-report -f html tests/cases/report/hostile.ndjson >$T/p
$ grep -c -e '<script' -e '<img' -e '</style><b' -e '<u>' -e 'href="javascript' -e 'href="data' $T/p
$ grep -o '\[U+[0-9A-F]*\]' $T/p | sort -u
$ grep -o 'lang="[^"]*"' $T/p
$ LC_ALL=C.UTF-8 grep -c -P '[\x{202a}-\x{202e}\x{2066}-\x{2069}\x00-\x08]' $T/p
> 0
> [U+0007]
> [U+202C]
> [U+202E]
> lang="id"
> 0
? 1

# Nor in a terminal.
$ netral-report tests/cases/report/hostile.ndjson | LC_ALL=C.UTF-8 grep -c -P '[\x{202a}-\x{202e}\x00-\x08\x1b]'
> 0
? 1

# Spans count code points: emoji, letters beyond the first plane, accents; overlapping ones are one.
$ netral-report -f html tests/cases/report/spans.ndjson | grep -o '<mark[^/]*/mark>'
> <mark>😀</mark>
> <mark>𝗔𝘆𝗼 coblos nomor 2</mark>
> <mark>🇮🇩 ayo</mark>

# Of a long text what stands around the marks is shown, and how much is not.
$ netral-report -f html -d tests/cases/report/office tests/cases/report/day.ndjson | grep -o -e 'class="cut">[^<]*' -e '<mark>saya mengajak[^<]*</mark>'
> class="cut">[… 1.899 huruf tidak ditampilkan …]
> <mark>saya mengajak pembaca melakukan hal yang sama: pilih nomor 3</mark>
> class="cut">[… 364 huruf tidak ditampilkan …]

# An edit is shown, and the words of somebody else are named as such.
$ jq -c '.type="Like" | .object.edited="2024-10-12T09:00:00+07:00" | .object.author={"handle":"other"}' tests/cases/report/spans.ndjson |
$ netral-report -f html --lang en | grep -o -e 'Edited [^<]*' -e 'Written by [^<]*' -e 'Liked on [^<]*'
> Liked on Mastodon
> Edited 12 Oct 2024, 09:00 WIB
> Written by @other, not by the holder of this account

# What was done may be to follow or to join, without words or a date.
$ jq -c '.type=("Follow","Join") | .id+=.type | del(.published) | .object={"type":"Person","handle":"garsa","url":"https://x.example/garsa"}' tests/cases/report/spans.ndjson |
$ netral-report -f html --lang en | grep -o -e '<h4>[^<]*' -e 'no date' -e 'Followed: [^<]*[^< ]'
> <h4>Followed on Mastodon
> no date
> Followed: @garsa
> <h4>Joined on Mastodon
> no date
> Followed: @garsa

# Nothing read is not nothing found.
$ D=tests/cases/report
$ netral-report -d $D/office --lang en </dev/null
$ netral-report -d $D/office --lang en -f html </dev/null | grep -c -e 'No activity was read' -e 'what could not be seen is not known'
> No activity was read: check that the collection ran
>
> What could not be seen
> The input has no coverage records: what could not be seen is not known. Not seen does not mean not
> there.
>
> 0 activities read; 0 indications; 0 to read; 0 notes
> 2

# Coverage alone: what was seen, what was not, which declared accounts nobody asked.
$ D=tests/cases/report
$ grep coverage/1 $D/day.ndjson | netral-report -d $D/office -f json | jq -c .counts
> {"none":0,"note":0,"check":0,"indication":0,"rejected_before":0,"accounts":22,"accounts_not_seen":4,"accounts_not_asked":2}

# Without a list of employees nobody is named or asked.
$ D=tests/cases/report
$ jq -c 'del(.match.who)' $D/day.ndjson >$T/in
$ netral-report --lang en -f html $T/in >$T/p
$ grep -c -e 'attributed to nobody' $T/p; grep -c 'ask for clarification' $T/p; grep -c 'Wahyu Nugrahanto' $T/p
$ netral-report --lang en $T/in | sed -n '1,6p'
> 2
> 0
> 0
> The collection is not complete: 2 accounts were cut off or refused by the service.
>
>   Date              Weight  Item    About                   Words it rests on
> Without a list of employees: activities are grouped by account and attributed to nobody.
> Indication, for clarification: @purwadi_h@sosial.tirtamulya.example
>   Mastodon

# An employee outside the list is shown by number.
$ jq -c '.match.who.employee="NA-0001"' tests/cases/report/spans.ndjson | netral-report -d tests/cases/report/office -f html | grep -o '<h3.*</h3>'
> <h3>NA-0001</h3>
> <h3><b>Butir B.2</b> Sosialisasi atau kampanye di media sosial untuk calon <span class="tag">disiplin</span></h3>

# The page never calls what a person did by the name of a verdict.
$ D=tests/cases/report
$ for l in id en; do
$ 	sed 's/pelanggaran//g' $D/day.ndjson | netral-report -d $D/office -f html --lang $l | grep -i -c -e pelanggar -e melanggar -e violat -e guilty -e bersalah
$ 	netral-report -d $D/office --lang $l $D/day.ndjson | grep -i -c -e pelanggar -e melanggar -e violat
$ done
> 0
> 0
> 0
> 0
? 1

# The stylesheet is the one the page allows, and nothing else is allowed or loaded.
$ netral-report -f html </dev/null >$T/p
$ tr '\n' '\001' <$T/p | sed 's/.*<style>//; s/<.style>.*//' | tr '\001' '\n' >$T/css
$ grep -o "content=.default-src[^>]*" $T/p | sed "s/sha256-[^']*/DIGEST/"
$ grep -q "'sha256-$(openssl dgst -sha256 -binary <$T/css | base64)'" $T/p && echo same
$ grep -c -e '<script' -e '<link' -e ' style=' -e ' src=' -e 'url(' -e '@import' $T/p
> content="default-src 'none'; style-src 'DIGEST'; base-uri 'none'; form-action 'none'"
> same
> 0
? 1

# Both languages have the same texts, and each text the same places to fill.
$ J=cmd/report/templates/text.json
$ jq -r 'keys[]' $J
$ jq -r '[.id,.en] | map([paths(scalars) | join(".")] | map(sub("\\.[01]$"; "")) | unique) | (.[0]-.[1])+(.[1]-.[0]) | .[]' $J
$ jq -r '.id.ui as $i | .en.ui as $e | $i | keys[] | select(([$i[.]|tostring|scan("{[0-9]}")]|unique) != ([$e[.]|tostring|scan("{[0-9]}")]|unique))' $J
> en
> id

# On a phone the label of a cell stands before it: in the stylesheet, once, in the language of the page, whatever it holds.
$ t=cmd/report/templates; mkdir $T/templates; cp $t/page.css $t/deadlines.json $T/templates; jq '.en.ui.list_since = "\"Known\\\\\""' $t/text.json >$T/templates/text.json
$ p() { netral-report -d tests/cases/report/office --lang $1 -f html tests/cases/report/day.ndjson; }
$ p id | grep -o -e '--since: .*'; p en | sed -n 's/--seen.*//; s/.*--since/--since/p'; NETRAL_SHARE=$T p en | grep -o -e '--since.*--state'
> --since: "Diketahui sejak: "; --state: "Keadaan: "; --due: "Batas: "; --items: "Kiriman: "; --days: "Hari terlihat: "; --seen: "Akun terlihat: "; }
> --since);
> --since: "Known since: "; --state: "State: "; --due: "Due: "; --items: "Posts: "; --days: "Days seen: "; 
> --since: "\"Known\\\\\": "; --state

# A text that is missing is found before anything is read.
$ mkdir -p $T/templates; cp cmd/report/templates/page.css $T/templates
$ jq 'del(.en.ui.todo)' cmd/report/templates/text.json >$T/templates/text.json
$ NETRAL_SHARE=$T netral-report --check 2>&1 | sed 's/json:[0-9]*:[0-9]*/json/'
> netral-report: $T/templates/text.json: en.ui: no "todo" here

# Level, headings, landmarks: a page can be read without eyes.
$ netral-report -d tests/cases/report/office -f html --lang en tests/cases/report/day.ndjson >$T/p
$ grep -c -e '<html lang="en">' -e '<main id="main">' -e 'class="skip" href="#main"' -e '<nav id="list" aria-labelledby="list-name">' $T/p
$ for h in 1 2 3 4; do grep -c "<h$h" $T/p; done
> 4
> 1
> 10
> 20
> 17

# The format follows the name of the file, packed or not.
$ netral-report -o $T/a.html </dev/null; netral-report -o $T/b.html.gz </dev/null
$ zcat $T/b.html.gz | cmp - $T/a.html; head -c 15 $T/a.html; echo
$ netral-report -o $T/c.json </dev/null; jq -c 'keys' $T/c.json
$ for n in d.txt .hari/d REPORT.HTML e.pdf; do mkdir -p $T/.hari; netral-report --lang en -o $T/$n </dev/null; echo $? $(head -c 20 $T/$n 2>/dev/null); done; netral-report --lang en -f csv -o $T/e.xyz </dev/null; head -c 5 $T/e.xyz; echo
> <!DOCTYPE html>
> ["cases","counts","coverage","schema","units"]
> 0 No activity was read
> 0 No activity was read
> 2
> 2
> "key"
! netral-report: -o $T/REPORT.HTML: what is it to be? give -f html, table, json, csv or tsv
! netral-report: -o $T/e.pdf: what is it to be? give -f html, table, json, csv or tsv

# Time is counted from --now, at the office's zone; without it from the newest capture.
$ D=tests/cases/report
$ for n in 2024-11-19T16:59:59Z 2024-11-19T17:00:00Z; do netral-report -d $D/office --now $n -f html $D/day.ndjson | grep -o 'sejak 15 Agu 2024 ([0-9]* hari). Batas pelaporan [^.]* sudah lewat'; done
$ netral-report -d $D/office -f html $D/day.ndjson | grep -o 'Keadaan per [^<]*'
> sejak 15 Agu 2024 (96 hari). Batas pelaporan 22 Agu 2024 (hari kerja: 26 Agu 2024) sudah lewat
> sejak 15 Agu 2024 (97 hari). Batas pelaporan 22 Agu 2024 (hari kerja: 26 Agu 2024) sudah lewat
> Keadaan per 19 Nov 2024, 09.12 WIB

# What is not for a report is refused, not lost.
$ netral-report --stats
< {"schema":"activity/1","id":"a"}
< {"schema":"activity/1","score":{"level":"note"}}
< {"schema":"activity/1","id":"b","score":{"level":"high"}}
< {"schema":"capture/1"}
< {"schema":"coverage/1"}
< {"schema":"reject/1","reason":"x"}
> Pengumpulan belum lengkap: 1 rekaman ditolak.
>
> Tidak ada kegiatan yang dibaca: periksa apakah pengumpulan berjalan
>
> Yang tidak terlihat
> Masukan tidak memuat rekaman cakupan: apa yang tidak terlihat tidak diketahui. Tidak terlihat bukan
> berarti tidak ada.
>
> 0 kegiatan dibaca; 0 indikasi; 0 perlu dibaca; 0 catatan
! netral-report: <stdin>:1: no field 'score': is netral-score missing before this?
! netral-report: <stdin>:2: no field 'id'
! netral-report: <stdin>:3: score.level: expected none, note, check or indication
! netral-report: <stdin>:4: schema 'capture/1': expected activity/1 or coverage/1
! netral-report: <stdin>:5: no field 'state'
! netral-report: in 6, out 0, dropped 1, rejected 5
! netral-report: 5 of 6 records refused
? 1

# Refusals of the tools before make the page say that it is not complete.
$ netral-report -f html --lang en | grep -o 'First mend [^<]*'
< {"schema":"reject/1","reason":"x"}
< {"schema":"reject/1","reason":"x"}
< {"schema":"reject/1","reason":"y"}
> First mend 2 records that an earlier stage refused: this report is not complete

# Options that cannot be.
$ netral-report -f pdf; netral-report --now yesterday; netral-report --lang nl 2>&1 | sed 's/.*text.json/text.json/'; netral-report -e $T/none.csv
> text.json: no language 'nl', which --lang or office.json asks for
! netral-report: -f pdf: expected html, table, json, csv, tsv or blind
! netral-report: --now yesterday: expected a time such as 2024-11-20T09:00:00+07:00
! netral-report: $T/none.csv: No such file or directory
? 2

# The public sees no name, handle, key or address, and no number between 0 and 5; lengths are of rounded numbers.
$ D=tests/cases/report
$ netral-report -d $D/office --audience public --lang en -f html $D/day.ndjson >$T/p
$ jq -r '.match.who.employee // empty, .actor.handle // empty, .object.url // empty' $D/day.ndjson | sort -u >$T/never; cut -d, -f2 $D/office/employees.csv | tail -n +2 >>$T/never
$ grep -c -F -f $T/never $T/p; sed '1,/<main/d' $T/p | grep -o '<td class="n">[^<]*' | sort -u
$ grep -o -e 'fewer than 5 to read' -e '15 indications' $T/p; grep -o 'class="bar"[^>]*' $T/p
> 0
> <td class="n">10
> <td class="n">15
> <td class="n">20
> <td class="n">25
> <td class="n">5
> <td class="n">fewer than 5
> 15 indications
> fewer than 5 to read
> class="bar" x="360" y="14" width="179" height="106"
> class="bar" x="0" y="0" width="100" height="8"
> class="bar" x="0" y="0" width="50" height="8"
> class="bar" x="0" y="0" width="60" height="8"

# The person concerned sees own acts with rights, and nobody else; also when there is none.
$ D=tests/cases/report; N=196818081992031004
$ p() { netral-report -d $D/office --audience subject --subject $1 --lang en -f html $D/day.ndjson; }
$ p $N >$T/p; cut -d, -f2 $D/office/employees.csv | tail -n +2 | grep -v Purwadi >$T/never; grep -c -F -f $T/never $T/p
$ grep -o -e '<h3>[^<][^<]*' -e 'To dispute the facts' -e 'Answer in person[^;]*' -e '<mark>[^<]*' $T/p; p 1 | grep -c 'No act of yours'
$ netral-report -d $D/office --audience subject $D/day.ndjson; netral-report --audience press; netral-report -d $D/office --audience public -f json $D/day.ndjson
> 0
> To dispute the facts
> Answer in person or in writing to netralitas@inspektorat.tirtamulya.example
> <h3>Purwadi Hartanta
> <mark>ayo dukung
> <mark>Pak Gardika
> 1
! netral-report: --audience subject and --subject ID go together
! netral-report: --audience press: expected officer, subject or public
! netral-report: --audience public is for -f html
? 2

# Pictures: acts over days with the phases behind, by rule, by unit as shares; nothing is told by colour alone.
$ D=tests/cases/report; netral-report -d $D/office --lang en -f html $D/day.ndjson | sed -n '/id="pictures"/,/<\/section>/p' >$T/p
$ grep -c '<figure>' $T/p; grep -o 'class="band[^"]*".*' $T/p | sed 's/.*<title>//; s/<.*//'; grep -c 'class="bar".*: [0-9]* activit[a-z]*<' $T/p
$ grep -o 'Dinas Kesehatan</th><td class="n">[^<]*' $T/p; grep -c 'style=' $T/p
> 3
> Preparation
> Registration and vetting
> Designation and draw of numbers
> Campaign
> 14
> Dinas Kesehatan</th><td class="n">2 of 5 (40 %)
> 0
? 1

# How often people dismissed, by item: silent below ten decisions, with Wilson's interval above.
$ l() { i=0; prev=$(printf '%064d' 0); while [ $((i += 1)) -le $1 ]; do for do in opened closed; do n=$((n + 1)); o=dismissed; [ $i -gt 3 ] || o=referred
$ 	line="{\"seq\":$n,\"prev\":\"$prev\",\"time\":\"2024-11-20T00:00:00Z\",\"by\":\"a\",\"do\":\"$do\",\"case\":\"$(printf %012d $i)\",\"acts\":[],\"rules\":[\"B.2\"],\"due\":\"2024-11-25\",\"outcome\":\"$o\"}"
$ 	echo "$line"; prev=$(printf %s "$line" | sha256sum | cut -c 1-64); done; done; }
$ for k in 9 10 40; do n=0; l $k >$T/l; netral-report --ledger $T/l --lang en -f html </dev/null | grep -o '[0-9]* of [0-9]* dismissed[^<]*' || echo silent; done
> silent
> 7 of 10 dismissed (70 %; 95 % interval: 39 to 90 %)
> 37 of 40 dismissed (93 %; 95 % interval: 80 to 98 %)

# Partial results of shards, in any order and some twice, merge to the same bytes; what is refused is refused then, too.
$ D=tests/cases/report; (cat $D/day.ndjson; echo '{"schema":"activity/1","id":"x"}') >$T/all
$ for n in 1 7 40; do rm -f $T/s*; split -l $n $T/all $T/s; for s in $T/s*; do netral-report -q --partial $s >$T/p.${s##*/}; done
$ 	for f in html json table; do netral-report -q -d $D/office -f $f $T/all >$T/a; cat $(ls -r $T/p.s*) $T/p.saa | netral-report -q -d $D/office -f $f | cmp $T/a - && echo $n $f; done; rm $T/p.s*; done
$ netral-report --partial $D/day.ndjson >$T/1; netral-report --partial $T/1 | cmp - $T/1; [ $(wc -c <$T/1) -lt $(wc -c <$D/day.ndjson) ] && echo smaller
> 1 html
> 1 json
> 1 table
> 7 html
> 7 json
> 7 table
> 40 html
> 40 json
> 40 table
> smaller

# What memory does not hold is put aside in a file without a name: the same page in any order, and a plain word where there can be none.
$ jq -c 'select(.score.level == "indication")' tests/cases/report/day.ndjson | jq -c -s '. as $a | range(400) | . as $i | $a[$i % ($a | length)] | .id += "\($i)"' >$T/in; [ $(wc -c <$T/in) -gt 1000000 ] && echo large
$ for f in html json csv; do netral-report -f $f $T/in >$T/a; tac $T/in | netral-report -f $f - $T/in | cmp - $T/a && echo $f; done; mkdir $T/t; TMPDIR=$T/t netral-report -f csv $T/in | cmp - $T/a; ls -A $T/t
$ TMPDIR=$T/none netral-report </dev/null
> large
> html
> json
> csv
! netral-report: $T/none: cannot have a temporary file: No such file or directory (set TMPDIR)
? 3

# Coverage by account and day: tall where it was seen, low where it was asked in vain, in any order; days before the last 62 are forgotten.
$ c() { echo "{\"schema\":\"coverage/1\",\"source\":\"m\",\"platform\":\"mastodon\",\"account\":{\"handle\":\"$1\"},\"owner\":\"1\",\"role\":\"employee\",\"state\":\"$2\",\"captured\":\"$3T02:00:00Z\"}"; }
$ (c a ok 2024-08-01; c a ok 2024-11-01; c a transient 2024-11-02; c a ok 2024-11-02; c a ok 2024-11-05; c b private 2024-11-01; c b gone 2024-11-05) >$T/in
$ netral-report --lang en -f html $T/in >$T/p; tac $T/in | netral-report --lang en -f html | cmp - $T/p
$ sed -n '/id="coverage"/,/<.section>/p' $T/p | grep -o -e 'class="days">[^<]*' -e '<rect[^/]*' -e 'Strips: [^;]*'; grep -c 'class="run"' $T/p
> Strips: 1 Nov 2024 to 5 Nov 2024, day by day, as tall as what was seen
> class="days">0 of 2
> <rect class="missed" x="0" y="5" width="1" height="3"><
> <rect class="missed" x="4" y="5" width="1" height="3"><
> class="days">3 of 3
> <rect class="bar" x="0" y="0" width="2" height="8"><
> <rect class="bar" x="4" y="0" width="1" height="8"><
> 0
? 1

# Of more than 60 accounts the sums by platform and the gaps are shown; the page stays small.
$ for d in 01 02; do seq 1000 | jq -c --arg d $d '{schema: "coverage/1", source: "m", platform: (if . % 4 == 0 then "x" else "mastodon" end), account: {handle: "a\(.)"}, owner: "1", role: "employee", state: (if . < 3 and $d == "02" then "transient" else "ok" end), captured: "2024-11-\($d)T02:00:00Z"}'; done >$T/in
$ netral-report --lang en -f html $T/in >$T/p; sed -n '/id="coverage"/,/<.section>/p' $T/p | grep -o -e 'class="days">[^<]*' -e '<rect[^/]*' -e '[0-9,]* more accounts' -e '<bdi>a[0-9]*'; grep -o 'The collection[^<]*' $T/p; [ $(wc -c <$T/p) -lt 40000 ] && echo small
> class="days">748 of 750
> <rect class="bar" x="0" y="0" width="1" height="8"><
> <rect class="bar" x="1" y="1" width="1" height="7"><
> <rect class="missed" x="1" y="0" width="1" height="1"><
> class="days">250 of 250
> <rect class="bar" x="0" y="0" width="1" height="8"><
> <rect class="bar" x="1" y="0" width="1" height="8"><
> <bdi>a1
> class="days">1 of 2
> <rect class="bar" x="0" y="0" width="1" height="8"><
> <rect class="missed" x="1" y="5" width="1" height="3"><
> <bdi>a2
> class="days">1 of 2
> <rect class="bar" x="0" y="0" width="1" height="8"><
> <rect class="missed" x="1" y="5" width="1" height="3"><
> 998 more accounts
> The collection is not complete: 2 accounts were cut off or refused by the service.
> small

# The newest run says on top if it did not come to its end; an account that is private or gone is no such matter.
$ r() { echo "{\"schema\":\"run/1\",\"started\":\"2024-11-$1T02:00:00Z\",\"state\":\"$2\",\"stage\":\"$3\"}"; }
$ (r 01 failed match; r 02 failed fetch) | netral-report --lang en | head -n 2; (r 02 failed fetch; r 01 done) | netral-report -f html --lang en | grep -o 'The run that[^<]*'
$ (r 02 failed fetch; r 03 done) | netral-report -f html --lang en | grep -c 'The run that'; r 02 failed fetch | netral-report -f json | jq -r .run
> The run that began 2 Nov 2024, 09:00 WIB did not come to its end (stage fetch): what is newer is not
> here.
> The run that began 2 Nov 2024, 09:00 WIB did not come to its end (stage fetch): what is newer is not here.
> 0
> failed

# A blind sample: the share of what nobody flagged and as many that are, without name, unit, level; the same in any order, twice, and from shards.
$ D=tests/cases/report; b() { netral-report -d $D/office -f blind --sample 20% "$@"; }
$ b $D/day.ndjson >$T/a; tac $D/day.ndjson | b - $D/day.ndjson | cmp - $T/a; head -n 1 $T/a | tr -d "\r"; wc -l <$T/a
$ cut -d, -f2 $D/office/employees.csv | tail -n +2 >$T/never; jq -r '.match.who | .employee?, .unit?' $D/day.ndjson | grep -v null | sort -u >>$T/never; grep -c -F -f $T/never $T/a
$ split -l 7 $D/day.ndjson $T/s; for s in $T/s*; do netral-report --partial --sample 20% $s; done | b | cmp - $T/a && echo same
$ netral-report --partial $D/day.ndjson | b -q - >$T/c; echo $?
$ netral-report -f blind --sample 100% $D/day.ndjson | wc -l; netral-report -f blind --sample 0.0001% $D/day.ndjson | wc -l
> "key","seal","platform","published","type","url","text","quoted","clarify","remark"
> 13
> 0
> same
> 1
> 64
> 1

# What blind readers said is counted with its interval, of an act that stands twice the last row; unsure is not counted.
$ netral-report -f blind --sample 100% tests/cases/report/day.ndjson >$T/sheet
$ fill() { awk -v n=0 'NR == 1 { print; next } { n++; sub(/"",""\r$/, "\"" (n % 9 == 0 ? "ragu" : n % 3 ? "no" : "YA") "\",\"\"\r"); print }' $T/sheet; }
$ fill >$T/judged.csv; netral-report --judged $T/judged.csv --lang en -f html </dev/null >$T/p; grep -o -e 'Not flagged by[^<]*' -e 'Flagged by[^<]*' -e 'unsure[^<]*' $T/p
$ (fill; fill | tail -n +2) >$T/twice.csv; netral-report --judged $T/twice.csv --lang en -f html </dev/null | cmp - $T/p && echo same
$ netral-report --judged $T/sheet --lang en -f html </dev/null | grep -c 'Not flagged'
> Not flagged by the tool: 13 of 42 should be clarified (31 %; 95 % interval: 19 to 47 %).
> Flagged by the tool: 13 of 14 need no clarification (93 %; 95 % interval: 68 to 99 %).
> unsure are not counted: 7.
> same
> 0
? 1

# Sheets and shares that cannot be.
$ printf 'key,seal,clarify\nk%032d,s00000000,yes\n' 0 >$T/j; netral-report --judged $T/j
$ printf 'key,seal,clarify\nx,y,yes\n' >$T/j; netral-report --judged $T/j
$ for s in 2 0% 101% 2.% x%; do netral-report -f blind --sample $s; done; netral-report -f blind; netral-report --sample 2%
! netral-report: $T/j:2: seal: is not that of this key
! netral-report: $T/j:2: key: expected a key as --sample writes it
! netral-report: --sample 2: expected a share such as 2% or 0.5%
! netral-report: --sample 0%: expected a share such as 2% or 0.5%
! netral-report: --sample 101%: expected a share such as 2% or 0.5%
! netral-report: --sample 2.%: expected a share such as 2% or 0.5%
! netral-report: --sample x%: expected a share such as 2% or 0.5%
! netral-report: -f blind: how much? give --sample 2%
! netral-report: --sample is for -f blind and --partial
? 2

# The person concerned reads no order to the office, and a day to report that is over says so.
$ D=tests/cases/report
$ netral-report -d $D/office --lang en -f html --now 2024-12-20T00:00:00Z --audience subject --subject 197218081998031007 $D/day.ndjson | grep -c -e 'Report by' -e 'Ask for' -e 'is over' -e 'class="run"'
$ netral-report -d $D/office --lang en -f html --now 2024-12-20T00:00:00Z $D/day.ndjson | grep -o 'Ask for clarification.*' | sed 3q
> 0
> Ask for clarification. The day to report, 22 Aug 2024 (working days: 26 Aug 2024), is over.</b> Known since 15 Aug 2024 (127 days).
> Ask for clarification. The day to report, 15 Nov 2024 (working days: 19 Nov 2024), is over.</b> Known since 8 Nov 2024 (42 days).
> Ask for clarification. The day to report, 15 Nov 2024 (working days: 19 Nov 2024), is over.</b> Known since 8 Nov 2024 (42 days).

# Colour on a terminal only, and not with NO_COLOR; never in a file.
$ D=tests/cases/report; e=$(printf '\033'); for n in '' 'NO_COLOR=1'; do script -qec "env $n netral-report -d $D/office $D/day.ndjson" /dev/null </dev/null | grep -c "$e"; done
$ script -qec "netral-report -d $D/office -o $T/o $D/day.ndjson" /dev/null </dev/null; netral-report -d $D/office $D/day.ndjson | cat - $T/o | grep -c "$e"
> 48
> 0
> 0
? 1

# Each format in each language has the same cases; the page of each audience is written in both.
$ D=tests/cases/report
$ for l in id en; do netral-report -d $D/office --lang $l $D/day.ndjson | grep -c '^[A-Z][^:]*: [A-Z]'
$ 	netral-report -d $D/office --lang $l -f html $D/day.ndjson | grep -c '<div [^>]*id=k'
$ 	for f in csv tsv; do netral-report -d $D/office --lang $l -f $f $D/day.ndjson | cut -c1-40 | wc -l; done
$ 	netral-report -d $D/office --lang $l -f json $D/day.ndjson | jq '.cases | length'
$ 	for a in officer public 'subject --subject 196818081992031004'; do netral-report -d $D/office --lang $l --audience $a -f html $D/day.ndjson | grep -o -e '<html lang[^>]*' -e '<h2 id="[^"]*' | tr '\n' ' '; echo; done
$ done
> 16
> 16
> 18
> 18
> 16
> <html lang="id" <h2 id="todo-name <h2 id="numbers-name <h2 id="unseen-name <h2 id="list-name <h2 id="cases-name <h2 id="rules-name <h2 id="pictures-name <h2 id="notes-name <h2 id="coverage-name <h2 id="units-name 
> <html lang="id" <h2 id="numbers-name <h2 id="pictures-name <h2 id="units-name 
> <html lang="id" <h2 id="subject-name <h2 id="rights-name <h2 id="cases-name <h2 id="rules-name 
> 16
> 16
> 18
> 18
> 16
> <html lang="en" <h2 id="todo-name <h2 id="numbers-name <h2 id="unseen-name <h2 id="list-name <h2 id="cases-name <h2 id="rules-name <h2 id="pictures-name <h2 id="notes-name <h2 id="coverage-name <h2 id="units-name 
> <html lang="en" <h2 id="numbers-name <h2 id="pictures-name <h2 id="units-name 
> <html lang="en" <h2 id="subject-name <h2 id="rights-name <h2 id="cases-name <h2 id="rules-name 

# An account whose owner is nobody's number stands among what to do.
$ cp -r tests/cases/report/office $T/o; sed '2s/^[0-9]*/1234/' tests/cases/report/office/accounts.csv >$T/o/accounts.csv
$ for l in id en; do netral-report -d $T/o -f html --lang $l tests/cases/report/day.ndjson | grep -o '>[^<]*accounts.csv[^<]*<'; done
$ netral-report -d tests/cases/report/office -f html tests/cases/report/day.ndjson | grep -c accounts.csv
> >Perbaiki pemilik 1 akun dalam accounts.csv: nomornya tidak ada dalam daftar pegawai<
> >Mend the owner of 1 account in accounts.csv: no employee has this number<
> 0
? 1

# Where no election is known nobody is told that all is calm.
$ cp -r tests/cases/report/office $T/o; echo '[]' >$T/o/contest.json
$ jq -c '.score.level = "none"' tests/cases/report/day.ndjson >$T/calm
$ for o in tests/cases/report/office $T/o; do netral-report -d $o -f html --lang en $T/calm | grep -o -e '>Fill in contest.json[^<]*' -e '>No indication in[^<]*'; done
> >No indication in 63 activities read: nobody needs to be asked today
> >Fill in contest.json: without an election nothing can be pointed at

# What somebody handed in is told as such; where the service is not known no blank is left for it.
$ D=tests/cases/report; head -n 1 $D/day.ndjson | jq -c 'del(.platform, .origin)' >$T/in
$ for l in id en; do netral-report -d $D/office -f html --lang $l $T/in | grep -o -e '<h4>[^<]*' -e '<dd>.*handed.*' -e '<dd>.*diserahkan.*'; done
$ netral-report -d $D/office -f html $D/day.ndjson | grep -c diserahkan
> <h4>Menulis
> <dd>bukan oleh alat: kata-katanya seperti yang diserahkan kepada kantor
> <h4>Posted
> <dd>not by the tool: the words are as they were handed to the office
> 0
? 1

# What kept an account from being seen in full is told in the language of the page.
$ echo '{"schema":"coverage/1","source":"mastodon","platform":"mastodon","account":{"platform":"mastodon","id":"11"},"owner":"199013012015041001","role":"employee","state":"ok","captured":"2024-12-18T02:10:03Z","items":4,"requests":2,"detail":"stopped after 2 pages: what is older was not asked for"}' >$T/c; for l in id en; do netral-report -f html -d tests/http/office --lang $l --now 2024-12-18T03:00:00Z $T/c | grep -o '<small>[^<]* 2 [hp][^<]*'; done
> <small>berhenti setelah 2 halaman: yang lebih lama tidak diminta
> <small>stopped after 2 pages: what is older was not asked for

# The table says it, too, of each account that was not seen.
$ jq -c '.state = "transient" | .detail = "likes: what it answers needs too much memory; the platform does not show all; more than 5 redirects"' <<'END' >$T/c
$ {"schema":"coverage/1","source":"mastodon","platform":"mastodon","account":{"platform":"mastodon","id":"11"},"owner":"199013012015041001","role":"employee","captured":"2024-12-18T02:10:03Z","requests":2}
$ END
$ for l in id en; do netral-report -d tests/http/office --lang $l $T/c | sed -n '/mastodon  *11/,+2p'; done
>   gangguan sementara                  mastodon    11                                Pegawai Satu
>     likes: jawabannya memerlukan terlalu banyak memori; layanan tidak menampilkan semuanya; lebih
>     dari 5 pengalihan
>   passing fault                       mastodon    11                                Pegawai Satu
>     likes: what it answers needs too much memory; the platform does not show all; more than 5
>     redirects

# Addresses of any length: the page is written, and what was decided about one answer hides no other.
$ for words in satu dua; do jq -cn --arg words $words '{schema: "activity/1", id: $words, type: "Create", object: {content: $words, in_reply_to: {id: ("a" * 9000)}, quote: {id: ("b" * 3000000)}}, match: {who: {employee: "1"}}, score: {level: "indication"}}'; done | netral-report -q -f json | jq '[.cases[].acts[].key] | unique | length'
> 2

# Two feeds may both have a post "1": each is its author's.
$ for who in 1 2; do jq -cn --arg who $who '{schema: "activity/1", id: "feed:1", type: "Create", object: {content: $who}, match: {who: {employee: $who}}, score: {level: ("indication", "indication")}}'; done | netral-report -q -f json | jq -c '[.counts.indication, (.cases[] | [.employee, (.acts | length)])]'
> [2,["1",1],["2",1]]

# A kind of contest that has no days of its own is told by --check: a slip there would count others.
$ for k in pilkada pemilu Pilkada; do jq ".[].kind = \"$k\"" fixtures/office/contest.json >$T/c.json; netral-report --check -c $T/c.json | sed 's,^.*/templates/,,'; done
> deadlines.json: no days for a contest of the kind "Pilkada": those of "pemilu" are counted
! netral-report: configuration is good
! netral-report: configuration is good
! netral-report: configuration is good
