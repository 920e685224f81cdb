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
#include "str.h"

enum { PLAIN_OPEN = 8 };

struct element;

struct plain {
	struct buf *out; /* empty at the start */
	int breaks;      /* line breaks before the next text */
	bool space;      /* or a space                       */
	int keep;        /* > 0 within <pre>                 */
	const struct element *open[PLAIN_OPEN]; /* blocks; of the scan */
	int n_open;
};

/* What an element does to the text around it. */
enum effect {
	EFFECT_NONE,
	EFFECT_BREAK, /* <br>                             */
	EFFECT_BLOCK, /* begins and ends a line           */
	EFFECT_PARA,  /* and a blank line beside it       */
	EFFECT_PRE,   /* a block whose white space counts */
	EFFECT_SKIP,  /* its text is not for readers      */
	EFFECT_IMAGE,
	EFFECT_UNKNOWN,
};

enum effect plain_effect(struct str name);

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
