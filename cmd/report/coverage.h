#ifndef COVERAGE_H
#define COVERAGE_H
/*
 * coverage -- what could be seen: each account with the days on which it was
 * asked and seen; of many accounts the sums by platform, and the gaps.
 */
#include "html.h"

enum { COVERAGE_ROWS = 60 }; /* above it accounts are summed up */

/* coverage_put(v, e): the section.  Returns 0, or -1 with *e set. */
int coverage_put(struct view *v, struct err *e);

/* coverage_put_halt(v): that collecting did not come to its end, and what of it;
 * nothing if it did.  An account that is private or gone is no such matter. */
void coverage_put_halt(struct view *v);

/* coverage_halted(v): the same as text, empty if there is nothing to say. */
struct str coverage_halted(struct view *v);
#endif
