#ifndef ROBOTS_H
#define ROBOTS_H
/*
 * robots -- what a site asks robots not to fetch (RFC 9309).
 */
#include "arena.h"
#include "err.h"
#include "source.h"
#include "transport.h"

struct ask;
struct url;

struct robots {
	struct arena mem;
	struct robots_host *hosts;
};

/* robots_init(r, e): 0, or -1 with *e set. */
int robots_init(struct robots *r, struct err *e);

/* robots_allow(r, k, s, u, mem, a, e): may this URL be asked?  The first time
 * for a host its rules are asked for with k.  1; 0: no, and *a says why; -1
 * with *e set. */
int robots_allow(struct robots *r, struct ask *k, const struct source *s,
    const struct url *u, struct arena *mem, struct answer *a, struct err *e);

/* robots_says(text, agent, path): may it, by these rules?  The longest rule of
 * the group of the agent counts, else those of "*". */
bool robots_says(struct str text, struct str agent, struct str path);

/* robots_release(r): safe on an all-zero struct. */
void robots_release(struct robots *r);
#endif
