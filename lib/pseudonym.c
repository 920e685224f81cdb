#include "pseudonym.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"

enum { INPUT = 1024 }; /* bytes of kind and s that count */

static int
read_key(struct pseudonym *p, int fd, const char *path, struct err *e)
{
	struct stat st;
	ssize_t got;

	if (fstat(fd, &st) != 0)
		return err_set(e, ERR_USAGE, "%s: %s", path, strerror(errno));
	if (st.st_mode & (S_IRWXG | S_IRWXO))
		return err_set(e, ERR_USAGE, "%s: others may read this key: "
		    "chmod 600 it", path);
	while ((got = read(fd, p->key + p->n, sizeof(p->key) - p->n)) > 0 ||
	    (got < 0 && errno == EINTR))
		p->n += got > 0 ? (size_t)got : 0;
	if (got < 0)
		return err_set(e, ERR_USAGE, "%s: %s", path, strerror(errno));
	if (p->n == sizeof(p->key))
		return err_set(e, ERR_USAGE, "%s: a key has less than %d "
		    "bytes", path, PSEUDONYM_KEY);
	while (p->n && (p->key[p->n - 1] == '\n' || p->key[p->n - 1] == '\r'))
		p->n--;
	if (p->n < PSEUDONYM_MIN)
		return err_set(e, ERR_USAGE, "%s: a key has at least %d bytes",
		    path, PSEUDONYM_MIN);
	return 0;
}

int
pseudonym_open(struct pseudonym *p, const char *path, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), rc;

	p->n = 0;
	if (fd < 0)
		return err_set(e, ERR_USAGE, "%s: %s", path, strerror(errno));
	rc = read_key(p, fd, path, e);
	(void)close(fd);
	return rc;
}

static size_t
put_low(char *to, size_t at, struct str s)
{
	for (size_t i = 0; i < s.n && at < INPUT; i++)
		to[at++] = (char)(s.p[i] >= 'A' && s.p[i] <= 'Z'
		        ? s.p[i] | 0x20 : s.p[i]);
	return at;
}

void
pseudonym_of(const struct pseudonym *p, struct str kind, struct str s,
    char text[PSEUDONYM_TEXT + 1])
{
	char input[INPUT + 1], hex[DIGEST_HEX + 1];
	size_t n = put_low(input, 0, kind);

	input[n++] = '\0';
	n = put_low(input, n, s);
	digest_hmac((struct str){ p->key, p->n }, (struct str){ input, n },
	    hex);
	memcpy(text, "p:", 2);
	memcpy(text + 2, hex, PSEUDONYM_TEXT - 2);
	text[PSEUDONYM_TEXT] = '\0';
}
