#ifndef ROLL_H
#define ROLL_H
/*
 * roll -- how many different keys came, however often each of them came.
 *
 * Each has a mark, a number above 0; where marks of one key differ, `over`
 * says which counts.  A key is known by 96 bits of its hash: two of one hash
 * are taken for the same.
 *
 * One table holds them, in the order of their hashes.  When it is full it is
 * put aside as a run (see spool.h), and at the end all runs are read side by
 * side, a range of hashes at a time, into the same table.  So memory does not
 * grow with keys, but for 40 bytes each 200,000.
 */
#include <stdbool.h>
#include <stdint.h>

#include "pages.h"
#include "spool.h"
#include "str.h"

enum { ROLL_WAIT = 16 };

struct spot { /* mark 0: free */
	uint64_t hash;
	uint32_t more, mark;
};

struct roll { /* all zero but for over and ctx: nothing came */
	struct spot *spots;
	size_t n;     /* spots taken */
	struct spot wait[ROLL_WAIT]; /* their places are being fetched */
	size_t n_wait;
	int depth;    /* how many bits of a hash all in the table share */
	struct pages runs;
	size_t n_aside; /* spots in all runs */
	/* over(ctx, a, b): does mark a count rather than b? */
	bool (*over)(const void *ctx, uint32_t a, uint32_t b);
	const void *ctx;
};

/* roll_add(t, mem, spool, key, mark, e): 0, or -1 with *e set. */
int roll_add(struct roll *t, struct arena *mem, struct spool *spool,
    struct str key, uint32_t mark, struct err *e);

/* roll_end(t, mem, spool, each, ctx, e): each(ctx, mark) for every key, in an
 * order that means nothing; after it nothing may be added.  0, or -1. */
int roll_end(struct roll *t, struct arena *mem, struct spool *spool,
    void (*each)(void *ctx, uint32_t mark), void *ctx, struct err *e);
#endif
