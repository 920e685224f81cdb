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
	r->ended = r->begun = false;
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

/* The line did not parse: is it the beginning of one long document?  The
 * verdict on the line stays in *e if it is not. */
static enum nd_status
try_document(struct ndjson *r, struct err *e)
{
	struct err why = { 0 };
	bool xml = begins_with_tag(r->text), failed;
	size_t line_n = r->text.n;

	r->docs = false;
	if (!xml && !json_cut_short(e, r->text))
		return ND_BAD;
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
		arena_reset(&r->mem);
		if (json_read(r->text, r->flags, &r->mem, &r->doc, &why) != 0) {
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
	if (json_read(r->text, r->flags, &r->mem, &r->doc, e) == 0) {
		r->docs = false;
		return ND_RECORD;
	}
	if (e->code == ERR_FAIL)
		return ND_FAIL;
	return r->docs ? try_document(r, e) : ND_BAD;
}
