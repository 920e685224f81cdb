#ifndef PAGES_H
#define PAGES_H
/*
 * pages -- one list, page after page: a timeline, or who liked a post.
 */
#include "collect.h"
#include "template.h"

/* A list that is being asked for, page after page. */
struct walk {
	struct about about;
	const struct list *list;
	struct template_values values; /* with which it was filled in */
	struct coverage *v;
	struct seen {
		struct place at;
		const struct seen *before;
	} *seen;
	struct place first; /* the page that it began with                 */
	struct place next;  /* the page to ask for; url { NULL, 0 }: none  */
	struct str key;     /* what it is remembered by; { NULL, 0 }: not  */
	struct known known; /* before; of a list of the account            */
	struct known now;   /* and after                                   */
	int64_t stop;       /* what is older needs no asking, seconds      */
	unsigned long n;    /* pages asked for                             */
	size_t seen_items;
	bool complete;      /* it came to its end                          */
	bool cut;           /* an answer said that it does not show all    */
	struct item *items; /* about which there is more to ask            */
	size_t n_items, cap_items;
};

/* pages_all(c, w, e): ask for w->next and all behind it, write what is good;
 * w->v gets the state and, for a timeline, counts and dates.  Returns 0, or -1
 * with *e set: the run cannot go on. */
int pages_all(struct collect *c, struct walk *w, struct err *e);

/* pages_fail(v, state, why): from now on that is what became of it. */
void pages_fail(struct coverage *v, enum state state, const char *why);

/* pages_no_room(c, v, e): what a missing piece of c->account means: 0 and *v
 * says so, or -1 with *e set if the system has no memory. */
int pages_no_room(const struct collect *c, struct coverage *v, struct err *e);

/* pages_note(v, name, why): a word about it that is no failure; the second
 * and later ones are put behind the first, as far as there is room. */
void pages_note(struct coverage *v, struct str name, const char *why);
#endif
