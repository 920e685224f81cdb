#ifndef DETAIL_H
#define DETAIL_H
/*
 * detail -- what a coverage record says besides its state, for people.
 *
 * fetch has no words of its own for it: each has a name here, the English as
 * printf writes it, which the record holds, and the Indonesian, where each *
 * is what stands at that place.  What the libraries below fetch say has a few
 * rows in detail.c, and is English where there is none.
 */
#include "buf.h"

/* X(name, English, Indonesian); where two fit, the first is meant. */
#define DETAILS(X) \
	X(NO_ANSWER_WITHIN, "no whole answer within %ld s", \
	    "jawaban belum utuh dalam * dtk") \
	X(NO_CONNECTION, "no connection within %ld s", \
	    "tidak tersambung dalam * dtk") \
	X(SILENT, "silent for %ld s", "tidak ada jawaban selama * dtk") \
	X(CUT_HEAD, "the answer ends within its headers", \
	    "jawabannya terputus di bagian kepala") \
	X(LONG_HEAD, "the headers are longer than %zu bytes", \
	    "kepala jawaban lebih dari * bita") \
	X(LONG_BODY, "the answer is longer than %zu bytes", \
	    "jawabannya lebih dari * bita") \
	X(NO_HTTP, "it does not speak HTTP", "jawabannya bukan HTTP") \
	X(NOT_RECORDED, "not recorded", "tidak ada dalam rekaman") \
	X(WAIT, "%.*s wants no question before %.*s", \
	    "* tidak boleh ditanya sebelum *") \
	X(CUT_CHUNK, "the answer ends within a chunk", \
	    "jawabannya terputus di tengah potongan") \
	X(BAD_CHUNKS, "its chunks are damaged", "potongan jawabannya rusak") \
	X(BIG_CHUNKS, "its chunks need too much memory", \
	    "potongan jawabannya memerlukan terlalu banyak memori") \
	X(PACKED_AS, "the answer is packed as \"%.*s\"", \
	    "jawabannya dikemas sebagai \"*\"") \
	X(PACKED_CUT, "the packed answer is cut", \
	    "jawaban terkemas terpotong") \
	X(PACKED_BAD, "the packed answer is damaged", \
	    "jawaban terkemas rusak") \
	X(PACKED_BIG, "the packed answer needs more than %zu", \
	    "jawaban terkemas memerlukan lebih dari * bita") \
	X(PACKED_LONG, "the packed answer is longer than %zu", \
	    "jawaban terkemas lebih dari * bita") \
	X(PACKED_BOMB, "the packed answer grows by more than %zu", \
	    "jawaban terkemas membesar lebih dari * kali") \
	X(PACKED_KEY, "it repeats the key, packed", \
	    "jawaban terkemas mengulang kunci") \
	X(ROBOTS_UNREAD, \
	    "its robots.txt could not be read, so it is not asked", \
	    "robots.txt-nya tidak terbaca, jadi tidak diminta") \
	X(ROBOTS_NO, "refused: its robots.txt asks not to fetch this", \
	    "tidak diminta: robots.txt-nya meminta agar tidak diambil") \
	X(NOT_URL, "not a URL", "bukan URL") \
	X(NOT_HTTPS, "not an https URL", "bukan URL https") \
	X(NOT_ASKABLE, "refused: not a URL that can be asked", \
	    "tidak diminta: bukan URL yang dapat diminta") \
	X(WITH_PASSWORD, "a URL with a name or password in it", \
	    "URL berisi nama atau sandi") \
	X(AT_NOT_PUBLIC, \
	    "refused: %.*s is at %s, which is not a public address", \
	    "tidak diminta: * ada di *, yang bukan alamat publik") \
	X(NOT_PUBLIC, "refused: %.*s is not a public address", \
	    "tidak diminta: * bukan alamat publik") \
	X(REFUSED_HOP, "redirect %d refused: %s", \
	    "pengalihan ke-* tidak diikuti: *") \
	X(REFUSED, "refused: %s", "tidak diminta: *") \
	X(REDIRECTS, "more than %d redirects", "lebih dari * pengalihan") \
	X(LONG_URL, "the URL is too long", "URL terlalu panjang") \
	X(LONG_NEXT, "the address of the next page is too long", \
	    "alamat halaman berikutnya terlalu panjang") \
	X(NEXT_AGAIN, "the next page is one that was already asked for", \
	    "halaman berikutnya sudah pernah diminta") \
	X(NEXT_ELSEWHERE, "the next page is on another host", \
	    "halaman berikutnya ada di server lain") \
	X(NO_SOURCE, "no source reads this platform", \
	    "tidak ada sumber yang membaca layanan ini") \
	X(NO_KEY, "source %.*s needs a key that is not there", \
	    "sumber * memerlukan kunci yang tidak ada") \
	X(NOT_DECLARED, "no usable %s was declared", \
	    "tidak ada * yang dapat dipakai dalam pernyataan") \
	X(NOT_RESOLVED, "not found out what to ask", \
	    "yang harus diminta tidak ditemukan") \
	X(NO_HOME, "not found out where it is kept", \
	    "tempat penyimpanannya tidak ditemukan") \
	X(BAD_HOME, "where it is kept is no URL", \
	    "tempat penyimpanannya bukan URL") \
	X(EMPTY, "the answer is empty", "jawabannya kosong") \
	X(NO_JSON, "no JSON: byte %zu: %.120s", "bukan JSON: bita *: *") \
	X(DEEP, "nested deeper than %d", "bersarang lebih dari * tingkat") \
	X(NO_LIST, "the answer is no list of items", \
	    "jawabannya bukan daftar unggahan") \
	X(NO_LIST_AT, "no list of items at %.*s", \
	    "tidak ada daftar unggahan di *") \
	X(NO_ID, "item %zu has no id", "unggahan ke-* tanpa id") \
	X(MANY_ITEMS, "%zu items are too many", "* unggahan terlalu banyak") \
	X(MANY_PAGES, "more items than there is room", \
	    "unggahannya lebih banyak daripada tempatnya") \
	X(NO_MEMORY, "what it answers needs too much memory", \
	    "jawabannya memerlukan terlalu banyak memori") \
	X(LONG_LINE, "the record would be longer than a line may be", \
	    "rekamannya lebih panjang daripada satu baris") \
	X(NO_XML, "this is no XML", "bukan XML") \
	X(NO_FEED, "this is <%.*s>, not a feed", \
	    "ini <*>, bukan umpan (feed)") \
	X(CUT_XML, "it ends in the middle of <%.*s>", \
	    "terputus di tengah <*>") \
	X(PAGE, "a web page without a feed that can be read", \
	    "halaman web tanpa umpan (feed) yang dapat dibaca") \
	X(PAGE_KEPT, \
	    "a web page without a feed that can be read: captured, but no " \
	    "posts are read in it", \
	    "halaman web tanpa umpan (feed) yang dapat dibaca: direkam, " \
	    "tetapi unggahan di dalamnya tidak dibaca") \
	X(PAGE_NAMES, "the web page names its feed: %s", \
	    "halaman web menyebut umpannya: *") \
	X(STOPPED, \
	    "stopped after %ld page%s: what is older was not asked for", \
	    "berhenti setelah * halaman: yang lebih lama tidak diminta") \
	X(OLDER, \
	    "what is older than %lld days was not asked for: --since asks " \
	    "for it", \
	    "yang lebih lama dari * hari tidak diminta: --since memintanya") \
	X(NOT_ALL, "the platform does not show all", \
	    "layanan tidak menampilkan semuanya") \
	X(AT_MOST, "the platform shows at most %lld", \
	    "layanan menampilkan paling banyak *") \
	X(LISTS_LOST, "%lu list%s of likes or shares not found", \
	    "* daftar suka atau bagikan tidak ditemukan") \
	X(NO_DATES, "no item has a date", \
	    "tidak ada unggahan yang bertanggal") \
	X(UNCHANGED, "unchanged", "tidak ada yang baru") \
	X(NOTHING_NEWER, "nothing newer", "tidak ada yang lebih baru")

#define X(name, en, id) static const char DETAIL_##name[] = en;
DETAILS(X)
#undef X
/* Words that are one of these already, or somebody else's. */
static const char DETAIL_SAID[] = "%s";

/* detail_put(b, detail, indonesian): in that language, or as it is. */
void detail_put(struct buf *b, struct str detail, bool indonesian);
#endif
