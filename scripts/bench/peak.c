/*
 * peak -- run a command; write "SECONDS PEAK_KIB STATUS CPU_SECONDS" to the
 * file named first.  What getrusage(2) says of the child and nobody else.
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
seconds(const struct timeval *t)
{
	return (double)t->tv_sec + (double)t->tv_usec / 1e6;
}

int
main(int argc, char **argv)
{
	struct timespec from, to;
	struct rusage use;
	int status = -1;
	pid_t pid;
	FILE *fp;

	if (argc < 3)
		return 2;
	(void)clock_gettime(CLOCK_MONOTONIC, &from);
	pid = fork();
	if (pid == 0) {
		(void)execvp(argv[2], argv + 2);
		_exit(127);
	}
	if (pid < 0 || wait4(pid, &status, 0, &use) != pid)
		return 3;
	(void)clock_gettime(CLOCK_MONOTONIC, &to);
	fp = fopen(argv[1], "w");
	if (!fp)
		return 3;
	fprintf(fp, "%.4f %ld %d %.4f\n", (double)(to.tv_sec - from.tv_sec) +
	    (double)(to.tv_nsec - from.tv_nsec) / 1e9, use.ru_maxrss,
	    WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
	    seconds(&use.ru_utime) + seconds(&use.ru_stime));
	return fclose(fp) != 0;
}
