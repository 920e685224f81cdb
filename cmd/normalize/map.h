#ifndef MAP_H
#define MAP_H
/*
 * map -- a payload format as data: which items it has, what they become.
 * The files are described in netral-map(5).
 *
 * A file is read and checked once and becomes a tree of nodes in one arena;
 * nothing of the JSON is kept.  What a template may say is known beforehand
 * (field.h), so a wrong key is found before the first record.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "conf.h"
#include "err.h"
#include "field.h"
#include "keys.h"
#include "ndjson.h"
#include "str.h"

/* Where a pointer begins. */
enum base {
	BASE_HERE,     /* "/a"   the item, or the element of an each    */
	BASE_ITEM,     /* "^/a"  the item, also within an each          */
	BASE_ROOT,     /* "$/a"  the document                           */
	BASE_ENVELOPE, /* "@/a"  what the document came in              */
	BASES,
};

enum { STEP_KEY = -1, STEP_EVERY = -2, STEP_MEMBER = -3, STEP_DEEP = -4 };

struct step {
	struct str key;
	int32_t index; /* of an array; STEP_KEY; STEP_EVERY: "*";
	                  STEP_MEMBER: "+"; STEP_DEEP: "**" */
};

struct pointer {
	const struct step *steps;
	uint32_t n;
	uint16_t base;  /* enum base */
	int16_t number; /* of the first step's key, see keys.h */
};

/* A condition; the text is how the file says it, for messages. */
enum test {
	TEST_FOUND, /* a pointer leads somewhere */
	TEST_THERE,
	TEST_ALL,
	TEST_ANY,
	TEST_NOT,
	TEST_IS,
	TEST_HAS,
	TEST_EQUALS,
	TEST_TYPE,
	TEST_KEYS
};

struct cond {
	enum test test;
	uint32_t n;
	struct pointer ptr;             /* FOUND, TYPE, KEYS       */
	const struct node *at;          /* THERE, IS, HAS, EQUALS  */
	const struct node *other;       /* EQUALS                  */
	const struct cond *const *kids; /* ALL, ANY, NOT           */
	const struct str *values;       /* IS, HAS: one of these   */
	uint32_t types;                 /* TYPE: bits 1 << type    */
	struct str text;
};

enum op {
	OP_CONSTANT, /* text                                        */
	OP_POINTER,  /* ptr                                         */
	OP_FIRST,    /* the first of kids that is there             */
	OP_JOIN,     /* all kids, text between; absent if one is    */
	OP_OBJECT,   /* members                                     */
	OP_EACH,     /* a list: kids[0] for each value at ptr       */
	OP_ALL,      /* a list of what the kids give                */
	OP_AT,       /* kids[0] with the value at ptr as "here"     */
	OP_LOOKUP,   /* the same with the value of a list at ptr
	                where the text at `by` equals kids[1], or
	                for which cond holds                        */
	OP_TEXTS,    /* kids[0] for each value at ptr, text between */
	OP_IF,       /* cond ? kids[0] : kids[1]                    */
};

struct node {
	enum op op;
	enum kind kind; /* what its place takes */
	struct pointer ptr;
	const struct converter *via; /* one after the other */
	uint32_t n_via, n;
	const struct node *const *kids; /* n; one may be NULL */
	const struct member *members;   /* n */
	const struct cond *cond;        /* IF; EACH, LOOKUP: may be NULL */
	struct str text, quoted; /* quoted: a constant as it is written */
	struct pointer by;
};

struct member {
	const struct label *label;
	const struct node *value;
};

/* One activity that an item may become. */
struct activity {
	/* NULL: of the item itself; else of every value there, which is then
	 * "here". */
	const struct pointer *each;
	const struct cond *when;                 /* NULL: always */
	const struct node *id, *type, *platform; /* platform may be NULL */
	const struct node *published, *actor, *object, *origin;
};

enum { NEEDS = 4 };

/* Where items may be, and what keys the document must have for one to be
 * there: numbers of keys.h, so that most maps cost nothing. */
struct place {
	struct pointer at;
	bool list; /* it must be a list */
	uint32_t n;
	int16_t needs[NEEDS];
};

struct map {
	struct str name, title, platform;
	const struct cond *document; /* NULL, or: what the whole must be    */
	const struct cond *detect;  /* what an item must be                */
	enum nd_shape shape;        /* of the input, if -f asks for it     */
	bool last;                  /* asked when all others were          */
	uint32_t weight;            /* how much that asks for              */
	const struct place *each;   /* n_each, and n_otherwise if none fits */
	const struct cond *skip;  /* NULL, or: an item that is no activity  */
	const struct cond *accept; /* NULL, or: fits if -f asks for this    */
	const struct cond *empty; /* NULL, or: knows an answer without posts */
	const struct node **require;
	const struct activity *activities;
	uint32_t n_each, n_otherwise, n_require, n_activities;
};

/* What a document may come in: an answer as it was captured. */
struct envelope {
	struct str name, title;
	const struct cond *detect;
	struct place needs; /* what keys that asks for */
	const struct node *json, *text, *base64, *status; /* may be NULL */
	const struct node *origin;
	bool foreign; /* it may hold answers that have no posts at all */
};

struct maps {
	struct map *v;              /* those that ask for most come first */
	const struct map **by_name; /* the same, sorted by name */
	size_t n;
	struct envelope *envelopes;
	size_t n_envelopes;
	struct keys *keys;
	struct arena mem;
};

/* maps_load(m, dir, each, ctx, e): read every NAME.json in dir.  each, if not
 * NULL, is called with each file while its JSON is still there.  Returns 0, or
 * -1 with *e set: "FILE:LINE:COL: ...". */
typedef int maps_visit(void *ctx, struct conf *file, struct err *e);
int maps_load(struct maps *m, const char *dir, struct err *e);
int maps_visit_all(const char *dir, maps_visit *each, void *ctx, struct err *e);

/* maps_release(m): safe on an all-zero struct. */
void maps_release(struct maps *m);
#endif
