#include "keys.h"

/* From the length and three of its bytes: keys of one payload rarely share
 * all four, and a search goes on if they do. */
static inline uint32_t
slot_of(const char *p, size_t n)
{
	uint32_t h = (uint32_t)n << 24;

	if (n)
		h ^= (uint32_t)(unsigned char)p[0] |
		    (uint32_t)(unsigned char)p[n / 2] << 8 |
		    (uint32_t)(unsigned char)p[n - 1] << 16;
	return h * 0x9E3779B1u >> (32 - KEYS_BITS);
}

/* The bits of a number well mixed: the end of SplitMix64, by Sebastiano
 * Vigna. */
static uint64_t
sign_of(uint64_t x)
{
	x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
	x = (x ^ x >> 27) * 0x94D049BB133111EBu;
	return x ^ x >> 31;
}

int16_t
keys_number(struct keys *k, struct str key)
{
	uint32_t at = slot_of(key.p, key.n);
	struct key *slot = &k->slot[at];

	for (; slot->p; slot = &k->slot[at = (at + 1) & (KEYS_SLOTS - 1)])
		if (slot->len == key.n && memcmp(slot->p, key.p, key.n) == 0)
			return slot->number;
	if (k->n == KEYS_MAX || key.n > UINT32_MAX)
		return KEYS_NONE;
	*slot = (struct key){ key.p, (uint32_t)key.n, k->n };
	k->sign[k->n] = sign_of((uint64_t)k->n + 1);
	return k->n++;
}

static void
next_pass(struct members *m)
{
	if (++m->pass == 0) {
		memset(m->seen, 0, sizeof(m->seen));
		m->pass = 1;
	}
}

void
members_read(struct members *m, yyjson_val *obj)
{
	const struct key *slots = m->keys->slot;
	uint64_t known = 0;
	yyjson_val *key;

	if (m->of == obj)
		return;
	m->of = obj;
	next_pass(m);
	key = unsafe_yyjson_get_first(obj);
	for (size_t left = unsafe_yyjson_get_len(obj); left; left--) {
		const char *p = unsafe_yyjson_get_str(key);
		size_t n = unsafe_yyjson_get_len(key);
		uint32_t at = slot_of(p, n);

		for (; slots[at].p; at = (at + 1) & (KEYS_SLOTS - 1)) {
			if (slots[at].len != n ||
			    !keys_same(slots[at].p, p, n))
				continue;
			m->seen[slots[at].number] = m->pass;
			m->value[slots[at].number] = key + 1;
			known += m->keys->sign[slots[at].number];
			break;
		}
		key = unsafe_yyjson_get_next(key + 1);
	}
	m->known = known;
}

void
members_forget(struct members *m)
{
	m->of = NULL;
	next_pass(m);
}
