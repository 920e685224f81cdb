#ifndef LAW_H
#define LAW_H
/*
 * law -- the rules that the acts of a page cite, each told in full once.
 *
 * An act names a rule by its number and its law in one line; law_put() tells
 * the rest behind the cases: title, law with its source and how its wording is
 * known, range of sanctions, who decides.  Rules that differ in any of these
 * have numbers of their own, in the order in which the page cites them.
 */
#include "html.h"

/* law_cite(v, a, list, i, rule): the number, from 1, of `rule`, which is entry i
 * of list ("findings", "permitted") of a's score; 0 if there was no room, which
 * view_ready() reports. */
size_t law_cite(struct view *v, const struct act *a, const char *list,
    size_t i, yyjson_val *rule);

/* law_put_line(v, law): "SKB 2/2022 Lampiran II bagian B butir 2; PP ...". */
void law_put_line(struct view *v, yyjson_val *law);

/* law_put(v, e): the section; nothing if nothing was cited.  0, or -1. */
int law_put(struct view *v, struct err *e);
#endif
