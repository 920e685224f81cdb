#ifndef SCAN_H
#define SCAN_H
/*
 * scan -- the plain words and symbols of a text, 64 bytes at a look.
 *
 * Most words of most texts are ASCII letters and digits with a space behind
 * them.  They are found by masks of bits, one bit a byte, and known by a key
 * of 16 bytes; whatever else there is, is left to fold.h, which says what a
 * token is: both give the same tokens.
 */
#include "spell.h"

enum { SCAN_WINDOW = 64, SCAN_BEHIND = 16 };

struct scan {
	struct str text;
	const struct phrases *phrases;
	const struct spelling *spelling;
	size_t at;      /* behind the token before                          */
	uint32_t passed; /* tokens before                                   */
	size_t base;    /* of the window in the text; SIZE_MAX: none yet    */
	const char *p;  /* the window, and SCAN_BEHIND bytes more           */
	uint64_t word, digit; /* what each byte of the window is            */
	uint64_t symbol; /* a token by itself                               */
	uint64_t hard;  /* ends a sentence                                  */
	uint64_t other; /* something that only fold.h knows                 */
	uint64_t twice; /* the next byte is the same                        */
	uint64_t odd;   /* what a word may have that is written in another
	                   way: one sign thrice, a digit beside a letter,
	                   one alone; or a symbol                           */
	char tail[SCAN_WINDOW + 2 * SCAN_BEHIND]; /* the end of a text      */
};

enum scanned { SCAN_WORD, SCAN_OTHER, SCAN_END };

struct scan_word {
	struct phrases_key key;
	uint32_t id;     /* its number, or PHRASES_NONE                     */
	size_t from, to; /* its bytes in the text                           */
	enum gap gap;
	unsigned has;    /* of a token, see fold.h                          */
	bool thrice;     /* one sign three times in a row                   */
};

void scan_start(struct scan *s, const struct spelling *spelling,
    const struct phrases *p, struct str text);

/* scan_next(s, l, any, w): the next word that could be another way to write
 * one: a single letter, letters with digits, one sign three times in a row,
 * slang; a symbol; with `any`, whatever it is.  Those before it are counted in s->passed,
 * and what is known of them is an edge of l.  SCAN_OTHER: what follows s->at is
 * for fold.h, which is to take one token, and s->at to be set behind it. */
enum scanned scan_next(struct scan *s, struct lattice *l, bool any,
    struct scan_word *w);

/* scan_look(s, at): the masks of the window that begins there. */
void scan_look(struct scan *s, size_t at);
#endif
