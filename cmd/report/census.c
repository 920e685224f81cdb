#include "census.h"

#include <stdlib.h>

#include "json.h"

static int
by_unit(const void *va, const void *vb)
{
	const struct unit *a = va, *b = vb;

	return str_cmp(a->name, b->name);
}

static bool
counts_on(const struct declared *d, int32_t day)
{
	const struct account *a = &d->account;

	return day == DAY_NONE || ((a->from == DAY_NONE || a->from <= day) &&
	    (a->to == DAY_NONE || day <= a->to));
}

/* Who has an account that counts today: a flag an employee. */
static unsigned char *
holders(struct census *c, const struct roster *r, struct arena *mem, int32_t today)
{
	unsigned char *has = arena_alloc(mem, 1, r->n_employees + 1);

	if (!has)
		return NULL;
	memset(has, 0, r->n_employees + 1);
	for (size_t i = 0; i < r->accounts.n; i++) {
		const struct declared *d = &r->accounts.v[i];

		if (!counts_on(d, today))
			continue;
		if (d->employee == ROSTER_NOBODY)
			c->n_ownerless++;
		else
			has[d->employee] = 1;
	}
	return has;
}

static void
add_up(struct unit *to, const struct unit *from)
{
	to->employees += from->employees;
	to->pledged += from->pledged;
	to->with_account += from->with_account;
}

static int
count_units(struct census *c, const struct roster *r, struct arena *mem,
    int32_t today)
{
	unsigned char *has = holders(c, r, mem, today);
	struct unit *u = arena_alloc(mem, sizeof(*u), r->n_employees + 1);
	size_t n = 0;

	if (!has || !u)
		return -1;
	for (size_t i = 0; i < r->n_employees; i++)
		u[i] = (struct unit){ r->employees[i].unit, 1,
			r->employees[i].pledged_on != DAY_NONE, has[i] };
	qsort(u, r->n_employees, sizeof(*u), by_unit);
	for (size_t i = 0; i < r->n_employees; i++) {
		add_up(&c->all, &u[i]);
		if (n && str_eq(u[n - 1].name, u[i].name))
			add_up(&u[n - 1], &u[i]);
		else
			u[n++] = u[i];
	}
	c->units = u;
	c->n_units = n;
	return 0;
}

int
census_start(struct census *c, const struct roster *r, struct arena *mem,
    struct err *e)
{
	*c = (struct census){ 0 };
	c->heard = arena_alloc(mem, 1, r->accounts.n + 1);
	if (!c->heard)
		return err_nomem(e);
	memset(c->heard, 0, r->accounts.n + 1);
	return 0;
}

void
census_hear(struct census *c, const struct roster *r, yyjson_val *record)
{
	yyjson_val *v = yyjson_obj_get(record, "actor");
	enum basis basis;
	struct account who = { .platform = json_get(record, "platform") };
	const struct declared *d;

	if (!v)
		v = yyjson_obj_get(record, "account");
	who.id = json_get(v, "id");
	who.handle = json_get(v, "handle");
	who.url = json_get(v, "url");
	d = accounts_find(&r->accounts, &who, DAY_NONE, &basis);
	if (d)
		c->heard[d - r->accounts.v] = 1;
}

static int
find_unasked(struct census *c, const struct roster *r, struct store *s,
    int32_t today)
{
	c->unasked = arena_alloc(&s->mem, sizeof(*c->unasked),
	    r->accounts.n + 1);
	if (!c->unasked)
		return -1;
	for (size_t i = 0; s->covers.n && i < r->accounts.n; i++)
		if (!c->heard[i] && counts_on(&r->accounts.v[i], today))
			c->unasked[c->n_unasked++] = &r->accounts.v[i];
	return 0;
}

int
census_take(struct census *c, const struct roster *r, struct store *s,
    int32_t today, struct err *e)
{
	if (count_units(c, r, &s->mem, today) != 0 ||
	    find_unasked(c, r, s, today) != 0)
		return store_room_err(s, e);
	return 0;
}
