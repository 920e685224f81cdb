/*
 * The one-shot functions of OpenSSL 3 look their algorithm up in tables that
 * they build on first use, and crash when an allocation fails while they do
 * (3.0.17).  The older interface only computes.
 */
#define OPENSSL_API_COMPAT 0x10100000L
#include "digest.h"

#include <openssl/sha.h>

static void
to_hex(const unsigned char sum[SHA256_DIGEST_LENGTH], char hex[DIGEST_HEX + 1])
{
	static const char digit[] = "0123456789abcdef";

	for (unsigned i = 0; i < SHA256_DIGEST_LENGTH; i++) {
		hex[2 * i] = digit[sum[i] >> 4];
		hex[2 * i + 1] = digit[sum[i] & 15];
	}
	hex[DIGEST_HEX] = '\0';
}

void
digest_sha256(struct str s, char hex[DIGEST_HEX + 1])
{
	unsigned char sum[SHA256_DIGEST_LENGTH];
	SHA256_CTX c;

	SHA256_Init(&c);
	SHA256_Update(&c, s.p, s.n);
	SHA256_Final(sum, &c);
	to_hex(sum, hex);
}

/* SHA-256 of the key's block, each byte ^ pad, and then s. */
static void
padded(const unsigned char block[DIGEST_BLOCK], unsigned char pad,
    struct str s, unsigned char sum[SHA256_DIGEST_LENGTH])
{
	unsigned char front[DIGEST_BLOCK];
	SHA256_CTX c;

	for (unsigned i = 0; i < DIGEST_BLOCK; i++)
		front[i] = block[i] ^ pad;
	SHA256_Init(&c);
	SHA256_Update(&c, front, sizeof(front));
	SHA256_Update(&c, s.p, s.n);
	SHA256_Final(sum, &c);
}

void
digest_hmac(struct str key, struct str s, char hex[DIGEST_HEX + 1])
{
	unsigned char block[DIGEST_BLOCK] = { 0 };
	unsigned char sum[SHA256_DIGEST_LENGTH];
	SHA256_CTX c;

	if (key.n > sizeof(block)) {
		SHA256_Init(&c);
		SHA256_Update(&c, key.p, key.n);
		SHA256_Final(block, &c);
	} else if (key.n) {
		memcpy(block, key.p, key.n);
	}
	padded(block, 0x36, s, sum);
	padded(block, 0x5C, (struct str){ (const char *)sum, sizeof(sum) },
	    sum);
	to_hex(sum, hex);
}
