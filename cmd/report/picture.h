#ifndef PICTURE_H
#define PICTURE_H
/*
 * picture -- what people would rather look at, as SVG within the page: acts
 * over the days with the phases behind, by rule, and by unit as a share of its
 * employees.
 *
 * Every picture has a title and says its numbers in words; colours come from
 * the stylesheet and nothing is told by colour alone.  The public's pictures
 * show no number below VIEW_K.
 */
#include "html.h"

/* picture_put(v, e): all of them.  Returns 0, or -1 with *e set. */
int picture_put(struct view *v, struct err *e);

struct days { /* acts that are shown, over the days */
	int32_t from, to, step; /* step: days in a bar */
	size_t bars, most, total;
	uint32_t *n;            /* of each bar, in v->mem */
};

/* picture_days(v, d, most): at most that many bars, of a day, a week or more
 * each.  False if no act has a date, or there is no room. */
bool picture_days(struct view *v, struct days *d, int32_t most);

/* picture_rect(v, class, x, y, w, h): <rect>, left open. */
void picture_rect(struct view *v, const char *class, int64_t x, int64_t y,
    int64_t w, int64_t h);

/* picture_bar(v, label, n, most, of): one bar of a chart of n, the longest of
 * which is `most`; of: "n of of (share)", or 0. */
void picture_bar(struct view *v, struct str label, size_t n, size_t most,
    size_t of);
#endif
