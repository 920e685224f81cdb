#ifndef REST_H
#define REST_H
/*
 * rest -- the tables behind the cases: notes, pledges and accounts.
 */
#include "html.h"

/* rest_table(v, columns, n, class): a table up to its <tbody>.  On a narrow
 * screen its rows become blocks, so the caption of a cell is in its header. */
void rest_table(struct view *v, const enum text_key *columns, size_t n,
    const char *class);

/* rest_section(v, id, name): a section up to its heading. */
void rest_section(struct view *v, const char *id, enum text_key name);

/* Each returns 0, or -1 with *e set. */
int rest_put_notes(struct view *v, struct err *e);
int rest_put_units(struct view *v, struct err *e);
#endif
