#ifndef UTF8_H
#define UTF8_H
/*
 * utf8 -- the encoding of all text (RFC 3629), one code point at a time.
 */
#include <stdint.h>

#include "str.h"

/* utf8_bad(s): offset of the first byte that is not UTF-8 (also overlong
 * forms, surrogates, above U+10FFFF); s.n if all is well. */
size_t utf8_bad(struct str s);

/* utf8_count(s): code points in valid UTF-8. */
size_t utf8_count(struct str s);

/* utf8_put(c, p): encode c into p (room for 4).  Returns the bytes. */
size_t utf8_put(uint32_t c, char *p);

/* utf8_next(s): take one code point off valid UTF-8, not empty. */
static inline uint32_t
utf8_next(struct str *s)
{
	const unsigned char *p = (const unsigned char *)s->p;
	uint32_t c = p[0];
	size_t n = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;

	if (n == 2)
		c = (c & 0x1Fu) << 6 | (p[1] & 0x3Fu);
	else if (n == 3)
		c = (c & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
	else if (n == 4)
		c = (c & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 |
		    (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
	*s = str_skip(*s, n);
	return c;
}
#endif
