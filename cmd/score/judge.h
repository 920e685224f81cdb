#ifndef JUDGE_H
#define JUDGE_H
/*
 * judge -- weigh the evidence against one candidate by the pack: parts that
 * sum to the weight, a stance, a level, and the rule that speaks of it.
 */
#include "evidence.h"
#include "pack.h"

enum { PARTS_MAX = 64 };

struct weighed {
	const struct part *part;
	const struct sign *sign; /* that made it apply; NULL: none to quote */
};

struct judgement {
	const struct suspect *suspect; /* NULL: nobody is spoken of */
	struct weighed parts[PARTS_MAX];
	size_t n_parts;
	int64_t weight;          /* the sum of the parts             */
	enum stance stance;
	enum level level;        /* before any cap of a category      */
	const struct rule *rule, *otherwise; /* otherwise: if it was before
	                                        the designation, undated acts */
};

/* judge_suspect(p, ev, i, phase, kind, j): weigh suspect number i; phase and
 * kind are the names in p->names of the day's phase and of the contest. */
void judge_suspect(const struct pack *p, const struct evidence *ev, size_t i,
    unsigned phase, unsigned kind, struct judgement *j);

/* judge_permitted(ev, rule, phase, kind): does a permission speak of the act?
 * Asks the record as a whole, with or without a candidate. */
bool judge_permitted(const struct evidence *ev, const struct rule *rule,
    unsigned phase, unsigned kind);
#endif
