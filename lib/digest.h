#ifndef DIGEST_H
#define DIGEST_H
/*
 * digest -- SHA-256 (FIPS 180-4) by libcrypto.
 */
#include "str.h"

enum { DIGEST_HEX = 64 };

/* digest_sha256(s, hex): lower-case hexadecimal and a NUL into hex. */
void digest_sha256(struct str s, char hex[DIGEST_HEX + 1]);
#endif
