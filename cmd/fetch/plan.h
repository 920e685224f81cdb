#ifndef PLAN_H
#define PLAN_H
/*
 * plan -- whose accounts are asked: those that employees declared and
 * candidates registered, in force on the day, on platforms with a source.
 */
#include "cli.h"
#include "contest.h"
#include "office.h"
#include "roster.h"
#include "sources.h"

/* ROLE_NONE: a URL of the user's, asked as it is; ROLE_NAMED: an account that
 * the user named, of which only the timeline is asked. */
enum role { ROLE_NONE, ROLE_NAMED, ROLE_EMPLOYEE, ROLE_CANDIDATE };

struct target {
	struct account account; /* url without a password in it    */
	struct str owner;       /* { NULL, 0 }: the user gave it    */
	enum role role;
	const struct source *source; /* NULL: none reads the platform */
	bool resolved;     /* account.id is what the source found out */
	int64_t succeeded; /* when all of it was seen last; INT64_MIN */
	size_t place;      /* in the order of the files               */
};

/* Of one candidate at most so many accounts on a platform are asked: what the
 * election commission registers, not a net over everybody. */
enum { PLAN_PLATFORMS = 16, PLAN_REGISTERED = 20 };

/* Why an account is not asked. */
enum refusal {
	REFUSED_EARLY,   /* declared or registered only from a later day */
	REFUSED_LATE,    /* withdrawn                                    */
	REFUSED_NOBODY,  /* its owner is no employee and no candidate    */
	REFUSED_ABOVE,   /* PLAN_REGISTERED                              */
};

struct refused {
	const struct account *account;
	struct str owner;
	enum refusal why;
};

/* What is asked for; NULL: not given. */
struct plan_options {
	const char *employees, *accounts;
	struct strings contests;
	const char *only, *account;
	int64_t now; /* seconds since 1970 */
};

struct plan {
	struct target *v;
	size_t n, cap;
	struct refused *refused; /* in the order of the files */
	size_t n_refused, cap_refused;
	struct {
		struct str name;
		size_t n;
	} no_source[PLAN_PLATFORMS]; /* the last one: all others */
	int32_t day;
	struct roster roster;
	struct contests contests;
	struct office office;
	struct arena mem;
};

/* plan_open(p, dir, e): who asks: office.json in dir or, if that is NULL, in
 * $NETRAL_OFFICE.  p is all zero before.  Returns 0, or -1 with *e set
 * (ERR_USAGE), as the others do. */
int plan_open(struct plan *p, const char *dir, struct err *e);

/* plan_load(p, o, sources, e): the accounts of the office. */
int plan_load(struct plan *p, const struct plan_options *o,
    const struct sources *sources, struct err *e);

/* plan_given(p, source, text, e): ask this URL, too, or this account: its
 * handle, where the source can be asked by one, or its id; "id:" in front says
 * that it is one.  It was given by the user. */
int plan_given(struct plan *p, const struct source *source, const char *text,
    struct err *e);

/* plan_role(role): the word in records; NULL for ROLE_NONE. */
const char *plan_role(enum role role);

/* plan_way(t): is there a source to ask, and its key?  Who has none is in the
 * plan all the same: that he could not be seen is to be said. */
bool plan_way(const struct target *t);

/* plan_release(p): safe on an all-zero struct. */
void plan_release(struct plan *p);
#endif
