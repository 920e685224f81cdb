/* table: what spreadsheets write, and clear words for what is wrong. */
#include "table.h"

#include "unit.h"

static const struct table_column columns[] = {
	{ "id", true }, { "name", true }, { "note", false },
};

struct rows {
	struct buf seen;
	int refuse_line; /* the row function refuses this line */
};

/* "line:id|name|note;" -- an absent cell is "-". */
static int
on_row(void *ctx, const struct table_place *at, const struct str *cells,
    struct err *e)
{
	struct rows *r = ctx;

	if ((int)at->line == r->refuse_line)
		return table_err(e, at, "name", "refused \"%s\"", "it");
	buf_fmt(&r->seen, "%lu:", at->line);
	for (size_t i = 0; i < COUNT(columns); i++) {
		buf_put(&r->seen, i ? STR("|") : STR(""));
		buf_put(&r->seen, cells[i].p ? cells[i] : STR("-"));
	}
	buf_char(&r->seen, ';');
	return 0;
}

/* What came of the table: the rows, or "! message" without the path. */
static void
load(struct str text, int refuse_line, char got[1024])
{
	char *path = unit_file("t.csv", text);
	struct rows r = { .refuse_line = refuse_line };
	struct arena mem;
	struct err e = { 0 };
	const char *msg;

	assert_int_equal(arena_init(&mem, 1024, 1 << 20), 0);
	if (table_load(path, columns, COUNT(columns), &mem, on_row, &r,
	        &e) == 0) {
		(void)snprintf(got, 1024, "%.*s", STR_ARG(buf_str(&r.seen)));
	} else {
		assert_int_equal(e.code, ERR_USAGE);
		assert_int_equal(strncmp(e.msg, path, strlen(path)), 0);
		msg = e.msg + strlen(path);
		(void)snprintf(got, 1024, "! %s", msg);
	}
	buf_release(&r.seen);
	arena_release(&mem);
	unit_unlink(path);
}

struct example {
	struct str text;
	const char *want;
};

#define T(text, want) { { text, sizeof(text) - 1 }, want }

static void
check(const struct example *t, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char got[1024];

		load(t[i].text, 0, got);
		if (strcmp(got, t[i].want) != 0) {
			print_error("row %zu\n got %s\nwant %s\n", i, got,
			    t[i].want);
			fail();
		}
	}
}

static void
good_tables(void **state)
{
	static const struct example t[] = {
		T("id,name\n1,a\n2,b\n", "2:1|a|-;3:2|b|-;"),
		T("id,name\n1,a", "2:1|a|-;"),
		T("id,name\r\n1,a\r\n", "2:1|a|-;"),
		T("\xEF\xBB\xBFid,name\n1,a\n", "2:1|a|-;"),
		T("id;name\n1;a,b\n", "2:1|a,b|-;"),
		T("id\tname\n1\ta;b\n", "2:1|a;b|-;"),
		T("name,x,note,id\na,y,n,1\n", "2:1|a|n;"),
		T("\"id\",\"name\"\n\"1\",\"a,\"\"b\"\"\"\n",
		    "2:1|a,\"b\"|-;"),
		T("id,name\n1,\"two\nlines\"\n2,b\n",
		    "2:1|two\nlines|-;4:2|b|-;"),
		T("id,name\n1,\"two\r\nlines\"\r\n2,b\r\n",
		    "2:1|two\r\nlines|-;4:2|b|-;"),
		T("id,name\n\n1,a\n\n\n2,b\n", "3:1|a|-;6:2|b|-;"),
		T("id,name,note\n1,a,\n,b,n\n", "2:1|a|-;3:-|b|n;"),
		T("id,name\n 1 , a b \n", "2:1|a b|-;"),
		T("id,name\n112961408213517742,007\n",
		    "2:112961408213517742|007|-;"),
		T("id,name\n1,\xF0\x9F\x97\xB3\n", "2:1|\xF0\x9F\x97\xB3|-;"),
		T("id,name\n", ""),
		T("id,name", ""),
		T("id,name\n1,\"a\"\n", "2:1|a|-;"),
		T("id\tname\tnote\n1\t\tn\n", "2:1|-|n;"),
		T("id;name;note\n1;;\n", "2:1|-|-;"),
	};

	(void)state;
	check(t, COUNT(t));
}

static void
bad_tables(void **state)
{
	static const struct example t[] = {
		T("", "! :1: empty: expected a row of column names"),
		T("\n\n", "! :1: empty: expected a row of column names"),
		T("id,nam\n1,a\n",
		    "! :1: name: no such column in the first row"),
		T("name\na\n", "! :1: id: no such column in the first row"),
		T("id,name,id\n1,a,2\n",
		    "! :1: id: this column is there twice"),
		T("id,name\n1,a\n2\n",
		    "! :3: 1 cells, but the first row has 2"),
		T("id,name\n1,a,b\n",
		    "! :2: 3 cells, but the first row has 2"),
		T("id,name\n1,a\n\n2,\"x\ny\"\n3,b,c\n",
		    "! :6: 3 cells, but the first row has 2"),
		T("id,name\n1,caf\xE9\n",
		    "! :2: not UTF-8: save the table as \"CSV UTF-8\""),
		T("id,n\xE4me\n1,a\n",
		    "! :1: not UTF-8: save the table as \"CSV UTF-8\""),
		T("\xFF\xFEi\0d\0,\0n\0",
		    "! :1: not UTF-8: save the table as \"CSV UTF-8\""),
		T("id,name\n1,\"open\n2,b\n",
		    "! :2: a quote that is opened is never closed"),
	};

	(void)state;
	check(t, COUNT(t));
}

static void
the_row_function_has_the_last_word(void **state)
{
	char got[1024];

	(void)state;
	load(STR("id,name\n1,a\n2,b\n3,c\n"), 3, got);
	assert_string_equal(got, "! :3: name: refused \"it\"");
}

static void
long_tables_and_rows_over_a_read(void **state)
{
	struct buf b = { 0 };
	char *path;
	struct rows r = { 0 };
	struct arena mem;
	struct err e = { 0 };
	size_t n = 0;

	(void)state;
	buf_put(&b, STR("id,name\n"));
	for (int i = 0; i < 20000; i++)
		buf_fmt(&b, "%d,\"n %d\n\"\n", i, i);
	path = unit_file("long.csv", buf_str(&b));
	assert_int_equal(arena_init(&mem, 1024, 64 << 20), 0);
	assert_int_equal(table_load(path, columns, COUNT(columns), &mem, on_row,
	    &r, &e), 0);
	buf_char(&r.seen, '\0');
	for (const char *p = r.seen.p; (p = strchr(p, ';')); p++)
		n++;
	assert_int_equal(n, 20000);
	assert_contains(r.seen.p, ";40000:19999|n 19999\n|-;");
	buf_release(&b);
	buf_release(&r.seen);
	arena_release(&mem);
	unit_unlink(path);
}

static void
no_memory_is_no_fault_of_the_table(void **state)
{
	char *path = unit_file("m.csv", STR("id,name\n1,a\n"));
	struct rows r = { 0 };
	struct arena mem;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(arena_init(&mem, 16, 16), 0);
	assert_int_equal(table_load(path, columns, COUNT(columns), &mem, on_row,
	    &r, &e), -1);
	assert_int_equal(e.code, ERR_FAIL);
	arena_release(&mem);
	/* The same when the room ends in a cell. */
	assert_int_equal(arena_init(&mem, 1 << 16, (1 << 16) + 16), 0);
	assert_int_equal(table_load(path, columns, COUNT(columns), &mem, on_row,
	    &r, &e), -1);
	assert_int_equal(e.code, ERR_FAIL);
	arena_release(&mem);
	unit_unlink(path);
}

static void
a_file_that_is_not_there(void **state)
{
	struct rows r = { 0 };
	struct arena mem;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(arena_init(&mem, 1024, 1 << 20), 0);
	assert_int_equal(table_load("/nonexistent.csv", columns, COUNT(columns),
	    &mem, on_row, &r, &e), -1);
	assert_int_equal(e.code, ERR_USAGE);
	assert_string_equal(e.msg,
	    "/nonexistent.csv: No such file or directory");
	assert_int_equal(table_load("/", columns, COUNT(columns), &mem, on_row,
	    &r, &e), -1);
	assert_string_equal(e.msg, "/: Is a directory");
	arena_release(&mem);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(good_tables),
		TEST(bad_tables),
		TEST(the_row_function_has_the_last_word),
		TEST(long_tables_and_rows_over_a_read),
		TEST(no_memory_is_no_fault_of_the_table),
		TEST(a_file_that_is_not_there),
	};

	return RUN_TESTS(tests);
}
