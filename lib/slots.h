#ifndef SLOTS_H
#define SLOTS_H
/*
 * slots -- a hash table of indices into somebody's array, open addressing.
 *
 * The owner of the array compares: it walks the indices that share a hash
 * with slots_next() until SLOTS_END.  Never more than half full.
 */
#include <stddef.h>
#include <stdint.h>

#include "mix.h"

#define SLOTS_END UINT32_MAX
#define SLOTS_FREE UINT64_MAX

struct slots {
	uint64_t *v; /* hash and index; SLOTS_FREE: free */
	size_t n;    /* places, a power of two; 0: empty, finds nothing */
};

/* slots_init(s, n): room for n indices, all free.  Returns 0, or -1. */
int slots_init(struct slots *s, size_t n);

void slots_add(struct slots *s, uint32_t hash, size_t index);

/* slots_first(s, hash), slots_next(s, hash, at): where to look, and the next
 * index that was added with that hash; *at moves on.  SLOTS_END when no more
 * can follow. */
size_t slots_first(const struct slots *s, uint32_t hash);
uint32_t slots_next(const struct slots *s, uint32_t hash, size_t *at);

/* slots_hash(h, s): over s with ASCII case folded, from h on; begin with
 * SLOTS_SEED.  For keys out of files of ours, not of strangers. */
#define SLOTS_SEED 2166136261u
static inline uint32_t
slots_hash(uint32_t h, struct str s)
{
	return (uint32_t)(mix_text(h, s) >> 16);
}

/* slots_release(s): safe on an all-zero struct. */
void slots_release(struct slots *s);
#endif
