#include "slots.h"

#include <stdlib.h>

int
slots_init(struct slots *s, size_t n)
{
	size_t want = 64;

	while (want < n * 2)
		want *= 2;
	free(s->v);
	s->v = malloc(want * sizeof(*s->v));
	s->n = s->v ? want : 0;
	if (!s->v)
		return -1;
	memset(s->v, 0xFF, want * sizeof(*s->v)); /* SLOTS_FREE everywhere */
	return 0;
}

static size_t
place(const struct slots *s, uint32_t hash)
{
	return hash & (s->n - 1);
}

void
slots_add(struct slots *s, uint32_t hash, size_t index)
{
	size_t at = place(s, hash);

	while (s->v[at] != SLOTS_FREE)
		at = (at + 1) & (s->n - 1);
	s->v[at] = (uint64_t)hash << 32 | (uint32_t)index;
}

size_t
slots_first(const struct slots *s, uint32_t hash)
{
	return s->n ? place(s, hash) : 0;
}

uint32_t
slots_next(const struct slots *s, uint32_t hash, size_t *at)
{
	uint64_t here;

	while (s->n && (here = s->v[*at]) != SLOTS_FREE) {
		*at = (*at + 1) & (s->n - 1);
		if (here >> 32 == hash)
			return (uint32_t)here;
	}
	return SLOTS_END;
}

void
slots_release(struct slots *s)
{
	free(s->v);
	*s = (struct slots){ 0 };
}
