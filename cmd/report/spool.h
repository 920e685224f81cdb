#ifndef SPOOL_H
#define SPOOL_H
/*
 * spool -- what is put aside in a file that has no name, to be read again where
 * it is needed: memory does not hold it.
 *
 * The file is in TMPDIR, else in /var/tmp or /tmp, and nobody else can open it;
 * the system takes it away with the process, however that ends.  A small input never
 * leaves the buffer.
 */
#include "arena.h"
#include "err.h"
#include "str.h"

struct line { /* where it is */
	size_t at, n; /* bytes */
};

struct spool {
	int fd;
	char *buf;       /* what was not written yet */
	size_t n, total; /* bytes in buf, bytes in all */
};

/* spool_open(s, mem, e): the buffer lives in mem.  Returns 0, or -1 with *e
 * set; then nothing needs to be closed. */
int spool_open(struct spool *s, struct arena *mem, struct err *e);

/* spool_put(s, text, line, e): put text aside.  0, or -1 with *e set. */
int spool_put(struct spool *s, struct str text, struct line *line,
    struct err *e);

/* spool_get(s, line, mem, text, e): the bytes again, in mem.  0, or -1 with *e
 * set; a mem that has no room leaves *text empty and remembers that itself. */
int spool_get(struct spool *s, struct line line, struct arena *mem,
    struct str *text, struct err *e);

/* spool_read(s, line, to, e): the same into room for line.n bytes. */
int spool_read(struct spool *s, struct line line, void *to, struct err *e);

void spool_close(struct spool *s);
#endif
