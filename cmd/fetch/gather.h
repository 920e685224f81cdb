#ifndef GATHER_H
#define GATHER_H
/*
 * gather -- one account: its timeline page by page, its other lists, and for a
 * candidate who liked or shared each post.  Writes a capture for each good
 * answer and one coverage.
 */
#include "collect.h"

/* gather_first(c, w, e): the first question about w->about.target (w->next),
 * with what it was filled in (w->values), and what its timeline is remembered
 * by (w->key).  Returns 1; 0 if it has none, then *w->v says why; or -1 with *e
 * set.  All live until the next account. */
int gather_first(struct collect *c, struct walk *w, struct err *e);

/* gather_ask(c, w, e): as gather_first(), and how far back (w->stop): w->next
 * asks for no more than what is newer than what is known. */
int gather_ask(struct collect *c, struct walk *w, struct err *e);

/* gather_one(c, t, v, e): all of one account; *v is its coverage.  Returns 0,
 * or -1 with *e set: the run cannot go on. */
int gather_one(struct collect *c, const struct target *t,
    struct coverage *v, struct err *e);
#endif
