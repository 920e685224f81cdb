# Another law, another office, another language: from posts to a page, and
# nothing in it is of the first country.
$ county=tests/cases/county
$ netral-normalize >$T/acts; netral-match -d $county $T/acts | netral-score -d $county >$T/scored
$ jq -r '[.match.who.employee, .match.who.category, .score.pack.name, .score.phase // "-", .score.level, .score.findings[0].item // "-", (.score.guards // [] | map(.id) | join(" "))] | @tsv' $T/scored
$ netral-report -d $county --now 2024-11-06T09:00:00-05:00 -o $T/page.html $T/scored; grep -c 'Taking an active part' $T/page.html
$ cat $T/scored $T/page.html | sed 's/"id":"[^"]*","en"//g' | grep -oiwE 'pns|pppk|asn|skb|pemilu|pilkada|kpu|bawaslu|bkn' | sort | uniq -c
< {"schema":"activity/1","id":"m:1","type":"Create","published":"2024-10-01T20:00:00Z","platform":"mastodon","actor":{"id":"17"},"object":{"id":"1","type":"Note","content":"Please vote for Rowan Alder!","lang":"en"}}
< {"schema":"activity/1","id":"m:2","type":"Create","published":"2024-10-01T20:00:00Z","platform":"mastodon","actor":{"id":"18"},"object":{"id":"2","type":"Note","content":"Please vote for Rowan Alder!","lang":"en"}}
< {"schema":"activity/1","id":"m:3","type":"Create","published":"2024-10-01T20:00:00Z","platform":"mastodon","actor":{"id":"17"},"object":{"id":"3","type":"Note","content":"Rowan Alder spoke at the library today.","lang":"en"}}
> E-17	further-restricted	us-hatch-1939	campaign	indication	7323(b)(2)	
> E-18	less-restricted	us-hatch-1939	campaign	note	-	guard.category
> E-17	further-restricted	us-hatch-1939	campaign	note	-	
> 1

# A category that the office does not have is no category.
$ cp -R tests/cases/county $T/c; sed -i 's/less-restricted,/PNS,/' $T/c/employees.csv; netral-match -d $T/c </dev/null
$ sed -i 's/PNS,/,/' $T/c/employees.csv; jq 'del(.categories)' tests/cases/county/office.json >$T/c/office.json; netral-match -d $T/c </dev/null
! netral-match: $T/c/employees.csv:3: category: expected one of office.json's categories (further-restricted, less-restricted), got "PNS"
! netral-match: $T/c/employees.csv:3: category: is empty
? 2

# -p outranks the office; a pack that is not there is named.
$ netral-score -d tests/cases/county -p id-asn-2022 --check | head -n 1; jq '.pack = "nowhere"' tests/cases/county/office.json >$T/office.json
$ cp tests/cases/county/contest.json $T; netral-score -d $T </dev/null 2>&1 | sed 's/ beside .*//'
> B.7        rule B7   discipline 2022-09-22 ..    1 for,  2 against
> netral-score: no share/netral/packs/nowhere
! netral-score: configuration is good
