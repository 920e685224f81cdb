#ifndef WALK_H
#define WALK_H
/*
 * walk -- where somebody stands who asks for a list page after page.
 */
#include "record.h"
#include "store.h"
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
	struct str feed;    /* that a web page named; { NULL, 0 }: none    */
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
#endif
