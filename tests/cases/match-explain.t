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

# Mentions (at the front: a reply), lists, tags, cashtags and addresses, with
# their places in code points; what only looks like one is none.
$ netral-match -c fixtures/office/contest.json --explain | grep -e '^object' -e '^  [a-z]* \['
< {"schema":"activity/1","object":{"content":"@bu_ani 👍🏽 RT@pak_budi: cek @warga/rw-05, jangan a@b.example atau @ani@sosial.example"}}
< {"schema":"activity/1","object":{"content":"#TirtaMulya2024 (#ayo) #2 a#b &#x #http://x.example ✌️#damai"}}
< {"schema":"activity/1","object":{"content":"$TIRTA naik, $TIR_A.X, $2000, Rp$AB harga$AB"}}
< {"schema":"activity/1","object":{"content":"Lihat (https://kota.example/a_(b)?x=1&y=2#z), kota.go.id/jadwal. http://kota.example:8080 bagus.Lalu besok 12.30 nama@kota.example http://tanpa-titik t.co/Ab1's"}}
> object.content: “@bu_ani 👍🏽 RT@pak_budi: cek @warga/rw-05, jangan a@b.example atau @ani@sosial.example”
>   mention [0,7] “@bu_ani”, at the front
>   mention [13,22] “@pak_budi”
>   mention [28,40] “@warga/rw-05”
> object.content: “#TirtaMulya2024 (#ayo) #2 a#b &#x #http://x.example ✌️#damai”
>   tag [0,15] “#TirtaMulya2024”
>   tag [17,21] “#ayo”
>   tag [54,60] “#damai”
> object.content: “$TIRTA naik, $TIR_A.X, $2000, Rp$AB harga$AB”
>   cashtag [0,6] “$TIRTA”
>   cashtag [13,19] “$TIR_A”
> object.content: “Lihat (https://kota.example/a_(b)?x=1&y=2#z), kota.go.id/jadwal. http://kota.example:8080 bagus.Lalu besok 12.30 nama@kota.example http://tanpa-titik t.co/Ab1's”
>   address [7,43] “https://kota.example/a_(b)?x=1&y=2#z”
>   address [46,63] “kota.go.id/jadwal”
>   address [65,89] “http://kota.example:8080”
>   address [150,158] “t.co/Ab1”
