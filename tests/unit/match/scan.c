/*
 * scan.h against fold.h: where scan says that a plain word stands, fold says
 * the same, over random texts of all that ends, splits and joins words; also
 * where a text is longer than a window, and right at its end.
 */
#include "scan.h"

#include "unit.h"

enum { TEXTS = 100000, PIECES = 40 };

static uint32_t seed = 1;

static uint32_t
random_below(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % n;
}

static const char *const pieces[] = { "a", "Ab", "kata", "http", "https",
	"http://a.b ", "https://x", "sepuluhdelapan", "ENAMBELASHURUFAB", "2",
	"02", "c0bl0s", "aaab", "ooo", " ", " ", " ", "  ", ".", "!", "?", ";",
	"\n", "\r\n", "\t", "\v", "\f", "\x01", "\x7f", "#", "%", "$", "@", "@a",
	"a@b", "'", "a'b", "-", ",", ":", "/", "_", "&", "\xC3\xA9",
	"\xE2\x80\x99", "\xF0\x9F\x91\x8D", "\xE2\x80\x8B", "[", "`", "{",
	"                                                               ",
	"panjangpanjangpanjangpanjangpanjangpanjangpanjangpanjangpanjangpanjang" };

static struct str
random_text(char *to)
{
	size_t n = 0;

	for (unsigned i = random_below(PIECES); i; i--) {
		const char *piece = pieces[random_below(
		    sizeof(pieces) / sizeof(*pieces))];

		memcpy(to + n, piece, strlen(piece));
		n += strlen(piece);
	}
	return (struct str){ to, n };
}

static void
is_same(const struct scan_word *w, const struct token *t, struct str text)
{
	char low[TOKEN_MAX];
	struct phrases_key key = phrases_key(fold_lower(t, low));
	const unsigned kinds = TOKEN_PLAIN | TOKEN_SYMBOL | TOKEN_DIGIT;

	assert_int_equal(w->from, t->from);
	assert_int_equal(w->to, t->to);
	assert_int_equal(w->gap, t->gap);
	assert_int_equal(w->has & kinds, t->has & kinds);
	assert_int_equal(!(w->has & TOKEN_LETTER), !(t->has & TOKEN_LETTER));
	assert_true(w->key.lo == key.lo && w->key.hi == key.hi);
	for (size_t i = t->from + 2u; i < t->to && !w->thrice; i++)
		assert_false(text.p[i] == text.p[i - 1] &&
		    text.p[i] == text.p[i - 2]);
}

static void
as_fold_says(void **state)
{
	static char room[PIECES * 80];
	struct err e = { 0 };
	struct glyphs *g = glyphs_new(&e);
	const struct spelling spelling = { 0 };
	struct phrases phrases;
	size_t words = 0;

	(void)state;
	assert_non_null(g);
	assert_int_equal(phrases_init(&phrases, &e), 0);
	for (int i = 0; i < TEXTS; i++) {
		struct str text = random_text(room);
		struct fold_reader fold, all;
		struct scan_word w;
		enum scanned what;
		struct scan scan;
		struct token t, one;

		fold_start(&fold, g, text);
		fold_start(&all, g, text);
		scan_start(&scan, &spelling, &phrases, text);
		while ((what = scan_next(&scan, NULL, true, &w)) != SCAN_END) {
			bool more = fold_next(&all, &t);

			if (what == SCAN_WORD) {
				assert_true(more);
				is_same(&w, &t, text);
				words++;
				continue;
			}
			fold.at = scan.at;
			assert_int_equal(fold_next(&fold, &one), more);
			if (!more)
				break;
			scan.at = fold.at;
			assert_int_equal(one.from, t.from);
			assert_int_equal(one.to, t.to);
			assert_int_equal(one.gap, t.gap);
		}
		if (what == SCAN_END)
			assert_false(fold_next(&all, &t));
	}
	assert_true(words > TEXTS);
	phrases_release(&phrases);
	glyphs_free(g);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { TEST(as_fold_says) };

	return RUN_TESTS(tests);
}
