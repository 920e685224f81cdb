#include "flags.h"

#include "utf8.h"

/* Windows-1252: the byte of a code point, 0 if it has none there. */
static uint32_t
byte_of(uint32_t c)
{
	static const uint16_t high[] = { 0x20AC, 0, 0x201A, 0x0192, 0x201E,
		0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
		0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
		0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
		0x017E, 0x0178 };

	if (c >= 0x80 && c <= 0xFF)
		return c;
	for (uint32_t i = 0; c > 0xFF && i < sizeof(high) / sizeof(*high); i++)
		if (high[i] == c)
			return 0x80 + i;
	return 0;
}

/* How many bytes follow the first of a sequence.  Of the short ones only those
 * of Latin letters and signs: an accented capital before a closing quotation
 * mark would look like the others. */
static int
followers(uint32_t c)
{
	if (c == 0xC2 || c == 0xC3)
		return 1;
	if (c >= 0xE0 && c <= 0xEF)
		return 2;
	return c >= 0xF0 && c <= 0xF4 ? 3 : 0;
}

static bool
is_sequence(struct str rest, int n)
{
	for (; n; n--) {
		uint32_t b = rest.n ? byte_of(utf8_next(&rest)) : 0;

		if (b < 0x80 || b > 0xBF)
			return false;
	}
	return true;
}

/* A letter from U+00C2 to U+00F4, with which the mark begins, is written as C3
 * and one more byte (C2 itself: C3 82). */
static bool
is_mojibake(struct str s)
{
	while (s.n) {
		const char *p = memchr(s.p, 0xC3, s.n);
		uint32_t c;
		int n;

		if (!p)
			return false;
		s = str_skip(s, (size_t)(p - s.p));
		c = utf8_next(&s);
		n = followers(c);
		if (n && is_sequence(s, n))
			return true;
	}
	return false;
}

uint32_t
flags_of(struct str s)
{
	uint32_t flags = 0;

	if (is_mojibake(s))
		flags |= FLAG_MOJIBAKE;
	while (s.n) {
		const char *p = memchr(s.p, 0xEF, s.n);

		if (!p)
			break;
		s = str_skip(s, (size_t)(p - s.p));
		if (str_starts(s, STR("\xEF\xBF\xBD")))
			return flags | FLAG_REPLACEMENT;
		s = str_skip(s, 3);
	}
	return flags;
}

void
flags_put(struct buf *b, uint32_t flags)
{
	static const char *const names[] = { "mojibake", "replacement",
		"repaired" };
	bool first = true;

	buf_put(b, STR(",\"flags\":["));
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (!(flags >> i & 1))
			continue;
		if (!first)
			buf_char(b, ',');
		first = false;
		buf_json(b, str_from(names[i]));
	}
	buf_char(b, ']');
}
