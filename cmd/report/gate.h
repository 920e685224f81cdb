#ifndef GATE_H
#define GATE_H
/*
 * gate -- ask leave before names are shown.
 *
 * A filter that has given up its rights can write to no log.  Who runs it may
 * give it a folder, $NETRAL_GATE, with two pipes: what is about to be printed
 * is written to `said`, one line of JSON, and nothing is printed until "yes"
 * comes out of `go`.  scripts/netral does so, and puts a line into the office's
 * ledger between the two.
 */
#include "view.h"

struct gate {
	const char *by, *why; /* or NULL */
	int said, go;         /* 0: nobody asks to be asked */
};

/* gate_open(g, e): opens the pipes, if there are any.  0, or -1 with *e set. */
int gate_open(struct gate *g, struct err *e);

/* gate_ask(g, v, format, e): may the view be printed?  0: go on; -1 with *e
 * set. */
int gate_ask(struct gate *g, const struct view *v, const char *format,
    struct err *e);
#endif
