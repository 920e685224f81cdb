#ifndef CASES_H
#define CASES_H
/*
 * cases -- one section a person, one article an act: what was written, why it
 * is here, what speaks against it, the evidence; the weight comes last.
 */
#include "html.h"

/* cases_put(v, e): all of them.  Returns 0, or -1 with *e set. */
int cases_put(struct view *v, struct err *e);
#endif
