#ifndef PAGES_H
#define PAGES_H
/*
 * pages -- one list, page after page: a timeline, or who liked a post.
 */
#include "collect.h"

/* pages_all(c, w, e): ask for w->next and all behind it, write what is good;
 * w->v gets the state and, for a timeline, counts and dates.  Returns 0, or -1
 * with *e set: the run cannot go on. */
int pages_all(struct collect *c, struct walk *w, struct err *e);
#endif
