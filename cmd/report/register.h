#ifndef REGISTER_H
#define REGISTER_H
/*
 * register -- what people did: the state of an act's case, its history, and
 * the table of all cases, without names.
 */
#include "html.h"

/* register_put_act(v, a, above): state and deadline of the case of a, or by when
 * to report it unless `above` says so already; its history. */
void register_put_act(struct view *v, const struct act *a, int32_t above);

/* register_put(v, e): the table.  Nothing if there is no ledger.  0 or -1. */
int register_put(struct view *v, struct err *e);

/* register_open(v, state, first): how many cases are open (in that state, if
 * given), the earliest deadline among them in *first, and how many of them
 * are overdue in *late. */
size_t register_open(const struct view *v, const char *state,
    struct str *first, size_t *late);

/* register_next(v): the earliest deadline that has not passed, or empty. */
struct str register_next(const struct view *v);
#endif
