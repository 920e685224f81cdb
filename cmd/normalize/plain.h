#ifndef PLAIN_H
#define PLAIN_H
/*
 * plain -- the text that is left of markup, written piece by piece.
 *
 * White space collapses as a browser does it, line breaks come only from
 * elements, and none stands at either end.
 */
#include <stdbool.h>

#include "buf.h"
#include "element.h"
#include "str.h"

enum { PLAIN_OPEN = 8 };

struct plain {
	struct buf *out; /* empty at the start */
	int breaks;      /* line breaks before the next text */
	bool space;      /* or a space                       */
	int keep;        /* > 0 within <pre>                 */
	const struct element *open[PLAIN_OPEN]; /* blocks; of the scan */
	int n_open;
};

/* plain_put(p, s): text between tags, entities decoded. */
void plain_put(struct plain *p, struct str s);

/* plain_break(p, effect): an element with that effect begins or ends. */
void plain_break(struct plain *p, enum effect effect);

/* plain_scan(p, s, strict): markup in one pass, without a parser.  If strict
 * it gives up (false) on all that needs one: unknown or broken tags, blocks
 * that do not nest, rare entities, comments, images; what it reads is what a
 * parser would.  Otherwise it leaves out what it cannot read. */
bool plain_scan(struct plain *p, struct str s, bool strict);
#endif
