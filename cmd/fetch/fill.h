#ifndef FILL_H
#define FILL_H
/*
 * fill -- what to ask for an account: the templates of its source with what
 * is known of it, and what has to be asked before.
 */
#include "collect.h"

/* fill_values(c, t, values, e): what is known of an account.  They live until
 * the next account.  0, or -1 with *e set. */
int fill_values(struct collect *c, const struct target *t,
    struct template_values *values, struct err *e);

/* fill_list(c, n, values, v, to, e): the first question of a list.  1; 0: it
 * cannot be asked for, then *v says why; or -1 with *e set. */
int fill_list(struct collect *c, const struct list *n,
    const struct template_values *values, struct coverage *v,
    struct place *to, struct err *e);

/* fill_url(): the same for one URL. */
int fill_url(struct collect *c, struct str template,
    const struct template_values *values, struct coverage *v, struct str *url,
    struct err *e);

/* fill_key(c, p, e): what a list is remembered by.  { NULL, 0 }, and *e is
 * set, if there is no memory. */
struct str fill_key(struct collect *c, const struct place *p, struct err *e);

/* fill_must_resolve(t): what has to be asked before anything else; NULL:
 * nothing. */
const struct str *fill_must_resolve(const struct target *t);

/* fill_resolve(c, t, known, v, e): *known is the target with its id, asked for
 * if need be.  1; 0: there is none, *v says why; -1 with *e set. */
int fill_resolve(struct collect *c, const struct target *t,
    struct target *known, struct coverage *v, struct err *e);

/* fill_home(c, t, values, v, e): find values->home.  As fill_resolve(). */
int fill_home(struct collect *c, const struct target *t,
    struct template_values *values, struct coverage *v, struct err *e);

enum { FILL_DAY = 16 };

/* fill_day(seconds, room): "20241130", in UTC. */
struct str fill_day(int64_t seconds, char room[FILL_DAY]);
#endif
