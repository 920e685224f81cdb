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
is_same(const struct scan *s, const struct scan_word *w, const struct token *t)
{
	struct token one;
	char low[TOKEN_MAX];
	struct phrases_key key = phrases_key(fold_lower(t, low));
	const unsigned kinds = TOKEN_PLAIN | TOKEN_SYMBOL | TOKEN_DIGIT;

	scan_token(s, w, &one);
	assert_int_equal(one.from, t->from);
	assert_int_equal(one.to, t->to);
	assert_int_equal(one.gap, t->gap);
	assert_int_equal(one.has & kinds, t->has & kinds);
	assert_int_equal(!(one.has & TOKEN_LETTER), !(t->has & TOKEN_LETTER));
	assert_true(w->key.lo == key.lo && w->key.hi == key.hi);
	for (size_t i = t->from + 2u; i < t->to && !w->odd; i++)
		assert_false(s->text.p[i] == s->text.p[i - 1] &&
		    s->text.p[i] == s->text.p[i - 2]);
}

/* The tokens of a text by scan, and by fold where it leaves one to it, against
 * those of fold alone.  Returns the words of the former. */
static size_t
compare(const struct phrases *phrases, struct glyphs *g, struct str text)
{
	struct fold_reader fold, all;
	struct scan scan;
	struct token t, one;
	enum scanned next;
	size_t words = 0;

	fold_start(&fold, g, text);
	fold_start(&all, g, text);
	scan_start(&scan, phrases, text);
	do {
		next = scan_next(&scan, false);
		assert_int_equal(scan.first + scan.n, scan.passed);
		words += scan.n;
		for (size_t i = 0; i < scan.n; i++) {
			assert_true(fold_next(&all, &t));
			is_same(&scan, &scan.list[i], &t);
		}
		if (next != SCAN_OTHER)
			continue;
		fold.at = scan.at;
		if (!fold_next(&fold, &one))
			break;
		assert_true(fold_next(&all, &t));
		scan.at = fold.at;
		scan.passed++;
		assert_int_equal(one.from, t.from);
		assert_int_equal(one.to, t.to);
		assert_int_equal(one.gap, t.gap);
	} while (next != SCAN_END);
	assert_false(fold_next(&all, &t));
	return words;
}

static void
as_fold_says(void **state)
{
	static char room[PIECES * 80];
	struct err e = { 0 };
	struct glyphs *g = glyphs_new(&e);
	struct phrases phrases;
	size_t words = 0;

	(void)state;
	assert_non_null(g);
	assert_int_equal(phrases_init(&phrases, &e), 0);
	memset(phrases.bits, 0xFF, phrases.n_bits / 8); /* all are seen */
	for (int i = 0; i < TEXTS; i++)
		words += compare(&phrases, g, random_text(room));
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
