/* json: limits that yyjson leaves to us, and places in the text. */
#include "json.h"

#include "unit.h"

struct read {
	struct arena a;
	struct err e;
	yyjson_doc *doc;
	int rc;
};

static struct read
parse(struct str text, yyjson_read_flag flags)
{
	struct read r = { 0 };

	assert_int_equal(arena_init(&r.a, 1 << 16, 64 << 20), 0);
	r.rc = json_read(text, flags, &r.a, &r.doc, &r.e);
	return r;
}

static int
verdict(const char *text)
{
	struct read r = parse(str_from(text), 0);

	arena_release(&r.a);
	return r.rc == 0 ? ERR_NONE : (int)r.e.code;
}

/* depth times "[" (or {"a":) and their ends; to be freed. */
static char *
nested(size_t depth, bool objects)
{
	const char *open = objects ? "{\"a\":" : "[";
	size_t w = strlen(open);
	char *p = malloc(depth * (w + 1) + 2), *q = p;

	assert_non_null(p);
	for (size_t i = 0; i < depth; i++, q += w)
		memcpy(q, open, w);
	if (objects)
		*q++ = '1';
	memset(q, objects ? '}' : ']', depth);
	q[depth] = '\0';
	return p;
}

static void
depth_64_is_the_limit(void **state)
{
	(void)state;
	for (int objects = 0; objects < 2; objects++) {
		static const struct {
			size_t depth;
			int want;
		} t[] = { { 1, ERR_NONE }, { 63, ERR_NONE }, { 64, ERR_NONE },
			{ 65, ERR_DATA }, { 66, ERR_DATA },
			{ 1000, ERR_DATA } };

		for (size_t i = 0; i < COUNT(t); i++) {
			char *p = nested(t[i].depth, objects);

			IN_ROW(i, verdict(p) == t[i].want);
			free(p);
		}
	}
}

static void
a_million_levels_are_refused_not_run_into(void **state)
{
	char *p = nested(1000000, false);
	struct read r;

	(void)state;
	r = parse(str_from(p), 0);
	assert_int_equal(r.rc, -1);
	assert_int_equal(r.e.code, ERR_DATA);
	assert_contains(r.e.msg, "64");
	assert_int_equal(r.e.byte, 65);
	arena_release(&r.a);
	free(p);
}

static void
siblings_do_not_add_up_to_depth(void **state)
{
	char *p = nested(63, false), *q;

	(void)state;
	assert_true(asprintf(&q, "[%s,%s,%s]", p, p, p) > 0);
	assert_int_equal(verdict(q), ERR_NONE);
	free(p);
	free(q);
}

static void
duplicate_keys_are_refused(void **state)
{
	static const struct {
		const char *text;
		size_t byte; /* of the second one; 0: fine */
	} t[] = {
		{ "{\"a\":1,\"a\":1}", 8 },
		{ "{\"a\":1,\"b\":2}", 0 },
		{ "{\"a\":1,\"\\u0061\":2}", 8 },
		{ "{\"\":1,\"\":2}", 7 },
		{ "{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":2}]}", 0 },
		{ "{\"x\":{\"a\":1,\"b\":2,\"a\":3}}", 19 },
		{ "[{\"k\":1},{\"k\":1,\"k\":1}]", 17 },
		{ "{\"a\\u0000b\":1,\"a\\u0000c\":2}", 0 },
		{ "{\"a\\u0000b\":1,\"a\\u0000b\":2}", 15 },
		{ "{\"A\":1,\"a\":2}", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct read r = parse(str_from(t[i].text), 0);

		IN_ROW(i, (r.rc != 0) == (t[i].byte != 0));
		IN_ROW(i, r.e.byte == t[i].byte);
		arena_release(&r.a);
	}
}

/* An object of n keys; the last repeats key `twice` if that is below n. */
static char *
many_keys(size_t n, size_t twice)
{
	struct buf b = { 0 };
	bool first = true;

	for (size_t i = 0; i < n; i++) {
		char key[32];

		(void)snprintf(key, sizeof(key), "key%zu",
		    i == n - 1 && twice < n ? twice : i);
		buf_put(&b, first ? STR("{") : STR(""));
		buf_key(&b, &first, key);
		buf_char(&b, '0');
	}
	buf_put(&b, STR("}"));
	buf_char(&b, '\0');
	assert_false(b.failed);
	return b.p;
}

static void
duplicates_among_few_and_many(void **state)
{
	static const size_t sizes[] = { 2, 3, 23, 24, 25, 26, 63, 64, 65, 1000,
		20000 };

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		const size_t n = sizes[i], twice[] = { 0, n / 2 - 1, n - 2 };
		char *p = many_keys(n, n);

		IN_ROW(i, verdict(p) == ERR_NONE);
		free(p);
		for (size_t k = 0; k < COUNT(twice); k++) {
			p = many_keys(n, twice[k]);
			IN_ROW(i, verdict(p) == ERR_DATA);
			free(p);
		}
	}
}

/* What a message says must be UTF-8 even when a long key was shortened. */
static void
the_message_of_a_long_key_is_utf8(void **state)
{
	(void)state;
	for (size_t pad = 76; pad <= 82; pad++) {
		char text[600], key[200];
		struct read r;
		yyjson_doc *doc;
		struct buf b = { 0 };

		memset(key, 'k', pad);
		memcpy(key + pad, "\xF0\x9F\x97\xB3", 5);
		(void)snprintf(text, sizeof(text), "{\"%s\":1,\"%s\":2}", key,
		    key);
		r = parse(str_from(text), 0);
		assert_int_equal(r.rc, -1);
		buf_json(&b, str_from(r.e.msg));
		doc = yyjson_read(b.p, b.n, 0);
		IN_ROW(pad, doc != NULL);
		yyjson_doc_free(doc);
		buf_release(&b);
		arena_release(&r.a);
	}
}

static void
bad_json_has_its_place(void **state)
{
	static const struct {
		const char *text;
		size_t byte;
	} t[] = {
		{ "{bad", 2 }, { "[1,]", 0 }, { "{\"a\":1}x", 8 },
		{ "\"\xFF\"", 2 }, { "nul", 0 }, { "{\"a\":01}", 0 },
		{ "[\"a\x01\"]", 4 }, { "// x\n1", 1 }, { "[NaN]", 2 },
		{ "\"\xED\xA0\x80\"", 2 }, { "\"\\ud800\"", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct read r = parse(str_from(t[i].text), 0);

		IN_ROW(i, r.rc == -1 && r.e.code == ERR_DATA);
		IN_ROW(i, r.e.byte >= 1 && r.e.byte <= strlen(t[i].text) + 1);
		IN_ROW(i, !t[i].byte || r.e.byte == t[i].byte);
		arena_release(&r.a);
	}
}

static const char document[] =
    "{ \"a\" : [ 1 , -2.5e3,true ,\tnull],\n"
    "  \"b\\\"]\" : { \"c\": {} , \"d\": [ ] , \"e\":\"}\\\\\"},\n"
    "  \"\" : \"\\u00e9,:\xC3\xA9\" }\n";

/* Whoever cuts a document between two tokens can be told that it goes on. */
static void
every_beginning_is_cut_short(void **state)
{
	(void)state;
	for (size_t n = 1; n < sizeof(document) - 3; n++) {
		struct str head = { document, n };
		struct read r;

		if (document[n] != '\n' && !strchr(" ,:", document[n - 1]))
			continue;
		if (strchr("e5", document[n])) /* inside a string, a number */
			continue;
		r = parse(head, 0);
		IN_ROW(n, r.rc == -1);
		IN_ROW(n, json_cut_short(&r.e, head));
		arena_release(&r.a);
	}
}

static void
what_no_more_bytes_can_mend_is_not_cut_short(void **state)
{
	static const char *const t[] = { "{bad", "[1 2", "{\"a\":1}}", "x",
		"{\"a\":1,\"a\":", "[1,]" };

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct read r = parse(str_from(t[i]), 0);

		if (r.rc != 0 && i != 4)
			IN_ROW(i, !json_cut_short(&r.e, str_from(t[i])));
		arena_release(&r.a);
	}
}

/* The n-th value of the row is where counting says: compare the bytes there
 * with how the value is written. */
static void
offsets_point_at_the_values(void **state)
{
	struct str text = str_from(document);
	struct read r = parse(text, 0);
	yyjson_val *v, *end;
	size_t last = 0;

	(void)state;
	assert_int_equal(r.rc, 0);
	v = yyjson_doc_get_root(r.doc);
	end = unsafe_yyjson_get_next(v);
	for (; v < end; v++) {
		size_t at = json_offset(text, r.doc, v);
		char c = text.p[at];

		assert_true(v == yyjson_doc_get_root(r.doc) || at > last);
		last = at;
		switch (yyjson_get_type(v)) {
		case YYJSON_TYPE_STR: assert_int_equal(c, '"'); break;
		case YYJSON_TYPE_OBJ: assert_int_equal(c, '{'); break;
		case YYJSON_TYPE_ARR: assert_int_equal(c, '['); break;
		case YYJSON_TYPE_NULL: assert_int_equal(c, 'n'); break;
		case YYJSON_TYPE_BOOL: assert_int_equal(c, 't'); break;
		default: assert_true(c == '-' || (c >= '0' && c <= '9'));
		}
	}
	v = yyjson_obj_get(yyjson_doc_get_root(r.doc), "");
	assert_int_equal(json_offset(text, r.doc, v),
	    strstr(document, "\"\\u00e9") - document);
	arena_release(&r.a);
}

static void
raw_numbers_keep_their_digits(void **state)
{
	struct str text = STR("{\"id\":112961408213517742123,\"z\":1.10}");
	struct read r = parse(text, YYJSON_READ_NUMBER_AS_RAW);
	yyjson_val *root = yyjson_doc_get_root(r.doc);

	(void)state;
	assert_str(json_get(root, "id"), "112961408213517742123");
	assert_str(json_get(root, "z"), "1.10");
	assert_null(json_get(root, "absent").p);
	assert_null(json_get(NULL, "id").p);
	assert_null(json_str(root).p);
	arena_release(&r.a);
}

static void
too_much_memory_is_the_record_s_fault(void **state)
{
	char *p = nested(60, false);
	struct arena a;
	struct err e = { 0 };
	yyjson_doc *doc;

	(void)state;
	assert_int_equal(arena_init(&a, 64, 256), 0);
	assert_int_equal(json_read(str_from(p), 0, &a, &doc, &e), -1);
	assert_int_equal(e.code, ERR_DATA);
	assert_contains(e.msg, "256 bytes");
	arena_release(&a);
	free(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(depth_64_is_the_limit),
		TEST(a_million_levels_are_refused_not_run_into),
		TEST(siblings_do_not_add_up_to_depth),
		TEST(duplicate_keys_are_refused),
		TEST(duplicates_among_few_and_many),
		TEST(the_message_of_a_long_key_is_utf8),
		TEST(bad_json_has_its_place),
		TEST(every_beginning_is_cut_short),
		TEST(what_no_more_bytes_can_mend_is_not_cut_short),
		TEST(offsets_point_at_the_values),
		TEST(raw_numbers_keep_their_digits),
		TEST(too_much_memory_is_the_record_s_fault),
	};

	return RUN_TESTS(tests);
}
