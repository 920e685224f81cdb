#include "ndjson.h"

#include <stdlib.h>

#include "json.h"

enum {
	BUF_FIRST = 1 << 18,
	MEM_FIRST = 1 << 20,
	HEAD = 4096, /* what is kept of a line that is too long */
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
	r->ended = r->begun = r->cr = false;
	r->table = r->shape == ND_TABLE;
	r->next = 1;
	rows_reset(&r->rows);
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
}

/* Room for at least one more byte behind r->to, up to limit bytes in all. */
static int
make_room(struct ndjson *r, size_t limit, struct err *e)
{
	size_t cap = r->cap;
	char *p;

	if (!r->buf)
		return err_nomem(e);
	if (r->from) {
		memmove(r->buf, r->buf + r->from, r->to - r->from);
		r->scanned -= r->from;
		r->to -= r->from;
		r->from = 0;
	}
	if (r->cap - r->to >= 2)
		return 0;
	cap = r->cap * 2 < limit ? r->cap * 2 : limit;
	p = realloc(r->buf, cap);
	if (!p)
		return err_nomem(e);
	r->buf = p;
	r->cap = cap;
	return 0;
}

/* Read more behind r->to.  Returns 0 (perhaps r->ended), or -1. */
static int
fill(struct ndjson *r, struct err *e)
{
	long got;

	if (make_room(r, r->max.line + 4, e) != 0)
		return -1;
	if (r->idle && in_waiting(r->in))
		r->idle(r->idle_ctx);
	got = in_read(r->in, r->buf + r->to, r->cap - r->to, e);
	if (got < 0)
		return -1;
	r->ended = got == 0;
	r->to += (size_t)got;
	if (!r->begun && (r->to - r->from >= 3 || r->ended)) {
		r->begun = true;
		if (r->to >= 3 && memcmp(r->buf, "\xEF\xBB\xBF", 3) == 0)
			r->from = r->scanned = 3;
	}
	return 0;
}

/* Throw away a line that is too long; r->text keeps its beginning. */
static int
skip_line(struct ndjson *r, struct err *e)
{
	struct str head = { r->buf + r->from, r->to - r->from };
	char *nl = NULL, last = head.p[head.n - 1];
	size_t n;

	r->bytes = head.n;
	if (head.n > HEAD)
		head.n = HEAD;
	r->text = arena_copy(&r->mem, head);
	if (!r->text.p)
		return err_nomem(e);
	while (!nl && !r->ended) {
		r->from = r->to = r->scanned = 0;
		if (fill(r, e) != 0)
			return -1;
		nl = memchr(r->buf, '\n', r->to);
		n = nl ? (size_t)(nl - r->buf) : r->to;
		r->bytes += n;
		last = n ? r->buf[n - 1] : last;
	}
	r->bytes -= last == '\r';
	r->from = r->scanned = nl ? (size_t)(nl - r->buf) + 1 : r->to;
	return 0;
}

enum line { LINE, LINE_LONG, LINE_END, LINE_FAIL };

/* The next line into r->text. */
static enum line
next_line(struct ndjson *r, struct err *e)
{
	char *nl = NULL;

	for (;;) {
		if (r->begun && r->buf) {
			nl = memchr(r->buf + r->scanned, '\n',
			    r->to - r->scanned);
			r->scanned = r->to;
		}
		if (nl || (r->ended && r->to > r->from))
			break;
		if (r->ended)
			return LINE_END;
		if (r->to - r->from > r->max.line + 1) {
			r->line++;
			return skip_line(r, e) == 0 ? LINE_LONG : LINE_FAIL;
		}
		if (fill(r, e) != 0)
			return LINE_FAIL;
	}
	r->line++;
	r->text.p = r->buf + r->from;
	r->text.n = (nl ? (size_t)(nl - r->buf) : r->to) - r->from;
	r->from = r->scanned = r->from + r->text.n + (nl != NULL);
	if (r->text.n && r->text.p[r->text.n - 1] == '\r')
		r->text.n--;
	r->bytes = r->text.n;
	if (r->text.n <= r->max.line)
		return LINE;
	if (r->text.n > HEAD)
		r->text.n = HEAD;
	return LINE_LONG;
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
		if (fill(r, e) != 0) {
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

/* The next row, with its line end, into r->text. */
static enum line
next_row(struct ndjson *r, struct err *e)
{
	size_t n = 0;

	r->line = r->next;
	for (;;) {
		if (r->begun && r->cr && r->to > r->from) {
			r->from += r->buf[r->from] == '\n';
			r->scanned = r->from;
			r->cr = false;
		}
		if (r->begun && r->to > r->scanned) {
			n = rows_scan(&r->rows, (struct str){
			    r->buf + r->scanned, r->to - r->scanned });
			r->scanned = n ? r->scanned + n : r->to;
		}
		if (n || (r->ended && r->to > r->from))
			break;
		if (r->ended)
			return LINE_END;
		if (r->to - r->from > r->max.line + 1) {
			rows_reset_row(&r->rows);
			r->next++;
			return skip_line(r, e) == 0 ? LINE_LONG : LINE_FAIL;
		}
		if (fill(r, e) != 0)
			return LINE_FAIL;
	}
	r->text = (struct str){ r->buf + r->from, r->scanned - r->from };
	r->from = r->scanned;
	r->cr = r->text.p[r->text.n - 1] == '\r';
	for (size_t i = 0; i < r->text.n; i++)
		r->next += r->text.p[i] == '\n';
	r->next += r->cr;
	if (n)
		r->text.n--;
	r->bytes = r->text.n;
	return LINE;
}

static enum nd_status
from_json(struct ndjson *r, struct err *e)
{
	if (json_read(buf_str(&r->rows.json), r->flags, &r->mem, &r->doc, e) ==
	    0)
		return ND_RECORD;
	return e->code == ERR_FAIL ? ND_FAIL : ND_BAD;
}

static enum nd_status
next_of_table(struct ndjson *r, struct err *e)
{
	enum line got;

	for (;;) {
		do {
			got = next_row(r, e);
		} while (got == LINE && is_blank(r->text));
		if (got == LINE_END)
			return ND_EOF;
		if (got == LINE_FAIL)
			return ND_FAIL;
		if (got == LINE_LONG) {
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
		if (xml)
			err_set(e, ERR_DATA, "document is longer than %zu bytes",
			    r->max.line);
		return ND_BAD;
	}
	if (!xml) {
		if (read_document(r, &why) != 0) {
			if (script)
				*e = why;
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

enum nd_status
nd_next(struct ndjson *r, struct err *e)
{
	enum line got;

	arena_reset(&r->mem);
	r->doc = NULL;
	if (r->table)
		return next_of_table(r, e);
	do {
		got = next_line(r, e);
	} while (got == LINE && is_blank(r->text));
	if (got == LINE_END)
		return ND_EOF;
	if (got == LINE_FAIL)
		return ND_FAIL;
	if (got == LINE_LONG) {
		err_set(e, ERR_DATA, "line of %zu bytes is longer than %zu",
		    r->bytes, r->max.line);
		return ND_BAD;
	}
	if (r->shape == ND_LINES) {
		if (rows_line(&r->rows, r->text, e) == 0)
			return from_json(r, e);
		return e->code == ERR_FAIL ? ND_FAIL : ND_BAD;
	}
	if (json_read(r->text, r->flags, &r->mem, &r->doc, e) == 0) {
		r->docs = false;
		return ND_RECORD;
	}
	if (e->code == ERR_FAIL)
		return ND_FAIL;
	return r->docs ? try_document(r, e) : ND_BAD;
}
