#ifndef INDEX_H
#define INDEX_H
/*
 * index -- from a key to the number of what is kept under it.
 *
 * seen -- which ids came already, and at what level, in 8 bytes each, so that
 * the same activity twice is counted once.  Two ids of one hash (one in 2^62
 * pairs) are taken for the same; what is kept is told apart by index.
 *
 * Both only grow; they live in an arena of the caller's.
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

struct seen {
	uint64_t *slots; /* 0: free; the lowest two bits are the level */
	size_t n, cap;
};

/* seen_raise(s, mem, id, level): note that id came with a level (0 to 3).
 * Returns the highest level it had before, -1 if it is new, or -2 if there is
 * no room. */
int seen_raise(struct seen *s, struct arena *mem, struct str id,
    unsigned level);
#endif
