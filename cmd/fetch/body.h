#ifndef BODY_H
#define BODY_H
/*
 * body -- is the body of an answer what the source promises, and how many
 * items with which dates are in it?  What they mean is normalize's to say.
 */
#include <stdbool.h>

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

/* body_read(s, list, text, mem, p, e): look at a body of a list of the source.
 * Returns 1; 0 if it is something else; -1 with *e set if there is no
 * memory. */
int body_read(const struct source *s, const struct list *list,
    struct str text, struct arena *mem, struct page *p, struct err *e);

/* body_find(text, pointer, mem, found, e): a text or number in JSON.  1; 0 if
 * it is not there; -1 with *e set if there is no memory. */
int body_find(struct str text, struct str pointer, struct arena *mem,
    struct str *found, struct err *e);

/* body_put(b, text): valid JSON on one line: spaces and newlines between its
 * parts go if there is a newline, nothing else changes. */
void body_put(struct buf *b, struct str text);

/* body_date(p, t): one more date. */
void body_date(struct page *p, const struct instant *t);
#endif
