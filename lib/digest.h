#ifndef DIGEST_H
#define DIGEST_H
/*
 * digest -- SHA-256 (FIPS 180-4) by libcrypto, and HMAC (RFC 2104) of it.
 */
#include "err.h"
#include "str.h"

enum { DIGEST_HEX = 64 };

/* Bytes that come piece by piece. */
struct digest {
	_Alignas(16) unsigned char state[128];
};

/* digest_sha256(s, hex): lower-case hexadecimal and a NUL into hex. */
void digest_sha256(struct str s, char hex[DIGEST_HEX + 1]);

/* digest_begin(d), digest_add(d, s) for each piece, digest_end(d, hex): the
 * same for all pieces together. */
void digest_begin(struct digest *d);
void digest_add(struct digest *d, struct str s);
void digest_end(struct digest *d, char hex[DIGEST_HEX + 1]);

/* digest_add_all(part, n): digest_add() for each of up to three; side by side
 * where the processor can, in less than twice the time of the longest. */
struct digest_part {
	struct digest *of;
	struct str s;
};
void digest_add_all(struct digest_part part[], int n);

/* digest_file(path, hex, e): the same of a file.  0, or -1 with *e set
 * (ERR_FAIL): it cannot be read. */
int digest_file(const char *path, char hex[DIGEST_HEX + 1], struct err *e);

enum { DIGEST_BLOCK = 64 }; /* bytes of a key for HMAC, at most */

/* digest_hmac(key, s, hex): HMAC-SHA-256 of s; a key of more than DIGEST_BLOCK
 * bytes is its digest first. */
void digest_hmac(struct str key, struct str s, char hex[DIGEST_HEX + 1]);
#endif
