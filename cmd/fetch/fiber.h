#ifndef FIBER_H
#define FIBER_H
/*
 * fiber -- many conversations in one thread: code that waits gives way to
 * code that need not.
 *
 * A fiber runs until it waits; then fiber_resume() returns.  It goes on when
 * it was woken, or when its time has come.  There is one thread, so nothing
 * is ever locked.
 */
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <ucontext.h>

#include "err.h"

/* Where one side goes on: a jump, or a context under the address sanitizer. */
union fiber_place {
	jmp_buf jump;
	ucontext_t context;
};

struct fiber {
	ucontext_t start; /* how it begins; the rest are jumps */
	union fiber_place here, caller;
	void *stack;
	void *fake, *caller_fake; /* for the address sanitizer only */
	const void *caller_stack;
	size_t caller_size;
	void (*run)(void *);
	void *arg;
	int64_t until;    /* milliseconds of fiber_clock(); INT64_MAX: never */
	bool begun, ready, done;
};

/* fiber_start(f, run, arg, e): the first fiber_resume() calls run(arg).
 * Returns 0, or -1 with *e set. */
int fiber_start(struct fiber *f, void (*run)(void *), void *arg,
    struct err *e);

/* fiber_resume(f): let it run until it waits or ends. */
void fiber_resume(struct fiber *f);

/* fiber_wait(f, until): in the fiber itself: until it is woken, or that
 * time.  fiber_wake(f): from elsewhere. */
void fiber_wait(struct fiber *f, int64_t until);
void fiber_wake(struct fiber *f);

/* fiber_clock(): milliseconds of a clock that only goes on. */
int64_t fiber_clock(void);

/* fiber_release(f): safe on an all-zero struct. */
void fiber_release(struct fiber *f);
#endif
