#ifndef EXAMPLES_H
#define EXAMPLES_H
/*
 * examples -- a rule carries acts that it must speak of, and acts that it must
 * not; --check judges them all.  An example names the signs of an act, not its
 * words: words are a lexicon's, and a contest's.
 */
#include "evidence.h"
#include "pack.h"

/* examples_run(p, ev, e): judge every example of every rule, with ev to work
 * in.  Returns 0, or -1 with *e set to the first that fails. */
int examples_run(struct pack *p, struct evidence *ev, struct err *e);

/* examples_table(p, e): all items of the law on standard output: which rule
 * sees them, how many examples it has, and which cannot be seen. */
int examples_table(const struct pack *p, struct err *e);
#endif
