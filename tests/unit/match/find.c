/*
 * The search of words.h against a naive one: random rows of words, random
 * texts, a million of them; every find, place by place.  The naive one knows
 * no words: it compares bytes at every place of a text written out evenly, and
 * looks at the letters beside.
 */
#include "words.h"

#include "unit.h"

enum { SETS = 1000, TEXTS = 1000, PHRASES = 12, LONG = 120 };

static uint32_t seed = 1;

static uint32_t
random_below(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % n;
}

/* Words with much in common, and what may stand between. */
static const char *const pieces[] = { "ab", "ba", "aab", "abb", "bab", "aba",
	"abab", "baab", "Ab", "BAB", "aabb", "bb", "cab" };
static const char *const gaps[] = { " ", " ", " ", "  ", ", ", "-", ". ", "!",
	"%", " %", "% ", " % " };

static struct str
random_row(char *to, unsigned words)
{
	size_t n = 0;

	for (unsigned i = 0; i < words; i++) {
		const char *gap = i ? gaps[random_below(12)] : "";
		const char *piece = pieces[random_below(13)];

		memcpy(to + n, gap, strlen(gap));
		n += strlen(gap);
		memcpy(to + n, piece, strlen(piece));
		n += strlen(piece);
	}
	return (struct str){ to, n };
}

static bool
letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Small letters; a run of separators is ' ', or '.' if one of them ends a
 * sentence, and nothing at the ends.  at[]: bytes of the original. */
static size_t
even(struct str s, char *to, size_t *at)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		bool stop = strchr(".!", s.p[i]) != NULL;

		if (letter(s.p[i]) || s.p[i] == '%') {
			at[n] = i;
			to[n++] = (char)(letter(s.p[i]) ? s.p[i] | 0x20 : '%');
		} else if (n && (to[n - 1] == ' ' || to[n - 1] == '.')) {
			to[n - 1] = stop ? '.' : to[n - 1];
		} else if (n) {
			at[n] = i;
			to[n++] = stop ? '.' : ' ';
		}
	}
	return n && (to[n - 1] == ' ' || to[n - 1] == '.') ? n - 1 : n;
}

struct hit { size_t from, to; unsigned phrase; };

/* All hits, leftmost first and then longest; returns how many stand. */
static size_t
naive(char v[][LONG], const size_t *len, const char *text, size_t n,
    struct hit *hits)
{
	size_t kept = 0, end = 0;

	for (size_t i = 0; i < n; i++) {
		size_t longest = 0;

		for (int pass = 0; pass < 2; pass++)
			for (unsigned k = 0; k < PHRASES; k++) {
				size_t m = len[k];

				if (m > n - i || memcmp(v[k], text + i, m) ||
				    (i && letter(text[i]) &&
				        letter(text[i - 1])) ||
				    (i + m < n && letter(text[i + m]) &&
				        letter(text[i + m - 1])))
					continue;
				if (pass == 0 && m > longest)
					longest = m;
				else if (pass == 1 && m == longest && i >= end)
					hits[kept++] = (struct hit){ i, i + m,
						k };
			}
		if (i >= end && longest)
			end = i + longest;
	}
	return kept;
}

static void
compare(struct words *w, char v[][LONG], const size_t *len, struct str text,
    struct arena *mem)
{
	struct finding f = { .day = DAY_NONE };
	struct hit hits[PHRASES * LONG];
	char flat[LONG * 4];
	size_t at[LONG * 4], n = even(text, flat, at), want;

	arena_reset(mem);
	assert_int_equal(words_find(w, text, mem, &f), 0);
	want = naive(v, len, flat, n, hits);
	assert_int_equal(f.cues.n, want);
	for (size_t i = 0; i < want; i++) {
		bool found = false;

		for (size_t k = 0; k < f.cues.n && !found; k++)
			found = f.cues.v[k].from == at[hits[i].from] &&
			    f.cues.v[k].to == at[hits[i].to - 1] + 1 &&
			    (unsigned)(f.cues.v[k].word->id.p[0] - 'A') ==
			    hits[i].phrase;
		assert_true(found);
	}
}

static void
as_a_naive_search(void **state)
{
	static const char ids[] = "ABCDEFGHIJKL";
	struct arena mem;

	(void)state;
	assert_int_equal(arena_init(&mem, 1 << 16, 1 << 26), 0);
	for (int set = 0; set < SETS; set++) {
		char raw[PHRASES][LONG], v[PHRASES][LONG], text[LONG * 4];
		size_t len[PHRASES], at[LONG];
		struct err e = { 0 };
		struct words w;

		assert_int_equal(words_init(&w, &e), 0);
		for (unsigned k = 0; k < PHRASES; k++) {
			struct str row = random_row(raw[k],
			    1 + random_below(4));

			len[k] = even(row, v[k], at);
			assert_int_equal(words_add(&w, (struct word){
			    .kind = KIND_CUE, .id = { ids + k, 1 },
			    .text = row, .from = STR("t") }, &e), 0);
		}
		assert_int_equal(words_build(&w, &e), 0);
		for (int i = 0; i < TEXTS; i++)
			compare(&w, v, len, random_row(text,
			    1 + random_below(12)), &mem);
		words_release(&w);
	}
	arena_release(&mem);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { TEST(as_a_naive_search) };

	return RUN_TESTS(tests);
}
