#ifndef TABLE_H
#define TABLE_H
/*
 * table -- read a table by the names of its columns (RFC 4180, by libcsv).
 *
 * The first row names the columns, in any order; columns nobody asked for are
 * ignored.  A byte order mark, CR LF, ';' or TAB as separator (seen in the
 * first row), quotes and line breaks within cells are fine.  Cells are text:
 * an id of 18 digits stays as it is.  Spaces around a cell are removed.
 */
#include "arena.h"
#include "err.h"
#include "str.h"

enum { TABLE_COLUMNS = 32 };

struct table_column {
	const char *name;
	bool must; /* the file is wrong without it */
};

struct table_place {
	const char *path;
	unsigned long line; /* where the row begins, from 1 */
};

/* One row: cells in the order of the columns asked for; empty or absent is
 * { NULL, 0 }.  They live in the arena.  Returns 0, or -1 with *e set. */
typedef int table_row(void *ctx, const struct table_place *at,
    const struct str *cells, struct err *e);

/* table_load(path, columns, n, mem, row, ctx, e): call row for each row but the
 * first.  Returns 0, or -1 with *e set (ERR_USAGE, "FILE:LINE: ..."). */
int table_load(const char *path, const struct table_column *columns, size_t n,
    struct arena *mem, table_row *row, void *ctx, struct err *e);

/* table_err(e, at, column, fmt, ...): "FILE:LINE: COLUMN: message"; -1. */
int table_err(struct err *e, const struct table_place *at, const char *column,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
#endif
