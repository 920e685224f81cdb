#include "warcin.h"

#include <stdlib.h>

#include "coding.h"
#include "json.h"
#include "warcread.h"

enum {
	FIRST = 1 << 16,
	HEAD = 1 << 16,  /* bytes of the headers of a record */
	SHOWN = 4096,    /* what is shown of a bad one       */
	KEEP = 8 << 20,
};

static void
forget_answers(struct warcin *w)
{
	for (; w->n; w->n--, w->first = (w->first + 1) % WARCIN_ANSWERS) {
		free(w->answers[w->first].p);
		w->answers[w->first].p = NULL;
	}
	w->kept = 0;
}

void
warcin_release(struct warcin *w)
{
	forget_answers(w);
	free(w->p);
	*w = (struct warcin){ 0 };
}

/* Room for at least one more byte behind w->to. */
static int
make_room(struct warcin *w, size_t want, struct err *e)
{
	char *p;

	if (w->from) {
		memmove(w->p, w->p + w->from, w->to - w->from);
		w->to -= w->from;
		w->from = 0;
	}
	if (want <= w->cap)
		return 0;
	p = realloc(w->p, want);
	if (!p)
		return err_nomem(e);
	w->p = p;
	w->cap = want;
	return 0;
}

/* Read on until n bytes are there, or all that is left. */
static int
fill(struct warcin *w, size_t n, struct err *e)
{
	long got;

	if (w->to - w->from >= n)
		return 0;
	if (n > w->cap - w->from &&
	    make_room(w, n > FIRST ? n : FIRST, e) != 0)
		return -1;
	while (!w->ended && w->to - w->from < n) {
		got = in_read(w->in, w->p + w->to, w->cap - w->to, e);
		if (got < 0)
			return -1;
		w->ended = got == 0;
		w->to += (size_t)got;
	}
	return 0;
}

int
warcin_start(struct warcin *w, struct in *in, struct str begun, size_t max,
    struct err *e)
{
	warcin_release(w);
	w->in = in;
	w->max = max;
	w->keep = KEEP < max ? KEEP : max;
	if (make_room(w, begun.n > FIRST ? begun.n : FIRST, e) != 0)
		return -1;
	memcpy(w->p, begun.p, begun.n);
	w->to = begun.n;
	return 0;
}

static struct str
ahead(const struct warcin *w)
{
	return (struct str){ w->p + w->from, w->to - w->from };
}

/* What follows cannot be told apart any more. */
static int
lose_the_way(struct warcin *w, const char *why, struct err *e)
{
	w->broken = true;
	return err_set(e, ERR_DATA, "%s; what follows is not read", why);
}

/* n bytes are of no use to us. */
static int
skip(struct warcin *w, size_t n, struct err *e)
{
	while (n) {
		size_t part = w->to - w->from < n ? w->to - w->from : n;

		w->from += part;
		n -= part;
		if (n && fill(w, n < FIRST ? n : FIRST, e) != 0)
			return -1;
		if (n && w->from == w->to)
			return lose_the_way(w, "the record is cut", e);
	}
	return 0;
}

/* The next record, with its headers and its end.  1; 0: the end; -1. */
static int
take_record(struct warcin *w, struct str *s, struct err *e)
{
	size_t want = 1, head, size, all;
	const char *end = NULL;

	*s = (struct str){ 0 };
	do {
		if (fill(w, want, e) != 0)
			return -1;
		*s = ahead(w);
		end = s->n ? memmem(s->p, s->n, "\r\n\r\n", 4) : NULL;
		want = s->n + 1;
	} while (!end && !w->ended && s->n < HEAD);
	if (!s->n)
		return 0;
	w->record++;
	if (!end || !str_starts(*s, STR("WARC/1.")) ||
	    !warcread_size((struct str){ s->p, (size_t)(end - s->p) + 4 },
	        &size))
		return lose_the_way(w, "it is no WARC record", e);
	head = (size_t)(end - s->p) + 4;
	all = head + size + 4;
	if (size > w->max) {
		if (skip(w, all, e) == 0)
			err_set(e, ERR_DATA, "a record of %zu bytes is longer "
			    "than %zu", size, w->max);
		*s = (struct str){ 0 };
		return -1;
	}
	if (fill(w, all, e) != 0)
		return -1;
	*s = ahead(w);
	if (s->n < all)
		return lose_the_way(w, "the record is cut", e);
	s->n = all;
	w->from += all;
	return 1;
}

/* The same part of a copy. */
static struct str
moved(struct str part, struct str from, const char *to)
{
	return (struct str){ to + (part.p - from.p), part.n };
}

static int
remember(struct warcin *w, const struct warcentry *n, struct str record,
    struct err *e)
{
	struct warcin_answer *a;

	while (w->n && (w->n == WARCIN_ANSWERS ||
	    w->kept + record.n > w->keep)) {
		a = &w->answers[w->first];
		w->kept -= a->n;
		free(a->p);
		a->p = NULL;
		w->first = (w->first + 1) % WARCIN_ANSWERS;
		w->n--;
	}
	a = &w->answers[(w->first + w->n) % WARCIN_ANSWERS];
	a->p = malloc(record.n);
	if (!a->p)
		return err_nomem(e);
	memcpy(a->p, record.p, record.n);
	a->n = record.n;
	a->id = moved(n->id, record, a->p);
	a->body = moved(n->payload, record, a->p);
	a->head = moved(n->block, record, a->p);
	a->head.n -= a->body.n;
	w->kept += a->n;
	w->n++;
	return 0;
}

/* The last first: mostly it is that one. */
static const struct warcin_answer *
find_answer(const struct warcin *w, struct str id)
{
	for (size_t i = w->n; id.n && i-- > 0;) {
		const struct warcin_answer *a =
		    &w->answers[(w->first + i) % WARCIN_ANSWERS];

		if (str_eq(a->id, id))
			return a;
	}
	return NULL;
}

static int
find_body(const struct warcin *w, struct str refers, struct arena *mem,
    struct warcin_line *l, struct err *e)
{
	struct str wanted = json_get(yyjson_doc_get_root(l->doc), "sha256");
	const struct warcin_answer *a = find_answer(w, refers);
	char hex[DIGEST_HEX + 1];
	struct coded c;

	if (!a)
		return err_set(e, ERR_DATA, "its answer is not among the last "
		    "%zu KiB of answers before it; netral-fetch --from FILE "
		    "looks everywhere", w->keep >> 10);
	c = (struct coded){ .body = a->body };
	coding_head(&c, a->head);
	if (coding_undo(&c, &coding_limits_default, mem, e) != 0)
		return -1;
	digest_sha256(c.body, hex);
	if (c.why[0] || !str_eq(str_from(hex), wanted))
		return err_set(e, ERR_DATA,
		    "its body is not the one it speaks of");
	l->body = c.body;
	return 0;
}

/* 1: a line of ours; 0: something else; -1. */
static int
take_line(const struct warcin *w, const struct warcentry *n,
    yyjson_read_flag flags, struct arena *mem, struct warcin_line *l,
    struct err *e)
{
	struct str schema;

	l->text = n->block;
	if (json_read(n->block, flags, mem, &l->doc, e) != 0)
		return -1;
	schema = json_get(yyjson_doc_get_root(l->doc), "schema");
	if (str_eq(schema, STR("coverage/1")))
		return 1;
	if (!str_eq(schema, STR("capture/1")))
		return 0;
	return find_body(w, n->refers, mem, l, e) == 0 ? 1 : -1;
}

static struct str
beginning(struct str s)
{
	return (struct str){ s.p, s.n < SHOWN ? s.n : SHOWN };
}

int
warcin_next(struct warcin *w, yyjson_read_flag flags, struct arena *mem,
    struct warcin_line *l, struct err *e)
{
	struct warcentry n;
	struct str record;
	int rc;

	*l = (struct warcin_line){ 0 };
	while (!w->broken) {
		rc = take_record(w, &record, e);
		l->text = beginning(record);
		if (rc <= 0)
			return rc;
		n = (struct warcentry){ 0 };
		warcread_parse(&n, record);
		if (n.bad)
			return err_set(e, ERR_DATA, "%s", n.bad);
		if (str_eq(n.type, STR("response")) &&
		    remember(w, &n, record, e) != 0)
			return -1;
		if (!str_eq(n.type, STR("metadata")))
			continue;
		rc = take_line(w, &n, flags, mem, l, e);
		if (rc)
			return rc;
	}
	return 0;
}
