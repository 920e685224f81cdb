/*
 * limit [-w] -- how fast could any filter over NDJSON be?  Parse each line of
 * standard input with yyjson and copy it with 14 bytes more, as a tool that
 * adds one short member does; with -w write it back with yyjson instead, as one
 * that makes another record does.  No check, no limit, no message.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yyjson.h>

enum { OUT = 1 << 18, POOL = 64 << 20 };

static char out[OUT];
static size_t used;

static void
flush(void)
{
	for (size_t at = 0; at < used;) {
		ssize_t n = write(STDOUT_FILENO, out + at, used - at);

		if (n < 0 && errno != EINTR)
			exit(3);
		at += n > 0 ? (size_t)n : 0;
	}
	used = 0;
}

static void
put(const char *p, size_t n)
{
	while (n) {
		size_t part = OUT - used < n ? OUT - used : n;

		memcpy(out + used, p, part);
		used += part;
		p += part;
		n -= part;
		if (used == OUT)
			flush();
	}
}

int
main(int argc, char **argv)
{
	bool back = argc > 1 && strcmp(argv[1], "-w") == 0;
	int fd = STDIN_FILENO;
	struct stat st;
	char *p, *end;
	void *pool = malloc(POOL);
	yyjson_alc alc;

	if (fd < 0 || fstat(fd, &st) != 0 || !pool || !st.st_size)
		return 3;
	p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (p == MAP_FAILED)
		return 3;
	for (end = p + st.st_size; p < end;) {
		char *nl = memchr(p, '\n', (size_t)(end - p));
		size_t n = (size_t)((nl ? nl : end) - p);
		yyjson_doc *doc;

		(void)yyjson_alc_pool_init(&alc, pool, POOL);
		doc = yyjson_read_opts(p, n, 0, &alc, NULL);
		if (!doc || !n)
			return 1;
		if (back) {
			size_t len;
			char *json = yyjson_write_opts(doc, 0, &alc, &len,
			    NULL);

			if (!json)
				return 1;
			put(json, len);
			put("\n", 1);
		} else {
			put(p, n - 1);
			put(",\"new\":\"value\"}\n", 16);
		}
		p += n + 1;
	}
	flush();
	return 0;
}
