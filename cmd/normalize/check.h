#ifndef CHECK_H
#define CHECK_H
/*
 * check -- the examples of the map files: payload in, activities out.
 */
#include "items.h"

/* check_examples(w, dir, e): run every example of every file in dir.  Returns
 * 0, or -1 with *e set: "FILE:LINE:COL: examples[0]: ...". */
int check_examples(struct worker *w, const char *dir, struct err *e);
#endif
