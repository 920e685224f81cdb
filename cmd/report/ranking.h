#ifndef RANKING_H
#define RANKING_H
/*
 * ranking -- the order of the page, made of a store when all is read.
 *
 * People: employees before undeclared accounts; the highest level first, then
 * by id.  Acts of one: the highest level first, then by time (those without a
 * date last), then by id.  The arrays live in the store's arena.
 */
#include "store.h"

struct standing { /* one who has a case */
	const struct actor *person;
	enum level top;
	size_t n[LEVELS];
	const struct act **acts;
	size_t n_acts;
	struct moment first; /* the earliest day one of them was known */
};

struct crowd { /* people whose top is some level, their acts of it */
	size_t people, acts;
};

struct ranking {
	struct standing *cases;
	size_t n_cases, n_employees; /* employees are the first of cases     */
	struct crowd employees[LEVELS], others[LEVELS];
	const struct actor **noted; /* employees with notes only, then the
	                                others with notes                    */
	size_t n_noted;
	const struct cover **covers; /* not seen first, then by platform, id */
	size_t n_covers, n_gaps;
	struct moment first;         /* the earliest of indications          */
};

/* ranking_make(r, s, e): nothing may be added to s later.  0 or -1. */
int ranking_make(struct ranking *r, struct store *s, struct err *e);
#endif
