/*
 * Any bytes as a table: every row that is read has a cell for each column, and
 * the same table written by the book (RFC 4180) gives the same rows.
 */
#include "fuzz.h"
#include "in.h"
#include "json.h"
#include "ndjson.h"
#include "utf8.h"

/* The rows of s as JSON, one a line; *book the same by the book, NULL: not
 * asked for. */
static void
read_table(struct str s, struct buf *lines, struct buf *book)
{
	const struct nd_limits small = { 4096, 1 << 20 };
	struct in in = { .name = "<fuzz>", .fd = fuzz_fd(s) };
	struct ndjson r;
	struct err e = { 0 };
	enum nd_status st;

	if (nd_init(&r, small, &e) != 0)
		abort();
	r.shape = ND_TABLE;
	nd_start(&r, &in, true);
	while ((st = nd_next(&r, &e)) == ND_RECORD || st == ND_BAD) {
		yyjson_val *root = yyjson_doc_get_root(r.doc), *key, *v;
		size_t i, max;
		bool head = book && !book->n;

		LAW(st == ND_RECORD || e.code == ERR_DATA);
		if (st == ND_BAD)
			continue;
		LAW(yyjson_obj_size(root) == r.rows.n);
		buf_put(lines, buf_str(&r.rows.json));
		buf_char(lines, '\n');
		for (int names = head; book && names >= 0; names--)
			yyjson_obj_foreach (root, i, max, key, v) {
				struct str cell = json_str(names ? key : v);

				buf_put(book, i ? STR(",\"") : STR("\""));
				for (size_t k = 0; k < cell.n; k++) {
					if (cell.p[k] == '"')
						buf_char(book, '"');
					buf_char(book, cell.p[k]);
				}
				buf_put(book, i + 1 < max ? STR("\"")
				                          : STR("\"\r\n"));
			}
	}
	LAW(st == ND_EOF || in.gz);
	nd_release(&r);
	gz_free(in.gz);
	free(in.raw);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf first = { 0 }, second = { 0 }, book = { 0 };

	read_table((struct str){ (const char *)data, size }, &first, &book);
	if (book.n && book.n < 4096) {
		read_table(buf_str(&book), &second, NULL);
		LAW(str_eq(buf_str(&first), buf_str(&second)));
	}
	buf_release(&first);
	buf_release(&second);
	buf_release(&book);
	return 0;
}
