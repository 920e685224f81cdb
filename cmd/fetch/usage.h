#ifndef USAGE_H
#define USAGE_H
/*
 * usage -- headers in which a platform says, in JSON, how much of what it
 * grants is used up: X-App-Usage and its like.  A source names them.
 */
#include "source.h"
#include "str.h"

struct used {
	double percent; /* the highest of all that were said          */
	int64_t wait;   /* seconds until it answers again; 0: it does */
};

/* usage_said(u, head, mem): what the lines of an answer's head say.  A header
 * that cannot be read says nothing. */
struct used usage_said(const struct usage *u, struct str head,
    struct arena *mem);
#endif
