#ifndef IN_H
#define IN_H
/*
 * in -- bytes from a file or standard input, plain or gzip (seen by magic).
 */
#include <stdbool.h>

#include "err.h"
#include "gz.h"

struct in {
	const char *name; /* for messages: the path, or "<stdin>" */
	int fd;           /* owned, but for standard input        */
	bool sniffed;     /* the first two bytes have been seen   */
	bool ended;       /* the descriptor is at its end         */
	struct gz *gz;    /* NULL: plain                          */
	char *raw;        /* gzip bytes not decoded yet           */
	struct str rest;  /* what is left in raw                  */
};

/* in_open(in, path, e): open path, or take standard input if it is NULL or
 * "-".  Returns 0, or -1 with *e set (ERR_FAIL). */
int in_open(struct in *in, const char *path, struct err *e);

/* in_read(in, p, n, e): up to n bytes into p (n >= 2).  Returns how many, 0
 * at the end, or -1 with *e set; a gzip stream that is cut is an error. */
long in_read(struct in *in, char *p, size_t n, struct err *e);

/* in_waiting(in): would in_read() have to wait for the writer? */
bool in_waiting(const struct in *in);

/* in_close(in): safe on an all-zero struct. */
void in_close(struct in *in);
#endif
