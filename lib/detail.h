#ifndef DETAIL_H
#define DETAIL_H
/*
 * detail -- what a coverage record says besides its state, for people.  The
 * record has it in English; what has no words here stays so.
 */
#include "buf.h"

/* detail_put(b, detail, indonesian): in that language, or as it is. */
void detail_put(struct buf *b, struct str detail, bool indonesian);
#endif
