#ifndef CODING_H
#define CODING_H
/*
 * coding -- undo what a server did to a body for its way: chunks (RFC 9112,
 * 7.1) and one layer of gzip, with the limits of those who do not trust it.
 */
#include <stdbool.h>

#include "arena.h"
#include "err.h"
#include "str.h"

struct coded {
	struct str body;               /* as it came; then as it is meant */
	struct str transfer, encoding; /* what the headers say of it      */
	char why[120]; /* "": it is undone; else why that cannot be had   */
	bool cut;      /* because bytes of it are missing or wrong        */
};

struct coding_limits {
	size_t decoded; /* bytes */
	size_t ratio;   /* decoded to packed, once a MiB was decoded */
};

extern const struct coding_limits coding_limits_default;

/* coding_head(c, head): transfer and encoding, from the status line and the
 * headers of HTTP; they point into head. */
void coding_head(struct coded *c, struct str head);

/* coding_undo(c, max, mem, e): c->body as it is meant, or c->why.  Returns 0,
 * or -1 with *e set: no memory.  c->why may hold bytes of the sender. */
int coding_undo(struct coded *c, const struct coding_limits *max,
    struct arena *mem, struct err *e);
#endif
