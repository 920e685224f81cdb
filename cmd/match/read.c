/* The part of spell.h that goes through a text, word by word. */
#include "scan.h"
#include "spell.h"

enum { LETTERS_MIN = 3 };

/* One letter three times in a row? */
static bool
is_stretched(struct str t)
{
	for (size_t i = 2; i < t.n; i++)
		if (t.p[i] == t.p[i - 1] && t.p[i] == t.p[i - 2])
			return true;
	return false;
}

/* What slang means, instead of the edge. */
static void
add_slang(const struct spelling *s, struct edge e, struct lattice *l)
{
	size_t low = 0, high = s->n_slang;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (s->slang[mid].word < e.word)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < s->n_slang && s->slang[low].word == e.word; low++) {
		const struct slang *g = &s->slang[low];
		struct edge one = e;

		one.how = HOW_SLANG;
		for (uint32_t i = 0; i < g->n; i++) {
			one.word = s->means[g->first + i];
			one.to_node = i + 1 < g->n ? e.from_node + i + 1
			                           : e.to_node;
			lattice_add(l, one);
			one.from_node = one.to_node;
			one.gap = GAP_SPACE;
		}
	}
}

/* Letters one by one, as long as they are read. */
struct letters {
	struct edge e; /* over all of them */
	enum gap gap;  /* between them     */
	char text[TOKEN_MAX];
	size_t n;
};

/* A text being read. */
struct reading {
	const struct spelling *s;
	const struct phrases *p;
	struct lattice *l;
	struct letters run;
	uint32_t node;     /* its tokens before */
	bool after_sign;   /* '#'           */
	enum gap tag_gap;  /* before it     */
};

static void
join(const struct spelling *s, const struct phrases *p, struct letters *run,
    struct lattice *l)
{
	struct str t = { run->text, run->n };
	size_t n = run->n;

	run->n = 0;
	if (n < LETTERS_MIN)
		return;
	run->e.word = phrases_find_str(p, t);
	run->e.how = HOW_SPACED;
	if (run->e.word != PHRASES_NONE)
		lattice_add(l, run->e);
	else
		spell_odd(s, p, run->e, t, l);
}

static void
one_by_one(struct reading *r, const struct token *t, struct edge e)
{
	bool one = t->text.n == 1 && !(t->has & TOKEN_SYMBOL);
	struct letters *run = &r->run;

	if (run->n && (!one || t->gap == GAP_NONE ||
	        t->from - run->e.to > 1 || run->n == TOKEN_MAX ||
	        (run->n > 1 && t->gap != run->gap)))
		join(r->s, r->p, run, r->l);
	if (!one)
		return;
	if (!run->n)
		run->e = e;
	run->gap = t->gap;
	run->text[run->n++] = (char)(t->has & TOKEN_LETTER
	        ? t->text.p[0] | 0x20 : t->text.p[0]);
	run->e.to = t->to;
	run->e.to_node = e.to_node;
}

static struct edge
edge_of(const struct reading *r, const struct token *t, uint32_t word)
{
	return (struct edge){ word, r->node << NODE_SHIFT,
		(r->node + 1) << NODE_SHIFT, t->from, t->to, (uint8_t)t->gap,
		t->has & TOKEN_ALIKE ? HOW_ALIKE : HOW_FOLDED, false };
}

/* One token with all its readings; word: its number if it is known. */
static void
read_token(struct reading *r, const struct token *t, uint32_t word)
{
	if (r->run.n || t->text.n == 1)
		one_by_one(r, t, edge_of(r, t, PHRASES_NONE));
	if (r->after_sign && t->gap == GAP_NONE)
		spell_tag(r->s, r->p, t, r->node, r->tag_gap, r->l);
	r->after_sign = (t->has & TOKEN_SYMBOL) && t->text.p[0] == '#';
	r->tag_gap = t->gap;
	if (word != PHRASES_NONE) {
		lattice_add(r->l, edge_of(r, t, word));
		if (spell_is_slang(r->s, word))
			add_slang(r->s, edge_of(r, t, word), r->l);
	} else if (((t->has & TOKEN_LETTER) && (t->has & TOKEN_DIGIT)) ||
	    is_stretched(t->text)) {
		spell_odd(r->s, r->p, edge_of(r, t, word), t->text, r->l);
	}
}

/* A word of the list: what is known and plain is put where it will stay, as
 * to copy what was just written is to wait for it. */
static void
read_word(struct reading *r, const struct scan *scan,
    const struct scan_word *w)
{
	struct edge *e;
	struct token t;
	uint32_t word = PHRASES_NONE;

	if (w->seen)
		word = phrases_find(r->p, w->key, w->hash, (struct str){
		    scan->p + w->from, (size_t)(w->to - w->from) });
	r->node = scan->first + w->nth;
	if (w->odd || (word != PHRASES_NONE && spell_is_slang(r->s, word))) {
		scan_token(scan, w, &t);
		read_token(r, &t, word);
		return;
	}
	e = word != PHRASES_NONE ? lattice_next(r->l) : NULL;
	if (!e)
		return;
	r->l->n++;
	e->word = word;
	e->from_node = r->node << NODE_SHIFT;
	e->to_node = (r->node + 1) << NODE_SHIFT;
	e->from = (uint32_t)(scan->base + w->from);
	e->to = (uint32_t)(scan->base + w->to);
	e->gap = (uint8_t)scan_gap(scan, w);
	e->how = HOW_FOLDED;
	e->inner = false;
}

/* The token at scan->at, which fold knows; false: there is none. */
static bool
read_other(struct reading *r, struct scan *scan, struct fold_reader *fold)
{
	uint32_t word = PHRASES_NONE;
	struct token t;
	bool any;

	fold->at = scan->at;
	any = fold_next(fold, &t);
	scan->at = fold->at;
	scan->ascii &= scan->at <= scan->base + SCAN_WINDOW;
	if (!any)
		return false;
	if (!(t.has & TOKEN_LONG))
		word = t.has & TOKEN_PLAIN ? phrases_find_plain(r->p, t.text)
		                           : phrases_find_str(r->p, t.text);
	r->node = scan->passed++;
	read_token(r, &t, word);
	return true;
}

void
spell_read(const struct spelling *s, const struct phrases *p,
    struct glyphs *g, struct str text, struct lattice *l)
{
	struct reading r; /* the letters are filled as far as n says */
	struct fold_reader fold;
	enum scanned next;
	struct scan scan;

	r.s = s, r.p = p, r.l = l;
	r.run.n = r.node = 0;
	r.after_sign = false;
	fold_start(&fold, g, text);
	scan_start(&scan, p, text);
	do {
		next = scan_next(&scan, r.run.n || r.after_sign);
		for (size_t i = 0; i < scan.n; i++)
			read_word(&r, &scan, &scan.list[i]);
	} while (next == SCAN_MORE ||
	    (next == SCAN_OTHER && read_other(&r, &scan, &fold)));
	join(s, p, &r.run, l);
	lattice_end(l);
	l->ascii = scan.ascii;
}
