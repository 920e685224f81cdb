#include "gate.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int
gate_open(struct gate *g, struct err *e)
{
	const char *asked = getenv("NETRAL_GATE");

	if (!asked || !*asked)
		return 0;
	if (fcntl(GATE_SAID, F_SETFD, FD_CLOEXEC) != 0 ||
	    fcntl(GATE_GO, F_SETFD, FD_CLOEXEC) != 0)
		return err_set(e, ERR_FAIL, "NETRAL_GATE is set, but %d and %d "
		    "are not open: call it by 'netral report'", GATE_SAID,
		    GATE_GO);
	g->asks = true;
	return 0;
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

/* Is the answer yes?  It is there when the reader of the line has gone. */
static bool
passes(struct str line)
{
	struct pollfd reader = { .fd = GATE_SAID };
	char answer[4];

	if (write(GATE_SAID, line.p, line.n) != (ssize_t)line.n)
		return false;
	while (poll(&reader, 1, -1) < 0)
		if (errno != EINTR)
			return false;
	return read(GATE_GO, answer, sizeof(answer)) == sizeof(answer) &&
	    memcmp(answer, "yes\n", sizeof(answer)) == 0;
}

int
gate_ask(struct gate *g, const struct view *v, const char *format,
    struct err *e)
{
	struct buf b = { .max = BUF_MAX };
	bool yes;

	if (!g->asks)
		return 0;
	put_line(&b, g, v, format);
	yes = buf_check(&b, e) == 0 && passes(buf_str(&b));
	buf_release(&b);
	return yes ? 0 : err_set(e, ERR_FAIL, "names are shown only when the "
	    "look is noted in the ledger, and it could not be: nothing is "
	    "printed");
}
