#ifndef REPLAY_H
#define REPLAY_H
/*
 * replay -- recorded answers instead of the network.
 *
 * A folder with index.ndjson, one answer a line:
 * {"url","post","captured","status","headers":{lower-case names},"file"}; post
 * is what was sent, absent for a GET; file is a path in the folder, absent if
 * the answer had no body.  Of two lines with one question the last counts.  The index is kept in memory.
 */
#include "transport.h"

struct recorded {
	struct str key, file; /* the URL, and what was sent */
	struct answer answer; /* its headers, status and time */
};

struct replay {
	const char *dir; /* borrowed */
	struct arena mem;
	struct recorded *v;
	size_t n;
	uint32_t *table; /* index in v plus one; 0: free */
	size_t slots;
	int64_t now;     /* the time of what was not recorded */
	size_t body_max; /* bytes                             */
};

/* replay_open(r, e): now, dir and body_max are set before.  Returns 0, or -1
 * with *e set (ERR_USAGE). */
int replay_open(struct replay *r, struct err *e);

/* replay_get(r, q, mem, a, e): as transport.get. */
int replay_get(void *r, const struct request *q, struct arena *mem,
    struct answer *a, struct err *e);

/* replay_close(r): safe on an all-zero struct. */
void replay_close(struct replay *r);
#endif
