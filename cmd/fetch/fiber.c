#include "fiber.h"

#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

/* Only what is touched becomes memory. */
enum { STACK = 512 << 10 };

/* From one stack to the other.  (swapcontext(3) would do the same; the address
 * sanitizer wraps it and warns.) */
static void
change(ucontext_t *from, ucontext_t *to)
{
	volatile bool back = false;

	(void)getcontext(from);
	if (back)
		return;
	back = true;
	(void)setcontext(to);
}

static void
begin(unsigned high, unsigned low)
{
	struct fiber *f = (void *)((uintptr_t)high << 32 | (uintptr_t)low);

	f->run(f->arg);
	f->done = true;
	/* uc_link leads back to the caller. */
}

int
fiber_start(struct fiber *f, void (*run)(void *), void *arg, struct err *e)
{
	uintptr_t p = (uintptr_t)f;
	size_t page = (size_t)sysconf(_SC_PAGESIZE);

	*f = (struct fiber){ .run = run, .arg = arg, .until = INT64_MAX,
		.ready = true };
	f->stack = mmap(NULL, STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE |
	    MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (f->stack == MAP_FAILED) {
		f->stack = NULL;
		return err_nomem(e);
	}
	/* Who overruns the stack shall stop, not write elsewhere. */
	if (mprotect(f->stack, page, PROT_NONE) != 0 ||
	    getcontext(&f->here) != 0)
		return err_set(e, ERR_FAIL, "a stack cannot be set up");
	f->here.uc_stack.ss_sp = (char *)f->stack + page;
	f->here.uc_stack.ss_size = STACK - page;
	f->here.uc_link = &f->caller;
	makecontext(&f->here, (void (*)(void))(uintptr_t)begin, 2,
	    (unsigned)(p >> 32), (unsigned)p);
	return 0;
}

void
fiber_resume(struct fiber *f)
{
	f->ready = false;
	f->until = INT64_MAX;
	change(&f->caller, &f->here);
}

void
fiber_wait(struct fiber *f, int64_t until)
{
	f->until = until;
	change(&f->here, &f->caller);
}

void
fiber_wake(struct fiber *f)
{
	f->ready = true;
}

int64_t
fiber_clock(void)
{
	struct timespec t = { 0 };

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void
fiber_release(struct fiber *f)
{
	if (f->stack)
		(void)munmap(f->stack, STACK);
	*f = (struct fiber){ 0 };
}
