#include "coding.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>

#include "detail.h"
#include "gz.h"

const struct coding_limits coding_limits_default = {
	.decoded = 16 << 20, .ratio = 100,
};

enum { FREE_OF_RATIO = 1 << 20, STEP = 1 << 16 };

/* The size of a chunk; false: this is none. */
static bool
chunk_size(struct str *s, size_t *size)
{
	size_t digits = 0;

	for (*size = 0; s->n && isxdigit((unsigned char)s->p[0]); digits++) {
		unsigned char c = (unsigned char)s->p[0];

		if (digits == 8)
			return false;
		*size = *size << 4 | (c <= '9' ? c - 48u : (c | 32u) - 87u);
		*s = str_skip(*s, 1);
	}
	while (s->n && s->p[0] != '\n')
		*s = str_skip(*s, 1); /* extensions mean nothing to us */
	if (!digits || !s->n)
		return false;
	*s = str_skip(*s, 1);
	return true;
}

static struct str
trimmed(struct str s)
{
	while (s.n && (unsigned char)s.p[0] <= ' ')
		s = str_skip(s, 1);
	while (s.n && (unsigned char)s.p[s.n - 1] <= ' ')
		s.n--;
	return s;
}

void
coding_head(struct coded *c, struct str head)
{
	while (head.n) {
		const char *nl = memchr(head.p, '\n', head.n);
		size_t n = nl ? (size_t)(nl - head.p) + 1 : head.n;
		struct str line = { head.p, n }, name;
		const char *colon = memchr(line.p, ':', line.n);

		head = str_skip(head, n);
		if (!colon)
			continue;
		name = (struct str){ line.p, (size_t)(colon - line.p) };
		line = str_skip(line, name.n + 1);
		if (str_same(name, STR("transfer-encoding")))
			c->transfer = trimmed(line);
		else if (str_same(name, STR("content-encoding")))
			c->encoding = trimmed(line);
	}
}

static int wrong(struct coded *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static int
wrong(struct coded *a, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(a->why, sizeof(a->why), fmt, ap);
	va_end(ap);
	return 0;
}

static int
broken(struct coded *a, const char *why)
{
	a->cut = true;
	return wrong(a, DETAIL_SAID, why);
}

static int
undo_chunks(struct coded *a, struct arena *mem, struct err *e)
{
	struct str from = a->body;
	char *to = arena_alloc(mem, 1, from.n + 1);
	size_t n = 0, size;

	if (!to && mem->full)
		return broken(a, DETAIL_BIG_CHUNKS);
	if (!to)
		return err_nomem(e);
	for (;;) {
		if (!chunk_size(&from, &size))
			return broken(a, DETAIL_BAD_CHUNKS);
		if (!size)
			break; /* what follows are trailers */
		if (size > from.n)
			return broken(a, DETAIL_CUT_CHUNK);
		memcpy(to + n, from.p, size);
		n += size;
		from = str_skip(from, size);
		if (str_starts(from, STR("\r\n")))
			from = str_skip(from, 2);
		else if (str_starts(from, STR("\n")))
			from = str_skip(from, 1);
		else
			return broken(a, DETAIL_BAD_CHUNKS);
	}
	to[n] = '\0';
	a->body = (struct str){ to, n };
	return 0;
}

static int
unpack(struct gz *g, struct coded *a, const struct coding_limits *max,
    struct arena *mem, struct err *e)
{
	struct str from = a->body;
	size_t cap = 0, n = 0;
	char *to = NULL, *more;
	struct err why = { 0 };
	long got = 1;

	while (got > 0) {
		if (n + STEP > cap) {
			size_t want = cap ? cap * 2 : STEP * 2;

			more = arena_grow(mem, to, cap, want);
			if (!more && mem->full)
				return wrong(a, DETAIL_PACKED_BIG, mem->cap);
			if (!more)
				return err_nomem(e);
			to = more;
			cap = want;
		}
		got = gz_inflate(g, &from, to + n, STEP, &why);
		if (got < 0 && why.code == ERR_FAIL && !gz_complete(g))
			return wrong(a, DETAIL_PACKED_BAD);
		if (got < 0)
			return err_nomem(e);
		n += (size_t)got;
		if (n > max->decoded)
			return wrong(a, DETAIL_PACKED_LONG, max->decoded);
		if (n > FREE_OF_RATIO && n / max->ratio > a->body.n)
			return wrong(a, DETAIL_PACKED_BOMB, max->ratio);
	}
	if (!gz_complete(g))
		return broken(a, DETAIL_PACKED_CUT);
	to[n] = '\0'; /* n + STEP <= cap before the last step */
	a->body = (struct str){ to, n };
	return 0;
}

int
coding_undo(struct coded *a, const struct coding_limits *max,
    struct arena *mem, struct err *e)
{
	struct gz *g;
	int rc;

	a->why[0] = '\0';
	a->cut = false;
	if (str_same(a->transfer, STR("chunked")) &&
	    undo_chunks(a, mem, e) != 0)
		return -1;
	if (a->why[0] || !a->body.n || !a->encoding.n ||
	    str_same(a->encoding, STR("identity")))
		return 0;
	if (!str_same(a->encoding, STR("gzip")) &&
	    !str_same(a->encoding, STR("x-gzip")))
		return wrong(a, DETAIL_PACKED_AS,
		    (int)(a->encoding.n < 60 ? a->encoding.n : 60),
		    a->encoding.p);
	g = gz_reader();
	if (!g)
		return err_nomem(e);
	rc = unpack(g, a, max, mem, e);
	gz_free(g);
	return rc;
}
