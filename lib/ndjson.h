#ifndef NDJSON_H
#define NDJSON_H
/*
 * ndjson -- read one JSON value a line, with limits.
 *
 * Lines end in "\n" or "\r\n"; the last one may lack it.  A byte order mark
 * at the start is skipped.  Blank lines are skipped but counted.  A line that
 * is too long, too deep, not UTF-8, not JSON or has a duplicate key costs only
 * itself: ND_BAD, and the next call goes on after it.
 *
 * With `docs` the input may also be one document over many lines: JSON that
 * does not end on its first line, the same behind an assignment as in the
 * archives of X ("window.YTD.tweets.part0 = [ ..."), or anything that begins
 * with '<' (ND_TEXT); or a table (rows.h), each row of it an object; or
 * evidence of netral-fetch (warcin.h), each line of it a value.  A list that
 * is longer than a line may be is read in parts, each a list of its items.
 *
 * Memory: at most one line (max.line) and what its values need (max.mem).
 */
#include <stddef.h>
#include <yyjson.h>

#include "arena.h"
#include "err.h"
#include "in.h"
#include "rows.h"
#include "str.h"
#include "warcin.h"

/* What one record may cost.  A field, so that tests can use small ones. */
struct nd_limits {
	size_t line; /* bytes, without the newline            */
	size_t mem;  /* bytes of memory for the parsed record */
};

extern const struct nd_limits nd_limits_default; /* 16 MiB, 64 MiB */

/* What the input is taken for, before it is looked at. */
enum nd_shape { ND_DETECT, ND_TABLE, ND_LINES };

enum nd_status { ND_RECORD, ND_TEXT, ND_BAD, ND_EOF, ND_FAIL };

struct ndjson {
	struct in *in;      /* borrowed                                    */
	struct nd_limits max;
	yyjson_read_flag flags;
	bool docs;          /* may be one document; off after the first    */
	enum nd_shape shape; /* of all inputs, if it was told            */
	void (*idle)(void *); /* called before a read that would wait      */
	void *idle_ctx;

	/* The value last returned, until the next call. */
	unsigned long line; /* number of its (first) line, from 1          */
	struct str text;    /* its bytes, without the line end; of a line
	                       that is too long, its beginning             */
	size_t bytes;       /* length of the whole line                    */
	struct str body;    /* the answer that a line of evidence speaks of */
	yyjson_doc *doc;
	struct arena mem;   /* the values, and room for the one who works
	                       on them; emptied by the next call           */

	char *buf;          /* owned */
	size_t from, to, cap, scanned;
	bool ended, begun;
	struct rows rows;
	bool list;          /* in a list that is read in parts             */
	bool table, cr;     /* in a table; its last row ended in CR        */
	unsigned long next; /* line on which its next row begins           */
	struct warcin warc;
};

/* nd_init(r, max, e): get the memory.  Returns 0, or -1 with *e set. */
int nd_init(struct ndjson *r, struct nd_limits max, struct err *e);

/* nd_start(r, in, docs): read from in next, from its first line. */
void nd_start(struct ndjson *r, struct in *in, bool docs);

/* nd_next(r, e): read up to the next value.
 * ND_RECORD  r->doc is JSON.
 * ND_TEXT    r->text is a whole document that is not JSON (docs only).
 * ND_BAD     *e says why line r->line was refused; call again.
 * ND_EOF     nothing is left.
 * ND_FAIL    reading failed, *e says why; do not call again. */
enum nd_status nd_next(struct ndjson *r, struct err *e);

/* nd_release(r): free what r owns.  Does not close the input. */
void nd_release(struct ndjson *r);
#endif
