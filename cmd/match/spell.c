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

/* Which words are slang: a bit for each. */
static int
mark_slang(struct spelling *s, const struct phrases *p, struct err *e)
{
	s->is_slang = calloc(p->n_states / 64 + 1, sizeof(*s->is_slang));
	if (!s->is_slang)
		return err_nomem(e);
	for (size_t i = 0; i < s->n_slang; i++)
		s->is_slang[s->slang[i].word / 64] |= (uint64_t)1 <<
		    s->slang[i].word % 64;
	return 0;
}

int
spell_build(struct spelling *s, const struct phrases *p, struct err *e)
{
	size_t n = 64;

	if (mark_slang(s, p, e) != 0)
		return -1;
	classes(s);
	while (n < p->n_words * 2)
		n *= 2;
	s->slots = malloc(n * sizeof(*s->slots));
	if (!s->slots)
		return err_nomem(e);
	memset(s->slots, 0xFF, n * sizeof(*s->slots));
	s->n_slots = n;
	for (size_t i = 0; i < p->n_states; i++) {
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
	free(s->is_slang);
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

struct edge *
lattice_more(struct lattice *l)
{
	size_t cap = l->cap ? l->cap * 2 : 64;
	struct edge *v;

	if (l->failed)
		return NULL;
	v = arena_grow(l->mem, l->v, l->cap * sizeof(*v), cap * sizeof(*v));
	l->failed = !v;
	if (!v)
		return NULL;
	l->v = v;
	l->cap = cap;
	return &v[l->n];
}

void
lattice_add(struct lattice *l, struct edge e)
{
	size_t i = l->n;

	if (!lattice_next(l))
		return;
	for (l->n++; i && l->v[i - 1].from_node > e.from_node; i--)
		l->v[i] = l->v[i - 1];
	l->v[i] = e;
}

void
lattice_end(struct lattice *l)
{
	for (size_t i = 0; i < 2; i++)
		lattice_add(l, (struct edge){ .from_node = UINT32_MAX });
	l->n -= l->failed ? 0 : 2;
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
