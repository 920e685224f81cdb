/* arena: limits, growth in place, blocks. */
#include "unit.h"

static void
all_is_aligned_and_apart(void **state)
{
	struct arena a;
	unsigned char *p[64];

	(void)state;
	assert_int_equal(arena_init(&a, 256, 1 << 20), 0);
	for (size_t i = 0; i < COUNT(p); i++) {
		p[i] = arena_alloc(&a, 1, i + 1);
		assert_non_null(p[i]);
		assert_int_equal((uintptr_t)p[i] % 16, 0);
		memset(p[i], (int)i, i + 1);
	}
	for (size_t i = 0; i < COUNT(p); i++)
		for (size_t k = 0; k <= i; k++)
			assert_int_equal(p[i][k], i);
	arena_release(&a);
}

static void
the_limit_counts_what_was_handed_out(void **state)
{
	struct arena a;

	(void)state;
	assert_int_equal(arena_init(&a, 64, 1024), 0);
	for (int i = 0; i < 2; i++) {
		assert_non_null(arena_alloc(&a, 1, 1000));
		assert_false(a.full);
		assert_null(arena_alloc(&a, 1, 17));
		assert_true(a.full);
		assert_false(a.oom);
		assert_non_null(arena_alloc(&a, 1, 16));
		assert_null(arena_alloc(&a, 1, 1));
		arena_reset(&a);
		assert_false(a.full);
		assert_int_equal(a.used, 0);
	}
	arena_release(&a);
}

static void
sizes_that_overflow_are_refused(void **state)
{
	static const size_t t[][2] = { { SIZE_MAX, 1 }, { 1, SIZE_MAX },
		{ SIZE_MAX / 2, 3 }, { SIZE_MAX - 15, 1 },
		{ (size_t)1 << 32, (size_t)1 << 32 }, { SIZE_MAX, SIZE_MAX } };
	struct arena a;
	char *p;

	(void)state;
	assert_int_equal(arena_init(&a, 64, SIZE_MAX), 0);
	for (size_t i = 0; i < COUNT(t); i++) {
		IN_ROW(i, !arena_alloc(&a, t[i][0], t[i][1]));
		IN_ROW(i, a.full || a.oom);
		arena_reset(&a);
	}
	p = arena_alloc(&a, 1, 8);
	assert_non_null(p);
	assert_null(arena_grow(&a, p, 8, SIZE_MAX));
	assert_null(arena_copy(&a, (struct str){ p, SIZE_MAX }).p);
	arena_release(&a);
}

static void
the_last_one_grows_in_place(void **state)
{
	struct arena a;
	char *p, *q;

	(void)state;
	assert_int_equal(arena_init(&a, 4096, 1 << 20), 0);
	p = arena_alloc(&a, 1, 10);
	memcpy(p, "123456789", 10);
	assert_ptr_equal(arena_grow(&a, p, 10, 16), p);
	assert_ptr_equal(arena_grow(&a, p, 16, 2000), p);
	assert_int_equal(a.used, 2000);
	q = arena_alloc(&a, 1, 16);
	assert_ptr_equal(q, p + 2000);
	/* No longer the last: it moves, and the old bytes come along. */
	q = arena_grow(&a, p, 2000, 2001);
	assert_non_null(q);
	assert_ptr_not_equal(q, p);
	assert_string_equal(q, "123456789");
	arena_release(&a);
}

/* The pattern of a reader that doubles: memory stays near the size. */
static void
a_big_one_alone_in_its_block_grows(void **state)
{
	struct arena a;
	size_t n = 1 << 17;
	unsigned char *p;

	(void)state;
	assert_int_equal(arena_init(&a, 64, 64 << 20), 0);
	p = arena_alloc(&a, 1, n);
	assert_non_null(p);
	memset(p, 0x5A, n);
	for (; n < 32 << 20; n *= 2) {
		p = arena_grow(&a, p, n, n * 2);
		assert_non_null(p);
		assert_int_equal(p[0], 0x5A);
		assert_int_equal(p[n - 1], 0x5A);
		memset(p, 0x5A, n * 2);
		assert_int_equal(a.used, n * 2);
	}
	assert_null(arena_grow(&a, p, n, 65 << 20));
	assert_true(a.full);
	assert_int_equal(p[n - 1], 0x5A);
	arena_release(&a);
}

static void
growing_from_nothing_and_to_less(void **state)
{
	struct arena a;
	char *p;

	(void)state;
	assert_int_equal(arena_init(&a, 64, 1024), 0);
	p = arena_grow(&a, NULL, 0, 100);
	assert_non_null(p);
	assert_ptr_equal(arena_grow(&a, p, 100, 50), p);
	assert_null(arena_grow(&a, p, 100, 2000));
	assert_true(a.full);
	arena_release(&a);
	arena_release(&a);
}

static void
a_copy_ends_in_nul(void **state)
{
	struct arena a;
	struct str s;

	(void)state;
	assert_int_equal(arena_init(&a, 64, 1024), 0);
	s = arena_copy(&a, (struct str){ "a\0b", 3 });
	assert_int_equal(s.n, 3);
	assert_memory_equal(s.p, "a\0b", 4);
	s = arena_copy(&a, (struct str){ NULL, 0 });
	assert_non_null(s.p);
	assert_int_equal(s.p[0], '\0');
	assert_int_equal(s.n, 0);
	arena_release(&a);
}

/* Random calls against a plain model: no byte of one is in another. */
static void
random_use(void **state)
{
	enum { LIVE = 32 };
	struct { unsigned char *p; size_t n; } v[LIVE] = { 0 };
	struct arena a;
	uint32_t x = 12345;

	(void)state;
	assert_int_equal(arena_init(&a, 1000, 8 << 20), 0);
	for (int round = 0; round < 20000; round++) {
		size_t i = (x = x * 1664525u + 1013904223u) >> 27;
		size_t n = 1 + (x >> 8) % (round % 50 ? 300 : 100000);
		unsigned char *p;

		if (round % 500 == 0) {
			arena_reset(&a);
			memset(v, 0, sizeof(v));
		}
		p = v[i].p && n > v[i].n
		    ? arena_grow(&a, v[i].p, v[i].n, n)
		    : arena_alloc(&a, 1, n);
		if (!p) {
			assert_true(a.full);
			continue;
		}
		if (v[i].p && n > v[i].n)
			for (size_t k = 0; k < v[i].n; k++)
				if (p[k] != i)
					fail();
		v[i].p = p;
		v[i].n = n;
		memset(p, (int)i, n);
	}
	arena_release(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(all_is_aligned_and_apart),
		TEST(the_limit_counts_what_was_handed_out),
		TEST(sizes_that_overflow_are_refused),
		TEST(the_last_one_grows_in_place),
		TEST(a_big_one_alone_in_its_block_grows),
		TEST(growing_from_nothing_and_to_less),
		TEST(a_copy_ends_in_nul),
		TEST(random_use),
	};

	return RUN_TESTS(tests);
}
