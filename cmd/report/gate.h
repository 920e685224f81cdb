#ifndef GATE_H
#define GATE_H
/*
 * gate -- ask leave before names are shown.
 *
 * A filter that has given up its rights can write to no log.  Who runs it may
 * do so in its stead: with $NETRAL_GATE set, what is about to be printed is
 * written to GATE_SAID, a pipe, as one line of JSON, and nothing is printed
 * until nobody reads that pipe any more and GATE_GO, a file, holds "yes".  So
 * neither side can wait for one that is gone.  scripts/netral does it, and puts
 * a line into the office's ledger between the two.
 */
#include "view.h"

enum { GATE_SAID = 8, GATE_GO = 9 }; /* file descriptors, given open */

struct gate {
	const char *by, *why; /* or NULL */
	bool asks;            /* somebody wants to be asked */
};

/* gate_open(g, e): is there one?  0, or -1 with *e set where it is broken. */
int gate_open(struct gate *g, struct err *e);

/* gate_ask(g, v, format, e): may the view be printed?  0: go on; -1 with *e
 * set. */
int gate_ask(struct gate *g, const struct view *v, const char *format,
    struct err *e);
#endif
