#ifndef FOLD_H
#define FOLD_H
/*
 * fold -- a text as a row of tokens, as they are compared.
 *
 * A token is a word (letters, digits, a whole "@name") or one symbol ('#',
 * '%', '$', an emoji); between two there is a gap: none, a space (any run of
 * separators), or a stop if a sentence ends in it (. ! ? ; or a line break).
 * Case, compatibility forms (NFKC_Casefold, UTS #15), combining marks and
 * letters of other scripts that look like ASCII ones (UTS #39) are folded
 * away; invisible characters are dropped; addresses (https://...) are a stop.
 *
 * A token knows its bytes of the original.  What a word folds to does not
 * depend on what stands around it.
 */
#include <stdint.h>

#include "glyph.h"
#include "str.h"

enum { TOKEN_MAX = 256 }; /* bytes of a word that can be found */

enum gap { GAP_NONE, GAP_SPACE, GAP_STOP };

enum { /* what a token has */
	TOKEN_LOWER = GLYPH_LOWER, TOKEN_UPPER = GLYPH_UPPER,
	TOKEN_DIGIT = GLYPH_DIGIT,
	TOKEN_PLAIN = 8,   /* ASCII letters and digits only, any case        */
	TOKEN_SYMBOL = 16, /* it is no word                                  */
	TOKEN_ALIKE = 32,  /* a look-alike of another script is in it        */
	TOKEN_LONG = 64,   /* cut at TOKEN_MAX: it is equal to nothing       */
	TOKEN_LETTER = TOKEN_LOWER | TOKEN_UPPER,
};

struct token {
	struct str text;   /* folded; if TOKEN_PLAIN as written, and compared
	                      without case.  Lives until the next one        */
	uint32_t from, to; /* its bytes in the original                      */
	enum gap gap;      /* before it                                      */
	unsigned has;
};

struct fold_reader {
	struct glyphs *glyphs;
	const uint8_t *ascii;
	struct str text; /* valid UTF-8 */
	size_t at;
	enum gap gap;
	char buf[TOKEN_MAX];
};

/* fold_start(r, glyphs, text), then fold_next(r, t) until it is false.  O(text). */
static inline void
fold_start(struct fold_reader *r, struct glyphs *g, struct str text)
{
	r->glyphs = g;
	r->ascii = glyphs_ascii(g);
	r->text = text;
	r->at = 0;
	r->gap = GAP_NONE;
}

bool fold_next(struct fold_reader *r, struct token *t);

/* fold_lower(t, p): the folded bytes of a token to p[TOKEN_MAX]. */
struct str fold_lower(const struct token *t, char p[TOKEN_MAX]);
#endif
