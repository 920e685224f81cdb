#include "reject.h"

#include <errno.h>
#include <stdint.h>

#include "utf8.h"

/* Text that stays short as a JSON string: control bytes take six each. */
static bool
is_text(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' &&
		    (!s.p[i] || !strchr("\t\r\n", s.p[i])))
			return false;
	return utf8_bad(s) == s.n;
}

/* A file's name may be any bytes; what is not UTF-8 becomes '?'. */
static void
put_name(struct buf *b, struct str s)
{
	size_t from = b->n + 1, bad;

	if (utf8_bad(s) == s.n) {
		buf_json(b, s);
		return;
	}
	buf_char(b, '"');
	buf_put(b, s);
	while (!b->failed && (bad = utf8_bad((struct str){ b->p + from,
	        b->n - from })) < b->n - from)
		b->p[from + bad] = '?';
	for (size_t i = from; i < b->n; i++)
		if ((unsigned char)b->p[i] < ' ' || b->p[i] == '"' ||
		    b->p[i] == '\\')
			b->p[i] = '?';
	buf_char(b, '"');
}

static void
put_record(struct reject *r, struct rejected what, const struct err *e)
{
	struct buf *b = &r->buf;

	buf_reset(b);
	b->max = SIZE_MAX; /* as long as the line it keeps */
	buf_put(b, STR("{\"schema\":\"reject/1\",\"tool\":"));
	buf_json(b, str_from(r->tool));
	buf_put(b, STR(",\"source\":"));
	put_name(b, str_from(what.source));
	buf_fmt(b, ",\"line\":%lu", what.line);
	if (e->byte)
		buf_fmt(b, ",\"byte\":%zu", e->byte);
	buf_put(b, STR(",\"reason\":"));
	buf_json(b, str_from(e->msg));
	buf_fmt(b, ",\"bytes\":%zu", what.bytes);
	if (what.raw.n < what.bytes)
		buf_put(b, STR(",\"raw_cut\":true"));
	if (is_text(what.raw)) {
		buf_put(b, STR(",\"raw\":"));
		buf_json(b, what.raw);
	} else {
		buf_put(b, STR(",\"raw_base64\":"));
		buf_base64(b, what.raw);
	}
	buf_char(b, '}');
	if (b->failed && !r->out->errnum)
		r->out->errnum = ENOMEM; /* out_close() will say so */
	out_line(r->out, buf_str(b));
}

void
reject_put(struct reject *r, struct rejected what, const struct err *e)
{
	r->n++;
	if (!r->quiet && r->n <= REJECT_SHOWN) {
		fprintf(r->log, "%s: %s:%lu", r->tool, what.source, what.line);
		if (e->byte)
			fprintf(r->log, ":%zu", e->byte);
		fprintf(r->log, ": %s\n", e->msg);
	}
	if (!r->quiet && r->n == REJECT_SHOWN + 1)
		fprintf(r->log, "%s: more was refused; --reject FILE keeps "
		    "all of it\n", r->tool);
	if (r->out)
		put_record(r, what, e);
}

void
reject_release(struct reject *r)
{
	buf_release(&r->buf);
}
