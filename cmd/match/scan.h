#ifndef SCAN_H
#define SCAN_H
/*
 * scan -- the plain words of a text, 64 bytes at a look.
 *
 * Most words of most texts are ASCII letters and digits with a space behind
 * them.  They are found by masks of bits, one bit a byte, and known by a key
 * of 16 bytes; whatever else there is, is left to fold.h, which says what a
 * token is: both give the same tokens.
 */
#include "phrases.h"

enum { SCAN_WINDOW = 64, SCAN_BEHIND = 16 };

struct scan {
	struct str text;
	const struct phrases *phrases;
	size_t at;      /* behind the token before                          */
	uint32_t passed; /* tokens before, see scan_next()                  */
	size_t base;    /* of the window in the text; SIZE_MAX: none yet    */
	const char *p;  /* the window, and SCAN_BEHIND bytes more           */
	uint64_t word, digit, letter; /* what each byte of the window is    */
	uint64_t hard;  /* ends a sentence                                  */
	uint64_t other; /* something that only fold.h knows                 */
	uint64_t thrice; /* the next two bytes are the same                 */
	char tail[SCAN_WINDOW + 2 * SCAN_BEHIND]; /* the end of a text      */
};

enum scanned { SCAN_WORD, SCAN_OTHER, SCAN_END };

struct scan_word {
	struct phrases_key key;
	bool seen;       /* phrases_seen() of the key                       */
	size_t from, to; /* its bytes in the text                           */
	enum gap gap;
	unsigned has;    /* TOKEN_PLAIN and what else, see fold.h           */
	bool thrice;     /* one sign three times in a row                   */
};

void scan_start(struct scan *s, const struct phrases *p, struct str text);

/* scan_next(s, any, w): the next word that is in a phrase or could be another
 * way to write one: a single letter, letters with digits, one sign three times
 * in a row; with `any`, whatever it is.  Those before it are only counted, in
 * s->passed.  SCAN_OTHER: what follows s->at is for fold.h, which is to take
 * one token, and s->at to be set behind it. */
enum scanned scan_next(struct scan *s, bool any, struct scan_word *w);

/* scan_look(s, at): the masks of the window that begins there. */
void scan_look(struct scan *s, size_t at);
#endif
