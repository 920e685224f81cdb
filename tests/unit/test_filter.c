/* filter, reject: a whole run of a tool that passes records on. */
#include "filter.h"

#include "unit.h"

static enum done
pass_on(void *ctx, struct run *run, const struct record *rec, struct err *e)
{
	yyjson_val *v = yyjson_obj_get(rec->root, "do");

	(void)ctx;
	if (yyjson_equals_str(v, "drop"))
		return DONE_DROPPED;
	if (yyjson_equals_str(v, "refuse")) {
		err_set(e, ERR_DATA, "refused");
		return DONE_FAILED;
	}
	out_line(run->out, rec->text);
	return DONE_OUT;
}

struct result {
	int status; /* as waitpid(2) gives it */
	struct str out, err;
};

/* Run the tool in a child; close_fd (if not -1) is closed before. */
static struct result
run_tool(struct str input, int close_fd, char **argv)
{
	char *in = unit_file("in", input), *out = unit_path("out");
	char *msg = unit_path("err");
	struct result r = { 0 };
	int argc = 0;
	pid_t pid = fork();

	while (argv[argc])
		argc++;
	if (pid == 0) {
		static const struct opt none[] = { { .type = OPT_END } };
		struct filter f = { .cli = { "pass", "passes on", "[FILE ...]",
			none, NULL }, .record = pass_on };

		if (!freopen(in, "r", stdin) || !freopen(out, "w", stdout) ||
		    !freopen(msg, "w", stderr))
			_exit(99);
		(void)setvbuf(stderr, NULL, _IONBF, 0);
		if (close_fd >= 0)
			(void)close(close_fd);
		_exit(filter_main(&f, argc, argv));
	}
	assert_int_equal(waitpid(pid, &r.status, 0), pid);
	r.out = unit_slurp(out);
	r.err = unit_slurp(msg);
	unit_unlink(in);
	unit_unlink(out);
	unit_unlink(msg);
	return r;
}

static void
release(struct result *r)
{
	free((char *)(uintptr_t)r->out.p);
	free((char *)(uintptr_t)r->err.p);
}

#define ARGV(...) ((char *[]){ (char *)(uintptr_t)"pass", __VA_ARGS__ })
#define S(lit) ((char *)(uintptr_t)(lit))
#define EXITED(r) (WIFEXITED((r).status) ? WEXITSTATUS((r).status) : -1)

static void
all_are_counted(void **state)
{
	struct result r = run_tool(STR("{\"a\":1}\n{\"do\":\"drop\"}\n"
	    "{bad\n[1]\n{\"do\":\"refuse\"}\n\n{}\n"), -1, ARGV(S("--stats"), NULL));

	(void)state;
	assert_int_equal(EXITED(r), 1);
	assert_str(r.out, "{\"a\":1}\n{}\n");
	assert_contains(r.err.p, "pass: in 6, out 2, dropped 1, rejected 3\n");
	assert_contains(r.err.p, "pass: <stdin>:4: expected an object");
	assert_contains(r.err.p, "pass: 3 of 6 records refused\n");
	release(&r);
}

/* A key of 81 bytes whose last character is cut by "its first 80". */
#define K11 "kkkkkkkkkkk"
#define K77 K11 K11 K11 K11 K11 K11 K11
#define VOTE "\xF0\x9F\x97\xB3"

/* Every line of --reject FILE is JSON, whatever was refused and why. */
static void
what_is_refused_is_json(void **state)
{
	static const struct str lines[] = {
		{ "{\"a\":\"\xFF\"}", 9 }, { "\0\1\2", 3 },
		{ "{\"a\":1,\"a\":1}", 13 },
		{ "{\"" K77 VOTE "\":1,\"" K77 VOTE "\":1}", 0 },
		{ "<\x1B[31m\"\\\t>", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		char *path = unit_path("reject.ndjson");
		struct str line = lines[i].n ? lines[i]
		                             : str_from(lines[i].p);
		struct result r = run_tool(line, -1,
		    ARGV(S("--reject"), path, NULL));
		struct str got = unit_slurp(path);
		yyjson_doc *doc = yyjson_read(got.p, got.n, 0);
		yyjson_val *root = yyjson_doc_get_root(doc);

		IN_ROW(i, EXITED(r) == 1);
		IN_ROW(i, got.n && got.p[got.n - 1] == '\n' && doc);
		IN_ROW(i, yyjson_get_uint(yyjson_obj_get(root, "bytes")) ==
		    line.n);
		yyjson_doc_free(doc);
		free((char *)(uintptr_t)got.p);
		release(&r);
		unit_unlink(path);
	}
}

/* A name is bytes; the record of a refusal is UTF-8 all the same. */
static void
a_file_name_that_is_not_utf8(void **state)
{
	char *in = unit_file("caf\xE9", STR("{bad\n"));
	char *path = unit_path("reject.ndjson");
	struct result r = run_tool(STR(""), -1,
	    ARGV(S("--reject"), path, in, NULL));
	struct str got = unit_slurp(path);
	yyjson_doc *doc = yyjson_read(got.p, got.n, 0);

	(void)state;
	assert_int_equal(EXITED(r), 1);
	assert_non_null(doc);
	yyjson_doc_free(doc);
	free((char *)(uintptr_t)got.p);
	release(&r);
	unit_unlink(path);
	unit_unlink(in);
}

/* One hostile line may not end the run: every byte of it needs six. */
static void
a_long_line_of_control_characters_costs_only_itself(void **state)
{
	enum { N = 12 << 20 };
	char *line = malloc(N + 4), *path = unit_path("reject.ndjson");
	struct result r;

	(void)state;
	assert_non_null(line);
	memset(line, 1, N);
	memcpy(line + N, "\n{}\n", 4);
	r = run_tool((struct str){ line, N + 4 }, -1,
	    ARGV(S("--reject"), path, NULL));
	if (EXITED(r) != 1)
		print_error("%s", r.err.p);
	assert_int_equal(EXITED(r), 1);
	assert_str(r.out, "{}\n");
	release(&r);
	free(line);
	unit_unlink(path);
}

/* A descriptor that the caller has closed is not handed to the first file
 * that is opened: records must not go to the refused ones, nor messages into
 * the output. */
static void
closed_descriptors_are_not_taken_over(void **state)
{
	char *out = unit_path("kept"), *rej = unit_path("reject.ndjson");
	struct result r;
	struct str got;

	(void)state;
	r = run_tool(STR("{}\n{bad\n"), STDERR_FILENO,
	    ARGV(S("-o"), out, NULL));
	got = unit_slurp(out);
	assert_str(got, "{}\n");
	assert_int_equal(EXITED(r), 1);
	free((char *)(uintptr_t)got.p);
	release(&r);

	r = run_tool(STR("{}\n{bad\n"), STDOUT_FILENO,
	    ARGV(S("--reject"), rej, NULL));
	assert_int_equal(EXITED(r), 3);
	assert_contains(r.err.p, "<stdout>: write: ");
	if (access(rej, F_OK) == 0) {
		got = unit_slurp(rej);
		assert_null(strstr(got.p, "{}\n"));
		free((char *)(uintptr_t)got.p);
	}
	release(&r);
	(void)unlink(rej);
	free(rej);
	unit_unlink(out);
}

static void
an_input_that_is_missing_is_no_empty_result(void **state)
{
	struct result r = run_tool(STR("{}\n"), -1,
	    ARGV(S("-"), S("/nonexistent"), NULL));

	(void)state;
	assert_int_equal(EXITED(r), 3);
	assert_contains(r.err.p, "pass: /nonexistent: No such file");
	release(&r);
}

static void
wrong_command_lines(void **state)
{
	static const struct {
		const char *arg, *want;
	} t[] = {
		{ "--nope", "pass: unknown option --nope" },
		{ "-Z", "pass: unknown option -Z" },
		{ "--quiet=1", "pass: unknown option --quiet=1, or a value" },
		{ "-o", "pass: -o needs a value" },
		{ "--line-max=0", "'0' is not a number from 1 to 1024" },
		{ "--line-max=1x", "'1x' is not a number" },
		{ "--line-max=99999999999999999999", "is not a number" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct result r = run_tool(STR("{}\n"), -1,
		    ARGV(S(t[i].arg), NULL));

		IN_ROW(i, EXITED(r) == 2);
		IN_ROW(i, r.out.n == 0);
		assert_contains(r.err.p, t[i].want);
		release(&r);
	}
}

/* The inputs follow one another; each has its own lines. */
static void
many_inputs(void **state)
{
	char *a = unit_file("a", STR("{}\n{\"a\":1}"));
	char *b = unit_file("b", STR("\n{bad\n"));
	struct result r = run_tool(STR("{\"s\":1}"), -1,
	    ARGV(a, S("-"), b, S("--stats"), NULL));

	(void)state;
	assert_int_equal(EXITED(r), 1);
	assert_str(r.out, "{}\n{\"a\":1}\n{\"s\":1}\n");
	assert_contains(r.err.p, ".b:2:2: ");
	assert_contains(r.err.p, "in 4, out 3, dropped 0, rejected 1");
	release(&r);
	unit_unlink(a);
	unit_unlink(b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(all_are_counted),
		TEST(what_is_refused_is_json),
		TEST(a_file_name_that_is_not_utf8),
		TEST(a_long_line_of_control_characters_costs_only_itself),
		TEST(closed_descriptors_are_not_taken_over),
		TEST(an_input_that_is_missing_is_no_empty_result),
		TEST(wrong_command_lines),
		TEST(many_inputs),
	};

	return RUN_TESTS(tests);
}
