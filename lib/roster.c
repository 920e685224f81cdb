#include "roster.h"

#include <ctype.h>
#include <stdlib.h>

#include "instant.h"
#include "table.h"

/*
 * Two open-addressing tables of indices.  An account is in by_account up to
 * three times: by platform and id, by platform and handle, by url.
 */
enum { MEM_FIRST = 1 << 20, FREE = -1 };

#define MEM_MAX ((size_t)16 << 30) /* a nation's roster */

struct load {
	struct roster *r;
	const char *path;
};

/* FNV-1a over folded bytes; the tables are filled from files of ours. */
static uint32_t
hash(uint32_t h, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (uint32_t)tolower((unsigned char)s.p[i])) * 16777619u;
	return (h ^ 0x1F) * 16777619u;
}

static struct str
bare_handle(struct str s)
{
	return s.n && s.p[0] == '@' ? str_skip(s, 1) : s;
}

/* ASCII case only: platforms allow no other letters in handles. */
static bool
same_folded(struct str a, struct str b)
{
	if (a.n != b.n || !a.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (tolower((unsigned char)a.p[i]) !=
		    tolower((unsigned char)b.p[i]))
			return false;
	return true;
}

/* A url, and a handle with its host (name@host), are one in the world; other
 * keys are one on their platform. */
static bool
is_global(enum basis basis, struct str key)
{
	return basis == BASIS_URL ||
	    (basis == BASIS_HANDLE && memchr(key.p, '@', key.n));
}

static uint32_t
account_hash(struct str platform, enum basis basis, struct str key)
{
	uint32_t h = 2166136261u + (uint32_t)basis;

	if (!is_global(basis, key))
		h = hash(h, platform);
	return hash(h, key);
}

/* Make room in a table for n entries: slots of (uint32_t)FREE. */
static int
table_room(uint32_t **table, size_t *slots, size_t n)
{
	size_t want = 64;

	while (want < n * 2)
		want *= 2;
	free(*table);
	*table = malloc(want * sizeof(**table));
	*slots = want;
	if (!*table)
		return -1;
	memset(*table, 0xFF, want * sizeof(**table));
	return 0;
}

static void
table_add(uint32_t *table, size_t slots, uint32_t h, size_t index)
{
	size_t at = h & (slots - 1);

	while (table[at] != (uint32_t)FREE)
		at = (at + 1) & (slots - 1);
	table[at] = (uint32_t)index;
}

/* v with room for one more element of size bytes. */
static void *
grown(void *v, size_t n, size_t *cap, size_t size)
{
	void *p;

	if (n < *cap)
		return v;
	p = realloc(v, size * (*cap ? *cap * 2 : 64));
	if (p)
		*cap = *cap ? *cap * 2 : 64;
	return p;
}

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
		return table_err(e, at, column, "\"%.*s\" is an id that a "
		    "spreadsheet has rounded; format the column as text and "
		    "enter it again", (int)(s.n < 40 ? s.n : 40), s.p);
	return 0;
}

enum { E_ID, E_NAME, E_CATEGORY, E_UNIT, E_POSITION, E_PLEDGED, E_COLUMNS };

static const struct table_column employee_columns[E_COLUMNS] = {
	{ "employee_id", true }, { "name", true }, { "category", true },
	{ "unit", true }, { "position", false }, { "pledged_on", false },
};

static int
employee_row(void *ctx, const struct table_place *at, const struct str *c,
    struct err *e)
{
	struct roster *r = ctx;
	struct employee one = { c[E_ID], c[E_NAME], c[E_CATEGORY], c[E_UNIT],
		c[E_POSITION], DAY_NONE };
	struct employee *v;

	if (need(at, "employee_id", c[E_ID], e) != 0 ||
	    check_id(at, "employee_id", c[E_ID], e) != 0 ||
	    read_date(at, "pledged_on", c[E_PLEDGED], &one.pledged_on, e) != 0)
		return -1;
	if (!str_eq(one.category, STR("PNS")) &&
	    !str_eq(one.category, STR("PPPK")) &&
	    !str_eq(one.category, STR("non-ASN")))
		return table_err(e, at, "category",
		    "expected PNS, PPPK or non-ASN, got \"%.*s\"",
		    (int)(one.category.n < 40 ? one.category.n : 40),
		    one.category.p ? one.category.p : "");
	v = grown(r->employees, r->n_employees, &r->cap_employees, sizeof(*v));
	if (!v)
		return err_nomem(e);
	r->employees = v;
	v[r->n_employees++] = one;
	return 0;
}

static uint32_t
find_employee(const struct roster *r, struct str id)
{
	size_t at;

	if (!r->slots_employee)
		return ROSTER_NOBODY;
	at = hash(2166136261u, id) & (r->slots_employee - 1);
	for (; r->by_employee[at] != (uint32_t)FREE;
	     at = (at + 1) & (r->slots_employee - 1))
		if (str_eq(r->employees[r->by_employee[at]].id, id))
			return r->by_employee[at];
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
roster_employees(struct roster *r, const char *path, struct err *e)
{
	if (ready(r, e) != 0 || table_load(path, employee_columns, E_COLUMNS,
	        &r->mem, employee_row, r, e) != 0)
		return -1;
	if (table_room(&r->by_employee, &r->slots_employee,
	        r->n_employees) != 0)
		return err_nomem(e);
	for (size_t i = 0; i < r->n_employees; i++) {
		struct str id = r->employees[i].id;

		if (find_employee(r, id) != ROSTER_NOBODY)
			return err_set(e, ERR_USAGE,
			    "%s: employee_id %.*s is there twice", path,
			    STR_ARG(id));
		table_add(r->by_employee, r->slots_employee,
		    hash(2166136261u, id), i);
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
	    check_id(at, "owner", c[A_OWNER], e) != 0 ||
	    check_id(at, "account_id", c[A_ID], e) != 0 ||
	    read_date(at, "declared_on", c[A_DECLARED], &a->from, e) != 0 ||
	    read_date(at, "verified_on", c[A_VERIFIED], &one.verified_on,
	        e) != 0 ||
	    read_date(at, "withdrawn_on", c[A_WITHDRAWN], &a->to, e) != 0)
		return -1;
	if (!a->id.n && !a->handle.n && !a->url.n)
		return table_err(e, at, NULL,
		    "needs an account_id, a handle or a url");
	if (a->to != DAY_NONE)
		a->to--; /* withdrawn that day: the day before counts last */
	one.employee = find_employee(r, one.owner);
	return roster_add(r, one, e);
}

int
roster_add(struct roster *r, struct declared one, struct err *e)
{
	struct declared *v;

	v = grown(r->accounts, r->n_accounts, &r->cap_accounts, sizeof(*v));
	if (!v)
		return err_nomem(e);
	r->accounts = v;
	one.account.handle = bare_handle(one.account.handle);
	v[r->n_accounts++] = one;
	return 0;
}

struct str
roster_url(struct str s)
{
	static const char *const front[] = { "https://", "http://", "www.",
		"m." };

	for (size_t i = 0; i < sizeof(front) / sizeof(front[0]); i++)
		if (str_starts(s, str_from(front[i])))
			s = str_skip(s, strlen(front[i]));
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '?' || s.p[i] == '#')
			s.n = i;
	while (s.n && s.p[s.n - 1] == '/')
		s.n--;
	return s;
}

static bool
in_force(const struct account *a, int32_t day)
{
	return day == DAY_NONE || ((a->from == DAY_NONE || a->from <= day) &&
	    (a->to == DAY_NONE || a->to >= day));
}

static bool
overlap(const struct account *a, const struct account *b)
{
	return (a->to == DAY_NONE || b->from == DAY_NONE || b->from <= a->to) &&
	    (b->to == DAY_NONE || a->from == DAY_NONE || a->from <= b->to);
}

static struct str
account_key(const struct account *a, enum basis basis)
{
	return basis == BASIS_ID ? a->id : basis == BASIS_HANDLE ? a->handle
	    : roster_url(a->url);
}

/* The next account with that key at or behind *at; NULL at the end. */
static const struct declared *
next_with(const struct roster *r, struct str platform, enum basis basis,
    struct str key, size_t *at)
{
	for (; r->by_account[*at] != (uint32_t)FREE;
	     *at = (*at + 1) & (r->slots_account - 1)) {
		const struct declared *d = &r->accounts[r->by_account[*at]];

		if (same_folded(account_key(&d->account, basis), key) &&
		    (is_global(basis, key) ||
		        same_folded(d->account.platform, platform))) {
			*at = (*at + 1) & (r->slots_account - 1);
			return d;
		}
	}
	return NULL;
}

/* Two owners of one account at one time?  Different ids under one handle are
 * two accounts: the handle has moved. */
static int
check_owner(const struct roster *r, const char *path, const struct declared *d,
    enum basis basis, struct str key, struct err *e)
{
	size_t at = account_hash(d->account.platform, basis, key) &
	    (r->slots_account - 1);
	const struct declared *o;

	while ((o = next_with(r, d->account.platform, basis, key, &at))) {
		bool other_id = d->account.id.n && o->account.id.n &&
		    !str_eq(d->account.id, o->account.id);

		if (!overlap(&d->account, &o->account) || other_id)
			continue;
		return err_set(e, ERR_USAGE, "%s:%lu: %.*s account \"%.*s\" "
		    "is already declared by %.*s on line %lu", path, d->line,
		    STR_ARG(d->account.platform), STR_ARG(key),
		    STR_ARG(o->owner), o->line);
	}
	return 0;
}

int
roster_accounts(struct roster *r, const char *path, struct err *e)
{
	if (ready(r, e) != 0 || table_load(path, account_columns, A_COLUMNS,
	        &r->mem, account_row, r, e) != 0)
		return -1;
	return roster_index(r, path, e);
}

int
roster_index(struct roster *r, const char *path, struct err *e)
{
	if (table_room(&r->by_account, &r->slots_account,
	        r->n_accounts * 3) != 0)
		return err_nomem(e);
	for (size_t i = 0; i < r->n_accounts; i++) {
		const struct declared *d = &r->accounts[i];

		for (enum basis b = BASIS_ID; b <= BASIS_URL; b++) {
			struct str key = account_key(&d->account, b);

			if (!key.n)
				continue;
			if (check_owner(r, path, d, b, key, e) != 0)
				return -1;
			table_add(r->by_account, r->slots_account,
			    account_hash(d->account.platform, b, key), i);
		}
	}
	return 0;
}

static struct str
host_of(struct str handle)
{
	const char *at = handle.n ? memchr(handle.p, '@', handle.n) : NULL;

	return at ? str_skip(handle, (size_t)(at - handle.p) + 1)
	          : (struct str){ 0 };
}

/* Is the account another one in spite of the equal key?  A handle with a new
 * id is someone else's by now; an id means nothing on another host. */
static bool
is_other(const struct account *a, struct str id, struct str handle,
    enum basis basis)
{
	struct str here = host_of(a->handle), there = host_of(handle);

	if (basis == BASIS_ID)
		return here.n && there.n && !same_folded(here, there);
	return id.n && a->id.n && !str_eq(a->id, id);
}

const struct declared *
roster_find(const struct roster *r, struct str platform, struct str id,
    struct str handle, struct str url, int32_t day, enum basis *basis)
{
	struct str keys[] = { { 0 }, id, bare_handle(handle),
		roster_url(url) };
	const struct declared *d;
	size_t at;

	*basis = BASIS_NONE;
	for (enum basis b = BASIS_ID; r->slots_account && b <= BASIS_URL; b++) {
		if (!keys[b].n)
			continue;
		at = account_hash(platform, b, keys[b]) &
		    (r->slots_account - 1);
		while ((d = next_with(r, platform, b, keys[b], &at))) {
			if (!in_force(&d->account, day) ||
			    is_other(&d->account, id, keys[BASIS_HANDLE], b))
				continue;
			*basis = b;
			return d;
		}
	}
	return NULL;
}

void
roster_release(struct roster *r)
{
	free(r->employees);
	free(r->accounts);
	free(r->by_employee);
	free(r->by_account);
	arena_release(&r->mem);
	*r = (struct roster){ 0 };
}
