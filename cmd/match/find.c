/* The search of words.h: from the automaton's hits to what stands there. */
#include "words.h"

struct search {
	const struct words *w;
	struct arena *mem;
	const struct folded *f;
	struct str text;
	struct finds *targets, *cues;
	struct finds tails;
};

/* May the word stand at [from, to)?  Not inside another word. */
static bool
at_edges(const struct word *word, const struct folded *f, size_t from,
    size_t to)
{
	if (word->starts && from && f->at[from - 1].word)
		return false;
	return !word->ends || to == f->n || !f->at[to].word;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "nomor 2.500", "nomor 2/15", "02:30": the number goes on. */
static bool
number_goes_on(const struct search *s, size_t to)
{
	struct fold_at last = s->f->at[to - 1];
	size_t next = last.byte + last.len;

	return next + 1 < s->text.n && s->text.p[next] &&
	    strchr(".,:/-", s->text.p[next]) && is_digit(s->text.p[next + 1]);
}

/* Insert in the order of places, longer first; hits come ordered by their
 * end, so the place is near the end of the list. */
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
	for (; i && (list->v[i - 1].from > found.from ||
	        (list->v[i - 1].from == found.from &&
	            list->v[i - 1].to < found.to)); i--)
		list->v[i] = list->v[i - 1];
	list->v[i] = found;
	list->n++;
	return 0;
}

static struct finds *
list_of(struct search *s, enum kind kind)
{
	return kind == KIND_CUE ? s->cues
	    : kind == KIND_TAIL ? &s->tails : s->targets;
}

static int
on_hit(void *ctx, uint32_t pattern, size_t from, size_t to)
{
	struct search *s = ctx;
	uint32_t i = s->w->of_pattern[pattern];

	for (; i != NO_WORD; i = s->w->v[i].same) {
		const struct word *word = &s->w->v[i];
		struct found found = { word, from, to };

		if (!at_edges(word, s->f, from, to))
			continue;
		if (word->kind == KIND_NUMBER && number_goes_on(s, to))
			continue;
		if (insert(list_of(s, word->kind), found, s->mem) != 0)
			return -1;
	}
	return 0;
}

/* Leftmost, then longest; what shares the winner's place stays. */
static void
resolve(struct finds *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->n; i++) {
		struct found f = list->v[i];
		struct found last = kept ? list->v[kept - 1]
		                         : (struct found){ 0 };

		if (kept && f.from < last.to &&
		    (f.from != last.from || f.to != last.to))
			continue;
		list->v[kept++] = f;
	}
	list->n = kept;
}

/* Does a tail begin at that place?  They are ordered by it. */
static bool
tail_at(const struct finds *tails, size_t at)
{
	size_t low = 0, high = tails->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (tails->v[mid].from < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low < tails->n && tails->v[low].from == at;
}

/* "nomor dua puluh": with its tail it is another number. */
static void
drop_longer_numbers(struct search *s)
{
	size_t kept = 0;

	for (size_t i = 0; i < s->targets->n; i++) {
		struct found f = s->targets->v[i];

		if (f.word->kind != KIND_NUMBER || f.to == s->f->n ||
		    s->f->p[f.to] != ' ' ||
		    !tail_at(&s->tails, f.to + 1))
			s->targets->v[kept++] = f;
	}
	s->targets->n = kept;
}

int
words_find(const struct words *w, struct str text, struct arena *mem,
    struct folded *folded, struct finds *targets, struct finds *cues)
{
	struct search s = { w, mem, folded, text, targets, cues, { 0 } };

	*targets = *cues = (struct finds){ 0 };
	if (fold_text(w->fold, text, mem, folded) != 0 ||
	    ac_scan(w->ac, (struct str){ folded->p, folded->n }, on_hit,
	        &s) != 0)
		return -1;
	drop_longer_numbers(&s);
	resolve(targets);
	resolve(cues);
	return 0;
}
