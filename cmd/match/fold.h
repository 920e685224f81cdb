#ifndef FOLD_H
#define FOLD_H
/*
 * fold -- text as it is compared, with the way back to what was written.
 *
 * Case, compatibility forms (NFKC_Casefold, UTS #15) and combining marks are
 * folded away, invisible characters dropped.  A run of separators becomes one
 * byte: '.' if a sentence ends in it (. ! ? ; or a line break), else ' '.
 * '#', '%', '$' and symbols stay and are no letters.  "@name" stays whole, so
 * that no name is found inside a handle; addresses (https://...) are left out.
 *
 * Each folded byte knows the code point it came from.  Folding is per code
 * point: what a text folds to does not depend on what stands around it.
 */
#include <stdint.h>

#include "arena.h"
#include "err.h"
#include "str.h"

struct fold_at {
	uint32_t cp;       /* code point of the original, from 0       */
	uint32_t byte;     /* byte offset of that code point           */
	uint16_t len;      /* its bytes                                */
	bool word;         /* part of a word: letter, digit, handle    */
};

struct folded {
	char *p;
	struct fold_at *at; /* n of them */
	size_t n;
};

struct fold; /* remembers what code points fold to */

/* fold_new(e): NULL with *e set if ICU's data or memory is not there. */
struct fold *fold_new(struct err *e);

/* fold_text(f, text, mem, out): fold valid UTF-8.  Returns 0, or -1 if the
 * arena has no room.  O(text). */
int fold_text(struct fold *f, struct str text, struct arena *mem,
    struct folded *out);

void fold_free(struct fold *f);
#endif
