#ifndef DIGEST_H
#define DIGEST_H
/*
 * digest -- SHA-256 (FIPS 180-4) by libcrypto, and HMAC (RFC 2104) of it.
 */
#include "str.h"

enum { DIGEST_HEX = 64 };

/* digest_sha256(s, hex): lower-case hexadecimal and a NUL into hex. */
void digest_sha256(struct str s, char hex[DIGEST_HEX + 1]);

enum { DIGEST_BLOCK = 64 }; /* bytes of a key for HMAC, at most */

/* digest_hmac(key, s, hex): HMAC-SHA-256 of s; a key of more than DIGEST_BLOCK
 * bytes is its digest first. */
void digest_hmac(struct str key, struct str s, char hex[DIGEST_HEX + 1]);
#endif
