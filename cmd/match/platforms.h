#ifndef PLATFORMS_H
#define PLATFORMS_H
/*
 * platforms -- for --check: rows of accounts.csv that no activity can be of.
 */
#include "buf.h"

/* platforms_check(tables, b, e): a line "FILE:LINE: ..." into b for each row of
 * tables[1], accounts.csv, whose platform no installed map gives to an activity.
 * tables[0] is employees.csv.  Returns 0, or -1 with *e set. */
int platforms_check(const char *const tables[2], struct buf *b, struct err *e);
#endif
