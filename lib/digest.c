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

static_assert(sizeof(SHA256_CTX) <= sizeof(((struct digest *)0)->state),
    "the state of SHA-256 has room");

enum { SUM = SHA256_DIGEST_LENGTH };

void
digest_begin(struct digest *d)
{
	SHA256_Init((SHA256_CTX *)(void *)d->state);
}

void
digest_add(struct digest *d, struct str s)
{
	if (s.n)
		SHA256_Update((SHA256_CTX *)(void *)d->state, s.p, s.n);
}

static void
finish(struct digest *d, unsigned char sum[SUM])
{
	SHA256_Final(sum, (SHA256_CTX *)(void *)d->state);
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
