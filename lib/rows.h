#ifndef ROWS_H
#define ROWS_H
/*
 * rows -- one row of a table (RFC 4180) becomes one JSON object of texts.
 *
 * The first row names the members.  The separator is what the first row
 * shows: ',', ';' or TAB.  A cell in quotes may hold separators, line ends
 * and doubled quotes; elsewhere a quote is a letter.  A row ends in LF, CR LF
 * or CR.
 */
#include "buf.h"
#include "err.h"
#include "str.h"

enum { ROWS_COLUMNS = 256 };

struct rows {
	char separator; /* 0: no first row yet            */
	size_t n;       /* columns                        */
	struct buf names; /* of them: JSON texts, one behind another */
	size_t end[ROWS_COLUMNS]; /* where each ends in names        */
	struct buf json, cell;    /* of the row at work              */
	int state;                /* of rows_scan()                  */
};

/* rows_like(line): does it look like the names of columns, and not like
 * anything else?  At least two, none of them long or with { } [ ]. */
bool rows_like(struct str line);

/* rows_scan(r, s): bytes of s up to and with the last one of the row, or 0 if
 * it does not end in s; then call again with what follows s. */
size_t rows_scan(struct rows *r, struct str s);

/* rows_names(r, row, e): take the first row.  Returns 0, or -1 with *e. */
int rows_names(struct rows *r, struct str row, struct err *e);

/* rows_json(r, row, e): the row as JSON, until the next call, in r->json.
 * Returns 0, or -1 with *e set. */
int rows_json(struct rows *r, struct str row, struct err *e);

/* rows_line(r, line, e): {"text": line}, in r->json, likewise. */
int rows_line(struct rows *r, struct str line, struct err *e);

/* rows_reset_row(r): the row was given up.  rows_reset(r): before another file.
 * rows_release(r): free the buffers. */
void rows_reset_row(struct rows *r);
void rows_reset(struct rows *r);
void rows_release(struct rows *r);
#endif
