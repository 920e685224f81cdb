/*
 * SHA-256 of two or three texts side by side.  Each step of a digest waits for
 * the one before it, for longer than the instruction is at work; another
 * digest fits in between.
 */
#include "digest_lanes.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#include <immintrin.h>

#define WITH_SHA __attribute__((target("sha,sse4.1")))
#define ALWAYS static inline __attribute__((always_inline)) WITH_SHA

struct lane {
	__m128i abef, cdgh; /* the state as the instructions want it      */
	__m128i from[2];    /* and as it was before the block             */
	__m128i w[4];       /* the last 16 words of the schedule          */
	const unsigned char *p;
};

#define EACH(i, n) _Pragma("GCC unroll 3") for (int i = 0; i < (n); i++)

/* FIPS 180-4, 4.2.2. */
static const uint32_t k[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
	0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
	0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
	0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
	0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
	0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
	0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
	0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

ALWAYS void
open_lane(struct lane *l, const uint32_t h[8])
{
	__m128i badc = _mm_shuffle_epi32(
	    _mm_loadu_si128((const void *)h), 0xB1);
	__m128i efgh = _mm_shuffle_epi32(
	    _mm_loadu_si128((const void *)(h + 4)), 0x1B);

	l->abef = _mm_alignr_epi8(badc, efgh, 8);
	l->cdgh = _mm_blend_epi16(efgh, badc, 0xF0);
}

ALWAYS void
close_lane(const struct lane *l, uint32_t h[8])
{
	__m128i feba = _mm_shuffle_epi32(l->abef, 0x1B);
	__m128i dchg = _mm_shuffle_epi32(l->cdgh, 0xB1);

	_mm_storeu_si128((void *)h, _mm_blend_epi16(feba, dchg, 0xF0));
	_mm_storeu_si128((void *)(h + 4), _mm_alignr_epi8(dchg, feba, 8));
}

ALWAYS void
begin_block(struct lane *l)
{
	const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b,
	    0x0405060700010203);

	l->from[0] = l->abef;
	l->from[1] = l->cdgh;
	for (int i = 0; i < 4; i++)
		l->w[i] = _mm_shuffle_epi8(_mm_loadu_si128(
		    (const void *)(l->p + 16 * i)), big_endian);
	l->p += 64;
}

/* Rounds 4i to 4i + 3, and the four words of the schedule 16 further on. */
ALWAYS void
four_rounds(struct lane *l, int i)
{
	__m128i *w = l->w, next;
	__m128i wk = _mm_add_epi32(w[i & 3],
	    _mm_loadu_si128((const void *)&k[4 * i]));

	l->cdgh = _mm_sha256rnds2_epu32(l->cdgh, l->abef, wk);
	l->abef = _mm_sha256rnds2_epu32(l->abef, l->cdgh,
	    _mm_shuffle_epi32(wk, 0x0E));
	if (i >= 12)
		return;
	next = _mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]);
	next = _mm_add_epi32(next, _mm_alignr_epi8(w[(i + 3) & 3],
	    w[(i + 2) & 3], 4));
	w[i & 3] = _mm_sha256msg2_epu32(next, w[(i + 3) & 3]);
}

ALWAYS void
end_block(struct lane *l)
{
	l->abef = _mm_add_epi32(l->abef, l->from[0]);
	l->cdgh = _mm_add_epi32(l->cdgh, l->from[1]);
}

ALWAYS void
side_by_side(int n, uint32_t *const h[], const unsigned char *const p[],
    size_t blocks)
{
	struct lane l[DIGEST_LANES];

	EACH(i, n) {
		open_lane(&l[i], h[i]);
		l[i].p = p[i];
	}
	for (; blocks; blocks--) {
		EACH(i, n)
			begin_block(&l[i]);
#pragma GCC unroll 16
		for (int r = 0; r < 16; r++)
			EACH(i, n)
				four_rounds(&l[i], r);
		EACH(i, n)
			end_block(&l[i]);
	}
	EACH(i, n)
		close_lane(&l[i], h[i]);
}

WITH_SHA static void
two(uint32_t *const h[], const unsigned char *const p[], size_t blocks)
{
	side_by_side(2, h, p, blocks);
}

WITH_SHA static void
three(uint32_t *const h[], const unsigned char *const p[], size_t blocks)
{
	side_by_side(3, h, p, blocks);
}

void
digest_lanes(int n, uint32_t *const h[], const unsigned char *const p[],
    size_t blocks)
{
	if (n == 2)
		two(h, p, blocks);
	else
		three(h, p, blocks);
}

bool
digest_lanes_here(void)
{
	static int known = -1;
	unsigned a, b, c, d;

	if (known < 0)
		known = __get_cpuid_count(7, 0, &a, &b, &c, &d) &&
		    (b & bit_SHA) && __get_cpuid(1, &a, &b, &c, &d) &&
		    (c & bit_SSE4_1) && (c & bit_SSSE3);
	return known;
}
#else
void
digest_lanes(int n, uint32_t *const h[], const unsigned char *const p[],
    size_t blocks)
{
	(void)n, (void)h, (void)p, (void)blocks;
}

bool
digest_lanes_here(void)
{
	return false;
}
#endif
