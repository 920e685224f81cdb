#ifndef AGAIN_H
#define AGAIN_H
/*
 * again -- the lines of an earlier run, byte for byte, out of its evidence.
 */
#include "arena.h"
#include "out.h"
#include "warcread.h"

struct again {
	struct out *out;
	/* Called for each record that cannot be used.  May be NULL. */
	void (*bad)(void *ctx, const char *path, unsigned long long offset,
	    const char *why);
	void *ctx;
	unsigned long lines, wrong;

	struct warcread in, at; /* in order, and where a line points to */
	struct arena mem;
	struct buf line;
};

/* again_init(g, e): out, bad and ctx are set before. */
int again_init(struct again *g, struct err *e);

/* again_file(g, path, tail, e): write the lines.  tail: a record that is cut at
 * the end is no wonder.  Returns 0, also if some records were bad, or -1 with
 * *e set. */
int again_file(struct again *g, const char *path, bool tail, struct err *e);

/* again_release(g): safe on an all-zero struct. */
void again_release(struct again *g);
#endif
