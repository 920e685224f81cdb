/*
 * The one-shot functions of OpenSSL 3 look their algorithm up in tables that
 * they build on first use, and crash when an allocation fails while they do
 * (3.0.17).  The older interface only computes.
 */
#define OPENSSL_API_COMPAT 0x10100000L
#include "digest.h"

#include <openssl/sha.h>

void
digest_sha256(struct str s, char hex[DIGEST_HEX + 1])
{
	static const char digit[] = "0123456789abcdef";
	unsigned char sum[SHA256_DIGEST_LENGTH];
	SHA256_CTX c;

	SHA256_Init(&c);
	SHA256_Update(&c, s.p, s.n);
	SHA256_Final(sum, &c);
	for (unsigned i = 0; i < SHA256_DIGEST_LENGTH; i++) {
		hex[2 * i] = digit[sum[i] >> 4];
		hex[2 * i + 1] = digit[sum[i] & 15];
	}
	hex[DIGEST_HEX] = '\0';
}
