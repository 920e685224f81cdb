#ifndef DIGEST_H
#define DIGEST_H
/*
 * digest -- SHA-256 (FIPS 180-4) by libcrypto.
 */
#include "err.h"
#include "str.h"

enum { DIGEST_HEX = 64 };

/* digest_sha256(s, hex, e): lower-case hexadecimal and a NUL into hex.
 * Returns 0, or -1 with *e set if libcrypto has no memory. */
int digest_sha256(struct str s, char hex[DIGEST_HEX + 1], struct err *e);
#endif
