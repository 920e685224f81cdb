#ifndef EVIDENCE_H
#define EVIDENCE_H
/*
 * evidence -- what one record holds for and against each candidate, read from
 * its member "match" and put in order: which words are the author's own, which
 * ordinary words have company, which cue stands near whom.
 *
 * Everything lives in the record's arena.
 */
#include "act.h"
#include "arena.h"
#include "contest.h"
#include "pack.h"

enum {
	SIGNS_MAX = 4096,  /* targets, and cues, of one record; who writes
	                      more could hide what he says behind them    */
	SUSPECTS_MAX = 32, /* candidates that one record speaks of        */
};

struct sign { /* one target or cue of `match` */
	struct str field, text;
	unsigned name;        /* of a cue its id, of a target its kind    */
	unsigned how, where;  /* where: the field, if it is a usual one   */
	int64_t from, to;     /* code points; from -1: a relation         */
	size_t who;           /* of a target: which suspect               */
	const struct candidate *candidate; /* of a target                  */
	bool own;             /* the author's own words                    */
	bool ambiguous;       /* an ordinary word, too                     */
	bool counts;          /* a target that may be weighed              */
	bool negated;         /* a cue under a negation                    */
	bool opens;           /* a cue that begins a clause                */
	uint32_t clause;      /* in which it stands, counted from 0        */
	uint64_t near, around; /* cue: bit i is suspect i                  */
};

struct suspect { /* a candidate the record may be about */
	const struct candidate *candidate;
	enum status status;
	bool before_draw, before_named; /* signs that fell for these reasons */
	bool alone;                     /* only ordinary words               */
	bool known;                     /* a sign that counts, or a relation */
	bool named;                     /* if only in another's words        */
};

struct evidence {
	unsigned type;            /* its name in the pack; 0: nobody asks */
	unsigned object;          /* and that of the type of its object   */
	struct set attached, has; /* types attached to it, its members    */
	int32_t day;              /* DAY_NONE: undated */
	bool headline;            /* the text has a headline's capitals */
	bool bare;                /* the text has no words of its own   */
	bool quoted;              /* a cue stands in quotation marks    */
	struct sign targets[SIGNS_MAX], cues[SIGNS_MAX];
	size_t n_targets, n_cues;
	bool full;                /* there are more: nobody may judge it  */
	struct suspect suspects[SUSPECTS_MAX];
	size_t n_suspects;
	struct str category;      /* of the employee                      */
	struct str spouse;        /* the candidate that the employee is   */
	enum spouse married;      /* married to, and how; SPOUSE_NONE     */
	struct set kinds, hows;   /* of all targets that count         */
	struct set own;           /* of all cues in the author's words */
	struct set parts;         /* of the pack that may apply        */
};

/* evidence_read(ev, p, all, act, day): fill *ev. */
void evidence_read(struct evidence *ev, const struct pack *p,
    const struct contests *all, const struct act *act, int32_t day);

/* evidence_suspect(ev, c): the suspect that is c, a new one if need be; NULL if
 * there are SUSPECTS_MAX others. */
struct suspect *evidence_suspect(struct evidence *ev,
    const struct candidate *c);

/* sign_distance(a, b): code points between two signs; of different fields, a
 * sentence's length. */
int64_t sign_distance(const struct sign *a, const struct sign *b);

/* is a target a relation to an account rather than words? */
static inline bool
sign_is_relation(const struct sign *s)
{
	return s->from < 0;
}
#endif
