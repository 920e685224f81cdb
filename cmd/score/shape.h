#ifndef SHAPE_H
#define SHAPE_H
/*
 * shape -- what the form of a text tells, in any language: a headline's
 * capitals, in which clause a cue stands and which it begins, which are only
 * quoted.
 */
#include "evidence.h"

/* shape_look(ev, p, object): set headline, bare and quoted of ev, and of its
 * cues `opens`, `clause`, and `own` where they are quoted.  One pass over each
 * text. */
void shape_look(struct evidence *ev, const struct pack *p,
    yyjson_val *object);
#endif
