#ifndef SHARE_H
#define SHARE_H
/*
 * share -- where the data files of the tools are: maps, lexicons, packs.
 *
 * $NETRAL_SHARE if set; else share/netral beside the folder of the program
 * (build/bin/.. or PREFIX/libexec/netral/../..).
 */
#include "err.h"

enum { SHARE_PATH = 1024, SHARE_FILES = 256 };

/* share_path(name, path, e): the path of share/netral/NAME.  Returns 0, or -1
 * with *e set (ERR_USAGE) if the folder is not found. */
int share_path(const char *name, char path[SHARE_PATH], struct err *e);

/* share_list(dir, suffix, n, e): names in a folder that end in suffix, sorted
 * by bytes, each from malloc, the list too.  NULL with *e set. */
char **share_list(const char *dir, const char *suffix, int *n, struct err *e);

/* share_free(list, n) */
void share_free(char **list, int n);

/* share_each(name, each, ctx, e): each(ctx, path, e) for every file *.json of
 * share/netral/NAME, in order, until one is not 0.  Returns that, or -1 with *e
 * set. */
typedef int share_file(void *ctx, const char *path, struct err *e);
int share_each(const char *name, share_file *each, void *ctx, struct err *e);
#endif
