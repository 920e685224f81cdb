#ifndef PACKS_H
#define PACKS_H
/*
 * packs -- the rules by which the records of a store were scored, and the items
 * of them that were found.
 */
#include "store.h"

/* packs_note(s, score, e): what a record was scored with.  0, or -1 with *e
 * set. */
int packs_note(struct store *s, yyjson_val *score, struct err *e);

/* packs_note_items(s, root, items): the items that findings of a record name, as
 * bits; beyond STORE_ITEMS none.  False if there is no room. */
bool packs_note_items(struct store *s, yyjson_val *root, uint64_t *items);
#endif
