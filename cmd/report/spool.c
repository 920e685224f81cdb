#include "spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BUFFER = 256 << 10 };

/* A file without a name, where the file system cannot: one that loses it. */
static int
open_nameless(const char *dir)
{
	char path[4096];
	int n, fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR &&
	    errno != EINVAL))
		return fd;
	n = snprintf(path, sizeof(path), "%s/netral-XXXXXX", dir);
	if (n < 0 || (size_t)n >= sizeof(path))
		return -1;
	fd = mkostemp(path, O_CLOEXEC);
	if (fd >= 0)
		(void)unlink(path);
	return fd;
}

int
spool_open(struct spool *s, struct arena *mem, struct err *e)
{
	const char *dir = getenv("TMPDIR");

	*s = (struct spool){ .fd = -1 };
	s->buf = arena_alloc(mem, 1, BUFFER);
	if (!s->buf)
		return err_nomem(e);
	if (!dir || !*dir) {
		dir = "/tmp";
		s->fd = open_nameless("/var/tmp"); /* more room, as a rule */
	}
	if (s->fd < 0)
		s->fd = open_nameless(dir);
	if (s->fd < 0)
		return err_set(e, ERR_FAIL, "%s: cannot have a temporary file: "
		    "%s (set TMPDIR)", dir, strerror(errno));
	return 0;
}

static int
broken(struct err *e, const char *what)
{
	return err_set(e, ERR_FAIL, "temporary file: cannot %s: %s", what,
	    strerror(errno));
}

static int
write_all(struct spool *s, struct str text, struct err *e)
{
	if (lseek(s->fd, 0, SEEK_END) < 0)
		return broken(e, "seek");
	while (text.n) {
		ssize_t n = write(s->fd, text.p, text.n);

		if (n < 0 && errno != EINTR)
			return broken(e, "write");
		if (n > 0)
			text = str_skip(text, (size_t)n);
	}
	return 0;
}

int
spool_put(struct spool *s, struct str text, struct line *line, struct err *e)
{
	*line = (struct line){ s->total, text.n };
	if (text.n > BUFFER - s->n) {
		if (write_all(s, (struct str){ s->buf, s->n }, e) != 0)
			return -1;
		s->n = 0;
	}
	if (text.n > BUFFER) {
		if (write_all(s, text, e) != 0)
			return -1;
	} else if (text.n) {
		memcpy(s->buf + s->n, text.p, text.n);
		s->n += text.n;
	}
	s->total += text.n;
	return 0;
}

static int
read_all(struct spool *s, size_t at, char *to, size_t want, struct err *e)
{
	if (lseek(s->fd, (off_t)at, SEEK_SET) < 0)
		return broken(e, "seek");
	while (want) {
		ssize_t n = read(s->fd, to, want);

		if (n == 0)
			errno = EIO; /* somebody has cut it */
		if (n == 0 || (n < 0 && errno != EINTR))
			return broken(e, "read");
		if (n > 0) {
			to += n;
			want -= (size_t)n;
		}
	}
	return 0;
}

int
spool_read(struct spool *s, struct line line, void *to, struct err *e)
{
	size_t written = s->total - s->n;

	if (line.at < written)
		return read_all(s, line.at, to, line.n, e);
	memcpy(to, s->buf + (line.at - written), line.n);
	return 0;
}

int
spool_get(struct spool *s, struct line line, struct arena *mem,
    struct str *text, struct err *e)
{
	char *p = arena_alloc(mem, 1, line.n + 1);

	*text = (struct str){ 0 };
	if (!p)
		return 0;
	if (spool_read(s, line, p, e) != 0)
		return -1;
	p[line.n] = '\0';
	*text = (struct str){ p, line.n };
	return 0;
}

void
spool_close(struct spool *s)
{
	if (s->buf && s->fd >= 0)
		(void)close(s->fd);
	*s = (struct spool){ .fd = -1 };
}
