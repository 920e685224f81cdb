#ifndef ESTIMATE_H
#define ESTIMATE_H
/*
 * estimate -- what a run would cost: how many questions each account needs at
 * least, by host and key, what is left of the budget there, and how long that
 * takes.  How much a platform has to show is not known before it is asked.
 */
#include "pace.h"
#include "plan.h"

enum { ESTIMATE_HOSTS = 64 }; /* told one by one; the rest is one line */

struct estimate {
	struct pace *pace; /* of what is remembered */
	bool indonesian;   /* the office's language */
	long per_host;     /* questions at a time   */
	struct estimate_host {
		struct str host, name; /* name: pace_name() */
		const struct source *source;
		unsigned long accounts, least;
		bool more;     /* what is seen there may lead to more */
	} *v;
	size_t n, cap;
	unsigned long accounts, least;
	bool more;
	struct arena mem;
};

/* estimate_init(t, e): pace and per_host are set before. */
int estimate_init(struct estimate *t, struct err *e);

/* estimate_add(t, one, url, text, e): one account, of which url is the first
 * question; text: "3", or "3+" if there may be more. */
int estimate_add(struct estimate *t, const struct target *one,
    struct str url, char text[24], struct err *e);

/* estimate_say(t, say, e): a line for each host and key, and one for all, to
 * say().  0, or -1 with *e set. */
int estimate_say(struct estimate *t, void (*say)(const char *line),
    struct err *e);

/* estimate_release(t): safe on an all-zero struct. */
void estimate_release(struct estimate *t);
#endif
