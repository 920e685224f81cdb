#include "masks.h"

#include <string.h>

#ifdef __x86_64__
#include <emmintrin.h>

/* The same sixteen bytes at a time, as every such machine can. */

static __m128i
all(unsigned char c)
{
	return _mm_set1_epi8((char)c);
}

/* Is a byte within low and low + span? */
static __m128i
within(__m128i v, unsigned char low, unsigned char span)
{
	v = _mm_sub_epi8(v, all(low));
	return _mm_cmpeq_epi8(_mm_min_epu8(v, all(span)), v);
}

static __m128i
is(__m128i v, char c)
{
	return _mm_cmpeq_epi8(v, all((unsigned char)c));
}

/* A bit for each byte, at its place among the 64. */
static uint64_t
bits(__m128i v, unsigned at)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(v) << at;
}

static void
sixteen(const char *p, unsigned at, struct masks *m)
{
	__m128i v = _mm_loadu_si128((const __m128i *)(p + at));
	__m128i next = _mm_loadu_si128((const __m128i *)(p + at + 1));
	__m128i digit = within(v, '0', 9);
	__m128i letter = within(_mm_or_si128(v, all(0x20)), 'a', 25);
	__m128i line = within(v, '\n', '\r' - '\n');
	__m128i stop = _mm_or_si128(_mm_or_si128(is(v, '.'), is(v, '!')),
	    _mm_or_si128(is(v, '?'), is(v, ';')));
	__m128i control = _mm_andnot_si128(_mm_or_si128(line, is(v, '\t')),
	    within(v, 0, 31));
	__m128i sign = _mm_or_si128(is(v, '@'), is(v, '\''));
	__m128i address = _mm_and_si128(is(v, ':'), is(next, '/'));

	m->word |= bits(_mm_or_si128(letter, digit), at);
	m->digit |= bits(digit, at);
	m->symbol |= bits(within(v, '#', '%' - '#'), at);
	m->hard |= bits(_mm_or_si128(line, stop), at);
	m->other |= bits(_mm_or_si128(_mm_or_si128(v, address),
	    _mm_or_si128(control, sign)), at);
	m->twice |= bits(_mm_cmpeq_epi8(v, next), at);
	m->high |= bits(v, at);
}

struct masks
masks_of(const char *p)
{
	struct masks m = { 0 };

#pragma GCC unroll 4
	for (unsigned at = 0; at < MASKS_BYTES; at += 16)
		sixteen(p, at, &m);
	return m;
}

#else

struct masks
masks_of(const char *p)
{
	struct masks m = { 0 };

	for (unsigned i = 0; i < MASKS_BYTES; i++) {
		unsigned char c = (unsigned char)p[i];
		uint64_t bit = (uint64_t)1 << i;
		uint64_t digit = c >= '0' && c <= '9' ? bit : 0;

		m.digit |= digit;
		if (digit || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
			m.word |= bit;
		else if ((c >= '\n' && c <= '\r') || (c && strchr(".!?;", c)))
			m.hard |= bit;
		else if ((c < ' ' && c != '\t') || c >= 0x80 ||
		    c == '@' || c == '\'' || (c == ':' && p[i + 1] == '/'))
			m.other |= bit;
		if (c >= '#' && c <= '%')
			m.symbol |= bit;
		if (c == (unsigned char)p[i + 1])
			m.twice |= bit;
		if (c >= 0x80)
			m.high |= bit;
	}
	return m;
}

#endif
