#ifndef HALT_H
#define HALT_H
/*
 * halt -- what became of the newest run, as netral-run(1) leaves it in
 * state/run.json: a record of schema run/1.
 *
 * The newest record counts, of one time the greater text, in whatever order
 * they come.
 */
#include <yyjson.h>

#include "arena.h"
#include "instant.h"
#include "str.h"

struct halt {
	struct str text;        /* the record; empty: none came */
	struct instant started;
	struct str state, stage; /* "failed", "fetch"            */
};

/* halt_note(h, text, root, mem): false if mem has no room. */
bool halt_note(struct halt *h, struct str text, yyjson_val *root,
    struct arena *mem);

/* halt_is(h): did it not come to its end? */
bool halt_is(const struct halt *h);
#endif
