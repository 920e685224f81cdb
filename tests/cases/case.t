# What all cases below share: an office with a report in $T/o, `c` for the command at an hour, K the first key.
$ . tests/cases/case/office; c 20T02 list; echo "$K"
> a35b40dc5430

# From an indication to its dismissal; it and its repeats do not come back, a change of the words does.
$ . tests/cases/case/office
$ c 20T02 open $K; c 20T03 list; c 20T03 notify $K
$ c 21T03 answer $K --kind accident --text "jempol <terpeleset>"
$ c 22T03 decide $K --outcome dismissed --why "tidak terbukti"
$ c 22T03 list --all; netral-report -d $T/o -f json $D/day.ndjson >$T/after; jq -c '.counts | [.dismissed, .cases_in_ledger]' $T/after
$ jq -c --arg n "$N" 'select(.match.who.employee == $n)' $D/day.ndjson >$T/one
$ again() { jq -c "$1" $T/one | netral-report -d $T/o -f json | jq '[.cases[].activities[]] | length'; }
$ again .; again '.id = "x:1" | .platform = "x" | .published = "2024-08-20T10:00:00Z" | .object.id = "9"'
$ again '.object.content |= ascii_upcase'; again '.object.content += " Ayo!"'
> case a35b40dc5430: report by 2024-08-22 (other counting: 2024-08-26), handle by 2024-11-23 (other counting: 2024-11-25)
> a35b40dc5430  opened  -  2024-11-23  indication
> a35b40dc5430  closed  dismissed  -  indication
> [1,1]
> 0
> 0
> 0
> 1

# A key that is wrong leaves nothing behind: the ledger and its key are made by the first entry.
$ . tests/cases/case/office
$ open() { scripts/case open "$@" -d $T/o --now 2024-11-20T02:00:00Z; }
$ open 0123456789ab; open abc; ls $T/o | grep -c ledger; open $K | cut -d : -f 1; ls $T/o | grep ledger
> 0
> case a35b40dc5430
> ledger.key
> ledger.ndjson
> ledger.private.ndjson
> ledger.pub
> ledger.sig
! netral-case: not all of these keys are in $T/o/report.json: 0123456789ab
! netral-case: 'abc' is no key: it is too short
! netral-case: made $T/o/ledger.key: keep a copy where this machine is not

# Nobody is referred unheard, nor to somebody whom office.json does not name; a letter exists for what was decided only.
$ . tests/cases/case/office
$ c 20T02 open $K >/dev/null
$ c 20T03 decide $K --outcome referred --to bkn --why x; c 20T03 decide $K --outcome advised --why x; c 20T03 notify $K
$ c 20T03 decide $K --outcome referred --to pak-lurah --why x; c 20T03 decide $K --outcome referred --to bkn
$ c 20T03 letter $K --kind referral --why kirim
$ c 21T03 answer $K --kind admitted; c 22T03 decide $K --outcome referred --to bkn --why "unsur terpenuhi"
$ c 22T04 letter $K --kind referral --why kirim --lang en | grep -e '^<p>To ' -e admitted -e 'unsur'
$ c 22T04 letter $K --kind dismissal --why kirim
> <p>To Badan Kepegawaian Negara,</p>
> <p>21 November 2024: <strong>admitted</strong></p>
> <blockquote>unsur terpenuhi</blockquote>
! netral-case: nobody is referred before being asked: 'netral case notify a35b40dc5430'
! netral-case: nobody is advised before being asked: 'netral case notify a35b40dc5430'
! netral-case: referred: --to is one of: bkn, bawaslu, ppk
! netral-case: decide: say why (--why TEXT)
! netral-case: case a35b40dc5430 is not referred
! netral-case: case a35b40dc5430 is not dismissed
? 2

# The style of a letter is what its policy allows, and an office's own comes first.
$ . tests/cases/case/office
$ c 20T02 open $K >/dev/null
$ styled() { c 20T03 letter $K --kind invitation --why undang >$T/l; sed -n '/<style>/,/<.style>/p' $T/l | sed '1s/<style>//; $s/<.style>//' | head -c -1 | openssl dgst -sha256 -binary | base64 | tr -d '\n' >$T/sum; grep -c -F "style-src 'sha256-$(cat $T/sum)';" $T/l; }
$ styled; mkdir $T/o/letters; echo 'body { color: #222; }' >$T/o/letters/letter.css; styled; grep -c '<style>body { color: #222; }$' $T/l
> 1
> 1
> 1

# Every answer there is, in the words of the record in both languages; dates are those of the office, not of UTC.
$ . tests/cases/case/office
$ c 20T02 open $K >/dev/null; c 20T03 notify $K; cp -r $T/o $T/asked
$ for a in accident hijacked not-mine allowed misquoted admitted; do c 20T18 answer $K --kind $a --text "Kata <saya>." 2>/dev/null >$T/said; c 20T19 list | awk '{ print $2, $3 }'; for l in id en; do c 20T20 letter $K --kind record --why arsip --lang $l | sed -n -e 's/.*\(21 November 2024\) yang.*/\1/p' -e 's/.*\(21 November 2024\) the.*/\1/p' -e 's|.*<strong>\([^<]*\)</strong>.*|\1|p'; done; rm -rf $T/o; cp -r $T/asked $T/o; done
> answered accident
> 21 November 2024
> Petunjuk sebaliknya:
> tidak sengaja
> 21 November 2024
> What speaks against it:
> it was an accident
> answered hijacked
> 21 November 2024
> Petunjuk sebaliknya:
> akun diambil alih atau dipakai orang lain
> 21 November 2024
> What speaks against it:
> the account was taken over or used by somebody else
> answered not-mine
> 21 November 2024
> Petunjuk sebaliknya:
> bukan akun saya
> 21 November 2024
> What speaks against it:
> it is not my account
> answered allowed
> 21 November 2024
> Petunjuk sebaliknya:
> diperbolehkan
> 21 November 2024
> What speaks against it:
> it was allowed
> answered misquoted
> 21 November 2024
> Petunjuk sebaliknya:
> salah kutip
> 21 November 2024
> What speaks against it:
> quoted wrongly
> answered admitted
> 21 November 2024
> Petunjuk sebaliknya:
> mengakui
> 21 November 2024
> What speaks against it:
> admitted

# Every letter in both languages: no blank is left over, names and digests are there, no markup comes in, the printed page is A4.
$ . tests/cases/case/office
$ sed -i 's/Purwadi Hartanta/Purwadi \&<b>Hartanta/' $T/o/employees.csv
$ netral-report -d $T/o -f json -o $T/o/report.json $D/day.ndjson
$ c 20T02 open $K >/dev/null; c 20T03 notify $K; c 20T04 answer $K --kind admitted --text "Benar {{name}}"; cp -r $T/o $T/heard
$ l() { for l in id en; do c 2$2T05 letter $K --kind $1 --why x --lang $l >$T/$1.$l.html; sed -n 's/.*<h1>\(.*\)<.h1>.*/\1/p' $T/$1.$l.html; grep -c -e 'Purwadi &amp;&lt;b&gt;Hartanta' $T/$1.$l.html; grep -c '<code>SHA-256 [0-9a-f]\{64\}<' $T/$1.$l.html; done; }
$ l invitation 2; l record 2; c 23T02 decide $K --outcome dismissed --why alasan; l dismissal 4
$ rm -rf $T/o; mv $T/heard $T/o; c 22T04 decide $K --outcome referred --to bkn --why alasan; l referral 4
$ grep '{{' $T/*.html | grep -v 'Benar {{name}}'; grep -c '<b>' $T/*.html | grep -v ':0'; grep -o '@page { size: A4' $T/referral.id.html
$ c 25T06 letter $K --kind record --why x --lang jv
> Undangan klarifikasi
> 2
> 1
> Invitation to clarify
> 2
> 1
> Berita acara klarifikasi
> 1
> 1
> Record of clarification
> 1
> 1
> Pemberitahuan penghentian
> 2
> 1
> Notice of dismissal
> 2
> 1
> Surat penerusan
> 1
> 1
> Referral
> 1
> 1
> @page { size: A4
! netral-case: no template record.jv.html
? 2

# An office's own frame is around every letter, its own words within ours; what begins as a page is one.
$ . tests/cases/case/office
$ c 20T02 open $K >/dev/null; mkdir $T/o/letters; echo '<p>Kop surat</p>{{body}}<p>Kaki</p>' >$T/o/letters/frame.id.html; l() { c 20T02 letter $K --kind invitation --why undang --lang $1; }
$ l id | sed -n -e '/<h1>/p' -e '/^<p>K[oa]/p' | cut -c1-60; echo '<h1>Hal: {{case}}</h1>' >$T/o/letters/invitation.id.html; l id
$ echo '<!DOCTYPE html><title>{{title}}</title>{{name}}' >$T/o/letters/invitation.jv.html; l jv
> <p>Kop surat</p><h1>Undangan klarifikasi</h1>
> <p>Kop surat</p><h1>Undangan klarifikasi</h1>
> <p>Kaki</p>
> <p>Kop surat</p><h1>Hal: a35b40dc5430</h1>
> <p>Kaki</p>
>
> <!DOCTYPE html><title></title>Purwadi Hartanta
>

# A letter says what was done, whose words these are, and what speaks against it: a like of somebody else's post is not the employee's sentence.
$ . tests/cases/case/office
$ for k in 39a1d9b1c001 3959e9da971c 706b5274931c 85280e9a7f4b 4d1cf9368823; do c 20T02 open $k >/dev/null; for l in id en; do c 20T02 letter $k --kind invitation --why x --lang $l | grep -o -e 'when">[^<]*' -e '<strong>[PW][^<]*</strong>[^<]*' -e '^.*Kenapa saya.*'; done; done
> when">9 Oktober 2024 · Membagikan di Mastodon · herusubi@sosial.tirtamulya.example
> when">Ditulis oleh garsatirta@sosial.tirtamulya.example, bukan oleh pemilik akun ini
> <strong>Petunjuk sebaliknya:</strong> tidak ada ajakan kepada orang lain
> when">9 October 2024 · Shared on Mastodon · herusubi@sosial.tirtamulya.example
> when">Written by garsatirta@sosial.tirtamulya.example, not by the holder of this account
> <strong>What speaks against it:</strong> no call to others
> when">12 Oktober 2024 · Membalas di Mastodon · herusubi@sosial.tirtamulya.example
> when">Membalas garsatirta@sosial.tirtamulya.example
> <strong>Petunjuk sebaliknya:</strong> tidak ada ajakan kepada orang lain
> when">12 October 2024 · Replied on Mastodon · herusubi@sosial.tirtamulya.example
> when">In reply to garsatirta@sosial.tirtamulya.example
> <strong>What speaks against it:</strong> no call to others
> when">4 Oktober 2024 · Menyukai di Mastodon · agusset_jalan@sosial.tirtamulya.example
> when">Ditulis oleh jujurtirta@sosial.tirtamulya.example, bukan oleh pemilik akun ini
> <strong>Petunjuk sebaliknya:</strong> suka dapat terjadi tanpa sengaja
> when">4 October 2024 · Liked on Mastodon · agusset_jalan@sosial.tirtamulya.example
> when">Written by jujurtirta@sosial.tirtamulya.example, not by the holder of this account
> <strong>What speaks against it:</strong> a like can be an accident
> when">2 November 2024 · Menulis di Mastodon · kukuhwica@sosial.tirtamulya.example
> <strong>Petunjuk sebaliknya:</strong> berbentuk pertanyaan
> when">2 November 2024 · Posted on Mastodon · kukuhwica@sosial.tirtamulya.example
> <strong>What speaks against it:</strong> it is a question
> <ol><li><p class="when">3 November 2024 · Menulis di situs web · https://rakarsip.example/</p><blockquote>Kenapa saya memilih Rengga-Dyah
> <strong>Petunjuk sebaliknya:</strong> alat tidak menemukan apa pun
> <ol><li><p class="when">3 November 2024 · Posted on a web site · https://rakarsip.example/</p><blockquote>Kenapa saya memilih Rengga-Dyah
> <strong>What speaks against it:</strong> the tool found nothing

# What somebody handed in is told as such in a letter, too.
$ . tests/cases/case/office
$ jq -c 'del(.platform, .origin)' $D/day.ndjson | netral-report -d $T/o -f json -o $T/o/report.json; k=$(jq -r '.cases[0].acts[0].key[:12]' $T/o/report.json)
$ c 20T02 open $k --known 2024-11-19 >/dev/null; for l in id en; do c 20T02 letter $k --kind invitation --why x --lang $l | grep -o -e 'when">[^<]*' -e '<p>[^<]*<br>[A-Z][^<]*'; done
> when">14 Agustus 2024 · Menulis · purwadi_h@sosial.tirtamulya.example
> <p>https://sosial.tirtamulya.example/@purwadi_h/112960559513661811<br>Diambil bukan oleh alat: kata-katanya seperti yang diserahkan kepada kantor
> when">14 August 2024 · Posted · purwadi_h@sosial.tirtamulya.example
> <p>https://sosial.tirtamulya.example/@purwadi_h/112960559513661811<br>Captured not by the tool: the words are as they were handed to the office

# What nobody said is not printed as said: a referral says that nothing came and when it was asked for, a notice does not thank; there is no record. Services have their proper names.
$ . tests/cases/case/office
$ c 20T02 open $K >/dev/null; c 20T18 notify $K; cp -r $T/o $T/asked; c 21T04 letter $K --kind record --why x
$ body() { sed -n '/<h1>/,$p' | sed -n "/$1/,/^<h2>\|^<div/p" | grep -v -e '^<div'; }
$ c 23T02 decide $K --outcome referred --to bkn --why alasan; for l in id en; do c 24T02 letter $K --kind referral --why x --lang $l >$T/r; body '<h2>\(Penj\|What the\)' <$T/r; grep -o '<p class="when">.*</p><b' $T/r; done
$ rm -rf $T/o; mv $T/asked $T/o; cp -r $T/o $T/asked; c 23T02 decide $K --outcome dismissed --why alasan; for l in id en; do c 24T02 letter $K --kind dismissal --why x --lang $l | grep -c -e 'Terima kasih' -e 'Thank you'; done
$ rm -rf $T/o; mv $T/asked $T/o; c 22T02 answer $K --kind accident; c 23T02 decide $K --outcome referred --to bkn --why alasan; for l in id en; do c 24T02 letter $K --kind referral --why x --lang $l | body '<h2>\(Penj\|What the\)'; c 24T02 letter $K --kind record --why x --lang $l | body '<h2>\(Penj\|The expl\)'; done
> <h2>Penjelasan pegawai</h2>
>
> <p>Sampai tanggal surat ini tidak ada penjelasan yang kami terima. Pegawai diundang untuk klarifikasi pada 21 November 2024.</p>
> <h2>Alasan penerusan</h2>
> <p class="when">14 Agustus 2024 · Menulis di Mastodon · purwadi_h@sosial.tirtamulya.example</p><b
> <h2>What the employee said</h2>
>
> <p>Nothing was received by the day of this letter. The employee was invited to clarify on 21 November 2024.</p>
> <h2>Reasons for the referral</h2>
> <p class="when">14 August 2024 · Posted on Mastodon · purwadi_h@sosial.tirtamulya.example</p><b
> 0
> 0
> <h2>Penjelasan pegawai</h2>
> <p>22 November 2024: <strong>tidak sengaja</strong></p>
>
>
> <h2>Alasan penerusan</h2>
> <h2>Penjelasan</h2>
> <p>Pokok penjelasan: <strong>tidak sengaja</strong></p>
>
> <h2>Bukti yang diserahkan</h2>
> <h2>What the employee said</h2>
> <p>22 November 2024: <strong>it was an accident</strong></p>
>
>
> <h2>Reasons for the referral</h2>
> <h2>The explanation</h2>
> <p>In short: <strong>it was an accident</strong></p>
>
> <h2>Evidence handed in</h2>
! netral-case: case a35b40dc5430: nobody has answered: there is nothing to record

# Every state, and what cannot follow it.
$ . tests/cases/case/office
$ s() { c 29T00 list --all | awk '{ print $2, $3, $4 }'; }
$ c 20T02 open $K >/dev/null; c 20T03 reopen $K --why x; c 20T03 extend $K --why x; s
$ c 20T04 notify $K; s; c 20T05 notify $K; c 20T05 answer $K --kind none; c 20T05 answer $K --kind misquoted; s
$ c 20T06 hold $K --why "foto lama"; s; c 20T07 decide $K --outcome dismissed --why x; c 20T07 reopen $K --why dijawab; s
$ c 21T02 decide $K --outcome advised --why ringan; s; c 21T03 hold $K --why x; c 25T02 reopen $K --why keberatan; s
$ c 26T02 decide $K --outcome dismissed --why benar; s
> extended - 2024-11-25
> notified - 2024-11-25
> answered misquoted 2024-11-25
> held misquoted 2024-11-25
> notified misquoted 2024-11-23
> closed advised -
> appealed misquoted 2024-11-28
> closed dismissed -
! netral-case: case a35b40dc5430 is opened: it cannot be reopened now
! netral-case: case a35b40dc5430 is notified: it cannot be notified now
! netral-case: answer: --kind is accident, hijacked, not-mine, allowed, misquoted or admitted
! netral-case: case a35b40dc5430 is held: it cannot be closed now
! netral-case: case a35b40dc5430 is closed: it cannot be held now

# Deadlines: the earlier of two ways to count is due, the other is named; weekends and the holidays of the office are no working days.
$ . tests/cases/case/office
$ due() { c "$1" open $K | sed 's/.*by //'; rm $T/o/ledger.*; }
$ due 20T02; due 22T02; due 23T02; due 26T02; due 21T18; rm $T/o/holidays.csv; due 26T02
$ jq '.pilkada.handle = {days: 3, working: false}' cmd/report/templates/deadlines.json >$T/o/deadlines.json
$ due 22T02
> 2024-11-23 (other counting: 2024-11-25)
> 2024-11-25 (other counting: 2024-11-28)
> 2024-11-26 (other counting: 2024-11-28)
> 2024-11-29 (other counting: 2024-12-02)
> 2024-11-25 (other counting: 2024-11-28)
> 2024-11-29
> 2024-11-25

# Who looks at a name says why, and it is noted; a list has no names.
$ . tests/cases/case/office
$ c 20T02 open $K >/dev/null; c 20T03 show $K; c 20T03 list --names; c 20T03 show $K --why "persiapan" | sed -n '3,4p'
$ c 20T03 list --names --why rapat; c 20T03 export $K --why arsip | jq -c '.content | length'
$ jq -c '[.by, .do, .what // "-"]' $T/o/ledger.ndjson; grep -c Purwadi $T/o/ledger.ndjson; grep -c Purwadi $T/o/ledger.private.ndjson
> Purwadi Hartanta (196818081992031004), Dinas Pendidikan
>
> a35b40dc5430  opened  -  2024-11-23  indication  Purwadi Hartanta
> 3
> ["bu-rin","opened","-"]
> ["bu-rin","looked","show"]
> ["bu-rin","looked","list"]
> ["bu-rin","looked","export"]
> 0
> 1
! netral-case: show: say why (--why TEXT)
! netral-case: list: say why (--why TEXT)

# netral report notes who looks, why, and at how much, before it prints; never for the public, and not without an office.
$ . tests/cases/case/office; r() { scripts/netral report -d $T/o "$@" $D/day.ndjson 2>$T/err >$T/out; echo $?; }
$ r --why "harian"; cp $T/out $T/table; r -f csv; r -o $T/p.html --by pak-adi; r -f html --audience subject --subject $N; r -f html --audience subject --subject 1; r -f html --audience public; r --partial; r --check; r -f odd
$ scripts/netral report -d $T/o --why pipa <$D/day.ndjson | cmp - $T/table; NETRAL_OFFICE=$T/o scripts/netral report -o $T/p.tsv $D/day.ndjson; scripts/netral report $D/day.ndjson | wc -l
$ jq -c '[.by, .do, .what, .format, .audience, .cases]' $T/o/ledger.ndjson; jq -r '[.why, .text] | join(" ")' $T/o/ledger.private.ndjson; scripts/case verify -d $T/o | tail -n 1
> 0
> 0
> 0
> 0
> 0
> 0
> 0
> 0
> 2
> 112
> ["bu-rin","looked","report","table","officer",16]
> ["bu-rin","looked","report","csv","officer",16]
> ["pak-adi","looked","report","html","officer",16]
> ["bu-rin","looked","report","html","subject",1]
> ["bu-rin","looked","report","html","subject",0]
> ["bu-rin","looked","report","table","officer",16]
> ["bu-rin","looked","report","tsv","officer",16]
> harian 
> not said 
> not said 
> not said 196818081992031004
> not said 1
> pipa 
> not said 
> NOT PINNED: whole, but only as good as the holder of the key; give --pin

# Where the look cannot be noted nothing is printed, whatever the format.
$ . tests/cases/case/office; c 20T02 open $K >/dev/null; mv $T/o/ledger.key $T/key
$ scripts/netral report -d $T/o $D/day.ndjson; echo $?; scripts/netral report -d $T/o -o $T/p.html $D/day.ndjson; echo $?; ls $T/p.html*
$ scripts/netral report -d $T/o -f html --audience public $D/day.ndjson | grep -c '^<title>'; wc -l <$T/o/ledger.ndjson
> 3
> 3
> 1
> 1
! netral-case: $T/o/ledger.key is gone: without it nothing can be added that verifies
! netral-report: names are shown only when the look is noted in the ledger, and it could not be: nothing is printed
! netral-case: $T/o/ledger.key is gone: without it nothing can be added that verifies
! netral-report: names are shown only when the look is noted in the ledger, and it could not be: nothing is printed
! ls: cannot access '$T/p.html*': No such file or directory

# "Not my account": it was never declared, and the act is nobody's.
$ . tests/cases/case/office
$ grep -c "$N,.*,$" $T/o/accounts.csv
$ c 20T02 open $K >/dev/null; c 20T03 notify $K; c 20T04 answer $K --kind not-mine --text "milik orang lain"; jq -r '[.do, .of // "-"] | join(" ")' $T/o/ledger.ndjson
$ grep "^$N" $T/o/accounts.csv
$ grep -v '"schema":"coverage' $D/day.ndjson | jq -c 'del(.match, .score)' | netral-match -d $T/o | netral-score -d $T/o | netral-report -d $T/o -f json | jq --arg n "$N" '[.cases[] | select(.employee == $n)] | length'
> 1
> withdrawn, as if never declared: mastodon purwadi_h@sosial.tirtamulya.example from 2023-11-06
> opened -
> notified -
> answered -
> withdrawn a35b40dc5430
> 196818081992031004,mastodon,106061207961614974,purwadi_h@sosial.tirtamulya.example,https://sosial.tirtamulya.example/@purwadi_h,2023-11-06,2023-11-20,2023-11-06
> 0
! netral-case: the page is still the old one: netral-run: no run before this one has kept anything

# Purging what is personal leaves the chain whole; the dismissal still holds.
$ . tests/cases/case/office
$ c 20T02 open $K >/dev/null; c 20T03 purge $K --why x; c 21T03 decide $K --outcome dismissed --why y
$ c 22T02 purge $K --why "masa simpan habis"; grep -rc Purwadi $T/o/ledger.ndjson $T/o/ledger.private.ndjson
$ c 22T03 pin >$T/pin; c 22T03 verify --pin $T/pin | grep -v 'signed OK'; netral-report -d $T/o -f json $D/day.ndjson | jq .counts.dismissed
> $T/o/ledger.ndjson:0
> $T/o/ledger.private.ndjson:0
> chain OK 3 entries, checkpoint OK
> content OK 0 lines, 1 purges
> time  not checked: entries carry this machine's clock
> pinned OK
> VERIFIED to 3 by the pin, to 3 by this key
> 1
! netral-case: case a35b40dc5430 is not closed

# verify never says OK without a pin; it names what was done to the ledger.
$ . tests/cases/case/office
$ L=$T/o/ledger.ndjson; c 20T02 open $K >/dev/null; c 20T03 notify $K; c 20T04 answer $K --kind allowed --text ya
$ c 21T03 pin >$T/pin; c 21T03 hold $K --why x; cp -r $T/o $T/good
$ v() { c 21T04 verify --pin $T/pin >$T/said; echo "$?:" $(grep -o -E 'FORGED|MISSING|REORDERED|TRUNCATED|UNFINISHED|FORK|^VERIFIED' $T/said | uniq); scripts/verify-ledger $T/o $T/pin >/dev/null; echo " $?"; rm -rf $T/o; cp -r $T/good $T/o; }
$ c 21T04 verify | tail -n 1; v; sed -i 2d $L; v; sed -i '2h;2d;3G' $L; v; sed -i '$d' $L; v; sed -i 's/allowed/admitted/' $L; v
$ truncate -s -1 $L; v; sed -i 's/milik//;s/"text":"ya"/"text":"no"/' $T/o/ledger.private.ndjson; v; sed -i '$d' $T/o/ledger.private.ndjson; v
$ sed -i '$d' $T/o/ledger.sig; v; openssl genpkey -algorithm ed25519 2>/dev/null | openssl pkey -pubout >$T/o/ledger.pub; v
$ sed -i '2,$d' $L $T/o/ledger.sig; v; sed -i '3s/"do"/&\x00/' $L; v; truncate -s -9 $T/o/ledger.sig; v
> NOT PINNED: whole, but only as good as the holder of the key; give --pin
> 0: VERIFIED
>  0
> 1: MISSING
>  1
> 1: REORDERED
>  1
> 1: TRUNCATED
>  1
> 1: FORGED
>  1
> 1: TRUNCATED
>  1
> 1: FORGED MISSING FORGED
>  0
> 1: FORGED MISSING
>  0
> 1: UNFINISHED
>  1
> 1: FORGED
>  1
> 1: FORGED TRUNCATED
>  1
> 1: FORGED
>  1
> 1: UNFINISHED
>  1

# Two histories, both signed: the proof is shown.
$ . tests/cases/case/office
$ c 20T02 open $K >/dev/null; cp -r $T/o $T/b; c 20T03 notify $K; c 20T03 pin >$T/pin; rm -r $T/o; mv $T/b $T/o
$ c 20T04 hold $K --why x; c 20T05 verify --pin $T/pin | grep -c -e ^FORK -e ^netral-ledger
> 3

# A ledger that is not whole is refused by report; a line that a crash left unfinished is not.
$ . tests/cases/case/office
$ c 20T02 open $K >/dev/null; c 20T03 notify $K; printf '{"seq":3,"pre' >>$T/o/ledger.ndjson
$ netral-report -d $T/o -f html --lang en $D/day.ndjson | grep -o 'The end of the ledger is not whole'
$ c 20T04 hold $K --why x; wc -l <$T/o/ledger.ndjson; cat $T/o/ledger.ndjson.unfinished
$ sed -i 1d $T/o/ledger.ndjson; netral-report -d $T/o -f json $D/day.ndjson
> The end of the ledger is not whole
> The end of the ledger is not whole
> 3
> {"seq":3,"pre
\
! netral-case: the last line of $T/o/ledger.ndjson was not whole: it is taken off
! netral-report: $T/o/ledger.ndjson:1: MISSING: entries 1 to 1
? 2

# What follows the chain but was not signed is UNFINISHED by every verifier, also behind a good pin; it hides no act, and no step signs over it.
$ . tests/cases/case/office; c 20T02 open $K >/dev/null; c 20T03 notify $K; c 20T03 pin >$T/pin; L=$T/o/ledger.ndjson
$ more() { n=$(($(wc -l <$L) + 1)); echo "{\"seq\":$n,\"prev\":\"$(tail -n 1 $L | head -c -1 | sha256sum | cut -c 1-64)\",\"time\":\"2024-11-20T04:00:00Z\",\"by\":\"x\",\"do\":\"closed\",\"case\":\"$K\",\"outcome\":\"dismissed\"}" >>$L; }
$ look() { c 20T05 verify --pin $T/pin | grep -o -e 'UNFINISHED.*' -e '^[NV].*'; scripts/verify-ledger $T/o $T/pin; netral-report --verify --ledger $L --pin $T/pin 2>&1 | grep -o UNFINISHED; netral-report --verify -d $T/o 2>&1 | grep -o UNFINISHED; netral-report -d $T/o -f html --lang en $D/day.ndjson | grep -c -e 'not whole or not signed' -e "Case $K: asked to clarify"; }
$ look; more; look; more; look
$ c 20T06 hold $K --why x; sed -i '$d' $L; c 20T06 list; c 20T06 hold $K --why x; c 20T06 verify --pin $T/pin | tail -n 1; c 20T06 list; wc -l <$L.unfinished; netral-report --verify --ledger $L
> VERIFIED to 2 by the pin, to 2 by this key
> OK: 2 entries, 2 of them by the pin
> 1
> UNFINISHED: entries 3 to 3 are not signed; 2 before them are good
> UNFINISHED: entries 3 to 3 are not signed; 2 before them are good
> NOT VERIFIED
> UNFINISHED: entries 3 to 3 are not signed
> UNFINISHED
> UNFINISHED
> 3
> UNFINISHED: entries 3 to 4 are not signed; 2 before them are good
> UNFINISHED: entries 3 to 4 are not signed; 2 before them are good
> NOT VERIFIED
> UNFINISHED: entries 3 to 4 are not signed
> UNFINISHED
> UNFINISHED
> 3
> a35b40dc5430  notified  -  2024-11-23  indication
> VERIFIED to 2 by the pin, to 3 by this key
> a35b40dc5430  held  -  2024-11-23  indication
> 1
! netral-case: entries behind 2 are not signed: 'netral case verify'
! netral-case: the last line of $T/o/ledger.ndjson was not signed: it is taken off
! netral-report: --verify: against which checkpoint? give -d OFFICE, --signed FILE or --pin FILE
? 2

# One writer at a time: none of many is lost.
$ . tests/cases/case/office
$ c 20T02 open $K >/dev/null; for i in 1 2 3 4 5 6; do c 20T03 show $K --why "$i" >/dev/null & done; wait
$ c 20T04 pin >$T/pin; c 20T04 verify --pin $T/pin | tail -n 1
> VERIFIED to 7 by the pin, to 7 by this key

# What cannot be: no such key, two people in one case, an account of nobody, a clock that runs back.
$ . tests/cases/case/office
$ c 20T02 open 000000000000; c 20T02 open abc; c 20T02 open $K $(jq -r '.cases[1].acts[0].key' $T/o/report.json); c 20T02 notify $K
$ c 20T02 open $K >/dev/null; c 20T02 open $K; c 19T02 notify $K; c 20T02 fly $K
! netral-case: not all of these keys are in $T/o/report.json: 000000000000
! netral-case: 'abc' is no key: it is too short
! netral-case: these acts are not all of one employee
! netral-case: no case a35b40dc5430: 'netral case list --all'
! netral-case: a35b40dc5430 is case a35b40dc5430 already
! netral-case: the clock says 2024-11-19T02:00:00Z, but the last entry is of 2024-11-20T02:00:00Z
! netral-case: no command 'fly': 'netral case -h' lists them
? 2

# The page: the history, the deadline, the dispute; what is closed is in the register only.
$ . tests/cases/case/office
$ c 20T02 open $K >/dev/null; c 20T03 hold $K --why "foto lama"
$ p() { netral-report -d $T/o -f html --lang en --now $1 $D/day.ndjson; }
$ p 2024-11-21T00:00:00Z | grep -c -e 'The facts are disputed' -e 'Answer the dispute in 1 case' -e '>Finish 1 case by 23 Nov 2024' -e '>due 23 Nov 2024' -e '>23 Nov 2024 (working days: 25 Nov 2024)<'
$ p 2024-11-26T00:00:00Z | grep -o -e 'Overdue: 1 case, since [^<]*' -e 'overdue since [^<]*' | uniq
$ c 20T04 reopen $K --why x; c 20T05 decide $K --outcome dismissed --why x; p 2024-11-26T00:00:00Z | grep -o -e '<h3>Purwadi[^<]*' -e 'Overdue' -e 'not shown here again: 1 act'
> 5
> Overdue: 1 case, since 23 Nov 2024
> overdue since 23 Nov 2024 (working days: 25 Nov 2024)
> not shown here again: 1 act

# Spreadsheets get no formula and no number to round; every row has all cells.
$ D=tests/cases/report
$ jq -c 'select(.schema == "activity/1" and .score.level == "indication")' $D/day.ndjson | head -n 1 | jq -c '.object.content = "=1+1\n\t\"x\"" | .match.who.unit = " +A" | .actor.handle = "@h"' >$T/in
$ netral-report -f csv $T/in | tail -n 1 | cut -d, -f 3-5,12; netral-report -f tsv $T/in | awk -F'\t' '{ print NF }'; netral-report -o $T/x.csv $T/in; wc -l <$T/x.csv
> "'198519152010011007","'198519152010011007","' +A","'=1+1  ""x"""
> 16
> 16
> 2

# A slip in --now of years to come would be the last entry for as long: it is refused. A time that is none is said to be none.
$ . tests/cases/case/office; for t in 9999-12-31 kemarin; do scripts/case open -d $T/o $K --now $t; scripts/purge -d $T/o --now $t --dry-run; scripts/run -d $T/o --now kemarin; done; ls $T/o | grep -c ledger
> 0
! netral-case: --now 9999-12-31T00:00:00Z: this machine's clock is not that far
! netral-run: --now: expected a time
! netral-case: --now: expected a time
! netral-purge: --now: expected a time
! netral-run: --now: expected a time
? 1
