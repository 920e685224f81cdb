#include "table.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "utf8.h"

enum { CHUNK = 1 << 16, NOT_ASKED = -1 };

struct load {
	struct table_place at;
	const struct table_column *columns;
	size_t n;
	struct arena *mem;
	table_row *row;
	void *ctx;
	struct err *e;
	bool failed;
	bool named;             /* the first row has been read      */
	int slot[TABLE_COLUMNS];  /* column of the file -> asked for  */
	size_t width;           /* columns in the first row         */
	size_t cell;            /* of the row being read            */
	struct str cells[TABLE_COLUMNS];
	unsigned long line;     /* of the byte being read           */
};

int
table_err(struct err *e, const struct table_place *at, const char *column,
    const char *fmt, ...)
{
	char msg[300];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(msg, sizeof(msg), fmt, ap);
	va_end(ap);
	return err_set(e, ERR_USAGE, "%s:%lu: %s%s%s", at->path, at->line,
	    column ? column : "", column ? ": " : "", msg);
}

static void
fail(struct load *l, const char *column, const char *why)
{
	if (!l->failed)
		table_err(l->e, &l->at, column, "%s", why);
	l->failed = true;
}

static void
on_name(struct load *l, struct str name)
{
	if (l->width == TABLE_COLUMNS) {
		fail(l, NULL, "more than 32 columns");
		return;
	}
	l->slot[l->width] = NOT_ASKED;
	for (size_t i = 0; i < l->n; i++)
		if (str_eq(name, str_from(l->columns[i].name)))
			l->slot[l->width] = (int)i;
	for (size_t i = 0; i < l->width; i++)
		if (l->slot[i] == l->slot[l->width] && l->slot[i] != NOT_ASKED)
			fail(l, l->columns[l->slot[i]].name,
			    "this column is there twice");
	l->width++;
}

static void
on_cell(void *p, size_t n, void *ctx)
{
	struct load *l = ctx;
	struct str s = { p, n };
	size_t i = l->cell++;

	if (l->failed)
		return;
	if (utf8_bad(s) < s.n) {
		fail(l, NULL, "not UTF-8: save the table as \"CSV UTF-8\"");
		return;
	}
	if (!l->named) {
		on_name(l, s);
		return;
	}
	if (i >= l->width || l->slot[i] == NOT_ASKED || !n)
		return;
	s = arena_copy(l->mem, s);
	if (!s.p) {
		err_nomem(l->e);
		l->failed = true;
		return;
	}
	l->cells[l->slot[i]] = s;
}

static void
check_names(struct load *l)
{
	for (size_t c = 0; c < l->n; c++) {
		bool found = false;

		for (size_t i = 0; i < l->width; i++)
			found |= l->slot[i] == (int)c;
		if (!found && l->columns[c].must)
			fail(l, l->columns[c].name, "no such column in the first row");
	}
}

static void
on_row(int c, void *ctx)
{
	struct load *l = ctx;
	char why[80];

	(void)c;
	if (!l->named) {
		check_names(l);
		l->named = true;
	} else if (!l->failed && l->cell && l->cell != l->width) {
		(void)snprintf(why, sizeof(why),
		    "%zu cells, but the first row has %zu", l->cell, l->width);
		fail(l, NULL, why);
	} else if (!l->failed && l->cell) {
		l->failed = l->row(l->ctx, &l->at, l->cells, l->e) != 0;
	}
	l->cell = 0;
	memset(l->cells, 0, sizeof(l->cells));
}

/* Feed line by line, so that a row knows on which line it begins. */
static void
feed(struct load *l, struct csv_parser *p, struct str s)
{
	while (s.n && !l->failed) {
		const char *nl = memchr(s.p, '\n', s.n);
		size_t n = nl ? (size_t)(nl - s.p) + 1 : s.n;

		if (csv_parse(p, s.p, n, on_cell, on_row, l) != n)
			fail(l, NULL, csv_strerror(csv_error(p)));
		l->line += nl != NULL;
		if (l->cell == 0 && nl && !p->quoted)
			l->at.line = l->line;
		s = str_skip(s, n);
	}
}

static unsigned char
separator(struct str s)
{
	static const char sep[] = ";\t";
	const char *nl = memchr(s.p, '\n', s.n);
	size_t n = nl ? (size_t)(nl - s.p) : s.n;

	if (!memchr(s.p, ',', n))
		for (int i = 0; i < 2; i++)
			if (memchr(s.p, sep[i], n))
				return (unsigned char)sep[i];
	return ',';
}

static int
read_all(struct load *l, struct csv_parser *p, int fd, char *buf)
{
	bool first = true;
	ssize_t got;

	while ((got = read(fd, buf, CHUNK)) != 0 && !l->failed) {
		struct str s = { buf, got > 0 ? (size_t)got : 0 };

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_set(l->e, ERR_USAGE, "%s: %s", l->at.path,
			    strerror(errno));
		if (first && str_starts(s, STR("\xEF\xBB\xBF")))
			s = str_skip(s, 3);
		if (first)
			csv_set_delim(p, separator(s));
		first = false;
		feed(l, p, s);
	}
	if (!l->failed && csv_fini(p, on_cell, on_row, l) != 0)
		fail(l, NULL, "a quote that is opened is never closed");
	if (!l->failed && !l->named)
		return err_set(l->e, ERR_USAGE,
		    "%s:1: empty: expected a row of column names", l->at.path);
	return l->failed ? -1 : 0;
}

int
table_load(const char *path, const struct table_column *columns, size_t n,
    struct arena *mem, table_row *row, void *ctx, struct err *e)
{
	struct load l = { .at = { path, 1 }, .columns = columns, .n = n,
		.mem = mem, .row = row, .ctx = ctx, .e = e, .line = 1 };
	struct csv_parser p;
	char *buf;
	int fd, rc;

	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return err_set(e, ERR_USAGE, "%s: %s", path, strerror(errno));
	buf = arena_alloc(mem, 1, CHUNK);
	if (!buf || csv_init(&p, CSV_STRICT | CSV_STRICT_FINI) != 0) {
		(void)close(fd);
		return err_nomem(e);
	}
	rc = read_all(&l, &p, fd, buf);
	csv_free(&p);
	(void)close(fd);
	return rc;
}
