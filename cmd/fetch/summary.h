#ifndef SUMMARY_H
#define SUMMARY_H
/*
 * summary -- what fetch tells the person who runs it, on standard error.
 */
#include "collect.h"

enum { SUMMARY_SHOWN = 20 }; /* accounts named; the rest are only counted */

struct summary {
	bool quiet, progress, stats;
	int64_t began, shown; /* seconds */
	unsigned long asked, empty, failed, by_state[STATE_N];
	struct buf text;
};

/* summary_begin(s): quiet, progress and stats are set before. */
void summary_begin(struct summary *s);

/* summary_account(s, t, v): one account is done. */
void summary_account(struct summary *s, const struct target *t,
    const struct coverage *v);

/* summary_progress(s, p, requests): now and then, if it takes long. */
void summary_progress(struct summary *s, const struct plan *p,
    unsigned long requests);

/* summary_again(s, n): lines of a run that was cut off come first. */
void summary_again(struct summary *s, unsigned long n);

/* summary_end(s, p, requests, captures): the sums. */
void summary_end(struct summary *s, const struct plan *p,
    unsigned long requests, unsigned long captures);

/* summary_say(text): "netral-fetch: text"; needs no memory. */
void summary_say(const char *text);

/* summary_release(s): safe on an all-zero struct. */
void summary_release(struct summary *s);
#endif
