/* The search of words.h: from the lattice of a text to what stands there. */
#include "words.h"

struct search {
	const struct words *w;
	struct arena *mem;
	struct str text;
	struct finding *f;
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "nomor 2.500", "nomor 2/15", "02:30": the number goes on. */
static bool
number_goes_on(const struct search *s, size_t to)
{
	return to + 1 < s->text.n && s->text.p[to] &&
	    strchr(".,:/-", s->text.p[to]) && is_digit(s->text.p[to + 1]);
}

/* "skor 3-2 menang", "pukul 19.02 menang": it began before. */
static bool
number_came_before(const struct search *s, size_t from)
{
	return from > 1 && is_digit(s->text.p[from]) &&
	    s->text.p[from - 1] && strchr(".,:/-", s->text.p[from - 1]) &&
	    is_digit(s->text.p[from - 2]);
}

static bool
is_another_day(const struct word *word, int32_t day)
{
	return word->dated && day != DAY_NONE &&
	    (day < word->first || day > word->last);
}

static bool
same_find(const struct found *a, const struct found *b)
{
	return a->from == b->from && a->to == b->to &&
	    (a->word == b->word || (a->word->kind == b->word->kind &&
	        str_eq(a->word->id, b->word->id) &&
	        str_eq(a->word->from, b->word->from)));
}

/* Where the next find of the list is written; NULL: no room. */
static struct found *
next_of(struct finds *list, struct arena *mem)
{
	size_t cap = list->cap ? list->cap * 2 : 16;
	struct found *v;

	if (list->n < list->cap)
		return &list->v[list->n];
	v = arena_grow(mem, list->v, list->cap * sizeof(*v),
	    cap * sizeof(*v));
	if (!v)
		return NULL;
	list->v = v;
	list->cap = cap;
	return &v[list->n];
}

/* Keep what next_of() has, in the order of places, longer first.  What two
 * readings of a word find is found once, by the nearer of them. */
static void
keep(struct finds *list)
{
	struct found *new = &list->v[list->n], moved;
	size_t i = list->n;

	for (size_t k = i; k-- && list->v[k].from >= new->from;)
		if (same_find(&list->v[k], new)) {
			if (new->how < list->v[k].how)
				list->v[k] = *new;
			return;
		}
	while (i && (list->v[i - 1].from > new->from ||
	    (list->v[i - 1].from == new->from && list->v[i - 1].to < new->to)))
		i--;
	if (i < list->n) {
		moved = *new;
		memmove(&list->v[i + 1], &list->v[i],
		    (list->n - i) * sizeof(*new));
		list->v[i] = moved;
	}
	list->n++;
}

static int
drop(struct search *s, const struct found *found, enum why why)
{
	struct found *place;

	if (!s->f->keep_dropped)
		return 0;
	place = next_of(&s->f->dropped, s->mem);
	if (!place)
		return -1;
	*place = *found;
	place->why = (uint8_t)why;
	keep(&s->f->dropped);
	return 0;
}

/* May it be told, as far as the word itself and its place say? */
static enum why
why_not(const struct search *s, const struct word *word, uint32_t from,
    uint32_t to)
{
	if (word->kind == KIND_NUMBER &&
	    (number_goes_on(s, to) || number_came_before(s, from)))
		return WHY_NUMBER_GOES_ON;
	return is_another_day(word, s->f->day) ? WHY_DAY : WHY_STANDS;
}

/* Does it stand there as the file spells it?  (To call memcmp() for a few bytes
 * is to guess how many.) */
static bool
is_exact(const struct search *s, const struct word *word, uint32_t from,
    uint32_t to)
{
	struct str written = { s->text.p + from, to - from };
	struct ends e;

	if (written.n > ENDS_WHOLE || s->text.n - from < ENDS_WHOLE)
		return str_eq(written, word->text);
	e = ends_wide(written.p, written.n, 0);
	return (written.n == word->text.n) & (e.head == word->ends.head) &
	    (e.tail == word->ends.tail);
}

/* All words whose text ends in that state.  (A find is written where it will
 * stay: to copy what was just written is to wait for it.) */
static int
hits(struct search *s, uint32_t state, const struct edge *first,
    const struct edge *last, enum how how)
{
	uint32_t i = s->w->phrases.states[state].end;

	for (; i != NO_WORD; i = s->w->v[i].same) {
		const struct word *word = &s->w->v[i];
		enum why why = why_not(s, word, first->from, last->to);
		struct finds *list = why == WHY_STANDS
		    ? words_finds(s->f, word->kind) : &s->f->dropped;
		struct found *new;

		if (why != WHY_STANDS && !s->f->keep_dropped)
			continue;
		new = next_of(list, s->mem);
		if (!new)
			return -1;
		new->word = word;
		new->from = first->from;
		new->to = last->to;
		new->from_node = first->from_node;
		new->to_node = last->to_node;
		new->gap = first->gap;
		new->how = (uint8_t)(((how == HOW_FOLDED) & is_exact(s, word,
		    first->from, last->to)) ? HOW_EXACT : how);
		new->why = (uint8_t)why;
		keep(list);
	}
	return 0;
}

/* May a phrase go on behind the edge, which leads into that state?  Behind the
 * last edge of all there are two that follow none. */
static bool
goes_on(const struct phrases_state *state, const struct edge *e)
{
	bool next = (e[1].from_node == e->to_node) &
	    (state->by >> e[1].word % 64);

	return next | (e[2].from_node <= e->to_node);
}

/* On from edge i, which leads into state.  At most PHRASE_WORDS deep. */
static int
walk(struct search *s, const struct edge *first, size_t i, uint32_t state,
    enum how how)
{
	const struct lattice *l = &s->f->lattice;
	const struct edge *e = &l->v[i];

	if (e->how > how)
		how = (enum how)e->how;
	if (hits(s, state, first, e, how) != 0)
		return -1;
	if (!goes_on(&s->w->phrases.states[state], e))
		return 0;
	for (i++; i < l->n && l->v[i].from_node <= e->to_node; i++) {
		const struct edge *next = &l->v[i];
		uint32_t to;

		if (next->from_node != e->to_node)
			continue;
		to = phrases_next(&s->w->phrases, state, (enum gap)next->gap,
		    next->word);
		if (to && walk(s, first, i, to, how) != 0)
			return -1;
	}
	return 0;
}

enum { EDGES = 64 }; /* that are looked at together */

/* With which of so many edges may something begin, a bit each: a word that is
 * found alone, or is followed by one that goes on.  (A branch for each would be
 * guessed wrong too often.) */
static uint64_t
beginnings(const struct search *s, const struct edge *e, size_t n)
{
	uint64_t found = 0;

	for (size_t i = 0; i < n; i++, e++) {
		const struct phrases_state *state =
		    &s->w->phrases.states[e->word];

		found |= (uint64_t)((!e->inner) & (goes_on(state, e) |
		    (state->end != NO_WORD))) << i;
	}
	return found;
}

static int
walk_all(struct search *s)
{
	const struct lattice *l = &s->f->lattice;

	for (size_t i = 0; i < l->n; i += EDGES) {
		size_t n = l->n - i < EDGES ? l->n - i : EDGES;
		uint64_t set = beginnings(s, &l->v[i], n);

		for (; set; set &= set - 1) {
			size_t k = i + (size_t)__builtin_ctzll(set);
			const struct edge *e = &l->v[k];

			if (walk(s, e, k, e->word, HOW_FOLDED) != 0)
				return -1;
		}
	}
	return 0;
}

/* "Bu Dyah Kinasihan": a title with the first name, which is an ordinary word,
 * gives way to the whole name that it runs into. */
static bool
gives_way(const struct found *a, const struct found *b)
{
	return a->word->kind == KIND_PERSON && b->word->kind == KIND_PERSON &&
	    a->word->ambiguous && !b->word->ambiguous &&
	    str_eq(a->word->id, b->word->id);
}

/* Leftmost, then longest; what shares the winner's place stays. */
static int
resolve(struct search *s, struct finds *list)
{
	struct found *v = list->v;
	size_t kept = list->n != 0;

	for (size_t i = 1; i < list->n; i++) {
		struct found *last = &v[kept - 1];
		bool same = (v[i].from == last->from) & (v[i].to == last->to);

		if ((v[i].from >= last->to) | same) {
			v[kept++] = v[i];
		} else if (gives_way(last, &v[i])) {
			*last = v[i];
		} else if (drop(s, &v[i], WHY_OVERLAP) != 0) {
			return -1;
		}
	}
	list->n = kept;
	return 0;
}

/* The first of the list that begins at that place or behind it. */
static size_t
first_at(const struct finds *list, uint32_t node)
{
	size_t low = 0, high = list->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (list->v[mid].from_node < node)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Does one of the list begin at that place, behind a space? */
static bool
follows(const struct finds *list, uint32_t node)
{
	size_t i = first_at(list, node);

	return i < list->n && list->v[i].from_node == node &&
	    list->v[i].gap == GAP_SPACE;
}

/* Does one of the list end as many words before that place as it may? */
static bool
leads(const struct finds *list, uint32_t node)
{
	uint32_t far = (WITHIN_MAX + PHRASE_WORDS) << NODE_SHIFT;
	size_t i = first_at(list, node > far ? node - far : 0);

	for (; i < list->n && list->v[i].from_node < node; i++) {
		const struct found *f = &list->v[i];

		if (f->to_node <= node && (node - f->to_node) >> NODE_SHIFT <=
		    f->word->within)
			return true;
	}
	return false;
}

/* "nomor dua puluh" is another number with its tail; "antrean nomor 2" and
 * "nomor 2 di kelas" count other things. */
static enum why
why_not_number(const struct finding *f, const struct found *number)
{
	if (follows(&f->tails, number->to_node))
		return WHY_TAIL;
	if (number->word->ambiguous &&
	    (leads(&f->before, number->from_node) ||
	        follows(&f->behind, number->to_node)))
		return WHY_OTHER;
	return WHY_STANDS;
}

static int
drop_other_numbers(struct search *s)
{
	struct finds *list = &s->f->targets;
	size_t kept = 0;

	for (size_t i = 0; i < list->n; i++) {
		const struct found *f = &list->v[i];
		enum why why = f->word->kind == KIND_NUMBER
		    ? why_not_number(s->f, f) : WHY_STANDS;

		if (why == WHY_STANDS)
			list->v[kept++] = *f;
		else if (drop(s, f, why) != 0)
			return -1;
	}
	list->n = kept;
	return 0;
}

int
words_find(const struct words *w, struct str text, struct arena *mem,
    struct finding *f)
{
	struct search s = { w, mem, text, f };

	for (size_t i = 0; i < sizeof(f->of) / sizeof(f->of[0]); i++)
		f->of[i] = (struct finds){ f->first[i], 0, FINDS_FIRST };
	f->dropped = (struct finds){ NULL, 0, 0 };
	f->lattice = (struct lattice){ .mem = mem };
	spell_read(&w->spelling, &w->phrases, w->glyphs, text, &f->lattice);
	if (f->lattice.failed || walk_all(&s) != 0 ||
	    (f->tails.n + f->before.n + f->behind.n &&
	        drop_other_numbers(&s) != 0) ||
	    resolve(&s, &f->targets) != 0 || resolve(&s, &f->cues) != 0)
		return -1;
	return 0;
}
