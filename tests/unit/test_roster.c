/* roster: whose account was it on that day? */
#include "roster.h"

#include "instant.h"
#include "unit.h"

#define EMPLOYEES "employee_id,name,category,unit\n" \
	"198001012005011001,Ani,PNS,u\n198001012005011002,Budi,PPPK,u\n" \
	"b-3,Cici,non-ASN,u\n"
#define HEAD "owner,platform,account_id,handle,url,declared_on,withdrawn_on\n"
#define ANI "198001012005011001"
#define BUDI "198001012005011002"

static struct roster roster;
static struct err err;

static struct str category[] = { { "PNS", 3 }, { "PPPK", 4 },
	{ "non-ASN", 7 } };
static const struct categories categories = { category, 3 };

static int
load(const char *employees, const char *accounts)
{
	char *path = unit_file("employees.csv", str_from(employees));
	int rc;

	err = (struct err){ 0 };
	roster_release(&roster); /* of a test that failed */
	rc = roster_employees(&roster, &categories, path, &err);
	unit_unlink(path);
	if (rc == 0 && accounts) {
		path = unit_file("accounts.csv", str_from(accounts));
		rc = roster_accounts(&roster, path, &err);
		unit_unlink(path);
	}
	return rc;
}

/* "owner basis" of an act on a day ("" for any), "-" for nobody. */
static const char *
whose(const char *platform, const char *id, const char *handle,
    const char *url, const char *on)
{
	static const char *const names[] = { "none", "id", "handle", "url" };
	static char text[100];
	enum basis basis;
	int32_t day = DAY_NONE;
	const struct declared *d;

	if (*on)
		assert_true(day_parse(str_from(on), &day));
	d = accounts_find(&roster.accounts, &(struct account){
	    .platform = str_from(platform), .id = str_from(id),
	    .handle = str_from(handle), .url = str_from(url) }, day, &basis);
	if (!d) {
		assert_int_equal(basis, BASIS_NONE);
		return "-";
	}
	(void)snprintf(text, sizeof(text), "%.*s %s", STR_ARG(d->owner),
	    names[basis]);
	return text;
}

#define assert_whose(p, id, h, u, on, want) \
	assert_string_equal(whose(p, id, h, u, on), want)

static void
bad_employees(void **state)
{
	static const struct {
		const char *text, *want;
	} t[] = {
		{ "employee_id,name,category,unit\n1,A,PNS,u\n1,B,PNS,u\n",
		    "1 is there twice" },
		{ "employee_id,name,category,unit\n1,A,Guru,u\n",
		    ".csv:2: category: expected one of office.json's "
		    "categories (PNS, PPPK, non-ASN), got "
		    "\"Guru\"" },
		{ "employee_id,name,category,unit\n,A,PNS,u\n",
		    ".csv:2: employee_id" },
		{ "employee_id,name,category,unit\n1.98001E+17,A,PNS,u\n",
		    ".csv:2: employee_id: \"1.98001E+17\" is an id that a "
		    "spreadsheet has rounded" },
		{ "employee_id,name,category,unit,pledged_on\n"
		    "1,A,PNS,u,2024-02-30\n",
		    ".csv:2: pledged_on: expected a date that exists" },
		{ "employee_id,name,category\n1,A,PNS\n",
		    ".csv:1: unit: no such column" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		if (load(t[i].text, NULL) == 0 ||
		    !strstr(err.msg, t[i].want)) {
			print_error("row %zu: %s\n", i, err.msg);
			fail();
		}
		IN_ROW(i, err.code == ERR_USAGE);
		roster_release(&roster);
	}
}

/* In a table of 60 000 rows "is there twice" alone is no help. */
static void
a_double_employee_is_named_with_its_line(void **state)
{
	(void)state;
	assert_int_equal(load(EMPLOYEES "b-3,Dedi,PNS,u\n", NULL), -1);
	assert_contains(err.msg, ".csv:5: ");
	roster_release(&roster);
}

static void
employees_by_id(void **state)
{
	struct buf b = { 0 };

	(void)state;
	buf_put(&b, STR("employee_id,name,category,unit\n"));
	for (int i = 0; i < 5000; i++)
		buf_fmt(&b, "%017d1,N%d,PNS,u\n", i * 7, i);
	buf_char(&b, '\0');
	assert_int_equal(load(b.p, NULL), 0);
	assert_int_equal(roster.n_employees, 5000);
	for (int i = 0; i < 5000; i++) {
		char id[24], name[24];
		const struct employee *one;

		(void)snprintf(id, sizeof(id), "%017d1", i * 7);
		(void)snprintf(name, sizeof(name), "N%d", i);
		one = roster_employee(&roster, str_from(id));
		IN_ROW(i, one && str_eq(one->name, str_from(name)));
	}
	assert_null(roster_employee(&roster, STR("1")));
	assert_null(roster_employee(&roster, STR("")));
	buf_release(&b);
	roster_release(&roster);
}

static void
bad_accounts(void **state)
{
	static const struct {
		const char *text, *want;
	} t[] = {
		{ HEAD ANI ",x,1,h,,,\n" BUDI ",x,1,g,,,\n",
		    ".csv:3: x account \"1\" is already declared by " ANI
		    " on line 2" },
		{ HEAD ANI ",x,,h,,,\n" BUDI ",x,,@H,,,\n",
		    ".csv:3: x account \"H\" is already declared" },
		{ HEAD ANI ",web,,,https://a.example/,,\n"
		    BUDI ",feed,,,http://www.a.example,,\n",
		    ".csv:3: " },
		{ HEAD ANI ",x,1,,,2024-01-01,2024-02-01\n"
		    BUDI ",x,1,,,2024-01-31,\n", ".csv:3: " },
		{ HEAD ANI ",x,,,,,\n",
		    ".csv:2: needs an account_id, a handle or a url" },
		{ HEAD ",x,1,h,,,\n", ".csv:2: owner" },
		{ HEAD ANI ",,1,h,,,\n", ".csv:2: platform" },
		{ HEAD ANI ",x,7.40332E+18,h,,,\n", ".csv:2: account_id: " },
		{ HEAD ANI ",x,1,h,,2023-02-29,\n",
		    ".csv:2: declared_on: expected a date that exists" },
		{ HEAD ANI ",x,1,h,,,2024-11-31\n",
		    ".csv:2: withdrawn_on: expected a date that exists" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		if (load(EMPLOYEES, t[i].text) == 0 ||
		    !strstr(err.msg, t[i].want)) {
			print_error("row %zu: %s\n", i, err.msg);
			fail();
		}
		IN_ROW(i, err.code == ERR_USAGE);
		roster_release(&roster);
	}
}

/* Else the account would silently be nobody's on every day. */
static void
withdrawn_before_declared_is_refused(void **state)
{
	(void)state;
	assert_int_equal(load(EMPLOYEES,
	    HEAD ANI ",x,1,h,,2024-03-01,2024-02-01\n"), -1);
	assert_contains(err.msg, ".csv:2: withdrawn_on");
	roster_release(&roster);
}

static void
accounts_change_hands(void **state)
{
	(void)state;
	assert_int_equal(load(EMPLOYEES, HEAD
	    ANI ",x,1,h,,2024-01-01,2024-02-01\n"
	    BUDI ",x,1,h,,2024-02-01,\n"), 0);
	assert_whose("x", "1", "", "", "2023-12-31", "-");
	assert_whose("x", "1", "", "", "2024-01-01", ANI " id");
	assert_whose("x", "1", "", "", "2024-01-31", ANI " id");
	assert_whose("x", "1", "", "", "2024-02-01", BUDI " id");
	assert_whose("x", "1", "", "", "2030-01-01", BUDI " id");
	roster_release(&roster);
}

static void
a_withdrawn_account_is_nobody_s(void **state)
{
	(void)state;
	assert_int_equal(load(EMPLOYEES, HEAD
	    ANI ",x,1,h,https://x.example/h,,2024-02-01\n"), 0);
	assert_whose("x", "1", "h", "https://x.example/h", "2024-01-31",
	    ANI " id");
	assert_whose("x", "1", "h", "https://x.example/h", "2024-02-01", "-");
	assert_whose("x", "", "h", "", "2024-02-01", "-");
	assert_whose("x", "", "h", "", "", ANI " handle");
	roster_release(&roster);
}

static void
the_id_decides_over_the_handle(void **state)
{
	(void)state;
	assert_int_equal(load(EMPLOYEES, HEAD
	    ANI ",x,1,h,https://x.example/h,,\n"
	    BUDI ",x,,g,,,\n"), 0);
	assert_whose("x", "1", "renamed", "", "", ANI " id");
	assert_whose("x", "2", "h", "", "", "-");
	assert_whose("x", "2", "h", "https://x.example/h", "", "-");
	assert_whose("x", "2", "", "https://x.example/h", "", "-");
	assert_whose("x", "", "h", "", "", ANI " handle");
	/* Declared without an id: the handle is all there is. */
	assert_whose("x", "9", "g", "", "", BUDI " handle");
	assert_whose("x", "", "", "", "", "-");
	roster_release(&roster);
}

/* The handle moved from one id to another: both declared it, in their time or
 * at once, and the id tells them apart. */
static void
one_handle_two_ids(void **state)
{
	(void)state;
	assert_int_equal(load(EMPLOYEES, HEAD
	    ANI ",x,1,h,,,\n" BUDI ",x,2,h,,,\n"), 0);
	assert_whose("x", "1", "h", "", "", ANI " id");
	assert_whose("x", "2", "h", "", "", BUDI " id");
	assert_whose("x", "3", "h", "", "", "-");
	roster_release(&roster);
}

static void
handles_are_compared_without_case_and_at(void **state)
{
	(void)state;
	assert_int_equal(load(EMPLOYEES, HEAD
	    ANI ",X,,@AniTirta,,,\n"
	    BUDI ",mastodon,,budi@Sosial.example,,,\n"), 0);
	assert_whose("x", "", "anitirta", "", "", ANI " handle");
	assert_whose("x", "", "@ANITIRTA", "", "", ANI " handle");
	assert_whose("tiktok", "", "anitirta", "", "", "-");
	assert_whose("x", "", "anitirt", "", "", "-");
	/* A handle with its host is one in the world. */
	assert_whose("mastodon", "", "@Budi@sosial.example", "", "",
	    BUDI " handle");
	assert_whose("pleroma", "", "budi@sosial.example", "", "",
	    BUDI " handle");
	assert_whose("mastodon", "", "budi", "", "", "-");
	roster_release(&roster);
}

static void
urls_are_compared_without_what_varies(void **state)
{
	static const struct {
		const char *url, *want;
	} t[] = {
		{ "https://a.example/x", "a.example/x" },
		{ "http://www.a.example/x/", "a.example/x" },
		{ "https://m.a.example/x?ref=1#top", "a.example/x" },
		{ "a.example", "a.example" }, { "https://", "" }, { "", "" },
		{ "///", "" }, { "https://a.example/#", "a.example" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++)
		assert_str(accounts_url(str_from(t[i].url)), t[i].want);
	assert_int_equal(load(EMPLOYEES, HEAD
	    ANI ",feed,,,https://www.A.example/feed/,,\n"), 0);
	assert_whose("feed", "", "", "http://a.example/feed", "", ANI " url");
	assert_whose("web", "", "", "http://a.example/feed?x=1", "",
	    ANI " url");
	assert_whose("feed", "", "", "http://a.example/fee", "", "-");
	roster_release(&roster);
}

static void
an_owner_need_not_be_an_employee(void **state)
{
	(void)state;
	assert_int_equal(load(EMPLOYEES, HEAD "kandidat-1,x,1,h,,,\n" BUDI
	    ",x,2,,,,\n"), 0);
	assert_int_equal(roster.accounts.v[0].employee, ROSTER_NOBODY);
	assert_int_equal(roster.accounts.v[1].employee, 1);
	assert_int_equal(roster.accounts.v[1].line, 3);
	roster_release(&roster);
}

static void
without_accounts_nobody_is_found(void **state)
{
	(void)state;
	assert_int_equal(load(EMPLOYEES, NULL), 0);
	assert_whose("x", "1", "h", "https://x.example", "", "-");
	roster_release(&roster);
	assert_whose("x", "1", "h", "https://x.example", "", "-");
	assert_int_equal(load(EMPLOYEES, HEAD), 0);
	assert_whose("x", "1", "h", "https://x.example", "", "-");
	roster_release(&roster);
	roster_release(&roster);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(bad_employees),
		TEST(a_double_employee_is_named_with_its_line),
		TEST(employees_by_id),
		TEST(bad_accounts),
		TEST(withdrawn_before_declared_is_refused),
		TEST(accounts_change_hands),
		TEST(a_withdrawn_account_is_nobody_s),
		TEST(the_id_decides_over_the_handle),
		TEST(one_handle_two_ids),
		TEST(handles_are_compared_without_case_and_at),
		TEST(urls_are_compared_without_what_varies),
		TEST(an_owner_need_not_be_an_employee),
		TEST(without_accounts_nobody_is_found),
	};

	return RUN_TESTS(tests);
}
