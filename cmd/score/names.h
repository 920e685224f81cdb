#ifndef NAMES_H
#define NAMES_H
/*
 * names -- the few words that a pack asks for (ids of cues, kinds of targets,
 * relations, types of acts, phases) as small numbers, and sets of them.  So a
 * record's words are looked up once, and every condition is a test of bits.
 *
 * One space for all of them: a cue "photo" and a kind "photo" would share a
 * number, and never stand in the same set.
 */
#include <stdint.h>

#include "str.h"

/* What C itself asks for; their numbers are fixed.  NAME_NONE is any word that
 * nobody asks for, and in no set. */
enum {
	NAME_NONE, NAME_CREATE, NAME_CONTENT, NAME_TITLE, NAME_NUMBER,
	NAME_SYMBOL, NAME_PERSON, NAME_TICKET, NAME_SLOGAN, NAME_HASHTAG,
	NAME_ACCOUNT, NAMES_FIXED,
	NAMES_MAX = 255,
	NAMES_PLACES = 1024,
};

struct names {
	struct str v[NAMES_MAX + 1]; /* borrowed */
	unsigned n;
	unsigned char places[NAMES_PLACES]; /* by hash: a number, or 0 */
};

/* names_init(t): with the fixed ones. */
void names_init(struct names *t);

/* names_add(t, s): the number of s, a new one if need be; NAME_NONE if there
 * are NAMES_MAX already.  s must outlive t. */
unsigned names_add(struct names *t, struct str s);

/* names_find(t, s): the number of s, or NAME_NONE. */
unsigned names_find(const struct names *t, struct str s);

enum { SET_WORDS = (NAMES_MAX + 1) / 64 };

struct set {
	uint64_t bits[SET_WORDS];
};

static inline void
set_add(struct set *s, unsigned name)
{
	if (name != NAME_NONE)
		s->bits[name / 64] |= UINT64_C(1) << name % 64;
}

static inline bool
set_has(const struct set *s, unsigned name)
{
	return s->bits[name / 64] >> name % 64 & 1;
}

/* Is any name in both? */
static inline bool
set_meets(const struct set *a, const struct set *b)
{
	uint64_t both = 0;

	for (int i = 0; i < SET_WORDS; i++)
		both |= a->bits[i] & b->bits[i];
	return both != 0;
}

/* set_next(s, n): the first number from n on; NAMES_MAX + 1 after the last. */
static inline unsigned
set_next(const struct set *s, unsigned n)
{
	unsigned word = n / 64;
	uint64_t rest;

	if (n > NAMES_MAX)
		return n;
	rest = s->bits[word] >> n % 64 << n % 64;
	while (!rest && ++word < SET_WORDS)
		rest = s->bits[word];
	return rest ? word * 64 + (unsigned)__builtin_ctzll(rest)
	            : NAMES_MAX + 1;
}

static inline void
set_join(struct set *a, const struct set *b)
{
	for (int i = 0; i < SET_WORDS; i++)
		a->bits[i] |= b->bits[i];
}
#endif
