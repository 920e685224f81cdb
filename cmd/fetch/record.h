#ifndef RECORD_H
#define RECORD_H
/*
 * record -- the two lines fetch writes: capture/1 and coverage/1.
 */
#include "coverage.h"
#include "page.h"
#include "plan.h"

/* What a list was asked for. */
struct about {
	const struct target *target;
	const struct list *interaction; /* NULL: the timeline            */
	const struct item *object;      /* of which; NULL: the account's */
};

/* What is asked: a URL, and what is sent there; { NULL, 0 }: a GET. */
struct place {
	struct str url, post;
};

/* record_capture(b, about, asked, a, file): one answer; asked is the question
 * before redirects, file the name of the evidence.  The object is left open, for
 * record_body(b, body), the answer as it came, and a '}'. */
void record_capture(struct buf *b, const struct about *about,
    const struct place *asked, struct answer *a, struct str file);
void record_body(struct buf *b, struct str body);

/* record_coverage(b, t, v): what became of one account. */
void record_coverage(struct buf *b, const struct target *t,
    const struct coverage *v);
#endif
