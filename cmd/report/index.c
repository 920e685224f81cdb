#include "index.h"

enum { FIRST = 64 };

/* FNV-1a, and a last stir so that all bits depend on all bytes. */
static uint64_t
hash(struct str s)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 1099511628211u;
	h = (h ^ h >> 32) * 0xd6e8feb86659fd93u;
	return h ^ h >> 32;
}

static bool
index_grow(struct index *ix, struct arena *mem)
{
	size_t cap = ix->cap ? ix->cap * 2 : FIRST, at;
	struct slot *slots = arena_alloc(mem, sizeof(*slots), cap);

	if (!slots)
		return false;
	memset(slots, 0, sizeof(*slots) * cap);
	for (size_t i = 0; i < ix->cap; i++) {
		if (!ix->slots[i].key.p)
			continue;
		at = ix->slots[i].hash & (cap - 1);
		while (slots[at].key.p)
			at = (at + 1) & (cap - 1);
		slots[at] = ix->slots[i];
	}
	ix->slots = slots;
	ix->cap = cap;
	return true;
}

uint32_t *
index_at(struct index *ix, struct arena *mem, struct str key, bool *added)
{
	uint32_t h = (uint32_t)hash(key);
	struct slot *s;
	size_t at;

	*added = false;
	if (ix->n >= ix->cap / 4 * 3 && !index_grow(ix, mem))
		return NULL;
	at = h & (ix->cap - 1);
	for (; ix->slots[at].key.p; at = (at + 1) & (ix->cap - 1))
		if (ix->slots[at].hash == h && str_eq(ix->slots[at].key, key))
			return &ix->slots[at].at;
	s = &ix->slots[at];
	s->key = arena_copy(mem, key);
	if (!s->key.p)
		return NULL;
	s->hash = h;
	s->at = 0;
	ix->n++;
	*added = true;
	return &s->at;
}

const uint32_t *
index_get(const struct index *ix, struct str key)
{
	uint32_t h = (uint32_t)hash(key);

	if (!ix->n)
		return NULL;
	for (size_t at = h & (ix->cap - 1); ix->slots[at].key.p;
	    at = (at + 1) & (ix->cap - 1))
		if (ix->slots[at].hash == h && str_eq(ix->slots[at].key, key))
			return &ix->slots[at].at;
	return NULL;
}

static bool
seen_grow(struct seen *s, struct arena *mem)
{
	size_t cap = s->cap ? s->cap * 2 : FIRST, at;
	uint64_t *slots = arena_alloc(mem, sizeof(*slots), cap);

	if (!slots)
		return false;
	memset(slots, 0, sizeof(*slots) * cap);
	for (size_t i = 0; i < s->cap; i++) {
		if (!s->slots[i])
			continue;
		at = (s->slots[i] >> 2) & (cap - 1);
		while (slots[at])
			at = (at + 1) & (cap - 1);
		slots[at] = s->slots[i];
	}
	s->slots = slots;
	s->cap = cap;
	return true;
}

int
seen_raise(struct seen *s, struct arena *mem, struct str id, unsigned level)
{
	uint64_t h = (hash(id) | 4) & ~(uint64_t)3;
	unsigned before;
	size_t at;

	if (s->n >= s->cap / 4 * 3 && !seen_grow(s, mem))
		return -2;
	at = (h >> 2) & (s->cap - 1);
	for (; s->slots[at]; at = (at + 1) & (s->cap - 1)) {
		before = s->slots[at] & 3;
		if ((s->slots[at] & ~(uint64_t)3) != h)
			continue;
		if (level > before)
			s->slots[at] = h | level;
		return (int)before;
	}
	s->slots[at] = h | level;
	s->n++;
	return -1;
}
