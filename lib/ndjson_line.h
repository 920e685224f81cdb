#ifndef NDJSON_LINE_H
#define NDJSON_LINE_H
/*
 * ndjson_line -- the parts of ndjson that find where lines, rows and the items
 * of long lists end; for ndjson.c only.
 */
#include "ndjson.h"

enum nd_line { ND_LINE, ND_LINE_LONG, ND_LINE_LIST, ND_LINE_END, ND_LINE_FAIL };

/* nd_line_next(r, e): the next line into r->text.
 * nd_line_row(r, e): the next row of a table, with its line end. */
enum nd_line nd_line_next(struct ndjson *r, struct err *e);
enum nd_line nd_line_row(struct ndjson *r, struct err *e);

/* nd_list_begin(r): begins at r->from a list, perhaps behind an assignment?  If
 * so it is read in parts from now on.
 * nd_list_next(r, e): its next part, a list of some of its items. */
bool nd_list_begin(struct ndjson *r);
enum nd_status nd_list_next(struct ndjson *r, struct err *e);

/* nd_line_fill(r, e): read more behind r->to.  Returns 0 (perhaps r->ended),
 * or -1 with *e set. */
int nd_line_fill(struct ndjson *r, struct err *e);
#endif
