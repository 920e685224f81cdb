#include "digest.h"

#include <openssl/evp.h>

int
digest_sha256(struct str s, char hex[DIGEST_HEX + 1], struct err *e)
{
	static const char digit[] = "0123456789abcdef";
	unsigned char sum[EVP_MAX_MD_SIZE];
	unsigned n = 0;

	if (EVP_Digest(s.p, s.n, sum, &n, EVP_sha256(), NULL) != 1 || n != 32)
		return err_set(e, ERR_FAIL, "SHA-256 failed: out of memory?");
	for (unsigned i = 0; i < n; i++) {
		hex[2 * i] = digit[sum[i] >> 4];
		hex[2 * i + 1] = digit[sum[i] & 15];
	}
	hex[DIGEST_HEX] = '\0';
	return 0;
}
