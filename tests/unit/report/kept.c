/* kept: what report keeps: days of an account, lines put aside, items on pages,
 * the draw of a sample. */
#include "draw.h"
#include "lane.h"
#include "pages.h"
#include "rates.h"
#include "spool.h"
#include "roll.h"

#include "unit.h"

/* The same notes forwards and backwards: the same days, the last 62 of them. */
static void
a_lane_knows_no_order(void **state)
{
	struct lane a = { 0 }, b = { 0 };
	unsigned random = 1;
	int32_t day[200];

	(void)state;
	for (int i = 0; i < 200; i++) {
		random = random * 1103515245u + 12345u;
		day[i] = (int32_t)(random >> 16) % 100;
		lane_note(&a, day[i], i % 3 == 0);
	}
	for (int i = 200; i-- > 0;)
		lane_note(&b, day[i], i % 3 == 0);
	assert_int_equal(a.last, b.last);
	assert_true(a.asked == b.asked && a.seen == b.seen);
	for (int i = 0; i < 200; i++)
		assert_int_equal(lane_asked(&a, day[i]),
		    a.last - day[i] < LANE_DAYS);
	lane_note(&a, a.last + 1000, false);
	assert_true(a.asked == 1 && a.seen == 0);
	assert_false(lane_asked(&a, a.last + 1));
}

/* Short and long lines, within the buffer and beyond it, come back whole. */
static void
what_is_put_aside_comes_back(void **state)
{
	enum { N = 400, LONG = 300 << 10 };
	static struct line line[N];
	static char text[LONG];
	struct arena mem, room;
	struct spool s;
	struct str got;
	struct err e;

	(void)state;
	assert_int_equal(arena_init(&mem, 1 << 12, 1 << 20), 0);
	assert_int_equal(arena_init(&room, 1 << 12, 1 << 20), 0);
	assert_int_equal(spool_open(&s, &mem, &e), 0);
	for (int turn = 0; turn < 2; turn++)
		for (size_t i = 0; i < N; i++) {
			size_t n = i % 50 == 49 ? LONG : i * 17 % 5000;

			memset(text, (int)('a' + i % 26), n);
			if (turn == 0) {
				assert_int_equal(spool_put(&s, (struct str){
				    text, n }, &line[i], &e), 0);
				continue;
			}
			assert_int_equal(spool_get(&s, line[i], &room, &got,
			    &e), 0);
			assert_int_equal(got.n, n);
			assert_memory_equal(got.p, text, n);
			arena_reset(&room);
		}
	spool_close(&s);
	arena_release(&room);
	arena_release(&mem);
}

struct sum {
	size_t n;
	uint64_t marks;
};

static void
add_up(void *ctx, uint32_t mark)
{
	struct sum *sum = ctx;

	sum->n++;
	sum->marks += mark;
}

static bool
greater(const void *ctx, uint32_t a, uint32_t b)
{
	(void)ctx;
	return a > b;
}

/* Keys 0 to n - 1, all of them `times`, each time in another order; of marks 1 to
 * 7 the greatest is 7 but for every tenth key, which has only 2. */
static struct sum
tally(uint32_t n, uint32_t times, uint32_t step)
{
	struct roll t = { .over = greater };
	struct sum sum = { 0 };
	struct arena mem;
	struct spool s;
	struct err e;
	char key[32];

	assert_int_equal(arena_init(&mem, 1 << 12, 8 << 20), 0);
	assert_int_equal(spool_open(&s, &mem, &e), 0);
	for (uint32_t i = 0; i < n * times; i++) {
		uint32_t k = (uint32_t)((uint64_t)i * step % n);
		struct str id = { key, (size_t)snprintf(key, sizeof(key),
		    "mastodon:%u", k) };

		assert_int_equal(roll_add(&t, &mem, &s, id, k % 10 == 0 ? 2
		    : i / n + 1 == times ? 7 : i % 7 + 1, &e), 0);
	}
	assert_int_equal(roll_end(&t, &mem, &s, add_up, &sum, &e), 0);
	assert_true(mem.used < 5 << 20);
	spool_close(&s);
	arena_release(&mem);
	return sum;
}

/* Few, as many as the table has, many times as many; once and again. */
static void
a_key_counts_once(void **state)
{
	static const uint32_t n[] = { 1, 10, 196607, 196608, 196609, 1000003 };

	(void)state;
	assert_int_equal(tally(0, 1, 1).n, 0);
	for (size_t i = 0; i < sizeof(n) / sizeof(n[0]); i++)
		for (uint32_t times = 1; times <= 3; times += 2) {
			struct sum sum = tally(n[i], times, i % 2 ? 1 : 7919);

			assert_int_equal(sum.n, n[i]);
			assert_int_equal(sum.marks, (uint64_t)n[i] * 7 -
			    (n[i] + 9) / 10 * 5);
		}
}

static void
an_item_stays_where_it_is(void **state)
{
	struct pages p = { 0 };
	struct arena mem;
	int *first, *one;

	(void)state;
	assert_int_equal(arena_init(&mem, 1 << 12, 1 << 20), 0);
	first = pages_add(&p, &mem, sizeof(*first));
	*first = 0;
	for (int i = 1; i < 10000; i++) {
		one = pages_add(&p, &mem, sizeof(*one));
		assert_non_null(one);
		assert_int_equal(*one, 0);
		*one = i;
	}
	assert_ptr_equal(pages_at(&p, 0), first);
	for (int i = 0; i < 10000; i++)
		assert_int_equal(*(int *)pages_at(&p, (size_t)i), i);
	arena_release(&mem);
}

/* A share draws about its share, and a larger one all that a smaller draws. */
static void
a_draw_is_a_share(void **state)
{
	uint32_t two = 0, ten = 0;
	size_t n_two = 0, n_ten = 0;
	char id[32];

	(void)state;
	assert_true(draw_parse(STR("2%"), &two) && two == 20000);
	assert_true(draw_parse(STR("10.0%"), &ten) && ten == 100000);
	assert_false(draw_parse(STR("%"), &ten) || draw_parse(STR(""), &ten));
	for (int i = 0; i < 20000; i++) {
		struct str s = { id, (size_t)snprintf(id, sizeof(id),
		    "mastodon:%d", i) };
		bool is = draw_takes(two, s);

		n_two += is;
		n_ten += draw_takes(ten, s);
		assert_true(!is || draw_takes(ten, s));
	}
	assert_in_range(n_two, 330, 470);
	assert_in_range(n_ten, 1830, 2170);
}

static void
an_interval_holds_its_share(void **state)
{
	int low, high;

	(void)state;
	for (int n = 10; n < 200; n += 7)
		for (int k = 0; k <= n; k++) {
			rates_interval((size_t)n, (size_t)k, &low, &high);
			assert_true(0 <= low && low * n <= k * 100);
			assert_true(high <= 100 && high * n >= k * 100);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_lane_knows_no_order),
		TEST(what_is_put_aside_comes_back),
		TEST(a_key_counts_once),
		TEST(an_item_stays_where_it_is),
		TEST(a_draw_is_a_share),
		TEST(an_interval_holds_its_share),
	};

	return RUN_TESTS(tests);
}
