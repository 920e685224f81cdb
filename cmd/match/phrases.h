#ifndef PHRASES_H
#define PHRASES_H
/*
 * phrases -- find many rows of words at once.
 *
 * Every word that occurs in a phrase has a number; a phrase is a path of
 * numbers and gaps from the root of a trie.  A word's number is that of the
 * state that it leads to from there.  As a phrase can only begin where
 * a word begins, and most words of a text are in no phrase, a text costs one
 * look into a small table of bits for each of its words, and a walk for the
 * few that begin something.  Both tables grow with the phrases, the work for
 * a text does not.
 *
 * Why no automaton of Aho and Corasick, as was planned: it earns its failure
 * links where a pattern may begin at any byte.  Here it begins with a word,
 * one word has several readings at once (spell.h), and those of all places
 * are a lattice, over which failure links would have to be followed for each
 * path.  tests/unit/match/find.c compares with a naive search.
 */
#include <stddef.h>

#include "ends.h"
#include "fold.h"
#include "mix.h"

enum { PHRASE_WORDS = 32 }; /* words of a phrase */

#define PHRASES_NONE UINT32_MAX

/* A folded word of up to 16 bytes, zeros behind it; of a longer one the first
 * and the last eight. */
struct phrases_key { uint64_t lo, hi; };

struct phrases_slot {
	struct phrases_key key;
	uint32_t id; /* PHRASES_NONE: free */
	uint32_t n;  /* bytes of the word  */
};

struct phrases_step { uint64_t key; uint32_t to; };
struct phrases_way { uint32_t by, to; };

struct phrases_state {
	uint32_t end;     /* what ends there, or NONE               */
	uint32_t from, n; /* the ways on; before phrases_build() n is
	                     only how many                          */
	uint64_t by;      /* what words the ways have, modulo 64    */
};

struct phrases {
	struct str *words;          /* by number; the bytes are not owned.
	                               A state that is no word's has none  */
	size_t n_words;
	struct phrases_slot *slots; /* key -> number                       */
	size_t n_slots;
	uint64_t *bits;             /* is a word of that hash there?       */
	size_t n_bits;
	struct phrases_step *steps; /* (state, gap, word) -> state, but from
	                               the root; key 0: free; only until
	                               phrases_build()                     */
	size_t n_steps, used_steps;
	struct phrases_way *ways;   /* the same, those of a state together
	                               and in order                        */
	struct phrases_state *states;
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

/* phrases_step(p, state, gap, word, to, e): go on from a state (the first is a
 * word's number), making the step if it is not there. */
int phrases_step(struct phrases *p, uint32_t state, enum gap gap,
    uint32_t word, uint32_t *to, struct err *e);

/* phrases_key(s): of folded bytes. */
struct phrases_key phrases_key(struct str s);

/* phrases_build(p, e): when all are there, and before phrases_next(). */
int phrases_build(struct phrases *p, struct err *e);

/* phrases_key_plain(s): of ASCII letters and digits in any case. */
static inline struct phrases_key
phrases_key_plain(struct str s)
{
	struct phrases_key k = phrases_key(s);
	const uint64_t lower = 0x2020202020202020u;

	if (s.n < 16)
		k.hi |= s.n > 8 ? lower >> 8 * (16 - s.n) : 0;
	else
		k.hi |= lower;
	k.lo |= s.n < 8 ? (s.n ? lower >> 8 * (8 - s.n) : 0) : lower;
	return k;
}

/* phrases_key_wide(p, n): the same of n > 0 bytes at p, where 16 can be
 * read. */
static inline struct phrases_key
phrases_key_wide(const char *p, size_t n)
{
	struct ends e = ends_wide(p, n, 0x2020202020202020u);

	return (struct phrases_key){ e.head, e.tail };
}

static inline uint64_t
phrases_hash(struct phrases_key k)
{
	uint64_t a = (k.lo ^ k.hi * 0x9FB21C651E98DF25u) * 0x9E3779B97F4A7C15u;

	return a ^ a >> 32;
}

/* phrases_seen(p, hash): false if no word has that hash. */
static inline bool
phrases_seen(const struct phrases *p, uint64_t hash)
{
	uint64_t bit = hash & (p->n_bits - 1);

	return p->bits[bit / 64] >> bit % 64 & 1;
}

/* phrases_slot(p, hash): where to look first. */
static inline size_t
phrases_slot(const struct phrases *p, uint64_t hash)
{
	return (hash >> 20) & (p->n_slots - 2);
}

/* phrases_same(word, s): folded bytes, and others in any case, between the
 * first and the last eight. */
bool phrases_same(struct str word, struct str s);

/* phrases_is(p, slot, key, s): is it the slot of that word? */
static inline bool
phrases_is(const struct phrases *p, const struct phrases_slot *slot,
    struct phrases_key key, struct str s)
{
	bool same = (slot->key.lo == key.lo) & (slot->key.hi == key.hi) &
	    (slot->n == s.n);

	return s.n <= sizeof(key) ? same
	                          : same && phrases_same(p->words[slot->id], s);
}

/* phrases_find(p, key, hash, s): the number of the word with that key and its
 * hash and the folded bytes (if it is longer than the key, in any case), or
 * NONE.  Slots are looked at by twos: no branch foretells which one it is. */
static inline uint32_t
phrases_find(const struct phrases *p, struct phrases_key key, uint64_t hash,
    struct str s)
{
	const size_t last = p->n_slots - 1;

	for (size_t at = phrases_slot(p, hash);; at = (at + 2) & last) {
		const struct phrases_slot *two = &p->slots[at];
		bool second = phrases_is(p, &two[1], key, s);

		if (phrases_is(p, &two[0], key, s) | second)
			return two[second].id;
		if (two[1].id == PHRASES_NONE)
			return PHRASES_NONE;
	}
}

/* phrases_find_str(p, s), phrases_find_plain(p, s): the same for folded bytes,
 * and for ASCII letters and digits in any case. */
uint32_t phrases_find_str(const struct phrases *p, struct str s);
uint32_t phrases_find_plain(const struct phrases *p, struct str s);

/* phrases_next(p, state, gap, word): the state, or 0 if there is none. */
uint32_t phrases_way(const struct phrases *p, uint32_t state, enum gap gap,
    uint32_t word);

static inline uint32_t
phrases_next(const struct phrases *p, uint32_t state, enum gap gap,
    uint32_t word)
{
	return p->states[state].by >> word % 64 & 1
	    ? phrases_way(p, state, gap, word) : 0;
}
#endif
