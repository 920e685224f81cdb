#ifndef WORDS_H
#define WORDS_H
/*
 * words -- everything that is looked for in a text: the candidates' names,
 * numbers and slogans from the contests, the cues from the lexicons.
 *
 * Lexicons are data, netral-lexicon(5); no word of any language is in C.
 */
#include <stdbool.h>

#include "ac.h"
#include "buf.h"
#include "conf.h"
#include "contest.h"
#include "fold.h"

enum kind {
	KIND_CUE, KIND_TAIL, KIND_PERSON, KIND_TICKET, KIND_PARTY, KIND_NUMBER,
	KIND_SLOGAN, KIND_HASHTAG, KIND_SYMBOL, KIND_ACCOUNT,
};

/* As in the record's "kind".  A tail is a word that makes another number of
 * the one before it ("two" hundred); it is found, but not told. */
extern const char *const kind_name[];

struct word {
	enum kind kind;
	struct str id;      /* candidate, party or cue                    */
	struct str text;    /* as the file spells it                      */
	struct str from;    /* contest or lexicon                         */
	bool ambiguous;     /* an ordinary word, too: needs company       */
	bool starts, ends;  /* must begin / end at the edge of a word     */
	uint32_t same;      /* next word with the same folded text, or NO_WORD */
};

#define NO_WORD UINT32_MAX

enum { LEXICONS_MAX = 16 };

struct words {
	struct word *v;
	size_t n, cap;
	uint32_t *of_pattern; /* pattern of the automaton -> first word */
	size_t cap_patterns;
	struct ac *ac;
	struct fold *fold;
	struct arena mem;     /* folded patterns, texts made up here      */
	struct buf scratch;   /* cues of the record being worked on        */
	struct conf lexicons[LEXICONS_MAX];
	int n_lexicons;
};

/* words_init(w, e), then words_lexicon() for each file (it calls words_add() for
 * what is in it), words_contests() once
 * (it needs the lexicons' forms of numbers), words_build().  All return 0, or
 * -1 with *e set. */
int words_init(struct words *w, struct err *e);
int words_lexicon(struct words *w, const char *path, struct err *e);
int words_add(struct words *w, struct word word, struct err *e);
int words_contests(struct words *w, const struct contests *c, struct err *e);
int words_build(struct words *w, struct err *e);

/* One place where a word stands. */
struct found {
	const struct word *word;
	size_t from, to;  /* folded bytes */
};

struct finds {
	struct found *v;
	size_t n, cap;
};

/* words_find(w, text, mem, folded, targets, cues): all that stands in text,
 * in order; of overlapping ones the leftmost, of these the longest, and all
 * that share its place.  Targets and cues are told apart first, so a cue may
 * lie over a target.  Returns 0, or -1 if the arena has no room. */
int words_find(const struct words *w, struct str text, struct arena *mem,
    struct folded *folded, struct finds *targets, struct finds *cues);

/* words_check(w, e): run the examples of every lexicon.  Returns 0, or
 * -1 with *e set to the first that fails ("FILE:LINE:COL: ..."). */
int words_check(struct words *w, struct err *e);

void words_release(struct words *w);
#endif
