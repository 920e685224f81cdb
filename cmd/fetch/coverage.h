#ifndef COVERAGE_H
#define COVERAGE_H
/*
 * coverage -- what could be seen of an account, or of one of its lists.
 */
#include "instant.h"
#include "state.h"
#include "transport.h"

struct coverage {
	enum state state;
	char why[WHY]; /* "": nothing to add */
	int64_t captured;
	bool counted, dated;
	bool page; /* a web page stands there, of which no posts are read */
	size_t items;
	struct instant from, to;
	unsigned long requests;
};

/* coverage_fail(v, state, why): from now on that is what became of it. */
void coverage_fail(struct coverage *v, enum state state, const char *why);

/* coverage_note(v, name, why): a word about it that is no failure; the second
 * and later ones are put behind the first, as far as there is room. */
void coverage_note(struct coverage *v, struct str name, const char *why);
#endif
