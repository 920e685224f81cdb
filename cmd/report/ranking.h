#ifndef RANKING_H
#define RANKING_H
/*
 * ranking -- the order of the page, made of a store when all is read, and of
 * what people have decided.
 *
 * People: employees before undeclared accounts; the highest level first, then
 * by the day since which one is known, then by id.  Acts of one: the highest level first, then by time (those without a
 * date last), then by id.  The arrays live in the store's arena.
 */
#include "book.h"
#include "store.h"

struct standing { /* one who has a case */
	const struct actor *person;
	enum level top;
	size_t n[LEVELS];
	const struct act **acts;
	size_t n_acts;
	struct moment first; /* the earliest day one of them was known */
	bool counted;        /* among those still to be asked or read    */
	size_t n_filed;      /* acts that have a case in the ledger     */
};

struct crowd { /* people whose top is some level, their acts of it */
	size_t people, acts;
};

struct ranking {
	struct standing *cases;
	size_t n_cases, n_employees; /* employees are the first of cases     */
	struct crowd employees[LEVELS], others[LEVELS];
	const struct actor **noted; /* employees who have notes */
	size_t n_noted;
	const struct cover **covers; /* not seen first, then by platform, id */
	size_t n_covers, n_gaps;
	struct moment first;         /* the earliest of indications          */
	size_t n_open;       /* the store's first acts: not yet decided      */
	size_t n_closed, n_dismissed; /* acts that people have decided       */
};

/* ranking_make(r, s, book, e): nothing may be added to s later.  What people
 * have decided is counted and not among the cases.  0 or -1. */
int ranking_make(struct ranking *r, struct store *s, const struct book *book,
    struct err *e);
#endif
