#include "scan.h"

enum { TAIL = SCAN_WINDOW + SCAN_BEHIND };

void
scan_start(struct scan *s, const struct phrases *p, struct str text)
{
	s->text = text;
	s->phrases = p;
	s->passed = 0;
	s->at = 0;
	s->spent = s->ascii = true;
}

static void
look(struct scan *s)
{
	const char *end = s->text.p + s->text.n;
	size_t left = s->text.n - s->at;
	struct masks *m = &s->is;

	s->spent = false;
	s->base = s->at;
	s->p = s->text.p + s->at;
	if (left < TAIL) {
		memset(s->tail + TAIL, ' ', TAIL);
		if (s->text.n >= TAIL) /* as many as ever, no guess */
			memcpy(s->tail, end - TAIL, TAIL);
		else if (left)
			memcpy(s->tail + TAIL - left, s->p, left);
		s->p = s->tail + TAIL - left;
	}
	*m = masks_of(s->p);
	s->ascii &= !m->high;
	s->odd = (m->twice & m->twice >> 1 & m->word) |
	    (m->word & ~m->digit & (m->digit << 1 | m->digit >> 1)) |
	    (m->word & ~(m->word << 1 | m->word >> 1)) | m->symbol;
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
	bool hard = (s->is.hard & span(w->before, w->from)) != 0;

	return (enum gap)((w->from > w->before) << hard);
}

void
scan_token(const struct scan *s, const struct scan_word *w, struct token *t)
{
	uint64_t mine = span(w->from, w->to);

	t->from = (uint32_t)(s->base + w->from);
	t->to = (uint32_t)(s->base + w->to);
	t->text = (struct str){ s->text.p + t->from, w->to - w->from };
	t->gap = scan_gap(s, w);
	t->has = s->is.symbol & mine ? TOKEN_SYMBOL : TOKEN_PLAIN |
	    (s->is.word & ~s->is.digit & mine ? TOKEN_LETTER : 0u) |
	    (s->is.digit & mine ? TOKEN_DIGIT : 0u);
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
	uint64_t word = s->is.word & ahead, other = s->is.other & ahead;
	uint64_t clear = (other & -other) - 1; /* before the first other */
	uint64_t symbol = s->is.symbol & ahead;
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
	if (!((s->is.word | s->is.symbol) >> (SCAN_WINDOW - 1)) &&
	    s->base + SCAN_WINDOW >= s->text.n)
		return SCAN_END;
	if (s->at == s->base)
		return SCAN_OTHER;
	s->spent = true;
	return SCAN_MORE;
}
