#ifndef WORK_H
#define WORK_H
/*
 * work -- many accounts at a time: each worker is a fiber that takes the next
 * target, until there is none.  Memory grows with the workers, not with the
 * accounts.
 */
#include "collect.h"
#include "http.h"
#include "summary.h"

enum { WORKERS = 256 };

struct work {
	const struct plan *plan;
	const struct collecting *run;
	struct summary *summary;
	struct ask ask;     /* as every worker's begins                */
	struct http *http;  /* NULL: ask.transport needs no network    */
	long n_workers;
	size_t next;        /* target                                  */
	struct err failed;  /* code: the run cannot go on              */
	unsigned long requests, captures;
	struct worker *workers;
	struct arena mem;
};

/* work_all(w, e): the first members up to n_workers are set before.  Returns
 * 0, or -1 with *e set. */
int work_all(struct work *w, struct err *e);

/* work_release(w): safe on an all-zero struct. */
void work_release(struct work *w);
#endif
