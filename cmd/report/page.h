#ifndef PAGE_H
#define PAGE_H
/*
 * page -- the report as one HTML page: no script, nothing from elsewhere, the
 * stylesheet inline and allowed by its digest only.
 */
#include "view.h"

/* page_put(v, e): returns 0, or -1 with *e set. */
int page_put(struct view *v, struct err *e);
#endif
