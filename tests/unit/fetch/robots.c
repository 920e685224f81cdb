/*
 * Rules of more sites than there is memory for: the site that is too much is
 * not asked, and nothing else is lost.
 */
#include "robots.h"

#include "unit.h"

static void
test_full(void **state)
{
	struct answer a = { .status = 200,
		.body = STR("User-agent: *\nDisallow: /a\n") };
	const struct robots_site *h;
	struct robots r;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(robots_init(&r, &e), 0);
	assert_non_null(robots_learn(&r, STR("https://a.example"), &a, &e));
	r.mem.cap = r.mem.used + 16;
	h = robots_learn(&r, STR("https://b.example"), &a, &e);
	assert_non_null(h);
	assert_true(h->closed);
	assert_false(robots_find(&r, STR("https://a.example"))->closed);
	robots_release(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_full),
	};

	return RUN_TESTS(tests);
}
