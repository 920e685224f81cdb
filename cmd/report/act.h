#ifndef ACT_H
#define ACT_H
/*
 * act -- one scored activity as an article of the page.
 */
#include "html.h"

/* act_put(v, a, top, e): its level is named only where it is not `top`, which
 * stands above already.  Returns 0, or -1 with *e set. */
int act_put(struct view *v, const struct act *a, enum level top,
    struct err *e);
#endif
