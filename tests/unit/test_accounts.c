/* accounts.h: many accounts, each found by each of its keys. */
#include "accounts.h"

#include <stdio.h>

#include "instant.h"
#include "unit.h"

enum { MANY = 30000 };

static char ids[MANY][24], handles[MANY][24];

/* An account is under several keys in one table: none of them may be taken for
 * that of another owner, wherever they fall. */
static void
each_is_found_by_each_key(void **state)
{
	struct accounts a = { 0 };
	struct err e = { 0 };
	enum basis basis;

	(void)state;
	for (int i = 0; i < MANY; i++) {
		struct declared d = { .account = { STR("x"), { 0 }, { 0 },
			{ 0 }, DAY_NONE, DAY_NONE }, .owner = STR("o"),
			.employee = (uint32_t)i, .verified_on = DAY_NONE };

		(void)snprintf(ids[i], sizeof(ids[i]), "7%06d000", i);
		(void)snprintf(handles[i], sizeof(handles[i]), "Akun_%d", i);
		d.account.id = str_from(ids[i]);
		d.account.handle = str_from(handles[i]);
		assert_int_equal(accounts_add(&a, d, &e), 0);
	}
	assert_int_equal(accounts_index(&a, "t", &e), 0);
	for (int i = 0; i < MANY; i++) {
		struct account by_id = { .platform = STR("X"),
			.id = str_from(ids[i]) };
		struct account by_handle = { .platform = STR("x"),
			.handle = str_from(handles[i]) };
		const struct declared *d;

		d = accounts_find(&a, &by_id, 0, &basis);
		assert_true(d && d->employee == (uint32_t)i &&
		    basis == BASIS_ID);
		d = accounts_find(&a, &by_handle, 0, &basis);
		assert_true(d && d->employee == (uint32_t)i &&
		    basis == BASIS_HANDLE);
	}
	accounts_release(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { TEST(each_is_found_by_each_key) };

	return RUN_TESTS(tests);
}
