#ifndef SHAPE_H
#define SHAPE_H
/*
 * shape -- what the form of a text tells, in any language: a headline's
 * capitals, and which cues begin a sentence.
 */
#include "evidence.h"

/* shape_look(ev, object): set ev->headline, and `opens` of the cues in the
 * object's content.  One pass over the text. */
void shape_look(struct evidence *ev, yyjson_val *object);
#endif
