#ifndef GATHER_H
#define GATHER_H
/*
 * gather -- one account: its timeline page by page, its other lists, and for a
 * candidate who liked or shared each post.  Writes a capture for each good
 * answer and one coverage.
 */
#include "collect.h"

/* gather_first(c, t, v, at, key, e): the first question about a target, and
 * what its timeline is remembered by.  Returns 1; 0 if it has none, then *v
 * says why; or -1 with *e set.  Both live until the next account. */
int gather_first(struct collect *c, const struct target *t,
    struct coverage *v, struct place *at, struct str *key, struct err *e);

/* gather_one(c, t, v, e): all of one account; *v is its coverage.  Returns 0,
 * or -1 with *e set: the run cannot go on. */
int gather_one(struct collect *c, const struct target *t,
    struct coverage *v, struct err *e);
#endif
