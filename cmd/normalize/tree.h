#ifndef TREE_H
#define TREE_H
/*
 * tree -- the elements of a feed, and their JSON.
 */
#include <stdbool.h>

#include "arena.h"
#include "buf.h"
#include "err.h"
#include "str.h"

struct child {
	struct element *element;
	size_t at; /* its place among the children */
	struct child *next;
};

struct attribute {
	struct str name, value;
	struct attribute *next;
};

struct element {
	struct str name;
	struct attribute *attributes;
	struct child *first, *last;
	size_t n; /* children            */
	struct str text;
	size_t cap;     /* bytes at text.p     */
	bool construct; /* keeps markup        */
	bool marked;    /* text holds elements */
};

/* tree_json(root, mem, out, e): {"name":{...}}.  Returns 0, or -1. */
int tree_json(const struct element *root, struct arena *mem, struct buf *out,
    struct err *e);
#endif
