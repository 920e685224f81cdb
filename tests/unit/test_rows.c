/* rows: tables as JSON, one row at a time, cut anywhere. */
#include "unit.h"

#include "rows.h"

static void
names_of_columns(void **state)
{
	static const struct {
		const char *line;
		bool like;
	} t[] = {
		{ "a,b", true }, { "id;text", true }, { "id\ttext", true },
		{ "\"created_at\",\"full_text\"", true }, { "a", false },
		{ "", false }, { "{bad, x", false }, { "[1,2", false },
		{ "<a,b>", false },
		{ "Saya pergi ke pasar bersama kakak dan adik saya pada hari "
		  "Minggu pagi yang sudah lama lalu, lalu pulang", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++)
		IN_ROW(i, rows_like(str_from(t[i].line)) == t[i].like);
}

/* A row ends at the same byte, however the text is cut. */
static void
ends(void **state)
{
	static const struct {
		const char *text;
		size_t n; /* 0: it does not end */
	} t[] = {
		{ "a,b\nc", 4 }, { "a,b\r\nc", 4 }, { "a,\"b\nc\"\nd", 8 },
		{ "a,\"b\"\"\n\"\nd", 9 }, { "5\" pipa,b\nc", 10 },
		{ "a,b", 0 }, { "\"a\n", 0 }, { "\n", 1 },
		{ "\"a\",\"\"\nb", 7 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		size_t len = strlen(t[i].text);

		for (size_t cut = 0; cut <= len; cut++) {
			struct rows r = { .separator = ',' };
			size_t n = rows_scan(&r, (struct str){ t[i].text, cut });

			if (!n && (n = rows_scan(&r,
				(struct str){ t[i].text + cut, len - cut })))
				n += cut;
			IN_ROW(i, n == t[i].n);
		}
	}
}

static void
as_json(void **state)
{
	static const struct {
		const char *row, *want; /* NULL: refused */
	} t[] = {
		{ "1,x", "{\"a\":\"1\",\"b c\":\"x\"}" },
		{ ",", "{\"a\":\"\",\"b c\":\"\"}" },
		{ "\"1\",\"a \"\"b\"\"\n\"", "{\"a\":\"1\",\"b c\":\"a \\\"b\\\"\\n\"}" },
		{ "174859374037362934, x ", "{\"a\":\"174859374037362934\",\"b c\":\" x \"}" },
		{ "5\" pipa,\"\"", "{\"a\":\"5\\\" pipa\",\"b c\":\"\"}" },
		{ "1", NULL }, { "1,2,3", NULL }, { "1,\"2", NULL },
		{ "1,\"2\"3", NULL }, { "1,\xFF", NULL },
	};
	struct rows r = { 0 };
	struct err e = { 0 };

	(void)state;
	assert_int_equal(rows_names(&r, STR("a,\"b"), &e), -1);
	assert_int_equal(rows_names(&r, STR("a,\"b c\""), &e), 0);
	for (size_t i = 0; i < COUNT(t); i++) {
		int rc = rows_json(&r, str_from(t[i].row), &e);

		IN_ROW(i, (rc == 0) == (t[i].want != NULL));
		if (rc == 0)
			assert_str(buf_str(&r.json), t[i].want);
	}
	assert_int_equal(rows_line(&r, STR("a \"b\""), &e), 0);
	assert_str(buf_str(&r.json), "{\"text\":\"a \\\"b\\\"\"}");
	assert_int_equal(rows_line(&r, STR("\x80"), &e), -1);
	rows_release(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(names_of_columns),
		TEST(ends),
		TEST(as_json),
	};

	return RUN_TESTS(tests);
}
