#ifndef DIGEST_LANES_H
#define DIGEST_LANES_H
/*
 * digest_lanes -- whole blocks of SHA-256 for digest.c, where the processor
 * has instructions for it (x86: SHA extensions).
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DIGEST_LANES = 3 };

/* digest_lanes_here(): does it have them?  If not, digest_lanes() is not to be
 * called. */
bool digest_lanes_here(void);

/* digest_lanes(n, h, p, blocks): so many blocks of 64 bytes from each p go into
 * the state h beside it; n is 2 or 3. */
void digest_lanes(int n, uint32_t *const h[], const unsigned char *const p[],
    size_t blocks);
#endif
