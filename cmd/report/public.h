#ifndef PUBLIC_H
#define PUBLIC_H
/*
 * public -- what those who do not decide may read: the person concerned reads
 * about nobody else, the public about nobody.
 */
#include "html.h"

/* public_put(v, e): the numbers, the pictures, the units; no name, handle, key
 * or address, no number below VIEW_K.  Returns 0, or -1 with *e set. */
int public_put(struct view *v, struct err *e);

/* public_put_subject(v, e): the acts of v->subject with the rights and how to
 * answer.  Returns 0, or -1 with *e set. */
int public_put_subject(struct view *v, struct err *e);
#endif
