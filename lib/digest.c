/*
 * The one-shot functions of OpenSSL 3 look their algorithm up in tables that
 * they build on first use, and crash when an allocation fails while they do
 * (3.0.17).  The older interface only computes.
 */
#define OPENSSL_API_COMPAT 0x10100000L
#include "digest.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <openssl/sha.h>
#include <string.h>
#include <unistd.h>

#include "digest_lanes.h"

static_assert(sizeof(SHA256_CTX) <= sizeof(((struct digest *)0)->state),
    "the state of SHA-256 has room");

enum { SUM = SHA256_DIGEST_LENGTH };

static SHA256_CTX *
context(struct digest *d)
{
	return (SHA256_CTX *)(void *)d->state;
}

void
digest_begin(struct digest *d)
{
	SHA256_Init(context(d));
}

void
digest_add(struct digest *d, struct str s)
{
	if (s.n)
		SHA256_Update(context(d), s.p, s.n);
}

static void
take(struct digest_part *t, size_t n)
{
	if (!n)
		return;
	digest_add(t->of, (struct str){ t->s.p, n });
	t->s = str_skip(t->s, n);
}

/* To the beginning of a block. */
static void
align(struct digest_part *t)
{
	size_t held = context(t->of)->num;
	size_t n = held ? DIGEST_BLOCK - held : 0;

	take(t, n < t->s.n ? n : t->s.n);
}

/* The blocks that all of these have. */
static void
take_blocks(struct digest_part *const t[], int n)
{
	const unsigned char *p[DIGEST_LANES];
	uint32_t *h[DIGEST_LANES];
	size_t blocks = SIZE_MAX;

	for (int i = 0; i < n; i++) {
		size_t has = t[i]->s.n / DIGEST_BLOCK;

		blocks = has < blocks ? has : blocks;
		h[i] = context(t[i]->of)->h;
		p[i] = (const unsigned char *)t[i]->s.p;
	}
	digest_lanes(n, h, p, blocks);
	for (int i = 0; i < n; i++) {
		SHA256_CTX *c = context(t[i]->of);
		uint64_t bits = ((uint64_t)c->Nh << 32 | c->Nl) +
		    (uint64_t)blocks * DIGEST_BLOCK * 8;

		c->Nh = (SHA_LONG)(bits >> 32);
		c->Nl = (SHA_LONG)bits;
		t[i]->s = str_skip(t[i]->s, blocks * DIGEST_BLOCK);
	}
}

void
digest_add_all(struct digest_part part[], int n)
{
	struct digest_part *longer[DIGEST_LANES];
	int m = digest_lanes_here() ? n : 0;

	assert(n <= DIGEST_LANES);
	for (int i = 0; i < m; i++)
		align(&part[i]);
	while (m > 1) {
		m = 0;
		for (int i = 0; i < n; i++)
			if (part[i].s.n >= DIGEST_BLOCK)
				longer[m++] = &part[i];
		if (m > 1)
			take_blocks(longer, m);
	}
	for (int i = 0; i < n; i++)
		take(&part[i], part[i].s.n);
}

static void
finish(struct digest *d, unsigned char sum[SUM])
{
	SHA256_Final(sum, context(d));
}

void
digest_end(struct digest *d, char hex[DIGEST_HEX + 1])
{
	static const char digit[] = "0123456789abcdef";
	unsigned char sum[SUM];

	finish(d, sum);
	for (unsigned i = 0; i < SUM; i++) {
		hex[2 * i] = digit[sum[i] >> 4];
		hex[2 * i + 1] = digit[sum[i] & 15];
	}
	hex[DIGEST_HEX] = '\0';
}

void
digest_sha256(struct str s, char hex[DIGEST_HEX + 1])
{
	struct digest d;

	digest_begin(&d);
	digest_add(&d, s);
	digest_end(&d, hex);
}

int
digest_file(const char *path, char hex[DIGEST_HEX + 1], struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), rc = 0;
	char some[1 << 16];
	struct digest d;
	ssize_t n = 1;

	digest_begin(&d);
	while (fd >= 0 && n > 0) {
		do
			n = read(fd, some, sizeof(some));
		while (n < 0 && errno == EINTR);
		if (n > 0)
			digest_add(&d, (struct str){ some, (size_t)n });
	}
	if (fd < 0 || n < 0)
		rc = err_set(e, ERR_FAIL, "%.300s: %s", path,
		    strerror(errno));
	if (fd >= 0)
		(void)close(fd);
	digest_end(&d, hex);
	return rc;
}

/* The digest d of the key's block, each byte ^ pad, and then s; open still. */
static void
padded(const unsigned char block[DIGEST_BLOCK], unsigned char pad,
    struct str s, struct digest *d)
{
	char front[DIGEST_BLOCK];

	for (unsigned i = 0; i < DIGEST_BLOCK; i++)
		front[i] = (char)(block[i] ^ pad);
	digest_begin(d);
	digest_add(d, (struct str){ front, sizeof(front) });
	digest_add(d, s);
}

void
digest_hmac(struct str key, struct str s, char hex[DIGEST_HEX + 1])
{
	unsigned char block[DIGEST_BLOCK] = { 0 };
	unsigned char sum[SUM];
	struct digest d;

	if (key.n > sizeof(block)) {
		digest_begin(&d);
		digest_add(&d, key);
		finish(&d, block);
	} else if (key.n) {
		memcpy(block, key.p, key.n);
	}
	padded(block, 0x36, s, &d);
	finish(&d, sum);
	padded(block, 0x5C, (struct str){ (const char *)sum, SUM }, &d);
	digest_end(&d, hex);
}
