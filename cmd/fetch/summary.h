#ifndef SUMMARY_H
#define SUMMARY_H
/*
 * summary -- what fetch tells the person who runs it, on standard error.
 */
#include "collect.h"

enum {
	SUMMARY_SHOWN = 20,   /* accounts named; the rest are only counted */
	SUMMARY_BAR_MS = 200, /* how often a bar is drawn anew             */
};

struct summary {
	bool quiet, progress, stats;
	long every;           /* seconds between lines of progress       */
	bool bar;             /* a terminal: one line, written anew      */
	bool drawn;           /* and it stands there                     */
	bool indonesian;      /* the office's language                   */
	int64_t began, shown; /* milliseconds of fiber_clock()           */
	unsigned long asked, empty, pages, failed, by_state[STATE_N];
	struct buf text;
};

/* summary_begin(s, p): quiet, progress, every and stats are set before.  Says which
 * accounts of the plan are refused, each with its reason. */
void summary_begin(struct summary *s, const struct plan *p);

/* summary_account(s, t, v): one account is done. */
void summary_account(struct summary *s, const struct target *t,
    const struct coverage *v);

/* summary_progress(s, p, requests, host, until): now and then, if it takes
 * long; on a terminal a bar.  host: who has to be waited for, until a time of
 * fiber_clock(); { NULL, 0 }: nobody. */
void summary_progress(struct summary *s, const struct plan *p,
    unsigned long requests, struct str host, int64_t until);

/* summary_clear(s): take the bar away; done by itself before any line but
 * those of summary_say(). */
void summary_clear(struct summary *s);

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
