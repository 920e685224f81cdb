#ifndef DOC_H
#define DOC_H
/*
 * doc -- the report as one JSON document, report/1: the cases in the order of
 * the page with their records as they came, coverage, units, counts.
 */
#include "view.h"

/* doc_put(v, e): returns 0, or -1 with *e set. */
int doc_put(struct view *v, struct err *e);
#endif
