/* names: numbers of words, and sets of numbers. */
#include "names.h"

#include "unit.h"

static void
a_word_keeps_its_number(void **state)
{
	static struct names t;
	unsigned photo, like;

	(void)state;
	names_init(&t);
	assert_int_equal(names_find(&t, STR("Create")), NAME_CREATE);
	assert_int_equal(names_find(&t, STR("account")), NAME_ACCOUNT);
	assert_int_equal(names_find(&t, STR("photo")), NAME_NONE);
	assert_int_equal(names_find(&t, STR("")), NAME_NONE);
	assert_int_equal(names_add(&t, STR("")), NAME_NONE);
	photo = names_add(&t, STR("photo"));
	like = names_add(&t, STR("Like"));
	assert_true(photo != NAME_NONE && like != NAME_NONE && photo != like);
	assert_int_equal(names_add(&t, STR("photo")), photo);
	assert_int_equal(names_find(&t, STR("Like")), like);
	/* No folding: a type is written as it is. */
	assert_int_equal(names_find(&t, STR("like")), NAME_NONE);
}

/* All fit, also those that begin at one place; one more does not, and none of
 * the others is lost for it. */
static void
the_last_word_fits(void **state)
{
	static struct names t;
	static char word[NAMES_MAX + 2][8];
	unsigned n = NAMES_FIXED;

	(void)state;
	names_init(&t);
	for (; n <= NAMES_MAX; n++) {
		int len = snprintf(word[n], 8, "a%03uz", n);

		IN_ROW(n, names_add(&t, (struct str){ word[n], (size_t)len }) ==
		    n);
	}
	assert_int_equal(names_add(&t, STR("one more")), NAME_NONE);
	for (n = NAMES_FIXED; n <= NAMES_MAX; n++)
		IN_ROW(n, names_find(&t, str_from(word[n])) == n);
}

static void
a_set_is_walked_in_order(void **state)
{
	static const unsigned in[] = { 1, 63, 64, 127, 128, 200, NAMES_MAX };
	struct set s = { 0 }, other = { 0 };
	unsigned at = 0;

	(void)state;
	assert_int_equal(set_next(&s, 0), NAMES_MAX + 1);
	set_add(&s, NAME_NONE);
	assert_false(set_has(&s, NAME_NONE));
	for (size_t i = 0; i < COUNT(in); i++)
		set_add(&s, in[i]);
	for (size_t i = 0; i < COUNT(in); i++, at++) {
		at = set_next(&s, at);
		IN_ROW(i, at == in[i] && set_has(&s, at));
	}
	assert_int_equal(set_next(&s, at), NAMES_MAX + 1);
	assert_false(set_has(&s, 2));
	set_add(&other, 2);
	assert_false(set_meets(&s, &other));
	set_join(&other, &s);
	assert_true(set_meets(&s, &other) && set_has(&other, 2) &&
	    set_has(&other, NAMES_MAX));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_word_keeps_its_number),
		TEST(the_last_word_fits),
		TEST(a_set_is_walked_in_order),
	};

	return RUN_TESTS(tests);
}
