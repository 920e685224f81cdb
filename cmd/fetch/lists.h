#ifndef LISTS_H
#define LISTS_H
/*
 * lists -- what there is beside a timeline: other lists of the account, and
 * who liked, shared or answered each post of a candidate.
 */
#include "collect.h"

/* lists_all(c, w, e): after the timeline, whose walk has the items about which
 * there is more to ask; w->v gets what became of it.  Returns 0, or -1 with *e
 * set: the run cannot go on. */
int lists_all(struct collect *c, struct walk *w, struct err *e);
#endif
