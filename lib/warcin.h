#ifndef WARCIN_H
#define WARCIN_H
/*
 * warcin -- evidence of netral-fetch as input: the lines that fetch wrote
 * (capture/1, coverage/1), and with a capture the answer it speaks of.
 *
 * The file is read once, from the front, so it may come through a pipe.  An
 * answer stands before its lines, with others between if many were asked at a
 * time: the last ones are remembered.  Records are told by their lengths, so
 * it does not matter how the file was packed.
 */
#include <yyjson.h>

#include "arena.h"
#include "err.h"
#include "in.h"

enum { WARCIN_ANSWERS = 256 };

struct warcin {
	struct in *in;        /* borrowed; NULL: at no file            */
	size_t max;           /* bytes of one record                   */
	size_t keep;          /* bytes of answers; the last one always */
	unsigned long record; /* number of the last one, from 1        */
	bool ended, broken;
	char *p;              /* owned: what was read and not used     */
	size_t from, to, cap;
	struct warcin_answer {
		char *p;  /* owned: the record */
		size_t n;
		struct str id, head, body; /* in it */
	} answers[WARCIN_ANSWERS]; /* in a ring */
	size_t first, n, kept;     /* kept: bytes */
};

struct warcin_line {
	struct str text; /* the line, without the body; or what is bad  */
	yyjson_doc *doc; /* the same as JSON                            */
	struct str body; /* the answer as it is meant; p is NULL: none  */
};

/* warcin_start(w, in, begun, max, e): read from in; begun are the bytes that
 * were read from it already.  w is all zero the first time.  Returns 0, or -1
 * with *e set. */
int warcin_start(struct warcin *w, struct in *in, struct str begun, size_t max,
    struct err *e);

/* warcin_next(w, flags, mem, l, e): 1: a line, which lives until the next call
 * or until mem is emptied; 0: the end; -1: *e says why, ERR_DATA if only
 * this record is lost. */
int warcin_next(struct warcin *w, yyjson_read_flag flags, struct arena *mem,
    struct warcin_line *l, struct err *e);

/* warcin_release(w): free all; safe on an all-zero struct. */
void warcin_release(struct warcin *w);
#endif
