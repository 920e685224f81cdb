/*
 * How fast a host may be asked: what it says in any of the forms that are in
 * use, the budget of a source, and the pauses between tries.
 */
#include "pace.h"

#include "unit.h"

enum { NOW = 1734487200 }; /* 2024-12-18T02:00:00Z */

/* After an answer the next question has to wait so many seconds. */
static const struct {
	int status;
	const char *retry_after, *remaining, *reset, *limit;
	long wait;
} heard[] = {
	{ 200, NULL, NULL, NULL, NULL, 0 },
	{ 429, "30", NULL, NULL, NULL, 30 },
	{ 503, "30", NULL, NULL, NULL, 30 },
	{ 503, NULL, NULL, NULL, NULL, 0 },
	{ 429, NULL, NULL, NULL, NULL, 60 },
	{ 429, "soon", NULL, NULL, NULL, 60 },
	{ 429, "Wed, 18 Dec 2024 02:01:40 GMT", NULL, NULL, NULL, 100 },
	{ 429, "Wednesday, 18-Dec-24 02:01:40 GMT", NULL, NULL, NULL, 60 },
	{ 429, "Wed, 18 Dec 2024 01:00:00 GMT", NULL, NULL, NULL, 0 },
	/* Mastodon */
	{ 200, NULL, "1", "2024-12-18T02:05:00.123Z", NULL, 0 },
	{ 200, NULL, "0", "2024-12-18T02:05:00.123Z", NULL, 300 },
	{ 429, NULL, "0", "2024-12-18T02:05:00.123Z", NULL, 300 },
	/* X and Bluesky: since 1970; some say it in milliseconds */
	{ 200, NULL, "0", "1734487300", NULL, 100 },
	{ 200, NULL, "0", "1734487300000", NULL, 100 },
	/* Reddit: from now on, with a fraction */
	{ 200, NULL, "0.0", "45", NULL, 45 },
	{ 200, NULL, "3.0", "45", NULL, 0 },
	{ 200, NULL, "0", "1734487000", NULL, 0 },
	/* RateLimit, the draft of today: budgets with names */
	{ 200, NULL, NULL, NULL, "\"default\";r=0;t=30", 30 },
	{ 200, NULL, NULL, NULL, "\"default\";r=50;t=30", 0 },
	{ 200, NULL, NULL, NULL, "\"burst\";r=9;t=1, \"daily\";r=0;t=90", 90 },
	{ 200, NULL, NULL, NULL, "\"a\";r=0;t=5, \"b\";r=0;t=90", 90 },
	{ 200, NULL, NULL, NULL, "\"r=0;t=9\";r=5;t=30", 0 },
	{ 200, NULL, NULL, NULL, "\"a\";r=0", 0 },
	{ 429, NULL, NULL, NULL, "\"a\";r=0;t=33", 33 },
	{ 429, "7", NULL, NULL, "\"a\";r=0;t=33", 7 },
	/* and of before */
	{ 200, NULL, NULL, NULL, "limit=100, remaining=0, reset=20", 20 },
	{ 200, NULL, NULL, NULL, "limit=100, remaining=7, reset=20", 0 },
	/* never for ever */
	{ 429, "99999999", NULL, NULL, NULL, 31L * 86400 },
	{ 429, "99999999999999999999999", NULL, NULL, NULL, 60 },
};

static struct str
text(const char *s)
{
	return s ? str_from(s) : (struct str){ 0 };
}

static void
test_heard(void **state)
{
	const struct source any = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(heard) / sizeof(heard[0]); i++) {
		struct answer a = { .status = heard[i].status,
			.retry_after = text(heard[i].retry_after),
			.remaining = text(heard[i].remaining),
			.reset = text(heard[i].reset),
			.limit = text(heard[i].limit) };
		struct store none = { 0 };
		struct pace p = { .store = &none, .now = NOW,
			.max_wait = 100L * 86400, .random = 1 };
		struct err e = { 0 };
		int64_t until = 0;

		assert_int_equal(pace_init(&p, &e), 0);
		IN_ROW(i, pace_heard(&p, &any, &any.limits, STR("a.example"), &a,
		    &p.mem, &e) == 0);
		IN_ROW(i, pace_ask(&p, &any.limits, STR("a.example"), &until, &e) ==
		    heard[i].wait);
		/* Another host, and the same one with a key, are asked. */
		IN_ROW(i, pace_ask(&p, &any.limits, STR("b.example"), &until, &e) ==
		    0);
		IN_ROW(i, pace_ask(&p, &any.limits, STR("a.example key 1"), &until,
		    &e) == 0);
		pace_release(&p);
	}
}

static void
test_budget(void **state)
{
	const struct source s = { .limits = { 2, 60 } };
	struct store none = { 0 };
	struct pace p = { .store = &none, .now = NOW, .max_wait = 10,
		.random = 1 };
	struct err e = { 0 };
	int64_t until = 0, left = 0;

	(void)state;
	assert_int_equal(pace_init(&p, &e), 0);
	assert_int_equal(pace_left(&p, &s.limits, STR("a"), &left, &e), 0);
	assert_int_equal(left, 2);
	assert_int_equal(pace_ask(&p, &s.limits, STR("a"), &until, &e), 0);
	p.now += 20;
	assert_int_equal(pace_ask(&p, &s.limits, STR("a"), &until, &e), 0);
	assert_int_equal(pace_left(&p, &s.limits, STR("a"), &left, &e), 40);
	assert_int_equal(left, 0);
	/* Longer than --max-wait: in another run. */
	assert_true(pace_ask(&p, &s.limits, STR("a"), &until, &e) > p.max_wait);
	assert_int_equal(until, NOW + 60);
	p.now += 35;
	assert_int_equal(pace_ask(&p, &s.limits, STR("a"), &until, &e), 5);
	p.now += 5;
	assert_int_equal(pace_ask(&p, &s.limits, STR("a"), &until, &e), 0);
	/* A clock that was set back does not lock it. */
	p.now = NOW - 100000;
	assert_int_equal(pace_ask(&p, &s.limits, STR("a"), &until, &e), 0);
	pace_release(&p);
}

static void
test_backoff(void **state)
{
	struct pace p = { .random = 42 }, q = { .random = 42 };

	(void)state;
	for (unsigned n = 1; n < 12; n++) {
		long most = 1000L << (n > 6 ? 6 : n - 1);
		long wait = pace_backoff(&p, n);

		/* About 1, 2, 4 ... seconds: half of it to one and a half. */
		assert_in_range(wait, most / 2, most / 2 + most - 1);
		assert_int_equal(wait, pace_backoff(&q, n));
	}
	q.random = 43;
	assert_int_not_equal(pace_backoff(&p, 1), pace_backoff(&q, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_heard),
		TEST(test_budget),
		TEST(test_backoff),
	};

	return RUN_TESTS(tests);
}
