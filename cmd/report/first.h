#ifndef FIRST_H
#define FIRST_H
/*
 * first -- the first screen: what to do and by when, the numbers in one line,
 * what could not be seen; then the list of the cases.
 */
#include "html.h"

void first_put(struct view *v);

/* first_put_list(v, e): returns 0, or -1 with *e set. */
int first_put_list(struct view *v, struct err *e);
#endif
