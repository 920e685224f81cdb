#ifndef SHEET_H
#define SHEET_H
/*
 * sheet -- one row an act, as CSV (RFC 4180) or TSV, safe for spreadsheets.
 *
 * A cell that begins with = + - @ (after spaces, quotes or marks of direction)
 * would be a formula there, and 16 digits would be rounded: such a cell gets an
 * apostrophe before it.  Line breaks and control characters become spaces.
 */
#include "view.h"

/* sheet_put(v, sep, e): sep is ',' or a tab.  Returns 0, or -1 with *e set. */
int sheet_put(struct view *v, char sep, struct err *e);

/* sheet_row(v, sep, cells, n): one row, its cells guarded. */
void sheet_row(struct view *v, char sep, const struct str *cells, size_t n);
#endif
