# An office's own exception: dated, owned, and said in the record.
$ printf '%s' '{"exceptions":[{"id":"exception.market","text":{"id":"pasar murah dinas","en":"the office market"},"weight":-60,"owner":"Bagian Hukum","from":"2024-10-01","until":"2024-10-31","when":{"cues":["commerce"]}}]}' >$T/x.json
$ netral-normalize | netral-match -c fixtures/office/contest.json | netral-score -c fixtures/office/contest.json --exceptions $T/x.json | jq -c '[.score.level, .score.weight, [.score.guards[]?.id]]'
< {"text":"Dukung GARSA, open order snack","published":"2024-10-10T00:00:00Z"}
< {"text":"Dukung GARSA, open order snack","published":"2024-11-10T00:00:00Z"}
> ["note",-60,["guard.commerce","guard.hijack","exception.market"]]
> ["note",0,["guard.commerce","guard.hijack"]]

# One that hides what a rule must see is refused; one without an end, too.
$ printf '%s' '{"exceptions":[{"id":"x","text":{"id":"a","en":"a"},"weight":-60,"owner":"o","until":"2024-10-31","when":{"types":["Like"]}}]}' >$T/x.json
$ cp -R cmd/score/packs/id-asn-2022 $T/pack; netral-score -c fixtures/office/contest.json -p $T/pack --exceptions $T/x.json
$ printf '%s' '{"exceptions":[{"id":"x","text":{"id":"a","en":"a"},"weight":-60,"owner":"o"}]}' >$T/x.json
$ netral-score -c fixtures/office/contest.json --exceptions $T/x.json
! netral-score: $T/pack/rules.json:155:11: rules[4].examples.match[0]: must be cited for this (with the exceptions): got B6 at level note
! netral-score: $T/x.json:1:16: exceptions[0]: no "until" here
? 2
