#ifndef SPELL_H
#define SPELL_H
/*
 * spell -- other ways to read what somebody wrote.
 *
 * Each word of a text that is known is an edge of a lattice, from the place
 * before it to the place behind it.  Words that are written in another way
 * add edges beside: digits for letters (c0bl0s), letters drawn out
 * (cobloooos), letters one by one (c o b l o s), tags that are several words
 * (#AyoCoblos), and slang.  Only words that are looked for are ever read into
 * a text, so that the lattice of a common text has few edges, and a text
 * without oddities costs nothing more.
 */
#include "arena.h"
#include "phrases.h"

/* How a word was reached, from the nearest to what was written on. */
enum how {
	HOW_EXACT, HOW_FOLDED, HOW_ALIKE, HOW_STRETCHED, HOW_LEET, HOW_SPACED,
	HOW_HASHTAG, HOW_SLANG,
};

extern const char *const how_name[];

enum { SLANG_WORDS = 8 }; /* in what one word means */
enum { NODE_SHIFT = 6 }; /* places between two words: parts of a tag */

struct edge {
	uint32_t word;               /* its number in phrases               */
	uint32_t from_node, to_node;
	uint32_t from, to;           /* bytes of the original               */
	uint8_t gap;                 /* before it                           */
	uint8_t how;
	bool inner;                  /* no phrase begins with it            */
};

struct lattice {
	struct edge *v; /* ordered by from_node */
	size_t n, cap;
	struct arena *mem;
	bool failed;    /* the arena has no room */
	bool ascii;     /* the text is; false: it may be */
};

struct slang { uint32_t word, first, n; }; /* means: n words from first */

struct spelling {
	uint32_t leet[128];   /* letters a sign may stand for: bit c - 'a'  */
	uint8_t class[128];   /* letters that a sign makes alike are one    */
	bool has_leet;
	uint32_t *slots;      /* words by what is left of them: number, or
	                         NONE                                       */
	size_t n_slots;
	struct slang *slang;  /* ordered by word                            */
	uint64_t *is_slang;   /* words that it has: a bit for each          */
	uint32_t *means;
	size_t n_slang, n_means, cap_slang, cap_means;
};

/* spell_leet(s, sign, letters), spell_slang(s, p, word, means, n, e): add one
 * way to write; then spell_build(s, p, e) when all phrases are there.  Return
 * 0, or -1 with *e set. */
void spell_leet(struct spelling *s, char sign, struct str letters);
int spell_slang(struct spelling *s, uint32_t word, const uint32_t *means,
    size_t n, struct err *e);
int spell_build(struct spelling *s, const struct phrases *p, struct err *e);

static inline bool
spell_is_slang(const struct spelling *s, uint32_t word)
{
	return s->is_slang[word / 64] >> word % 64 & 1;
}

/* spell_read(s, p, glyphs, text, l): all edges of a text into l, which holds
 * nothing but its arena.  l->failed if there was no room. */
void spell_read(const struct spelling *s, const struct phrases *p,
    struct glyphs *g, struct str text, struct lattice *l);

/* spell_odd(s, p, like, t, l): edges like `like` for every word that t can be
 * read as, with digits for letters or letters drawn out. */
void spell_odd(const struct spelling *s, const struct phrases *p,
    struct edge like, struct str t, struct lattice *l);

/* lattice_add(l, e): at its place in the order.  lattice_next(l): where the
 * next edge is written, if it is not before the last; then l->n grows.  NULL:
 * no room.  lattice_end(l): behind the last there are two that follow none. */
void lattice_add(struct lattice *l, struct edge e);
void lattice_end(struct lattice *l);
struct edge *lattice_more(struct lattice *l);

static inline struct edge *
lattice_next(struct lattice *l)
{
	return l->n < l->cap ? &l->v[l->n] : lattice_more(l);
}

/* spell_tag(s, p, t, node, gap, l): the parts of a tag (t follows a '#' at
 * node - 1 that has `gap` before it). */
void spell_tag(const struct spelling *s, const struct phrases *p,
    const struct token *t, uint32_t node, enum gap gap, struct lattice *l);

void spell_release(struct spelling *s);
#endif
