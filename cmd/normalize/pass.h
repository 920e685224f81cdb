#ifndef PASS_H
#define PASS_H
/*
 * pass -- one run over a document with one map, and the record it writes.
 */
#include "asked.h"
#include "items.h"

struct pass {
	struct worker *w;
	const struct document *doc;
	const struct map *map;
	const struct sink *sink;
	struct scope scope;
	struct asked asked;
	struct str who; /* in what was written: platform and actor */
	bool any;   /* an item fits                    */
	const yyjson_val *fit; /* that one             */
	bool deep;  /* what does not fit is no item    */
	bool failed;
	struct count *count;
	struct err *e;
};

/* pass_write(p, a): the activity of the item at hand into p->scope.out. */
void pass_write(struct pass *p, const struct activity *a);
#endif
