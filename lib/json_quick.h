#ifndef JSON_QUICK_H
#define JSON_QUICK_H
/*
 * json_quick -- the common line of JSON, read where it stands.
 *
 * Records are short objects of short texts.  They are read in one pass, keys
 * compared on the way, and a text is not copied unless it has escapes.
 * Whatever is rare or wrong is left to json_read(), which says what it is: a
 * document of this reader is the same, value for value, but that its texts
 * have no NUL behind them and lie in the line.
 */
#include "json.h"

enum { JSON_BEHIND = 16 }; /* bytes that can be read behind the line */

/* json_quick_read(line, a, doc): true and *doc, which lives as long as line and
 * a; or false: ask json_read().  The first byte behind line is below ' '. */
bool json_quick_read(struct str line, struct arena *a, yyjson_doc **doc);
#endif
