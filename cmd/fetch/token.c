#include "token.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"

enum { NAME = 128, PATH = 4096, TOKEN = 8192 };

static int
read_file(const struct source *s, const char *path, struct str *value,
    struct arena *mem, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	char text[TOKEN + 1];
	struct stat st;
	ssize_t n;

	if (fd < 0 || fstat(fd, &st) != 0) {
		err_set(e, ERR_USAGE, "key of source %.*s: %.300s: %s",
		    STR_ARG(s->name), path, strerror(errno));
		if (fd >= 0)
			(void)close(fd);
		return -1;
	}
	n = read(fd, text, sizeof(text));
	(void)close(fd);
	if (!S_ISREG(st.st_mode) || st.st_mode & 077)
		return err_set(e, ERR_USAGE, "key of source %.*s: %.300s: "
		    "others may read it; chmod 600 it", STR_ARG(s->name), path);
	if (n < 0 || n > TOKEN)
		return err_set(e, ERR_USAGE, "key of source %.*s: %.300s: "
		    "cannot be read, or is no key", STR_ARG(s->name), path);
	while (n > 0 && (text[n - 1] == '\n' || text[n - 1] == '\r'))
		n--;
	*value = arena_copy(mem, (struct str){ text, (size_t)n });
	explicit_bzero(text, sizeof(text));
	return value->p ? 0 : err_nomem(e);
}

/* The file that holds the key: named by NAME_FILE, or a credential of systemd
 * by the name in small letters.  False: there is none. */
static bool
find_file(const char *env, char path[PATH])
{
	const char *dir = getenv("CREDENTIALS_DIRECTORY"), *file;
	char name[NAME + 8];

	(void)snprintf(name, sizeof(name), "%s_FILE", env);
	file = getenv(name);
	if (file)
		return snprintf(path, PATH, "%s", file) < PATH;
	if (!dir || snprintf(path, PATH, "%s/%s", dir, env) >= PATH)
		return false;
	return access(path, F_OK) == 0;
}

static int
load(const struct source *s, struct str env, struct str *value,
    struct arena *mem, struct err *e)
{
	char name[NAME], path[PATH];

	if (!env.n)
		return 0;
	if (env.n >= NAME)
		return err_set(e, ERR_USAGE, "%s: env: too long",
		    s->conf.path);
	memcpy(name, env.p, env.n);
	name[env.n] = '\0';
	if (getenv(name)) {
		*value = arena_copy(mem, str_from(getenv(name)));
		if (!value->p)
			return err_nomem(e);
	} else if (find_file(name, path) &&
	    read_file(s, path, value, mem, e) != 0) {
		return -1;
	}
	for (size_t i = 0; i < value->n; i++)
		if (value->p[i] <= ' ' || value->p[i] > '~')
			return err_set(e, ERR_USAGE, "%s: holds a byte that "
			    "no key has", name);
	return 0;
}

/* Budgets belong to a key.  What names it in fetch.db gives nothing away. */
static int
mark(struct source *s, struct arena *mem, struct err *e)
{
	enum { MARK = 12 };
	char hex[DIGEST_HEX + 1];

	if (!s->token.n)
		return 0;
	digest_sha256(s->token, hex);
	s->token_mark = arena_copy(mem, (struct str){ hex, MARK });
	return s->token_mark.p ? 0 : err_nomem(e);
}

int
token_load(struct source *s, struct arena *mem, struct err *e)
{
	return load(s, s->token_env, &s->token, mem, e) != 0 ||
	    mark(s, mem, e) != 0 ||
	    load(s, s->own_env, &s->own_id, mem, e) != 0 ? -1 : 0;
}

void
token_leave_environment(const struct source *s)
{
	char name[NAME], *value;

	if (!s->token_env.n)
		return;
	(void)snprintf(name, sizeof(name), "%.*s", STR_ARG(s->token_env));
	value = getenv(name);
	if (value)
		explicit_bzero(value, strlen(value));
}

void
token_wipe(struct source *s)
{
	if (s->token.p)
		explicit_bzero((void *)(uintptr_t)s->token.p, s->token.n);
	s->token = (struct str){ 0 };
}
