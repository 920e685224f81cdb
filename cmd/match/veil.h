#ifndef VEIL_H
#define VEIL_H
/*
 * veil -- an activity without the name of who did it.
 *
 * The actor becomes {"id": pseudonym, "pseudonym": true}.  What would lead
 * back to the person is replaced by a pseudonym of itself: the members "id",
 * "url" and "source" of the act, of its object and of its origin (a number of
 * a post names its author as well as a name does), and any text in which a
 * handle, id, name or address of the actor stands; in "content", "name" and
 * tags only the place itself.  Everything else stays as it was, in its order.
 */
#include "act.h"
#include "arena.h"
#include "pseudonym.h"

/* veil_line(key, act, line, mem, b, scratch, e): the line anew, into b.  Returns 0, or
 * -1 with *e set. */
int veil_line(const struct pseudonym *key, const struct act *act,
    struct str line, struct arena *mem, struct buf *b, struct buf *scratch,
    struct err *e);

/* veil_actor(key, act, text): the pseudonym of who acts. */
void veil_actor(const struct pseudonym *key, const struct act *act,
    char text[PSEUDONYM_TEXT + 1]);
#endif
