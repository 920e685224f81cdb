#include "confine.h"

#ifdef CONFINE_OFF

int
confine(int rights, struct err *e)
{
	(void)rights, (void)e;
	return 0;
}

int
confine_net(const struct confine_paths *p, struct err *e)
{
	(void)p, (void)e;
	return 0;
}

const char *
confine_state(void)
{
	return "off";
}

#else

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

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

static int
load(struct sock_filter *code, size_t n, struct err *e)
{
	struct sock_fprog prog = { .filter = code, .len = (unsigned short)n };
	const struct rlimit none = { 0, 0 };

	/* Records hold personal data: no core file, not even through the pipe
	 * of a core_pattern, and nothing for a tracer. */
	(void)setrlimit(RLIMIT_CORE, &none);
	if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 ||
	    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &prog, 0, 0) != 0)
		return err_set(e, ERR_FAIL, "cannot give up rights: seccomp: %s",
		    strerror(errno));
	return 0;
}

int
confine(int rights, struct err *e)
{
	struct sock_filter code[LONGEST / sizeof(base[0])];
	size_t n = sizeof(base) / sizeof(base[0]);

	memcpy(code, base, sizeof(base));
	if (rights & CONFINE_RENAME) {
		memcpy(code + n, naming, sizeof(naming));
		n += sizeof(naming) / sizeof(naming[0]);
	}
	code[n++] = end[0];
	return load(code, n, e);
}

/* --- for who has to ask the network --------------------------------------- */

/*
 * libcurl resolves names in threads, the C library may load how; SQLite locks,
 * syncs and cuts files.  What is not here does not exist (ENOSYS), so that the
 * libraries fall back to what is; other programs and processes kill.
 */
static const unsigned net_calls[] = {
	SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_pread64, SYS_pwrite64,
	SYS_close, SYS_openat, SYS_fstat, SYS_statx, SYS_lseek, SYS_fcntl,
	SYS_flock, SYS_fsync, SYS_fdatasync, SYS_sync_file_range,
	SYS_ftruncate, SYS_fallocate, SYS_unlinkat, SYS_renameat,
	SYS_renameat2, SYS_faccessat, SYS_faccessat2, SYS_readlinkat,
	SYS_getdents64, SYS_getcwd, SYS_fchmod, SYS_fchown, SYS_umask,
	SYS_fstatfs, SYS_statfs, SYS_ioctl,
	SYS_brk, SYS_munmap, SYS_mremap, SYS_madvise,
	SYS_futex, SYS_set_robust_list, SYS_sched_yield,
	SYS_sched_getaffinity, SYS_getpid, SYS_gettid, SYS_getuid,
	SYS_geteuid, SYS_getgid, SYS_getegid, SYS_uname, SYS_sysinfo,
	SYS_getrandom, SYS_prlimit64, SYS_rt_sigaction, SYS_rt_sigprocmask,
	SYS_rt_sigreturn, SYS_sigaltstack, SYS_restart_syscall,
	SYS_clock_gettime, SYS_clock_nanosleep, SYS_nanosleep,
	SYS_gettimeofday, SYS_exit, SYS_exit_group,
	SYS_ppoll, SYS_pselect6, SYS_epoll_ctl, SYS_epoll_pwait, SYS_eventfd2,
	SYS_pipe2, SYS_socketpair, SYS_connect, SYS_bind, SYS_getsockname,
	SYS_getpeername, SYS_getsockopt, SYS_setsockopt, SYS_sendto,
	SYS_recvfrom, SYS_sendmsg, SYS_recvmsg, SYS_sendmmsg, SYS_recvmmsg,
	SYS_shutdown, SKIPPED,
#ifdef SYS_newfstatat
	SYS_newfstatat,
#endif
#ifdef SYS_rseq
	SYS_rseq,
#endif
#ifdef __x86_64__ /* the names of old */
	SYS_open, SYS_stat, SYS_lstat, SYS_access, SYS_readlink, SYS_unlink,
	SYS_rename, SYS_poll, SYS_select, SYS_epoll_wait, SYS_time,
	SYS_arch_prctl,
#endif
};

#define IF(nr, skip) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (nr), 0, (skip))
#define IS(value, to) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (to), 0)
#define HAS(bits, yes, no) \
	BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), (yes), (no))
#define END(what) BPF_STMT(BPF_RET | BPF_K, (what))
#define END_ERROR(number) END(SECCOMP_RET_ERRNO | (number))

static const struct sock_filter net_begin[] = {
	FIELD(arch), IS(ARCH, 1), KILL, FIELD(nr),
	/* a thread, but no process */
	IF(SYS_clone, 4), FIELD(args[0]), HAS(CLONE_THREAD, 0, 1),
	END(SECCOMP_RET_ALLOW), KILL,
	IF(SYS_execve, 1), KILL, IF(SYS_execveat, 1), KILL,
	IF(SYS_ptrace, 1), KILL, IF(SYS_kill, 1), KILL,
#ifdef __x86_64__
	IF(SYS_fork, 1), KILL, IF(SYS_vfork, 1), KILL,
#endif
	/* memory never becomes code, unless it is that of a file */
	IF(SYS_mprotect, 4), FIELD(args[2]), HAS(PROT_EXEC, 1, 0),
	END(SECCOMP_RET_ALLOW), END_ERROR(EPERM),
	IF(SYS_mmap, 7), FIELD(args[2]), HAS(PROT_EXEC, 0, 3),
	HAS(PROT_WRITE, 3, 0), FIELD(args[3]), HAS(MAP_ANONYMOUS, 1, 0),
	END(SECCOMP_RET_ALLOW), END_ERROR(EPERM),
	/* the Internet, and who knows its names on this machine */
	IF(SYS_socket, 7), FIELD(args[0]), IS(AF_INET, 3), IS(AF_INET6, 2),
	IS(AF_NETLINK, 1), IF(AF_UNIX, 1),
	END(SECCOMP_RET_ALLOW), END_ERROR(EAFNOSUPPORT),
};

enum {
	N_CALLS = sizeof(net_calls) / sizeof(net_calls[0]),
	N_BEGIN = sizeof(net_begin) / sizeof(net_begin[0]),
};

/* Newer than the headers of Debian 12. */
#define TRUNCATE (1ull << 14)
#define BIND_TCP (1ull << 0)
#define ON_FILES (LANDLOCK_ACCESS_FS_READ_FILE | \
	LANDLOCK_ACCESS_FS_WRITE_FILE | TRUNCATE)
#define READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define REPLACE (LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE)
#define WRITE (READ | REPLACE | LANDLOCK_ACCESS_FS_WRITE_FILE | TRUNCATE)

/* What is not there needs no rule.  Returns 0, or -1 and errno. */
static int
add_rule(int rules, const char *path, uint64_t access)
{
	struct landlock_path_beneath_attr a = { .allowed_access = access };
	struct stat st;
	int rc = 0;

	a.parent_fd = path ? open(path, O_PATH | O_CLOEXEC) : -1;
	if (a.parent_fd < 0)
		return 0;
	if (fstat(a.parent_fd, &st) == 0 && !S_ISDIR(st.st_mode))
		a.allowed_access &= ON_FILES;
	if (a.allowed_access)
		rc = (int)syscall(SYS_landlock_add_rule, rules,
		    LANDLOCK_RULE_PATH_BENEATH, &a, 0);
	(void)close(a.parent_fd);
	return rc;
}

/* The folder in which a file is. */
static void
folder_of(const char *path, char dir[4096])
{
	const char *slash = strrchr(path, '/');

	(void)snprintf(dir, 4096, "%.*s", slash ? (int)(slash - path + 1) : 1,
	    slash ? path : ".");
}

static int
add_rules(int rules, const struct confine_paths *p, uint64_t known)
{
	static const char *const system[] = { "/etc", "/usr", "/lib",
		"/lib64", "/run", "/nix/store", "/dev/null", "/dev/urandom",
		"/dev/random", "/proc/sys" };
	char dir[4096];
	int rc = add_rule(rules, p->write, WRITE & known);

	if (!rc)
		rc = add_rule(rules, p->read, READ);
	if (!rc && p->replace) {
		folder_of(p->replace, dir);
		rc = add_rule(rules, dir, REPLACE);
	}
	for (size_t i = 0; !rc && i < sizeof(system) / sizeof(system[0]); i++)
		rc = add_rule(rules, system[i], READ);
	return rc;
}

/* Landlock; a kernel without it does without. */
static int
lock_files(const struct confine_paths *p, struct err *e)
{
	struct {
		uint64_t fs, net;
	} all = { LANDLOCK_ACCESS_FS_MAKE_SYM * 2 - 1, BIND_TCP };
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0,
	    LANDLOCK_CREATE_RULESET_VERSION);
	int rules, rc;

	if (version < 1)
		return 0;
	if (version >= 2)
		all.fs |= LANDLOCK_ACCESS_FS_REFER;
	if (version >= 3)
		all.fs |= TRUNCATE;
	rules = (int)syscall(SYS_landlock_create_ruleset, &all,
	    version >= 4 ? sizeof(all) : sizeof(all.fs), 0);
	rc = rules < 0 ? -1 : add_rules(rules, p, all.fs);
	if (!rc)
		rc = (int)syscall(SYS_landlock_restrict_self, rules, 0);
	if (rc)
		(void)err_set(e, ERR_FAIL, "cannot give up rights: Landlock: "
		    "%s", strerror(errno));
	if (rules >= 0)
		(void)close(rules);
	return rc ? -1 : 0;
}

int
confine_net(const struct confine_paths *p, struct err *e)
{
	struct sock_filter code[N_BEGIN + N_CALLS * 2 + 1];
	size_t n = N_BEGIN;

	/* Without this Landlock may not be asked for. */
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return err_set(e, ERR_FAIL, "cannot give up rights: %s",
		    strerror(errno));
	if (lock_files(p, e) != 0)
		return -1;
	memcpy(code, net_begin, sizeof(net_begin));
	for (size_t i = 0; i < N_CALLS; i++) {
		const struct sock_filter may[] = { ALLOW(net_calls[i]) };

		memcpy(code + n, may, sizeof(may));
		n += 2;
	}
	code[n++] = (struct sock_filter)END_ERROR(ENOSYS);
	return load(code, n, e);
}

const char *
confine_state(void)
{
	return "seccomp";
}

#endif
