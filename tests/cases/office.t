# A folder that is no office, or is not there: what to do, by each tool that was given one, and by the scripts.
$ mkdir $T/o; for t in fetch match score report; do netral-$t -d $T/o --check; echo $?; done; netral-fetch -d $T/none; NETRAL_OFFICE=$T/none netral-report </dev/null; scripts/case list -d $T/none; scripts/run -d $T/none
> 2
> 2
> 2
> 2
! netral-fetch: $T/o/office.json is not there: 'netral init $T/o' makes an office
! netral-match: $T/o/office.json is not there: 'netral init $T/o' makes an office
! netral-score: $T/o/office.json is not there: 'netral init $T/o' makes an office
! netral-report: $T/o/office.json is not there: 'netral init $T/o' makes an office
! netral-fetch: $T/none/office.json is not there: 'netral init $T/none' makes an office
! netral-report: $T/none/office.json is not there: 'netral init $T/none' makes an office
! netral-case: $T/none/office.json is not there: 'netral init $T/none' makes an office
! netral-run: $T/none/office.json is not there: 'netral init $T/none' makes an office
? 2

# README: "A case from report to decision", by its own commands: one dismissal, one referral, a ledger that verifies.
$ sed -n '/^## A case from report/,/^## Untuk/p' README.md | sed -n '/^```/,/^```/{/^```/d;/^make$/d;p;}' | sed "s|/tmp/kota|$T/kota|g" >$T/walk
$ sh -e $T/walk >$T/out 2>$T/err || { cat $T/out $T/err; exit 1; }
$ wc -l <$T/walk; grep -E '^(8739|7638)' $T/out | awk '{ print $1, $2, $3 }'; grep -c '^VERIFIED\|^OK' $T/out
$ jq -c '[.counts.dismissed, .counts.decided, ([.cases[].acts[] | select(.key | startswith("8739b9ae2ae8") or startswith("7638e6ce7aa3"))] | length)]' $T/kota/report.json
$ grep -l 'Hasan Basukirahmat' $T/kota/*.html | wc -l; grep -c 'Keponakan memakai' $T/kota/berita-acara.html
> 21
> 7638e6ce7aa3 closed referred
> 8739b9ae2ae8 closed dismissed
> 2
> [1,2,0]
> 4
> 1

# run: the same day twice, then a later day with less to see: the cases are the same; who was seen first stays first.
$ cp -r fixtures/office $T/o; r() { scripts/run -d $T/o --from $T/o/web --now $1; }
$ k() { jq -c '[.cases[].acts[].key] | sort' $T/o/report.json; }
$ r 2024-12-19T02:00:00Z | sed 's/ [0-9][0-9]* / N /g'; k >$T/a; r 2024-12-19T02:00:00Z >/dev/null; k | cmp - $T/a; r 2024-12-19T03:00:00Z >/dev/null; k | cmp - $T/a
$ head -n 2 $T/o/web/index.ndjson >$T/i; mv $T/i $T/o/web/index.ndjson; r 2024-12-20T02:00:00Z >/dev/null; k | cmp - $T/a; ls $T/o/state/activities | wc -l; stat -c %a $T/o/state
> 2024-12-19T02:00:00Z: N indications, N to read, N people; N of N accounts not seen, N records refused; first to report by 2024-01-28
> 3
> 700

# run: a stage that fails leaves yesterday's page and says so; the next good run goes on.
$ cp -r fixtures/office $T/o; r() { scripts/run -d $T/o --from $T/o/web --now 2024-12-$1T02:00:00Z; }
$ r 19 >/dev/null; cp $T/o/report.html $T/yesterday; mv $T/o/contest.json $T/c; echo '{' >$T/o/contest.json
$ r 20 | sed 's/of 20.*Z/of DAY/'; grep '^<p role="alert"' $T/o/report.html | sed 's/dari 20[^ ]*Z/dari HARI/'; sed '/^<p role="alert"/d' $T/o/report.html | cmp - $T/yesterday; jq -c . $T/o/state/run.json; r 20 >/dev/null; grep -c '^<p role="alert"' $T/o/report.html; head -n 1 $T/o/report.status; ls $T/o/state $T/o/state/activities
$ mv $T/c $T/o/contest.json; r 21 >/dev/null; grep -c '^<p role="alert"' $T/o/report.html; jq -r .state $T/o/state/run.json; cmp -s $T/o/report.html $T/yesterday || cat $T/o/report.status | cut -c 1-40
> FAILED at fetch (status 2), 2024-12-20T02:00:00Z:
>   netral-fetch: $T/o/contest.json:2:1: unexpected end of data
> The page is that of DAY.
> <p role="alert" class="run"><strong>Halaman ini dari HARI. Proses pada 2024-12-20T02:00:00Z berhenti di tahap fetch; yang lebih baru belum ada di sini.</strong></p>
> {"schema":"run/1","started":"2024-12-20T02:00:00Z","state":"failed","stage":"fetch","why":"status 2"}
> 1
> FAILED at fetch (status 2), 2024-12-20T02:00:00Z:
> $T/o/state:
> activities
> run.json
> scored.ndjson.gz
>
> $T/o/state/activities:
> 20241219T020000Z.ndjson.gz
> 0
> done
> 2024-12-21T02:00:00Z: 36 indications, 4 

# run: what was handed in cannot say that the office captured it, nor that an account was seen.
$ cp -R fixtures/office $T/o; run() { scripts/run -d $T/o --now 2024-12-19T02:00:00Z --from $T/o/web >/dev/null; }; run; jq -S 'del(.counts.rejected_before)' $T/o/report.json >$T/before; jq -nc '{id: "1", actor: {id: "107476785561628422"}, platform: "mastodon", published: "2024-10-30T13:00:00Z", object: {content: "Ayo coblos nomor 2!"}, origin: {captured: "2024-10-31T00:00:00Z", sha256: ("0" * 64)}, state: "ok", account: {platform: "tiktok", handle: "ratrianggra"}, schema: ("activity/1", "coverage/1", "capture/1")}' >$T/o/exports/kiriman.ndjson; run; jq -S 'del(.counts.rejected_before)' $T/o/report.json | cmp - $T/before; jq .counts.rejected_before $T/o/report.json
> 3

# run: one at a time.
$ mkdir -p $T/o/state; cp fixtures/office/*.json fixtures/office/*.csv $T/o; exec 8>>$T/o/state/.run.lock; flock 8; scripts/run -d $T/o --from fixtures/office/web
! netral-run: another run holds $T/o/state/.run.lock
? 3

# "Not my account" takes the account back to its first day and judges again by itself what is kept; other cases on it are named; the subject's page is noted.
$ cp -r fixtures/office $T/o; export NETRAL_BY=bu-rin; scripts/run -d $T/o --from $T/o/web --now 2024-12-19T02:00:00Z >/dev/null
$ jq -r '.cases[] | select((.acts | length) > 1 and (.acts | map(.level) | unique | length) >= 1) | .acts as $a | .activities as $v | select(($v | map(.actor.id) | unique | length) == 1) | $a[0:2][].key[:12]' $T/o/report.json | head -n 2 >$T/k; A=$(sed -n 1p $T/k) C=$(sed -n 2p $T/k)
$ k() { scripts/case "$@" -d $T/o --now 2024-12-19T04:00:00Z 2>/dev/null; }; k open $A >/dev/null; k open $C >/dev/null
$ k page $A --why "diminta pegawai" >$T/p.html; grep -c 'Hak Anda\|Hak Saudara' $T/p.html; tail -n 1 $T/o/ledger.ndjson | jq -r '.by, .do, .what'
$ k answer $A --kind not-mine --text bukan | sed "s/$C/OTHER/; s/mastodon .* from/ACCOUNT from/; /^rep/s/ [0-9][0-9]* / N /g"; jq -r '.cases[].acts[].key[:12]' $T/o/report.json | grep -c -e $A -e $C
> 1
> bu-rin
> looked
> page
> withdrawn, as if never declared: ACCOUNT from 2024-09-18
> still open, on the same account: case OTHER
> reported again: 2024-12-19T04:00:00Z: N indications, N to read, N people; N of N accounts not seen, N records refused; first to report by 2024-01-28
> 0
? 1

# "Not my account" about a report of the public, which names a handle and no platform.
$ cp -r fixtures/office $T/o; scripts/intake -d $T/o --now 2024-11-12 fixtures/office/laporan.txt >/dev/null; k() { scripts/case "$@" -d $T/o --now 2024-12-19T04:00:00Z 2>/dev/null; }
$ scripts/run -d $T/o --from $T/o/web --now 2024-12-19T02:00:00Z >/dev/null; k open 8739b9ae2ae8; k answer 8739b9ae2ae8 --kind not-mine | sed 's/^reported again.*/reported again/'; grep -c 8739b9ae2ae8 $T/o/report.json
> case 8739b9ae2ae8: report by 2024-11-19 (other counting: 2024-11-21), handle by 2024-12-22 (other counting: 2024-12-24)
> withdrawn, as if never declared: mastodon hasanbasuki@sosial.tirtamulya.example from 2023-11-06
> reported again
> 0
? 1

# run: killed in the middle, or told to stop: the page is the old one, and the next run goes on; --again asks nobody.
$ cp -r fixtures/office $T/o; r() { scripts/run -d $T/o --now 2024-12-19T0$1:00:00Z --from $T/o/web; }
$ scripts/run -d $T/o --again; r 1 >/dev/null; jq -cS 'del(.as_of)' $T/o/report.json >$T/a
$ mkdir $T/bin; printf '#!/bin/sh\nkill -%s 0\n' KILL >$T/bin/stop; cp $T/bin/stop $T/bin/netral-score; chmod +x $T/bin/*
$ for t in fetch normalize match report; do ln -s $B/bin/netral-$t $T/bin/; done; ln -s $B/share $T/share
$ (PATH=$T/bin:$PATH; setsid -w scripts/run -d $T/o --now 2024-12-19T02:00:00Z --from $T/o/web; echo $?) 2>/dev/null; jq -r .state $T/o/state/run.json; test -d $T/o/state/run.tmp
$ sed -i 's/KILL/TERM/' $T/bin/netral-score; (PATH=$T/bin:$PATH; setsid -w scripts/run -d $T/o --now 2024-12-19T03:00:00Z --from $T/o/web | head -n 1); jq -r '.state, .stage' $T/o/state/run.json; grep -c 'role="alert"' $T/o/report.html
$ mv $T/o/web $T/gone; scripts/run -d $T/o --now 2024-12-19T04:00:00Z --again | cut -c 1-21; jq -cS 'del(.as_of)' $T/o/report.json | cmp - $T/a; jq -r .state $T/o/state/run.json; grep -c 'role="alert"' $T/o/report.html
> 137
> running
> FAILED at score (stopped, status 3), 2024-12-19T03:00:00Z:
> failed
> score
> 1
> 2024-12-19T04:00:00Z:
> done
> 0
! netral-run: no run before this one has kept anything
? 1

# run: what is too old and cannot be destroyed is said; the page is new all the same.
$ cp -r fixtures/office $T/o; jq '.retention_days = 9' $T/o/office.json >$T/j; mv $T/j $T/o/office.json; r() { scripts/run -d $T/o --from $T/o/web --now 2024-12-$1T02:00:00Z; }
$ r 01 >/dev/null; mkdir -p $T/o/state/warc/netral-20241101000000-1.warc.gz
$ r 19 | tail -n 1; grep -c 'role="alert"' $T/o/report.html; jq -r .state $T/o/state/run.json; rmdir $T/o/state/warc/*1.warc.gz; r 20 | tail -n 1
> not destroyed: rm: cannot remove '$T/o/state/warc/netral-20241101000000-1.warc.gz': Is a directory
> 0
> done
> 2024-12-20T02:00:00Z: 36 indications, 4 to read, 31 people; 33 of 81 accounts not seen, 0 records refused; first to report by 2024-01-28

# run: that a page with names was made is noted, with who and why; where it cannot be, the page stays the old one.
$ cp -r fixtures/office $T/o; r() { NETRAL_BY=timer scripts/run -d $T/o --from $T/o/web --now 2024-12-$1T02:00:00Z; echo $?; }
$ r 18 >/dev/null; jq -c '[.by, .do, .what, .format, .audience, .cases]' $T/o/ledger.ndjson; jq -r .why $T/o/ledger.private.ndjson; jq '.cases | length' $T/o/report.json; cp $T/o/report.json $T/old
$ mv $T/o/ledger.key $T/key; r 19 | sed 's/page is that of .*/page is old/'; cmp $T/o/report.json $T/old; grep -c 'role="alert"' $T/o/report.html; mv $T/key $T/o/ledger.key; r 20 | tail -n 1; wc -l <$T/o/ledger.ndjson
> ["timer","looked","report","html and json","officer",31]
> daily run
> 31
> FAILED at note (status 3), 2024-12-19T02:00:00Z:
>   netral-case: $T/o/ledger.key is gone: without it nothing can be added that verifies
> The page is old
> 3
> 1
> 1
> 2

# purge: what is older than retention_days goes, but for what an open case may need; the ledger verifies, a dismissal holds.
$ . tests/cases/case/office; jq '.retention_days = 30' $T/o/office.json >$T/j; mv $T/j $T/o/office.json
$ mkdir -p $T/o/state/activities $T/o/state/warc $T/o/intake/reporters; for d in 20240801 20241020 20241110; do : >$T/o/state/activities/${d}T020000Z.ndjson.gz; : >$T/o/state/warc/netral-${d}020000-00001.warc.gz; done; : >$T/o/state/warc/mine.warc.gz
$ for n in 1 2; do echo '{"received":"2024-0'$((n + 7))'-02T00:00:00Z"}' >$T/o/intake/laporan-2024-00$n.json; : >$T/o/intake/reporters/laporan-2024-00$n.json; done
$ p() { scripts/purge -d $T/o --now "$@"; }; p 2024-11-20T02:00:00Z --dry-run; c 20T02 open $K >/dev/null
$ p 2024-11-20T03:00:00Z; (cd $T/o; ls state/activities state/warc intake intake/reporters)
$ c 20T04 decide $K --outcome dismissed --why x; c 20T05 pin >$T/pin; p 2025-01-05T03:00:00Z; (cd $T/o; ls state/activities state/warc intake intake/reporters); p 2025-01-05T04:00:00Z
$ scripts/case verify -d $T/o --pin $T/pin | grep -e ^content -e ^VER; tail -n 1 $T/o/ledger.ndjson | jq -r '.by, .do'; jq 'del(.retention_days)' $T/o/office.json >$T/j; mv $T/j $T/o/office.json; p 2029-01-01
> would be destroyed, older than 2024-10-21: 2 days of activities, 2 of evidence, 2 reports, 0 closed cases
> destroyed, older than 2024-10-21: 1 days of activities, 1 of evidence, 1 reports, 0 closed cases
> intake:
> laporan-2024-002.json
> reporters
>
> intake/reporters:
> laporan-2024-002.json
>
> state/activities:
> 20241020T020000Z.ndjson.gz
> 20241110T020000Z.ndjson.gz
>
> state/warc:
> mine.warc.gz
> netral-20241020020000-00001.warc.gz
> netral-20241110020000-00001.warc.gz
> destroyed, older than 2024-12-06: 2 days of activities, 2 of evidence, 1 reports, 1 closed cases
> intake:
> reporters
>
> intake/reporters:
>
> state/activities:
>
> state/warc:
> mine.warc.gz
> content OK 0 lines, 1 purges
> VERIFIED to 2 by the pin, to 3 by this key
> netral-purge
> purged

# intake: what lacks is said kindly, and nothing is kept; in the office's language.
$ mkdir $T/o; cp fixtures/office/*.json $T/o; i() { scripts/intake -d $T/o --now 2024-11-12T02:00:00Z; }
$ printf 'pelapor: A\nterlapor:   # kosong\nwaktu: 2024-11-09\ndiketahui: kemarin\n' | i
$ printf 'language' >/dev/null; jq '.language="en"' fixtures/office/office.json >$T/o/office.json; scripts/intake --form | i | tail -n 3; ls $T/o
> Terima kasih. Agar dapat ditindaklanjuti, mohon dilengkapi:
> - alamat pelapor
> - siapa yang dilaporkan
> - tempat kejadian (atau: daring)
> - uraian kejadian
> - bukti
> - tanggal diketahui, seperti 2024-11-01
> - what happened
> - evidence
> - the day the reporter knew of it
> contest.json
> office.json

# intake: days that cannot be are asked about; what comes late by one or both ways to count is kept and marked.
$ mkdir $T/o; cp fixtures/office/*.json fixtures/office/*.csv $T/o; L=fixtures/office/laporan.txt; i() { scripts/intake -d $T/o --no-fetch --now "$1"; }
$ sed 's/^diketahui.*/diketahui: 2024-02-31/' $L | i 2024-11-12; sed 's/^diketahui.*/diketahui: 2024-11-13/' $L | i 2024-11-12T02:00:00Z; sed 's/^diketahui.*/diketahui: 2024-11-01/' $L | i 2024-11-12; sed 's/^waktu.*/waktu: kemarin malam/' $L | i 2024-11-12
$ for d in 17 18 19 20; do i 2024-11-${d}T02:00:00Z <$L; jq -r .term $T/o/intake/laporan-2024-00$((d - 16)).json; done; ls $T/o/intake/reporters | wc -l
> Terima kasih. Agar dapat ditindaklanjuti, mohon dilengkapi:
> - tanggal diketahui, seperti 2024-11-01
> Terima kasih. Agar dapat ditindaklanjuti, mohon dilengkapi:
> - tanggal diketahui yang sudah lewat: 2024-11-13 belum tiba
> Terima kasih. Agar dapat ditindaklanjuti, mohon dilengkapi:
> - waktu kejadian atau tanggal diketahui: 2024-11-01 sebelum 2024-11-09
> Terima kasih. Agar dapat ditindaklanjuti, mohon dilengkapi:
> - waktu kejadian, seperti 2024-10-30T20:10+07:00 atau 2024-10-30
> laporan-2024-001: diketahui 2024-11-10; ditangani paling lambat 2024-11-20
> in_time
> laporan-2024-002: diketahui 2024-11-10; ditangani paling lambat 2024-11-21
> Batas waktu melapor 2024-11-17 menurut satu hitungan, 2024-11-19 menurut yang lain: petugas yang memutuskan.
> disputed
> laporan-2024-003: diketahui 2024-11-10; ditangani paling lambat 2024-11-22
> Batas waktu melapor 2024-11-17 menurut satu hitungan, 2024-11-19 menurut yang lain: petugas yang memutuskan.
> disputed
> laporan-2024-004: diketahui 2024-11-10; ditangani paling lambat 2024-11-23 (hitungan lain: 2024-11-25)
> Batas waktu melapor adalah 2024-11-19. Laporan disimpan sebagai informasi awal; petugas memutuskan tindak lanjutnya.
> late
> 4

# intake: who reports is kept apart; the address is captured at once; numbers go on; keys in English and long values are read.
$ cp -r fixtures/office $T/o; U=$(jq -r 'select(.url | test("feed")) | .url' fixtures/office/web/index.ndjson | head -n 1)
$ i() { scripts/intake -d $T/o --now 2024-11-12T02:00:00Z --from $T/o/web "$@"; }
$ i fixtures/office/laporan.txt; sed "s|^kutipan.*|url: $U|; s/^uraian: .*/description: satu\n  dua/" fixtures/office/laporan.txt | tr '\n' '\r' | sed 's/\r/\r\n/g' | i
$ cd $T/o/intake; jq -c . laporan-2024-002.json | grep -o -e '"description":"[^"]*"' -e '"capture":"[0-9a-f]\{8\}'; jq -c . laporan-2024-001.ndjson; ls; grep -l Sarinten -r . ; stat -c %a reporters
> laporan-2024-001: diketahui 2024-11-10; ditangani paling lambat 2024-11-15
> laporan-2024-002: diketahui 2024-11-10; ditangani paling lambat 2024-11-15
> tautan direkam, SHA-256 e311f690a6b72e903ab1f1132c09f86c54d066821d593392d79df77e0e5ecade
> "description":"satu dua"
> "capture":"e311f690
> {"id":"laporan-2024-001","text":"Bapak Ibu, ayo coblos nomor 1 ya, GARSA!","published":"2024-11-09T21:15:00+07:00","author":"hasanbasuki@sosial.tirtamulya.example"}
> laporan-2024-001.json
> laporan-2024-001.ndjson
> laporan-2024-002.capture.ndjson
> laporan-2024-002.json
> reporters
> ./reporters/laporan-2024-001.json
> ./reporters/laporan-2024-002.json
> 700

# intake: the address that a stranger wrote is an address, and no option of fetch.
$ cp -R fixtures/office $T/o; { cat fixtures/office/laporan.txt; echo "tautan: -o$T/o/employees.csv"; } | scripts/intake -d $T/o --now 2024-11-12 --from $T/o/web 2>&1 | cut -d , -f 1; cmp $T/o/employees.csv fixtures/office/employees.csv
> netral-intake: the address could not be captured
> laporan-2024-001: diketahui 2024-11-10; ditangani paling lambat 2024-11-15

# intake: a greeting costs none of the other lines, and is told; where nothing else is there, that is said.
$ cp -R fixtures/office $T/o; i() { scripts/intake -d $T/o --now 2024-11-12 --no-fetch; }
$ sed '5i Selamat pagi' fixtures/office/laporan.txt | i; { cat fixtures/office/laporan.txt; echo 'Terima kasih.'; } | i; echo halo | i
> laporan-2024-001: diketahui 2024-11-10; ditangani paling lambat 2024-11-15
> laporan-2024-002: diketahui 2024-11-10; ditangani paling lambat 2024-11-15
! netral-intake: left out, as it is no 'key: value': "Selamat pagi"
! netral-intake: left out, as it is no 'key: value': "Terima kasih."
! netral-intake: the report has no lines 'key: value'
? 2

# init: what is no table, and a language that nobody speaks here, are refused before anything is made.
$ : >$T/e.csv; iconv -f UTF-8 -t UTF-16 fixtures/office/employees.csv >$T/u.csv; for r in $T $T/e.csv $T/u.csv $T/none; do scripts/init --roster $r $T/o; done; scripts/init --lang fr $T/o; ls $T/o 2>/dev/null
! netral-init: $T: is a folder; name the table
! netral-init: $T/e.csv: is empty
! netral-init: $T/u.csv: not UTF-8: save the table as "CSV UTF-8"
! netral-init: $T/none: cannot be read
! netral-init: --lang fr: expected id or en
? 2

# intake: nor does it write on the terminal of whoever takes the report in.
$ cp -R fixtures/office $T/o; { cat fixtures/office/laporan.txt; printf 'tautan: https://a.example/\033[2J\\033[31m\\n\n'; } | scripts/intake -d $T/o --now 2024-11-12 --from $T/o/web 2>&1 >/dev/null | cut -d ' ' -f 1-12
> netral-intake: the address could not be captured, capture it by hand: https://a.example/?[2J\033[31m\n

# init: any order of columns, any separator; what is odd is said with its line, and never repaired.
$ printf '\357\273\277No;Nama Lengkap;NIP;OPD;Jabatan;Status;Tgl Ikrar\r\n1;"Budi; ""S.Pd""";19741301 199903 2 001;Dinas A;Guru;PNS;6/11/2023\r\n2;Ani;1,98E+17;B;;PPPK;\r\n3;Cici;19820222202321100;B;;P3K;\r\n4;Dodi;198202222023211009;B;Guru;THL;kapan\r\n5;Dodi;198202222023211009;B;;;\r\n;;;;;;\r\n6;"Eko\nPutra";198202222023211008;B;;PPPK;\r\n7;Gugun;198202222023211007;B;;;\r\n' >$T/r.csv
$ scripts/init --roster $T/r.csv $T/o 2>&1 | grep -v ': made '; cat $T/o/employees.csv; stat -c %a $T/o; scripts/init $T/o 2>&1 | grep -c 'left as it is'
$ netral-match -d $T/o --check; scripts/init --roster $T/r.csv --map employee_id=Nomor $T/p 2>&1 | tail -n 1; printf 'a,b\n1,2\n' >$T/x.csv; scripts/init --roster $T/x.csv $T/q 2>&1 | tail -n 1
> netral-init: $T/r.csv:3: "1,98E+17" is a number that a spreadsheet has rounded: format the column as text and export again
> netral-init: $T/r.csv:4: "19820222202321100" has 17 digits: one is missing
> netral-init: $T/r.csv:5: category "THL" is taken for non-ASN
> netral-init: $T/r.csv:5: "kapan" is no date; left empty
> netral-init: $T/r.csv:6: "198202222023211009" is on line 5 already
> netral-init: $T/r.csv:10: no category: say PNS, PPPK or non-ASN
> netral-init: 3 employees taken, 4 rows left out
> netral-report: configuration is good
> employee_id,name,category,unit,position,pledged_on
> 197413011999032001,"Budi; ""S.Pd""",PNS,Dinas A,Guru,2023-11-06
> 198202222023211009,Dodi,non-ASN,B,Guru,
> 198202222023211008,Eko Putra,PPPK,B,,
> 700
> 6
> netral-init: $T/r.csv:1: --map: the table has no column Nomor
> netral-init: $T/x.csv:1: which column is the employee number? say --map employee_id=NAME
! netral-match: configuration is good

# init: a quote amid a name is a sign like others; one that never ends takes no rows with it in silence.
$ for name in 'Dua 5" inci' '"Dua'; do printf 'nip,nama,status,unit\n198501012010011001,Satu,PNS,A\n198501012010011002,%s,PNS,B\n198501012010011003,Tiga,PNS,C\n' "$name" >$T/r.csv; rm -rf $T/o; scripts/init --roster $T/r.csv $T/o 2>&1 | grep -e r.csv -e taken; sed 1d $T/o/employees.csv; done
> netral-init: 3 employees taken, 0 rows left out
> 198501012010011001,Satu,PNS,A,,
> 198501012010011002,"Dua 5"" inci",PNS,B,,
> 198501012010011003,Tiga,PNS,C,,
> netral-init: $T/r.csv:3: a quote that begins here never ends: this row and all below it are left out
> netral-init: 1 employees taken, 1 rows left out
> 198501012010011001,Satu,PNS,A,,

# init: asks for the columns that it does not know, and takes them by number, too; the roster is the same.
$ printf 'Kode,Siapa,Bagian\n197413011999032001,Budi,A\n198202222023211009,Ani,B\n' >$T/r.csv
$ printf '1\n2\n\n3\nx\n' | scripts/init --ask --roster $T/r.csv $T/o 2>&1 | grep -e Kolom -e Siapa | head -n 3; cat $T/o/employees.csv
$ scripts/init --roster $T/r.csv --map 'employee_id=#1,name=Siapa,unit=#3' $T/p 2>/dev/null; cmp $T/o/employees.csv $T/p/employees.csv; ls -A $T/o; scripts/init --roster $T/r.csv --map 'employee_id=#4' $T/q 2>&1 | tail -n 1; scripts/init --lang en $T/en 2>/dev/null; head -n 1 $T/en/README $T/p/README
>   2) Siapa
> Kolom mana nomor pegawai (NIP) / the employee number? Nomor, atau Enter bila tidak ada:   1) Kode
>   2) Siapa
> employee_id,name,category,unit,position,pledged_on
> 197413011999032001,Budi,PNS,A,,
> 198202222023211009,Ani,PNS,B,,
> README
> accounts.csv
> contest.json
> employees.csv
> holidays.csv
> office.json
> netral-init: $T/r.csv:1: --map: the table has no column #4
> ==> $T/en/README <==
> What is to be filled in; netral-office(5) says all of it:
>
> ==> $T/p/README <==
> Yang perlu diisi; keterangan lengkap ada di netral-office(5):

# What is no report and no time says so.
$ scripts/intake -d fixtures/office $T; scripts/intake -d fixtures/office --now kemarin-dulu fixtures/office/laporan.txt
! netral-intake: $T: is a folder; name the file of the report
! netral-intake: --now: expected a time
? 2
