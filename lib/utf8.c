#include "utf8.h"

#include "mix.h"

/* Length of the sequence at p, or 0 if it is none (RFC 3629 section 4). */
static size_t
sequence(const unsigned char *p, size_t n)
{
	unsigned char a = p[0], low = 0x80, high = 0xBF;
	size_t len;

	if (a < 0x80)
		return 1;
	if (a < 0xC2 || a > 0xF4)
		return 0;
	len = a < 0xE0 ? 2 : a < 0xF0 ? 3 : 4;
	if (n < len)
		return 0;
	if (a == 0xE0)
		low = 0xA0; /* overlong */
	else if (a == 0xED)
		high = 0x9F; /* surrogates */
	else if (a == 0xF0)
		low = 0x90;
	else if (a == 0xF4)
		high = 0x8F;
	if (p[1] < low || p[1] > high)
		return 0;
	for (size_t i = 2; i < len; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	return len;
}

size_t
utf8_bad(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = 0, len;

	while (i < s.n) {
		len = sequence(p + i, s.n - i);
		if (!len)
			return i;
		i += len;
	}
	return i;
}

/* How many of eight bytes continue a code point: 10xxxxxx. */
static size_t
continuing(uint64_t w)
{
	const uint64_t ones = 0x0101010101010101u;

	return (size_t)((((w >> 7) & ~(w >> 6) & ones) * ones) >> 56);
}

size_t
utf8_count(struct str s)
{
	size_t n = s.n - continuing(mix_end(s));

	for (size_t i = 8; i <= s.n; i += 8)
		n -= continuing(mix_eight(s.p + i - 8));
	return n;
}

size_t
utf8_put(uint32_t c, char *p)
{
	if (c < 0x80) {
		p[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		p[0] = (char)(0xC0 | c >> 6);
		p[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		p[0] = (char)(0xE0 | c >> 12);
		p[1] = (char)(0x80 | (c >> 6 & 0x3F));
		p[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	p[0] = (char)(0xF0 | c >> 18);
	p[1] = (char)(0x80 | (c >> 12 & 0x3F));
	p[2] = (char)(0x80 | (c >> 6 & 0x3F));
	p[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}
