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
$ r 2024-12-19T02:00:00Z; k >$T/a; r 2024-12-19T02:00:00Z >/dev/null; k | cmp - $T/a; r 2024-12-19T03:00:00Z >/dev/null; k | cmp - $T/a
$ head -n 2 $T/o/web/index.ndjson >$T/i; mv $T/i $T/o/web/index.ndjson; r 2024-12-20T02:00:00Z >/dev/null; k | cmp - $T/a; ls $T/o/state/activities | wc -l; stat -c %a $T/o/state
> 2024-12-19T02:00:00Z: 36 indications, 5 to read, 31 people; 4 of 52 accounts not seen, 0 records refused; first to report by 2024-01-30
> 3
> 700

# run: a stage that fails leaves yesterday's page and says so; the next good run goes on.
$ cp -r fixtures/office $T/o; r() { scripts/run -d $T/o --from $T/o/web --now 2024-12-$1T02:00:00Z; }
$ r 19 >/dev/null; cp $T/o/report.html $T/yesterday; mv $T/o/contest.json $T/c; echo '{' >$T/o/contest.json
$ r 20 | sed 's/of 20.*Z/of DAY/'; cmp $T/o/report.html $T/yesterday; head -n 1 $T/o/report.status; ls $T/o/state $T/o/state/activities
$ mv $T/c $T/o/contest.json; r 21 >/dev/null; cmp -s $T/o/report.html $T/yesterday || cat $T/o/report.status | cut -c 1-40
> FAILED at fetch (status 2), 2024-12-20T02:00:00Z:
>   netral-fetch: $T/o/contest.json:2:1: unexpected end of data
> The page is that of DAY.
> FAILED at fetch (status 2), 2024-12-20T02:00:00Z:
> $T/o/state:
> activities
>
> $T/o/state/activities:
> 20241219T020000Z.ndjson.gz
> 2024-12-21T02:00:00Z: 36 indications, 5 

# run: one at a time.
$ mkdir -p $T/o/state; cp fixtures/office/*.json fixtures/office/*.csv $T/o; exec 8>>$T/o/state/.run.lock; flock 8; scripts/run -d $T/o --from fixtures/office/web
! netral-run: another run holds $T/o/state/.run.lock
? 3

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

# intake: who reports is kept apart; the address is captured at once; numbers go on; keys in English and long values are read.
$ cp -r fixtures/office $T/o; U=$(jq -r 'select(.url | test("feed")) | .url' fixtures/office/web/index.ndjson | head -n 1)
$ i() { scripts/intake -d $T/o --now 2024-11-12T02:00:00Z --from $T/o/web "$@"; }
$ i fixtures/office/laporan.txt; sed "s|^kutipan.*|url: $U|; s/^uraian: .*/description: satu\n  dua/" fixtures/office/laporan.txt | tr '\n' '\r' | sed 's/\r/\r\n/g' | i
$ cd $T/o/intake; jq -c . laporan-2024-002.json | grep -o -e '"description":"[^"]*"' -e '"capture":"[0-9a-f]\{8\}'; jq -c . laporan-2024-001.ndjson; ls; grep -l Sarinten -r . ; stat -c %a reporters
> laporan-2024-001: 2024-11-10
> laporan-2024-002: 2024-11-10
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
