#ifndef PACE_H
#define PACE_H
/*
 * pace -- how fast a host may be asked: what it said (Retry-After,
 * X-RateLimit-*, RateLimit, how much is used), and the budget of the source, kept between runs.
 *
 * A key has a budget of its own, and so has a list that says so: what is called
 * host here is then pace_name().
 */
#include "source.h"
#include "store.h"
#include "transport.h"

struct pace_host {
	struct str name;
	struct store_host h;
	int64_t pause; /* seconds between questions: little is left; or 0 */
	struct pace_host *next;
};

struct pace {
	struct store *store;
	int64_t now;    /* what the clock says; INT64_MIN: ask it */
	long max_wait;  /* seconds; who wants more is left alone  */
	uint64_t random; /* any number, not 0: spreads retries    */
	struct pace_host *hosts;
	struct arena mem;
};

/* pace_init(p, e): the other members are set before. */
int pace_init(struct pace *p, struct err *e);

/* pace_now(p): seconds since 1970. */
int64_t pace_now(const struct pace *p);

/* pace_name(host, mark, list, mem): the host with what marks the key that is
 * shown to it, and a list that has limits of its own; { NULL, 0 } are none.
 * { NULL, 0 } if no memory. */
struct str pace_name(struct str host, struct str mark, struct str list,
    struct arena *mem);

/* pace_left(p, l, host, left, e): how many questions the limits leave now; INT64_MAX if it has none.  Returns the seconds until the host
 * may be asked and the budget is whole, or -1 with *e set. */
int64_t pace_left(struct pace *p, const struct limits *l, struct str host,
    int64_t *left, struct err *e);

/* pace_ask(p, l, host, until, e): may a question go there now?  Returns the
 * seconds to wait before asking again whether it may, 0 if it may now (and it
 * is counted), or -1 with *e set; above p->max_wait: not in this run, *until
 * says when. */
long pace_ask(struct pace *p, const struct limits *l, struct str host,
    int64_t *until, struct err *e);

/* pace_heard(p, s, l, host, a, mem, e): what an answer says of the next
 * question.  0, or -1 with *e set. */
int pace_heard(struct pace *p, const struct source *s, const struct limits *l,
    struct str host, const struct answer *a, struct arena *mem, struct err *e);

/* pace_stop(p, l, host, e): it wants no more, in a way that only the source
 * understands; if it did not say until when, not for the time of the budget.
 * 0, or -1 with *e set. */
int pace_stop(struct pace *p, const struct limits *l, struct str host,
    struct err *e);

/* pace_backoff(p, n): milliseconds before try n, from 1: about 1, 2, 4 ...
 * seconds, never two alike. */
long pace_backoff(struct pace *p, unsigned n);

/* pace_retry_after(s, now): seconds from now on, of seconds or a date; -1 if
 * it is neither. */
int64_t pace_retry_after(struct str s, int64_t now);

/* pace_release(p): safe on an all-zero struct. */
void pace_release(struct pace *p);
#endif
