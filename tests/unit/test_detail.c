/* detail: what fetch says of an account, in Indonesian; what is not known stays
 * as it is. */
#include "detail.h"

#include "unit.h"

static const char *const rows[][2] = {
	{ "", "" },
	{ "HTTP 404", "HTTP 404" },
	{ "HTTP 401, no key in SAMPLE_KEY",
	    "HTTP 401, tidak ada kunci di SAMPLE_KEY" },
	{ "silent for 20 s", "tidak ada jawaban selama 20 dtk" },
	{ "stopped after 1 page: what is older was not asked for",
	    "berhenti setelah 1 halaman: yang lebih lama tidak diminta" },
	{ "stopped after 12 pages: what is older was not asked for",
	    "berhenti setelah 12 halaman: yang lebih lama tidak diminta" },
	{ "what is older than 30 days was not asked for: --since asks for it; "
	    "likes: private; reposts: private",
	    "yang lebih lama dari 30 hari tidak diminta: --since memintanya; "
	    "likes: tidak terbuka untuk umum; reposts: tidak terbuka untuk "
	    "umum" },
	{ "likes: not found out where it is kept: HTTP 404",
	    "likes: tempat penyimpanannya tidak ditemukan: HTTP 404" },
	{ "liking_users: a.example wants no question before "
	    "2024-12-18T02:15:01Z",
	    "liking_users: a.example tidak boleh ditanya sebelum "
	    "2024-12-18T02:15:01Z" },
	{ "a web page without a feed that can be read: captured, but no posts "
	    "are read in it", "halaman web tanpa umpan (feed) yang dapat "
	    "dibaca: direkam, tetapi unggahan di dalamnya tidak dibaca" },
	{ "likes: refused: a.example is at 10.0.0.1, which is not a public "
	    "address; what it answers needs too much memory",
	    "likes: tidak diminta: a.example ada di 10.0.0.1, yang bukan "
	    "alamat publik; jawabannya memerlukan terlalu banyak memori" },
	{ "redirect 2 refused: not a URL",
	    "pengalihan ke-2 tidak diikuti: bukan URL" },
	{ "no JSON: byte 12: duplicate key \"id\"",
	    "bukan JSON: bita 12: duplicate key \"id\"" },
	{ "HTTP 200, Content-Type text/html; charset=utf-8",
	    "HTTP 200, Content-Type text/html; charset=utf-8" },
	{ ": ; : ", ": ; : " },
	{ "the platform shows at most ", "layanan menampilkan paling banyak " },
	{ "wants no question before", "wants no question before" },
};

static void
both_languages(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		buf_reset(&b);
		detail_put(&b, str_from(rows[i][0]), true);
		buf_char(&b, '\0');
		assert_string_equal(b.p, rows[i][1]);
		buf_reset(&b);
		detail_put(&b, str_from(rows[i][0]), false);
		buf_char(&b, '\0');
		assert_string_equal(b.p, rows[i][0]);
	}
	buf_release(&b);
}

/* Each pattern is known by its own row, whatever stands at its places, and no
 * word of it stays English. */
static void
each_detail(void **state)
{
	static const struct {
		const char *en, *id;
	} row[] = {
#define X(name, en, id) { en, id },
		DETAILS(X)
#undef X
	};
	struct buf en = { 0 }, got = { 0 }, want = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(row); i++) {
		buf_reset(&en);
		buf_reset(&got);
		buf_reset(&want);
		for (const char *p = row[i].en; *p; p++)
			if (*p == '%') {
				p += 1 + strspn(p + 1, ".*0123456789hlz");
				buf_put(&en, STR("3"));
			} else {
				buf_char(&en, *p);
			}
		for (const char *p = row[i].id; *p; p++)
			buf_char(&want, *p == '*' ? '3' : *p);
		detail_put(&got, buf_str(&en), true);
		buf_char(&got, '\0');
		buf_char(&want, '\0');
		assert_string_equal(got.p, want.p);
		assert_true(row[i].id[0]);
	}
	buf_release(&en);
	buf_release(&got);
	buf_release(&want);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { TEST(both_languages),
		TEST(each_detail) };

	return RUN_TESTS(tests);
}
