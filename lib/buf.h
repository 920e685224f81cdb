#ifndef BUF_H
#define BUF_H
/*
 * buf -- bytes being written: grows, has a limit, remembers its failure.
 *
 * Nobody checks single writes.  After a failure (b->failed) every later
 * write does nothing, and the one who hands the bytes on asks once.
 * b->n may be set back to an earlier value to take a write back.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "err.h"
#include "str.h"

struct buf {
	char *p; /* owned; NULL before the first write */
	size_t n, cap;
	size_t max;  /* bytes; a write beyond it fails              */
	size_t end;  /* up to there a write needs no look at cap and max */
	bool failed; /* something is missing: no memory, or the max */
	bool full;   /* it was the max                              */
};

/* What a buffer may hold when nothing else is said. */
enum { BUF_MAX = 64 << 20 };

/* buf_room(b, n): where n more bytes may be written, or NULL.  b->n is to be
 * raised by what was. */
char *buf_room_slowly(struct buf *b, size_t n);

static inline char *
buf_room(struct buf *b, size_t n)
{
	if (n > b->end - b->n || b->failed || !n)
		return buf_room_slowly(b, n);
	return b->p + b->n;
}

/* buf_put(b, s), buf_char(b, c): append bytes. */
void buf_put_slowly(struct buf *b, struct str s);

static inline void
buf_put(struct buf *b, struct str s)
{
	if (s.n > b->end - b->n || b->failed || !s.n) {
		buf_put_slowly(b, s);
		return;
	}
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}

static inline void
buf_char(struct buf *b, char c)
{
	if (b->n >= b->end || b->failed)
		buf_put_slowly(b, (struct str){ &c, 1 });
	else
		b->p[b->n++] = c;
}

/* buf_int(b, v): append v in decimal. */
void buf_int(struct buf *b, int64_t v);

/* buf_fmt(b, fmt, ...): append as printf does; for rare, short texts. */
void buf_fmt(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* buf_json(b, s): append s as a JSON string with its quotes.  s is UTF-8. */
void buf_json(struct buf *b, struct str s);

/* buf_is_plain(s): does nothing in it need escaping?  (It may say no where
 * nothing does.) */
bool buf_is_plain(struct str s);

/* buf_quoted(b, s): the same for text that needs no escaping. */
void buf_quoted(struct buf *b, struct str s);

/* buf_base64(b, s): append s in base64 (RFC 4648) in quotes. */
void buf_base64(struct buf *b, struct str s);

/* buf_key(b, first, key): append "key": with a comma before it unless *first,
 * which becomes false.  key needs no escaping. */
void buf_key(struct buf *b, bool *first, const char *key);

/* buf_str(b): the bytes so far; they move with the next write. */
struct str buf_str(const struct buf *b);

/* buf_check(b, e): 0, or -1 with *e set if anything is missing. */
int buf_check(const struct buf *b, struct err *e);

/* buf_reset(b): empty it, keep the memory.  buf_release(b): free it. */
void buf_reset(struct buf *b);
void buf_release(struct buf *b);
#endif
