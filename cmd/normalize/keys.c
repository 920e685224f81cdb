#include "keys.h"

static uint32_t
slot_of(const char *p, size_t n)
{
	uint32_t h = (uint32_t)n * 0x9E3779B1u;

	if (n)
		h ^= (uint32_t)(unsigned char)p[0] * 0x85EBCA6Bu ^
		    (uint32_t)(unsigned char)p[n - 1] * 0xC2B2AE35u ^
		    (uint32_t)(unsigned char)p[n / 2] * 0x27D4EB2Fu;
	return (h >> 16 ^ h) & (KEYS_SLOTS - 1);
}

int16_t
keys_number(struct keys *k, struct str key)
{
	uint32_t at = slot_of(key.p, key.n);

	for (; k->key[at].p; at = (at + 1) & (KEYS_SLOTS - 1))
		if (str_eq(k->key[at], key))
			return k->number[at];
	if (k->n == KEYS_MAX)
		return KEYS_NONE;
	k->key[at] = key;
	k->number[at] = k->n;
	return k->n++;
}

void
members_read(struct members *m, yyjson_val *obj)
{
	yyjson_val *key;

	if (m->of == obj)
		return;
	m->of = obj;
	if (++m->pass == 0) {
		memset(m->seen, 0, sizeof(m->seen));
		m->pass = 1;
	}
	key = unsafe_yyjson_get_first(obj);
	for (size_t left = unsafe_yyjson_get_len(obj); left; left--) {
		const char *p = unsafe_yyjson_get_str(key);
		size_t n = unsafe_yyjson_get_len(key);
		uint32_t at = slot_of(p, n);

		for (; m->keys->key[at].p; at = (at + 1) & (KEYS_SLOTS - 1)) {
			const struct str *known = &m->keys->key[at];

			if (known->n != n || !keys_same(known->p, p, n))
				continue;
			m->seen[m->keys->number[at]] = m->pass;
			m->value[m->keys->number[at]] = key + 1;
			break;
		}
		key = unsafe_yyjson_get_next(key + 1);
	}
}

void
members_forget(struct members *m)
{
	m->of = NULL;
}
