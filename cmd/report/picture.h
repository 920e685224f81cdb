#ifndef PICTURE_H
#define PICTURE_H
/*
 * picture -- what people would rather look at, as SVG within the page: acts
 * over the days with the phases behind, by rule, by unit as a share of its
 * employees, and from when to when each account was seen.
 *
 * Every picture has a title and says its numbers in words; colours come from
 * the stylesheet and nothing is told by colour alone.  The public's pictures
 * show no number below VIEW_K.
 */
#include "html.h"

/* picture_put(v, e): all of them.  Returns 0, or -1 with *e set. */
int picture_put(struct view *v, struct err *e);

/* picture_bar(v, label, n, most, of): one bar of a chart of n, the longest of
 * which is `most`; of: "n of of (share)", or 0. */
void picture_bar(struct view *v, struct str label, size_t n, size_t most,
    size_t of);
#endif
