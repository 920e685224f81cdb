#include "ac.h"

#include <stdlib.h>

enum { NONE = -1, STATES_MAX = 1 << 26 };

/*
 * While patterns are added there is a trie: first child, next sibling, byte.
 * ac_build() turns it into rows of the table, in breadth-first order, so that
 * the states near the root, where a scan spends its time, lie together.
 */
struct node {
	int32_t child, sibling;
	int32_t pattern; /* that ends here, or NONE */
	uint32_t depth;
	unsigned char byte;
};

struct ac {
	struct node *nodes;
	size_t n, cap;
	uint32_t patterns;
	unsigned char class[256]; /* byte -> column; 0: in no pattern       */
	size_t columns;
	uint32_t *next;    /* state * columns + class -> row offset; the lowest
	                      bit says that something ends there            */
	int32_t *shorter;  /* row -> row of the next shorter one, or NONE    */
	struct { int32_t pattern; uint32_t len; } *out; /* row -> own pattern */
};

struct ac *
ac_new(struct err *e)
{
	struct ac *a = calloc(1, sizeof(*a));

	if (a)
		a->nodes = calloc(a->cap = 256, sizeof(*a->nodes));
	if (!a || !a->nodes) {
		ac_free(a);
		err_nomem(e);
		return NULL;
	}
	a->nodes[a->n++] = (struct node){ NONE, NONE, NONE, 0, 0 };
	return a;
}

void
ac_free(struct ac *a)
{
	if (!a)
		return;
	free(a->nodes);
	free(a->next);
	free(a->shorter);
	free(a->out);
	free(a);
}

/* The child of a node by byte, made if it is not there; NONE: no memory. */
static int32_t
child(struct ac *a, int32_t at, unsigned char byte)
{
	int32_t i = a->nodes[at].child;
	struct node *grown;

	for (; i != NONE; i = a->nodes[i].sibling)
		if (a->nodes[i].byte == byte)
			return i;
	if (a->n == STATES_MAX)
		return NONE;
	if (a->n == a->cap) {
		grown = realloc(a->nodes, a->cap * 2 * sizeof(*grown));
		if (!grown)
			return NONE;
		a->nodes = grown;
		a->cap *= 2;
	}
	a->nodes[a->n] = (struct node){ NONE, a->nodes[at].child, NONE,
		a->nodes[at].depth + 1, byte };
	a->nodes[at].child = (int32_t)a->n;
	return (int32_t)a->n++;
}

int
ac_add(struct ac *a, struct str pattern, uint32_t *id, struct err *e)
{
	int32_t at = 0;

	if (!pattern.n)
		return err_set(e, ERR_USAGE, "an empty pattern");
	for (size_t i = 0; i < pattern.n && at != NONE; i++)
		at = child(a, at, (unsigned char)pattern.p[i]);
	if (at == NONE)
		return err_nomem(e);
	if (a->nodes[at].pattern == NONE)
		a->nodes[at].pattern = (int32_t)a->patterns++;
	*id = (uint32_t)a->nodes[at].pattern;
	return 0;
}

/* Columns only for bytes that occur; column 0 for all others. */
static void
classes(struct ac *a)
{
	memset(a->class, 0, sizeof(a->class));
	a->columns = 1;
	for (size_t i = 1; i < a->n; i++)
		if (!a->class[a->nodes[i].byte] && a->columns < 256)
			a->class[a->nodes[i].byte] =
			    (unsigned char)a->columns++;
}

/* Rows in breadth-first order; a row inherits from the row of its longest
 * proper suffix (fail), which is nearer the root and so already done. */
static void
fill(struct ac *a, int32_t *order, int32_t *fail)
{
	size_t n = 0, done = 0;

	order[n++] = 0;
	fail[0] = NONE;
	for (; done < n; done++) {
		struct node *node = &a->nodes[order[done]];
		uint32_t *next = a->next + done * a->columns;
		int32_t f = fail[done];

		if (f != NONE)
			memcpy(next, a->next + (size_t)f * a->columns,
			    a->columns * sizeof(*next));
		a->out[done].pattern = node->pattern;
		a->out[done].len = node->depth;
		a->shorter[done] = f == NONE ? NONE
		    : a->out[f].pattern != NONE ? f : a->shorter[f];
		for (int32_t i = node->child; i != NONE;
		     i = a->nodes[i].sibling) {
			unsigned char c = a->class[a->nodes[i].byte];

			fail[n] = f == NONE ? 0 : (int32_t)next[c];
			next[c] = (uint32_t)n;
			order[n++] = i;
		}
	}
}

/* Row numbers become offsets, with the mark that something ends there. */
static void
premultiply(struct ac *a)
{
	for (size_t i = 0; i < a->n * a->columns; i++) {
		uint32_t r = a->next[i];
		bool ends = a->out[r].pattern != NONE || a->shorter[r] != NONE;

		a->next[i] = (uint32_t)((r * a->columns) << 1) | ends;
	}
}

int
ac_build(struct ac *a, struct err *e)
{
	int32_t *work = calloc(a->n * 2, sizeof(*work));

	classes(a);
	if (a->n * a->columns > UINT32_MAX / 2) {
		free(work);
		return err_set(e, ERR_USAGE, "too many patterns: %u",
		    a->patterns);
	}
	a->next = calloc(a->n * a->columns, sizeof(*a->next));
	a->shorter = calloc(a->n, sizeof(*a->shorter));
	a->out = calloc(a->n, sizeof(*a->out));
	if (!work || !a->next || !a->shorter || !a->out) {
		free(work);
		return err_nomem(e);
	}
	fill(a, work, work + a->n);
	premultiply(a);
	free(work);
	free(a->nodes);
	a->nodes = NULL;
	return 0;
}

static int
report(const struct ac *a, size_t state, size_t end, ac_hit *hit, void *ctx)
{
	int32_t r = (int32_t)(state / a->columns);
	int rc = 0;

	if (a->out[r].pattern == NONE)
		r = a->shorter[r];
	for (; r != NONE && !rc; r = a->shorter[r])
		rc = hit(ctx, (uint32_t)a->out[r].pattern,
		    end - a->out[r].len, end);
	return rc;
}

int
ac_scan(const struct ac *a, struct str text, ac_hit *hit, void *ctx)
{
	const uint32_t *next = a->next;
	uint32_t state = 0;
	int rc;

	for (size_t i = 0; i < text.n; i++) {
		state = next[(state >> 1) + a->class[(unsigned char)text.p[i]]];
		if (state & 1) {
			rc = report(a, state >> 1, i + 1, hit, ctx);
			if (rc)
				return rc;
		}
	}
	return 0;
}
