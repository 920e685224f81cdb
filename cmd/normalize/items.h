#ifndef ITEMS_H
#define ITEMS_H
/*
 * items -- from a document to its posts, and from a post to activities.
 */
#include "err.h"
#include "expr.h"
#include "map.h"
#include "share.h"

/* Where the results go; the caller counts. */
struct sink {
	void *ctx;
	int (*activity)(void *ctx, struct str json, struct err *e);
	int (*refuse)(void *ctx, yyjson_val *item, const struct err *why);
	void (*drop)(void *ctx); /* an item that says nothing about anybody */
};

struct document {
	yyjson_val *root;
	yyjson_val *envelope; /* NULL: it came in none */
	const struct envelope *in;
};

/* What became of the items of one format, for the share that drifted. */
struct count {
	unsigned long items, unread;
};

/* The maps that may find an item in a document with these keys, as bits. */
struct guess {
	bool made;
	uint64_t known; /* see keys.h */
	uint64_t maps[SHARE_FILES / 64];
};

enum { GUESSES = 16 };

struct worker {
	const struct maps *maps;
	struct str actor; /* whose it is where the format does not say */
	struct str only; /* the map, or the family of maps, to use */
	struct conversion convert;
	struct members members; /* of the item                       */
	struct members inner;   /* of a large object in it           */
	int16_t schema;         /* the number of "schema", see keys.h */
	struct guess guesses[GUESSES];
	struct buf out; /* an activity being written */
	struct arena *mem; /* of the record at work; borrowed */
	/* What one item, or the reading of a feed, needs for the moment. */
	struct arena scratch;
	struct arena keep;    /* lives as long as the worker */
	struct count *counts; /* in the order of the maps    */
	unsigned long undated; /* acts whose time could not be read */
	char no_time[48];      /* the first of these                */
};

enum found {
	FOUND_POSTS,   /* all went to the sink               */
	FOUND_NONE,    /* a known answer without posts       */
	FOUND_UNKNOWN, /* no map knows it                    */
	FOUND_FAILED,  /* *e is set, ERR_FAIL                */
};

/* items_begin(w, root, mem): another record; root is NULL: it is not JSON.  It
 * and each of its items may need what mem may hold. */
void items_begin(struct worker *w, yyjson_val *root, struct arena *mem);

/* items_may_be(w, at): has the document the keys that lead there? */
bool items_may_be(const struct worker *w, const struct place *at);

/* items_run(w, doc, sink, e) */
enum found items_run(struct worker *w, const struct document *doc,
    const struct sink *sink, struct err *e);

/* items_init(w, maps, e): w is all zero but for what options say.  Returns 0,
 * or -1 with *e set. */
int items_init(struct worker *w, const struct maps *maps, struct err *e);

/* items_release(w): free the buffers. */
void items_release(struct worker *w);
#endif
