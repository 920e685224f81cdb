#ifndef CONFINE_H
#define CONFINE_H
/*
 * confine -- give up every right that is not needed any more (seccomp, and
 * Landlock where the kernel has it).
 *
 * Called once all files are open.  From then on the process can read, write
 * and get memory; to open, connect, exec, fork or trace kills it at once.
 * Addresses, sanitizers and valgrind need more: a build with
 * -DCONFINE_OFF leaves the filter out and says so in -V.
 */
#include "err.h"

enum confine_right {
	CONFINE_STDIO = 0,  /* read, write, memory, clock, exit          */
	CONFINE_RENAME = 1, /* and fsync, rename, unlink: for -o FILE     */
};

/* confine(rights, e): returns 0, or -1 with *e set (ERR_FAIL): then the
 * caller must not go on. */
int confine(int rights, struct err *e);

/* For who has to ask the network: which folders and files are left. */
struct confine_paths {
	const char *write;   /* a folder: all that is in it; or NULL         */
	const char *replace; /* a file that is written beside its place and
	                      * renamed; or NULL                             */
	const char *read;    /* a file or folder; or NULL                    */
};

/* confine_net(p, e): sockets, threads and files are left, but no other program,
 * no other process, no executable memory.  With Landlock (Linux 5.13 and newer)
 * what is not in *p can be read only where the system keeps names, certificates
 * and libraries, and written nowhere.  As confine(). */
int confine_net(const struct confine_paths *p, struct err *e);

/* confine_state(): "seccomp" or "off", for -V. */
const char *confine_state(void);
#endif
