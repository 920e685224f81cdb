#include "glyph.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uclean.h>
#include <unicode/unorm2.h>
#include <unicode/uspoof.h>
#include <unicode/utf16.h>

#include "utf8.h"

enum { CACHE = 4096, WORD = GLYPH_WORD };

struct glyphs {
	const UNormalizer2 *casefold, *decompose;
	USpoofChecker *looks;
	uint8_t ascii[256];
	struct glyph cache[CACHE];
};

static uint8_t
ascii_class(unsigned char c)
{
	if (c >= 0x80)
		return OTHER;
	if (c >= '0' && c <= '9')
		return GLYPH_WORD | GLYPH_DIGIT;
	if (c >= 'a' && c <= 'z')
		return GLYPH_WORD | GLYPH_LOWER;
	if (c >= 'A' && c <= 'Z')
		return GLYPH_WORD | GLYPH_UPPER;
	if (c && strchr(".!?;\n\r\f\v", c))
		return HARD;
	if (c && strchr("#%$", c))
		return SYMBOL;
	if (c == '\'')
		return APOSTROPHE;
	if (c == '@')
		return AT;
	return c < ' ' && c != '\t' ? DROP : SOFT;
}

/*
 * ICU 72 goes on with a set of characters that got no memory and reads what
 * is not there (BMPSet::initBits(), from uspoof_open()).  So while it is set
 * up the first lack of memory ends the run; later, ICU is told.
 */
static bool opening;

static void *
take(const void *context, size_t n)
{
	void *p = malloc(n);

	(void)context;
	if (!p && opening)
		err_end_nomem();
	return p;
}

static void *
take_more(const void *context, void *old, size_t n)
{
	void *p = realloc(old, n);

	(void)context;
	if (!p && opening)
		err_end_nomem();
	return p;
}

static void
give_back(const void *context, void *p)
{
	(void)context;
	free(p);
}

static void
open_icu(struct glyphs *g, UErrorCode *status)
{
	static bool ours;

	opening = true;
	if (!ours)
		u_setMemoryFunctions(NULL, take, take_more, give_back, status);
	ours = true;
	g->casefold = unorm2_getNFKCCasefoldInstance(status);
	g->decompose = unorm2_getNFDInstance(status);
	g->looks = uspoof_open(status);
	opening = false;
}

struct glyphs *
glyphs_new(struct err *e)
{
	UErrorCode status = U_ZERO_ERROR;
	struct glyphs *g = calloc(1, sizeof(*g));

	if (!g) {
		err_nomem(e);
		return NULL;
	}
	open_icu(g, &status);
	if (U_FAILURE(status)) {
		err_set(e, ERR_FAIL, "ICU: %s", u_errorName(status));
		glyphs_free(g);
		return NULL;
	}
	for (unsigned c = 0; c < 256; c++)
		g->ascii[c] = ascii_class((unsigned char)c);
	return g;
}

void
glyphs_free(struct glyphs *g)
{
	if (g)
		uspoof_close(g->looks);
	free(g);
}

/* What one code point, already folded, is. */
static unsigned
class_of(const struct glyphs *g, UChar32 c)
{
	if (c < 128)
		return g->ascii[c] & WORD ? WORD : g->ascii[c];
	if (c >= 0x1F3FB && c <= 0x1F3FF) /* skin tones, UTS #51 */
		return DROP;
	if (c == 0x20E3) /* makes a sign of its digit: a keycap */
		return SYMBOL;
	if (c == 0x2019 || c == 0x02BC) /* typographic apostrophes */
		return APOSTROPHE;
	switch (u_charType(c)) {
	case U_CONTROL_CHAR:
	case U_FORMAT_CHAR:
	case U_NON_SPACING_MARK:
	case U_ENCLOSING_MARK:
	case U_SURROGATE:
		return DROP;
	case U_LINE_SEPARATOR:
	case U_PARAGRAPH_SEPARATOR:
		return HARD;
	case U_SPACE_SEPARATOR:
	case U_DASH_PUNCTUATION:
	case U_START_PUNCTUATION:
	case U_END_PUNCTUATION:
	case U_CONNECTOR_PUNCTUATION:
	case U_INITIAL_PUNCTUATION:
	case U_FINAL_PUNCTUATION:
		return SOFT;
	case U_OTHER_PUNCTUATION:
		return u_hasBinaryProperty(c, UCHAR_S_TERM) ? HARD : SOFT;
	case U_MATH_SYMBOL:
	case U_CURRENCY_SYMBOL:
	case U_MODIFIER_SYMBOL:
	case U_OTHER_SYMBOL:
		return SYMBOL;
	default:
		return WORD;
	}
}

/* NFKC_Casefold, then decomposed so that the marks can be dropped. */
static void
split(const struct glyphs *g, const UChar *in, int32_t n, struct glyph *glyph)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar folded[64], parts[64];
	unsigned class = DROP;
	int32_t i = 0;

	glyph->n = 0;
	glyph->class = DROP;
	n = unorm2_normalize(g->casefold, in, n, folded, 64, &status);
	n = unorm2_normalize(g->decompose, folded, n, parts, 64, &status);
	if (U_FAILURE(status))
		return;
	while (i < n) {
		UChar32 part = parts[i++];
		unsigned k;

		if (part >= 0xD800 && part < 0xDC00 && i < n)
			part = 0x10000 + ((part - 0xD800) << 10) +
			    (parts[i++] - 0xDC00);
		k = class_of(g, part);
		if (k == DROP)
			continue;
		if (class == DROP || k == WORD)
			class = k;
		if ((k == WORD || k == SYMBOL) && glyph->n + 4 < GLYPH_LONGEST)
			glyph->n = (uint8_t)(glyph->n + utf8_put((uint32_t)part,
			    glyph->text + glyph->n));
	}
	glyph->class = (uint8_t)class;
}

static bool
is_ascii_word(const struct glyphs *g, const struct glyph *glyph)
{
	for (size_t i = 0; i < glyph->n; i++)
		if (!(g->ascii[(unsigned char)glyph->text[i]] & GLYPH_WORD))
			return false;
	return glyph->n != 0;
}

/* Does a letter of another script look like an ASCII one?  The prototype of
 * 'I' is 'l' in UTS #39: a capital is the former. */
static void
look_alike(const struct glyphs *g, UChar32 c, struct glyph *glyph)
{
	UErrorCode status = U_ZERO_ERROR;
	struct glyph seen = *glyph;
	UChar in[2], out[64];
	int32_t n = 0;

	U16_APPEND_UNSAFE(in, n, c);
	n = uspoof_getSkeleton(g->looks, 0, in, n, out, 64, &status);
	if (U_FAILURE(status) || n > 60)
		return;
	if (n && out[0] == 'l' && u_isupper(c))
		out[0] = 'i';
	split(g, out, n, &seen);
	if (!is_ascii_word(g, &seen))
		return;
	*glyph = seen;
	glyph->alike = true;
}

static void
look_up(const struct glyphs *g, uint32_t c, struct glyph *glyph)
{
	UChar in[2];
	int32_t n = 0;

	U16_APPEND_UNSAFE(in, n, (UChar32)c);
	*glyph = (struct glyph){ .c = c, .class = DROP };
	split(g, in, n, glyph);
	if (glyph->class == WORD && !is_ascii_word(g, glyph))
		look_alike(g, (UChar32)c, glyph);
}

enum tag_part
glyph_in_tag(uint32_t c)
{
	/* Signs that stand within words of some languages, or in their place:
	 * joiners, the Catalan dot, Hebrew and Tibetan points, Japanese marks. */
	static const uint16_t joins[] = { '_', 0xB7, 0x5BE, 0x5F3, 0x5F4, 0xF0B,
		0xF0C, 0x200C, 0x200D, 0x3003, 0x301C, 0x309B, 0x309C, 0x30A0,
		0x30FB, 0x30FC, 0xA67E, 0xFF5E };

	for (size_t i = 0; i < sizeof(joins) / sizeof(joins[0]); i++)
		if (c == joins[i])
			return TAG_JOINS;
	if (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_M_MASK))
		return TAG_LETTER;
	return u_charType((UChar32)c) == U_DECIMAL_DIGIT_NUMBER ? TAG_JOINS
	                                                        : TAG_ENDS;
}

const uint8_t *
glyphs_ascii(const struct glyphs *g)
{
	return g->ascii;
}

const struct glyph *
glyph_of(struct glyphs *g, uint32_t c)
{
	struct glyph *glyph = &g->cache[(c ^ c >> 12) & (CACHE - 1)];

	if (glyph->c != c)
		look_up(g, c, glyph);
	return glyph;
}
