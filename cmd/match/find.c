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

/* Insert in the order of places, longer first.  What two readings of a word
 * find is found once, by the nearer of them. */
static int
insert(struct finds *list, struct found found, struct arena *mem)
{
	size_t i = list->n, cap = list->cap ? list->cap * 2 : 16;
	struct found *v;

	if (list->n == list->cap) {
		v = arena_grow(mem, list->v, list->cap * sizeof(*v),
		    cap * sizeof(*v));
		if (!v)
			return -1;
		list->v = v;
		list->cap = cap;
	}
	for (size_t k = i; k-- && list->v[k].from >= found.from;)
		if (same_find(&list->v[k], &found)) {
			if (found.how < list->v[k].how)
				list->v[k] = found;
			return 0;
		}
	for (; i && (list->v[i - 1].from > found.from ||
	        (list->v[i - 1].from == found.from &&
	            list->v[i - 1].to < found.to)); i--)
		list->v[i] = list->v[i - 1];
	list->v[i] = found;
	list->n++;
	return 0;
}

static struct finds *
list_of(struct finding *f, enum kind kind)
{
	switch (kind) {
	case KIND_CUE:
		return &f->cues;
	case KIND_TAIL:
		return &f->tails;
	case KIND_BEFORE:
		return &f->before;
	case KIND_BEHIND:
		return &f->behind;
	default:
		return &f->targets;
	}
}

static int
drop(struct search *s, struct found found, enum why why)
{
	found.why = (uint8_t)why;
	return s->f->keep_dropped ? insert(&s->f->dropped, found, s->mem) : 0;
}

/* May it be told, as far as the word itself and its place say? */
static enum why
why_not(const struct search *s, const struct found *found)
{
	if (found->word->kind == KIND_NUMBER &&
	    (number_goes_on(s, found->to) ||
	        number_came_before(s, found->from)))
		return WHY_NUMBER_GOES_ON;
	return is_another_day(found->word, s->f->day) ? WHY_DAY : WHY_STANDS;
}

/* All words whose text ends in that state. */
static int
hits(struct search *s, uint32_t state, struct found found)
{
	struct str written = { s->text.p + found.from,
		found.to - found.from };
	uint32_t i = s->w->phrases.states[state].end;
	uint8_t how = found.how;
	enum why why;

	for (; i != NO_WORD; i = s->w->v[i].same) {
		found.word = &s->w->v[i];
		found.how = how == HOW_FOLDED &&
		    str_eq(written, found.word->text) ? HOW_EXACT : how;
		why = why_not(s, &found);
		if ((why == WHY_STANDS
		        ? insert(list_of(s->f, found.word->kind), found,
		              s->mem)
		        : drop(s, found, why)) != 0)
			return -1;
	}
	return 0;
}

/* On from edge i, which leads into state.  At most PHRASE_WORDS deep. */
static int
walk(struct search *s, size_t i, uint32_t state, struct found found)
{
	const struct lattice *l = &s->f->lattice;
	const struct edge *e = &l->v[i];

	found.to = e->to;
	found.to_node = e->to_node;
	if (e->how > found.how)
		found.how = e->how;
	if (hits(s, state, found) != 0)
		return -1;
	if (!s->w->phrases.states[state].more)
		return 0;
	for (i++; i < l->n && l->v[i].from_node <= e->to_node; i++) {
		const struct edge *next = &l->v[i];
		uint32_t to;

		if (next->from_node != e->to_node)
			continue;
		to = phrases_next(&s->w->phrases, state, (enum gap)next->gap,
		    next->word);
		if (to && walk(s, i, to, found) != 0)
			return -1;
	}
	return 0;
}

static int
walk_all(struct search *s)
{
	const struct lattice *l = &s->f->lattice;

	for (size_t i = 0; i < l->n; i++) {
		const struct edge *e = &l->v[i];
		struct found found = { .from = e->from, .gap = e->gap,
			.from_node = e->from_node, .how = HOW_FOLDED };
		uint32_t state;

		state = e->inner ? 0 : s->w->phrases.first[e->word];
		if (state && walk(s, i, state, found) != 0)
			return -1;
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
	size_t kept = 0;

	for (size_t i = 0; i < list->n; i++) {
		struct found f = list->v[i];
		struct found last = kept ? list->v[kept - 1]
		                         : (struct found){ 0 };

		if (!kept || f.from >= last.to ||
		    (f.from == last.from && f.to == last.to))
			list->v[kept++] = f;
		else if (gives_way(&last, &f))
			list->v[kept - 1] = f;
		else if (drop(s, f, WHY_OVERLAP) != 0)
			return -1;
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
		struct found f = list->v[i];

		enum why why = f.word->kind == KIND_NUMBER
		    ? why_not_number(s->f, &f) : WHY_STANDS;

		if (why == WHY_STANDS)
			list->v[kept++] = f;
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

	*f = (struct finding){ .lattice.mem = mem,
		.keep_dropped = f->keep_dropped, .day = f->day };
	spell_read(&w->spelling, &w->phrases, w->glyphs, text, &f->lattice);
	if (f->lattice.failed || walk_all(&s) != 0 ||
	    (f->tails.n + f->before.n + f->behind.n &&
	        drop_other_numbers(&s) != 0) ||
	    resolve(&s, &f->targets) != 0 || resolve(&s, &f->cues) != 0)
		return -1;
	return 0;
}
