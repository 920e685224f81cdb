#ifndef UNIT_H
#define UNIT_H
/*
 * unit -- what the unit tests share: cmocka, files, pipes, short assertions.
 *
 * Every test_*.c is one program, for one module of lib/.
 */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "arena.h"
#include "buf.h"
#include "err.h"
#include "str.h"

#define TEST(f) cmocka_unit_test(f)
#define RUN_TESTS(tests) \
	(cmocka_run_group_tests((tests), NULL, NULL) != 0)

/* A failure names the line of a table, not the line of the loop. */
#define IN_ROW(i, cond) do { \
	if (!(cond)) { \
		print_error("row %zu: %s\n", (size_t)(i), #cond); \
		fail(); \
	} \
} while (0)

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

#define assert_str(got, want) assert_str_at(__FILE__, __LINE__, got, want)

static inline void
assert_str_at(const char *file, int line, struct str got, const char *want)
{
	if (str_eq(got, str_from(want)))
		return;
	print_error("got  \"%.*s\"\nwant \"%s\"\n", (int)got.n,
	    got.p ? got.p : "", want);
	_fail(file, line);
}

#define assert_contains(text, part) do { \
	if (!strstr((text), (part))) { \
		print_error("\"%s\" lacks \"%s\"\n", (text), (part)); \
		fail(); \
	} \
} while (0)

static inline char *
unit_path(const char *name)
{
	const char *dir = getenv("T");
	char *path;

	if (asprintf(&path, "%s/unit.%d.%s", dir ? dir : "/tmp",
	        (int)getpid(), name) < 0)
		abort();
	return path;
}

/* A file with these bytes; free and unlink by unit_unlink(). */
static inline char *
unit_file(const char *name, struct str bytes)
{
	char *path = unit_path(name);
	FILE *fp = fopen(path, "w");

	if (!fp || (bytes.n && fwrite(bytes.p, 1, bytes.n, fp) != bytes.n) ||
	    fclose(fp) != 0)
		abort();
	return path;
}

static inline void
unit_unlink(char *path)
{
	(void)unlink(path);
	free(path);
}

/* All of a file, and a NUL; to be freed. */
static inline struct str
unit_slurp(const char *path)
{
	FILE *fp = fopen(path, "r");
	size_t cap = 1 << 16, n = 0, got;
	char *p = malloc(cap);

	while (fp && p && (got = fread(p + n, 1, cap - n - 1, fp))) {
		n += got;
		if (n == cap - 1)
			p = realloc(p, cap *= 2);
	}
	if (!fp || !p)
		abort();
	(void)fclose(fp);
	p[n] = '\0';
	return (struct str){ p, n };
}

/* A descriptor to read bytes from, that come by `step` at a time. */
struct unit_feed {
	int fd;
	pid_t writer;
};

/* Only when the pipe is empty is the next piece written, so that the reader
 * gets exactly the pieces. */
static inline _Noreturn void
unit_write_steps(int fd, struct str s, size_t step)
{
	while (s.n) {
		size_t n = step && step < s.n ? step : s.n;
		ssize_t did = write(fd, s.p, n);

		if (did <= 0)
			_exit(0);
		s = str_skip(s, (size_t)did);
	}
	_exit(0);
}

/* With O_DIRECT every write to a pipe is a packet and every read gets one. */
static inline struct unit_feed
unit_feed(struct str s, size_t step)
{
	struct unit_feed f;
	int end[2];

	if (pipe2(end, step ? O_DIRECT : 0) != 0 || (f.writer = fork()) < 0)
		abort();
	if (f.writer == 0) {
		(void)signal(SIGPIPE, SIG_IGN);
		(void)close(end[0]);
		unit_write_steps(end[1], s, step);
	}
	(void)close(end[1]);
	f.fd = end[0];
	return f;
}

static inline void
unit_feed_end(struct unit_feed f)
{
	(void)close(f.fd);
	(void)waitpid(f.writer, NULL, 0);
}
#endif
