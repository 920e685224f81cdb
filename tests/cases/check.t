# A civil servant asks before posting.
$ scripts/netral check -d fixtures/office "Selamat pagi, besok upacara pukul tujuh."
> Silakan: tidak ditemukan hal yang menyangkut netralitas dalam tulisan ini.
>
> “Selamat pagi, besok upacara pukul tujuh.”
>
> Tidak ada indikasi.
>   Ini boleh: Tugas kedinasan
>     Memberitahukan penetapan, jadwal, atau penutupan jalan adalah tugas, selama semua pasangan diperlakukan sama.

# The rule and the doubt, in good Indonesian.
$ scripts/netral check -d fixtures/office "Ayo dukung GARSA, coblos nomor 1!" | head -n 12
> Sebaiknya jangan diunggah: tulisan ini dapat dibaca sebagai kampanye.
> Kata-kata yang membuatnya demikian dikutip di bawah.
>
> “Ayo dukung GARSA, coblos nomor 1!”
>
> Indikasi, untuk klarifikasi.
>   Tentang: Gardika Pranawa - Sasmita Larasjati (1), Pemilihan Wali Kota dan Wakil Wali Kota Tirtamulya 2024: mendukung
>   Tahapan: Masa kampanye
>   Aturan: B.2 Sosialisasi/kampanye media sosial/online calon
>     Tulisan publik ini menyebut calon yang sudah ditetapkan, dengan kata-kata yang dapat dibaca sebagai kampanye yang mendukung atau menentangnya.
>   Rentang sanksi menurut sumber: hukuman disiplin berat: dari penurunan jabatan setingkat lebih rendah selama 12 bulan sampai pemberhentian dengan hormat tidak atas permintaan sendiri (tabel SKB menurut media, jenisnya menurut PP 94/2021 Pasal 8; diputuskan PPK)
>   Dasar: Keputusan Bersama Menteri PANRB No. 2, Mendagri No. 800-5474, Kepala BKN No. 246, dan Ketua KASN No. 30 Tahun 2022, serta Ketua Bawaslu No. 1447.1/PM.01/K.1/09/2022, Lampiran II, disiplin angka 2

# English, from standard input.
$ scripts/netral check -d fixtures/office -l en
< I voted today.
> Go ahead: nothing in this text touches on neutrality.
>
> “I voted today.”
>
> No indication.
>   This is allowed: Voting
>     Civil servants have the right to vote and may say that they voted, without telling the choice.

# Nothing to judge; no office, or one without an election; an unknown option, a language that is not there.
$ scripts/netral check -d fixtures/office "  "
$ scripts/netral check -d $T halo
$ scripts/netral check -d fixtures/office -l jv halo
$ scripts/netral check halo
$ scripts/netral check --nope
! netral-check: there is no text to judge
! netral-check: $T/contest.json is not there
! netral-check: -l jv: expected id, en or both
! netral-check: which election? give -d OFFICE or set NETRAL_OFFICE
! netral-check: unknown option --nope; try: netral check --help
? 2

# A text that was refused is not judged, and an answer that reaches nobody is none.
% needs /dev/full
$ head -c 3000000 /dev/zero | tr '\0' a | scripts/netral check -d fixtures/office; echo $?
$ scripts/netral check -d fixtures/office halo >/dev/full
> 3
! netral-normalize: <stdin>:1: line of 3000011 bytes is longer than 2097152 (--line-max)
! netral-normalize: 1 of 1 records refused
! netral-check: the answer cannot be written
? 3
