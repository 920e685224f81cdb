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

/* coverage_fail(v, state, NAME, ...): from now on that is what became of it: a
 * name of detail.h, and what it wants. */
#define coverage_fail(v, state, ...) \
	coverage_failed(v, state, DETAIL_##__VA_ARGS__)
void coverage_failed(struct coverage *v, enum state state, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* coverage_note(v, list, NAME, ...): a word about it, or about a list of it, that
 * is no failure; the second and later ones are put behind the first, as far as
 * there is room. */
#define coverage_note(v, list, ...) \
	coverage_noted(v, list, DETAIL_##__VA_ARGS__)
void coverage_noted(struct coverage *v, struct str list, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
#endif
