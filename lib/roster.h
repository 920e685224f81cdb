#ifndef ROSTER_H
#define ROSTER_H
/*
 * roster -- the employees of an office and the accounts they declared.
 * employees.csv and accounts.csv are described in netral-office(5).
 *
 * An account is someone's only for its days: from declared_on until the day
 * before withdrawn_on.  Everything lives until roster_release().
 */
#include "accounts.h"
#include "arena.h"

struct employee {
	struct str id, name, category, unit, position;
	int32_t pledged_on; /* DAY_NONE: no pledge recorded */
	unsigned long line; /* in employees.csv             */
};

#define ROSTER_NOBODY UINT32_MAX

struct roster {
	struct employee *employees;
	size_t n_employees, cap_employees;
	struct slots by_id;       /* employees */
	struct accounts accounts; /* their own, and those of candidates */
	struct arena mem;         /* the cells of both tables           */
};

/* roster_employees(r, path, e), roster_accounts(r, path, e): read a table, in
 * this order.  r is all zero before.  Return 0, or -1 with *e set. */
int roster_employees(struct roster *r, const char *path, struct err *e);
int roster_accounts(struct roster *r, const char *path, struct err *e);

/* roster_employee(r, id): NULL if there is none. */
const struct employee *roster_employee(const struct roster *r, struct str id);

/* roster_release(r): safe on an all-zero struct. */
void roster_release(struct roster *r);
#endif
