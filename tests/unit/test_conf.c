/* conf: every message names file, line, column and path of the value. */
#include "conf.h"

#include "unit.h"

static struct conf conf;
static struct err err;
static char *path;

static int
open_text(const char *text)
{
	err = (struct err){ 0 };
	path = unit_file("c.json", str_from(text));
	return conf_open(&conf, path, &err);
}

/* The message without the path of the file. */
static const char *
message(void)
{
	assert_int_equal(strncmp(err.msg, path, strlen(path)), 0);
	return err.msg + strlen(path);
}

static void
done(void)
{
	conf_release(&conf);
	unit_unlink(path);
}

static void
bad_json(void **state)
{
	static const struct {
		const char *text, *where;
	} t[] = {
		{ "", ":1:1: " }, { "{\n  bad\n}", ":2:3: " },
		{ "{\"a\":1,\n\n \"a\":2}", ":3:2: duplicate key \"a\"" },
		{ "{}\n}", ":2:1: " }, { "\xEF\xBB\xBF{x}", ":1:2: " },
		{ "{\"a\": \"\xFF\"}", ":1:" }, { "[1,\n2", ":2:2: " },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		IN_ROW(i, open_text(t[i].text) == -1);
		IN_ROW(i, err.code == ERR_USAGE);
		if (strncmp(message(), t[i].where, strlen(t[i].where)) != 0) {
			print_error("row %zu: %s\n", i, err.msg);
			fail();
		}
		done();
	}
}

static const char sample[] =
    "\xEF\xBB\xBF{\n"
    "  \"name\": \"x\",\n"
    "  \"list\": [ {\"n\": 1}, {\"n\": \"two\", \"deep\": {\"k\": [0, 1]}} ],\n"
    "  \"day\": \"2023-02-29\",\n"
    "  \"good\": \"2024-02-29\",\n"
    "  \"big\": 18446744073709551615,\n"
    "  \"real\": 1.5,\n"
    "  \"neg\": -3,\n"
    "  \"flag\": true,\n"
    "  \"empty\": \"\",\n"
    "  \"null\": null\n"
    "}\n";

#define assert_message(call, want) do { \
	assert_int_equal(call, -1); \
	assert_int_equal(err.code, ERR_USAGE); \
	assert_string_equal(message(), want); \
} while (0)

static void
every_kind_of_message(void **state)
{
	yyjson_val *arr, *item;
	struct str s;
	int64_t n = 7;
	int32_t day = 7;
	bool b = false;

	(void)state;
	assert_int_equal(open_text(sample), 0);
	item = yyjson_arr_get(yyjson_obj_get(conf.root, "list"), 1);
	assert_message(conf_obj(&conf, yyjson_obj_get(conf.root, "name"), "a"),
	    ":2:11: name: expected an object");
	assert_message(conf_obj(&conf, item, "m deep"),
	    ":3:24: list[1].n: unknown key, expected one of: m deep");
	assert_message(conf_missing(&conf, item, "id"),
	    ":3:23: list[1]: no \"id\" here");
	assert_message(conf_missing(&conf, conf.root, "id"),
	    ":1:1: no \"id\" here");
	assert_message(conf_arr(&conf, conf.root, "name", &arr),
	    ":2:11: name: expected a list [ ]");
	assert_message(conf_str(&conf, conf.root, "list", false, &s),
	    ":3:11: list: expected a text in quotes");
	assert_message(conf_str(&conf, conf.root, "empty", false, &s),
	    ":10:12: empty: expected a text in quotes");
	assert_message(conf_str(&conf, conf.root, "null", false, &s),
	    ":11:11: null: expected a text in quotes");
	assert_message(conf_str(&conf, conf.root, "id", true, &s),
	    ":1:1: no \"id\" here");
	assert_message(conf_int(&conf, item, "n", 1, 9, &n),
	    ":3:29: list[1].n: expected an integer from 1 to 9, got \"two\"");
	assert_message(conf_int(&conf, conf.root, "big", 0, INT64_MAX, &n),
	    ":6:10: big: expected an integer from 0 to 9223372036854775807");
	assert_message(conf_int(&conf, conf.root, "real", 0, 9, &n),
	    ":7:11: real: expected an integer from 0 to 9");
	assert_message(conf_int(&conf, conf.root, "neg", -2, 9, &n),
	    ":8:10: neg: expected an integer from -2 to 9");
	assert_message(conf_bool(&conf, conf.root, "neg", &b),
	    ":8:10: neg: expected true or false");
	assert_message(conf_date(&conf, conf.root, "day", &day),
	    ":4:10: day: expected a date that exists, YYYY-MM-DD, got "
	    "\"2023-02-29\"");
	assert_message(conf_date(&conf, conf.root, "neg", &day),
	    ":8:10: neg: expected a date that exists, YYYY-MM-DD, got \"\"");
	assert_message(conf_err(&conf, yyjson_arr_get(yyjson_obj_get(
	        yyjson_obj_get(item, "deep"), "k"), 1), "no"),
	    ":3:54: list[1].deep.k[1]: no");
	assert_true(n == 7 && day == 7 && !b);
	done();
}

static void
what_is_right_is_read(void **state)
{
	yyjson_val *arr = NULL;
	struct str s;
	int64_t n = 7;
	int32_t day = 7;
	bool b = false;

	(void)state;
	assert_int_equal(open_text(sample), 0);
	assert_int_equal(conf_obj(&conf, conf.root, "name list day good big "
	    "real neg flag empty null"), 0);
	assert_int_equal(conf_arr(&conf, conf.root, "list", &arr), 0);
	assert_int_equal(yyjson_arr_size(arr), 2);
	assert_int_equal(conf_arr(&conf, conf.root, "absent", &arr), 0);
	assert_null(arr);
	assert_int_equal(conf_str(&conf, conf.root, "name", true, &s), 0);
	assert_str(s, "x");
	assert_int_equal(conf_str(&conf, conf.root, "absent", false, &s), 0);
	assert_null(s.p);
	assert_int_equal(conf_int(&conf, conf.root, "absent", 0, 1, &n), 0);
	assert_true(n == 7);
	assert_int_equal(conf_int(&conf, conf.root, "neg", -3, -3, &n), 0);
	assert_true(n == -3);
	assert_int_equal(conf_bool(&conf, conf.root, "flag", &b), 0);
	assert_true(b);
	assert_int_equal(conf_date(&conf, conf.root, "good", &day), 0);
	assert_int_equal(day, 19782);
	done();
}

/* A key is a value, too: all paths are told apart and none is cut. */
static void
paths(void **state)
{
	static const char *const want[] = { "", "a", "a", "a[0]", "a[1]",
		"a[1].b", "a[1].b", "a[1].c", "a[1].c", "a[2]", "a[2][0]", "d",
		"d" };
	char text[80];
	yyjson_val *v;

	(void)state;
	assert_int_equal(open_text(
	    "{\"a\":[1,{\"b\":[],\"c\":{}},[2]],\"d\":0}"), 0);
	v = conf.root;
	for (size_t i = 0; i < COUNT(want); i++) {
		conf_path(&conf, v + i, text, sizeof(text));
		if (strcmp(text, want[i]) != 0)
			print_error("got %s\n", text);
		IN_ROW(i, strcmp(text, want[i]) == 0);
		for (size_t n = 1; n < 8; n++) { /* too little room */
			conf_path(&conf, v + i, text, n);
			IN_ROW(i, strlen(text) < n &&
			    strncmp(text, want[i], strlen(text)) == 0);
		}
	}
	done();
}

static void
files_that_cannot_be_read(void **state)
{
	char *big = unit_path("big.json");
	int fd;

	(void)state;
	err = (struct err){ 0 };
	assert_int_equal(conf_open(&conf, "/nonexistent.json", &err), -1);
	assert_int_equal(err.code, ERR_USAGE);
	assert_string_equal(err.msg,
	    "/nonexistent.json: No such file or directory");
	conf_release(&conf);
	assert_int_equal(conf_open(&conf, "/", &err), -1);
	assert_string_equal(err.msg, "/: Is a directory");
	conf_release(&conf);
	assert_int_equal(conf_open(&conf, "/dev/zero", &err), -1);
	assert_contains(err.msg, "larger than");
	conf_release(&conf);
	fd = open(big, O_CREAT | O_WRONLY, 0600);
	assert_int_equal(ftruncate(fd, CONF_MAX + 1), 0);
	(void)close(fd);
	assert_int_equal(conf_open(&conf, big, &err), -1);
	assert_contains(err.msg, "larger than 16777216 bytes");
	conf_release(&conf);
	conf_release(&conf);
	unit_unlink(big);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(bad_json),
		TEST(every_kind_of_message),
		TEST(what_is_right_is_read),
		TEST(paths),
		TEST(files_that_cannot_be_read),
	};

	return RUN_TESTS(tests);
}
