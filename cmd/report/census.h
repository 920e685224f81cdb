#ifndef CENSUS_H
#define CENSUS_H
/*
 * census -- the roster counted: who has pledged and declared accounts, by
 * unit; and which declared accounts nobody asked.
 */
#include "ranking.h"
#include "roster.h"

struct unit {
	struct str name; /* empty: the roster names none */
	size_t employees, pledged, with_account;
};

struct census {
	struct unit *units; /* by name */
	size_t n_units;
	struct unit all;
	const struct declared **unasked; /* as accounts.csv has them */
	size_t n_unasked, n_ownerless; /* these: of a number no employee has */
	unsigned char *heard; /* by index in r->accounts */
};

/* census_start(c, r, mem, e), then census_hear() for each record: an account is
 * heard of when it was asked (coverage/1), or when an act of it was read, e.g.
 * out of an export (activity/1). */
int census_start(struct census *c, const struct roster *r, struct arena *mem,
    struct err *e);
void census_hear(struct census *c, const struct roster *r, yyjson_val *record);

/* census_take(c, r, s, today, e): today is a day, or DAY_NONE for any; the
 * arrays live in the store's arena.  Accounts are unasked only if coverage
 * records came at all.  Returns 0, or -1 with *e set. */
int census_take(struct census *c, const struct roster *r, struct store *s,
    int32_t today, struct err *e);
#endif
