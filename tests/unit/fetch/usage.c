/*
 * How much is used, as headers of an answer say it: the documented forms, and
 * what is none of them.
 */
#include "usage.h"

#include "unit.h"

static const struct {
	const char *head;
	double percent;
	long wait;
} rows[] = {
	{ "HTTP/1.1 200 OK\r\nX-App-Usage: {\"call_count\":28,"
	  "\"total_time\":25,\"total_cputime\":31}\r\n\r\n", 31, 0 },
	{ "HTTP/1.1 200 OK\r\nx-app-usage:{\"call_count\":1e2}\r\n", 100, 0 },
	{ "X-Business-Use-Case-Usage: {\"1\":[{\"type\":\"pages\","
	  "\"call_count\":9},{\"call_count\":12.5,"
	  "\"estimated_time_to_regain_access\":19}],\"2\":[]}", 12.5, 1140 },
	{ "X-App-Usage: {\"call_count\":3}\nX-App-Usage: "
	  "{\"call_count\":70}\nX-Page-Usage: {\"call_count\":80}\n", 80, 0 },
	/* Says nothing that we read. */
	{ "", 0, 0 },
	{ "X-App-Usage", 0, 0 },
	{ "X-App-Usage:", 0, 0 },
	{ "X-App-Usage: {\"call_count\":99", 0, 0 },
	{ "X-App-Usage: {\"call_count\":\"99\"}", 0, 0 },
	{ "X-App-Usage: {\"call_count\":1,\"call_count\":99}", 0, 0 },
	{ "X-App-Usage: [99]", 0, 0 },
	{ "X-App-Usage: 99", 0, 0 },
	{ "X-App-Usages: {\"call_count\":99}", 0, 0 },
	{ "X-App-Usage: {\"calls\":99,\"call_count\":-1,"
	  "\"estimated_time_to_regain_access\":1e300}", 0, 0 },
};

static void
test_said(void **state)
{
	static struct str headers[] = { { "X-App-Usage", 11 },
		{ "X-Page-Usage", 12 }, { "X-Business-Use-Case-Usage", 25 } };
	static struct str percent[] = { { "call_count", 10 },
		{ "total_time", 10 }, { "total_cputime", 13 } };
	static struct str minutes[] = {
		{ "estimated_time_to_regain_access", 31 } };
	const struct usage u = { { headers, 3 }, { percent, 3 },
		{ minutes, 1 }, 75 };
	struct arena mem = { 0 };

	(void)state;
	assert_int_equal(arena_init(&mem, 1 << 12, 1 << 20), 0);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct used said = usage_said(&u, str_from(rows[i].head),
		    &mem);

		IN_ROW(i, (long)(said.percent * 10) ==
		    (long)(rows[i].percent * 10));
		IN_ROW(i, said.wait == rows[i].wait);
	}
	arena_release(&mem);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_said),
	};

	return RUN_TESTS(tests);
}
