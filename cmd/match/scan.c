#include "scan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

void
scan_start(struct scan *s, const struct phrases *p, struct str text)
{
	s->text = text;
	s->phrases = p;
	s->passed = 0;
	s->at = 0;
	s->spent = true;
}

#ifdef __SSE2__

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

/* What sixteen bytes are, a bit each. */
struct sixteen { unsigned letter, digit, symbol, hard, other, twice; };

static unsigned
bits(__m128i v)
{
	return (unsigned)_mm_movemask_epi8(v);
}

static struct sixteen
sixteen(const char *p)
{
	__m128i v = _mm_loadu_si128((const __m128i *)p);
	__m128i next = _mm_loadu_si128((const __m128i *)(p + 1));
	__m128i line = within(v, '\n', '\r' - '\n');
	__m128i stop = _mm_or_si128(_mm_or_si128(is(v, '.'), is(v, '!')),
	    _mm_or_si128(is(v, '?'), is(v, ';')));
	__m128i control = _mm_andnot_si128(_mm_or_si128(line, is(v, '\t')),
	    within(v, 0, 31));
	__m128i sign = _mm_or_si128(is(v, '@'), is(v, '\''));
	__m128i address = _mm_and_si128(is(v, ':'), is(next, '/'));

	return (struct sixteen){
		bits(within(_mm_or_si128(v, all(0x20)), 'a', 25)),
		bits(within(v, '0', 9)), bits(within(v, '#', '%' - '#')),
		bits(_mm_or_si128(line, stop)),
		bits(_mm_or_si128(_mm_or_si128(v, address),
		    _mm_or_si128(control, sign))), bits(_mm_cmpeq_epi8(v, next)) };
}

static uint64_t
masks(struct scan *s)
{
	uint64_t letter = 0, digit = 0, symbol = 0, hard = 0, other = 0;
	uint64_t twice = 0;

#pragma GCC unroll 4
	for (unsigned at = 0; at < SCAN_WINDOW; at += 16) {
		struct sixteen m = sixteen(s->p + at);

		letter |= (uint64_t)m.letter << at;
		digit |= (uint64_t)m.digit << at;
		symbol |= (uint64_t)m.symbol << at;
		hard |= (uint64_t)m.hard << at;
		other |= (uint64_t)m.other << at;
		twice |= (uint64_t)m.twice << at;
	}
	s->word = letter | digit;
	s->digit = digit;
	s->symbol = symbol;
	s->hard = hard;
	s->other = other;
	return twice;
}

#else

static uint64_t
masks(struct scan *s)
{
	uint64_t twice = 0;

	s->word = s->digit = s->symbol = s->hard = s->other = 0;
	for (unsigned i = 0; i < SCAN_WINDOW; i++) {
		unsigned char c = (unsigned char)s->p[i];
		uint64_t bit = (uint64_t)1 << i;
		bool digit = c >= '0' && c <= '9';

		if (digit || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
			s->word |= bit;
		else if ((c >= '\n' && c <= '\r') || (c && strchr(".!?;", c)))
			s->hard |= bit;
		else if ((c < ' ' && c != '\t') || c >= 0x80 ||
		    c == '@' || c == '\'' || (c == ':' && s->p[i + 1] == '/'))
			s->other |= bit;
		if (digit)
			s->digit |= bit;
		if (c >= '#' && c <= '%')
			s->symbol |= bit;
		if (c == (unsigned char)s->p[i + 1])
			twice |= bit;
	}
	return twice;
}

#endif

static void
look(struct scan *s)
{
	size_t left = s->text.n - s->at;
	uint64_t letter, twice;

	s->spent = false;
	s->base = s->at;
	s->p = s->text.p + s->at;
	if (left < SCAN_WINDOW + SCAN_BEHIND) {
		memset(s->tail, ' ', sizeof(s->tail));
		if (left)
			memcpy(s->tail, s->p, left);
		s->p = s->tail;
	}
	twice = masks(s);
	letter = s->word & ~s->digit;
	s->odd = (twice & twice >> 1 & s->word) |
	    (letter & (s->digit << 1 | s->digit >> 1)) |
	    (s->word & ~(s->word << 1 | s->word >> 1)) | s->symbol;
}

/* Bits from `from` to before `to`; to < 64. */
static uint64_t
span(unsigned from, unsigned to)
{
	return ((uint64_t)1 << to) - ((uint64_t)1 << from);
}

enum gap
scan_gap(const struct scan *s, const struct scan_word *w)
{
	return s->hard & span(w->before, w->from) ? GAP_STOP
	    : w->from > w->before ? GAP_SPACE : GAP_NONE;
}

void
scan_token(const struct scan *s, const struct scan_word *w, struct token *t)
{
	uint64_t mine = span(w->from, w->to);

	t->from = (uint32_t)(s->base + w->from);
	t->to = (uint32_t)(s->base + w->to);
	t->text = (struct str){ s->text.p + t->from, w->to - w->from };
	t->gap = scan_gap(s, w);
	t->has = s->symbol & mine ? TOKEN_SYMBOL : TOKEN_PLAIN |
	    (s->word & ~s->digit & mine ? TOKEN_LETTER : 0u) |
	    (s->digit & mine ? TOKEN_DIGIT : 0u);
}

/* The words of the window from s->at on, as far as they are plain and end in
 * it.  Each is written, and stays if it matters: a branch for each would be
 * guessed wrong too often. */
static enum scanned
in_window(struct scan *s, bool any)
{
	const struct phrases *p = s->phrases;
	unsigned before = (unsigned)(s->at - s->base), nth = 0;
	uint64_t ahead = UINT64_MAX << before;
	uint64_t word = s->word & ahead, other = s->other & ahead;
	uint64_t clear = (other & -other) - 1; /* before the first other */
	uint64_t symbol = s->symbol & ahead;
	uint64_t starts = (word & ~(word << 1)) | symbol;
	uint64_t ends = ((~word & (word << 1)) | symbol << 1) & clear;
	struct scan_word *w = s->list;

	for (; ends; ends &= ends - 1, starts &= starts - 1) {
		unsigned from = (unsigned)__builtin_ctzll(starts);
		unsigned to = (unsigned)__builtin_ctzll(ends);
		bool odd = (s->odd & span(from, to)) != 0;

		w->key = phrases_key_wide(s->p + from, to - from);
		w->hash = phrases_hash(w->key);
		w->before = (uint8_t)before;
		w->from = (uint8_t)from;
		w->to = (uint8_t)to;
		w->nth = (uint8_t)nth++;
		w->seen = phrases_seen(p, w->hash);
		w->odd = odd | any;
		w += w->seen | w->odd;
		any = odd;
		before = to;
	}
	s->n = (size_t)(w - s->list);
	s->first = s->passed;
	s->at = s->base + before;
	s->passed += nth;
	return other ? SCAN_OTHER : SCAN_END;
}

enum scanned
scan_next(struct scan *s, bool any)
{
	if (s->spent || s->at - s->base >= SCAN_WINDOW)
		look(s);
	if (in_window(s, any) == SCAN_OTHER)
		return SCAN_OTHER;
	if (!((s->word | s->symbol) >> (SCAN_WINDOW - 1)) &&
	    s->base + SCAN_WINDOW >= s->text.n)
		return SCAN_END;
	if (s->at == s->base)
		return SCAN_OTHER;
	s->spent = true;
	return SCAN_MORE;
}
