/* json_quick: what it reads is what json_read() reads, value for value. */
#include "json_quick.h"

#include "unit.h"

/* A line as it stands in a buffer: a byte below ' ' behind it, and others. */
struct line {
	char p[1 << 10];
	size_t n;
};

static struct line
line_of(const char *text, char behind)
{
	struct line l = { .n = strlen(text) };

	memset(l.p, '"', sizeof(l.p));
	memcpy(l.p, text, l.n);
	l.p[l.n] = behind;
	return l;
}

/* Of texts yyjson only sometimes notes that they need no escaping. */
static bool
same_value(yyjson_val *a, yyjson_val *b)
{
	if (yyjson_is_str(a) && yyjson_is_str(b))
		return str_eq(json_str(a), json_str(b));
	if (a->tag != b->tag)
		return false;
	switch (a->tag & YYJSON_TYPE_MASK) {
	case YYJSON_TYPE_NULL:
	case YYJSON_TYPE_BOOL:
		return true;
	default:
		return a->uni.u64 == b->uni.u64;
	}
}

/* Is the line read quickly?  If so, it must be as json_read() has it. */
static bool
quick(const struct line *l)
{
	struct str s = { l->p, l->n };
	struct arena a, b;
	yyjson_doc *got, *want;
	yyjson_val *v, *w, *end;
	struct err e = { 0 };
	bool is;

	assert_int_equal(arena_init(&a, 1 << 16, 1 << 20), 0);
	assert_int_equal(arena_init(&b, 1 << 16, 1 << 20), 0);
	is = json_quick_read(s, &a, &got);
	if (is) {
		assert_int_equal(json_read(s, 0, &b, &want, &e), 0);
		v = got->root;
		w = want->root;
		end = unsafe_yyjson_get_next(w);
		for (; w < end; v++, w++)
			assert_true(same_value(v, w));
	}
	arena_release(&a);
	arena_release(&b);
	return is;
}

static void
common_lines_are_read(void **state)
{
	static const char *const t[] = {
		"{}", "{\"a\":{}}", "{\"a\":[]}", "{\"\":\"\"}", "  {\"a\":1}  ",
		"{ \"a\" : [ 1 , -2.5, 1e3, 0, -0, true, false, null ] }",
		"{\"a\":12345678901234567}", "{\"a\":[[[\"b\"],[]],{\"c\":{}}]}",
		"{\"a\":\"0123456789abcde\",\"b\":\"0123456789abcdef\"}",
		"{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",\"\\n\":\"\\\\\"}",
		"{\"kata\":\"se\xC3\xA9 \xF0\x9F\x97\xB3\",\"\xC3\xA9\":1}",
		"{\"a\":\"\xC3\xA9\\n\xC3\xA9 and more than sixteen\\t\"}",
		"{\"a\":1,\"b\":{\"a\":2},\"c\":[{\"a\":3},{\"a\":4}]}",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++)
		for (const char *behind = "\n\r"; ; behind++) {
			struct line l = line_of(t[i], *behind);

			IN_ROW(i, quick(&l));
			if (!*behind)
				break;
		}
}

static void
the_rest_is_left(void **state)
{
	static const char *const t[] = {
		"", "1", "[]", "\"a\"", "{", "{\"", "{\"a", "{\"a\"", "{\"a\":",
		"{\"a\":1", "{\"a\":\"", "{\"a\":\"\\", "{\"a\":\"b\\\"", "{\"a\":[",
		"{\"a\":[1", "{\"a\":[1,", "{\"a\":[1,]}", "{\"a\":1,}", "{,}",
		"{\"a\" 1}", "{\"a\"::1}", "{a:1}", "{\"a\":1}}", "{\"a\":1]",
		"{\"a\":[1}}", "{\"a\":1}x", "{\"a\":01}", "{\"a\":+1}",
		"{\"a\":1.}", "{\"a\":.5}", "{\"a\":-}", "{\"a\":1e}",
		"{\"a\":tru}", "{\"a\":nul}", "{\"a\":truefalse}", "{\"a\":1 2}",
		"{\"a\":NaN}", "{\"a\":1e400}", "{\"a\":123456789012345678}",
		"{\"a\":\"\\u0041\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\x01\"}",
		"{\"a\":\"\t\"}", "{\"a\":\"\xFF\"}", "{\"a\":\"\xED\xA0\x80\"}",
		"{\"a\":\"\xC3\"}", "{\"a\":1,\"a\":2}",
		"{\"a\":{\"b\":1,\"c\":{\"b\":2},\"b\":3}}",
		"{\"a\\n\":1,\"a\\n\":2}",
		"{\"0123456789abcdef0\":1,\"b\":2,\"0123456789abcdef0\":3}",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct line l = line_of(t[i], '\n');

		IN_ROW(i, !quick(&l));
	}
}

/* As deep as json_read() goes, and no deeper; and not beyond the row of
 * values, however many begin and none ends. */
static void
depth_is_limited(void **state)
{
	(void)state;
	for (int depth = 1; depth < 80; depth++)
		for (int ends = 0; ends < 2; ends++) {
			struct line l = line_of("{\"\":", '\n');

			for (int i = 1; i < depth; i++)
				l.p[l.n++] = '[';
			l.p[l.n++] = '1';
			for (int i = 1; i < depth && ends; i++)
				l.p[l.n++] = ']';
			l.p[l.n++] = '}';
			l.p[l.n] = '\n';
			assert_int_equal(quick(&l), depth <= JSON_DEPTH &&
			    (ends || depth == 1));
		}
}

/* Every byte of some lines exchanged for every sign that matters. */
static void
whatever_is_read_is_the_same(void **state)
{
	static const char *const t[] = {
		"{\"a\":[1,{\"b\":\"c\\n\"}],\"d\":-1.5e3,\"e\":true}",
		"{\"k\":\"a text of more than sixteen bytes\",\"l\":{\"m\":[]}}",
		"{ \"\xC3\xA9\" : \"\xF0\x9F\x97\xB3\" , \"b\" : null }",
	};
	static const char signs[] = "{}[]\",:\\ 01.-+eE\nabntu/\x01\x7F\x80\xC3"
	    "\xA9\xED";
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++)
		for (size_t at = 0; t[i][at]; at++)
			for (size_t k = 0; k < sizeof(signs); k++) {
				struct line l = line_of(t[i], '\n');

				l.p[at] = signs[k];
				n += quick(&l);
			}
	assert_true(n > 500);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(common_lines_are_read),
		TEST(the_rest_is_left),
		TEST(depth_is_limited),
		TEST(whatever_is_read_is_the_same),
	};

	return RUN_TESTS(tests);
}
