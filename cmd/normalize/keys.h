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

#include "ends.h"

enum {
	KEYS_MAX = 512,
	KEYS_BITS = 11,
	KEYS_SLOTS = 1 << KEYS_BITS,
	KEYS_NONE = 0, /* no number */
};

struct keys {
	struct key {
		struct ends ends;
		struct str text; /* borrowed; NULL: free */
		int16_t number;
	} slot[KEYS_SLOTS];
	uint64_t sign[KEYS_MAX]; /* of each number; sums tell sets apart */
	int16_t last;            /* number that was given */
};

/* keys_number(k, key): its number, a new one if need be; KEYS_NONE: full. */
int16_t keys_number(struct keys *k, struct str key);

struct members {
	const struct keys *keys;
	yyjson_val *of; /* the object that was read, NULL: none */
	uint32_t pass;
	uint64_t known; /* the sum of the signs of the keys that it has */
	uint32_t seen[KEYS_MAX];
	yyjson_val *value[KEYS_MAX];
};

/* members_read(m, obj): nothing to do if it was the last one. */
void members_read(struct members *m, yyjson_val *obj);

/* members_forget(m): the memory of the last object is gone. */
void members_forget(struct members *m);

/* keys_same(a, b, n): n bytes, without a call; the last word may overlap the
 * one before. */
static inline bool
keys_same(const char *a, const char *b, size_t n)
{
	const char *la = a + n, *lb = b + n;
	uint64_t x, y;

	if (n < 4) {
		for (; a < la; a++, b++)
			if (*a != *b)
				return false;
		return true;
	}
	if (n < sizeof(x)) {
		uint32_t u[2], v[2];

		memcpy(&u[0], a, 4);
		memcpy(&u[1], la - 4, 4);
		memcpy(&v[0], b, 4);
		memcpy(&v[1], lb - 4, 4);
		return u[0] == v[0] && u[1] == v[1];
	}
	la -= sizeof(x);
	lb -= sizeof(y);
	for (; a < la; a += sizeof(x), b += sizeof(y)) {
		memcpy(&x, a, sizeof(x));
		memcpy(&y, b, sizeof(y));
		if (x != y)
			return false;
	}
	memcpy(&x, la, sizeof(x));
	memcpy(&y, lb, sizeof(y));
	return x == y;
}

static inline yyjson_val *
members_get(const struct members *m, int16_t number)
{
	return m->seen[number] == m->pass ? m->value[number] : NULL;
}
#endif
