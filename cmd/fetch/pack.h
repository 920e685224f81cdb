#ifndef PACK_H
#define PACK_H
/*
 * pack -- a gzip member (RFC 1952) at once; the only file that includes
 * libdeflate.h, which packs in half the time of zlib and sums in a third.
 *
 * Its header is always the same ten bytes, PACK_HEAD: no time, no name, no
 * system.  So whoever reads it sees any change of a byte, there too.
 */
#include <stdbool.h>

#include "buf.h"

#define PACK_HEAD "\x1f\x8b\x08\0\0\0\0\0\0\xff"

/* Who squeezes, and how: another version may do it otherwise. */
extern const char pack_name[];

struct pack;

/* pack_new(): NULL if there is no memory. */
struct pack *pack_new(void);

/* pack_member(p, s, squeeze, to): s as one member at the end of to, whose
 * failed tells whether there was room.  Without squeeze, and where that saves
 * nothing, the bytes stand as they are (RFC 1951, 3.2.4). */
void pack_member(struct pack *p, struct str s, bool squeeze, struct buf *to);

/* pack_begin(to): what is put behind it becomes the content of a member.
 * Returns where that begins, for pack_end(p, at, squeeze, to, spare), which
 * makes it as pack_member() would, in its place if the bytes stand as they are
 * and are few; else they go through spare. */
size_t pack_begin(struct buf *to);
void pack_end(struct pack *p, size_t at, bool squeeze, struct buf *to,
    struct buf *spare);

/* pack_free(p): NULL is fine. */
void pack_free(struct pack *p);
#endif
