#ifndef REJECT_H
#define REJECT_H
/*
 * reject -- where refused records go, so that nothing is lost in silence.
 *
 * Each is a message "tool: file:line:byte: why" on stderr (the first few; the
 * rest are counted) and, with --reject FILE, a record of its own:
 * {"schema":"reject/1","tool","source","line","byte","reason","bytes","raw"},
 * "raw_base64" instead of "raw" where the bytes are not UTF-8, and
 * "raw_cut":true where only the beginning could be kept.
 */
#include <stdbool.h>
#include <stdio.h>

#include "buf.h"
#include "err.h"
#include "out.h"

struct reject {
	const char *tool;
	FILE *log;
	bool quiet;
	struct out *out; /* NULL: no --reject FILE  */
	unsigned long n;
	struct buf buf;
};

enum { REJECT_SHOWN = 20 }; /* messages on stderr before they are only counted */

struct rejected {
	const char *source; /* the path, or "<stdin>"                */
	unsigned long line;
	struct str raw;
	size_t bytes;       /* of the whole line; raw may be its head */
};

void reject_put(struct reject *r, struct rejected what, const struct err *e);

/* reject_release(r): free the buffer; the writer is the caller's. */
void reject_release(struct reject *r);
#endif
