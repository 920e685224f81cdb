#include "pack.h"

#include <libdeflate.h>

enum { LEVEL = 1, STORED_MAX = 65535 };

const char pack_name[] = "libdeflate " LIBDEFLATE_VERSION_STRING ", level 1";

struct pack *
pack_new(void)
{
	return (struct pack *)libdeflate_alloc_compressor(LEVEL);
}

static void
put_little(struct buf *to, uint32_t v, unsigned bytes)
{
	for (; bytes; bytes--, v >>= 8)
		buf_char(to, (char)(v & 255));
}

static void
store(struct buf *to, struct str s)
{
	do {
		size_t n = s.n < STORED_MAX ? s.n : STORED_MAX;

		buf_char(to, n == s.n); /* the last block */
		put_little(to, (uint32_t)n, 2);
		put_little(to, ~(uint32_t)n, 2);
		buf_put(to, (struct str){ s.p, n });
		s = str_skip(s, n);
	} while (s.n);
}

void
pack_member(struct pack *p, struct str s, bool squeeze, struct buf *to)
{
	size_t at, n = 0;

	buf_put(to, (struct str){ PACK_HEAD, sizeof(PACK_HEAD) - 1 });
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
	put_little(to, libdeflate_crc32(0, s.p, s.n), 4);
	put_little(to, (uint32_t)s.n, 4);
}

void
pack_free(struct pack *p)
{
	libdeflate_free_compressor((void *)p);
}
