#include "ndjson_line.h"

#include <stdlib.h>

#include "json_quick.h"

enum { HEAD = 4096 }; /* what is kept of a line that is too long */

/* Room for at least one more byte behind r->to, and what may be read behind it,
 * up to limit bytes in all. */
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
	if (r->cap - r->to >= 2 + JSON_BEHIND)
		return 0;
	cap = r->cap * 2 < limit ? r->cap * 2 : limit;
	p = realloc(r->buf, cap);
	if (!p)
		return err_nomem(e);
	r->buf = p;
	r->cap = cap;
	return 0;
}

int
nd_line_fill(struct ndjson *r, struct err *e)
{
	long got;

	if (make_room(r, r->max.line + 4 + JSON_BEHIND, e) != 0)
		return -1;
	if (r->idle && in_waiting(r->in))
		r->idle(r->idle_ctx);
	got = in_read(r->in, r->buf + r->to, r->cap - r->to - JSON_BEHIND, e);
	if (got < 0)
		return -1;
	r->ended = got == 0;
	r->to += (size_t)got;
	memset(r->buf + r->to, 0, JSON_BEHIND);
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
		if (nd_line_fill(r, e) != 0)
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

enum nd_line
nd_line_next(struct ndjson *r, struct err *e)
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
			return ND_LINE_END;
		if (r->to - r->from > r->max.line + 1) {
			r->line++;
			if (r->docs && nd_list_begin(r))
				return ND_LINE_LIST;
			return skip_line(r, e) == 0 ? ND_LINE_LONG : ND_LINE_FAIL;
		}
		if (nd_line_fill(r, e) != 0)
			return ND_LINE_FAIL;
	}
	r->line++;
	r->text.p = r->buf + r->from;
	r->text.n = (nl ? (size_t)(nl - r->buf) : r->to) - r->from;
	r->from = r->scanned = r->from + r->text.n + (nl != NULL);
	if (r->text.n && r->text.p[r->text.n - 1] == '\r')
		r->text.n--;
	r->bytes = r->text.n;
	if (r->text.n <= r->max.line)
		return ND_LINE;
	if (r->text.n > HEAD)
		r->text.n = HEAD;
	return ND_LINE_LONG;
}

enum nd_line
nd_line_row(struct ndjson *r, struct err *e)
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
			return ND_LINE_END;
		if (r->to - r->from > r->max.line + 1) {
			rows_reset_row(&r->rows);
			r->next++;
			return skip_line(r, e) == 0 ? ND_LINE_LONG : ND_LINE_FAIL;
		}
		if (nd_line_fill(r, e) != 0)
			return ND_LINE_FAIL;
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
	return ND_LINE;
}
