#ifndef ERR_H
#define ERR_H
/*
 * err -- what went wrong, filled in by the library, printed by main only.
 *
 * The code says who must act and is also the exit status of the tool.
 */
#include <stddef.h>

enum err_code {
	ERR_NONE = 0,  /* nothing wrong                                       */
	ERR_DATA = 1,  /* one input record is bad; the rest can still be done */
	ERR_USAGE = 2, /* command line or configuration; nothing was read     */
	ERR_FAIL = 3,  /* cannot finish: read, write, memory, network         */
};

struct err {
	enum err_code code;
	size_t byte;   /* ERR_DATA: where in the record, from 1; 0 unknown */
	char msg[512]; /* one line, no newline, no tool name               */
};

/* err_set(e, code, fmt, ...): fill *e; always returns -1, so that callers
 * can write "return err_set(...)".  e may not be NULL.  A message that does
 * not fit is cut between two UTF-8 characters; control bytes become '?'. */
int err_set(struct err *e, enum err_code code, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* err_nomem(e): the one message for memory that could not be had. */
int err_nomem(struct err *e);

/* err_end_nomem(): say it and end the run at once with ERR_FAIL.  For a
 * foreign library that cannot be told, and only while nothing was opened. */
_Noreturn void err_end_nomem(void);
#endif
