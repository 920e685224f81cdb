#include "fold.h"

#include "utf8.h"

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
handle(const uint8_t *ascii, struct str s)
{
	size_t n = 1;

	while (n < s.n && (((ascii[(unsigned char)s.p[n]] & GLYPH_WORD) |
	            (s.p[n] == '_')) ||
	        (strchr(".@-", s.p[n]) && s.p[n] && n > 1 && n + 1 < s.n &&
	            is_alnum(s.p[n + 1]))))
		n++;
	return n > 1 ? n : 0;
}

static struct str
rest_of(const struct fold_reader *r)
{
	return str_skip(r->text, r->at);
}

/* Append to the word in r->buf; it ends before `to` of the original. */
static void
append(struct fold_reader *r, struct token *t, struct str s, size_t to)
{
	size_t room = TOKEN_MAX - t->text.n;

	if (s.n > room) {
		t->has |= TOKEN_LONG;
		s.n = room;
	}
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		unsigned k = r->ascii[c];

		if (k & GLYPH_WORD)
			t->has |= k & ~(unsigned)GLYPH_WORD;
		r->buf[t->text.n++] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20
		                                                  : c);
	}
	t->to = (uint32_t)to;
}

/* One ASCII byte of a word, or a handle; false: the word ends before it. */
static bool
word_ascii(struct fold_reader *r, struct token *t, unsigned class)
{
	struct str s = rest_of(r);
	size_t n = 1;

	if (class == AT)
		n = handle(r->ascii, s);
	if ((class & GLYPH_WORD) || (class == AT && n)) {
		append(r, t, (struct str){ s.p, n }, r->at + n);
		r->at += n;
		return true;
	}
	if (class != DROP && (class != APOSTROPHE || s.n < 2 ||
	        !is_alnum(s.p[1]) || !t->text.n))
		return false;
	r->at++;
	return true;
}

/* The rest of a word that is not plain; what there is of it is in t. */
static bool
word_slowly(struct fold_reader *r, struct token *t)
{
	while (r->at < r->text.n) {
		unsigned k = r->ascii[(unsigned char)r->text.p[r->at]];
		struct str rest = rest_of(r);
		const struct glyph *glyph;
		size_t before = r->at, after;

		if (k != OTHER) {
			if (!word_ascii(r, t, k))
				break;
			continue;
		}
		glyph = glyph_of(r->glyphs, utf8_next(&rest));
		after = r->text.n - rest.n;
		if (glyph->class == GLYPH_WORD) {
			if (!t->text.n)
				t->from = (uint32_t)before;
			if (glyph->alike)
				t->has |= TOKEN_ALIKE;
			append(r, t, (struct str){ glyph->text, glyph->n },
			    after);
		} else if (glyph->class != DROP &&
		    (glyph->class != APOSTROPHE || !rest.n ||
		        !is_alnum(rest.p[0]))) {
			break;
		}
		r->at = after;
	}
	t->text.p = r->buf;
	return true;
}

/* Does the word end cleanly where a byte of that class stands? */
static bool
ends_here(struct fold_reader *r, unsigned k)
{
	struct str rest = rest_of(r);
	unsigned class = k;

	if (k == OTHER)
		class = glyph_of(r->glyphs, utf8_next(&rest))->class;
	else if (k == APOSTROPHE)
		rest = str_skip(rest, 1);
	if (class == AT)
		return handle(r->ascii, rest) == 0;
	if (class == APOSTROPHE)
		return !rest.n || !is_alnum(rest.p[0]);
	return class != GLYPH_WORD && class != DROP;
}

static bool
word(struct fold_reader *r, struct token *t)
{
	const unsigned char *p = (const unsigned char *)r->text.p;
	size_t from = r->at, i = from, n = r->text.n;
	unsigned has = 0, k = SOFT;

	while (i < n && (k = r->ascii[p[i]]) & GLYPH_WORD) {
		has |= k;
		i++;
	}
	t->from = (uint32_t)from;
	t->to = (uint32_t)i;
	r->at = i;
	if (i == n || (k <= SYMBOL && k != DROP) || ends_here(r, k)) {
		t->text = (struct str){ r->text.p + from, i - from };
		t->has = (has & ~(unsigned)GLYPH_WORD) | TOKEN_PLAIN |
		    (i - from > TOKEN_MAX ? TOKEN_LONG : 0u);
		return true;
	}
	t->text.n = 0;
	t->has = 0;
	append(r, t, (struct str){ r->text.p + from, i - from }, i);
	return word_slowly(r, t);
}

static bool
symbol(struct fold_reader *r, struct token *t, struct str text, size_t after)
{
	t->text = text;
	t->from = (uint32_t)r->at;
	t->to = (uint32_t)after;
	t->has = TOKEN_SYMBOL;
	r->at = after;
	return true;
}

/* A code point that is not ASCII and begins no word yet; false: passed. */
static bool
other(struct fold_reader *r, struct token *t)
{
	struct str rest = rest_of(r);
	const struct glyph *glyph = glyph_of(r->glyphs, utf8_next(&rest));
	size_t after = r->text.n - rest.n;

	if (glyph->class == GLYPH_WORD) {
		t->text.n = 0;
		t->has = 0;
		return word_slowly(r, t);
	}
	if (glyph->class == SYMBOL)
		return symbol(r, t, (struct str){ glyph->text, glyph->n },
		    after);
	if (glyph->class == HARD)
		r->gap = GAP_STOP;
	else if (glyph->class != DROP && r->gap == GAP_NONE)
		r->gap = GAP_SPACE;
	r->at = after;
	return false;
}

/* A byte of class k where no word is; false: it is passed over. */
static bool
begin(struct fold_reader *r, struct token *t, unsigned k)
{
	const char *p = r->text.p + r->at;
	size_t n;

	if (k & GLYPH_WORD) {
		n = (*p | 0x20) == 'h' ? address(rest_of(r)) : 0;
		if (!n)
			return word(r, t);
		r->at += n;
		r->gap = GAP_STOP;
		return false;
	}
	if (k == OTHER)
		return other(r, t);
	if (k == SYMBOL)
		return symbol(r, t, (struct str){ p, 1 }, r->at + 1);
	if (k == AT && handle(r->ascii, rest_of(r))) {
		t->text.n = 0;
		t->has = 0;
		t->from = (uint32_t)r->at;
		return word_slowly(r, t);
	}
	if (k == HARD)
		r->gap = GAP_STOP;
	else if (k != DROP && r->gap == GAP_NONE)
		r->gap = GAP_SPACE;
	r->at++;
	return false;
}

bool
fold_next(struct fold_reader *r, struct token *t)
{
	while (r->at < r->text.n)
		if (begin(r, t,
		        r->ascii[(unsigned char)r->text.p[r->at]])) {
			t->gap = r->gap;
			r->gap = GAP_NONE;
			return true;
		}
	return false;
}

struct str
fold_lower(const struct token *t, char p[TOKEN_MAX])
{
	size_t n = t->text.n < TOKEN_MAX ? t->text.n : TOKEN_MAX;

	for (size_t i = 0; i < n; i++)
		p[i] = (char)(t->text.p[i] >= 'A' && t->text.p[i] <= 'Z'
		        ? t->text.p[i] | 0x20 : t->text.p[i]);
	return (struct str){ p, n };
}
