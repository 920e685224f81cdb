#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH = 4096 };

int
folder_own(const char *path, struct err *e)
{
	struct stat st;

	if (mkdir(path, 0700) != 0 && errno != EEXIST)
		return err_set(e, ERR_USAGE, "%.300s: %s", path,
		    strerror(errno));
	if (lstat(path, &st) != 0 || !S_ISDIR(st.st_mode))
		return err_set(e, ERR_USAGE, "%.300s: not a folder", path);
	if (st.st_mode & 077 || st.st_uid != geteuid())
		return err_set(e, ERR_USAGE, "%.300s: others may look into it: "
		    "it holds personal data; chmod 700 it", path);
	return 0;
}

int
folder_lock(const char *dir, struct err *e)
{
	char path[PATH];
	int fd;

	(void)snprintf(path, sizeof(path), "%s/lock", dir);
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return err_set(e, ERR_FAIL, "%.300s: %s", path,
		    strerror(errno));
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		return fd;
	(void)close(fd);
	return err_set(e, ERR_FAIL, "%.300s: another fetch is at work there",
	    dir);
}
