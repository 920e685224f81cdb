#ifndef FILTER_H
#define FILTER_H
/*
 * filter -- the loop that every tool shares: read a record, hand it to the
 * tool, go on after a bad one, report once, choose the exit status.
 *
 * A tool is a function of one record.  It neither prints messages nor exits,
 * so the unit test and the fuzzer call it as main does.
 *
 * Every record ends in exactly one place: in = out + dropped + rejected,
 * unless the tool makes many of one and counts them itself.
 */
#include <stdbool.h>
#include <stdio.h>
#include <yyjson.h>

#include "cli.h"
#include "err.h"
#include "ndjson.h"
#include "out.h"

struct record {
	struct str text;    /* the line (or document) as it came        */
	yyjson_doc *doc;    /* NULL: a document that is not JSON        */
	yyjson_val *root;
	const char *file;   /* for messages: the path, or "<stdin>"     */
	unsigned long line; /* of its first byte, from 1                */
	size_t bytes;       /* length of the whole line, text may be cut */
	struct arena *mem;  /* emptied after the record                 */
	struct str body;    /* the answer a line of evidence speaks of  */
};

struct tally {
	unsigned long in, out, dropped, rejected;
};

struct reject; /* where refused records go; see reject.h */

/* What a tool sees of the run that calls it. */
struct run {
	struct out *out;
	struct reject *reject;
	struct tally n;
};

enum done {
	DONE_FAILED = -1, /* *e is set: ERR_DATA refuses it, ERR_FAIL ends the run */
	DONE_OUT = 0,     /* written                                     */
	DONE_DROPPED = 1, /* left out on purpose                         */
	DONE_COUNTED = 2, /* the tool has changed run->n itself          */
};

struct filter {
	struct cli cli; /* tool, what, operands, opts; `more` is filled in */
	void *ctx;
	bool docs;               /* see ndjson.h                          */
	bool any_value;          /* not only objects: the tool will look  */
	enum nd_shape shape;     /* see ndjson.h; setup may choose it     */
	yyjson_read_flag flags;
	struct nd_limits max;    /* all zero: nd_limits_default           */
	/* Load the configuration; nothing was read yet.  May be NULL.  1: that
	 * was all there is to do (an option like --list). */
	int (*setup)(void *ctx, struct err *e);
	/* --check: run the examples that the configuration carries.  NULL. */
	int (*check)(void *ctx, struct err *e);
	/* One record.  rec dies on return. */
	enum done (*record)(void *ctx, struct run *run,
	    const struct record *rec, struct err *e);
	/* After the last record.  May be NULL. */
	int (*finish)(void *ctx, struct run *run, struct err *e);
};

/* filter_main(f, argc, argv): the whole life of a tool.  Returns the exit
 * status.  Give up all rights after setup and opening, see confine.h. */
int filter_main(struct filter *f, int argc, char **argv);

/* filter_reject(run, rec, e): refuse a part of rec and go on; for tools that
 * make many records of one.  raw is the part, or rec->text. */
void filter_reject(struct run *run, const struct record *rec, struct str raw,
    const struct err *e);

/* filter_warn(run, e): say something about the run as a whole, also with
 * --quiet.  Nothing is refused by it. */
void filter_warn(struct run *run, const struct err *e);
#endif
