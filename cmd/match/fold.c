#include "fold.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "utf8.h"

enum { CACHE = 4096, LONGEST = 72 }; /* U+FDFA folds to 18 letters */

enum class { WORD, SOFT, HARD, DROP, SYMBOL, APOSTROPHE, AT };

struct entry {
	uint32_t c; /* the code point remembered, 0: none */
	uint8_t class;
	uint8_t n;
	char text[LONGEST];
};

struct fold {
	const UNormalizer2 *casefold, *decompose;
	uint8_t ascii[128];
	struct entry cache[CACHE];
};

static enum class
ascii_class(unsigned char c)
{
	if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
		return WORD;
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

struct fold *
fold_new(struct err *e)
{
	UErrorCode status = U_ZERO_ERROR;
	struct fold *f = calloc(1, sizeof(*f));

	if (!f) {
		err_nomem(e);
		return NULL;
	}
	f->casefold = unorm2_getNFKCCasefoldInstance(&status);
	f->decompose = unorm2_getNFDInstance(&status);
	if (U_FAILURE(status)) {
		err_set(e, ERR_FAIL, "ICU: %s", u_errorName(status));
		free(f);
		return NULL;
	}
	for (unsigned char c = 0; c < 128; c++)
		f->ascii[c] = (uint8_t)ascii_class(c);
	return f;
}

void
fold_free(struct fold *f)
{
	free(f);
}

/* What one code point, already folded, is. */
static enum class
class_of(const struct fold *f, UChar32 c)
{
	if (c < 128)
		return (enum class)f->ascii[c];
	if (c >= 0x1F3FB && c <= 0x1F3FF) /* skin tones, UTS #51 */
		return DROP;
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

/* Fill an entry by ICU: NFKC_Casefold, then decompose to drop the marks. */
static void
look_up(const struct fold *f, uint32_t c, struct entry *entry)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar in[2], folded[64], split[64];
	int32_t n = 0, i = 0;
	enum class class = DROP;

	U16_APPEND_UNSAFE(in, n, (UChar32)c);
	n = unorm2_normalize(f->casefold, in, n, folded, 64, &status);
	n = unorm2_normalize(f->decompose, folded, n, split, 64, &status);
	*entry = (struct entry){ .c = c, .class = DROP };
	if (U_FAILURE(status))
		return;
	while (i < n) {
		UChar32 part = split[i++];
		enum class k;

		if (part >= 0xD800 && part < 0xDC00 && i < n)
			part = 0x10000 + ((part - 0xD800) << 10) +
			    (split[i++] - 0xDC00);
		k = class_of(f, part);
		if (k == DROP)
			continue;
		if (class == DROP || k == WORD)
			class = k;
		if ((k == WORD || k == SYMBOL) && entry->n + 4 < LONGEST)
			entry->n = (uint8_t)(entry->n + utf8_put((uint32_t)part,
			    entry->text + entry->n));
	}
	entry->class = (uint8_t)class;
}

static const struct entry *
remember(struct fold *f, uint32_t c)
{
	struct entry *entry = &f->cache[(c ^ c >> 12) & (CACHE - 1)];

	if (entry->c != c)
		look_up(f, c, entry);
	return entry;
}

struct writer {
	struct folded *out;
	struct arena *mem;
	size_t cap;
	char gap;            /* a separator is due: ' ', '.' or 0 */
	struct fold_at gap_at;
	bool failed;
};

static void
put(struct writer *w, char c, struct fold_at at)
{
	struct folded *o = w->out;

	if (o->n == w->cap) {
		size_t cap = w->cap * 2;
		char *p = arena_grow(w->mem, o->p, w->cap, cap);
		struct fold_at *v = arena_grow(w->mem, o->at,
		    w->cap * sizeof(*v), cap * sizeof(*v));

		if (!p || !v) {
			w->failed = true;
			o->n = 0;
			return;
		}
		o->p = p;
		o->at = v;
		w->cap = cap;
	}
	o->p[o->n] = c;
	o->at[o->n++] = at;
}

static void
put_visible(struct writer *w, struct str s, struct fold_at at)
{
	if (w->gap && w->out->n)
		put(w, w->gap, w->gap_at);
	w->gap = 0;
	for (size_t i = 0; i < s.n; i++)
		put(w, s.p[i], at);
}

static void
separate(struct writer *w, bool hard, struct fold_at at)
{
	at.word = false;
	if (!w->gap)
		w->gap_at = at;
	if (hard || !w->gap)
		w->gap = hard ? '.' : ' ';
}

static bool
is_alnum(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Bytes of "http://..." at the front of s, 0 if there is none. */
static size_t
address(struct str s)
{
	size_t n = 0;

	if (!str_starts(s, STR("http://")) && !str_starts(s, STR("https://")))
		return 0;
	while (n < s.n && (unsigned char)s.p[n] > ' ')
		n++;
	return n;
}

/* Bytes of "@name" or "@name@host" at the front of s, 0 if there is none. */
static size_t
handle(struct str s)
{
	size_t n = 1;

	while (n < s.n && (is_alnum(s.p[n]) || s.p[n] == '_' ||
	        (strchr(".@-", s.p[n]) && s.p[n] && n > 1 && n + 1 < s.n &&
	            is_alnum(s.p[n + 1]))))
		n++;
	return n > 1 ? n : 0;
}

/* A whole run of ASCII bytes that are one thing; returns its length. */
static size_t
ascii_run(struct writer *w, struct str s, struct fold_at at, enum class class)
{
	size_t n = 0;

	if (class == WORD && (s.p[0] | 0x20) == 'h' &&
	    (!w->out->n || w->gap || !w->out->at[w->out->n - 1].word))
		n = address(s);
	if (n) {
		separate(w, true, at);
		return n;
	}
	if (class == AT)
		n = handle(s);
	for (size_t i = 0; i < n; i++) {
		char c = s.p[i];

		if (c >= 'A' && c <= 'Z')
			c |= 0x20;
		at.word = true;
		put_visible(w, (struct str){ &c, 1 }, at);
		at.cp++;
		at.byte++;
	}
	return n;
}

static void
one(struct writer *w, enum class class, struct str text, struct fold_at at,
    bool letter_follows)
{
	bool inside = w->out->n && !w->gap && w->out->at[w->out->n - 1].word;

	at.word = class == WORD;
	if (class == WORD || class == SYMBOL)
		put_visible(w, text, at);
	else if (class == HARD)
		separate(w, true, at);
	else if (class == SOFT || class == AT ||
	    (class == APOSTROPHE && !(inside && letter_follows)))
		separate(w, false, at);
}

int
fold_text(struct fold *f, struct str text, struct arena *mem,
    struct folded *out)
{
	struct writer w = { .out = out, .mem = mem, .cap = text.n + 16 };
	const struct entry *entry;
	struct str rest = text;
	uint32_t cp = 0;

	out->n = 0;
	out->p = arena_alloc(mem, 1, w.cap);
	out->at = arena_alloc(mem, sizeof(*out->at), w.cap);
	if (!out->p || !out->at)
		return -1;
	while (rest.n && !w.failed) {
		unsigned char c = (unsigned char)rest.p[0];
		struct fold_at at = { cp, (uint32_t)(rest.p - text.p), 1,
			false };
		size_t before = rest.n, n;

		if (c < 0x80) {
			enum class class = (enum class)f->ascii[c];
			char low = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);

			n = class == AT || (c | 0x20) == 'h'
			    ? ascii_run(&w, rest, at, class) : 0;
			if (!n) {
				n = 1;
				one(&w, class, (struct str){ &low, 1 }, at,
				    rest.n > 1 && is_alnum(rest.p[1]));
			}
			cp += (uint32_t)utf8_count((struct str){ rest.p, n });
			rest = str_skip(rest, n);
			continue;
		}
		entry = remember(f, utf8_next(&rest));
		at.len = (uint16_t)(before - rest.n);
		one(&w, (enum class)entry->class,
		    (struct str){ entry->text, entry->n }, at,
		    rest.n && is_alnum(rest.p[0]));
		cp++;
	}
	return w.failed ? -1 : 0;
}
