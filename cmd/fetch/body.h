#ifndef BODY_H
#define BODY_H
/*
 * body -- is the body of an answer what the source promises, and how many
 * items with which dates are in it?  What they mean is normalize's to say.
 */
#include <stdbool.h>

#include "page.h"
#include "source.h"

/* body_read(s, list, text, mem, p, e): look at a body of a list of the source.
 * Returns 1; 0 if it is something else; -1 with *e set if there is no
 * memory. */
int body_read(const struct source *s, const struct list *list,
    struct str text, struct arena *mem, struct page *p, struct err *e);

/* body_find(text, pointer, mem, found, e): a text or number in JSON.  1; 0 if
 * it is not there; -1 with *e set if there is no memory. */
int body_find(struct str text, struct str pointer, struct arena *mem,
    struct str *found, struct err *e);

/* body_put(b, text): valid JSON on one line: spaces and newlines between its
 * parts go if there is a newline, nothing else changes. */
void body_put(struct buf *b, struct str text);
#endif
