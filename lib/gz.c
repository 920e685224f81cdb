#include "gz.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <zlib.h>

enum { WINDOW_GZIP = 15 + 16, LEVEL = 6, MEM_LEVEL = 8 };

struct gz {
	z_stream z;
	bool writer;
	bool inside; /* reading: within a member            */
	bool done;   /* writing: the trailer is written out */
};

bool
gz_magic(const char *p, size_t n)
{
	return n >= 2 && p[0] == '\x1f' && p[1] == '\x8b';
}

static struct gz *
gz_new(bool writer)
{
	struct gz *g = calloc(1, sizeof(*g));
	int rc;

	if (!g)
		return NULL;
	g->writer = writer;
	rc = writer ? deflateInit2(&g->z, LEVEL, Z_DEFLATED, WINDOW_GZIP,
	                  MEM_LEVEL, Z_DEFAULT_STRATEGY)
	            : inflateInit2(&g->z, WINDOW_GZIP);
	if (rc == Z_OK)
		return g;
	free(g);
	return NULL;
}

struct gz *
gz_reader(void)
{
	return gz_new(false);
}

struct gz *
gz_writer(void)
{
	return gz_new(true);
}

void
gz_reset(struct gz *g)
{
	(void)inflateReset(&g->z); /* fails on NULL only */
	g->inside = false;
}

static void
point(struct gz *g, struct str in, char *out, size_t n)
{
	g->z.next_in = (Bytef *)(uintptr_t)in.p;
	g->z.avail_in = in.n > UINT_MAX ? UINT_MAX : (uInt)in.n;
	g->z.next_out = (Bytef *)out;
	g->z.avail_out = n > UINT_MAX ? UINT_MAX : (uInt)n;
}

static long
inflate_some(struct gz *g, struct str *in, char *out, size_t n, bool one,
    struct err *e)
{
	size_t got = 0;
	int rc = Z_OK;

	while (got < n) {
		size_t before_in, before_out;

		/* With nothing to read, inflate may still hold output. */
		if (!in->n && (!g->inside || rc == Z_BUF_ERROR))
			break;
		g->inside = true;
		point(g, *in, out + got, n - got);
		before_in = g->z.avail_in;
		before_out = g->z.avail_out;
		rc = inflate(&g->z, Z_NO_FLUSH);
		*in = str_skip(*in, before_in - g->z.avail_in);
		got += before_out - g->z.avail_out;
		if (rc == Z_STREAM_END) {
			g->inside = false;
			(void)inflateReset(&g->z); /* fails on NULL only */
			if (one)
				break;
		} else if (rc == Z_MEM_ERROR) {
			return err_nomem(e);
		} else if (rc != Z_OK && rc != Z_BUF_ERROR) {
			return err_set(e, ERR_FAIL, "gzip: %s",
			    g->z.msg ? g->z.msg : "damaged");
		}
		if (rc == Z_OK && before_in == g->z.avail_in &&
		    before_out == g->z.avail_out)
			break;
	}
	return (long)got;
}

long
gz_inflate(struct gz *g, struct str *in, char *out, size_t n, struct err *e)
{
	return inflate_some(g, in, out, n, false, e);
}

long
gz_member(struct gz *g, struct str *in, char *out, size_t n, struct err *e)
{
	return inflate_some(g, in, out, n, true, e);
}

bool
gz_complete(const struct gz *g)
{
	return !g->inside;
}

size_t
gz_deflate(struct gz *g, struct str *in, bool end, char *out, size_t n)
{
	size_t before_in, got;

	if (g->done)
		return 0;
	point(g, *in, out, n);
	before_in = g->z.avail_in;
	if (deflate(&g->z, end ? Z_FINISH : Z_NO_FLUSH) == Z_STREAM_END)
		g->done = true;
	*in = str_skip(*in, before_in - g->z.avail_in);
	got = n - g->z.avail_out;
	return got;
}

void
gz_free(struct gz *g)
{
	if (!g)
		return;
	if (g->writer)
		(void)deflateEnd(&g->z);
	else
		(void)inflateEnd(&g->z);
	free(g);
}
