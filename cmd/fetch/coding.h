#ifndef CODING_H
#define CODING_H
/*
 * coding -- undo what a server did to a body for its way: chunks (RFC 9112,
 * 7.1) and one layer of gzip, with the limits of those who do not trust it.
 */
#include "transport.h"

struct coding_limits {
	size_t decoded; /* bytes */
	size_t ratio;   /* decoded to packed, once a MiB was decoded */
};

extern const struct coding_limits coding_limits_default;

/* coding_undo(a, max, mem, e): a->body as it is meant.  Returns 0; if that
 * cannot be had, a->status is 0 and a->why says why; or -1 with *e set: no
 * memory. */
int coding_undo(struct answer *a, const struct coding_limits *max,
    struct arena *mem, struct err *e);
#endif
