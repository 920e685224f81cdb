#ifndef LINK_H
#define LINK_H
/*
 * link -- the header Link (RFC 8288).
 */
#include <stdbool.h>

#include "str.h"

/* link_next(header, target): the target of the first link with rel="next" and
 * no other context; it may be relative.  False if there is none. */
bool link_next(struct str header, struct str *target);
#endif
