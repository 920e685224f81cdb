#ifndef ACT_H
#define ACT_H
/*
 * act -- one scored activity as an article of the page.  There may be hundreds:
 * no end tag that HTML lets go, no class where the place tells page.css enough.
 */
#include "html.h"

/* act_put(v, a, top, by, e): its level is named only where it is not `top`, its
 * last day to report only where it is not `by`: these stand above already.
 * Returns 0, or -1 with *e set. */
int act_put(struct view *v, const struct act *a, enum level top, int32_t by,
    struct err *e);
#endif
