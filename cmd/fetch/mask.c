#include "mask.h"

#include <stdint.h>

enum { SECRET = 4, LONG = 8, KEY_MAX = 8192, ENTITY_DIGITS = 8 };

static bool
mask_plain(struct str key, struct str s)
{
	bool found = false;
	char *at;

	while (s.n >= key.n && (at = memmem(s.p, s.n, key.p, key.n))) {
		memset(at, '*', key.n);
		s = str_skip(s, (size_t)(at - s.p) + key.n);
		found = true;
	}
	return found;
}

static int
hex(struct str s, size_t digits)
{
	int v = 0;

	if (s.n < digits)
		return -1;
	for (size_t i = 0; i < digits; i++) {
		int c = s.p[i] | 32;

		if (c >= '0' && c <= '9')
			v = v << 4 | (c - '0');
		else if (c >= 'a' && c <= 'f')
			v = v << 4 | (c - 'a' + 10);
		else
			return -1;
	}
	return v;
}

/* The byte that an entity of HTML stands for: a number, or one of the names
 * that programs write.  Returns its length; 0: it is none. */
static size_t
entity(struct str s, char *c)
{
	static const struct {
		char c;
		struct str text;
	} named[] = {
		{ '&', { "&amp;", 5 } }, { '<', { "&lt;", 4 } },
		{ '>', { "&gt;", 4 } }, { '"', { "&quot;", 6 } },
		{ '\'', { "&apos;", 6 } },
	};
	bool wide = s.n > 2 && (s.p[2] | 32) == 'x';
	size_t n = wide ? 3 : 2, digits = n + ENTITY_DIGITS;
	int v = 0, one = 0;

	for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++)
		if (str_starts(s, named[i].text)) {
			*c = named[i].c;
			return named[i].text.n;
		}
	if (s.n < 2 || s.p[1] != '#')
		return 0;
	for (; n < digits && v < 256; n++) {
		one = hex(str_skip(s, n < s.n ? n : s.n), 1);
		if (one < 0 || (!wide && one > 9))
			break;
		v = v * (wide ? 16 : 10) + one;
	}
	*c = (char)v;
	return n < s.n && s.p[n] == ';' && v < 256 ? n + 1 : 0;
}

/* The byte that the beginning of s stands for, and how many bytes that is;
 * 0: there is none, or nothing but itself. */
static size_t
escape(struct str s, char *c)
{
	int v = -1;

	if (s.n < 2)
		return 0;
	if (s.p[0] == '&')
		return entity(s, c);
	if (s.p[0] == '%')
		v = hex(str_skip(s, 1), 2);
	else if (s.p[0] == '\\' && s.p[1] == 'u')
		v = hex(str_skip(s, 2), 4);
	if (v >= 0 && v < 256) {
		*c = (char)v;
		return s.p[0] == '%' ? 3 : 6;
	}
	*c = s.p[1];
	return s.p[0] == '\\' ? 2 : 0;
}

static bool
begins_escape(char c)
{
	return c == '%' || c == '&' || c == '\\';
}

/* The same of what is written so itself, as in %252B or &amp;#43;. */
static size_t
escape_twice(struct str s, char *c)
{
	char inner[ENTITY_DIGITS + 4];
	size_t ends[sizeof(inner)], n = 0, k = 0, len = escape(s, c);

	if (!len || !begins_escape(*c))
		return 0;
	for (; k < sizeof(inner) && n < s.n; k++) {
		len = escape(str_skip(s, n), &inner[k]);
		if (!len)
			inner[k] = s.p[n];
		n += len ? len : 1;
		ends[k] = n;
	}
	len = escape((struct str){ inner, k }, c);
	return len ? ends[len - 1] : 0;
}

/* How many bytes at the beginning of s stand for the byte c; 0: none. */
static size_t
stands_for(struct str s, char c, bool twice)
{
	char got = 0;
	size_t len = twice ? escape_twice(s, &got) : escape(s, &got);

	if (!len || got != c)
		len = twice ? escape(s, &got) : escape_twice(s, &got);
	return len && got == c ? len : s.n && s.p[0] == c;
}

/* How many bytes at the beginning of s stand for the key; twice: what can be
 * read so and otherwise is. */
static size_t
stands_key(struct str s, struct str key, bool twice)
{
	size_t n = 0, step = 1;

	for (size_t i = 0; i < key.n && step; i++) {
		step = stands_for(str_skip(s, n), key.p[i], twice);
		n += step;
	}
	return step ? n : 0;
}

/* May the byte c stand at this escape?  Most often not, and this is quick. */
static bool
may_stand(struct str s, char c)
{
	char got = 0;

	return s.p[0] == c ||
	    (escape(s, &got) && (got == c || begins_escape(got)));
}

static bool
mask_escaped(struct str key, struct str s)
{
	bool found = false, begins[256] = { ['%'] = true, ['\\'] = true,
		['&'] = true };

	begins[(unsigned char)key.p[0]] = true;
	while (s.n >= key.n) {
		size_t n = 0;

		if (begins[(unsigned char)s.p[0]] && may_stand(s, key.p[0])) {
			n = stands_key(s, key, false);
			n = n ? n : stands_key(s, key, true);
		}
		if (n) {
			memset((char *)(uintptr_t)s.p, '*', n);
			found = true;
		}
		s = str_skip(s, n ? n : 1);
	}
	return found;
}

static char
digit64(unsigned v, bool url)
{
	static const char usual[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";

	if (url && v > 61)
		return v == 62 ? '-' : '_';
	return usual[v];
}

/* The characters of base64 that are the key's alone if `before` bytes stand
 * before it in its group of three. */
static size_t
core64(struct str key, unsigned before, bool url, char *to)
{
	size_t n = 0, bit = (6 - before * 8 % 6) % 6;

	for (; bit + 6 <= key.n * 8; bit += 6) {
		unsigned v = (unsigned)(unsigned char)key.p[bit / 8] << 8;

		if (bit / 8 + 1 < key.n)
			v |= (unsigned char)key.p[bit / 8 + 1];
		to[n++] = digit64(v >> (10 - bit % 8) & 63, url);
	}
	return n;
}

static bool
mask_base64(struct str key, struct str text)
{
	char core[KEY_MAX * 4 / 3 + 4];
	bool found = false;

	for (unsigned i = 0; i < 6; i++) {
		size_t n = core64(key, i % 3, i > 2, core);

		found |= mask_plain((struct str){ core, n }, text);
	}
	return found;
}

/* Two digits for each byte, small or large. */
static bool
mask_hex(struct str key, struct str text)
{
	char digits[KEY_MAX * 2];
	bool found = false;

	for (int i = 0; i < 2; i++) {
		const char *all = i ? "0123456789ABCDEF" : "0123456789abcdef";

		for (size_t n = 0; n < key.n * 2; n++) {
			unsigned c = (unsigned char)key.p[n / 2];

			digits[n] = all[n % 2 ? c & 15 : c >> 4];
		}
		found |= mask_plain((struct str){ digits, key.n * 2 }, text);
	}
	return found;
}

bool
mask_key(struct str key, struct str text)
{
	bool found = false;

	if (key.n >= SECRET) {
		found = mask_plain(key, text);
		found |= mask_escaped(key, text);
	}
	if (key.n >= LONG && key.n <= KEY_MAX) {
		found |= mask_base64(key, text);
		found |= mask_hex(key, text);
	}
	return found;
}
