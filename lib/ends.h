#ifndef ENDS_H
#define ENDS_H
/*
 * ends -- the first and the last bytes of a short text, as two numbers.
 *
 * Keys of JSON are short: texts of one length up to ENDS_WHOLE bytes with the
 * same ends are the same, and no loop was needed to tell.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "str.h"

enum { ENDS_WHOLE = 16 };

struct ends {
	uint64_t head, tail;
};

static inline struct ends
ends_of(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	struct ends e = { 0, 0 };
	uint32_t a, b;

	if (s.n >= sizeof(e.head)) {
		memcpy(&e.head, p, sizeof(e.head));
		memcpy(&e.tail, p + s.n - sizeof(e.tail), sizeof(e.tail));
	} else if (s.n >= sizeof(a)) {
		memcpy(&a, p, sizeof(a));
		memcpy(&b, p + s.n - sizeof(b), sizeof(b));
		e = (struct ends){ a, b };
	} else if (s.n) {
		e.head = p[0] | (uint64_t)p[s.n / 2] << 8 |
		    (uint64_t)p[s.n - 1] << 16;
	}
	return e;
}

/* ends_wide(p, n, bits): other two numbers of n > 0 bytes at p, where 16 can be
 * read: up to 16 bytes, zeros behind them, or of more the first and the last
 * eight; in each byte those bits are set. */
static inline struct ends
ends_wide(const char *p, size_t n, uint64_t bits)
{
	static const uint64_t ones[4] = { UINT64_MAX, UINT64_MAX, 0, 0 };
	const char *mask = (const char *)ones + 16 - (n < 16 ? n : 16);
	struct ends e, m;

	memcpy(&m, mask, sizeof(m));
	memcpy(&e.head, p, sizeof(e.head));
	memcpy(&e.tail, n > 16 ? p + n - 8 : p + 8, sizeof(e.tail));
	return (struct ends){ (e.head | bits) & m.head,
		(e.tail | bits) & m.tail };
}

/* ends_same(a, b, s, t): is s, of ends a, the same text as t, of ends b? */
static inline bool
ends_same(struct ends a, struct ends b, struct str s, struct str t)
{
	return s.n == t.n && a.head == b.head && a.tail == b.tail &&
	    (s.n <= ENDS_WHOLE || memcmp(s.p, t.p, s.n) == 0);
}

/* ends_hash(e, n, seed): 32 bits from the ends of n bytes. */
static inline uint32_t
ends_hash(struct ends e, size_t n, uint64_t seed)
{
	return (uint32_t)((e.head ^ e.tail * 0x9E3779B97F4A7C15u ^ n) *
	    (0xD6E8FEB86659FD93u ^ seed << 1) >> 32);
}
#endif
