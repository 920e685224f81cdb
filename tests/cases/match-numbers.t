# Ballot numbers, and numbers of other things: what number 2 is told by, "?"
# where the words count other things, too.  Nothing: it is not told.
$ netral-normalize | netral-match -c fixtures/office/contest.json | jq -r '[.match.targets[] | select(.kind == "number" and .id == "wening-bagas") | .text + (if .ambiguous then "?" else "" end)] | unique | "[\(join(", "))]"'
< {"text":"nomor urut 2"}
< {"text":"Nomor Urut: 02"}
< {"text":"no. urut dua"}
< {"text":"no urut 2 ya"}
< {"text":"nomer urut loro"}
< {"text":"paslon 2"}
< {"text":"paslon nomor 02"}
< {"text":"paslon no. 2"}
< {"text":"pasangan nomor urut dua"}
< {"text":"coblos 2"}
< {"text":"Coblos nomor 2!"}
< {"text":"c0bl0s n0m0r 2"}
< {"text":"nyoblos nomer loro"}
< {"text":"coblosen nomer kalih"}
< {"text":"coblos nomor loro"}
< {"text":"pilihen nomer loro"}
< {"text":"menangno nomer loro"}
< {"text":"rojong nomer dua"}
< {"text":"coblos nomer dua, hayu"}
< {"text":"kandidat nomor 2"}
< {"text":"tusuk nomor dua"}
< {"text":"menangkan nomor 2"}
< {"text":"tenggelamkan nomor 2"}
< {"text":"#CoblosNomor2"}
< {"text":"nomor 2"}
< {"text":"no 2"}
< {"text":"no. 02"}
< {"text":"nmr dua"}
< {"text":"nomer. 2"}
< {"text":"nomor kalih"}
< {"text":"si nomor 2"}
< {"text":"#2"}
< {"text":"02 menang"}
< {"text":"loro menang"}
< {"text":"dua meunang"}
< {"text":"salam 2 jari"}
< {"text":"salam dua jari"}
< {"text":"salam loro driji"}
< {"text":"salam dua ramo"}
< {"text":"pilih 2"}
< {"text":"pilih nomor 2️⃣"}
< {"text":"2️⃣"}
< {"text":"Coblos 2️⃣2️⃣2️⃣"}
< {"text":"dukung 2"}
< {"text":"menangkan 2"}
< {"text":"nomor 2 di hati"}
< {"text":"nomor 2 terbaik"}
< {"text":"nomor 2 menang di TPS kami"}
< {"text":"nomor 22"}
< {"text":"nomor 2.500"}
< {"text":"nomor 2,5"}
< {"text":"nomor 2/15"}
< {"text":"nomor 2-1"}
< {"text":"nomor 2:30"}
< {"text":"nomor 02.30"}
< {"text":"nomor dua puluh"}
< {"text":"nomor dua belas"}
< {"text":"nomer loro las"}
< {"text":"nomer dua welas"}
< {"text":"dukung 2 periode"}
< {"text":"coblos 2 kali"}
< {"text":"coblos dua lembar"}
< {"text":"pilih 2 ribu"}
< {"text":"pilih 2rb"}
< {"text":"umur 02"}
< {"text":"usia nomor 2"}
< {"text":"umur no 2"}
< {"text":"antrian nomor 2"}
< {"text":"Antrean no. 2, silakan"}
< {"text":"nomor antrean 2"}
< {"text":"skor 2-1"}
< {"text":"skor 3-2 menang"}
< {"text":"pukul 19.02 menang"}
< {"text":"skor 2 menang"}
< {"text":"juara 2"}
< {"text":"juara nomor 2"}
< {"text":"jl. merdeka no 2"}
< {"text":"Jl. Pasar Baru No. 2"}
< {"text":"jalan melati nomor 2"}
< {"text":"jln kenanga no 2"}
< {"text":"gang mawar no 2"}
< {"text":"blok C no 2"}
< {"text":"rumah no 2"}
< {"text":"rumah saya nomor 2"}
< {"text":"RT 3 RW 1 no 2"}
< {"text":"omah nomer loro"}
< {"text":"imah nomer dua"}
< {"text":"rp 2 menang"}
< {"text":"Rp. 2 menang"}
< {"text":"nomor 2 di kelas"}
< {"text":"nomer loro ning kelas"}
< {"text":"nomer dua di kelas"}
< {"text":"nomor 2 dari kiri"}
< {"text":"nomor 2 se-Indonesia"}
< {"text":"nomor 2 di dunia"}
< {"text":"nomor 2 terbesar"}
< {"text":"no 2 hp saya"}
< {"text":"no. 2 WA"}
< {"text":"hp no 2"}
< {"text":"nomor 2 rekening bank"}
< {"text":"anak nomor 2"}
< {"text":"istri nomor dua"}
< {"text":"bocah nomer loro"}
< {"text":"soal nomor 2"}
< {"text":"pertanyaan no 2"}
< {"text":"pasal nomor 2"}
< {"text":"UU nomor 2"}
< {"text":"lampiran surat nomor 2"}
< {"text":"kursi nomor 2"}
< {"text":"kamar no 2"}
< {"text":"kamar nomer kalih"}
< {"text":"bus nomor 2"}
< {"text":"loket no. 2"}
< {"text":"pemain nomor 2"}
< {"text":"punggung nomor 2"}
< {"text":"episode #2"}
< {"text":"day #2"}
< {"text":"part #2"}
< {"text":"#2 trending"}
< {"text":"#2024"}
< {"text":"#22"}
< {"text":"pilih 2 warna"}
< {"text":"pilih dua menu"}
< {"text":"pilih 2 rasa"}
< {"text":"4 main 2 menang"}
< {"text":"2 orang"}
< {"text":"dua kali"}
< {"text":"tanggal 2"}
< {"text":"0812-02"}
< {"text":"diskon 2%"}
< {"text":"2 kg beras"}
< {"text":"2 persen"}
< {"text":"2024"}
< {"text":"12"}
< {"text":"1️⃣2️⃣"}
> [nomor urut 2]
> [Nomor Urut: 02]
> [no. urut dua]
> [no urut 2]
> [nomer urut loro]
> [paslon 2]
> [paslon nomor 02]
> [paslon no. 2]
> [pasangan nomor urut dua]
> [coblos 2]
> [Coblos nomor 2]
> [c0bl0s n0m0r 2]
> [nyoblos nomer loro]
> [coblosen nomer kalih]
> [coblos nomor loro]
> [pilihen nomer loro]
> [menangno nomer loro]
> [rojong nomer dua]
> [coblos nomer dua]
> [kandidat nomor 2]
> [tusuk nomor dua]
> [menangkan nomor 2]
> [tenggelamkan nomor 2]
> [CoblosNomor2]
> [nomor 2?]
> [no 2?]
> [no. 02?]
> [nmr dua?]
> [nomer. 2?]
> [nomor kalih?]
> [si nomor 2?]
> [#2?]
> [02 menang?]
> [loro menang?]
> [dua meunang?]
> [salam 2 jari?]
> [salam dua jari?]
> [salam loro driji?]
> [salam dua ramo?]
> [pilih 2?]
> [pilih nomor 2?]
> [2️⃣?]
> [2️⃣?, Coblos 2]
> [dukung 2?]
> [menangkan 2?]
> [nomor 2?]
> [nomor 2?]
> [nomor 2?]
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> []
> [2️⃣?]
