#ifndef GLYPH_H
#define GLYPH_H
/*
 * glyph -- what one code point is and folds to.  The only file that asks ICU.
 */
#include <stdint.h>

#include "err.h"
#include "str.h"

enum { GLYPH_LONGEST = 72 }; /* U+FDFA folds to 18 letters */

enum class { SOFT, HARD, DROP, SYMBOL, APOSTROPHE, AT, OTHER = 0x40 };

enum { /* of an ASCII byte: this and what kind, or its class */
	GLYPH_LOWER = 1, GLYPH_UPPER = 2, GLYPH_DIGIT = 4, GLYPH_WORD = 0x80,
};

struct glyph {
	uint32_t c;    /* the code point remembered, 0: none   */
	uint8_t class; /* enum class or GLYPH_WORD             */
	uint8_t n;
	bool alike;    /* it only looks like the text          */
	char text[GLYPH_LONGEST];
};

struct glyphs;

/* What a code point is in a "#tag": a letter (or a mark of one), something
 * else that may stand in it, or its end. */
enum tag_part { TAG_ENDS, TAG_JOINS, TAG_LETTER };

enum tag_part glyph_in_tag(uint32_t c);

struct glyphs *glyphs_new(struct err *e);
void glyphs_free(struct glyphs *g);

/* glyphs_ascii(g): the class of each byte; OTHER from 0x80 on. */
const uint8_t *glyphs_ascii(const struct glyphs *g);

/* glyph_of(g, c): valid until the next call. */
const struct glyph *glyph_of(struct glyphs *g, uint32_t c);
#endif
