#ifndef ASK_H
#define ASK_H
/*
 * ask -- a question with its redirects, and what the answer means.
 *
 * Redirects are followed here and not in a library, so that each hop passes
 * the same checks and a key is shown to the first host only.
 */
#include "source.h"
#include "transport.h"

struct ask {
	struct transport transport;
	bool local; /* http: is allowed, too */
	unsigned long requests;
};

/* ask_get(k, s, url, mem, a, e): put the question.  a->status is 0 if there
 * was no answer.  Returns 0, or -1 with *e set: the run cannot go on. */
int ask_get(struct ask *k, const struct source *s, struct str url,
    struct arena *mem, struct answer *a, struct err *e);

/* ask_state(s, a, fits, why): what an answer with a status means; fits: its
 * body is what the source promises.  If that is not STATE_OK, why says so in a
 * few words, unless it holds something already. */
enum state ask_state(const struct source *s, const struct answer *a,
    bool fits, char why[WHY]);

/* ask_token(s): is the key that the source wants set, and fit for a header?
 * Returns 0, or -1 with *e set (ERR_USAGE). */
int ask_token(const struct source *s, struct err *e);
#endif
