#ifndef SAMPLE_H
#define SAMPLE_H
/*
 * sample -- a share of the acts that nobody flagged, beside as many that were,
 * for a reader who is not told which is which: how much is missed?
 *
 * draw.h says what is drawn.  The sheet is a table to be filled in; each row carries a seal, which tells the program whether the act
 * was flagged when the sheet was written, and nobody in passing.
 */
#include "html.h"

/* sample_put(v, e): the sheet, as CSV.  Returns 0, or -1 with *e set. */
int sample_put(struct view *v, struct err *e);

/* sample_load(j, path, mem, e): read filled sheets, one after the other or
 * sorted otherwise; of an act that stands there twice the last row counts. */
int sample_load(struct judged *j, const char *path, struct arena *mem,
    struct err *e);

/* sample_put_judged(v, e): what readers said, with the 95 % interval of Wilson;
 * nothing below RATES_LEAST acts.  Returns 0, or -1 with *e set. */
int sample_put_judged(struct view *v, struct err *e);
#endif
