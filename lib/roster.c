#include "roster.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "instant.h"
#include "table.h"

enum { MEM_FIRST = 1 << 20 };

#define MEM_MAX ((size_t)16 << 30) /* a nation's roster */

static int
read_date(const struct table_place *at, const char *column, struct str s,
    int32_t *day, struct err *e)
{
	*day = DAY_NONE;
	if (!s.n || day_parse(s, day))
		return 0;
	return table_err(e, at, column, "expected a date that exists, "
	    "YYYY-MM-DD, got \"%.*s\"", (int)(s.n < 40 ? s.n : 40), s.p);
}

static int
need(const struct table_place *at, const char *column, struct str s,
    struct err *e)
{
	return s.n ? 0 : table_err(e, at, column, "is empty");
}

static int
rounded(const struct table_place *at, const char *column, struct str s,
    struct err *e)
{
	return table_err(e, at, column, "\"%.*s\" is an id that a spreadsheet "
	    "has rounded; format the column as text and enter it again",
	    (int)(s.n < 40 ? s.n : 40), s.p);
}

/* Excel turns a long id into 1.98501E+17: the digits are lost. */
static int
check_id(const struct table_place *at, const char *column, struct str s,
    struct err *e)
{
	size_t i = 0;

	while (i < s.n && (isdigit((unsigned char)s.p[i]) || s.p[i] == '.' ||
	        s.p[i] == ','))
		i++;
	if (i && i < s.n && (s.p[i] == 'E' || s.p[i] == 'e') &&
	    i + 1 < s.n && s.p[i + 1] == '+')
		return rounded(at, column, s, e);
	return 0;
}

/* Shown as a number it keeps 15 digits; of 18 the others are no zeros by
 * chance, nor in an employee number. */
static int
check_employee_id(const struct table_place *at, const char *column,
    struct str s, struct err *e)
{
	size_t digits = 0, kept = s.n;

	while (digits < s.n && isdigit((unsigned char)s.p[digits]))
		digits++;
	while (kept && s.p[kept - 1] == '0')
		kept--;
	if (digits == s.n && digits >= 18 && kept <= 15)
		return rounded(at, column, s, e);
	return check_id(at, column, s, e);
}

enum { E_ID, E_NAME, E_CATEGORY, E_UNIT, E_POSITION, E_PLEDGED, E_SPOUSE,
	E_LEAVE_FROM, E_LEAVE_UNTIL, E_COLUMNS };

static const struct table_column employee_columns[E_COLUMNS] = {
	{ "employee_id", true }, { "name", true }, { "category", true },
	{ "unit", true }, { "position", false }, { "pledged_on", false },
	{ "spouse_of", false }, { "leave_from", false },
	{ "leave_until", false },
};

static int
add_employee(struct roster *r, struct employee one, struct err *e)
{
	size_t cap = r->cap_employees ? r->cap_employees * 2 : 64;
	struct employee *v = r->employees;

	if (r->n_employees == r->cap_employees) {
		v = realloc(v, cap * sizeof(*v));
		if (!v)
			return err_nomem(e);
		r->employees = v;
		r->cap_employees = cap;
	}
	v[r->n_employees++] = one;
	return 0;
}

static int
check_category(const struct categories *c, const struct table_place *at,
    struct str s, struct err *e)
{
	char list[256];
	size_t used = 0;

	for (size_t i = 0; i < c->n; i++)
		if (str_eq(s, c->v[i]))
			return 0;
	for (size_t i = 0; i < c->n && used < sizeof(list); i++)
		used += (size_t)snprintf(list + used, sizeof(list) - used,
		    "%s%.*s", i ? ", " : "", STR_ARG(c->v[i]));
	if (!c->n)
		return need(at, "category", s, e);
	return table_err(e, at, "category", "expected one of office.json's "
	    "categories (%s), got \"%.*s\"", list,
	    (int)(s.n < 40 ? s.n : 40), s.p ? s.p : "");
}

struct reading { /* of employees.csv */
	struct roster *r;
	const struct categories *categories;
};

static int
employee_row(void *ctx, const struct table_place *at, const struct str *c,
    struct err *e)
{
	struct reading *reading = ctx;
	struct employee one = { c[E_ID], c[E_NAME], c[E_CATEGORY], c[E_UNIT],
		c[E_POSITION], DAY_NONE, at->line, c[E_SPOUSE], DAY_NONE,
		DAY_NONE };

	if (need(at, "employee_id", c[E_ID], e) != 0 ||
	    check_employee_id(at, "employee_id", c[E_ID], e) != 0 ||
	    read_date(at, "pledged_on", c[E_PLEDGED], &one.pledged_on,
	        e) != 0 ||
	    read_date(at, "leave_from", c[E_LEAVE_FROM], &one.leave_from,
	        e) != 0 ||
	    read_date(at, "leave_until", c[E_LEAVE_UNTIL], &one.leave_until,
	        e) != 0)
		return -1;
	if (one.leave_until != DAY_NONE && (one.leave_from == DAY_NONE ||
	        one.leave_until < one.leave_from))
		return table_err(e, at, "leave_until", "there is no "
		    "leave_from, or it is after this day");
	if (check_category(reading->categories, at, one.category, e) != 0)
		return -1;
	return add_employee(reading->r, one, e);
}

static uint32_t
find_employee(const struct roster *r, struct str id)
{
	uint32_t hash = slots_hash(SLOTS_SEED, id), i;
	size_t at = slots_first(&r->by_id, hash);

	while ((i = slots_next(&r->by_id, hash, &at)) != SLOTS_END)
		if (str_eq(r->employees[i].id, id))
			return i;
	return ROSTER_NOBODY;
}

static int
ready(struct roster *r, struct err *e)
{
	if (!r->mem.first && arena_init(&r->mem, MEM_FIRST, MEM_MAX) != 0)
		return err_nomem(e);
	return 0;
}

int
roster_employees(struct roster *r, const struct categories *c,
    const char *path, struct err *e)
{
	struct reading reading = { r, c };

	if (ready(r, e) != 0 || table_load(path, employee_columns, E_COLUMNS,
	        &r->mem, employee_row, &reading, e) != 0)
		return -1;
	if (slots_init(&r->by_id, r->n_employees) != 0)
		return err_nomem(e);
	for (size_t i = 0; i < r->n_employees; i++) {
		struct str id = r->employees[i].id;

		if (find_employee(r, id) != ROSTER_NOBODY)
			return err_set(e, ERR_USAGE, "%s:%lu: employee_id: "
			    "%.*s is there twice", path, r->employees[i].line,
			    STR_ARG(id));
		slots_add(&r->by_id, slots_hash(SLOTS_SEED, id), i);
	}
	return 0;
}

const struct employee *
roster_employee(const struct roster *r, struct str id)
{
	uint32_t i = find_employee(r, id);

	return i == ROSTER_NOBODY ? NULL : &r->employees[i];
}

enum { A_OWNER, A_PLATFORM, A_ID, A_HANDLE, A_URL, A_DECLARED, A_VERIFIED,
	A_WITHDRAWN, A_COLUMNS };

static const struct table_column account_columns[A_COLUMNS] = {
	{ "owner", true }, { "platform", true }, { "account_id", true },
	{ "handle", true }, { "url", false }, { "declared_on", false },
	{ "verified_on", false }, { "withdrawn_on", false },
};

static int
account_row(void *ctx, const struct table_place *at, const struct str *c,
    struct err *e)
{
	struct roster *r = ctx;
	struct declared one = { .owner = c[A_OWNER], .line = at->line };
	struct account *a = &one.account;

	*a = (struct account){ .platform = c[A_PLATFORM], .id = c[A_ID],
		.handle = c[A_HANDLE], .url = c[A_URL] };
	if (need(at, "owner", c[A_OWNER], e) != 0 ||
	    need(at, "platform", c[A_PLATFORM], e) != 0 ||
	    check_employee_id(at, "owner", c[A_OWNER], e) != 0 ||
	    check_id(at, "account_id", c[A_ID], e) != 0 ||
	    read_date(at, "declared_on", c[A_DECLARED], &a->from, e) != 0 ||
	    read_date(at, "verified_on", c[A_VERIFIED], &one.verified_on,
	        e) != 0 ||
	    read_date(at, "withdrawn_on", c[A_WITHDRAWN], &a->to, e) != 0)
		return -1;
	if (!a->id.n && !a->handle.n && !a->url.n)
		return table_err(e, at, NULL,
		    "needs an account_id, a handle or a url");
	if (a->from != DAY_NONE && a->to != DAY_NONE && a->to < a->from)
		return table_err(e, at, "withdrawn_on",
		    "is before declared_on");
	if (a->to != DAY_NONE)
		a->to--; /* withdrawn that day: the day before counts last */
	one.employee = find_employee(r, one.owner);
	return accounts_add(&r->accounts, one, e);
}

int
roster_accounts(struct roster *r, const char *path, struct err *e)
{
	if (ready(r, e) != 0 || table_load(path, account_columns, A_COLUMNS,
	        &r->mem, account_row, r, e) != 0)
		return -1;
	return accounts_index(&r->accounts, path, e);
}

void
roster_release(struct roster *r)
{
	free(r->employees);
	accounts_release(&r->accounts);
	slots_release(&r->by_id);
	arena_release(&r->mem);
	*r = (struct roster){ 0 };
}
