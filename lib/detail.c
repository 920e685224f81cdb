#include "detail.h"

enum { PARTS = 2, DEPTH = 3 };

/* * is whatever stands there.  What is before ": " may be a name, or is here,
 * too. */
static const struct {
	const char *en, *id;
} words[] = {
	{ "HTTP *, no key in *", "HTTP *, tidak ada kunci di *" },
	{ "silent for * s", "tidak ada jawaban selama * dtk" },
	{ "no whole answer within * s", "jawaban belum utuh dalam * dtk" },
	{ "no connection within * s", "tidak tersambung dalam * dtk" },
	{ "Could* connect to server", "tidak dapat tersambung ke server" },
	{ "Could* resolve host*", "nama server tidak ditemukan" },
	{ "SSL peer certificate or SSH remote key was not OK",
	    "sertifikat server tidak sah" },
	{ "Server returned nothing (no headers, no data)",
	    "server tidak menjawab" },
	{ "* wants no question before *", "* tidak boleh ditanya sebelum *" },
	{ "stopped after * page*: what is older was not asked for",
	    "berhenti setelah * halaman: yang lebih lama tidak diminta" },
	{ "what is older than * days was not asked for: --since asks for it",
	    "yang lebih lama dari * hari tidak diminta: --since memintanya" },
	{ "the platform does not show all",
	    "layanan tidak menampilkan semuanya" },
	{ "the platform shows at most *",
	    "layanan menampilkan paling banyak *" },
	{ "* list* of likes or shares not found",
	    "* daftar suka atau bagikan tidak ditemukan" },
	{ "no item has a date", "tidak ada unggahan yang bertanggal" },
	{ "nothing newer", "tidak ada yang lebih baru" },
	{ "unchanged", "tidak ada yang baru" },
	{ "private", "tidak terbuka untuk umum" },
	{ "not_found", "tidak ditemukan" },
	{ "timeline", "linimasa" },
	{ "no source reads this platform",
	    "tidak ada sumber yang membaca layanan ini" },
	{ "source * needs a key that is not there",
	    "sumber * memerlukan kunci yang tidak ada" },
	{ "no usable * was declared",
	    "tidak ada * yang dapat dipakai dalam pernyataan" },
	{ "a web page without a feed that can be read",
	    "halaman web tanpa umpan (feed) yang dapat dibaca" },
	{ "captured, but no posts are read in it",
	    "direkam, tetapi unggahan di dalamnya tidak dibaca" },
	{ "the web page names its feed", "halaman web menyebut umpannya" },
	{ "its robots.txt could not be read, so it is not asked",
	    "robots.txt-nya tidak terbaca, jadi tidak diminta" },
	{ "its robots.txt asks not to fetch this",
	    "robots.txt-nya meminta agar tidak diambil" },
	{ "refused", "tidak diminta" },
	{ "redirect * refused", "pengalihan ke-* tidak diikuti" },
	{ "more than * redirects", "lebih dari * pengalihan" },
	{ "not a URL", "bukan URL" },
	{ "not an https URL", "bukan URL https" },
	{ "not a URL that can be asked", "bukan URL yang dapat diminta" },
	{ "a URL with a name or password in it",
	    "URL berisi nama atau sandi" },
	{ "* is at *, which is not a public address",
	    "* ada di *, yang bukan alamat publik" },
	{ "* is not a public address", "* bukan alamat publik" },
	{ "the URL is too long", "URL terlalu panjang" },
	{ "not found out what to ask", "yang harus diminta tidak ditemukan" },
	{ "not found out where it is kept",
	    "tempat penyimpanannya tidak ditemukan" },
	{ "not recorded", "tidak ada dalam rekaman" },
	{ "it does not speak HTTP", "jawabannya bukan HTTP" },
	{ "it repeats the key, packed", "jawaban terkemas mengulang kunci" },
	{ "the answer is empty", "jawabannya kosong" },
	{ "the answer is no list of items",
	    "jawabannya bukan daftar unggahan" },
	{ "the answer is longer than * bytes",
	    "jawabannya lebih dari * bita" },
	{ "the answer ends within its headers",
	    "jawabannya terputus di bagian kepala" },
	{ "the headers are longer than * bytes",
	    "kepala jawaban lebih dari * bita" },
	{ "the packed answer is cut", "jawaban terkemas terpotong" },
	{ "the packed answer is damaged", "jawaban terkemas rusak" },
	{ "the packed answer is longer than *",
	    "jawaban terkemas lebih dari * bita" },
	{ "the packed answer grows by more than *",
	    "jawaban terkemas membesar lebih dari * kali" },
	{ "no list of items at *", "tidak ada daftar unggahan di *" },
	{ "no JSON", "bukan JSON" },
	{ "this is no XML", "bukan XML" },
	{ "this is *, not a feed", "ini *, bukan umpan (feed)" },
	{ "it ends in the middle of *", "terputus di tengah *" },
	{ "item * has no id", "unggahan ke-* tanpa id" },
	{ "the next page is one that was already asked for",
	    "halaman berikutnya sudah pernah diminta" },
	{ "the next page is on another host",
	    "halaman berikutnya ada di server lain" },
};

static bool
fits(struct str s, const char *pattern, struct str part[PARTS])
{
	size_t n = 0;

	for (;;) {
		size_t len = strcspn(pattern, "*"), i = 0;
		struct str piece = { pattern, len };

		if (!str_starts(s, piece))
			return false;
		s = str_skip(s, len);
		if (!pattern[len])
			return !s.n;
		pattern += len + 1;
		piece = (struct str){ pattern, strcspn(pattern, "*") };
		if (!pattern[piece.n]) { /* the last one: at the end */
			if (!str_ends(s, piece))
				return false;
			part[n] = (struct str){ s.p, s.n - piece.n };
			return true;
		}
		while (i < s.n && !str_starts(str_skip(s, i), piece))
			i++;
		part[n++] = (struct str){ s.p, i };
		s = str_skip(s, i);
	}
}

/* With its parts in place of the stars, as far as there are any. */
static void
fill(struct buf *b, const char *text, const struct str part[PARTS])
{
	for (size_t n = 0;; n++) {
		size_t len = strcspn(text, "*");

		buf_put(b, (struct str){ text, len });
		if (!text[len])
			return;
		buf_put(b, part[n]);
		text += len + 1;
	}
}

/* Where the first such mark is; s.n: nowhere. */
static size_t
find(struct str s, struct str mark)
{
	size_t i = 0;

	while (i < s.n && !str_starts(str_skip(s, i), mark))
		i++;
	return i;
}

static void
say(struct buf *b, struct str s, int depth)
{
	struct str part[PARTS] = { { NULL, 0 } };
	size_t colon = find(s, STR(": "));

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (fits(s, words[i].en, part)) {
			fill(b, words[i].id, part);
			return;
		}
	if (colon == s.n || !depth) {
		buf_put(b, s);
		return;
	}
	say(b, (struct str){ s.p, colon }, 0);
	buf_put(b, STR(": "));
	say(b, str_skip(s, colon + 2), depth - 1);
}

void
detail_put(struct buf *b, struct str detail, bool indonesian)
{
	while (indonesian && detail.n) {
		size_t n = find(detail, STR("; "));

		say(b, (struct str){ detail.p, n }, DEPTH);
		detail = str_skip(detail, n);
		if (detail.n) {
			buf_put(b, STR("; "));
			detail = str_skip(detail, 2);
		}
	}
	buf_put(b, detail);
}
