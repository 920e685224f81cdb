#ifndef QUOTE_H
#define QUOTE_H
/*
 * quote -- the words of a post with what the rules point at marked in them.
 */
#include "html.h"

enum { QUOTE_LONG = 1400, QUOTE_AROUND = 180 }; /* code points */

/* quote_put(v, score, field, text): text as HTML; the spans that the findings,
 * parts and guards of `score` give for `field` are <mark>ed, those that speak
 * against by class "against".  Spans count code points, may overlap, and are
 * cut where the text ends.  Of a long text only the surroundings of its marks
 * and its beginning are shown, and how much is left out. */
void quote_put(struct view *v, yyjson_val *score, const char *field,
    struct str text);
#endif
