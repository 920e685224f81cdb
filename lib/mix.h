#ifndef MIX_H
#define MIX_H
/*
 * mix -- hashes, eight bytes at a time.  Little endian machines only.
 *
 * The same bytes have the same hash on every machine and in every version:
 * files of ours hold it, netral-index(5).  For keys out of files of ours, not
 * of strangers.
 */
#include <stdint.h>

#include "str.h"

#define MIX_SEED 0x9E3779B97F4A7C15u

/* mix_eight(p): eight bytes as a number. */
static inline uint64_t
mix_eight(const char *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	return v;
}

/* mix_rest(p, n): the same of fewer, with zeros behind. */
static inline uint64_t
mix_rest(const char *p, size_t n)
{
	uint32_t a = 0, b;

	if (n >= 4) {
		memcpy(&a, p, sizeof(a));
		memcpy(&b, p + n - 4, sizeof(b));
		return (uint64_t)b << 8 * (n - 4) | a;
	}
	for (size_t i = 0; i < n; i++)
		a |= (uint32_t)(unsigned char)p[i] << 8 * i;
	return a;
}

/* mix_end(s): the last of a text behind whole eights of bytes, 0 to 7 of them,
 * with zeros behind.  (How many there are, no branch is to guess.) */
static inline uint64_t
mix_end(struct str s)
{
	return s.n < 8 ? mix_rest(s.p, s.n)
	    : mix_eight(s.p + s.n - 8) >> 8 >> 8 * (7 - s.n % 8);
}

/* mix_low(v): with a to z for A to Z. */
static inline uint64_t
mix_low(uint64_t v)
{
	const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
	uint64_t rest = v & ~tops;
	uint64_t from_a = rest + (0x80 - 'A') * ones;
	uint64_t behind_z = rest + (0x7F - 'Z') * ones;

	return v | ((from_a & ~behind_z & ~v & tops) >> 2);
}

/* mix_add(h, v): hash h, and then v. */
static inline uint64_t
mix_add(uint64_t h, uint64_t v)
{
	h = (h ^ v) * 0xD6E8FEB86659FD93u;
	return h ^ h >> 32;
}

/* mix_text(h, s): hash h, and then the text, its ASCII case folded. */
static inline uint64_t
mix_text(uint64_t h, struct str s)
{
	h = mix_add(h, s.n);
	for (size_t i = 8; i <= s.n; i += 8)
		h = mix_add(h, mix_low(mix_eight(s.p + i - 8)));
	return s.n % 8 ? mix_add(h, mix_low(mix_end(s))) : h;
}
#endif
