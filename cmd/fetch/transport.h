#ifndef TRANSPORT_H
#define TRANSPORT_H
/*
 * transport -- one question, one answer: from the network (http.h) or from a
 * folder of recorded answers (replay.h).  Redirects are not followed here.
 */
#include <stdint.h>

#include "arena.h"
#include "err.h"
#include "state.h"
#include "str.h"

enum { WHY = 200 };

struct request {
	struct str url;    /* ends in a NUL that is not counted */
	struct str accept;
	struct str token;  /* { NULL, 0 }: no Authorization */
};

/* Everything lives until the arena is emptied or the next question. */
struct answer {
	int status;       /* of HTTP; 0: there was no answer            */
	enum state state; /* then: what that means                      */
	char why[WHY];    /* and a text for people, printable ASCII     */
	struct str url;   /* that answered                              */
	struct str body;  /* as received                                */
	struct str type, link, retry_after, location; /* headers        */
	int64_t captured; /* seconds since 1970                         */
};

struct transport {
	/* Returns 0, also when no answer came, or -1 with *e set: the run
	 * cannot go on. */
	int (*get)(void *ctx, const struct request *q, struct arena *mem,
	    struct answer *a, struct err *e);
	void *ctx;
};

/* transport_none(a, state, fmt, ...): no answer, and why.  Bytes that are
 * not printable ASCII become '?'.  Always 0. */
int transport_none(struct answer *a, enum state state, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* transport_header(a, name): where a header goes, NULL: nobody wants it. */
struct str *transport_header(struct answer *a, struct str name);
#endif
