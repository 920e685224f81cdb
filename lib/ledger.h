#ifndef LEDGER_H
#define LEDGER_H
/*
 * ledger -- is an append-only file of decisions still what it was?
 *
 * Each line is a JSON object that begins {"seq":N,"prev":"HEX", where N counts
 * from 1 and HEX is the SHA-256 of the bytes of the line before (without its
 * newline), 64 zeros on the first.  So every line vouches for all before it,
 * and a checkpoint of the last line, held elsewhere (a pin), for all of them.
 * Nothing is parsed as JSON here: bytes are hashed, not what they mean.
 */
#include <stdbool.h>
#include <stddef.h>

#include "digest.h"
#include "err.h"
#include "str.h"

enum ledger_flaw {
	LEDGER_WHOLE,
	LEDGER_FORGED,     /* bytes differ from what was promised          */
	LEDGER_MISSING,    /* entries are not there                        */
	LEDGER_REORDERED,  /* an entry stands in another's place           */
	LEDGER_TRUNCATED,  /* the pin promises more entries                */
	LEDGER_UNFINISHED, /* the last line has no newline, or entries stand
	                      behind the last checkpoint that nobody signed;
	                      those before are good                        */
};

struct ledger_pin { /* a checkpoint: entry n has this digest; n 0: none */
	unsigned long n;
	char sum[DIGEST_HEX + 1];
};

struct ledger_proof {
	enum ledger_flaw flaw;
	unsigned long n;    /* good entries before the flaw         */
	unsigned long line; /* where it shows, from 1               */
	unsigned long upto; /* MISSING: the last; TRUNCATED: what the
	                       pin promises; UNFINISHED: the last that
	                       nobody signed, or 0                  */
	char want[DIGEST_HEX + 1], got[DIGEST_HEX + 1]; /* or empty */
};

/* ledger_verify(text, pin, last, p): the whole file.  pin is a checkpoint that it
 * must keep, last the newest one, behind which nothing may stand; either may be
 * NULL.  Fills *p with the first flaw and returns it.  O(length). */
enum ledger_flaw ledger_verify(struct str text, const struct ledger_pin *pin,
    const struct ledger_pin *last, struct ledger_proof *p);

/* ledger_pin_read(text, pin): the last line of a checkpoint file,
 * "netral-ledger/1 N HEX ...".  False if it is no checkpoint. */
bool ledger_pin_read(struct str text, struct ledger_pin *pin);

/* ledger_err(p, path, e): the flaw in words, "PATH:LINE: FORGED: ..."; -1. */
int ledger_err(const struct ledger_proof *p, const char *path, struct err *e);

/* ledger_line(text, at): the next line from *at on, without its newline, and
 * *at behind it.  { NULL, 0 } at the end or where the newline lacks. */
struct str ledger_line(struct str text, size_t *at);
#endif
