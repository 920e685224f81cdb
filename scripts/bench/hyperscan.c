/*
 * hyperscan WORDS [EMPLOYEES ACCOUNTS] -- match by yyjson and Vectorscan.
 *
 * Read each line, look in object.content for the texts of WORDS (lines of
 * netral-match --words; caseless, leftmost starts, at the edges of words),
 * write the line with a member "match".  Alone it only scans: numbers and
 * places (bytes) of patterns, the longest from each start.  With a roster it
 * does match's job, as far as peer_job.c says.
 *
 * Either way it does less than match: it folds nothing, searches one field,
 * checks no duplicate key, and maps its input.
 */
#include "peer.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OUT = 1 << 18, POOL = 64 << 20, HITS = 4096 };

static char out[OUT];
static size_t used;

static void
flush(void)
{
	if (write(STDOUT_FILENO, out, used) < 0)
		exit(3);
	used = 0;
}

void
put(struct slice s)
{
	while (s.n > OUT - used) {
		size_t part = OUT - used;

		memcpy(out + used, s.p, part);
		used += part;
		s.p += part;
		s.n -= part;
		flush();
	}
	memcpy(out + used, s.p, s.n);
	used += s.n;
}

char *
room(size_t n)
{
	if (n > OUT - used)
		flush();
	return n > OUT ? NULL : out + used;
}

void
put_end(const char *end)
{
	used = (size_t)(end - out);
}

char *
put_number(char *p, size_t v)
{
	char text[24], *from = text + sizeof(text);

	do
		*--from = (char)('0' + v % 10);
	while (v /= 10);
	memcpy(p, from, (size_t)(text + sizeof(text) - from));
	return p + (text + sizeof(text) - from);
}

struct slice
field(yyjson_val *v, const char *key)
{
	yyjson_val *s = yyjson_obj_get(v, key);

	return (struct slice){ yyjson_get_str(s), yyjson_get_len(s) };
}

struct hits {
	struct { unsigned id; size_t from, to; } v[HITS];
	size_t n;
	struct slice text;
};

static int
on_hit(unsigned id, unsigned long long from, unsigned long long to,
    unsigned flags, void *ctx)
{
	struct hits *h = ctx;

	(void)flags;
	if (!at_edges(h->text, from, to))
		return 0;
	if (h->n && h->v[h->n - 1].from == from)
		h->n--;
	if (h->n < HITS) {
		h->v[h->n].id = id;
		h->v[h->n].from = from;
		h->v[h->n++].to = to;
	}
	return 0;
}

static void
scan_line(const struct patterns *p, struct slice line, yyjson_val *root)
{
	static struct hits h;
	char number[96];

	h.n = 0;
	h.text = field(yyjson_obj_get(root, "object"), "content");
	if (h.text.p)
		(void)hs_scan(p->db, h.text.p, (unsigned)h.text.n, 0,
		    p->scratch, on_hit, &h);
	put((struct slice){ line.p, line.n - 1 });
	put(S(",\"match\":["));
	for (size_t i = 0; i < h.n; i++) {
		char *end = number;

		if (i)
			*end++ = ',';
		*end++ = '[';
		end = put_number(end, h.v[i].id);
		*end++ = ',';
		end = put_number(end, h.v[i].from);
		*end++ = ',';
		end = put_number(end, h.v[i].to);
		*end++ = ']';
		put((struct slice){ number, (size_t)(end - number) });
	}
	put(S("]}\n"));
}

int
main(int argc, char **argv)
{
	struct patterns patterns = { 0 };
	void *pool = malloc(POOL);
	struct stat st;
	yyjson_alc alc;
	char *p, *end;

	if ((argc != 2 && argc != 4) || !pool ||
	    fstat(STDIN_FILENO, &st) != 0 || !st.st_size)
		return 2;
	patterns_compile(&patterns, argv[1]);
	if (argc == 4)
		roster_read(argv[2], argv[3]);
	p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE |
	    MAP_POPULATE, STDIN_FILENO, 0);
	if (p == MAP_FAILED)
		return 3;
	for (end = p + st.st_size; p < end;) {
		char *nl = memchr(p, '\n', (size_t)(end - p));
		struct slice line = { p, (size_t)((nl ? nl : end) - p) };
		yyjson_doc *doc;

		(void)yyjson_alc_pool_init(&alc, pool, POOL);
		doc = yyjson_read_opts(p, line.n, 0, &alc, NULL);
		if (!doc)
			return 1;
		(argc == 4 ? job_line : scan_line)(&patterns, line,
		    yyjson_doc_get_root(doc));
		p += line.n + 1;
	}
	flush();
	return 0;
}
