#include "rows.h"

#include <string.h>

#include "utf8.h"

enum { START, PLAIN, QUOTED, CLOSING, NAME_MAX_ = 80 };

static char
separator_of(struct str line)
{
	static const char known[] = "\t;,";
	size_t best = 0;
	char sep = ',';

	for (const char *k = known; *k; k++) {
		bool quoted = false;
		size_t n = 0;

		for (size_t i = 0; i < line.n; i++) {
			quoted ^= line.p[i] == '"';
			n += line.p[i] == *k && !quoted;
		}
		if (n > best) {
			best = n;
			sep = *k;
		}
	}
	return sep;
}

bool
rows_like(struct str line)
{
	char sep = separator_of(line);
	size_t columns = 1, len = 0;

	for (size_t i = 0; i < line.n; i++) {
		if (strchr("{}[]<>", line.p[i]))
			return false;
		columns += line.p[i] == sep;
		len = line.p[i] == sep ? 0 : len + 1;
		if (len > NAME_MAX_)
			return false;
	}
	return columns > 1 && columns <= ROWS_COLUMNS;
}

/* Before the first row was read it may be any of those that are known. */
static bool
separates(const struct rows *r, char c)
{
	return r->separator ? c == r->separator
	                    : c == ',' || c == ';' || c == '\t';
}

size_t
rows_scan(struct rows *r, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (r->state == QUOTED) {
			if (c == '"')
				r->state = CLOSING;
			continue;
		}
		if (c == '\n' || c == '\r') {
			r->state = START;
			return i + 1;
		}
		if (c == '"' && r->state != PLAIN)
			r->state = QUOTED;
		else
			r->state = separates(r, c) ? START : PLAIN;
	}
	return 0;
}

/* The cell that *s begins with, into r->cell; *s becomes what follows it, and
 * *more says whether there is another. */
static int
take_cell(struct rows *r, struct str *s, bool *more, struct err *e)
{
	const char *end;

	buf_reset(&r->cell);
	*more = false;
	if (s->n && s->p[0] == '"') {
		*s = str_skip(*s, 1);
		while ((end = s->n ? memchr(s->p, '"', s->n) : NULL)) {
			size_t n = (size_t)(end - s->p);

			buf_put(&r->cell, (struct str){ s->p, n });
			*s = str_skip(*s, n + 1);
			if (!s->n || s->p[0] != '"')
				break;
			buf_char(&r->cell, '"');
			*s = str_skip(*s, 1);
		}
		if (!end)
			return err_set(e, ERR_DATA,
			    "a quote that is opened is never closed");
		if (s->n && s->p[0] != r->separator)
			return err_set(e, ERR_DATA,
			    "text behind a closing quote");
	} else {
		end = s->n ? memchr(s->p, r->separator, s->n) : NULL;
		buf_put(&r->cell,
		    (struct str){ s->p, end ? (size_t)(end - s->p) : s->n });
		*s = str_skip(*s, r->cell.n);
	}
	if (s->n) {
		*more = true;
		*s = str_skip(*s, 1);
	}
	return buf_check(&r->cell, e);
}

static struct str
trimmed(struct str s)
{
	while (s.n && (s.p[0] == ' ' || s.p[0] == '\t'))
		s = str_skip(s, 1);
	while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'))
		s.n--;
	return s;
}

static int
take_names(struct rows *r, struct str row, struct err *e)
{
	bool more = true;

	buf_reset(&r->names);
	for (; more; r->n++) {
		if (r->n == ROWS_COLUMNS)
			return err_set(e, ERR_DATA, "more than %d columns",
			    ROWS_COLUMNS);
		if (take_cell(r, &row, &more, e) != 0)
			return -1;
		buf_json(&r->names, trimmed(buf_str(&r->cell)));
		r->end[r->n] = r->names.n;
	}
	if (utf8_bad(buf_str(&r->names)) < r->names.n)
		return err_set(e, ERR_DATA,
		    "the names of the columns are not UTF-8");
	return buf_check(&r->names, e);
}

static int
wrong_width(const struct rows *r, size_t cells, struct err *e)
{
	if (!r->n)
		return err_set(e, ERR_DATA, "the first row could not be read");
	return err_set(e, ERR_DATA, "%zu cells, but the first row has %zu",
	    cells, r->n);
}

int
rows_names(struct rows *r, struct str row, struct err *e)
{
	r->separator = separator_of(row);
	r->n = 0;
	if (take_names(r, row, e) == 0)
		return 0;
	r->n = 0; /* no other row can be understood */
	return -1;
}

int
rows_json(struct rows *r, struct str row, struct err *e)
{
	bool more = true;
	size_t i = 0, from = 0, bad = utf8_bad(row);

	if (bad < row.n) {
		err_set(e, ERR_DATA, "not UTF-8");
		e->byte = bad + 1;
		return -1;
	}
	buf_reset(&r->json);
	for (; more; i++) {
		if (take_cell(r, &row, &more, e) != 0)
			return -1;
		if (i >= r->n)
			continue;
		buf_char(&r->json, i ? ',' : '{');
		buf_put(&r->json,
		    (struct str){ r->names.p + from, r->end[i] - from });
		buf_char(&r->json, ':');
		buf_json(&r->json, buf_str(&r->cell));
		from = r->end[i];
	}
	if (i != r->n)
		return wrong_width(r, i, e);
	buf_char(&r->json, '}');
	return buf_check(&r->json, e);
}

int
rows_line(struct rows *r, struct str line, struct err *e)
{
	size_t bad = utf8_bad(line);

	if (bad < line.n) {
		err_set(e, ERR_DATA, "not UTF-8");
		e->byte = bad + 1;
		return -1;
	}
	buf_reset(&r->json);
	buf_put(&r->json, STR("{\"text\":"));
	buf_json(&r->json, line);
	buf_char(&r->json, '}');
	return buf_check(&r->json, e);
}

void
rows_reset_row(struct rows *r)
{
	r->state = START;
}

void
rows_reset(struct rows *r)
{
	r->separator = 0;
	r->state = START;
	r->n = 0;
}

void
rows_release(struct rows *r)
{
	buf_release(&r->names);
	buf_release(&r->json);
	buf_release(&r->cell);
}
