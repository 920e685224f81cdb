/* contest: an election that contradicts itself is refused with its place. */
#include "contest.h"

#include "instant.h"
#include "unit.h"

static struct contests all;
static struct err err;
static char *path;

static int
load(const char *text)
{
	err = (struct err){ 0 };
	contests_release(&all); /* of a test that failed */
	path = unit_file("contest.json", str_from(text));
	return contests_load(&all, path, &err);
}

static void
done(void)
{
	contests_release(&all);
	unit_unlink(path);
}

#define PEOPLE "\"people\":[{\"id\":\"p\",\"name\":\"N\"}]"

static const char good[] =
    "{\"contest\":\"c\",\n"
    "\"phases\":[{\"id\":\"a\",\"from\":\"2024-01-01\","
    "\"to\":\"2024-01-31\"},\n"
    "  {\"id\":\"b\",\"from\":\"2024-02-02\",\"to\":\"2024-02-29\"}],\n"
    "\"parties\":[{\"id\":\"x\",\"name\":\"X\"}],\n"
    "\"candidates\":[\n"
    " {\"id\":\"one\"," PEOPLE ",\"number\":1,\"drawn_on\":\"2024-01-05\",\n"
    "  \"would_be_from\":\"2024-01-02\",\"designated_on\":\"2024-01-04\",\n"
    "  \"parties\":[\"x\"],\"slogans\":[\"s\"]},\n"
    " {\"id\":\"two\"," PEOPLE ",\"number\":2,\"drawn_on\":\"2024-01-05\",\n"
    "  \"accounts\":[{\"platform\":\"m\",\"handle\":\"h\",\n"
    "    \"withdrawn_on\":\"2024-03-01\"}]}\n"
    "]}";

static int32_t
day(const char *text)
{
	int32_t d = 0;

	assert_true(day_parse(str_from(text), &d));
	return d;
}

static void
a_good_contest(void **state)
{
	const struct candidate *one, *two;

	(void)state;
	assert_int_equal(load(good), 0);
	assert_int_equal(all.n, 1);
	one = contest_candidate(&all, STR("one"));
	two = contest_candidate(&all, STR("two"));
	assert_non_null(one);
	assert_non_null(two);
	assert_null(contest_candidate(&all, STR("three")));
	assert_ptr_equal(one->contest, &all.v[0]);
	assert_ptr_equal(one->parties[0], &all.v[0].parties[0]);
	assert_int_equal(one->number, 1);
	assert_int_equal(two->accounts[0].to, day("2024-02-29"));
	done();
}

static void
phases_and_status_by_day(void **state)
{
	static const struct {
		const char *day, *phase;
		enum status status; /* of candidate one */
	} t[] = {
		{ "2023-12-31", NULL, STATUS_NONE },
		{ "2024-01-01", "a", STATUS_NONE },
		{ "2024-01-02", "a", STATUS_WOULD_BE },
		{ "2024-01-03", "a", STATUS_WOULD_BE },
		{ "2024-01-04", "a", STATUS_CANDIDATE },
		{ "2024-01-31", "a", STATUS_CANDIDATE },
		{ "2024-02-01", NULL, STATUS_CANDIDATE },
		{ "2024-02-29", "b", STATUS_CANDIDATE },
		{ "2024-03-01", NULL, STATUS_CANDIDATE },
	};

	(void)state;
	assert_int_equal(load(good), 0);
	for (size_t i = 0; i < COUNT(t); i++) {
		const struct phase *p = contest_phase(&all.v[0],
		    day(t[i].day));

		IN_ROW(i, (p == NULL) == (t[i].phase == NULL));
		IN_ROW(i, !p || str_eq(p->id, str_from(t[i].phase)));
		IN_ROW(i, candidate_status(&all.v[0].candidates[0],
		    day(t[i].day)) == t[i].status);
	}
	assert_int_equal(candidate_status(&all.v[0].candidates[1],
	    day("2024-02-02")), STATUS_NONE);
	done();
}

#define CONTEST(candidates) \
	"{\"contest\":\"c\",\"candidates\":[" candidates "]}"
#define NUMBER_1 ",\"number\":1,\"drawn_on\":\"2024-01-01\""
#define CAND(id, more) "{\"id\":\"" id "\"," PEOPLE more "}"

static void
contradictions(void **state)
{
	static const struct {
		const char *text, *want;
	} t[] = {
		{ CONTEST(CAND("a", NUMBER_1) ",\n" CAND("b", NUMBER_1)),
		    "candidates[1].number: candidate \"a\" has this number" },
		{ CONTEST(CAND("a", "") ",\n" CAND("a", "")),
		    ":2:7: candidates[1].id: another candidate has this id" },
		{ CONTEST(CAND("a", ",\n\"designated_on\":\"2024-02-30\"")),
		    ":2:17: candidates[0].designated_on: expected a date that "
		    "exists, YYYY-MM-DD, got \"2024-02-30\"" },
		{ CONTEST(CAND("a", ",\"number\":1")),
		    "a number needs the day it was drawn" },
		{ CONTEST(CAND("a", ",\"number\":0")),
		    "candidates[0].number: expected an integer from 1" },
		{ CONTEST(CAND("a", ",\"number\":\"1\"")),
		    "expected an integer from 1 to 9999, got \"1\"" },
		{ CONTEST(CAND("a", ",\"would_be_from\":\"2024-02-02\","
		    "\"designated_on\":\"2024-02-01\"")),
		    "candidates[0].would_be_from: is after" },
		{ CONTEST(CAND("a", ",\"parties\":[\"x\"]")),
		    "candidates[0].parties[0]: no party with this id" },
		{ CONTEST(CAND("a", ",\"slogan\":[\"x\"]")),
		    "candidates[0].slogan: unknown key" },
		{ CONTEST(CAND("a", ",\"slogans\":[\"x\",\"\"]")),
		    "candidates[0].slogans[1]: expected a text" },
		{ CONTEST(CAND("a", ",\"accounts\":[{\"platform\":\"m\"}]")),
		    "candidates[0].accounts[0]: needs an account_id" },
		{ CONTEST("{\"id\":\"a\"}"), "candidates[0]: no \"people\"" },
		{ CONTEST("7"), "candidates[0]: expected an object" },
		{ "{\"contest\":\"c\"}", "no \"candidates\" here" },
		{ "{\"candidates\":[]}", "no \"contest\" here" },
		{ "[]x", ":1:3: " },
		{ "{\"contest\":\"c\",\"candidates\":[],\"phases\":["
		    "{\"id\":\"a\",\"from\":\"2024-01-02\","
		    "\"to\":\"2024-01-01\"}]}",
		    "phases[0].to: is before \"from\"" },
		{ "{\"contest\":\"c\",\"candidates\":[],\"phases\":["
		    "{\"id\":\"a\",\"from\":\"2024-01-01\","
		    "\"to\":\"2024-01-02\"},{\"id\":\"b\","
		    "\"from\":\"2024-01-02\",\"to\":\"2024-01-03\"}]}",
		    "phases[1]: begins before the phase above it ends" },
		{ "[" CONTEST(CAND("a", "")) ",\n{\"contest\":\"d\","
		    "\"candidates\":[" CAND("a", "") "]}]",
		    ":2:36: [1].candidates[0].id: another candidate" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		if (load(t[i].text) == 0 || !strstr(err.msg, t[i].want)) {
			print_error("row %zu: %s\n", i, err.msg);
			fail();
		}
		IN_ROW(i, err.code == ERR_USAGE);
		done();
	}
}

/* A result that cannot be told which contest it is about. */
static void
two_contests_with_one_name(void **state)
{
	(void)state;
	assert_int_equal(load("[" CONTEST(CAND("a", "")) ",\n"
	    CONTEST(CAND("b", "")) "]"), -1);
	assert_contains(err.msg, "contest");
	done();
}

static void
many_files(void **state)
{
	(void)state;
	err = (struct err){ 0 };
	contests_release(&all);
	for (int i = 0; i <= CONTEST_FILES; i++) {
		char text[300];

		(void)snprintf(text, sizeof(text), "[{\"contest\":\"c%d\","
		    "\"candidates\":[{\"id\":\"k%d\"," PEOPLE "}]}]", i, i);
		path = unit_file("many.json", str_from(text));
		IN_ROW(i, (contests_load(&all, path, &err) == 0) ==
		    (i < CONTEST_FILES));
		if (i < CONTEST_FILES)
			unit_unlink(path);
	}
	assert_int_equal(err.code, ERR_USAGE);
	for (size_t i = 0; i < all.n; i++)
		assert_ptr_equal(all.v[i].candidates[0].contest, &all.v[i]);
	done();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_good_contest),
		TEST(phases_and_status_by_day),
		TEST(contradictions),
		TEST(two_contests_with_one_name),
		TEST(many_files),
	};

	return RUN_TESTS(tests);
}
