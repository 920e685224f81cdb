#ifndef INDEX_H
#define INDEX_H
/*
 * index -- from a key to the number of what is kept under it.  It only grows,
 * and lives in an arena of the caller's.
 */
#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "str.h"

struct slot {
	struct str key; /* NULL: free */
	uint32_t hash, at;
};

struct index {
	struct slot *slots;
	size_t n, cap;
};

/* index_at(ix, mem, key, added): the slot of key; its `at` is there to read or,
 * where *added says that it is new (then 0), to set.  Its key is a copy that
 * stays, the slot moves with the next call.  NULL if there is no room. */
struct slot *index_at(struct index *ix, struct arena *mem, struct str key,
    bool *added);

/* index_get(ix, key): the number under key, or NULL. */
const uint32_t *index_get(const struct index *ix, struct str key);
#endif
