#ifndef SIGNS_H
#define SIGNS_H
/*
 * signs -- the member "match" of a record: who acts, the targets and the cues.
 */
#include "evidence.h"

/* signs_read(ev, p, all, match): add to *ev, whose type and day are known.  An
 * act without a date is judged in the contest that ends last. */
void signs_read(struct evidence *ev, const struct pack *p,
    const struct contests *all, yyjson_val *match);
#endif
