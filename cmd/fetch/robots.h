#ifndef ROBOTS_H
#define ROBOTS_H
/*
 * robots -- what a site asks robots not to fetch (RFC 9309).
 */
#include "arena.h"
#include "err.h"
#include "transport.h"

/* A site, https://host:port, and its rules. */
struct robots_site {
	struct str site, rules;
	bool closed; /* nobody could say: then nothing is asked */
	struct robots_site *next;
};

struct robots {
	struct arena mem;
	struct robots_site *sites;
};

/* robots_init(r, e): 0, or -1 with *e set. */
int robots_init(struct robots *r, struct err *e);

/* robots_find(r, site): NULL: its rules have to be asked for. */
const struct robots_site *robots_find(const struct robots *r, struct str site);

/* robots_learn(r, site, a, e): a is the answer to the question for its rules.
 * NULL, and *e is set, if there is no memory. */
const struct robots_site *robots_learn(struct robots *r, struct str site,
    const struct answer *a, struct err *e);

/* robots_says(text, agent, path): may it, by these rules?  The longest rule of
 * the group of the agent counts, else those of "*". */
bool robots_says(struct str text, struct str agent, struct str path);

/* robots_release(r): safe on an all-zero struct. */
void robots_release(struct robots *r);
#endif
