#include "slots.h"

#include <ctype.h>
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
	memset(s->v, 0xFF, want * sizeof(*s->v)); /* SLOTS_END everywhere */
	return 0;
}

void
slots_add(struct slots *s, uint32_t hash, size_t index)
{
	size_t at = hash & (s->n - 1);

	while (s->v[at] != SLOTS_END)
		at = (at + 1) & (s->n - 1);
	s->v[at] = (uint32_t)index;
}

size_t
slots_first(const struct slots *s, uint32_t hash)
{
	return s->n ? hash & (s->n - 1) : 0;
}

uint32_t
slots_next(const struct slots *s, size_t *at)
{
	uint32_t index = s->n ? s->v[*at] : SLOTS_END;

	if (index != SLOTS_END)
		*at = (*at + 1) & (s->n - 1);
	return index;
}

uint32_t
slots_hash(uint32_t h, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (uint32_t)tolower((unsigned char)s.p[i])) * 16777619u;
	return (h ^ 0x1F) * 16777619u;
}

void
slots_release(struct slots *s)
{
	free(s->v);
	*s = (struct slots){ 0 };
}
