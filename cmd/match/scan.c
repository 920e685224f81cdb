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

static uint64_t
bits(__m128i v, unsigned at)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(v) << at;
}

static void
sixteen(struct scan *s, unsigned at)
{
	__m128i v = _mm_loadu_si128((const __m128i *)(s->p + at));
	__m128i one = _mm_loadu_si128((const __m128i *)(s->p + at + 1));
	__m128i two = _mm_loadu_si128((const __m128i *)(s->p + at + 2));
	__m128i letter = within(_mm_or_si128(v, all(0x20)), 'a', 25);
	__m128i digit = within(v, '0', 9);
	__m128i line = within(v, '\n', '\r' - '\n');
	__m128i stop = _mm_or_si128(_mm_or_si128(is(v, '.'), is(v, '!')),
	    _mm_or_si128(is(v, '?'), is(v, ';')));
	__m128i control = _mm_andnot_si128(_mm_or_si128(line, is(v, '\t')),
	    within(v, 0, 31));
	__m128i sign = _mm_or_si128(_mm_or_si128(is(v, '@'), is(v, '\'')),
	    within(v, '#', '%' - '#'));

	s->letter |= bits(letter, at);
	s->digit |= bits(digit, at);
	s->hard |= bits(_mm_or_si128(line, stop), at);
	s->other |= bits(_mm_or_si128(v, _mm_or_si128(control, sign)), at);
	s->thrice |= bits(_mm_and_si128(_mm_cmpeq_epi8(v, one),
	    _mm_cmpeq_epi8(v, two)), at);
}

static void
masks(struct scan *s)
{
	for (unsigned at = 0; at < SCAN_WINDOW; at += 16)
		sixteen(s, at);
}

#else

static void
masks(struct scan *s)
{
	for (unsigned i = 0; i < SCAN_WINDOW; i++) {
		unsigned char c = (unsigned char)s->p[i];
		uint64_t bit = (uint64_t)1 << i;

		if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
			s->letter |= bit;
		else if (c >= '0' && c <= '9')
			s->digit |= bit;
		else if ((c >= '\n' && c <= '\r') || (c && strchr(".!?;", c)))
			s->hard |= bit;
		else if ((c < ' ' && c != '\t') || c >= 0x80 ||
		    strchr("@'#$%", c))
			s->other |= bit;
		if (c == (unsigned char)s->p[i + 1] &&
		    c == (unsigned char)s->p[i + 2])
			s->thrice |= bit;
	}
}

#endif

void
scan_look(struct scan *s, size_t at)
{
	size_t left = s->text.n - at;

	s->base = at;
	s->p = s->text.p + at;
	if (left < SCAN_WINDOW + SCAN_BEHIND) {
		memset(s->tail, ' ', sizeof(s->tail));
		if (left)
			memcpy(s->tail, s->p, left);
		s->p = s->tail;
	}
	s->letter = s->digit = s->hard = s->other = s->thrice = 0;
	masks(s);
	s->word = s->letter | s->digit;
}

/* Bits from `from` to before `to`; to < 64. */
static uint64_t
span(unsigned from, unsigned to)
{
	return ((uint64_t)1 << to) - ((uint64_t)1 << from);
}

/* "http://" and "https://": what follows is an address. */
static bool
may_be_address(const char *p, unsigned n)
{
	return memcmp(p, "http", 4) == 0 && (n == 4 || n == 5) && p[n] == ':';
}

/* Nothing to do for it, if it is in no phrase?  (Three equal bytes in a row
 * are all in the word, if the first is.) */
static bool
is_common(const struct scan *s, uint64_t word, unsigned n)
{
	return n > 1 && !(s->thrice & word) &&
	    (!(s->digit & word) || !(s->letter & word));
}

static void
tell(struct scan *s, struct scan_word *w, unsigned start, unsigned end)
{
	unsigned before = (unsigned)(s->at - s->base);
	uint64_t mine = span(start, end);

	w->from = s->base + start;
	w->to = s->base + end;
	w->gap = s->hard & span(before, start) ? GAP_STOP
	    : start > before ? GAP_SPACE : GAP_NONE;
	w->has = TOKEN_PLAIN | (s->letter & mine ? TOKEN_LETTER : 0u) |
	    (s->digit & mine ? TOKEN_DIGIT : 0u);
	w->thrice = (s->thrice & mine) != 0;
	s->at = w->to;
}

/* The words of the window, from `off` on; SCAN_END: that was all of it. */
static enum scanned
in_window(struct scan *s, unsigned off, bool any, struct scan_word *w)
{
	uint64_t ahead, run, word;
	unsigned start, end;

	while ((ahead = s->word >> off)) {
		start = off + (unsigned)__builtin_ctzll(ahead);
		run = ~(s->word >> start);
		end = run ? start + (unsigned)__builtin_ctzll(run)
		          : SCAN_WINDOW;
		if (end >= SCAN_WINDOW)
			break; /* it goes on behind the window */
		if ((s->other & (span(off, end) | (uint64_t)1 << end)) ||
		    may_be_address(s->p + start, end - start))
			return SCAN_OTHER;
		word = span(start, end);
		w->key = phrases_key_wide(s->p + start, end - start);
		w->seen = phrases_seen(s->phrases, phrases_hash(w->key));
		if (any || w->seen || !is_common(s, word, end - start)) {
			tell(s, w, start, end);
			return SCAN_WORD;
		}
		s->passed++;
		off = end;
		s->at = s->base + end;
	}
	return SCAN_END;
}

enum scanned
scan_next(struct scan *s, bool any, struct scan_word *w)
{
	size_t off = s->at - s->base;
	enum scanned what;

	if (s->base == SIZE_MAX || off >= SCAN_WINDOW) {
		scan_look(s, s->at);
		off = 0;
	}
	for (;;) {
		what = in_window(s, (unsigned)off, any, w);
		if (what != SCAN_END)
			return what;
		off = s->at - s->base;
		if (!(s->word >> off) && !(s->other >> off) &&
		    s->base + SCAN_WINDOW >= s->text.n)
			return SCAN_END;
		if (!off)
			return SCAN_OTHER;
		scan_look(s, s->at);
		off = 0;
	}
}
