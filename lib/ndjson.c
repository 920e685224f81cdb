#include "ndjson.h"

#include <stdlib.h>

#include "json_quick.h"
#include "ndjson_line.h"

enum {
	BUF_FIRST = 1 << 18,
	MEM_FIRST = 1 << 20,
};

const struct nd_limits nd_limits_default = { 16 << 20, 64 << 20 };

int
nd_init(struct ndjson *r, struct nd_limits max, struct err *e)
{
	*r = (struct ndjson){ .max = max, .cap = BUF_FIRST };
	r->buf = malloc(r->cap);
	if (!r->buf || arena_init(&r->mem, MEM_FIRST, max.mem) != 0)
		return err_nomem(e);
	return 0;
}

void
nd_start(struct ndjson *r, struct in *in, bool docs)
{
	r->in = in;
	r->docs = docs;
	r->line = 0;
	r->from = r->to = r->scanned = 0;
	r->ended = r->begun = r->cr = r->list = false;
	r->table = r->shape == ND_TABLE;
	r->next = 1;
	rows_reset(&r->rows);
	warcin_release(&r->warc);
	if (r->cap > BUF_FIRST) { /* a long line of the file before */
		free(r->buf);
		r->buf = malloc(r->cap = BUF_FIRST);
	}
}

void
nd_release(struct ndjson *r)
{
	free(r->buf);
	r->buf = NULL;
	arena_release(&r->mem);
	rows_release(&r->rows);
	warcin_release(&r->warc);
}

static bool
is_blank(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!strchr(" \t\r", s.p[i]) || !s.p[i])
			return false;
	return true;
}

static bool
begins_with_tag(struct str s)
{
	size_t i = 0;

	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t'))
		i++;
	return i < s.n && s.p[i] == '<';
}

/* Take the whole rest of the input, from the line in r->text on.  Returns
 * false, with nothing consumed but that line, if it is longer than a line may
 * be; *failed if it could not be read. */
static bool
take_all(struct ndjson *r, bool *failed, struct err *e)
{
	size_t back = r->from - (size_t)(r->text.p - r->buf);

	*failed = false;
	r->from -= back;
	while (!r->ended && r->to - r->from <= r->max.line)
		if (nd_line_fill(r, e) != 0) {
			*failed = true;
			return false;
		}
	r->text.p = r->buf + r->from;
	if (!r->ended) {
		r->from = r->scanned = r->from + back;
		return false;
	}
	r->text.n = r->bytes = r->to - r->from;
	r->scanned = r->from + back;
	return true;
}

/* One document, perhaps behind an assignment.  A place is told in the text
 * as it came. */
static int
read_document(struct ndjson *r, struct err *e)
{
	size_t skip = json_assignment(r->text);
	int rc;

	arena_reset(&r->mem);
	rc = json_read(str_skip(r->text, skip), r->flags, &r->mem, &r->doc, e);
	if (rc != 0 && e->byte)
		e->byte += skip;
	return rc;
}

static enum nd_status
from_json(struct ndjson *r, struct err *e)
{
	if (json_read(buf_str(&r->rows.json), r->flags, &r->mem, &r->doc, e) ==
	    0)
		return ND_RECORD;
	e->byte = 0; /* it is one of the JSON that we made */
	return e->code == ERR_FAIL ? ND_FAIL : ND_BAD;
}

static enum nd_status
next_of_table(struct ndjson *r, struct err *e)
{
	enum nd_line got;

	for (;;) {
		do {
			got = nd_line_row(r, e);
		} while (got == ND_LINE && is_blank(r->text));
		if (got == ND_LINE_END)
			return ND_EOF;
		if (got == ND_LINE_FAIL)
			return ND_FAIL;
		if (got == ND_LINE_LONG) {
			err_set(e, ERR_DATA, "a row of more than %zu bytes: a "
			    "quote that is never closed?", r->max.line);
			return ND_BAD;
		}
		if (r->rows.separator)
			break;
		if (rows_names(&r->rows, r->text, e) != 0)
			return e->code == ERR_FAIL ? ND_FAIL : ND_BAD;
	}
	if (rows_json(&r->rows, r->text, e) != 0)
		return e->code == ERR_FAIL ? ND_FAIL : ND_BAD;
	return from_json(r, e);
}

/* The first line is the names of columns: back to its beginning. */
static bool
try_table(struct ndjson *r)
{
	struct str names = r->text;
	const char *cr = memchr(names.p, '\r', names.n);

	if (cr)
		names.n = (size_t)(cr - names.p);
	if (!rows_like(names))
		return false;
	r->docs = false;
	r->table = true;
	r->next = r->line;
	r->from = r->scanned = (size_t)(r->text.p - r->buf);
	return true;
}

/* From the line in r->text on. */
static bool
begin_list(struct ndjson *r)
{
	size_t next = r->from;

	r->from = (size_t)(r->text.p - r->buf);
	if (nd_list_begin(r))
		return true;
	r->from = next;
	return false;
}

/* What is wrong with the line is in *e; with the whole, *why. */
static void
explain(const struct ndjson *r, const struct err *why, struct err *e)
{
	unsigned long line = r->line;
	char first[sizeof(e->msg)];
	size_t byte = e->byte;

	for (size_t i = 0; i < r->text.n && i + 1 < why->byte; i++)
		line += r->text.p[i] == '\n';
	memcpy(first, e->msg, sizeof(first));
	err_set(e, ERR_DATA, "%.200s; as one document: line %lu: %.200s",
	    first, line, why->msg);
	e->byte = byte;
}

/* The line did not parse: is it the beginning of one long document?  The
 * verdict on the line stays in *e if it is not. */
static enum nd_status
try_document(struct ndjson *r, struct err *e)
{
	struct err why = { 0 };
	bool xml = begins_with_tag(r->text), failed;
	bool script = json_assignment(r->text) > 0;
	size_t line_n = r->text.n;

	r->docs = false;
	if (!xml && !script && !json_cut_short(e, r->text))
		return try_table(r) ? next_of_table(r, e) : ND_BAD;
	if (!take_all(r, &failed, &why)) {
		if (failed) {
			*e = why;
			return ND_FAIL;
		}
		if (!xml && begin_list(r))
			return nd_list_next(r, e);
		err_set(e, ERR_DATA, "one document of more than %zu bytes, and "
		    "no list: --line-max %zu reads up to twice as much, with "
		    "more memory", r->max.line, 2 * r->max.line >> 20);
		return ND_BAD;
	}
	if (!xml) {
		if (read_document(r, &why) != 0) {
			if (script)
				*e = why;
			else
				explain(r, &why, e);
			/* Not one document: on with lines. */
			size_t next = r->scanned;

			r->text.n = r->bytes = line_n;
			r->from = r->scanned = next;
			return why.code == ERR_FAIL ? (*e = why, ND_FAIL)
			                            : ND_BAD;
		}
	}
	r->from = r->scanned = r->to;
	return xml ? ND_TEXT : ND_RECORD;
}

static enum nd_status
next_of_warc(struct ndjson *r, struct err *e)
{
	struct warcin_line l;
	int rc = warcin_next(&r->warc, r->flags, &r->mem, &l, e);

	r->line = r->warc.record;
	r->text = l.text;
	r->bytes = l.text.n;
	r->doc = l.doc;
	r->body = l.body;
	if (rc >= 0)
		return rc ? ND_RECORD : ND_EOF;
	return e->code == ERR_DATA ? ND_BAD : ND_FAIL;
}

/* The line in r->text begins evidence: go on behind what was read. */
static enum nd_status
begin_warc(struct ndjson *r, struct err *e)
{
	const char *p = r->text.p;
	struct str begun = { p, (size_t)(r->buf + r->to - p) };

	if (warcin_start(&r->warc, r->in, begun, r->max.line, e) != 0)
		return ND_FAIL;
	return next_of_warc(r, e);
}

/* The line in r->text as JSON. */
static int
read_line(struct ndjson *r, struct err *e)
{
	if (!r->flags && json_quick_read(r->text, &r->mem, &r->doc))
		return 0;
	arena_reset(&r->mem);
	return json_read(r->text, r->flags, &r->mem, &r->doc, e);
}

enum nd_status
nd_next(struct ndjson *r, struct err *e)
{
	enum nd_line got;

	arena_reset(&r->mem);
	r->doc = NULL;
	r->body = (struct str){ 0 };
	if (r->warc.in)
		return next_of_warc(r, e);
	if (r->table)
		return next_of_table(r, e);
	if (r->list)
		return nd_list_next(r, e);
	do {
		got = nd_line_next(r, e);
	} while (got == ND_LINE && is_blank(r->text));
	if (got == ND_LINE_END)
		return ND_EOF;
	if (got == ND_LINE_FAIL)
		return ND_FAIL;
	if (got == ND_LINE_LIST)
		return nd_list_next(r, e);
	if (got == ND_LINE_LONG) {
		err_set(e, ERR_DATA, "line of %zu bytes is longer than %zu "
		    "(--line-max)", r->bytes, r->max.line);
		return ND_BAD;
	}
	if (r->shape == ND_LINES) {
		if (rows_line(&r->rows, r->text, e) == 0)
			return from_json(r, e);
		return e->code == ERR_FAIL ? ND_FAIL : ND_BAD;
	}
	if (r->docs && str_starts(r->text, STR("WARC/1.")))
		return begin_warc(r, e);
	if (read_line(r, e) == 0) {
		r->docs = false;
		return ND_RECORD;
	}
	if (e->code == ERR_FAIL)
		return ND_FAIL;
	return r->docs ? try_document(r, e) : ND_BAD;
}
