#ifndef BOOK_H
#define BOOK_H
/*
 * book -- the ledger as a report sees it: what became of each case.
 *
 * A ledger that is not whole is refused, so that nobody can make a decision
 * vanish; what a crash left without its end, or without the checkpoint that
 * signs it, is only passed over.
 * Texts live in the book until book_release().
 */
#include <stdbool.h>

#include "index.h"
#include "ledger.h"

struct deed { /* one entry of a case */
	struct str time, by, what;          /* "notified" ...              */
	struct str kind, outcome, to;       /* or empty                    */
	struct deed *next;
};

struct dossier { /* one case */
	struct str id, state, outcome, due, due_other, known, answer, level;
	bool asked;                         /* the person was notified     */
	struct deed *first, *last;
	struct str *rules;
	size_t n_rules;
};

struct book {
	struct arena mem;
	struct dossier *v;
	size_t n, cap;
	struct index by_id, by_mark;
	unsigned long entries;
	bool unfinished;
};

/* book_load(b, path, pin, last, strict, e): files of checkpoints, or NULL, see
 * ledger_verify().  strict: what is unfinished is an error, too.  0 or -1. */
int book_load(struct book *b, const char *path, const char *pin,
    const char *last, bool strict, struct err *e);

/* book_find(b, mark): the case a mark belongs to, or NULL. */
const struct dossier *book_find(const struct book *b, struct str mark);

/* book_closed(d): decided, and not appealed.  d may be NULL. */
bool book_closed(const struct dossier *d);

void book_release(struct book *b);
#endif
