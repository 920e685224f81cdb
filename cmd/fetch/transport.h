#ifndef TRANSPORT_H
#define TRANSPORT_H
/*
 * transport -- one question, one answer: from the network (http.h) or from a
 * folder of recorded answers (replay.h).  Redirects are not followed here.
 */
#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "detail.h"
#include "digest.h"
#include "err.h"
#include "state.h"
#include "str.h"

enum { WHY = 200, WARC_ID = 48 };

/* A record of the evidence; id { NULL, 0 }: none. */
struct earlier {
	struct str id;
	int64_t captured;
};

struct request {
	struct str url;    /* ends in a NUL that is not counted */
	struct str host;   /* of it, as http_url() finds it     */
	bool plain;        /* it is not https                   */
	struct str accept;
	struct str token, token_header; /* { NULL, 0 }: none; "Name: " */
	struct str post;   /* { NULL, 0 }: a GET */
	struct str etag, modified; /* of what is known; { NULL, 0 } */
	struct earlier known;      /* and where it stands           */
};

/* Everything lives until the arena is emptied or the next question. */
struct answer {
	int status;       /* of HTTP; 0: there was no answer            */
	enum state state; /* then: what that means                      */
	char why[WHY];    /* and a text for people, printable ASCII     */
	struct str url;   /* that answered                              */
	struct str body;  /* decoded; before that as it was received    */
	struct str type, link, retry_after, location; /* headers        */
	struct str encoding, transfer, etag, modified;
	struct str remaining, reset, limit;
	int64_t captured; /* seconds since 1970                         */
	struct wire {     /* what went over the wire, for the evidence  */
		struct str sent;      /* the request; { NULL, 0 }: none */
		struct str head;      /* status line and headers        */
		struct str ip, protocol;
		struct str connection; /* a connection/1, if it is new  */
		const char *truncated; /* why body ends early, or NULL  */
	} wire;
	struct earlier known; /* it says that this is unchanged         */
	char sha256[DIGEST_HEX + 1]; /* of body; "": not known          */
	char warc[WARC_ID];        /* the id of its record; "": none    */
	unsigned long long offset; /* and where that begins             */
};

struct transport {
	/* Returns 0, also when no answer came, or -1 with *e set: the run
	 * cannot go on. */
	int (*get)(void *ctx, const struct request *q, struct arena *mem,
	    struct answer *a, struct err *e);
	void *ctx;
};

/* transport_none(a, state, NAME, ...): no answer, and why: a name of detail.h,
 * and what it wants.  Bytes that are not printable ASCII become '?'.  Always
 * 0. */
#define transport_none(a, state, ...) \
	transport_without(a, state, DETAIL_##__VA_ARGS__)
int transport_without(struct answer *a, enum state state, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* transport_header(a, name): where a header goes, NULL: nobody wants it. */
struct str *transport_header(struct answer *a, struct str name);
#endif
