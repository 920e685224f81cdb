#ifndef ASK_H
#define ASK_H
/*
 * ask -- a question with its redirects, and what the answer means.
 *
 * Redirects are followed here and not in a library, so that each hop passes
 * the same checks and a key is shown to the first host only.
 */
#include "pace.h"
#include "robots.h"
#include "source.h"
#include "transport.h"
#include "warc.h"

struct ask {
	struct transport transport;
	bool local; /* http: is allowed, too */
	unsigned long requests;
	struct fiber *fiber;  /* that asks */
	struct str waits_for; /* a host, until a time of fiber_clock(); or  */
	int64_t waits_until;  /* { NULL, 0 }: it waits for none             */
	struct warc *warc;    /* NULL: no evidence                          */
	struct pace *pace;    /* NULL: nobody minds how fast                */
	struct robots *robots;
	long tries;           /* of one question that got no whole answer   */
};

struct question {
	const struct source *source;
	const struct list *list; /* NULL: none */
	struct str url, post, etag, modified;
	struct earlier known; /* of which they are */
};

/* ask_get(k, what, mem, a, e): put the question.  a->status is 0 if there
 * was no answer.  Returns 0, or -1 with *e set: the run cannot go on. */
int ask_get(struct ask *k, const struct question *what, struct arena *mem,
    struct answer *a, struct err *e);

/* ask_state(s, a, fits, why): what an answer with a status means; fits: its
 * body is what the source promises.  If that is not STATE_OK, why says so in a
 * few words, unless it holds something already. */
enum state ask_state(const struct source *s, const struct answer *a,
    bool fits, char why[WHY]);
#endif
