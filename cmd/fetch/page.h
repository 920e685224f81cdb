#ifndef PAGE_H
#define PAGE_H
/*
 * page -- what is seen in the body of one answer: its items, their dates, and
 * where the list goes on.
 */
#include "instant.h"
#include "source.h"
#include "transport.h"

struct item {
	struct str id, uri, url; /* absent: { NULL, 0 }                   */
	int64_t published;       /* seconds; INT64_MIN: not known         */
	uint32_t ask;            /* bit k: interaction k has to be asked for */
};

/* A text or number of the answer, for the question about the next page. */
struct given {
	struct str s;
	bool quoted; /* it was a text */
};

struct page {
	bool counted;         /* n is known; not so for UTF-16 XML */
	size_t n;
	struct item *items;   /* JSON only                         */
	struct given next;    /* where the source says it is       */
	struct given carry[SOURCE_CARRY];
	bool cut;             /* it says that it does not show all */
	bool dated;
	struct instant from, to; /* oldest and newest, if dated    */
	char why[WHY];        /* what is wrong with it             */
};

/* page_date(p, t): one more date. */
static inline void
page_date(struct page *p, const struct instant *t)
{
	if (!p->dated || t->seconds < p->from.seconds)
		p->from = *t;
	if (!p->dated || t->seconds > p->to.seconds)
		p->to = *t;
	p->dated = true;
}
#endif
