#ifndef MEMBER_H
#define MEMBER_H
/*
 * member -- add one member to the record as it came; nothing else changes.
 */
#include "filter.h"

/* member_put(o, rec, key, value): write rec's line with "key":value as its
 * last member.  A member of that name that was there is left out, so that a
 * filter may be run again over its own output: f(f(x)) = f(x). */
void member_put(struct out *o, const struct record *rec, const char *key,
    struct str value);
#endif
