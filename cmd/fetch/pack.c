#include "pack.h"

#include <libdeflate.h>

enum {
	LEVEL = 1, STORED_MAX = 65535, STORED_HEAD = 5,
	PACK_HEAD_N = sizeof(PACK_HEAD) - 1,
};

const char pack_name[] = "libdeflate " LIBDEFLATE_VERSION_STRING ", level 1";

struct pack *
pack_new(void)
{
	return (struct pack *)libdeflate_alloc_compressor(LEVEL);
}

static void
little(char *p, uint32_t v, unsigned bytes)
{
	for (; bytes; bytes--, v >>= 8)
		*p++ = (char)(v & 255);
}

/* A block that stands as it is (RFC 1951, 3.2.4): its first bytes. */
static void
block_head(char p[STORED_HEAD], size_t n, bool last)
{
	p[0] = (char)last;
	little(p + 1, (uint32_t)n, 2);
	little(p + 3, ~(uint32_t)n, 2);
}

static void
store(struct buf *to, struct str s)
{
	char head[STORED_HEAD];

	do {
		size_t n = s.n < STORED_MAX ? s.n : STORED_MAX;

		block_head(head, n, n == s.n);
		buf_put(to, (struct str){ head, sizeof(head) });
		buf_put(to, (struct str){ s.p, n });
		s = str_skip(s, n);
	} while (s.n);
}

static void
put_end(struct buf *to, uint32_t sum, size_t n)
{
	char end[8];

	little(end, sum, 4);
	little(end + 4, (uint32_t)n, 4);
	buf_put(to, (struct str){ end, sizeof(end) });
}

void
pack_member(struct pack *p, struct str s, bool squeeze, struct buf *to)
{
	size_t at, n = 0;

	buf_put(to, STR(PACK_HEAD));
	at = to->n;
	if (squeeze) {
		buf_put(to, s); /* makes the room */
		if (to->failed)
			return;
		n = libdeflate_deflate_compress((void *)p, s.p, s.n,
		    to->p + at, s.n);
		to->n = at + n;
	}
	if (!n)
		store(to, s);
	put_end(to, libdeflate_crc32(0, s.p, s.n), s.n);
}

size_t
pack_begin(struct buf *to)
{
	static const char head[] = PACK_HEAD "\0\0\0\0"; /* and a fifth */

	buf_put(to, (struct str){ head, sizeof(head) });
	return to->n;
}

void
pack_end(struct pack *p, size_t at, bool squeeze, struct buf *to,
    struct buf *spare)
{
	struct str s = { to->p + at, to->n - at };

	if (to->failed)
		return;
	if (!squeeze && s.n <= STORED_MAX) {
		block_head(to->p + at - STORED_HEAD, s.n, true);
		put_end(to, libdeflate_crc32(0, s.p, s.n), s.n);
		return;
	}
	buf_reset(spare);
	buf_put(spare, s);
	to->failed = spare->failed;
	to->n = at - STORED_HEAD - PACK_HEAD_N;
	pack_member(p, buf_str(spare), squeeze, to);
}

void
pack_free(struct pack *p)
{
	libdeflate_free_compressor((void *)p);
}
