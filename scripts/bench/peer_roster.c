/* Whose account it is, for the program beside match. */
#include "peer.h"

#include <stdio.h>
#include <stdlib.h>

enum { CELLS = 8 };

struct employee { struct slice id, json; };

static struct {
	struct employee *employees;
	struct account *accounts;
	size_t n_employees, n_accounts, mask;
	struct { uint32_t hash, index; } *slots; /* index from 1; 0: free */
} roster;

static bool
same_caseless(struct slice a, struct slice b)
{
	return a.n == b.n && strncasecmp(a.p, b.p, a.n) == 0;
}

/* Eight bytes at a time, ASCII case aside. */
static uint64_t
mix(uint64_t h, struct slice s)
{
	h = (h ^ s.n) * 0x9E3779B97F4A7C15u;
	while (s.n) {
		uint64_t v = 0;
		size_t part = s.n < 8 ? s.n : 8;

		memcpy(&v, s.p, part);
		h = (h ^ (v | 0x2020202020202020u)) * 0xD6E8FEB86659FD93u;
		h ^= h >> 32;
		s.p += part;
		s.n -= part;
	}
	return h;
}

static uint32_t
key_hash(struct slice platform, struct slice key, bool handle)
{
	return (uint32_t)mix(mix(handle, platform), key);
}

static int32_t
days(int y, int m, int d)
{
	y -= m <= 2;
	m += m <= 2 ? 9 : -3;
	return y * 365 + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + d -
	    719469;
}

static int
digits(const char *p, int n)
{
	int v = 0;

	for (; n--; p++)
		if (*p < '0' || *p > '9')
			return -1;
		else
			v = v * 10 + *p - '0';
	return v;
}

static int32_t
date(struct slice s, int32_t none)
{
	return s.n < 10 ? none : days(digits(s.p, 4), digits(s.p + 5, 2),
	    digits(s.p + 8, 2));
}

int32_t
day_of(struct slice s)
{
	const char *p = s.p + 19, *end = s.p + s.n;
	int minutes, zone = 0, hour, minute;

	if (s.n < 20 || digits(s.p, 4) < 0 || digits(s.p + 5, 2) < 1 ||
	    digits(s.p + 8, 2) < 1)
		return DAY_OPEN;
	hour = digits(s.p + 11, 2);
	minute = digits(s.p + 14, 2);
	if (hour < 0 || minute < 0)
		return DAY_OPEN;
	while (p < end && *p != 'Z' && *p != '+' && *p != '-')
		p++;
	if (end - p >= 6)
		zone = (digits(p + 1, 2) * 60 + digits(p + 4, 2)) *
		    (*p == '-' ? -1 : 1);
	minutes = hour * 60 + minute - zone + 7 * 60;
	return date(s, 0) + (minutes < 0 ? -1 : minutes / 1440);
}

/* The rows of a table without quotes, but for its names. */
static size_t
rows(const char *path, void (*row)(struct slice *cells))
{
	FILE *fp = fopen(path, "r");
	char *line = NULL;
	size_t cap = 0, n = 0;
	ssize_t got;

	while (fp && (got = getline(&line, &cap, fp)) > 0) {
		struct slice cells[CELLS] = { { 0 } };
		char *p = strndup(line, (size_t)got - 1), *cell;

		for (size_t i = 0; i < CELLS && (cell = strsep(&p, ",")); i++)
			cells[i] = (struct slice){ cell, strlen(cell) };
		if (n++)
			row(cells);
	}
	if (fp)
		(void)fclose(fp);
	return n;
}

static void *
one_more(void *v, size_t n, size_t size)
{
	void *p = n & (n - 1) ? v : realloc(v, (n ? 2 * n : 1) * size);

	if (!p)
		exit(3);
	return p;
}

static void
employee(struct slice *c)
{
	struct employee *e;
	char *json;

	if (asprintf(&json, "{\"employee\":\"%s\",\"unit\":\"%s\",\"category\":"
	        "\"%s\",\"basis\":\"", c[0].p, c[3].p, c[2].p) < 0)
		exit(3);
	roster.employees = one_more(roster.employees, roster.n_employees,
	    sizeof(*e));
	e = &roster.employees[roster.n_employees++];
	e->id = c[0];
	e->json = (struct slice){ json, strlen(json) };
}

static int
by_id(const void *a, const void *b)
{
	return strcmp(((const struct employee *)a)->id.p,
	    ((const struct employee *)b)->id.p);
}

static void
account(struct slice *c)
{
	const struct employee key = { .id = c[0] }, *owner = bsearch(&key,
	    roster.employees, roster.n_employees, sizeof(key), by_id);
	struct account *a;

	roster.accounts = one_more(roster.accounts, roster.n_accounts,
	    sizeof(*a));
	a = &roster.accounts[roster.n_accounts++];
	*a = (struct account){ c[1], c[2], c[3], owner ? owner->json : S(""),
	    date(c[5], INT32_MIN), date(c[7], DAY_OPEN) };
	a->to -= c[7].n != 0; /* withdrawn that day */
}

static void
add_slot(size_t i, struct slice platform, struct slice key, bool handle)
{
	uint32_t hash = key_hash(platform, key, handle);
	size_t at = hash & roster.mask;

	if (!key.n)
		return;
	while (roster.slots[at].index)
		at = (at + 1) & roster.mask;
	roster.slots[at].hash = hash;
	roster.slots[at].index = (uint32_t)i + 1;
}

void
roster_read(const char *employees, const char *accounts)
{
	rows(employees, employee);
	qsort(roster.employees, roster.n_employees, sizeof(struct employee),
	    by_id);
	rows(accounts, account);
	for (roster.mask = 1; roster.mask < roster.n_accounts * 4;)
		roster.mask *= 2;
	roster.slots = calloc(roster.mask--, sizeof(*roster.slots));
	if (!roster.slots)
		exit(3);
	for (size_t i = 0; i < roster.n_accounts; i++) {
		const struct account *a = &roster.accounts[i];

		add_slot(i, a->platform, a->id, false);
		add_slot(i, a->platform, a->handle, true);
	}
}

const struct account *
roster_find(struct slice platform, struct slice id, struct slice handle, int32_t day,
    bool by_handle)
{
	struct slice key = by_handle ? handle : id;
	uint32_t hash = key_hash(platform, key, by_handle);

	for (size_t at = hash & roster.mask; key.n && roster.slots[at].index;
	     at = (at + 1) & roster.mask) {
		const struct account *a;

		if (roster.slots[at].hash != hash)
			continue;
		a = &roster.accounts[roster.slots[at].index - 1];
		if (same(platform, a->platform) && (by_handle
		        ? same_caseless(handle, a->handle) && (!id.n ||
		            !a->id.n || same(id, a->id))
		        : same(id, a->id)) &&
		    (day == DAY_OPEN || (a->from <= day && day <= a->to)))
			return a;
	}
	return NULL;
}
