#ifndef WORDS_H
#define WORDS_H
/*
 * words -- everything that is looked for in a text: the candidates' names,
 * numbers and slogans from the contests, the cues from the lexicons.
 *
 * Lexicons are data, netral-lexicon(5); no word of any language is in C.
 */
#include <stdbool.h>

#include "buf.h"
#include "cli.h"
#include "conf.h"
#include "contest.h"
#include "entity.h"
#include "spell.h"

enum kind {
	KIND_CUE, KIND_TAIL, KIND_BEFORE, KIND_BEHIND, KIND_PERSON, KIND_TICKET,
	KIND_PARTY, KIND_NUMBER, KIND_SLOGAN, KIND_HASHTAG, KIND_SYMBOL,
	KIND_ACCOUNT,
};

/* As in the record's "kind".  A tail is a word that makes another number of
 * the one before it ("two" hundred); KIND_BEFORE and KIND_BEHIND are words
 * beside which a number counts other things (a queue, a house).  They are
 * found, but not told. */
extern const char *const kind_name[];

struct word { /* what every find looks at is together */
	enum kind kind;
	uint32_t same;      /* next with the same folded text, or NO_WORD */
	bool ambiguous;     /* an ordinary word, too: needs company       */
	bool dated;         /* it is the target only from first to last   */
	uint8_t within;     /* words between KIND_BEFORE and the number   */
	int32_t first, last;
	struct str text;    /* as the file spells it                      */
	struct ends ends;   /* of the text, as ends_wide() has them       */
	struct str front, back; /* of its JSON, around "field" and so on;
	                           16 bytes more can be read          */
	struct str id;      /* candidate, party or cue                    */
	struct str from;    /* contest or lexicon                         */
};

#define NO_WORD UINT32_MAX

enum { LEXICONS_MAX = 16, WITHIN_MAX = 8 };

struct words {
	struct word *v;
	size_t n, cap;
	struct phrases phrases; /* what ends in a state: the first word  */
	struct spelling spelling;
	struct glyphs *glyphs;
	struct hosts hosts;
	struct arena mem;     /* folded patterns, texts made up here      */
	struct buf warnings;  /* lines for --check                         */
	struct buf scratch;   /* the JSON of a word, while it is made     */
	struct conf lexicons[LEXICONS_MAX];
	int n_lexicons;
};

/* words_init(w, e), then words_lexicon() for each file (it calls words_add()
 * for what is in it), words_contests() once (it needs the lexicons' forms of
 * numbers), words_dates(), words_build().  All return 0, or -1 with *e set. */
int words_init(struct words *w, struct err *e);
int words_lexicon(struct words *w, const char *path, struct err *e);
int words_add(struct words *w, struct word word, struct err *e);
int words_contests(struct words *w, const struct contests *c, struct err *e);
void words_dates(struct words *w, const struct contests *c);
int words_build(struct words *w, struct err *e);

/* words_token(w, t, id, e): the number of a token's word, which is known from
 * then on. */
int words_token(struct words *w, const struct token *t, uint32_t *id,
    struct err *e);

/* Why something that was found is not told. */
enum why {
	WHY_STANDS, WHY_NUMBER_GOES_ON, WHY_TAIL, WHY_OTHER, WHY_DAY,
	WHY_OVERLAP,
};

/* One place where a word stands. */
struct found {
	const struct word *word;
	uint32_t from, to;           /* bytes of the text    */
	uint32_t from_node, to_node; /* places between words */
	uint8_t gap, how, why;
};

struct finds {
	struct found *v;
	size_t n, cap;
};

enum { FINDS_FIRST = 12 };

/* Everything that is found in one text; what has no room here, from the
 * arena.  Not to be copied. */
struct finding {
	union { /* by kind, all targets in the last one */
		struct finds of[KIND_PERSON + 1];
		struct { struct finds cues, tails, before, behind, targets; };
	};
	struct found first[KIND_PERSON + 1][FINDS_FIRST]; /* room for them */
	struct finds dropped; /* only if wanted       */
	struct lattice lattice;
	bool keep_dropped;
	int32_t day;          /* of the text, or DAY_NONE    */
};

static inline struct finds *
words_finds(struct finding *f, enum kind kind)
{
	return &f->of[kind < KIND_PERSON ? kind : KIND_PERSON];
}

/* words_find(w, text, mem, f): all that stands in text, in order; of
 * overlapping ones the leftmost, of these the longest, and all that share its
 * place.  Targets and cues are told apart first, so a cue may lie over a
 * target.  f->keep_dropped and f->day are set before.  Returns 0, or -1 if the
 * arena has no room. */
int words_find(const struct words *w, struct str text, struct arena *mem,
    struct finding *f);

/* words_check(w, texts, e): run the examples of every lexicon, and count what
 * each word finds in them and in the files of texts; w->warnings says what is
 * no error.  Returns 0, or -1 with *e set to the first that fails
 * ("FILE:LINE:COL: ..."). */
int words_check(struct words *w, const struct strings *texts, struct err *e);

/* words_warn(w, f, at, fmt, ...): a line "FILE:LINE:COL: ..." for --check. */
void words_warn(struct words *w, struct conf *f, yyjson_val *at,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

void words_release(struct words *w);
#endif
