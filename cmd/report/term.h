#ifndef TERM_H
#define TERM_H
/*
 * term -- the report as a table for a terminal.
 */
#include "view.h"

/* term_put(v, e): returns 0, or -1 with *e set. */
int term_put(struct view *v, struct err *e);
#endif
