#ifndef HTML_H
#define HTML_H
/*
 * html -- markup to plain text; the only file that includes gumbo.h.
 *
 * <br> and the ends of blocks become line breaks, a link its text, an image
 * its alt text; scripts and styles vanish; entities are decoded once.
 */
#include "convert.h"

/* html_text(c, arg, s): a converter.  False if nothing but space is left. */
bool html_text(struct conversion *c, struct str arg, struct str *s);
#endif
