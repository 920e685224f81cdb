#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include "json.h"

int
fuzz_fd(struct str s)
{
	static int fd = -1;

	if (fd < 0)
		fd = memfd_create("fuzz", 0);
	if (fd < 0 || ftruncate(fd, 0) != 0 ||
	    pwrite(fd, s.p, s.n, 0) != (ssize_t)s.n || lseek(fd, 0, 0) != 0)
		abort();
	return fd;
}

const char *
fuzz_path(struct str s)
{
	static char path[40];

	(void)snprintf(path, sizeof(path), "/proc/self/fd/%d", fuzz_fd(s));
	return path;
}

size_t
fuzz_json_lines(struct str s)
{
	static struct arena mem;
	size_t n = 0;

	if (!mem.first && arena_init(&mem, 1 << 16, 256 << 20) != 0)
		abort();
	for (; s.n; n++) {
		const char *nl = memchr(s.p, '\n', s.n);
		struct str line = { s.p, nl ? (size_t)(nl - s.p) : s.n };
		yyjson_doc *doc;
		struct err e = { 0 };

		LAW(nl != NULL);
		arena_reset(&mem);
		if (json_read(line, 0, &mem, &doc, &e) != 0 ||
		    !yyjson_is_obj(yyjson_doc_get_root(doc))) {
			fprintf(stderr, "not JSON: %s: %.*s\n", e.msg,
			    (int)(line.n < 2000 ? line.n : 2000), line.p);
			abort();
		}
		s = str_skip(s, line.n + 1);
	}
	return n;
}

/* Not recursive: the values of a document stand in a row. */
bool
fuzz_same_json(yyjson_val *a, yyjson_val *b)
{
	yyjson_val *end = unsafe_yyjson_get_next(a);

	for (; a < end; a++, b++) {
		/* Of strings the subtype is a note of the parser's own. */
		if (yyjson_get_type(a) != yyjson_get_type(b) ||
		    (!yyjson_is_str(a) &&
		    yyjson_get_subtype(a) != yyjson_get_subtype(b)))
			return false;
		if (yyjson_is_ctn(a)) {
			if (unsafe_yyjson_get_len(a) !=
			    unsafe_yyjson_get_len(b))
				return false;
		} else if (yyjson_is_str(a) || yyjson_is_raw(a)) {
			if (!str_eq(json_str(a), json_str(b)))
				return false;
		} else if (yyjson_is_num(a) && a->uni.u64 != b->uni.u64) {
			return false;
		}
	}
	return true;
}
