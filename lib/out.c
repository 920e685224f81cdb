#include "out.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* A device or a pipe is written to, not replaced. */
static bool
is_special(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

/* The file beside its place, which is ours as long as it is locked.  1: it is;
 * 0: who had it has just given it its name; -1 and errno. */
static int
open_beside(struct out *o)
{
	struct stat mine, there;

	o->fd = open(o->tmp, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
	    0666);
	if (o->fd < 0 || (flock(o->fd, LOCK_EX | LOCK_NB) != 0 &&
	    errno == EWOULDBLOCK) || fstat(o->fd, &mine) != 0)
		return -1;
	if (lstat(o->tmp, &there) != 0)
		return errno == ENOENT ? 0 : -1;
	if (mine.st_ino != there.st_ino || mine.st_dev != there.st_dev)
		return 0;
	/* Who may read what it replaces, and nobody else. */
	if (stat(o->name, &there) == 0 &&
	    ((there.st_mode ^ mine.st_mode) & 0777) &&
	    fchmod(o->fd, there.st_mode & 0777) != 0)
		return -1;
	if (ftruncate(o->fd, 0) != 0)
		return -1;
	o->lock = fcntl(o->fd, F_DUPFD_CLOEXEC, 0);
	return o->lock < 0 ? -1 : 1;
}

static int
begin_beside(struct out *o, struct err *e)
{
	int rc, why;

	while ((rc = open_beside(o)) <= 0) {
		why = errno;
		if (o->fd >= 0)
			(void)close(o->fd);
		o->fd = -1;
		if (rc < 0)
			return err_set(e, ERR_FAIL, "%s: %s", o->tmp,
			    why == EWOULDBLOCK ? "somebody else writes it"
			                       : strerror(why));
	}
	return 0;
}

int
out_open(struct out *o, const char *path, struct err *e)
{
	bool file = path && strcmp(path, "-") != 0;
	bool beside = file && !is_special(path);

	*o = (struct out){ .name = file ? path : "<stdout>",
		.fd = STDOUT_FILENO };
	o->buf = malloc(OUT_BUF);
	if (file && str_ends(str_from(path), STR(".gz"))) {
		o->gz = gz_writer();
		o->packed = malloc(OUT_BUF);
	}
	if (beside && asprintf(&o->tmp, "%s.tmp", path) < 0)
		o->tmp = NULL;
	if (!o->buf || (beside && !o->tmp) || (!o->gz != !o->packed)) {
		o->fd = -1;
		return err_nomem(e);
	}
	if (!file)
		return 0;
	if (beside)
		return begin_beside(o, e);
	o->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (o->fd >= 0)
		return 0;
	return err_set(e, ERR_FAIL, "%s: %s", path, strerror(errno));
}

static void
write_fd(struct out *o, struct str s)
{
	struct pollfd wait = { .fd = o->fd, .events = POLLOUT };
	ssize_t done;

	while (s.n && !o->errnum) {
		done = write(o->fd, s.p, s.n);
		if (done >= 0)
			s = str_skip(s, (size_t)done);
		else if (errno == EAGAIN)
			(void)poll(&wait, 1, -1);
		else if (errno != EINTR)
			o->errnum = errno;
	}
}

/* Hand on bytes, packed if the file is; end: nothing follows. */
static void
pass(struct out *o, struct str s, bool end)
{
	size_t n;

	if (!o->gz) {
		write_fd(o, s);
		return;
	}
	while ((n = gz_deflate(o->gz, &s, end, o->packed, OUT_BUF)) || s.n) {
		if (o->errnum)
			return;
		write_fd(o, (struct str){ o->packed, n });
	}
}

static void
drain(struct out *o, bool end)
{
	if (o->n || end)
		pass(o, (struct str){ o->buf, o->n }, end);
	o->n = 0;
}

void
out_flush(struct out *o)
{
	drain(o, false);
}

void
out_put_slowly(struct out *o, struct str s)
{
	if (o->errnum || !s.n)
		return;
	drain(o, false);
	if (s.n > OUT_BUF)
		pass(o, s, false);
	else
		out_put(o, s);
}

void
out_line(struct out *o, struct str s)
{
	out_put(o, s);
	out_put(o, STR("\n"));
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void
out_splice(struct out *o, struct str line, const char *key, struct str value)
{
	size_t n = line.n, before;

	while (n && line.p[n - 1] != '}')
		n--;
	before = n ? --n : 0;
	while (before && is_space(line.p[before - 1]))
		before--;
	out_put(o, (struct str){ line.p, n });
	out_put(o, before && line.p[before - 1] != '{' ? STR(",\"")
	                                               : STR("\""));
	out_put(o, str_from(key));
	out_put(o, STR("\":"));
	out_put(o, value);
	out_line(o, str_skip(line, n));
}

int
out_close(struct out *o, bool keep, struct err *e)
{
	bool opened = o->fd >= 0;
	int rc = 0;

	if (o->closed)
		return 0;
	o->closed = true;
	if (opened)
		drain(o, true);
	if (opened && o->tmp && keep && !o->errnum && fsync(o->fd) != 0)
		o->errnum = errno;
	if (opened && close(o->fd) != 0 && !o->errnum)
		o->errnum = errno;
	if (opened && o->tmp && keep && !o->errnum &&
	    rename(o->tmp, o->name) != 0)
		o->errnum = errno;
	if (opened && o->tmp && (!keep || o->errnum))
		(void)unlink(o->tmp);
	if (opened && o->tmp)
		(void)close(o->lock); /* now others may begin theirs */
	if (o->errnum)
		rc = err_set(e, ERR_FAIL, "%s: write: %s", o->name,
		    strerror(o->errnum));
	gz_free(o->gz);
	free(o->packed);
	free(o->buf);
	free(o->tmp);
	o->buf = o->packed = o->tmp = NULL;
	o->gz = NULL;
	return rc;
}
