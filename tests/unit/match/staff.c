/*
 * staff.h against accounts.h: random rosters with accounts that change hands,
 * that have no id, no handle, a host, an address; whatever is asked, both say
 * the same, in memory and from a file.
 */
#include "staff.h"

#include "instant.h"
#include "unit.h"

enum { ROSTERS = 150, ACCOUNTS = 12, ASKED = 1000, PEOPLE = 40 };

static uint32_t seed = 1;
static const struct categories none;

static uint32_t
random_below(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % n;
}

static const char *const platforms[] = { "x", "X", "mastodon", "p3" };
static const char *const ids[] = { "", "", "7", "07", "12345678901234567890",
	"9999999999999999999", "ab", "AB", "0", "1825590341127458816" };
static const char *const handles[] = { "", "", "ani", "Ani", "@budi",
	"ani@a.example", "@ANI@A.example", "cici@b.example",
	"nama_yang_panjang_sekali_sampai_lebih_dari_lima_belas" };
static const char *const urls[] = { "", "", "https://x.example/ani",
	"http://www.x.example/Ani/", "https://m.b.example/c?d#e" };
static const char *const days[] = { "", "1905-01-01", "2019-12-31",
	"2020-01-01", "2024-06-01", "2024-06-02", "2150-01-01" };

#define ONE_OF(list) (list)[random_below(COUNT(list))]

static char *
table(const char *name, bool accounts)
{
	struct buf b = { 0 };
	char *path;

	buf_put(&b, accounts ? STR("owner,platform,account_id,handle,url,"
	    "declared_on,withdrawn_on\n")
	    : STR("employee_id,name,category,unit,spouse_of,leave_from\n"));
	for (int i = 0; !accounts && i < PEOPLE; i++)
		buf_fmt(&b, "%s%d,N,%s,\"Unit \"\"%d\"\"\",%s\n",
		    i % 3 ? "1980010120050" : "p", i, i % 2 ? "PNS" : "PPPK",
		    i % 5, i % 7 ? "," : "ticket,2024-09-01");
	for (uint32_t i = random_below(ACCOUNTS); accounts && i; i--) {
		uint32_t who = random_below(PEOPLE + 5); /* some: nobody */
		uint32_t from = random_below(COUNT(days));
		uint32_t to = from + random_below(COUNT(days));

		buf_fmt(&b, "%s%u,%s,%s,%s,%s,%s,%s\n",
		    who % 3 ? "1980010120050" : "p", who, ONE_OF(platforms),
		    random_below(3) ? ONE_OF(ids) : "", ONE_OF(handles),
		    ONE_OF(urls), days[from],
		    to < COUNT(days) ? days[to] : "");
	}
	path = unit_file(name, buf_str(&b));
	buf_release(&b);
	return path;
}

static void
ask(const struct roster *r, const struct staff *s)
{
	struct account who = { str_from(ONE_OF(platforms)),
		str_from(ONE_OF(ids)), str_from(ONE_OF(handles)),
		str_from(ONE_OF(urls)), 0, 0 };
	int32_t day = DAY_NONE;
	const struct declared *d;
	struct holder h;
	enum basis basis;
	struct err e;
	int rc;

	if (random_below(4))
		(void)day_parse(str_from(ONE_OF(days)), &day);
	d = accounts_find(&r->accounts, &who, day, &basis);
	rc = staff_find(s, &who, random_below(2) ? staff_soon(s, &who) : 0,
	    day, &h, &e);
	assert_int_equal(rc, d != NULL);
	if (!d)
		return;
	assert_int_equal(h.basis, basis);
	assert_int_equal(h.nobody, d->employee == ROSTER_NOBODY);
	if (!h.nobody) {
		const struct employee *one = &r->employees[d->employee];

		assert_true(str_eq(h.id, d->owner));
		assert_true(str_eq(staff_category(h.what),
		    one->category.n == 3 ? STR("\"category\":\"PNS\"")
		                         : STR("\"category\":\"PPPK\"")));
		assert_true(h.what.n == staff_category(h.what).n + 20 &&
		    str_starts(h.what, STR("\"unit\":\"Unit \\\"")));
		assert_true(str_eq(h.spouse, one->spouse_of));
		assert_int_equal(h.leave_from, one->leave_from);
		assert_int_equal(h.leave_until, one->leave_until);
	}
}

static void
one_roster(int *good)
{
	char *path[2] = { table("employees.csv", false),
		table("accounts.csv", true) }, *file = unit_path("index");
	const char *const tables[2] = { path[0], path[1] };
	struct staff s = { 0 }, mapped = { 0 };
	struct staff_source sources[2];
	struct roster r = { 0 }, again = { 0 };
	struct err e = { 0 };

	assert_int_equal(roster_employees(&r, &none, path[0], &e), 0);
	assert_int_equal(roster_employees(&again, &none, path[0], &e), 0);
	if (roster_accounts(&r, path[1], &e) == 0) {
		assert_int_equal(roster_accounts(&again, path[1], &e), 0);
		assert_int_equal(staff_build(&s, &r, &e), 0);
		roster_release(&r); /* s has all that it needs */
		assert_int_equal(staff_source(&sources[0], path[0], &e), 0);
		assert_int_equal(staff_source(&sources[1], path[1], &e), 0);
		for (int i = 0; i < ASKED; i++)
			ask(&again, &s);
		assert_int_equal(staff_write(&s, sources, file, &e), 0);
		assert_int_equal(staff_open(&mapped, file, tables, &e), 0);
		for (int i = 0; i < ASKED; i++)
			ask(&again, &mapped);
		assert_int_equal(staff_check(&mapped, tables, &e), 0);
		++*good;
	}
	staff_release(&s);
	staff_release(&mapped);
	roster_release(&r);
	roster_release(&again);
	unit_unlink(path[0]);
	unit_unlink(path[1]);
	unit_unlink(file);
}

static void
as_accounts_say(void **state)
{
	int good = 0;

	(void)state;
	for (int i = 0; i < ROSTERS; i++)
		one_roster(&good);
	assert_true(good > 30); /* the rest have two owners of an account */
}

/* Whatever bytes a file has: an error, or an answer; never a read outside. */
static void
any_byte_changed(void **state)
{
	char *path[2] = { table("employees.csv", false),
		unit_file("accounts.csv", STR("owner,platform,account_id,"
		    "handle\np0,x,7,ani\n19800101200501,x,,budi\n")) };
	const char *const tables[2] = { path[0], path[1] };
	char *file = unit_path("index");
	struct account who = { STR("x"), { 0 }, STR("budi"), { 0 }, 0, 0 };
	struct staff_source sources[2];
	struct staff s = { 0 };
	struct roster r = { 0 };
	struct err e = { 0 };
	struct holder h;
	struct str bytes;

	(void)state;
	assert_int_equal(roster_employees(&r, &none, path[0], &e), 0);
	assert_int_equal(roster_accounts(&r, path[1], &e), 0);
	assert_int_equal(staff_build(&s, &r, &e), 0);
	assert_int_equal(staff_source(&sources[0], path[0], &e), 0);
	assert_int_equal(staff_source(&sources[1], path[1], &e), 0);
	assert_int_equal(staff_write(&s, sources, file, &e), 0);
	staff_release(&s);
	bytes = unit_slurp(file);
	for (size_t i = 0; i < bytes.n; i++) {
		char *p = (char *)(uintptr_t)bytes.p, was = p[i];
		bool padding = i >= sizeof(struct staff_head) &&
		    i < STAFF_HEAD;
		FILE *fp;

		p[i] ^= (char)(1 << i % 8);
		fp = fopen(file, "w");
		assert_non_null(fp);
		assert_int_equal(fwrite(p, 1, bytes.n, fp), bytes.n);
		assert_int_equal(fclose(fp), 0);
		p[i] = was;
		if (staff_open(&s, file, tables, &e) == 0) {
			int rc = staff_find(&s, &who, 0, DAY_NONE, &h,
			    &e);

			IN_ROW(i, padding ? rc == 1 : rc < 0 || rc == 1);
			IN_ROW(i, padding == (staff_check(&s, tables, &e) ==
			    0));
		}
		staff_release(&s);
	}
	free((char *)(uintptr_t)bytes.p);
	roster_release(&r);
	unit_unlink(path[0]);
	unit_unlink(path[1]);
	unit_unlink(file);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { TEST(as_accounts_say),
		TEST(any_byte_changed) };

	return RUN_TESTS(tests);
}
