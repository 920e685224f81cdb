#include "index.h"

enum { FIRST = 64 };

/* Eight bytes at a time; each step stirs so that all bits depend on all bytes. */
static uint64_t
hash(struct str s)
{
	uint64_t h = s.n * 0x9e3779b97f4a7c15u, w;

	for (; s.n; s = str_skip(s, s.n < 8 ? s.n : 8)) {
		w = 0;
		memcpy(&w, s.p, s.n < 8 ? s.n : 8);
		h = (h ^ w) * 0xd6e8feb86659fd93u;
		h ^= h >> 32;
	}
	h *= 0xd6e8feb86659fd93u;
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

struct slot *
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
			return &ix->slots[at];
	s = &ix->slots[at];
	s->key = arena_copy(mem, key);
	if (!s->key.p)
		return NULL;
	s->hash = h;
	s->at = 0;
	ix->n++;
	*added = true;
	return s;
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
