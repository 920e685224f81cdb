# An index of the roster says what the tables say.
$ f=fixtures/office; netral-match -d $f --compile $T/i
$ netral-normalize -q $f/exports/*.ndjson >$T/acts; test -s $T/acts
$ netral-match -q -d $f --all --plain $T/acts >$T/a; netral-match -q -d $f --index $T/i --all --plain $T/acts >$T/b; cmp $T/a $T/b; grep -c '"employee"' $T/a | grep -q '^[1-9]'
$ netral-match -d $f --index $T/i --check
! netral-match: configuration is good

# A table with other bytes is a reason to stop; one only touched is none.
$ cp -r fixtures/office $T/o; netral-match -d $T/o --compile $T/i; touch -d '2001-01-01' $T/o/accounts.csv
$ netral-match -d $T/o --index $T/i
$ sed -i 's/,PNS,/,PPPK,/' $T/o/employees.csv; netral-match -d $T/o --index $T/i
! netral-match: $T/i: $T/o/employees.csv has changed since then: compile it again
? 2

# Cut off, empty, something else, another version, no table to compare with.
$ f=fixtures/office; netral-match -d $f --compile $T/i
$ head -c 5000 $T/i >$T/cut; netral-match -d $f --index $T/cut
$ : >$T/empty; netral-match -d $f --index $T/empty
$ head -c 5000 /dev/zero >$T/other; netral-match -d $f --index $T/other
$ (head -c 16 $T/i; printf '\003'; tail -c +18 $T/i) >$T/v3; netral-match -d $f --index $T/v3
$ netral-match -c $f/contest.json --index $T/i
$ netral-match -d $f --index $T/none
$ cat $T/cut | sed 's/^/a/' >$T/shift; netral-match -d $f --index $T/shift
! netral-match: $T/cut: 5000 bytes of 12040 are there: compile it again
! netral-match: $T/empty: not an index that --compile wrote, or cut off
! netral-match: $T/other: not an index that --compile wrote
! netral-match: $T/v3: an index of version 3; this program reads version 2: compile it again
! netral-match: which roster? give -d OFFICE, or -e and -a
! netral-match: $T/none: No such file or directory
! netral-match: $T/shift: not an index that --compile wrote
? 2

# One bit: in the head, where somebody is looked for, and anywhere with --check.
$ f=fixtures/office; netral-match -d $f --compile $T/i; n=$(wc -c <$T/i)
$ flip() { (head -c $1 $T/i; tail -c +$(($1 + 1)) $T/i | head -c 1 | tr '\000-\377' '\001-\377\000'; tail -c +$(($1 + 2)) $T/i) >$T/bad; }
$ flip 100; netral-match -d $f --index $T/bad || echo $?
$ flip $((n - 3)); netral-match -d $f --index $T/bad || echo $?
$ flip $((n / 2)); netral-match -d $f --index $T/bad --check || echo $?
> 2
> 2
> 2
! netral-match: $T/bad: damaged near byte 0: compile it again
! netral-match: $T/bad: damaged near byte 12032: compile it again
! netral-match: $T/bad: damaged near byte 4096: compile it again

# Of a large one only what is used is looked at: the run ends where it is damaged.
$ f=fixtures/office; (echo employee_id,name,category,unit; seq -f '%.0f,N,PNS,U' 2000) >$T/e; (echo owner,platform,account_id,handle; seq 6000 | awk '{ print $1 % 2000 + 1 ",x,7" $1 ",akun_" $1 }') >$T/a
$ netral-match -c $f/contest.json -e $T/e -a $T/a --compile $T/i; test $(wc -c <$T/i) -lt 245000
$ (head -c 150000 $T/i; printf '\377\377'; tail -c +150003 $T/i) >$T/bad
$ seq 6000 | sed 's/.*/{"schema":"activity\/1","platform":"x","actor":{"id":"7&"},"object":{}}/' >$T/in
$ netral-match -c $f/contest.json -e $T/e -a $T/a --index $T/i <$T/in | grep -c '"employee"'
$ netral-match -c $f/contest.json -e $T/e -a $T/a --index $T/bad <$T/in >/dev/null
> 6000
! netral-match: $T/bad: damaged near byte 136896: compile it again
? 3

# Several people for one account, on days of their own.
$ printf 'employee_id,name,category,unit\n1,A,PNS,"Dinas ""A"""\n2,B,non-ASN,B\n' >$T/e
$ printf 'owner,platform,account_id,handle,url,declared_on,withdrawn_on\n1,x,7,Ani,,2020-01-01,2024-06-01\n2,x,7,ani_b,,2024-06-01,\nsomebody,x,8,,,,\n' >$T/a
$ netral-match -c fixtures/office/contest.json -e $T/e -a $T/a --compile $T/i
$ netral-match -c fixtures/office/contest.json -e $T/e -a $T/a --index $T/i --stats | jq -c '[.id,.match.who]'
< {"schema":"activity/1","id":"before","published":"2019-05-31T00:00:00Z","platform":"x","actor":{"id":"7"},"object":{}}
< {"schema":"activity/1","id":"first","published":"2024-05-31T00:00:00Z","platform":"x","actor":{"id":"7"},"object":{}}
< {"schema":"activity/1","id":"second","published":"2024-06-02T00:00:00Z","platform":"x","actor":{"handle":"@ANI_B"},"object":{}}
< {"schema":"activity/1","id":"no date","platform":"x","actor":{"id":"7"},"object":{}}
< {"schema":"activity/1","id":"nobody's","platform":"x","actor":{"id":"8"},"object":{}}
> ["first",{"employee":"1","unit":"Dinas \"A\"","category":"PNS","basis":"id"}]
> ["second",{"employee":"2","unit":"B","category":"non-ASN","basis":"handle"}]
> ["no date",{"employee":"1","unit":"Dinas \"A\"","category":"PNS","basis":"id"}]
! netral-match: in 5, out 3, dropped 2, rejected 0
