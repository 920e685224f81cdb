#ifndef BODY_H
#define BODY_H
/*
 * body -- from a record of the input to the document that it carries.
 */
#include "filter.h"
#include "items.h"

enum body {
	BODY_READY,
	BODY_NONE,   /* an answer that has no posts, and need not */
	BODY_FAILED, /* *e is set                                 */
};

/* body_open(w, rec, doc, e): take off the envelope, if any, and read XML. */
enum body body_open(struct worker *w, const struct record *rec,
    struct document *doc, struct err *e);
#endif
