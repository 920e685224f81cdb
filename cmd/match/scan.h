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
#include "masks.h"
#include "phrases.h"

enum { SCAN_WINDOW = MASKS_BYTES, SCAN_BEHIND = 16 };

/* A word of the window that may be one that is looked for, or another way to
 * write one; places count from the window. */
struct scan_word {
	struct phrases_key key;
	uint64_t hash;
	uint8_t before;  /* where the token before it ends                  */
	uint8_t from, to;
	uint8_t nth;     /* tokens of the window before it                  */
	bool seen;       /* may its hash be one of phrases?                 */
	bool odd;        /* it, or the one before it, has what a word may
	                    have that is written in another way             */
};

struct scan {
	struct str text;
	const struct phrases *phrases;
	size_t at;      /* behind the token before                          */
	uint32_t passed; /* tokens before `at`                              */
	uint32_t first; /* tokens before the list                           */
	size_t base;    /* of the window in the text                        */
	bool spent;     /* the next window is to be looked at               */
	bool ascii;     /* was all of it so far, as far as it was looked at? */
	const char *p;  /* the window, and SCAN_BEHIND bytes more           */
	struct masks is; /* what each byte of the window is                 */
	uint64_t odd;   /* one sign thrice, a digit beside a letter, one
	                   alone; or a symbol                               */
	size_t n;       /* of the list                                      */
	struct scan_word list[SCAN_WINDOW + 1];
	char tail[2 * (SCAN_WINDOW + SCAN_BEHIND)]; /* the end of a text    */
};

enum scanned { SCAN_MORE, SCAN_OTHER, SCAN_END };

void scan_start(struct scan *s, const struct phrases *p, struct str text);

/* scan_next(s, any): the next words, in s->list: those that could be one that
 * is looked for, are odd, or stand behind one that is; with `any`, also the
 * first.  Then more may follow; or what follows s->at is for fold.h, which is
 * to take one token, and s->at to be set behind it; or that was the end. */
enum scanned scan_next(struct scan *s, bool any);

/* scan_token(s, w, t): the word as a token. */
void scan_token(const struct scan *s, const struct scan_word *w,
    struct token *t);

/* scan_gap(s, w): what stands before it. */
enum gap scan_gap(const struct scan *s, const struct scan_word *w);
#endif
