#ifndef NDJSON_LINE_H
#define NDJSON_LINE_H
/*
 * ndjson_line -- the half of ndjson that finds where lines and rows end; for
 * ndjson.c only.
 */
#include "ndjson.h"

enum nd_line { ND_LINE, ND_LINE_LONG, ND_LINE_END, ND_LINE_FAIL };

/* nd_line_next(r, e): the next line into r->text.
 * nd_line_row(r, e): the next row of a table, with its line end. */
enum nd_line nd_line_next(struct ndjson *r, struct err *e);
enum nd_line nd_line_row(struct ndjson *r, struct err *e);

/* nd_line_fill(r, e): read more behind r->to.  Returns 0 (perhaps r->ended),
 * or -1 with *e set. */
int nd_line_fill(struct ndjson *r, struct err *e);
#endif
