#ifndef OUT_H
#define OUT_H
/*
 * out -- a writer that remembers its first failure.
 *
 * Nobody checks single writes: after a failure every later call does
 * nothing, and out_close() reports it.  A file is written beside its place
 * and renamed only when it is whole and on disk; whoever looks at the path
 * sees the old file or the new one, with the old one's mode.  Two who write to
 * one path at a time: the second is refused.  A name that ends in ".gz" is
 * compressed.
 */
#include <stdbool.h>

#include "err.h"
#include "gz.h"
#include "str.h"

enum { OUT_BUF = 1 << 16 };

struct out {
	const char *name; /* for messages: the path, or "<stdout>"      */
	int fd;           /* owned; standard output is closed at the end */
	char *tmp;        /* NULL for standard output                   */
	int lock;         /* of tmp, beyond the close of fd             */
	char *buf;
	size_t n;         /* bytes in buf                               */
	struct gz *gz;
	char *packed;     /* compressed bytes on their way out          */
	int errnum;       /* errno of the first failure, 0 if none      */
	bool closed;
};

/* out_open(o, path, e): write to path, or to standard output if it is NULL or
 * "-".  Returns 0, or -1 with *e set. */
int out_open(struct out *o, const char *path, struct err *e);

/* out_put(o, s): the bytes of s.  out_line(o, s): and one newline. */
void out_put_slowly(struct out *o, struct str s);

static inline void
out_put(struct out *o, struct str s)
{
	if (s.n > OUT_BUF - o->n || !s.n) {
		out_put_slowly(o, s);
		return;
	}
	memcpy(o->buf + o->n, s.p, s.n);
	o->n += s.n;
}

void out_line(struct out *o, struct str s);

/* out_splice(o, line, key, value): the JSON object in line with one member
 * more, at its end; the rest byte for byte.  line ends in '}' (spaces may
 * follow) and has no member `key`; value is JSON. */
void out_splice(struct out *o, struct str line, const char *key,
    struct str value);

/* out_flush(o): hand everything to the system now. */
void out_flush(struct out *o);

/* out_close(o, keep, e): flush, close, and give the file its name if keep.
 * Returns 0, or -1 with *e set (ERR_FAIL) if anything written since the start
 * may be missing.  A file that is not whole is removed. */
int out_close(struct out *o, bool keep, struct err *e);
#endif
