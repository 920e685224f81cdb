#include "buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "mix.h"

enum { FIRST = 4096 };

char *
buf_room_slowly(struct buf *b, size_t n)
{
	size_t max = b->max ? b->max : BUF_MAX, cap = b->cap;
	char *p;

	if (!b->failed && n > max - b->n)
		b->full = b->failed = true;
	if (b->failed)
		return NULL;
	if (n <= cap - b->n) {
		b->end = cap < max ? cap : max;
		return b->p + b->n;
	}
	while (cap - b->n < n)
		cap = cap ? cap * 2 : FIRST;
	p = realloc(b->p, cap);
	if (!p) {
		b->failed = true;
		return NULL;
	}
	b->p = p;
	b->cap = cap;
	b->end = cap < max ? cap : max;
	return p + b->n;
}

void
buf_put_slowly(struct buf *b, struct str s)
{
	char *p = s.n ? buf_room(b, s.n) : NULL;

	if (!p)
		return;
	memcpy(p, s.p, s.n);
	b->n += s.n;
}

void
buf_int(struct buf *b, int64_t v)
{
	uint64_t u = v < 0 ? -(uint64_t)v : (uint64_t)v;
	char text[24], *p = text + sizeof(text);

	do
		*--p = (char)('0' + u % 10);
	while (u /= 10);
	if (v < 0)
		*--p = '-';
	buf_put(b, (struct str){ p, (size_t)(text + sizeof(text) - p) });
}

void
buf_fmt(struct buf *b, const char *fmt, ...)
{
	char text[1024];
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (n < 0 || (size_t)n >= sizeof(text))
		b->failed = true;
	else
		buf_put(b, (struct str){ text, (size_t)n });
}

/* RFC 8259, 7: what must be escaped, in its shortest form. */
static void
escape(struct buf *b, unsigned char c)
{
	static const char letter[] = "btn.fr"; /* 0x08 to 0x0D; no \v */

	if (c == '"' || c == '\\') {
		buf_char(b, '\\');
		buf_char(b, (char)c);
	} else if (c >= 0x08 && c <= 0x0D && c != 0x0B) {
		buf_char(b, '\\');
		buf_char(b, letter[c - 0x08]);
	} else {
		buf_fmt(b, "\\u%04x", c);
	}
}

/* Do any of eight bytes need escaping?  (Borrows that run into the next byte
 * only ever say yes too often.) */
static bool
eight_special(uint64_t w)
{
	const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
	uint64_t quote = w ^ ones * '"', slash = w ^ ones * '\\';

	return (((w - ones * ' ') & ~w) | ((quote - ones) & ~quote) |
	    ((slash - ones) & ~slash)) & tops;
}

/* Sixteen bytes at once: any machine that we know has registers for them. */
typedef uint8_t sixteen __attribute__((vector_size(16)));

static bool
sixteen_special(const char *p)
{
	sixteen v, found;
	uint64_t half[2];

	memcpy(&v, p, sizeof(v));
	found = (sixteen)((v < ' ') | (v == '"') | (v == '\\'));
	memcpy(half, &found, sizeof(half));
	return half[0] | half[1];
}

bool
buf_is_plain(struct str s)
{
	const uint64_t spaces = 0x2020202020202020u;

	if (s.n < 8)
		return !eight_special(mix_rest(s.p, s.n) | spaces << 8 * s.n);
	if (s.n < 16)
		return !eight_special(mix_eight(s.p)) &&
		    !eight_special(mix_eight(s.p + s.n - 8));
	for (size_t i = 0; s.n - i > 16; i += 16)
		if (sixteen_special(s.p + i))
			return false;
	return !sixteen_special(s.p + s.n - 16);
}

/* Bytes of s before the first that needs escaping. */
static size_t
plain_bytes(struct str s)
{
	size_t i = 0;

	if (buf_is_plain(s))
		return s.n;
	while (s.n - i >= 16 && !sixteen_special(s.p + i))
		i += 16;
	for (; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c < ' ' || c == '"' || c == '\\')
			break;
	}
	return i;
}

void
buf_json(struct buf *b, struct str s)
{
	size_t n = plain_bytes(s);
	char *p = buf_room(b, n + 2);

	if (!p)
		return;
	*p = '"';
	if (n)
		memcpy(p + 1, s.p, n);
	b->n += n + 1;
	while (n < s.n) {
		s = str_skip(s, n);
		escape(b, (unsigned char)s.p[0]);
		s = str_skip(s, 1);
		n = plain_bytes(s);
		buf_put(b, (struct str){ s.p, n });
	}
	buf_char(b, '"');
}

void
buf_quoted(struct buf *b, struct str s)
{
	char *p = s.n < SIZE_MAX - 2 ? buf_room(b, s.n + 2) : NULL;

	if (!p)
		return;
	*p++ = '"';
	memcpy(p, s.p, s.n);
	p[s.n] = '"';
	b->n += s.n + 2;
}

void
buf_base64(struct buf *b, struct str s)
{
	static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";

	buf_char(b, '"');
	for (size_t i = 0; i < s.n; i += 3) {
		size_t n = s.n - i < 3 ? s.n - i : 3;
		char four[] = "====";
		uint32_t v = 0;

		for (size_t k = 0; k < 3; k++)
			v = v << 8 | (k < n ? (unsigned char)s.p[i + k] : 0u);
		for (size_t k = 0; k <= n; k++)
			four[k] = digit[v >> (18 - 6 * k) & 63];
		buf_put(b, (struct str){ four, 4 });
	}
	buf_char(b, '"');
}

void
buf_key(struct buf *b, bool *first, const char *key)
{
	if (!*first)
		buf_char(b, ',');
	*first = false;
	buf_char(b, '"');
	buf_put(b, str_from(key));
	buf_put(b, STR("\":"));
}

struct str
buf_str(const struct buf *b)
{
	return (struct str){ b->p, b->n };
}

int
buf_check(const struct buf *b, struct err *e)
{
	size_t max = b->max ? b->max : BUF_MAX;

	if (!b->failed)
		return 0;
	if (b->full)
		return err_set(e, ERR_DATA,
		    "what it becomes is longer than %zu bytes", max);
	return err_nomem(e);
}

void
buf_reset(struct buf *b)
{
	b->n = 0;
	b->failed = b->full = false;
}

void
buf_release(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ .max = b->max };
}
