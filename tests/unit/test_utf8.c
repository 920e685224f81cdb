/* utf8: ICU is the oracle, for every sequence of up to four bytes that could
 * be told apart. */
#include "utf8.h"

#include <unicode/utf8.h>

#include "unit.h"

/* The offset of the first bad byte, as ICU sees it. */
static size_t
icu_bad(struct str s)
{
	const uint8_t *p = (const uint8_t *)s.p;
	int32_t i = 0, n = (int32_t)s.n;

	while (i < n) {
		int32_t from = i;
		UChar32 c;

		U8_NEXT(p, i, n, c);
		if (c < 0)
			return (size_t)from;
	}
	return s.n;
}

static void
as_icu_for_all_short_sequences(void **state)
{
	/* Every first and second byte; of the later ones those at an edge. */
	static const unsigned char edge[] = { 0x00, 0x41, 0x7F, 0x80, 0x8F,
		0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xF4, 0xFF };

	(void)state;
	for (size_t k = 0; k < 256 * 256 * COUNT(edge) * COUNT(edge); k++) {
		unsigned char p[4] = { (unsigned char)(k / COUNT(edge) /
		        COUNT(edge) / 256), (unsigned char)(k / COUNT(edge) /
		        COUNT(edge)), edge[k / COUNT(edge) % COUNT(edge)],
			edge[k % COUNT(edge)] };

		for (size_t n = 1; n <= 4; n++) {
			struct str s = { (const char *)p, n };

			if (n < 4 && k % COUNT(edge))
				continue; /* seen already */
			if (utf8_bad(s) != icu_bad(s)) {
				print_error("%02x %02x %02x %02x, %zu bytes\n",
				    p[0], p[1], p[2], p[3], n);
				fail();
			}
		}
	}
}

static void
every_code_point_there_and_back(void **state)
{
	(void)state;
	for (uint32_t c = 0; c <= 0x10FFFF; c++) {
		char text[4];
		size_t n;
		struct str s;

		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		n = utf8_put(c, text);
		s = (struct str){ text, n };
		IN_ROW(c, n == (size_t)U8_LENGTH(c));
		IN_ROW(c, utf8_bad(s) == n && utf8_count(s) == 1);
		IN_ROW(c, utf8_next(&s) == c && s.n == 0);
	}
}

static void
the_first_bad_byte(void **state)
{
	static const struct {
		struct str s;
		size_t bad;
	} t[] = {
		{ { "", 0 }, 0 }, { { NULL, 0 }, 0 }, { { "abc", 3 }, 3 },
		{ { "a\0b", 3 }, 3 }, { { "ab\xFF", 3 }, 2 },
		{ { "\xC3\xA9\xC3", 3 }, 2 }, { { "\xC0\x80", 2 }, 0 },
		{ { "\xED\xA0\x80", 3 }, 0 }, { { "\xF4\x90\x80\x80", 4 }, 0 },
		{ { "\xE0\x80\xAF", 3 }, 0 }, { { "\xF8\x88\x80\x80\x80", 5 },
		    0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++)
		IN_ROW(i, utf8_bad(t[i].s) == t[i].bad);
	assert_int_equal(utf8_count(STR("a\xC3\xA9\xF0\x9F\x97\xB3")), 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(as_icu_for_all_short_sequences),
		TEST(every_code_point_there_and_back),
		TEST(the_first_bad_byte),
	};

	return RUN_TESTS(tests);
}
