#include "gate.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_ROOM = 4096 };

static int
open_pipe(const char *dir, const char *name, int how, struct err *e)
{
	char path[PATH_ROOM];
	int fd;

	(void)snprintf(path, sizeof(path), "%s/%s", dir, name);
	fd = open(path, how | O_CLOEXEC);
	if (fd < 0)
		(void)err_set(e, ERR_FAIL, "%s: %s (from NETRAL_GATE)", path,
		    strerror(errno));
	return fd;
}

int
gate_open(struct gate *g, struct err *e)
{
	const char *dir = getenv("NETRAL_GATE");

	if (!dir || !*dir)
		return 0;
	g->said = open_pipe(dir, "said", O_WRONLY, e);
	if (g->said >= 0)
		g->go = open_pipe(dir, "go", O_RDONLY, e);
	return g->said < 0 || g->go < 0 ? -1 : 0;
}

/* People with cases in it. */
static size_t
count_cases(const struct view *v)
{
	size_t n = 0;

	if (v->audience == AUDIENCE_OFFICER)
		return v->rank.n_cases;
	for (size_t i = 0; i < v->rank.n_employees; i++)
		n += str_eq(v->rank.cases[i].person->id, v->subject);
	return n;
}

static void
put_member(struct buf *b, const char *key, struct str value)
{
	bool first = b->n == 1;

	if (!value.n)
		return;
	buf_key(b, &first, key);
	buf_json(b, value);
}

static void
put_line(struct buf *b, const struct gate *g, const struct view *v,
    const char *format)
{
	buf_char(b, '{');
	put_member(b, "office", str_from(v->office.dir));
	put_member(b, "format", str_from(format));
	put_member(b, "audience", v->audience == AUDIENCE_SUBJECT
	    ? STR("subject") : STR("officer"));
	put_member(b, "subject", v->subject);
	put_member(b, "by", str_from(g->by));
	put_member(b, "why", str_from(g->why));
	buf_fmt(b, ",\"cases\":%zu}\n", count_cases(v));
}

/* Is the answer yes? */
static bool
passes(struct gate *g, struct str line)
{
	char answer[8];
	ssize_t n = write(g->said, line.p, line.n);

	if (n == (ssize_t)line.n)
		do
			n = read(g->go, answer, sizeof(answer));
		while (n < 0 && errno == EINTR);
	return n >= 3 && memcmp(answer, "yes", 3) == 0;
}

int
gate_ask(struct gate *g, const struct view *v, const char *format,
    struct err *e)
{
	struct buf b = { .max = BUF_MAX };
	bool yes;

	if (!g->said)
		return 0;
	put_line(&b, g, v, format);
	yes = buf_check(&b, e) == 0 && passes(g, buf_str(&b));
	buf_release(&b);
	(void)close(g->said);
	(void)close(g->go);
	return yes ? 0 : err_set(e, ERR_FAIL, "names are shown only when the "
	    "look is noted in the ledger, and it could not be: nothing is "
	    "printed");
}
