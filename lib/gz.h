#ifndef GZ_H
#define GZ_H
/*
 * gz -- gzip (RFC 1952) as a stream; the only file that includes zlib.h.
 *
 * Reading: concatenated members are one stream; a stream that is cut, has a
 * wrong check value or other bytes after a member is an error, not an end.
 * Memory is constant: decoded bytes go where the caller says, as many as fit.
 */
#include <stdbool.h>
#include <stddef.h>

#include "err.h"
#include "str.h"

struct gz;

/* gz_magic(p, n): do these first bytes (2 are enough) begin a gzip member? */
bool gz_magic(const char *p, size_t n);

/* gz_reader(), gz_writer(): a new stream, or NULL if there is no memory. */
struct gz *gz_reader(void);
struct gz *gz_writer(void);

/* gz_inflate(g, in, out, n, e): decode from *in, which is shortened by what
 * was used, into out.  Returns the bytes written (0: *in is used up), or -1
 * with *e set. */
long gz_inflate(struct gz *g, struct str *in, char *out, size_t n,
    struct err *e);

/* gz_complete(g): did the stream end where a member ends? */
bool gz_complete(const struct gz *g);

/* gz_deflate(g, in, end, out, n): the other way.  Call until it returns 0;
 * end says that no more bytes will follow *in. */
size_t gz_deflate(struct gz *g, struct str *in, bool end, char *out, size_t n);

/* gz_reset(g): of a reader: begin a new stream; keeps the memory. */
void gz_reset(struct gz *g);

/* gz_member(g, in, out, n, e): as gz_inflate(), but it stops behind the end
 * of a member: then gz_complete() holds, and *in begins with what follows. */
long gz_member(struct gz *g, struct str *in, char *out, size_t n,
    struct err *e);

/* gz_free(g): NULL is fine. */
void gz_free(struct gz *g);
#endif
