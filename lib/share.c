#include "share.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "str.h"

/* The folder of the running program into dir. */
static int
own_folder(char dir[SHARE_PATH])
{
	ssize_t n = readlink("/proc/self/exe", dir, SHARE_PATH - 1);
	char *slash;

	if (n <= 0 || n == SHARE_PATH - 1)
		return -1;
	dir[n] = '\0';
	slash = strrchr(dir, '/');
	if (!slash)
		return -1;
	*slash = '\0';
	return 0;
}

int
share_path(const char *name, char path[SHARE_PATH], struct err *e)
{
	static const char *const up[] = { "/..", "/../.." };
	const char *given = getenv("NETRAL_SHARE");
	char dir[SHARE_PATH];

	if (given) {
		(void)snprintf(path, SHARE_PATH, "%s/%s", given, name);
		if (access(path, R_OK) == 0)
			return 0;
		return err_set(e, ERR_USAGE, "%s: %s (from NETRAL_SHARE)",
		    path, strerror(errno));
	}
	if (own_folder(dir) != 0)
		return err_set(e, ERR_USAGE, "cannot tell where this program "
		    "is; set NETRAL_SHARE to the folder share/netral");
	for (int i = 0; i < 2; i++)
		if ((size_t)snprintf(path, SHARE_PATH, "%s%s/share/netral/%s",
		        dir, up[i], name) < SHARE_PATH &&
		    access(path, R_OK) == 0)
			return 0;
	return err_set(e, ERR_USAGE, "no share/netral/%s beside %s; set "
	    "NETRAL_SHARE to the folder that has it", name, dir);
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char **
share_list(const char *dir, const char *suffix, int *n, struct err *e)
{
	char **list = calloc(SHARE_FILES, sizeof(*list));
	DIR *d = list ? opendir(dir) : NULL;
	const struct dirent *f;
	bool nomem = !list, full;
	int why;

	*n = 0;
	if (!d) {
		free(list);
		err_set(e, ERR_USAGE, "%s: %s", dir, strerror(errno));
		return NULL;
	}
	while (!nomem && *n < SHARE_FILES) {
		errno = 0; /* the only way to tell the end from a failure */
		f = readdir(d);
		if (!f)
			break;
		if (f->d_name[0] == '.' || !str_ends(str_from(f->d_name),
		        str_from(suffix)))
			continue;
		list[*n] = strdup(f->d_name);
		nomem = !list[*n];
		*n += !nomem;
	}
	why = nomem || *n == SHARE_FILES ? 0 : errno;
	full = *n == SHARE_FILES;
	(void)closedir(d);
	if (nomem || why || full) {
		share_free(list, *n);
		if (full)
			err_set(e, ERR_USAGE, "%s: more than %d files", dir,
			    SHARE_FILES - 1);
		else if (nomem)
			err_nomem(e);
		else
			err_set(e, ERR_FAIL, "%s: %s", dir, strerror(why));
		return NULL;
	}
	qsort(list, (size_t)*n, sizeof(*list), by_bytes);
	return list;
}

void
share_free(char **list, int n)
{
	for (int i = 0; list && i < n; i++)
		free(list[i]);
	free(list);
}

int
share_each(const char *name, share_file *each, void *ctx, struct err *e)
{
	char dir[SHARE_PATH], path[2 * SHARE_PATH];
	char **names;
	int n, rc = 0;

	if (share_path(name, dir, e) != 0)
		return -1;
	names = share_list(dir, ".json", &n, e);
	if (!names)
		return -1;
	for (int i = 0; i < n && rc == 0; i++) {
		(void)snprintf(path, sizeof(path), "%s/%s", dir, names[i]);
		rc = each(ctx, path, e);
	}
	share_free(names, n);
	return rc;
}
