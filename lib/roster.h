#ifndef ROSTER_H
#define ROSTER_H
/*
 * roster -- the employees of an office and the accounts they declared.
 * employees.csv and accounts.csv are described in netral-office(5).
 *
 * An account is someone's only for its days: from declared_on until the day
 * before withdrawn_on.  Two owners of one account at the same time are an
 * error.  Everything lives until roster_release().
 */
#include "contest.h"

struct employee {
	struct str id, name, category, unit, position;
	int32_t pledged_on; /* DAY_NONE: no pledge recorded */
};

struct declared {
	struct account account;
	struct str owner;     /* an employee's or a candidate's id     */
	uint32_t employee;    /* index, or ROSTER_NOBODY               */
	int32_t verified_on;  /* DAY_NONE: not verified                */
	unsigned long line;   /* in accounts.csv                       */
};

#define ROSTER_NOBODY UINT32_MAX

struct roster {
	struct employee *employees;
	size_t n_employees, cap_employees;
	struct declared *accounts;
	size_t n_accounts, cap_accounts;
	struct arena mem;
	uint32_t *by_employee, *by_account; /* hash tables, see roster.c */
	size_t slots_employee, slots_account;
};

/* roster_employees(r, path, e), roster_accounts(r, path, e): read a table, in
 * this order.  r is all zero before.  Return 0, or -1 with *e set. */
int roster_employees(struct roster *r, const char *path, struct err *e);
int roster_accounts(struct roster *r, const char *path, struct err *e);

/* roster_add(r, one, e), then roster_index(r, path, e): the same for accounts
 * that come from elsewhere, e.g. a campaign's.  path is for messages. */
int roster_add(struct roster *r, struct declared one, struct err *e);
int roster_index(struct roster *r, const char *path, struct err *e);

/* roster_url(s): a profile's address as it is compared: no scheme, no "www."
 * or "m.", nothing from '?' or '#' on, no '/' at the end. */
struct str roster_url(struct str s);

/* roster_employee(r, id): NULL if there is none. */
const struct employee *roster_employee(const struct roster *r, struct str id);

enum basis { BASIS_NONE, BASIS_ID, BASIS_HANDLE, BASIS_URL };

/* roster_find(r, platform, id, handle, url, day, basis): whose account is it
 * on that day (DAY_NONE: on any day)?  The platform's stable id decides where
 * the act has one and the declaration has one; a handle that now belongs to
 * another id is nobody's.  Handles are compared without '@' and case. */
const struct declared *roster_find(const struct roster *r, struct str platform,
    struct str id, struct str handle, struct str url, int32_t day,
    enum basis *basis);

/* roster_release(r): safe on an all-zero struct. */
void roster_release(struct roster *r);
#endif
