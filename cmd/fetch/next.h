#ifndef NEXT_H
#define NEXT_H
/*
 * next -- where a list goes on, as its source says: an address of the answer,
 * or a cursor or number that goes into the first question.
 */
#include "collect.h"

/* next_find(c, w, a, p, e): the page behind this answer into w->next, which is
 * empty before; it stays so at the end of the list.  w->v says if the answer
 * leads somewhere it may not.  Returns 0, or -1 with *e set. */
int next_find(struct collect *c, struct walk *w, const struct answer *a,
    const struct page *p, struct err *e);

/* next_since(c, w, e): the first question asks only for what is newer than the
 * item that is known for it, if its list can.  As next_find(). */
int next_since(struct collect *c, struct walk *w, struct err *e);
#endif
