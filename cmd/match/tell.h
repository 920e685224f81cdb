#ifndef TELL_H
#define TELL_H
/*
 * tell -- one target or cue as JSON, netral-record(5).
 */
#include "words.h"

/* A text being searched, and how far its code points are counted. */
struct field {
	struct str name, text;
	bool ascii; /* a code point is a byte */
	size_t byte, cp;
};

/* tell_prepare(w, e): what is the same in all finds of a word, for every word.
 * Returns 0, or -1 with *e set. */
int tell_prepare(struct words *w, struct err *e);

/* tell_found(b, field, found): append it.  The name of the field needs no
 * escaping; finds that come in the order of their places cost least. */
void tell_found(struct buf *b, struct field *field,
    const struct found *found);
#endif
