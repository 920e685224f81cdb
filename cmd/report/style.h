#ifndef STYLE_H
#define STYLE_H
/*
 * style -- the stylesheet of the page, and its digest as a
 * Content-Security-Policy names it.
 */
#include "view.h"

/* style_load(v, mem, e): templates/page.css and the labels that it names, in
 * the page's language, into v->css, which lives in mem, and v->csp.  Returns 0,
 * or -1 with *e set. */
int style_load(struct view *v, struct arena *mem, struct err *e);
#endif
