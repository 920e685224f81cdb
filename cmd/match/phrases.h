#ifndef PHRASES_H
#define PHRASES_H
/*
 * phrases -- find many rows of words at once.
 *
 * Every word that occurs in a phrase has a number; a phrase is a path of
 * numbers and gaps from the root of a trie.  As a phrase can only begin where
 * a word begins, and most words of a text are in no phrase, a text costs one
 * look into a small table of bits for each of its words, and a walk for the
 * few that begin something.  Both tables grow with the phrases, the work for
 * a text does not.
 */
#include <stddef.h>

#include "fold.h"

enum { PHRASE_WORDS = 32 }; /* words of a phrase */

#define PHRASES_NONE UINT32_MAX

struct phrases_slot { uint32_t tag, id; };
struct phrases_step { uint64_t key; uint32_t to; };

struct phrases {
	struct str *words;          /* by number; the bytes are not owned  */
	size_t n_words, cap_words;
	struct phrases_slot *slots; /* hash -> number                      */
	size_t n_slots;
	uint64_t *bits;             /* is a word of that hash there?       */
	size_t n_bits;
	struct phrases_step *steps; /* (state, gap, word) -> state; key 0:
	                               free                                */
	size_t n_steps, used_steps;
	uint32_t *ends;             /* state -> what ends there, or NONE   */
	size_t n_states, cap_states;
	unsigned longest;           /* bytes of the longest word           */
};

/* phrases_init(p, e), phrases_release(p): safe on an all-zero struct. */
int phrases_init(struct phrases *p, struct err *e);
void phrases_release(struct phrases *p);

/* phrases_word(p, word, id, e): the number of a folded word, a new one if it
 * has none; the bytes must outlive p.  Returns 0, or -1 with *e set. */
int phrases_word(struct phrases *p, struct str word, uint32_t *id,
    struct err *e);

/* phrases_step(p, state, gap, word, to, e): go on from a state (0: the root,
 * where gap is GAP_NONE), making the step if it is not there. */
int phrases_step(struct phrases *p, uint32_t state, enum gap gap,
    uint32_t word, uint32_t *to, struct err *e);

/* phrases_hash(s): of a word in any case. */
static inline uint64_t
phrases_hash(struct str s)
{
	const uint64_t lower = 0x2020202020202020u;
	const uint64_t k = 0x9E3779B97F4A7C15u;
	uint64_t a = 0, b = 0;

	if (s.n >= 8) {
		memcpy(&a, s.p, 8);
		memcpy(&b, s.p + s.n - 8, 8);
	} else if (s.n >= 4) {
		memcpy(&a, s.p, 4);
		memcpy(&b, s.p + s.n - 4, 4);
	} else if (s.n) {
		a = (uint64_t)(unsigned char)s.p[0] << 16 |
		    (uint64_t)(unsigned char)s.p[s.n / 2] << 8 |
		    (unsigned char)s.p[s.n - 1];
	}
	a = ((a | lower) ^ s.n) * k;
	a = (a ^ a >> 32 ^ (b | lower)) * k;
	return a ^ a >> 32;
}

/* phrases_seen(p, hash): false if no word has that hash. */
static inline bool
phrases_seen(const struct phrases *p, uint64_t hash)
{
	uint64_t bit = hash & (p->n_bits - 1);

	return p->bits[bit / 64] >> bit % 64 & 1;
}

/* phrases_find(p, t, hash): the number of a token, or NONE. */
uint32_t phrases_find(const struct phrases *p, const struct token *t,
    uint64_t hash);

/* phrases_find_str(p, s): the same for folded bytes. */
uint32_t phrases_find_str(const struct phrases *p, struct str s);

/* phrases_next(p, state, gap, word): the state, or 0 if there is none. */
uint32_t phrases_next(const struct phrases *p, uint32_t state, enum gap gap,
    uint32_t word);
#endif
