/* A checked longjmp(3) takes another stack for a mistake. */
#undef _FORTIFY_SOURCE
#include "fiber.h"

#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

/* Only what is touched becomes memory. */
enum { STACK = 512 << 10 };

#if defined(__SANITIZE_ADDRESS__)
#define WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED 1
#endif
#endif

/* The address sanitizer wants to know on which stack it is, keeps locals of
 * its own for each, and takes what a jump leaves behind for dead. */
#ifdef WATCHED
#include <sanitizer/common_interface_defs.h>

/* As swapcontext(3), about which it would warn. */
static void
swap(ucontext_t *from, const ucontext_t *to)
{
	volatile bool back = false;

	if (getcontext(from) != 0 || back)
		return;
	back = true;
	(void)setcontext(to);
}

static void
change(union fiber_place *from, union fiber_place *to)
{
	swap(&from->context, &to->context);
}

static void
enter(struct fiber *f)
{
	swap(&f->caller.context, &f->start);
}

_Noreturn static void
go(union fiber_place *to)
{
	(void)setcontext(&to->context);
	__builtin_trap();
}

static void
leave(void **fake, const void *to, size_t size)
{
	__sanitizer_start_switch_fiber(fake, to, size);
}

static void
arrive(void *fake, struct fiber *f)
{
	__sanitizer_finish_switch_fiber(fake, f ? &f->caller_stack : NULL,
	    f ? &f->caller_size : NULL);
}
#else
/*
 * From one stack to the other, as the coroutines of QEMU do it: ucontext(3)
 * makes a stack, but would ask the system for the signal mask at each change;
 * a jump does not.
 */
static void
change(union fiber_place *from, union fiber_place *to)
{
	if (_setjmp(from->jump) == 0)
		_longjmp(to->jump, 1);
}

static void
enter(struct fiber *f)
{
	if (_setjmp(f->caller.jump) == 0)
		(void)setcontext(&f->start);
}

_Noreturn static void
go(union fiber_place *to)
{
	_longjmp(to->jump, 1);
}

static void
leave(void **fake, const void *to, size_t size)
{
	(void)fake, (void)to, (void)size;
}

static void
arrive(void *fake, struct fiber *f)
{
	(void)fake, (void)f;
}
#endif

static void
begin(unsigned high, unsigned low)
{
	struct fiber *f = (void *)((uintptr_t)high << 32 | (uintptr_t)low);

	arrive(NULL, f);
	f->run(f->arg);
	f->done = true;
	leave(NULL, f->caller_stack, f->caller_size);
	go(&f->caller);
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
	    getcontext(&f->start) != 0)
		return err_set(e, ERR_FAIL, "a stack cannot be set up");
	f->start.uc_stack.ss_sp = (char *)f->stack + page;
	f->start.uc_stack.ss_size = STACK - page;
	makecontext(&f->start, (void (*)(void))(uintptr_t)begin, 2,
	    (unsigned)(p >> 32), (unsigned)p);
	return 0;
}

void
fiber_resume(struct fiber *f)
{
	f->ready = false;
	f->until = INT64_MAX;
	leave(&f->caller_fake, f->start.uc_stack.ss_sp,
	    f->start.uc_stack.ss_size);
	if (f->begun) {
		change(&f->caller, &f->here);
	} else {
		f->begun = true;
		enter(f);
	}
	arrive(f->caller_fake, NULL);
}

void
fiber_wait(struct fiber *f, int64_t until)
{
	f->until = until;
	leave(&f->fake, f->caller_stack, f->caller_size);
	change(&f->here, &f->caller);
	arrive(f->fake, f);
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
