/* buf and err: text for people and programs, cut nowhere but between
 * characters. */
#include "utf8.h"
#include "unit.h"

/* The JSON string that buf_json() writes, read back by yyjson. */
static bool
survives(struct str s)
{
	struct buf b = { 0 };
	yyjson_doc *doc;
	yyjson_val *v;
	bool same;

	buf_json(&b, s);
	doc = yyjson_read(b.p, b.n, 0);
	v = yyjson_doc_get_root(doc);
	same = yyjson_is_str(v) && str_eq(s, (struct str){ yyjson_get_str(v),
	    yyjson_get_len(v) });
	for (size_t i = 0; i < b.n; i++)
		same &= (unsigned char)b.p[i] >= ' ';
	yyjson_doc_free(doc);
	buf_release(&b);
	return same;
}

static void
every_code_point_survives(void **state)
{
	(void)state;
	for (uint32_t c = 0; c <= 0x10FFFF; c++) {
		char text[6] = "a";
		size_t n;

		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		if (c > 0x3000 && c % 61 && c < 0x10FFF0)
			continue; /* a sample of what needs no escape */
		n = utf8_put(c, text + 1);
		text[n + 1] = 'b';
		IN_ROW(c, survives((struct str){ text, n + 2 }));
		IN_ROW(c, survives((struct str){ text + 1, n }));
	}
}

static void
escapes_are_the_shortest(void **state)
{
	static const struct {
		const char *s, *want;
	} t[] = {
		{ "", "\"\"" }, { "\"", "\"\\\"\"" }, { "\\", "\"\\\\\"" },
		{ "/", "\"/\"" }, { "\b\t\n\f\r", "\"\\b\\t\\n\\f\\r\"" },
		{ "\v", "\"\\u000b\"" }, { "\x01\x1f", "\"\\u0001\\u001f\"" },
		{ "\x7f", "\"\x7f\"" }, { "\xC3\xA9", "\"\xC3\xA9\"" },
		{ "\x07\x0e", "\"\\u0007\\u000e\"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct buf b = { 0 };

		buf_json(&b, str_from(t[i].s));
		assert_str(buf_str(&b), t[i].want);
		buf_release(&b);
	}
}

static void
numbers_and_keys(void **state)
{
	struct buf b = { 0 };
	bool first = true;

	(void)state;
	buf_key(&b, &first, "a");
	buf_int(&b, INT64_MIN);
	buf_key(&b, &first, "b");
	buf_int(&b, INT64_MAX);
	buf_fmt(&b, "%s%d", "", 0);
	buf_char(&b, '!');
	assert_false(first);
	assert_str(buf_str(&b), "\"a\":-9223372036854775808,"
	    "\"b\":92233720368547758070!");
	buf_release(&b);
}

static void
a_failure_is_remembered(void **state)
{
	struct buf b = { .max = 100 };
	struct err e = { 0 };
	char text[101] = { 0 };

	(void)state;
	buf_put(&b, (struct str){ text, 100 });
	assert_int_equal(buf_check(&b, &e), 0);
	buf_char(&b, 'x');
	assert_true(b.failed);
	assert_int_equal(b.n, 100);
	b.n = 0;
	buf_char(&b, 'x');
	assert_int_equal(b.n, 0);
	buf_reset(&b);
	buf_char(&b, 'x');
	assert_str(buf_str(&b), "x");
	buf_release(&b);
	assert_int_equal(b.max, 100);
}

/* Too long is the record's fault (ERR_DATA) however it came to be: the run
 * must go on.  Only missing memory ends it. */
static void
too_long_is_not_out_of_memory(void **state)
{
	static const size_t before[] = { 0, 10, 49, 50, 51, 99 };
	char text[200] = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(before); i++) {
		struct buf b = { .max = 100 };
		struct err e = { 0 };

		buf_put(&b, (struct str){ text, before[i] });
		buf_put(&b, (struct str){ text, 101 });
		IN_ROW(i, buf_check(&b, &e) == -1);
		IN_ROW(i, e.code == ERR_DATA);
		buf_release(&b);
	}
}

static void
a_message_is_one_line(void **state)
{
	struct err e = { .byte = 7 };

	(void)state;
	assert_int_equal(err_set(&e, ERR_DATA, "a\nb\tc\x1b[31m\x7f"), -1);
	assert_string_equal(e.msg, "a?b?c?[31m?");
	assert_int_equal(e.byte, 0);
	assert_int_equal(err_nomem(&e), -1);
	assert_int_equal(e.code, ERR_FAIL);
}

/* A message that does not fit ends with a whole character. */
static void
a_long_message_is_cut_between_characters(void **state)
{
	static const char *const last[] = { "b", "\xC3\xA9", "\xE2\x82\xAC",
		"\xF0\x9F\x97\xB3" };

	(void)state;
	for (size_t i = 0; i < COUNT(last); i++)
		for (size_t pad = 500; pad < 520; pad++) {
			char text[600];
			struct err e = { 0 };
			struct str msg;

			memset(text, 'a', pad);
			(void)snprintf(text + pad, 20, "%s%s", last[i],
			    last[i]);
			(void)err_set(&e, ERR_DATA, "%s", text);
			msg = str_from(e.msg);
			IN_ROW(pad, utf8_bad(msg) == msg.n);
			IN_ROW(pad, msg.n + 4 >= sizeof(e.msg) ||
			    msg.n == strlen(text));
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_code_point_survives),
		TEST(escapes_are_the_shortest),
		TEST(numbers_and_keys),
		TEST(a_failure_is_remembered),
		TEST(too_long_is_not_out_of_memory),
		TEST(a_message_is_one_line),
		TEST(a_long_message_is_cut_between_characters),
	};

	return RUN_TESTS(tests);
}
