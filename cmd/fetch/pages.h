#ifndef PAGES_H
#define PAGES_H
/*
 * pages -- one list, page after page: a timeline, or who liked a post.
 */
#include "collect.h"

/* A list that is being asked for, page after page. */
struct walk {
	struct about about;
	struct coverage *v;
	struct seen {
		struct str url;
		const struct seen *before;
	} *seen;
	struct str first;   /* the page that it began with            */
	struct str next;    /* the page to ask for; { NULL, 0 }: none */
	struct known known; /* before; of a timeline                  */
	struct known now;   /* and after                              */
	int64_t stop;       /* what is older needs no asking, seconds */
	unsigned long n;    /* pages asked for                        */
	size_t seen_items;
	bool complete;      /* it came to its end                     */
	struct item *items; /* of the timeline, if they are needed    */
	size_t n_items, cap_items;
};

/* pages_all(c, w, e): ask for w->next and all behind it, write what is good;
 * w->v gets the state and, for a timeline, counts and dates.  Returns 0, or -1
 * with *e set: the run cannot go on. */
int pages_all(struct collect *c, struct walk *w, struct err *e);

/* pages_fail(v, state, why): from now on that is what became of it. */
void pages_fail(struct coverage *v, enum state state, const char *why);
#endif
