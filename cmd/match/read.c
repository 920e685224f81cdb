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
	uint32_t node;     /* tokens before */
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

/* One token with all its readings; word: its number if it is known. */
static void
read_token(struct reading *r, const struct token *t, uint32_t word)
{
	struct edge e = { word, r->node << NODE_SHIFT,
		(r->node + 1) << NODE_SHIFT, t->from, t->to, (uint8_t)t->gap,
		t->has & TOKEN_ALIKE ? HOW_ALIKE : HOW_FOLDED, false };

	if (r->run.n || t->text.n == 1)
		one_by_one(r, t, e);
	if (r->after_sign && t->gap == GAP_NONE)
		spell_tag(r->s, r->p, t, r->node, r->tag_gap, r->l);
	r->after_sign = (t->has & TOKEN_SYMBOL) && t->text.p[0] == '#';
	r->tag_gap = t->gap;
	if (word != PHRASES_NONE) {
		lattice_add(r->l, e);
		if (r->s->is_slang[word / 64] >> word % 64 & 1)
			add_slang(r->s, e, r->l);
	} else if (((t->has & TOKEN_LETTER) && (t->has & TOKEN_DIGIT)) ||
	    is_stretched(t->text)) {
		spell_odd(r->s, r->p, e, t->text, r->l);
	}
}

/* A plain word: nothing to do for most of them. */
static void
read_plain(struct reading *r, const struct scan *scan,
    const struct scan_word *w)
{
	struct str text = { scan->text.p + w->from, w->to - w->from };
	const unsigned mixed = TOKEN_LETTER | TOKEN_DIGIT;
	uint32_t word = PHRASES_NONE;
	struct token t;

	if (phrases_seen(r->p, phrases_hash(w->key)))
		word = phrases_find(r->p, w->key, text);
	if (word == PHRASES_NONE && text.n > 1 && !w->thrice && !r->run.n &&
	    !r->after_sign && (w->has & mixed) != mixed)
		return;
	t = (struct token){ text, (uint32_t)w->from, (uint32_t)w->to, w->gap,
		w->has };
	read_token(r, &t, word);
}

void
spell_read(const struct spelling *s, const struct phrases *p,
    struct glyphs *g, struct str text, struct lattice *l)
{
	struct reading r; /* the letters are filled as far as n says */
	struct fold_reader fold;
	struct scan_word w;
	enum scanned what;
	struct scan scan;
	struct token t;

	r.s = s, r.p = p, r.l = l;
	r.run.n = r.node = 0;
	r.after_sign = false;
	fold_start(&fold, g, text);
	scan_start(&scan, text);
	for (; (what = scan_next(&scan, &w)) != SCAN_END; r.node++) {
		if (what == SCAN_WORD) {
			read_plain(&r, &scan, &w);
			continue;
		}
		fold.at = scan.at;
		if (!fold_next(&fold, &t))
			break;
		scan.at = fold.at;
		read_token(&r, &t, t.has & TOKEN_LONG ? PHRASES_NONE
		    : t.has & TOKEN_PLAIN ? phrases_find_plain(p, t.text)
		                          : phrases_find_str(p, t.text));
	}
	join(s, p, &r.run, l);
}
