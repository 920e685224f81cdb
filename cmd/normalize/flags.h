#ifndef FLAGS_H
#define FLAGS_H
/*
 * flags -- marks on a text that came to us broken.  The text stays as it is,
 * or stands beside what was made of it: whoever reads it must see what there
 * was to see.
 */
#include <stdint.h>

#include "buf.h"
#include "str.h"

enum {
	FLAG_MOJIBAKE = 1,    /* UTF-8 that was read as Windows-1252   */
	FLAG_REPLACEMENT = 2, /* U+FFFD: a byte that was no UTF-8      */
	FLAG_REPAIRED = 4,    /* put together; as found stands beside  */
};

/* flags_of(s): the marks of valid UTF-8.  Text in ASCII costs one pass. */
uint32_t flags_of(struct str s);

/* flags_put(b, flags): ,"flags":["mojibake"] */
void flags_put(struct buf *b, uint32_t flags);
#endif
