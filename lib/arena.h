#ifndef ARENA_H
#define ARENA_H
/*
 * arena -- memory for one record, handed out in order, emptied at once.
 *
 * arena_reset() between records is the only free() a filter knows.  The
 * first block is kept for the next record; what a large record needed beyond
 * it goes back to the system.  A record that needs more than the limit is
 * refused (NULL, and a->full is set), so that the run can go on with the next
 * one; when the system has no memory a->oom is set instead, and it cannot.
 */
#include <stdbool.h>
#include <stddef.h>
#include <yyjson.h>

#include "str.h"

struct arena_block;

struct arena {
	struct arena_block *first, *last;
	size_t used; /* bytes in all blocks */
	size_t cap;  /* bytes, the limit    */
	bool full;   /* refused since the last reset: above cap   */
	bool oom;    /* refused since the last reset: no memory   */
};

/* arena_init(a, first, cap): a first block of `first` bytes, at most cap
 * bytes in all.  Returns 0, or -1 if there is no memory. */
int arena_init(struct arena *a, size_t first, size_t cap);

/* arena_alloc(a, size, n): n objects of size bytes, not cleared, aligned to
 * 16.  Returns NULL if they do not fit (also when size * n overflows).
 * The result lives until arena_reset() or arena_release(). */
void *arena_alloc(struct arena *a, size_t size, size_t n);

/* arena_grow(a, p, old, size): p (of old bytes) with room for size bytes, in
 * place when p was the last thing handed out.  NULL leaves p as it was. */
void *arena_grow(struct arena *a, void *p, size_t old, size_t size);

/* arena_copy(a, s): the bytes of s and a NUL.  { NULL, 0 } if no room. */
struct str arena_copy(struct arena *a, struct str s);

/* arena_alc(a): the same as an allocator for yyjson. */
yyjson_alc arena_alc(struct arena *a);

/* arena_reset(a): forget everything handed out; keep the first block. */
void arena_reset(struct arena *a);

/* arena_release(a): give everything back.  Safe on an all-zero arena. */
void arena_release(struct arena *a);
#endif
