#ifndef TOKEN_H
#define TOKEN_H
/*
 * token -- the keys of sources.  They come from the environment, a file that
 * only its owner may read, or a credential of systemd; they go into one header
 * of the first request, and nowhere else.
 */
#include "source.h"
#include "transport.h"

/* token_load(s, mem, e): fill s->token, if there is one, and s->own_id.  Returns 0, or -1
 * with *e set (ERR_USAGE). */
int token_load(struct source *s, struct arena *mem, struct err *e);

/* token_leave_environment(s): once all keys are loaded: /proc/PID/environ has
 * them no more. */
void token_leave_environment(const struct source *s);

/* token_wipe(s): forget it. */
void token_wipe(struct source *s);
#endif
