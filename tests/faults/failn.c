/*
 * failn.so -- preloaded: the n-th allocation of the program fails, as the
 * system would let it.
 *
 *	FAIL_NTH=N       the N-th fails, from 1
 *	FAIL_FOREVER=1   and all behind it
 *	FAIL_COUNT=FILE  write how many there were to FILE at the end
 *
 * What the C library and the loader allocate before main() is not counted.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static unsigned long n, nth;
static int count_fd = -1;
static bool started, forever;

/* dlsym() may want memory before we know where the real calloc is. */
static char early[4096];
static size_t early_used;

__attribute__((constructor)) static void
start(void)
{
	const char *text = getenv("FAIL_NTH");
	const char *path = getenv("FAIL_COUNT");

	nth = text ? strtoul(text, NULL, 10) : 0;
	forever = getenv("FAIL_FOREVER") != NULL;
	/* Open now: the program will not be allowed to. */
	if (path)
		count_fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	started = true;
}

__attribute__((destructor)) static void
finish(void)
{
	char text[32];
	int len = snprintf(text, sizeof(text), "%lu\n", n);

	if (count_fd >= 0 && write(count_fd, text, (size_t)len) != len)
		_exit(125);
}

static bool
due(void)
{
	if (!started || (++n != nth && !(forever && nth && n > nth)))
		return false;
	errno = ENOMEM;
	return true;
}

static void *
next(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

void *
malloc(size_t size)
{
	static void *(*real)(size_t);

	if (!real)
		*(void **)&real = next("malloc");
	return due() ? NULL : real(size);
}

void *
calloc(size_t count, size_t size)
{
	static void *(*real)(size_t, size_t);
	static bool looking;

	if (looking) {
		void *p = early + early_used;

		early_used += (count * size + 15) & ~(size_t)15;
		return early_used <= sizeof(early) ? p : NULL;
	}
	if (!real) {
		looking = true;
		*(void **)&real = next("calloc");
		looking = false;
	}
	return due() ? NULL : real(count, size);
}

void *
realloc(void *p, size_t size)
{
	static void *(*real)(void *, size_t);

	if (!real)
		*(void **)&real = next("realloc");
	return due() ? NULL : real(p, size);
}

void
free(void *p)
{
	static void (*real)(void *);

	if ((char *)p >= early && (char *)p < early + sizeof(early))
		return;
	if (!real)
		*(void **)&real = next("free");
	real(p);
}
