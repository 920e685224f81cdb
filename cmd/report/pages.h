#ifndef PAGES_H
#define PAGES_H
/*
 * pages -- a list that grows without moving what is in it: no copy, and no old
 * memory left behind in the arena.
 */
#include "arena.h"

enum { PAGES_ITEMS = 256 }; /* on a page */

struct pages {
	char **v;    /* pages; what an item is the caller knows */
	size_t n;    /* items */
	size_t cap;  /* of v  */
	size_t size; /* bytes of an item, set by the first pages_add() */
};

/* pages_add(p, mem, size): room for one more, all zero, at p->n - 1.  NULL if
 * the arena has none. */
void *pages_add(struct pages *p, struct arena *mem, size_t size);

/* pages_at(p, i): item i < p->n; it stays where it is. */
static inline void *
pages_at(const struct pages *p, size_t i)
{
	return p->v[i / PAGES_ITEMS] + i % PAGES_ITEMS * p->size;
}
#endif
