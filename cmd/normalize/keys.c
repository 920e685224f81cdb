#include "keys.h"

static inline uint32_t
slot_of(struct ends e, size_t n)
{
	return ends_hash(e, n, 0) >> (32 - KEYS_BITS);
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

static inline bool
is_key(const struct key *k, struct ends e, struct str s)
{
	return ends_same(k->ends, e, k->text, s);
}

int16_t
keys_number(struct keys *k, struct str key)
{
	struct ends e = ends_of(key);
	uint32_t at = slot_of(e, key.n);
	struct key *slot = &k->slot[at];

	for (; slot->text.p; slot = &k->slot[at = (at + 1) & (KEYS_SLOTS - 1)])
		if (is_key(slot, e, key))
			return slot->number;
	if (k->last == KEYS_MAX - 1)
		return KEYS_NONE;
	*slot = (struct key){ e, key, ++k->last };
	k->sign[k->last] = sign_of((uint64_t)k->last);
	return k->last;
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
		struct str s = { unsafe_yyjson_get_str(key),
			unsafe_yyjson_get_len(key) };
		struct ends e = ends_of(s);
		uint32_t at = slot_of(e, s.n);

		for (; slots[at].text.p; at = (at + 1) & (KEYS_SLOTS - 1)) {
			if (!is_key(&slots[at], e, s))
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
