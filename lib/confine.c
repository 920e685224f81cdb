#include "confine.h"

#ifdef CONFINE_OFF

int
confine(int rights, struct err *e)
{
	(void)rights, (void)e;
	return 0;
}

const char *
confine_state(void)
{
	return "off";
}

#else

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#else
#error "confine.c: which AUDIT_ARCH_ is this machine?"
#endif

#define FIELD(f) \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, f))
#define ALLOW(nr) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (nr), 0, 1), \
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define KILL BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS)

/* A call that strace skips to inject a fault has this number; it is none. */
#define SKIPPED 0xffffffffu

static const struct sock_filter base[] = {
	FIELD(arch),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCH, 1, 0),
	KILL,
	FIELD(nr),
	ALLOW(SYS_read), ALLOW(SYS_write), ALLOW(SYS_close),
	ALLOW(SYS_brk), ALLOW(SYS_munmap), ALLOW(SYS_mremap),
	ALLOW(SYS_madvise), ALLOW(SYS_getrandom), ALLOW(SYS_futex),
	ALLOW(SYS_sysinfo), /* qsort(3) asks how much memory there is */
	ALLOW(SYS_lseek), ALLOW(SYS_fstat), ALLOW(SYS_clock_gettime),
	ALLOW(SYS_rt_sigreturn), ALLOW(SYS_restart_syscall),
	/* glibc 2.41 asks these before its first random number */
	ALLOW(SYS_rt_sigprocmask), ALLOW(SYS_sched_getaffinity),
	ALLOW(SYS_exit_group), ALLOW(SKIPPED),
#ifdef SYS_newfstatat
	ALLOW(SYS_newfstatat),
#endif
#ifdef SYS_poll
	ALLOW(SYS_poll),
#endif
	ALLOW(SYS_ppoll),
	/* mmap, but never executable */
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mmap, 0, 4),
	FIELD(args[2]),
	BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 1, 0),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	KILL,
};

static const struct sock_filter naming[] = {
	ALLOW(SYS_fsync),
#ifdef SYS_rename
	ALLOW(SYS_rename),
#endif
#ifdef SYS_unlink
	ALLOW(SYS_unlink),
#endif
	ALLOW(SYS_renameat), ALLOW(SYS_renameat2), ALLOW(SYS_unlinkat),
};

static const struct sock_filter end[] = { KILL };

enum { LONGEST = sizeof(base) + sizeof(naming) + sizeof(end) };

int
confine(int rights, struct err *e)
{
	struct sock_filter code[LONGEST / sizeof(base[0])];
	struct sock_fprog prog = { .filter = code };
	const struct rlimit none = { 0, 0 };
	size_t n = sizeof(base) / sizeof(base[0]);

	memcpy(code, base, sizeof(base));
	if (rights & CONFINE_RENAME) {
		memcpy(code + n, naming, sizeof(naming));
		n += sizeof(naming) / sizeof(naming[0]);
	}
	code[n++] = end[0];
	prog.len = (unsigned short)n;
	/* Records hold personal data: no core file. */
	(void)setrlimit(RLIMIT_CORE, &none);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &prog, 0, 0) != 0)
		return err_set(e, ERR_FAIL, "cannot give up rights: seccomp: %s",
		    strerror(errno));
	return 0;
}

const char *
confine_state(void)
{
	return "seccomp";
}

#endif
