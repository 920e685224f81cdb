#include "in.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

enum { RAW = 1 << 16 };

int
in_open(struct in *in, const char *path, struct err *e)
{
	bool is_stdin = !path || strcmp(path, "-") == 0;

	*in = (struct in){ .name = is_stdin ? "<stdin>" : path };
	in->fd = is_stdin ? STDIN_FILENO
	                  : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (in->fd < 0)
		return err_set(e, ERR_FAIL, "%s: %s", path, strerror(errno));
	return 0;
}

static long
read_fd(struct in *in, char *p, size_t n, struct err *e)
{
	struct pollfd wait = { .fd = in->fd, .events = POLLIN };
	ssize_t got;

	for (;;) {
		got = read(in->fd, p, n);
		if (got >= 0)
			return got;
		if (errno == EAGAIN)
			(void)poll(&wait, 1, -1);
		else if (errno != EINTR)
			return err_set(e, ERR_FAIL, "%s: read: %s", in->name,
			    strerror(errno));
	}
}

/* The first bytes decide: gzip or plain.  Returns as in_read(). */
static long
sniff(struct in *in, char *p, size_t n, struct err *e)
{
	long got = 0, more;

	do {
		more = read_fd(in, p + got, n - (size_t)got, e);
		if (more < 0)
			return -1;
		got += more;
	} while (more && got < 2);
	in->sniffed = true;
	if (!gz_magic(p, (size_t)got))
		return got;
	in->gz = gz_reader();
	in->raw = malloc(n > RAW ? n : RAW);
	if (!in->gz || !in->raw)
		return err_nomem(e);
	memcpy(in->raw, p, (size_t)got);
	in->rest = (struct str){ in->raw, (size_t)got };
	return in_read(in, p, n, e);
}

static long
read_gz(struct in *in, char *p, size_t n, struct err *e)
{
	for (;;) {
		long got = gz_inflate(in->gz, &in->rest, p, n, e);

		if (got < 0) {
			struct err why = *e;

			return err_set(e, why.code, "%s: %.400s", in->name,
			    why.msg);
		}
		if (got)
			return got;
		if (in->ended && gz_complete(in->gz))
			return 0;
		if (in->ended)
			return err_set(e, ERR_FAIL,
			    "%s: gzip: ends in the middle", in->name);
		got = read_fd(in, in->raw, RAW, e);
		if (got < 0)
			return -1;
		in->ended = got == 0;
		in->rest = (struct str){ in->raw, (size_t)got };
	}
}

long
in_read(struct in *in, char *p, size_t n, struct err *e)
{
	if (!in->sniffed)
		return sniff(in, p, n, e);
	return in->gz ? read_gz(in, p, n, e) : read_fd(in, p, n, e);
}

bool
in_waiting(const struct in *in)
{
	struct pollfd now = { .fd = in->fd, .events = POLLIN };

	return !in->rest.n && poll(&now, 1, 0) == 0;
}

void
in_close(struct in *in)
{
	gz_free(in->gz);
	free(in->raw);
	if (in->fd > STDIN_FILENO)
		(void)close(in->fd); /* read only: nothing can be lost */
	*in = (struct in){ 0 };
}
