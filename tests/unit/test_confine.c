/* confine: what is given up kills, what is kept works. */
#include "confine.h"

#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>

#include "unit.h"

static char *file;
static int dir_fd;

static void do_open(void) { (void)open("/dev/null", O_RDONLY); }
static void do_openat(void) { (void)openat(dir_fd, "null", O_RDONLY); }
static void do_creat(void) { (void)open(file, O_CREAT | O_WRONLY, 0600); }
static void do_socket(void) { (void)socket(AF_INET, SOCK_STREAM, 0); }
static void do_unix(void) { (void)socket(AF_UNIX, SOCK_STREAM, 0); }
static void do_fork(void) { (void)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0); }
static void do_kill(void) { (void)kill(getppid(), 0); }
static void do_dup(void) { (void)!dup(0); }
static void do_pipe(void) { int p[2]; (void)!pipe(p); }
static void do_chmod(void) { (void)chmod(file, 0777); }
static void do_prctl(void) { (void)syscall(SYS_prctl, 1, 0, 0, 0, 0); }
static void do_unlink(void) { (void)unlink(file); }
static void do_rename(void) { (void)rename(file, file); }
static void do_fsync(void) { (void)fsync(dir_fd); }
static void do_ptrace(void) { (void)ptrace(PTRACE_TRACEME, 0, 0, 0); }
static void do_io_uring(void) { (void)syscall(425, 1, NULL); }
static void do_x32(void) { (void)syscall(0x40000000 + 2, "/dev/null", 0); }

static void
do_execve(void)
{
	static char *const argv[] = { (char *)(uintptr_t)"true", NULL };

	(void)execve("/bin/true", argv, argv + 1);
}

static void
do_mmap_exec(void)
{
	(void)mmap(NULL, 4096, PROT_READ | PROT_EXEC,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void
do_mprotect(void)
{
	static char page[8192] __attribute__((aligned(4096)));

	(void)mprotect(page, 4096, PROT_READ | PROT_EXEC);
}

static void
do_work(void)
{
	struct pollfd none = { .fd = -1 };
	struct timespec ts;
	struct stat st;
	char *p = malloc(1 << 22), *q, c = 0;

	if (!p)
		_exit(1);
	memset(p, 1, 1 << 22);
	q = realloc(p, 1 << 24);
	if (!q || q[(1 << 22) - 1] != 1)
		_exit(2);
	free(q);
	for (int i = 0; i < 10000; i++)
		if (!(p = malloc(100)))
			_exit(3);
	free(p);
	if (read(dir_fd, &c, 1) != -1 || errno != EISDIR)
		_exit(4);
	if (write(STDERR_FILENO, &c, 0) != 0 || poll(&none, 1, 0) != 0)
		_exit(5);
	if (clock_gettime(CLOCK_REALTIME, &ts) != 0 ||
	    syscall(SYS_clock_gettime, CLOCK_REALTIME, &ts) != 0)
		_exit(6);
	if (fstat(dir_fd, &st) != 0 || fprintf(stderr, "%s", "") != 0)
		_exit(7);
	if (lseek(STDIN_FILENO, 0, SEEK_CUR) == 42 || time(NULL) == 0)
		_exit(8);
	if (!mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ||
	    close(dir_fd) != 0)
		_exit(9);
}

/* exit() and all that it runs. */
static void
do_exit(void)
{
	exit(0);
}

/* How a child ends that gives up its rights and then does it. */
static int
after(int rights, void (*act)(void))
{
	int status = -1;
	pid_t pid = fork();

	if (pid == 0) {
		struct err e = { 0 };

		if (confine(rights, &e) != 0)
			_exit(99);
		act();
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static bool
killed(int status)
{
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS;
}

static bool
fine(int status)
{
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void
skip_if_off(void)
{
	if (strcmp(confine_state(), "off") == 0)
		skip();
}

static void
what_is_given_up_kills(void **state)
{
	static const struct {
		const char *name;
		void (*act)(void);
	} t[] = {
		{ "open", do_open }, { "openat", do_openat },
		{ "creat", do_creat }, { "socket", do_socket },
		{ "unix", do_unix }, { "execve", do_execve },
		{ "fork", do_fork }, { "ptrace", do_ptrace },
		{ "mmap PROT_EXEC", do_mmap_exec }, { "mprotect", do_mprotect },
		{ "kill", do_kill }, { "dup", do_dup }, { "pipe", do_pipe },
		{ "chmod", do_chmod }, { "prctl", do_prctl },
		{ "io_uring", do_io_uring },
#ifdef __x86_64__
		{ "x32", do_x32 },
#endif
	};

	(void)state, (void)do_x32;
	skip_if_off();
	for (size_t i = 0; i < COUNT(t); i++)
		for (int rights = 0; rights <= CONFINE_RENAME; rights++)
			if (!killed(after(rights, t[i].act))) {
				print_error("%s is allowed\n", t[i].name);
				fail();
			}
}

static void
names_are_changed_with_the_right_to_only(void **state)
{
	static void (*const acts[])(void) = { do_fsync, do_rename, do_unlink };

	(void)state;
	skip_if_off();
	for (size_t i = 0; i < COUNT(acts); i++) {
		IN_ROW(i, killed(after(CONFINE_STDIO, acts[i])));
		IN_ROW(i, fine(after(CONFINE_RENAME, acts[i])));
	}
}

static void
work_goes_on(void **state)
{
	(void)state;
	assert_int_equal(after(CONFINE_STDIO, do_work), 0);
	assert_int_equal(after(CONFINE_RENAME, do_work), 0);
	assert_int_equal(after(CONFINE_STDIO, do_exit), 0);
}

/* --- for who asks the network --------------------------------------------- */

static char *kept; /* the folder that is left to it */

/* What an act gives: 0, or its errno. */
static int
number(int fd)
{
	return fd < 0 ? errno : 0;
}

static int net_read(void) { return number(open(file, O_RDONLY)); }
static int net_spoil(void) { return number(open(file, O_WRONLY)); }
static int net_unlink(void) { return number(unlink(file)); }
static int net_list(void) { return number(open("/", O_RDONLY | O_DIRECTORY)); }
static int net_system(void) { return number(open("/etc/passwd", O_RDONLY)); }
static int net_inet(void) { return number(socket(AF_INET6, SOCK_STREAM, 0)); }
static int net_raw(void) { return number(socket(AF_PACKET, SOCK_RAW, 0)); }
static int net_uring(void) { return number((int)syscall(425, 1, NULL)); }
static int net_chmod(void) { return number(chmod(file, 0777)); }

static int
net_keep(void)
{
	char path[4096], other[4096];
	int fd;

	(void)snprintf(path, sizeof(path), "%s/a", kept);
	(void)snprintf(other, sizeof(other), "%s/b", kept);
	fd = open(path, O_RDWR | O_CREAT | O_EXCL, 0600);
	if (fd < 0 || write(fd, "x", 1) != 1 || fsync(fd) != 0 ||
	    ftruncate(fd, 0) != 0 || rename(path, other) != 0)
		return errno;
	return number(unlink(other));
}

static int
net_code(void)
{
	void *p = mmap(NULL, 4096, PROT_READ | PROT_EXEC,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return p == MAP_FAILED ? errno : 0;
}

static int
net_protect(void)
{
	static char page[8192] __attribute__((aligned(4096)));

	return number(mprotect(page, 4096, PROT_READ | PROT_EXEC));
}

static void *
nothing(void *arg)
{
	return arg;
}

static int
net_thread(void)
{
	pthread_t t;

	return pthread_create(&t, NULL, nothing, NULL) ||
	    pthread_join(t, NULL);
}

static int
net_name(void)
{
	struct addrinfo *a = NULL;
	int rc = getaddrinfo("localhost", "443", NULL, &a);

	if (a)
		freeaddrinfo(a);
	return rc == 0 || rc == EAI_NONAME || rc == EAI_AGAIN ? 0 : 1;
}

/* As after(), with the rights of who asks the network. */
static int
after_net(int (*act)(void), void (*deadly)(void))
{
	const struct confine_paths left = { .write = kept };
	int status = -1;
	pid_t pid = fork();

	if (pid == 0) {
		struct err e = { 0 };

		if (confine_net(&left, &e) != 0)
			_exit(99);
		if (deadly)
			deadly();
		_exit(act ? act() : 0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static bool
has_landlock(void)
{
	return syscall(444, NULL, 0, 1) > 0; /* its version */
}

static void
who_asks_has_no_other_programs(void **state)
{
	static void (*const acts[])(void) = { do_execve, do_fork, do_ptrace,
		do_kill };

	(void)state;
	skip_if_off();
	for (size_t i = 0; i < COUNT(acts); i++)
		IN_ROW(i, killed(after_net(NULL, acts[i])));
}

static void
who_asks_sees_only_what_it_needs(void **state)
{
	static const struct {
		int (*act)(void);
		int want;
		bool landlock;
	} t[] = {
		{ net_read, EACCES, true }, { net_spoil, EACCES, true },
		{ net_unlink, EACCES, true }, { net_list, EACCES, true },
		{ net_system, 0, false }, { net_inet, 0, false },
		{ net_raw, EAFNOSUPPORT, false }, { net_uring, ENOSYS, false },
		{ net_chmod, ENOSYS, false }, { net_code, EPERM, false },
		{ net_protect, EPERM, false }, { net_keep, 0, false },
		{ net_thread, 0, false }, { net_name, 0, false },
	};

	(void)state;
	skip_if_off();
	free(file); /* the tests before have removed it */
	file = unit_file("confine", STR("x"));
	for (size_t i = 0; i < COUNT(t); i++) {
		int status;

		if (t[i].landlock && !has_landlock())
			continue;
		status = after_net(t[i].act, NULL);
		IN_ROW(i, WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), t[i].want);
	}
}

static int
make_files(void **state)
{
	(void)state;
	file = unit_file("confine", STR("x"));
	dir_fd = open("/dev", O_RDONLY | O_DIRECTORY);
	if (asprintf(&kept, "%s.d", file) < 0 || mkdir(kept, 0700) != 0)
		return 1;
	return dir_fd < 0;
}

static int
remove_files(void **state)
{
	(void)state;
	(void)close(dir_fd);
	unit_unlink(file);
	(void)rmdir(kept);
	free(kept);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_given_up_kills),
		TEST(names_are_changed_with_the_right_to_only),
		TEST(work_goes_on),
		TEST(who_asks_has_no_other_programs),
		TEST(who_asks_sees_only_what_it_needs),
	};

	return cmocka_run_group_tests(tests, make_files, remove_files) != 0;
}
