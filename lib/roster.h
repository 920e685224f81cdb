#ifndef ROSTER_H
#define ROSTER_H
/*
 * roster -- the employees of an office and the accounts they declared.
 * employees.csv and accounts.csv are described in netral-office(5).
 *
 * The categories of staff are an office's: office.json names them.
 *
 * An account is someone's only for its days: from declared_on until the day
 * before withdrawn_on.  Everything lives until roster_release().
 */
#include "accounts.h"
#include "arena.h"
#include "instant.h"

struct employee {
	struct str id, name, category, unit, position;
	int32_t pledged_on; /* DAY_NONE: no pledge recorded */
	unsigned long line; /* in employees.csv             */
	struct str spouse_of; /* id of a candidate          */
	int32_t leave_from, leave_until; /* unpaid, both included; DAY_NONE
	                       from: none; until: it goes on */
};

#define ROSTER_NOBODY UINT32_MAX

struct roster {
	struct employee *employees;
	size_t n_employees, cap_employees;
	struct slots by_id;       /* employees */
	struct accounts accounts; /* their own, and those of candidates */
	struct arena mem;         /* the cells of both tables           */
};

/* What an employee may be; none: any word will do. */
struct categories {
	struct str *v;
	size_t n;
};

/* roster_employees(r, c, path, e), roster_accounts(r, path, e): read a table,
 * in this order.  r is all zero before.  Return 0, or -1 with *e set. */
int roster_employees(struct roster *r, const struct categories *c,
    const char *path, struct err *e);
int roster_accounts(struct roster *r, const char *path, struct err *e);

/* employee_on_leave(one, day): is that day one of the leave? */
static inline bool
employee_on_leave(const struct employee *one, int32_t day)
{
	return one->leave_from != DAY_NONE && day >= one->leave_from &&
	    (one->leave_until == DAY_NONE || day <= one->leave_until);
}

/* roster_employee(r, id): NULL if there is none. */
const struct employee *roster_employee(const struct roster *r, struct str id);

/* roster_release(r): safe on an all-zero struct. */
void roster_release(struct roster *r);
#endif
