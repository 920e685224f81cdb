#ifndef COMPILE_H
#define COMPILE_H
/*
 * compile -- from the JSON of a map file to nodes and conditions.
 *
 * Every function returns NULL, or -1, with the error of c->file set.
 */
#include "map.h"

struct slot { /* a place in the record */
	enum kind kind;
	const struct field *in;
};

enum { COMPILE_USED = 32 };

struct compiler {
	struct conf *file;
	struct arena *mem; /* where the nodes live */
	struct keys *keys;
	yyjson_val *parts;   /* may be NULL           */
	int depth;
	bool told; /* conditions keep how the file says them */
	/* Parts as they were compiled, the last ones; n_used counts all. */
	struct used {
		yyjson_val *part;
		struct slot slot;
		const struct node *node;
	} used[COMPILE_USED];
	size_t n_used;
};

/* compile_expr(c, v, slot): what stands in a place of the record. */
const struct node *compile_expr(struct compiler *c, yyjson_val *v,
    struct slot slot);

/* compile_string(c, v, slot, n): an expression in quotes, into *n. */
int compile_string(struct compiler *c, yyjson_val *v, struct slot slot,
    struct node *n);

/* compile_text(c, v): an expression for a text. */
const struct node *compile_text(struct compiler *c, yyjson_val *v);

/* compile_cond(c, v): a condition.
 * compile_detect(c, v): the same, which can say what it is. */
const struct cond *compile_cond(struct compiler *c, yyjson_val *v);
const struct cond *compile_detect(struct compiler *c, yyjson_val *v);

/* compile_pointer(c, v, p): a pointer and nothing else. */
int compile_pointer(struct compiler *c, yyjson_val *v, struct pointer *p);

/* compile_keep(c, s): a copy that lives as long as the nodes. */
struct str compile_keep(struct compiler *c, struct str s);

/* compile_alloc(c, size, n): all zero; NULL with the error set. */
void *compile_alloc(struct compiler *c, size_t size, size_t n);
#endif
