#ifndef FETCH_H
#define FETCH_H
/*
 * fetch -- one run: what was asked for on the command line, and all parts.
 */
#include "again.h"
#include "estimate.h"
#include "replay.h"
#include "work.h"

struct fetch {
	struct plan_options want;
	const char *office, *state, *from, *source, *now, *since, *until, *ca,
	    *output;
	long pages, timeout, idle, parallel, per_host, max_wait, tries, overlap,
	    seed;
	bool dry_run, local, check, verify;
	bool fixed; /* the clock stands at want.now */

	struct sources sources;
	struct plan plan;
	struct http http;
	struct replay replay;
	struct evidence evidence;
	struct pace pace;
	struct estimate estimate;
	struct robots robots;
	struct again again;
	struct collecting collecting;
	struct arena parsed;
	struct work work;
	struct summary summary;
	struct out out;
	struct buf user_agent;
};

/* fetch_setup(f, n, urls, e): read all configuration.  fetch_open(f, e): open
 * everything that is needed to ask.  Return 0, or -1 with *e set. */
int fetch_setup(struct fetch *f, int n, char **urls, struct err *e);
int fetch_open(struct fetch *f, struct err *e);

/* fetch_plan(f, e): print what would be asked.  fetch_again(f, e): say the
 * lines of the evidence that --from names, or those that a run before could
 * not.  0, or -1 with *e set. */
int fetch_plan(struct fetch *f, struct err *e);
int fetch_again(struct fetch *f, struct err *e);

/* fetch_release(f) */
void fetch_release(struct fetch *f);
#endif
