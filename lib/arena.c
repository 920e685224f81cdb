#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGN = 16, BLOCK_MIN = 1 << 16 };

struct arena_block {
	struct arena_block *next;
	size_t used, cap; /* bytes of data[] */
	_Alignas(ALIGN) char data[];
};

static struct arena_block *
block_new(struct arena *a, size_t cap)
{
	struct arena_block *b = NULL;

	if (cap <= SIZE_MAX - sizeof(*b))
		b = malloc(sizeof(*b) + cap);
	if (!b) {
		a->oom = true;
		return NULL;
	}
	*b = (struct arena_block){ .cap = cap };
	return b;
}

int
arena_init(struct arena *a, size_t first, size_t cap)
{
	*a = (struct arena){ .cap = cap };
	a->first = a->last = block_new(a, first);
	return a->first ? 0 : -1;
}

/* Room for n more bytes within the limit? */
static bool
allowed(struct arena *a, size_t n)
{
	if (n <= a->cap - a->used)
		return true;
	a->full = true;
	return false;
}

void *
arena_alloc(struct arena *a, size_t size, size_t n)
{
	struct arena_block *b = a->last;
	size_t want;
	void *p;

	if (size && n > (SIZE_MAX - ALIGN) / size) {
		a->full = true;
		return NULL;
	}
	want = (size * n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	if (!allowed(a, want))
		return NULL;
	if (want > b->cap - b->used) {
		b = block_new(a, want > BLOCK_MIN ? want : BLOCK_MIN);
		if (!b)
			return NULL;
		a->last = a->last->next = b;
	}
	p = b->data + b->used;
	b->used += want;
	a->used += want;
	return p;
}

/* p is all that the last block holds: let the C library move the block. */
static void *
grow_block(struct arena *a, size_t old, size_t want)
{
	struct arena_block *b = a->first, *moved;

	while (b->next != a->last)
		b = b->next;
	moved = realloc(a->last, sizeof(*moved) + want);
	if (!moved) {
		a->oom = true;
		return NULL;
	}
	moved->used = moved->cap = want;
	a->used += want - old;
	a->last = b->next = moved;
	return moved->data;
}

void *
arena_grow(struct arena *a, void *p, size_t old, size_t size)
{
	struct arena_block *b = a->last;
	size_t was = (old + ALIGN - 1) & ~(size_t)(ALIGN - 1), want;
	void *q;

	if (!p)
		return arena_alloc(a, 1, size);
	if (size <= was)
		return p;
	if (size > SIZE_MAX - ALIGN) {
		a->full = true;
		return NULL;
	}
	want = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	if ((char *)p + was == b->data + b->used) {
		if (!allowed(a, want - was))
			return NULL;
		if (want - was <= b->cap - b->used) {
			b->used += want - was;
			a->used += want - was;
			return p;
		}
		if (b != a->first && p == b->data)
			return grow_block(a, was, want);
	}
	q = arena_alloc(a, 1, size);
	if (q)
		memcpy(q, p, old);
	return q;
}

struct str
arena_copy(struct arena *a, struct str s)
{
	char *p = s.n < SIZE_MAX ? arena_alloc(a, 1, s.n + 1) : NULL;

	if (!p)
		return (struct str){ 0 };
	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return (struct str){ p, s.n };
}

static void *
alc_malloc(void *ctx, size_t size)
{
	return arena_alloc(ctx, 1, size);
}

static void *
alc_realloc(void *ctx, void *old, size_t old_size, size_t size)
{
	return arena_grow(ctx, old, old_size, size);
}

static void
alc_free(void *ctx, void *p)
{
	(void)ctx, (void)p;
}

yyjson_alc
arena_alc(struct arena *a)
{
	return (yyjson_alc){ alc_malloc, alc_realloc, alc_free, a };
}

void
arena_reset(struct arena *a)
{
	struct arena_block *b = a->first->next, *next;

	for (; b; b = next) {
		next = b->next;
		free(b);
	}
	a->first->next = NULL;
	a->first->used = a->used = 0;
	a->last = a->first;
	a->full = a->oom = false;
}

void
arena_release(struct arena *a)
{
	if (a->first)
		arena_reset(a);
	free(a->first);
	*a = (struct arena){ 0 };
}
