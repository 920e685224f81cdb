#include "phrases.h"

#include <stdlib.h>

enum {
	SLOTS_FIRST = 1 << 10,
	BITS_A_SLOT = 16,
	STATES_MAX = 1 << 29, /* and words */
	WAYS_AT_ONCE = 4,
};

int
phrases_init(struct phrases *p, struct err *e)
{
	*p = (struct phrases){ .n_slots = SLOTS_FIRST, .n_steps = SLOTS_FIRST,
		.n_bits = SLOTS_FIRST * BITS_A_SLOT,
		.cap_states = SLOTS_FIRST, .n_states = 1 };
	p->slots = calloc(p->n_slots, sizeof(*p->slots));
	p->steps = calloc(p->n_steps, sizeof(*p->steps));
	p->bits = calloc(p->n_bits / 64, sizeof(*p->bits));
	p->states = calloc(p->cap_states, sizeof(*p->states));
	p->words = calloc(p->cap_states, sizeof(*p->words));
	if (!p->slots || !p->steps || !p->bits || !p->states || !p->words)
		return err_nomem(e);
	memset(p->slots, 0xFF, p->n_slots * sizeof(*p->slots));
	p->states[0].end = PHRASES_NONE;
	return 0;
}

void
phrases_release(struct phrases *p)
{
	free(p->words);
	free(p->slots);
	free(p->bits);
	free(p->steps);
	free(p->ways);
	free(p->states);
	*p = (struct phrases){ 0 };
}

struct phrases_key
phrases_key(struct str s)
{
	struct phrases_key k = { 0, 0 };

	if (s.n <= 8) {
		k.lo = s.n == 8 ? mix_eight(s.p) : mix_rest(s.p, s.n);
	} else {
		k.lo = mix_eight(s.p);
		k.hi = mix_eight(s.p + s.n - 8) >> (s.n < 16 ? 8 * (16 - s.n) : 0);
	}
	return k;
}

bool
phrases_same(struct str word, struct str s)
{
	for (size_t i = 8; i + 8 < word.n; i++)
		if (word.p[i] != s.p[i] && (s.p[i] < 'A' || s.p[i] > 'Z' ||
		        word.p[i] != (s.p[i] | 0x20)))
			return false;
	return true;
}

static uint32_t
find(const struct phrases *p, struct phrases_key key, struct str s)
{
	uint64_t hash = phrases_hash(key);

	return phrases_seen(p, hash) ? phrases_find(p, key, hash, s)
	                             : PHRASES_NONE;
}

uint32_t
phrases_find_str(const struct phrases *p, struct str s)
{
	return find(p, phrases_key(s), s);
}

uint32_t
phrases_find_plain(const struct phrases *p, struct str s)
{
	return find(p, phrases_key_plain(s), s);
}

static void
put_word(struct phrases *p, uint32_t id)
{
	struct str word = p->words[id];
	struct phrases_key key = phrases_key(word);
	uint64_t hash = phrases_hash(key);
	size_t at = phrases_slot(p, hash);
	uint64_t bit = hash & (p->n_bits - 1);

	while (p->slots[at].id != PHRASES_NONE)
		at = (at + 1) & (p->n_slots - 1);
	p->slots[at] = (struct phrases_slot){ key, id, (uint32_t)word.n };
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
	for (size_t i = 0; i < p->n_states; i++)
		if (p->words[i].n)
			put_word(p, (uint32_t)i);
	return 0;
}

/* One state more, where no phrase ends, of that word. */
static int
add_state(struct phrases *p, struct str word, uint32_t *id, struct err *e)
{
	size_t cap = p->cap_states * 2;
	struct phrases_state *states;
	struct str *words;

	if (p->n_states == STATES_MAX)
		return err_set(e, ERR_USAGE, "too many words");
	if (p->n_states == p->cap_states) {
		states = realloc(p->states, cap * sizeof(*states));
		if (!states)
			return err_nomem(e);
		p->states = states;
		words = realloc(p->words, cap * sizeof(*words));
		if (!words)
			return err_nomem(e);
		p->words = words;
		p->cap_states = cap;
	}
	*id = (uint32_t)p->n_states++;
	p->states[*id] = (struct phrases_state){ .end = PHRASES_NONE };
	p->words[*id] = word;
	return 0;
}

int
phrases_word(struct phrases *p, struct str word, uint32_t *id, struct err *e)
{
	*id = phrases_find_str(p, word);
	if (*id != PHRASES_NONE)
		return 0;
	if (p->n_words * 4 >= p->n_slots * 3 && grow_words(p, e) != 0)
		return -1;
	if (add_state(p, word, id, e) != 0)
		return -1;
	p->n_words++;
	if (word.n > p->longest)
		p->longest = (unsigned)word.n;
	put_word(p, *id);
	return 0;
}

/* Never 0: the word's number is counted from 1. */
static uint64_t
key_of(uint32_t state, enum gap gap, uint32_t word)
{
	return (uint64_t)state << 34 | (uint64_t)gap << 32 | (word + 1);
}

static uint32_t
way_by(enum gap gap, uint32_t word)
{
	return word << 2 | (uint32_t)gap;
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

	*to = p->steps[place(p->steps, p->n_steps, key)].to;
	if (*to)
		return 0;
	if (p->used_steps * 2 >= p->n_steps && grow_steps(p, e) != 0)
		return -1;
	if (add_state(p, (struct str){ 0 }, to, e) != 0)
		return -1;
	p->states[state].n++;
	p->states[state].by |= (uint64_t)1 << word % 64;
	p->steps[place(p->steps, p->n_steps, key)] =
	    (struct phrases_step){ key, *to };
	p->used_steps++;
	return 0;
}

static int
by_way(const void *va, const void *vb)
{
	const struct phrases_way *a = va, *b = vb;

	return (a->by > b->by) - (a->by < b->by);
}

int
phrases_build(struct phrases *p, struct err *e)
{
	uint32_t from = 0;

	p->ways = calloc(p->used_steps + WAYS_AT_ONCE, sizeof(*p->ways));
	if (!p->ways)
		return err_nomem(e);
	for (size_t i = 0; i < p->n_states; i++) {
		p->states[i].from = from;
		from += p->states[i].n;
		p->states[i].n = 0;
	}
	for (size_t i = 0; i < p->n_steps; i++) {
		uint64_t key = p->steps[i].key;
		struct phrases_state *s = &p->states[key >> 34];

		if (key)
			p->ways[s->from + s->n++] = (struct phrases_way){
				way_by((enum gap)(key >> 32 & 3),
				    (uint32_t)key - 1), p->steps[i].to };
	}
	for (size_t i = 0; i < p->n_states; i++)
		qsort(p->ways + p->states[i].from, p->states[i].n,
		    sizeof(*p->ways), by_way);
	free(p->steps);
	p->steps = NULL;
	return 0;
}

uint32_t
phrases_way(const struct phrases *p, uint32_t state, enum gap gap,
    uint32_t word)
{
	const struct phrases_way *w = p->ways + p->states[state].from;
	uint32_t by = way_by(gap, word), n = p->states[state].n, to = 0;

	while (n > WAYS_AT_ONCE) {
		uint32_t half = n / 2;

		w += w[half].by <= by ? half : 0;
		n -= half;
	}
	for (uint32_t i = 0; i < WAYS_AT_ONCE; i++)
		to = ((i < n) & (w[i].by == by)) ? w[i].to : to;
	return to;
}
