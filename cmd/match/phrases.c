#include "phrases.h"

#include <stdlib.h>

enum { SLOTS_FIRST = 1 << 10, BITS_A_SLOT = 16, STATES_MAX = 1 << 29 };

int
phrases_init(struct phrases *p, struct err *e)
{
	*p = (struct phrases){ .n_slots = SLOTS_FIRST, .n_steps = SLOTS_FIRST,
		.n_bits = SLOTS_FIRST * BITS_A_SLOT,
		.cap_states = SLOTS_FIRST, .n_states = 1 };
	p->slots = calloc(p->n_slots, sizeof(*p->slots));
	p->steps = calloc(p->n_steps, sizeof(*p->steps));
	p->bits = calloc(p->n_bits / 64, sizeof(*p->bits));
	p->ends = calloc(p->cap_states, sizeof(*p->ends));
	if (!p->slots || !p->steps || !p->bits || !p->ends)
		return err_nomem(e);
	memset(p->slots, 0xFF, p->n_slots * sizeof(*p->slots));
	p->ends[0] = PHRASES_NONE;
	return 0;
}

void
phrases_release(struct phrases *p)
{
	free(p->words);
	free(p->slots);
	free(p->bits);
	free(p->steps);
	free(p->ends);
	*p = (struct phrases){ 0 };
}

/* Is a folded word the token?  A plain one stands as it was written. */
static bool
is_token(struct str word, const struct token *t)
{
	if (word.n != t->text.n || (t->has & TOKEN_LONG))
		return false;
	if (!(t->has & TOKEN_PLAIN))
		return memcmp(word.p, t->text.p, word.n) == 0;
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] != (t->text.p[i] | 0x20))
			return false;
	return true;
}

uint32_t
phrases_find(const struct phrases *p, const struct token *t, uint64_t hash)
{
	uint32_t tag = (uint32_t)(hash >> 32);
	size_t at = (hash >> 20) & (p->n_slots - 1);

	for (; p->slots[at].id != PHRASES_NONE;
	     at = (at + 1) & (p->n_slots - 1))
		if (p->slots[at].tag == tag &&
		    is_token(p->words[p->slots[at].id], t))
			return p->slots[at].id;
	return PHRASES_NONE;
}

uint32_t
phrases_find_str(const struct phrases *p, struct str s)
{
	struct token t = { .text = s };
	uint64_t hash = phrases_hash(s);

	return phrases_seen(p, hash) ? phrases_find(p, &t, hash)
	                             : PHRASES_NONE;
}

static void
put_word(struct phrases *p, uint64_t hash, uint32_t id)
{
	size_t at = (hash >> 20) & (p->n_slots - 1);
	uint64_t bit = hash & (p->n_bits - 1);

	while (p->slots[at].id != PHRASES_NONE)
		at = (at + 1) & (p->n_slots - 1);
	p->slots[at] = (struct phrases_slot){ (uint32_t)(hash >> 32), id };
	p->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

static int
grow_words(struct phrases *p, struct err *e)
{
	size_t n = p->n_slots * 2;
	struct phrases_slot *slots = malloc(n * sizeof(*slots));
	uint64_t *bits = calloc(n * BITS_A_SLOT / 64, sizeof(*bits));

	if (!slots || !bits) {
		free(slots);
		free(bits);
		return err_nomem(e);
	}
	memset(slots, 0xFF, n * sizeof(*slots));
	free(p->slots);
	free(p->bits);
	p->slots = slots;
	p->bits = bits;
	p->n_slots = n;
	p->n_bits = n * BITS_A_SLOT;
	for (size_t i = 0; i < p->n_words; i++)
		put_word(p, phrases_hash(p->words[i]), (uint32_t)i);
	return 0;
}

int
phrases_word(struct phrases *p, struct str word, uint32_t *id, struct err *e)
{
	size_t cap = p->cap_words ? p->cap_words * 2 : 256;
	struct str *v;

	*id = phrases_find_str(p, word);
	if (*id != PHRASES_NONE)
		return 0;
	if (p->n_words * 2 >= p->n_slots && grow_words(p, e) != 0)
		return -1;
	if (p->n_words == p->cap_words) {
		v = realloc(p->words, cap * sizeof(*v));
		if (!v)
			return err_nomem(e);
		p->words = v;
		p->cap_words = cap;
	}
	*id = (uint32_t)p->n_words;
	p->words[p->n_words++] = word;
	if (word.n > p->longest)
		p->longest = (unsigned)word.n;
	put_word(p, phrases_hash(word), *id);
	return 0;
}

/* Never 0: the word's number is counted from 1. */
static uint64_t
key_of(uint32_t state, enum gap gap, uint32_t word)
{
	return (uint64_t)state << 34 | (uint64_t)gap << 32 | (word + 1);
}

static size_t
place(const struct phrases_step *steps, size_t n, uint64_t key)
{
	uint64_t h = key * 0x9E3779B97F4A7C15u;
	size_t at = (h ^ h >> 32) & (n - 1);

	while (steps[at].key && steps[at].key != key)
		at = (at + 1) & (n - 1);
	return at;
}

uint32_t
phrases_next(const struct phrases *p, uint32_t state, enum gap gap,
    uint32_t word)
{
	return p->steps[place(p->steps, p->n_steps,
	    key_of(state, gap, word))].to;
}

static int
grow_steps(struct phrases *p, struct err *e)
{
	size_t n = p->n_steps * 2;
	struct phrases_step *steps = calloc(n, sizeof(*steps));

	if (!steps)
		return err_nomem(e);
	for (size_t i = 0; i < p->n_steps; i++)
		if (p->steps[i].key)
			steps[place(steps, n, p->steps[i].key)] = p->steps[i];
	free(p->steps);
	p->steps = steps;
	p->n_steps = n;
	return 0;
}

int
phrases_step(struct phrases *p, uint32_t state, enum gap gap, uint32_t word,
    uint32_t *to, struct err *e)
{
	uint64_t key = key_of(state, gap, word);
	uint32_t *ends;

	*to = phrases_next(p, state, gap, word);
	if (*to)
		return 0;
	if (p->n_states == STATES_MAX)
		return err_set(e, ERR_USAGE, "too many words");
	if (p->used_steps * 2 >= p->n_steps && grow_steps(p, e) != 0)
		return -1;
	if (p->n_states == p->cap_states) {
		ends = realloc(p->ends, p->cap_states * 2 * sizeof(*ends));
		if (!ends)
			return err_nomem(e);
		p->ends = ends;
		p->cap_states *= 2;
	}
	*to = (uint32_t)p->n_states++;
	p->ends[*to] = PHRASES_NONE;
	p->steps[place(p->steps, p->n_steps, key)] =
	    (struct phrases_step){ key, *to };
	p->used_steps++;
	return 0;
}
