# What was read as what, and why a hit stands or does not.
$ netral-normalize | netral-match -c fixtures/office/contest.json -l cmd/match/lexicons/spelling.json -l cmd/match/lexicons/id.json --explain
< {"text":"Ayo c0bl0s no. 2! Rumah nomor 2/15, nomor dua puluh #PilihGarsa"}
> who: not asked, there is no roster
> object.content: “Ayo c0bl0s no. 2! Rumah nomor 2/15, nomor dua puluh #PilihGarsa”
>   read as ayo c0bl0s no | 2 | rumah nomor 2 15 nomor dua puluh #pilihgarsa
>   tag [52,63] “#PilihGarsa”
>   “c0bl0s” may be “coblos”: leet
>   “Pilih” may be “pilih”: hashtag
>   “Garsa” may be “garsa”: hashtag
>   + “c0bl0s no. 2”: number yudha-prakosajati of tirtamulya-dprd-2024, as “coblos no. 2”, leet
>   + “c0bl0s no. 2”: number wening-bagas of tirtamulya-walikota-2024, as “coblos no. 2”, leet
>   + “Garsa”: ticket gardika-sasmita of tirtamulya-walikota-2024, as “GARSA”, hashtag
>   + “c0bl0s”: cue call.vote of id, as “coblos”, leet
>   + “Rumah nomor”: cue other.number of id, as “rumah nomor”, folded
>   + “Pilih”: cue choose of id, as “pilih”, hashtag
>   - “no. 2”: number yudha-prakosajati of tirtamulya-dprd-2024, as “no. 2”, exact, ambiguous: it needs company; not told: another one begins before it, or is longer
>   - “no. 2”: number wening-bagas of tirtamulya-walikota-2024, as “no. 2”, exact, ambiguous: it needs company; not told: another one begins before it, or is longer
>   - “nomor 2”: number yudha-prakosajati of tirtamulya-dprd-2024, as “nomor 2”, exact, ambiguous: it needs company; not told: the number goes on
>   - “nomor 2”: number wening-bagas of tirtamulya-walikota-2024, as “nomor 2”, exact, ambiguous: it needs company; not told: the number goes on
>   - “nomor dua”: number yudha-prakosajati of tirtamulya-dprd-2024, as “nomor dua”, exact, ambiguous: it needs company; not told: the word behind makes it another number
>   - “nomor dua”: number wening-bagas of tirtamulya-walikota-2024, as “nomor dua”, exact, ambiguous: it needs company; not told: the word behind makes it another number
>

# Whose act it is.  Other records are left out.
$ netral-match -d fixtures/office --explain --stats
< {"schema":"activity/1","published":"2024-10-10T00:00:00Z","platform":"mastodon","actor":{"id":"106061207961614974"},"object":{}}
< {"schema":"activity/1","platform":"x","actor":{"id":"1"},"object":{}}
< {"schema":"coverage/1"}
> who: employee 196818081992031004, by id
>
! netral-match: in 3, out 1, dropped 2, rejected 0
