#ifndef MARK_H
#define MARK_H
/*
 * mark -- what a case is known by: who did it, and what was done.
 *
 * The same words by the same person, on another platform, at another time or
 * captured again, have the same mark; so has a like that is taken back and
 * given again.  An answer has the mark of its words and of what it answers.
 * Other words under the same id have another mark.  Rules and dates do not
 * enter, so that what people decided stays decided when rules change.
 */
#include <yyjson.h>

#include "digest.h"

enum { MARK_HEX = 32, MARK_SHORT = 12 };

/* mark_make(root, mark): root is an activity; 32 hexadecimal digits and a
 * NUL. */
void mark_make(yyjson_val *root, char mark[MARK_HEX + 1]);
#endif
