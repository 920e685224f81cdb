#include "scan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

void
scan_start(struct scan *s, const struct spelling *spelling,
    const struct phrases *p, struct str text)
{
	s->text = text;
	s->spelling = spelling;
	s->phrases = p;
	s->passed = 0;
	s->at = 0;
	s->base = SIZE_MAX;
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

static void
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
	s->twice = twice;
}

#else

static void
masks(struct scan *s)
{
	s->word = s->digit = s->symbol = s->hard = s->other = s->twice = 0;
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
			s->twice |= bit;
	}
}

#endif

void
scan_look(struct scan *s, size_t at)
{
	size_t left = s->text.n - at;
	uint64_t letter;

	s->base = at;
	s->p = s->text.p + at;
	if (left < SCAN_WINDOW + SCAN_BEHIND) {
		memset(s->tail, ' ', sizeof(s->tail));
		if (left)
			memcpy(s->tail, s->p, left);
		s->p = s->tail;
	}
	masks(s);
	letter = s->word & ~s->digit;
	s->odd = (s->twice & s->twice >> 1 & s->word) |
	    (letter & (s->digit << 1 | s->digit >> 1)) |
	    (s->word & ~(s->word << 1 | s->word >> 1)) | s->symbol;
}

/* Bits from `from` to before `to`; to < 64. */
static uint64_t
span(unsigned from, unsigned to)
{
	return ((uint64_t)1 << to) - ((uint64_t)1 << from);
}

static enum gap
gap_of(const struct scan *s, unsigned before, unsigned start)
{
	return s->hard & span(before, start) ? GAP_STOP
	    : start > before ? GAP_SPACE : GAP_NONE;
}

/* A word that fold.h need not look at, but spell.h. */
static void
tell(struct scan *s, struct scan_word *w, unsigned start, unsigned end)
{
	uint64_t mine = span(start, end);

	w->from = s->base + start;
	w->to = s->base + end;
	w->gap = gap_of(s, (unsigned)(s->at - s->base), start);
	w->has = s->symbol & mine ? TOKEN_SYMBOL : TOKEN_PLAIN |
	    (s->word & ~s->digit & mine ? TOKEN_LETTER : 0u) |
	    (s->digit & mine ? TOKEN_DIGIT : 0u);
	w->thrice = (s->twice & s->twice >> 1 & mine) != 0;
	s->at = w->to;
}

/* Written where it will stay, as to copy what was just written is to wait for
 * it.  Without memory the lattice has failed, and the word does not matter. */
static void
put_edge(struct scan *s, struct lattice *l, uint32_t id, unsigned start,
    unsigned end)
{
	struct edge *e = lattice_next(l);

	if (!e)
		return;
	l->n++;
	e->word = id;
	e->from_node = s->passed << NODE_SHIFT;
	e->to_node = (s->passed + 1) << NODE_SHIFT;
	e->from = (uint32_t)(s->base + start);
	e->to = (uint32_t)(s->base + end);
	e->gap = (uint8_t)gap_of(s, (unsigned)(s->at - s->base), start);
	e->how = HOW_FOLDED;
	e->inner = false;
}

/* The words of the window from s->at on, as far as they are plain and end in
 * it; SCAN_END: that was all of them. */
static enum scanned
in_window(struct scan *s, struct lattice *l, bool any, struct scan_word *w)
{
	const struct phrases *p = s->phrases;
	uint64_t ahead = UINT64_MAX << (s->at - s->base);
	uint64_t word = s->word & ahead, other = s->other & ahead;
	uint64_t clear = (other & -other) - 1; /* before the first other */
	uint64_t symbol = s->symbol & ahead;
	uint64_t starts = (word & ~(word << 1)) | symbol;
	uint64_t ends = ((~word & (word << 1)) | symbol << 1) & clear;

	for (; ends; ends &= ends - 1, starts &= starts - 1) {
		unsigned start = (unsigned)__builtin_ctzll(starts);
		unsigned end = (unsigned)__builtin_ctzll(ends);
		struct phrases_key key = phrases_key_wide(s->p + start,
		    end - start);
		uint64_t hash = phrases_hash(key);
		bool odd = any || (s->odd & span(start, end));
		uint32_t id = PHRASES_NONE;

		if (phrases_seen(p, hash))
			id = phrases_find(p, key, hash, (struct str){
			    s->p + start, end - start });
		if (odd || (id != PHRASES_NONE &&
		    spell_is_slang(s->spelling, id))) {
			w->key = key;
			w->id = id;
			tell(s, w, start, end);
			return SCAN_WORD;
		}
		if (id != PHRASES_NONE)
			put_edge(s, l, id, start, end);
		s->passed++;
		s->at = s->base + end;
	}
	return other ? SCAN_OTHER : SCAN_END;
}

enum scanned
scan_next(struct scan *s, struct lattice *l, bool any, struct scan_word *w)
{
	enum scanned what;

	if (s->base == SIZE_MAX || s->at - s->base >= SCAN_WINDOW)
		scan_look(s, s->at);
	for (;;) {
		what = in_window(s, l, any, w);
		if (what != SCAN_END)
			return what;
		if (!((s->word | s->symbol) >> (SCAN_WINDOW - 1)) &&
		    s->base + SCAN_WINDOW >= s->text.n)
			return SCAN_END;
		if (s->at == s->base)
			return SCAN_OTHER;
		scan_look(s, s->at);
	}
}
