#ifndef KEYS_H
#define KEYS_H
/*
 * keys -- the members of an object, found without searching.
 *
 * The first keys of all pointers of all maps are numbered when the maps are
 * read.  One pass over an item then puts each of its members where its number
 * says, and every map that asks for "/text" finds it there: asking thirty maps
 * costs no more than asking one.
 */
#include <stdint.h>
#include <yyjson.h>

#include "str.h"

enum { KEYS_MAX = 512, KEYS_SLOTS = 2048, KEYS_NONE = -1 };

struct keys {
	struct str key[KEYS_SLOTS]; /* borrowed */
	int16_t number[KEYS_SLOTS];
	int16_t n;
};

/* keys_number(k, key): its number, a new one if need be; KEYS_NONE: full. */
int16_t keys_number(struct keys *k, struct str key);

struct members {
	const struct keys *keys;
	yyjson_val *of; /* the object that was read, NULL: none */
	uint32_t pass;
	uint32_t seen[KEYS_MAX];
	yyjson_val *value[KEYS_MAX];
};

/* members_read(m, obj): nothing to do if it was the last one. */
void members_read(struct members *m, yyjson_val *obj);

/* members_forget(m): the memory of the last object is gone. */
void members_forget(struct members *m);

/* keys_same(a, b, n): n bytes, without a call. */
static inline bool
keys_same(const char *a, const char *b, size_t n)
{
	uint64_t x, y;

	for (; n >= sizeof(x); n -= sizeof(x)) {
		memcpy(&x, a, sizeof(x));
		memcpy(&y, b, sizeof(y));
		if (x != y)
			return false;
		a += sizeof(x);
		b += sizeof(y);
	}
	for (; n; n--)
		if (*a++ != *b++)
			return false;
	return true;
}

static inline yyjson_val *
members_get(const struct members *m, int16_t number)
{
	return m->seen[number] == m->pass ? m->value[number] : NULL;
}
#endif
