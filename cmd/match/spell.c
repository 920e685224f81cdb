#include "spell.h"

#include <stdlib.h>

enum { READINGS = 4, LETTERS_MIN = 3 };

const char *const how_name[] = { "exact", "folded", "look-alike", "stretched",
	"leet", "spaced", "hashtag", "slang" };

static bool
is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

void
spell_leet(struct spelling *s, char sign, struct str letters)
{
	for (size_t i = 0; i < letters.n; i++)
		if (is_letter(letters.p[i]))
			s->leet[sign & 127] |= 1u << (letters.p[i] - 'a');
	s->has_leet = true;
}

int
spell_slang(struct spelling *s, uint32_t word, const uint32_t *means, size_t n,
    struct err *e)
{
	size_t i = s->n_slang;

	if (s->n_slang == s->cap_slang) {
		size_t cap = s->cap_slang ? s->cap_slang * 2 : 64;
		void *v = realloc(s->slang, cap * sizeof(*s->slang));

		if (!v)
			return err_nomem(e);
		s->slang = v;
		s->cap_slang = cap;
	}
	if (s->n_means + n > s->cap_means) {
		size_t cap = (s->cap_means + n) * 2;
		void *v = realloc(s->means, cap * sizeof(*s->means));

		if (!v)
			return err_nomem(e);
		s->means = v;
		s->cap_means = cap;
	}
	for (; i && s->slang[i - 1].word > word; i--)
		s->slang[i] = s->slang[i - 1];
	s->slang[i] = (struct slang){ word, (uint32_t)s->n_means,
		(uint32_t)n };
	memcpy(s->means + s->n_means, means, n * sizeof(*means));
	s->n_means += n;
	s->n_slang++;
	return 0;
}

/* Letters that one sign may stand for become one class. */
static void
classes(struct spelling *s)
{
	for (int c = 0; c < 128; c++)
		s->class[c] = (uint8_t)c;
	for (int sign = 0; sign < 128; sign++)
		for (int c = 'a'; c <= 'z'; c++) {
			uint8_t from = s->class[c], to = s->class[sign];

			if (!(s->leet[sign] >> (c - 'a') & 1) || from == to)
				continue;
			for (int k = 0; k < 128; k++)
				if (s->class[k] == from)
					s->class[k] = to;
		}
}

/* The hash of what is left of a word: classes, without repetitions. */
static uint64_t
rest_hash(const struct spelling *s, struct str w)
{
	uint64_t h = 1469598103934665603u;
	int last = -1;

	for (size_t i = 0; i < w.n; i++) {
		unsigned char c = (unsigned char)w.p[i];
		int k = c < 128 ? s->class[c >= 'A' && c <= 'Z' ? c | 0x20 : c]
		                : c;

		if (k != last)
			h = (h ^ (unsigned)k) * 1099511628211u;
		last = k;
	}
	return h ^ h >> 32;
}

static bool
can_be_odd(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (!is_letter(w.p[i]))
			return false;
	return w.n >= LETTERS_MIN;
}

int
spell_build(struct spelling *s, const struct phrases *p, struct err *e)
{
	size_t n = 64;

	classes(s);
	while (n < p->n_words * 2)
		n *= 2;
	s->slots = malloc(n * sizeof(*s->slots));
	if (!s->slots)
		return err_nomem(e);
	memset(s->slots, 0xFF, n * sizeof(*s->slots));
	s->n_slots = n;
	for (size_t i = 0; i < p->n_words; i++) {
		size_t at = rest_hash(s, p->words[i]) & (n - 1);

		if (!can_be_odd(p->words[i]))
			continue;
		while (s->slots[at] != PHRASES_NONE)
			at = (at + 1) & (n - 1);
		s->slots[at] = (uint32_t)i;
	}
	return 0;
}

void
spell_release(struct spelling *s)
{
	free(s->slots);
	free(s->slang);
	free(s->means);
	*s = (struct spelling){ 0 };
}

/* May the sign stand for the letter?  *leet: it is another one. */
static bool
stands_for(const struct spelling *s, char sign, char letter, bool *leet)
{
	if (sign >= 'A' && sign <= 'Z')
		sign |= 0x20;
	if (sign == letter)
		return true;
	if (sign <= 0 || !(s->leet[(unsigned char)sign] >> (letter - 'a') & 1))
		return false;
	*leet = true;
	return true;
}

/* Is t the word, with signs for letters, or letters three times and more?
 * At least two letters, and half of all, must stand as they are. */
static bool
reads_as(const struct spelling *s, struct str t, struct str word,
    enum how *how)
{
	size_t j = 0, plain = 0;
	bool any = false;

	*how = HOW_STRETCHED;
	for (size_t i = 0; i < word.n;) {
		size_t want = 1, got = 0;

		while (i + want < word.n && word.p[i + want] == word.p[i])
			want++;
		for (bool leet = false; j < t.n &&
		     stands_for(s, t.p[j], word.p[i], &leet); leet = false) {
			any |= leet;
			plain += !leet;
			got++;
			j++;
		}
		if (got < want || (got > want && got < 3))
			return false;
		i += want;
	}
	if (any)
		*how = HOW_LEET;
	return j == t.n && plain >= 2 && plain * 2 >= t.n;
}

void
lattice_add(struct lattice *l, struct edge e)
{
	size_t i, cap = l->cap ? l->cap * 2 : 64;
	struct edge *v;

	if (l->failed)
		return;
	if (l->n == l->cap) {
		v = arena_grow(l->mem, l->v, l->cap * sizeof(*v),
		    cap * sizeof(*v));
		l->failed = !v;
		if (!v)
			return;
		l->v = v;
		l->cap = cap;
	}
	for (i = l->n++; i && l->v[i - 1].from_node > e.from_node; i--)
		l->v[i] = l->v[i - 1];
	l->v[i] = e;
}

void
spell_odd(const struct spelling *s, const struct phrases *p,
    struct edge like, struct str t, struct lattice *l)
{
	enum how least = (enum how)like.how, how;
	size_t at = rest_hash(s, t) & (s->n_slots - 1);

	for (int n = 0; n < READINGS && s->slots[at] != PHRASES_NONE;
	     at = (at + 1) & (s->n_slots - 1)) {
		like.word = s->slots[at];
		if (!reads_as(s, t, p->words[like.word], &how))
			continue;
		like.how = (uint8_t)(how > least ? how : least);
		lattice_add(l, like);
		n++;
	}
}

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
one_by_one(const struct spelling *s, const struct phrases *p,
    struct letters *run, const struct token *t, struct edge e,
    struct lattice *l)
{
	bool one = t->text.n == 1 && !(t->has & TOKEN_SYMBOL);

	if (run->n && (!one || t->gap == GAP_NONE ||
	        t->from - run->e.to > 1 || run->n == TOKEN_MAX ||
	        (run->n > 1 && t->gap != run->gap)))
		join(s, p, run, l);
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

void
spell_read(const struct spelling *s, const struct phrases *p,
    struct glyphs *g, struct str text, struct lattice *l)
{
	struct letters run; /* its text is filled as far as n says */
	enum gap tag_gap = GAP_NONE;
	struct fold_reader r;
	bool after_sign = false;
	uint32_t node = 0;
	struct token t;

	run.n = 0;
	fold_start(&r, g, text);
	for (; fold_next(&r, &t); node++) {
		uint64_t hash = phrases_hash(t.text);
		struct edge e = { PHRASES_NONE, node << NODE_SHIFT,
			(node + 1) << NODE_SHIFT, t.from, t.to,
			(uint8_t)t.gap, t.has & TOKEN_ALIKE ? HOW_ALIKE
			    : HOW_FOLDED, false };

		if (run.n || t.text.n == 1)
			one_by_one(s, p, &run, &t, e, l);
		if (after_sign && t.gap == GAP_NONE)
			spell_tag(s, p, &t, node, tag_gap, l);
		after_sign = (t.has & TOKEN_SYMBOL) && t.text.p[0] == '#';
		tag_gap = t.gap;
		if (phrases_seen(p, hash))
			e.word = phrases_find(p, &t, hash);
		if (e.word != PHRASES_NONE) {
			lattice_add(l, e);
			if (s->n_slang)
				add_slang(s, e, l);
		} else if (((t.has & TOKEN_LETTER) && (t.has & TOKEN_DIGIT)) ||
		    is_stretched(t.text)) {
			spell_odd(s, p, e, t.text, l);
		}
	}
	join(s, p, &run, l);
}
