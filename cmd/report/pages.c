#include "pages.h"

#include <string.h>

void *
pages_add(struct pages *p, struct arena *mem, size_t size)
{
	size_t page = p->n / PAGES_ITEMS, cap = page ? page * 2 : 16;
	char **v = p->v;
	void *item;

	if (p->n % PAGES_ITEMS == 0) {
		if (page == p->cap) {
			v = arena_grow(mem, v, page * sizeof(*v),
			    cap * sizeof(*v));
			if (!v)
				return NULL;
			p->v = v;
			p->cap = cap;
		}
		v[page] = arena_alloc(mem, size, PAGES_ITEMS);
		if (!v[page])
			return NULL;
		p->size = size;
	}
	p->n++;
	item = pages_at(p, p->n - 1);
	memset(item, 0, size);
	return item;
}
