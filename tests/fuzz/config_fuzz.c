/*
 * Any bytes at all as contest.json, employees.csv, accounts.csv or an office:
 * it is read, or one message says why not: with the place, in UTF-8, status 2.
 */
#include "contest.h"
#include "fuzz.h"
#include "instant.h"
#include "roster.h"
#include "utf8.h"

static void
check(int rc, const struct err *e)
{
	struct str msg = str_from(e->msg);

	if (rc == 0)
		return;
	LAW(e->code == ERR_USAGE && msg.n && utf8_bad(msg) == msg.n);
	LAW(str_starts(msg, STR("/proc/self/fd/")) && strchr(e->msg, ':'));
}

static void
contest(struct str s)
{
	struct contests c = { 0 };
	struct err e = { 0 };
	int rc = contests_load(&c, fuzz_path(s), &e);

	check(rc, &e);
	for (size_t i = 0; rc == 0 && i < c.n; i++)
		for (size_t k = 0; k < c.v[i].n_candidates; k++) {
			const struct candidate *one = &c.v[i].candidates[k];

			LAW(one->contest == &c.v[i] && one->id.n);
			LAW(contest_candidate(&c, one->id) == one);
		}
	contests_release(&c);
}

static void
roster(struct str employees, struct str accounts)
{
	struct roster r = { 0 };
	struct err e = { 0 };
	int rc = roster_employees(&r, &(struct categories){ 0 },
	    fuzz_path(employees), &e);

	check(rc, &e);
	for (size_t i = 0; rc == 0 && i < r.n_employees; i++)
		LAW(roster_employee(&r, r.employees[i].id) == &r.employees[i]);
	if (rc == 0) {
		rc = roster_accounts(&r, fuzz_path(accounts), &e);
		check(rc, &e);
	}
	for (size_t i = 0; rc == 0 && i < r.accounts.n; i++) {
		const struct account *a = &r.accounts.v[i].account;
		enum basis basis;
		const struct declared *d = accounts_find(&r.accounts, a,
		    DAY_NONE, &basis);

		/* Some account is found, unless its only key came to nothing
		 * ("@", "https://"). */
		LAW(!d || basis != BASIS_NONE);
		LAW(d || !a->id.n);
	}
	roster_release(&r);
}

/* What is read is written alike, and read again the same. */
static void
instant(struct str s)
{
	struct instant t = { .offset = 420 }, back = { 0 };
	struct buf b = { 0 };

	if (instant_parse(s, &t) || instant_parse_rfc822(s, &t)) {
		LAW(t.nanos >= 0 && t.nanos < 1000000000);
		LAW(t.offset > -1440 && t.offset < 1440);
		instant_put(&b, &t);
		LAW(instant_parse(buf_str(&b), &back));
		LAW(back.seconds == t.seconds && back.nanos == t.nanos &&
		    back.offset == t.offset && !back.assumed_zone);
	}
	buf_release(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = { (const char *)data + 1, size - 1 };
	const char *cut;

	if (size < 2)
		return 0;
	switch (data[0]) {
	case 'c':
		contest(s);
		break;
	case 'e':
		roster(s, STR("owner,platform,account_id,handle\n"));
		break;
	case 'a':
		roster(STR("employee_id,name,category,unit\n1,A,PNS,u\n"), s);
		break;
	case 'r':
		cut = memchr(s.p, '\0', s.n);
		if (cut)
			roster((struct str){ s.p, (size_t)(cut - s.p) },
			    str_skip(s, (size_t)(cut - s.p) + 1));
		break;
	default:
		instant(s);
	}
	return 0;
}
