/* out: what was written is there, or out_close() says that it may not be. */
#include "out.h"

#include <sys/resource.h>
#include <zlib.h>

#include "unit.h"

/* out_splice() into a file, which is read back. */
static struct str
spliced(const char *line, const char *key, const char *value)
{
	char *path = unit_path("splice");
	struct out o;
	struct err e = { 0 };
	struct str got;

	assert_int_equal(out_open(&o, path, &e), 0);
	out_splice(&o, str_from(line), key, str_from(value));
	assert_int_equal(out_close(&o, true, &e), 0);
	got = unit_slurp(path);
	unit_unlink(path);
	return got;
}

static void
splice_adds_a_member_at_the_end(void **state)
{
	static const struct {
		const char *line, *want;
	} t[] = {
		{ "{\"a\":1}", "{\"a\":1,\"k\":[7]}\n" },
		{ "{}", "{\"k\":[7]}\n" },
		{ "{\"a\":\"}\"}", "{\"a\":\"}\",\"k\":[7]}\n" },
		{ "{\"a\":{}}", "{\"a\":{},\"k\":[7]}\n" },
		{ " {\"a\":1}", " {\"a\":1,\"k\":[7]}\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct str got = spliced(t[i].line, "k", "[7]");

		assert_str(got, t[i].want);
		free((char *)(uintptr_t)got.p);
	}
}

/* Spaces anywhere: the result parses, has the key last, and everything else
 * as it was. */
static void
splice_with_spaces(void **state)
{
	static const char *const t[] = { "{ }", "{\t}", "{ \"a\" : 1 }",
		"{\"a\":1} ", "{\"a\":1}\t \t", "{\"a\":1 } ", "{ } ",
		"  { \"a\":[ { } ] }  ", "{\"a\":1\r}\r" };

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct str got = spliced(t[i], "k", "{\"x\":null}");
		yyjson_doc *was = yyjson_read(t[i], strlen(t[i]), 0);
		yyjson_doc *is = yyjson_read(got.p, got.n, 0);
		yyjson_mut_doc *mut = yyjson_doc_mut_copy(was, NULL), *mis;
		yyjson_mut_val *member = yyjson_mut_obj(mut);

		IN_ROW(i, is != NULL);
		IN_ROW(i, got.p[got.n - 1] == '\n');
		IN_ROW(i, !memchr(got.p, '\n', got.n - 1));
		yyjson_mut_obj_add_null(mut, member, "x");
		yyjson_mut_obj_add_val(mut, yyjson_mut_doc_get_root(mut), "k",
		    member);
		mis = yyjson_doc_mut_copy(is, NULL);
		IN_ROW(i, yyjson_mut_equals(yyjson_mut_doc_get_root(mut),
		    yyjson_mut_doc_get_root(mis)));
		yyjson_mut_doc_free(mut);
		yyjson_mut_doc_free(mis);
		yyjson_doc_free(was);
		yyjson_doc_free(is);
		free((char *)(uintptr_t)got.p);
	}
}

/* Pieces of every size around that of the buffer come out in order. */
static void
pieces_of_all_sizes(void **state)
{
	static const size_t sizes[] = { 0, 1, 65535, 65536, 65537, 1, 200000,
		3, 65535, 1, 1, 131072 };
	char *path = unit_path("sizes"), *p = malloc(200000);
	struct out o;
	struct err e = { 0 };
	struct str got;
	size_t at = 0;

	(void)state;
	assert_non_null(p);
	assert_int_equal(out_open(&o, path, &e), 0);
	for (size_t i = 0; i < COUNT(sizes); i++) {
		memset(p, (int)('a' + i), sizes[i]);
		out_line(&o, (struct str){ p, sizes[i] });
	}
	assert_int_equal(out_close(&o, true, &e), 0);
	got = unit_slurp(path);
	for (size_t i = 0; i < COUNT(sizes); i++) {
		for (size_t k = 0; k < sizes[i]; k++)
			if (got.p[at++] != (char)('a' + i))
				fail();
		assert_int_equal(got.p[at++], '\n');
	}
	assert_int_equal(at, got.n);
	free((char *)(uintptr_t)got.p);
	free(p);
	unit_unlink(path);
}

static void
a_name_in_gz_is_packed(void **state)
{
	static const size_t sizes[] = { 0, 1, 1000, 1000000 };

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		char *path = unit_path("packed.gz"), *p = malloc(sizes[i] + 2);
		char *back = malloc(sizes[i] + 2);
		struct out o;
		struct err e = { 0 };
		gzFile gz;
		uint32_t x = 1;

		assert_true(p && back);
		for (size_t k = 0; k < sizes[i]; k++)
			p[k] = (char)((x = x * 1664525u + 1013904223u) >> 24);
		assert_int_equal(out_open(&o, path, &e), 0);
		out_put(&o, (struct str){ p, sizes[i] / 3 });
		out_flush(&o);
		out_put(&o, (struct str){ p + sizes[i] / 3,
		    sizes[i] - sizes[i] / 3 });
		assert_int_equal(out_close(&o, true, &e), 0);
		gz = gzopen(path, "rb");
		assert_non_null(gz);
		assert_false(gzdirect(gz));
		assert_int_equal(gzread(gz, back, (unsigned)sizes[i] + 1),
		    sizes[i]);
		assert_int_equal(gzclose(gz), Z_OK);
		assert_int_equal(memcmp(p, back, sizes[i]), 0);
		free(p);
		free(back);
		unit_unlink(path);
	}
}

static void
a_full_device_is_a_failure(void **state)
{
	static const size_t sizes[] = { 1, 65536, 65537, 300000 };

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		char *p = calloc(1, sizes[i]);
		struct out o;
		struct err e = { 0 };

		assert_non_null(p);
		assert_int_equal(out_open(&o, "/dev/full", &e), 0);
		out_put(&o, (struct str){ p, sizes[i] });
		out_flush(&o);
		assert_int_equal(o.errnum, ENOSPC);
		out_line(&o, STR("more"));
		assert_int_equal(out_close(&o, true, &e), -1);
		assert_int_equal(e.code, ERR_FAIL);
		assert_contains(e.msg, "/dev/full: write: No space left");
		free(p);
	}
}

static void
the_first_failure_is_the_one_that_is_told(void **state)
{
	struct out o;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(out_open(&o, "/dev/full", &e), 0);
	out_line(&o, STR("x"));
	out_flush(&o);
	(void)close(o.fd); /* from now on EBADF */
	out_line(&o, STR("x"));
	out_flush(&o);
	assert_int_equal(o.errnum, ENOSPC);
	assert_int_equal(out_close(&o, true, &e), -1);
	assert_contains(e.msg, "No space left");
}

/* The old file, until the new one is whole. */
static void
a_file_is_replaced_at_once_or_not_at_all(void **state)
{
	static const struct {
		bool keep, fails;
		const char *want;
	} t[] = { { true, false, "new\n" }, { false, false, "old\n" },
		{ true, true, "old\n" } };

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		char *path = unit_file("atomic", STR("old\n")), *tmp;
		struct out o;
		struct err e = { 0 };
		struct str got;

		assert_true(asprintf(&tmp, "%s.tmp", path) > 0);
		assert_int_equal(out_open(&o, path, &e), 0);
		out_line(&o, STR("new"));
		out_flush(&o);
		got = unit_slurp(path);
		assert_str(got, "old\n");
		free((char *)(uintptr_t)got.p);
		if (t[i].fails)
			o.errnum = EIO;
		IN_ROW(i, (out_close(&o, t[i].keep, &e) == -1) == t[i].fails);
		got = unit_slurp(path);
		assert_str(got, t[i].want);
		IN_ROW(i, access(tmp, F_OK) == -1 && errno == ENOENT);
		free((char *)(uintptr_t)got.p);
		free(tmp);
		unit_unlink(path);
	}
}

/* What is private stays so; a link that lies in the way leads nowhere. */
static void
a_file_keeps_its_mode_and_its_place(void **state)
{
	char *path = unit_file("mode", STR("old\n"));
	char *other = unit_file("other", STR("other\n")), *tmp;
	struct out o;
	struct err e = { 0 };
	struct stat st;
	struct str got;

	(void)state;
	assert_true(asprintf(&tmp, "%s.tmp", path) > 0);
	assert_int_equal(chmod(path, 0600), 0);
	assert_int_equal(out_open(&o, path, &e), 0);
	out_line(&o, STR("new"));
	assert_int_equal(out_close(&o, true, &e), 0);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(symlink(other, tmp), 0);
	assert_int_equal(out_open(&o, path, &e), -1);
	assert_int_equal(out_close(&o, false, &e), 0);
	got = unit_slurp(other);
	assert_str(got, "other\n");
	free((char *)(uintptr_t)got.p);
	assert_int_equal(unlink(tmp), 0);
	free(tmp);
	unit_unlink(other);
	unit_unlink(path);
}

static void
two_never_write_one_file(void **state)
{
	char *path = unit_file("two", STR("old\n"));
	struct out a, b;
	struct err e = { 0 };
	struct str got;

	(void)state;
	assert_int_equal(out_open(&a, path, &e), 0);
	out_line(&a, STR("a"));
	out_flush(&a);
	assert_int_equal(out_open(&b, path, &e), -1);
	assert_int_equal(e.code, ERR_FAIL);
	assert_contains(e.msg, "two.tmp: somebody else writes it");
	assert_int_equal(out_close(&b, false, &e), 0);
	assert_int_equal(out_close(&a, true, &e), 0);
	got = unit_slurp(path);
	assert_str(got, "a\n");
	free((char *)(uintptr_t)got.p);
	assert_int_equal(out_open(&b, path, &e), 0);
	assert_int_equal(out_close(&b, true, &e), 0);
	unit_unlink(path);
}

static void
a_place_that_is_not_there_is_a_failure(void **state)
{
	struct out o;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(out_open(&o, "/nonexistent/x", &e), -1);
	assert_int_equal(e.code, ERR_FAIL);
	assert_contains(e.msg, "No such file");
	assert_int_equal(out_close(&o, false, &e), 0);
	assert_int_equal(out_close(&o, false, &e), 0);
}

/* A slow reader of a pipe that does not block: nothing is lost. */
static void
a_pipe_that_does_not_block(void **state)
{
	enum { N = 1 << 20 };
	int end[2], status;
	pid_t pid;
	size_t got = 0;
	ssize_t n;
	char buf[4096];

	(void)state;
	assert_int_equal(pipe2(end, O_NONBLOCK), 0);
	pid = fork();
	if (pid == 0) {
		struct out o;
		struct err e = { 0 };
		char *p = calloc(1, N);

		(void)close(end[0]);
		if (out_open(&o, NULL, &e) != 0 || !p)
			_exit(1);
		o.fd = end[1];
		out_put(&o, (struct str){ p, N });
		_exit(out_close(&o, true, &e) != 0);
	}
	(void)close(end[1]);
	assert_int_equal(fcntl(end[0], F_SETFL, 0), 0);
	while ((n = read(end[0], buf, sizeof(buf))) > 0)
		got += (size_t)n;
	(void)close(end[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_int_equal(got, N);
}

/* The size limit of a file stops in the middle of a write. */
static void
a_file_that_may_not_grow(void **state)
{
	char *path = unit_path("limit");
	int status;
	pid_t pid = fork();

	(void)state;
	if (pid == 0) {
		struct rlimit limit = { 100000, 100000 };
		struct out o;
		struct err e = { 0 };
		char *p = calloc(1, 300000);

		(void)signal(SIGXFSZ, SIG_IGN);
		(void)setrlimit(RLIMIT_FSIZE, &limit);
		if (!p || out_open(&o, path, &e) != 0)
			_exit(1);
		out_put(&o, (struct str){ p, 300000 });
		if (out_close(&o, true, &e) != -1 || e.code != ERR_FAIL)
			_exit(2);
		_exit(access(path, F_OK) == 0 ? 3 : 0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	unit_unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(splice_adds_a_member_at_the_end),
		TEST(splice_with_spaces),
		TEST(pieces_of_all_sizes),
		TEST(a_name_in_gz_is_packed),
		TEST(a_full_device_is_a_failure),
		TEST(the_first_failure_is_the_one_that_is_told),
		TEST(a_file_is_replaced_at_once_or_not_at_all),
		TEST(a_file_keeps_its_mode_and_its_place),
		TEST(two_never_write_one_file),
		TEST(a_place_that_is_not_there_is_a_failure),
		TEST(a_pipe_that_does_not_block),
		TEST(a_file_that_may_not_grow),
	};

	return RUN_TESTS(tests);
}
