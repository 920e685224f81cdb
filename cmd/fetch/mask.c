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

/* The same of an entity of HTML: a number, or one of the names that programs
 * write. */
static size_t
entity_for(struct str s, char c)
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
		if (c == named[i].c && str_starts(s, named[i].text))
			return named[i].text.n;
	if (s.n < 2 || s.p[1] != '#')
		return 0;
	for (; n < digits && v < 256; n++) {
		one = hex(str_skip(s, n < s.n ? n : s.n), 1);
		if (one < 0 || (!wide && one > 9))
			break;
		v = v * (wide ? 16 : 10) + one;
	}
	return n < s.n && s.p[n] == ';' && v == (unsigned char)c ? n + 1 : 0;
}

/* How many bytes at the beginning of s stand for the byte c; 0: none. */
static size_t
stands_for(struct str s, char c)
{
	if (!s.n)
		return 0;
	if (s.p[0] == '%' && hex(str_skip(s, 1), 2) == (unsigned char)c)
		return 3;
	if (s.p[0] == '&' && s.n > 1) {
		size_t n = entity_for(s, c);

		if (n)
			return n;
	}
	if (s.p[0] == '\\' && s.n > 1) {
		if (s.p[1] == 'u' &&
		    hex(str_skip(s, 2), 4) == (unsigned char)c)
			return 6;
		if (s.p[1] == c)
			return 2;
	}
	return s.p[0] == c;
}

static bool
mask_escaped(struct str key, struct str s)
{
	bool found = false, begins[256] = { ['%'] = true, ['\\'] = true,
		['&'] = true };

	begins[(unsigned char)key.p[0]] = true;
	while (s.n >= key.n) {
		size_t n = 0, i = 0, step;

		if (!begins[(unsigned char)s.p[0]]) {
			s = str_skip(s, 1);
			continue;
		}
		for (; i < key.n && (step = stands_for(str_skip(s, n),
		    key.p[i])); i++)
			n += step;
		if (i == key.n) {
			memset((char *)(uintptr_t)s.p, '*', n);
			found = true;
		}
		s = str_skip(s, i == key.n ? n : 1);
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

bool
mask_key(struct str key, struct str text)
{
	bool found = false;

	if (key.n >= SECRET) {
		found = mask_plain(key, text);
		found |= mask_escaped(key, text);
	}
	if (key.n >= LONG && key.n <= KEY_MAX)
		found |= mask_base64(key, text);
	return found;
}
