/*
 * Any bytes at all through gz, in, ndjson, json and out: what is read is what
 * yyjson reads from the same bytes, every value is where json_offset() says,
 * a member that is spliced in is there and changes nothing else, and all that
 * was written reads back.
 */
#include "fuzz.h"
#include "in.h"
#include "json.h"
#include "ndjson.h"
#include "out.h"
#include "utf8.h"

/* As json_read() does: a number too large for a double stays as written. */
static yyjson_read_flag
oracle_flags(const struct ndjson *r)
{
	return r->flags ? r->flags : YYJSON_READ_BIGNUM_AS_RAW;
}

static void
check_offsets(const struct ndjson *r)
{
	yyjson_val *v = yyjson_doc_get_root(r->doc);
	yyjson_val *end = unsafe_yyjson_get_next(v);
	size_t last = 0, at;
	bool first = true;

	for (size_t n = 0; v < end && n < 64; v++, n++, first = false) {
		at = json_offset(r->text, r->doc, v);
		LAW(at < r->text.n && (first || at > last));
		last = at;
		switch (yyjson_get_type(v)) {
		case YYJSON_TYPE_OBJ: LAW(r->text.p[at] == '{'); break;
		case YYJSON_TYPE_ARR: LAW(r->text.p[at] == '['); break;
		case YYJSON_TYPE_STR: LAW(r->text.p[at] == '"'); break;
		default: LAW(strchr("-0123456789tfn", r->text.p[at]));
		}
	}
}

/* The line with "+":[1] in it, as out_splice() writes it. */
static void
check_splice(const struct ndjson *r)
{
	yyjson_val *root = yyjson_doc_get_root(r->doc), *key, *got;
	struct out o;
	struct err e = { 0 };
	yyjson_doc *doc;
	struct str line;

	if (!yyjson_is_obj(root) || r->text.n > 60000 ||
	    json_assignment(r->text) || yyjson_obj_get(root, "+") || memchr(r->text.p, '\n', r->text.n))
		return;
	LAW(out_open(&o, NULL, &e) == 0);
	out_splice(&o, r->text, "+", STR("[1]"));
	line = (struct str){ o.buf, o.n };
	doc = yyjson_read_opts(o.buf, o.n, oracle_flags(r), NULL, NULL);
	LAW(doc && line.p[line.n - 1] == '\n');
	LAW(!memchr(line.p, '\n', line.n - 1));
	key = unsafe_yyjson_get_first(root);
	got = unsafe_yyjson_get_first(yyjson_doc_get_root(doc));
	LAW(yyjson_obj_size(yyjson_doc_get_root(doc)) ==
	    yyjson_obj_size(root) + 1);
	for (size_t i = yyjson_obj_size(root); i; i--) {
		LAW(fuzz_same_json(key, got) &&
		    fuzz_same_json(key + 1, got + 1));
		key = unsafe_yyjson_get_next(key + 1);
		got = unsafe_yyjson_get_next(got + 1);
	}
	LAW(str_eq(json_str(got), STR("+")) && yyjson_arr_size(got + 1) == 1);
	yyjson_doc_free(doc);
	o.n = 0;
	o.fd = -1;
	(void)out_close(&o, false, &e);
}

/* A refused line is one that yyjson alone refuses, too, or it is too deep or
 * has a key twice; a row of a table may be JSON and yet no row. */
static void
check_bad(const struct ndjson *r, const struct err *e)
{
	yyjson_doc *doc;
	struct str msg = str_from(e->msg);

	LAW(e->code == ERR_DATA && msg.n && utf8_bad(msg) == msg.n);
	/* What is assigned may go on behind its first line, and break there. */
	LAW(e->byte <= r->text.n + 1 || json_assignment(r->text));
	if (r->table || r->warc.in || strstr(e->msg, "deeper") ||
	    strstr(e->msg, "duplicate") || strstr(e->msg, "longer than") || strstr(e->msg, "memory"))
		return;
	doc = yyjson_read_opts((char *)(uintptr_t)r->text.p, r->text.n,
	    oracle_flags(r), NULL, NULL);
	LAW(!doc);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct nd_limits small = { 4096, 1 << 18 };
	struct ndjson r;
	struct err e = { 0 };
	struct in in = { .name = "<fuzz>" };
	enum nd_status st;
	unsigned long last = 0;

	if (size < 1)
		return 0;
	in.fd = fuzz_fd((struct str){ (const char *)data + 1, size - 1 });
	if (nd_init(&r, small, &e) != 0)
		abort();
	if (data[0] & 2)
		r.flags = YYJSON_READ_NUMBER_AS_RAW;
	nd_start(&r, &in, data[0] & 1);
	while ((st = nd_next(&r, &e)) != ND_EOF && st != ND_FAIL) {
		LAW(r.line > last);
		last = r.line;
		LAW(r.text.n <= r.bytes);
		if (st == ND_BAD)
			check_bad(&r, &e);
		if (st != ND_RECORD || r.table || r.warc.in)
			continue; /* the text is not that of the JSON */
		LAW(r.text.n <= small.line);
		check_offsets(&r);
		check_splice(&r);
	}
	LAW(st == ND_EOF || (e.code == ERR_FAIL && in.gz));
	nd_release(&r);
	gz_free(in.gz);
	free(in.raw);
	return 0;
}
