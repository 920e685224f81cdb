/*
 * hyperscan PATTERNS -- what match does with texts, by yyjson and Vectorscan:
 * read each line, look for all patterns (one a line in the file, caseless,
 * leftmost starts, at the edges of words) in object.content, write the line
 * with a member "match" that has their numbers and places (bytes), the longest
 * from each start.  It folds nothing, counts no code points, asks nobody whose
 * act it is, checks no duplicate key, maps its input, and writes three numbers
 * for a hit where match writes 150 bytes: id, kind, contest, field, place, text
 * and how.
 */
#include <fcntl.h>
#include <hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yyjson.h>

enum { OUT = 1 << 18, POOL = 64 << 20, HITS = 4096, PATTERNS = 1 << 20 };

static char out[OUT];
static size_t used;

struct hits {
	struct { unsigned id; size_t from, to; } v[HITS];
	size_t n;
	const char *text;
	size_t len;
};

static void
put(const char *p, size_t n)
{
	while (n) {
		size_t part = OUT - used < n ? OUT - used : n;

		memcpy(out + used, p, part);
		used += part;
		p += part;
		n -= part;
		if (used == OUT) {
			if (write(STDOUT_FILENO, out, used) < 0)
				exit(3);
			used = 0;
		}
	}
}

static int
is_word(unsigned char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' &&
	    (c | 0x20) <= 'z') || c >= 0x80;
}

static int
on_hit(unsigned id, unsigned long long from, unsigned long long to,
    unsigned flags, void *ctx)
{
	struct hits *h = ctx;

	(void)flags;
	if (from && is_word((unsigned char)h->text[from]) &&
	    is_word((unsigned char)h->text[from - 1]))
		return 0;
	if (to < h->len && is_word((unsigned char)h->text[to]) &&
	    is_word((unsigned char)h->text[to - 1]))
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

static hs_database_t *
compile(const char *path)
{
	const char **v = calloc(PATTERNS, sizeof(*v));
	unsigned *flags = calloc(PATTERNS, sizeof(*flags));
	unsigned *ids = calloc(PATTERNS, sizeof(*ids)), n = 0;
	size_t *lens = calloc(PATTERNS, sizeof(*lens)), cap = 0;
	hs_compile_error_t *why = NULL;
	hs_database_t *db = NULL;
	FILE *fp = fopen(path, "r");
	char *line = NULL;
	ssize_t got;

	if (!fp || !v || !flags || !ids || !lens)
		exit(2);
	while (n < PATTERNS && (got = getline(&line, &cap, fp)) > 1) {
		v[n] = strndup(line, (size_t)got - 1);
		lens[n] = (size_t)got - 1;
		flags[n] = HS_FLAG_CASELESS | HS_FLAG_SOM_LEFTMOST;
		ids[n] = n;
		n++;
	}
	(void)fclose(fp);
	if (hs_compile_lit_multi(v, flags, ids, lens, n, HS_MODE_BLOCK, NULL,
	        &db, &why) != HS_SUCCESS) {
		fprintf(stderr, "hyperscan: %s\n", why->message);
		exit(2);
	}
	return db;
}

static char *
put_number(char *p, size_t v)
{
	char text[24], *from = text + sizeof(text);

	do
		*--from = (char)('0' + v % 10);
	while (v /= 10);
	memcpy(p, from, (size_t)(text + sizeof(text) - from));
	return p + (text + sizeof(text) - from);
}

static void
one(const char *line, size_t n, yyjson_alc *alc, const hs_database_t *db,
    hs_scratch_t *scratch)
{
	static struct hits h;
	char number[96];
	yyjson_doc *doc = yyjson_read_opts((char *)(size_t)line, n, 0, alc,
	    NULL);
	yyjson_val *text = yyjson_obj_get(yyjson_obj_get(
	    yyjson_doc_get_root(doc), "object"), "content");

	if (!doc)
		exit(1);
	h.n = 0;
	h.text = yyjson_get_str(text);
	h.len = yyjson_get_len(text);
	if (h.text)
		(void)hs_scan(db, h.text, (unsigned)h.len, 0, scratch, on_hit,
		    &h);
	put(line, n - 1);
	put(",\"match\":[", 10);
	for (size_t i = 0; i < h.n; i++) {
		char *p = number;

		if (i)
			*p++ = ',';
		*p++ = '[';
		p = put_number(p, h.v[i].id);
		*p++ = ',';
		p = put_number(p, h.v[i].from);
		*p++ = ',';
		p = put_number(p, h.v[i].to);
		*p++ = ']';
		put(number, (size_t)(p - number));
	}
	put("]}\n", 3);
}

int
main(int argc, char **argv)
{
	hs_database_t *db = argc > 1 ? compile(argv[1]) : NULL;
	hs_scratch_t *scratch = NULL;
	void *pool = malloc(POOL);
	struct stat st;
	yyjson_alc alc;
	char *p, *end;

	if (!db || hs_alloc_scratch(db, &scratch) != HS_SUCCESS || !pool ||
	    fstat(STDIN_FILENO, &st) != 0 || !st.st_size)
		return 2;
	p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE,
	    STDIN_FILENO, 0);
	if (p == MAP_FAILED)
		return 3;
	for (end = p + st.st_size; p < end;) {
		char *nl = memchr(p, '\n', (size_t)(end - p));
		size_t n = (size_t)((nl ? nl : end) - p);

		(void)yyjson_alc_pool_init(&alc, pool, POOL);
		one(p, n, &alc, db, scratch);
		p += n + 1;
	}
	return write(STDOUT_FILENO, out, used) < 0 ? 3 : 0;
}
