#ifndef RULES_H
#define RULES_H
/*
 * rules -- the file rules.json of a pack: the rules, what is permitted, and the
 * items of the law that nobody can see.
 */
#include "pack.h"

/* rules_read(p, f): after pack.json and law.json are there.  Returns 0, or -1
 * with the error set in f. */
int rules_read(struct pack *p, struct conf *f);
#endif
