#ifndef COUNTS_H
#define COUNTS_H
/*
 * counts -- of a store: each activity once, by its level; notes by employee.
 */
#include "store.h"

void counts_start(struct store *s);

/* counts_add(s, key, level, person, e): person is the number of an employee
 * whose note it is, else -1.  Returns 0, or -1 with *e set. */
int counts_add(struct store *s, struct str key, enum level level,
    int64_t person, struct err *e);
#endif
