#ifndef MASKS_H
#define MASKS_H
/*
 * masks -- what each of 64 bytes is, a bit each, the first the lowest.
 */
#include <stdint.h>

enum { MASKS_BYTES = 64 };

struct masks {
	uint64_t word, digit; /* ASCII letters and digits; only the latter   */
	uint64_t symbol;      /* a token by itself: # $ %                    */
	uint64_t hard;        /* ends a sentence                             */
	uint64_t other;       /* something that only fold.h knows            */
	uint64_t twice;       /* the next byte is the same                   */
	uint64_t high;        /* not ASCII                                   */
};

/* masks_of(p): of the bytes at p; one more is read. */
struct masks masks_of(const char *p);
#endif
