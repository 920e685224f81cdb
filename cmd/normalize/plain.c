#include "plain.h"

#include <string.h>

#include "utf8.h"

enum { BREAKS_MAX = 2, NAME_MAX_ = 12 };

static const struct element {
	char name[NAME_MAX_];
	enum effect effect;
} elements[] = {
	{ "p", EFFECT_PARA },
	{ "a", EFFECT_NONE },
	{ "br", EFFECT_BREAK },
	{ "span", EFFECT_NONE },
	{ "div", EFFECT_BLOCK },
	{ "b", EFFECT_NONE },
	{ "i", EFFECT_NONE },
	{ "u", EFFECT_NONE },
	{ "s", EFFECT_NONE },
	{ "em", EFFECT_NONE },
	{ "strong", EFFECT_NONE },
	{ "code", EFFECT_NONE },
	{ "small", EFFECT_NONE },
	{ "del", EFFECT_NONE },
	{ "sub", EFFECT_NONE },
	{ "sup", EFFECT_NONE },
	{ "ul", EFFECT_BLOCK },
	{ "ol", EFFECT_BLOCK },
	{ "li", EFFECT_BLOCK },
	{ "blockquote", EFFECT_PARA },
	{ "h1", EFFECT_PARA },
	{ "h2", EFFECT_PARA },
	{ "h3", EFFECT_PARA },
	{ "h4", EFFECT_PARA },
	{ "h5", EFFECT_PARA },
	{ "h6", EFFECT_PARA },
	{ "pre", EFFECT_PRE },
	{ "hr", EFFECT_BLOCK },
	{ "img", EFFECT_IMAGE },
	{ "tr", EFFECT_BLOCK },
	{ "table", EFFECT_BLOCK },
	{ "section", EFFECT_BLOCK },
	{ "article", EFFECT_BLOCK },
	{ "header", EFFECT_BLOCK },
	{ "footer", EFFECT_BLOCK },
	{ "figure", EFFECT_BLOCK },
	{ "figcaption", EFFECT_BLOCK },
	{ "dl", EFFECT_BLOCK },
	{ "dt", EFFECT_BLOCK },
	{ "dd", EFFECT_BLOCK },
	{ "address", EFFECT_BLOCK },
	{ "main", EFFECT_BLOCK },
	{ "nav", EFFECT_BLOCK },
	{ "aside", EFFECT_BLOCK },
	{ "form", EFFECT_BLOCK },
	{ "script", EFFECT_SKIP },
	{ "style", EFFECT_SKIP },
	{ "template", EFFECT_SKIP },
	{ "title", EFFECT_SKIP },
	{ "noframes", EFFECT_SKIP },
	{ "iframe", EFFECT_SKIP },
	{ "textarea", EFFECT_BLOCK },
};

enum effect
plain_effect(struct str name)
{
	char low[NAME_MAX_] = { 0 };

	if (!name.n || name.n >= sizeof(low))
		return EFFECT_UNKNOWN;
	for (size_t i = 0; i < name.n; i++)
		low[i] = name.p[i] >= 'A' && name.p[i] <= 'Z'
		    ? (char)(name.p[i] | 0x20)
		    : name.p[i];
	for (size_t i = 0; i < sizeof(elements) / sizeof(*elements); i++)
		if (memcmp(elements[i].name, low, sizeof(low)) == 0)
			return elements[i].effect;
	return EFFECT_UNKNOWN;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/* Line breaks, or a space, that are due before text. */
static void
due(struct plain *p)
{
	if (p->out->n && p->breaks)
		for (; p->breaks > 0; p->breaks--)
			buf_char(p->out, '\n');
	else if (p->out->n && p->space)
		buf_char(p->out, ' ');
	p->breaks = 0;
	p->space = false;
}

static void
put_kept(struct plain *p, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\r')
			continue;
		if (s.p[i] == '\n') {
			p->breaks++;
			p->space = false;
			continue;
		}
		due(p);
		buf_char(p->out, s.p[i]);
	}
}

void
plain_put(struct plain *p, struct str s)
{
	size_t i = 0, from;

	if (p->keep) {
		put_kept(p, s);
		return;
	}
	while (i < s.n) {
		if (is_space(s.p[i])) {
			p->space = true;
			i++;
			continue;
		}
		for (from = i; i < s.n && !is_space(s.p[i]); i++)
			;
		due(p);
		buf_put(p->out, (struct str){ s.p + from, i - from });
	}
}

void
plain_break(struct plain *p, enum effect effect)
{
	int least = effect == EFFECT_PARA ? 2 : 1;

	if (effect == EFFECT_BREAK)
		p->breaks += p->breaks < BREAKS_MAX;
	else if (effect == EFFECT_BLOCK || effect == EFFECT_PARA ||
	    effect == EFFECT_PRE)
		p->breaks = p->breaks > least ? p->breaks : least;
	else
		return;
	p->space = false;
}

/* "&...;" at the start of *s, which is shortened.  False: not a known one. */
static bool
named(struct plain *p, struct str *s)
{
	static const struct {
		struct str name, text;
	} names[] = {
		{ { "amp;", 4 }, { "&", 1 } },
		{ { "lt;", 3 }, { "<", 1 } },
		{ { "gt;", 3 }, { ">", 1 } },
		{ { "quot;", 5 }, { "\"", 1 } },
		{ { "apos;", 5 }, { "'", 1 } },
		{ { "nbsp;", 5 }, { "\xC2\xA0", 2 } },
	};
	struct str rest = str_skip(*s, 1);

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (str_starts(rest, names[i].name)) {
			plain_put(p, names[i].text);
			*s = str_skip(rest, names[i].name.n);
			return true;
		}
	return false;
}

static int
digit_value(char c, bool hex)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return hex && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool
numbered(struct plain *p, struct str *s)
{
	bool hex = s->n > 3 && (s->p[2] | 0x20) == 'x';
	size_t i = hex ? 3 : 2, from = i;
	uint32_t c = 0;
	char text[4];

	for (; i < s->n && digit_value(s->p[i], hex) >= 0 && c <= 0x10FFFF; i++)
		c = c * (hex ? 16 : 10) + (uint32_t)digit_value(s->p[i], hex);
	if (i == from || i == s->n || s->p[i] != ';' || c > 0x10FFFF ||
	    c < ' ' || (c >= 0x7F && c < 0xA0) || (c >= 0xD800 && c < 0xE000))
		return false;
	plain_put(p, (struct str){ text, utf8_put(c, text) });
	*s = str_skip(*s, i + 1);
	return true;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
entity(struct plain *p, struct str *s, bool strict)
{
	bool number = s->n > 1 && s->p[1] == '#';

	if (number ? numbered(p, s) : named(p, s))
		return true;
	if (strict && s->n > 1 &&
	    (number || is_letter(s->p[1]) ||
		(s->p[1] >= '0' && s->p[1] <= '9')))
		return false;
	plain_put(p, STR("&"));
	*s = str_skip(*s, 1);
	return true;
}

struct tag {
	struct str name;
	bool end;
	size_t n; /* bytes, from '<' to '>' */
};

/* The tag that s begins with; quotes may hold a '>'. */
static bool
take_tag(struct str s, struct tag *t)
{
	size_t i = 1, from;
	char quote = 0;

	t->end = i < s.n && s.p[i] == '/';
	i += t->end;
	from = i;
	while (i < s.n &&
	    (is_letter(s.p[i]) || (i > from && s.p[i] >= '0' && s.p[i] <= '9')))
		i++;
	t->name = (struct str){ s.p + from, i - from };
	if (i == from || i == s.n ||
	    (!is_space(s.p[i]) && s.p[i] != '>' && s.p[i] != '/'))
		return false;
	for (; i < s.n && (quote || s.p[i] != '>'); i++)
		if (quote && s.p[i] == quote)
			quote = 0;
		else if (!quote && s.p[i - 1] == '=' &&
		    (s.p[i] == '"' || s.p[i] == '\''))
			quote = s.p[i];
	t->n = i + 1;
	return i < s.n;
}

/* Attributes by the book: a name, and a value in quotes if it has one. */
static bool
by_the_book(struct str s)
{
	while (s.n && is_space(s.p[0])) {
		const char *end;

		while (s.n && is_space(s.p[0]))
			s = str_skip(s, 1);
		if (!s.n || !is_letter(s.p[0]))
			break;
		while (s.n && (is_letter(s.p[0]) || s.p[0] == '-'))
			s = str_skip(s, 1);
		if (s.n < 2 || s.p[0] != '=')
			continue;
		if (s.p[1] != '"' && s.p[1] != '\'')
			return false;
		end = memchr(s.p + 2, s.p[1], s.n - 2);
		if (!end)
			return false;
		s = str_skip(s, (size_t)(end - s.p) + 1);
	}
	return str_eq(s, STR(">")) || str_eq(s, STR("/>"));
}

/* Behind the end tag of an element whose text is not for readers. */
static struct str
skip_element(struct str s, struct str name)
{
	struct tag t;

	while (s.n) {
		const char *lt = memchr(s.p, '<', s.n);

		if (!lt)
			break;
		s = str_skip(s, (size_t)(lt - s.p));
		if (take_tag(s, &t) && t.end && t.name.n == name.n &&
		    strncasecmp(t.name.p, name.p, name.n) == 0)
			return str_skip(s, t.n);
		s = str_skip(s, 1);
	}
	return (struct str){ 0 };
}

static bool
is_one_of(struct str name, const char *words)
{
	for (const char *end; *words; words = *end ? end + 1 : end) {
		end = strchrnul(words, ' ');
		if ((size_t)(end - words) == name.n &&
		    strncasecmp(words, name.p, name.n) == 0)
			return true;
	}
	return false;
}

/* Do the blocks nest, so that no parser would close one by itself? */
static bool
nests(struct plain *p, const struct tag *t, enum effect effect)
{
	static const char entries[] = "li dd dt";
	struct str in = p->n_open ? p->open[p->n_open - 1] : (struct str){ 0 };

	if (effect == EFFECT_NONE)
		return true;
	if (effect == EFFECT_BREAK)
		return !t->end;
	if (t->end) {
		p->n_open -= p->n_open > 0;
		return in.n == t->name.n &&
		    strncasecmp(in.p, t->name.p, in.n) == 0;
	}
	if (is_one_of(in, "p h1 h2 h3 h4 h5 h6") ||
	    is_one_of(t->name, "table tr form textarea") ||
	    (is_one_of(t->name, entries) && is_one_of(in, entries)) ||
	    p->n_open == PLAIN_OPEN)
		return false;
	if (!is_one_of(t->name, "hr"))
		p->open[p->n_open++] = t->name;
	return true;
}

static bool
markup(struct plain *p, struct str *s, bool strict)
{
	enum effect effect;
	struct tag t;

	if (!take_tag(*s, &t)) {
		if (strict)
			return false;
		plain_put(p, STR("<"));
		*s = str_skip(*s, 1);
		return true;
	}
	effect = plain_effect(t.name);
	if (strict && (effect >= EFFECT_PRE || !nests(p, &t, effect) ||
	    !by_the_book((struct str){ t.name.p + t.name.n,
	        t.n - 1 - t.end - t.name.n })))
		return false;
	*s = str_skip(*s, t.n);
	plain_break(p, effect);
	if (effect == EFFECT_SKIP && !t.end)
		*s = skip_element(*s, t.name);
	return true;
}

bool
plain_scan(struct plain *p, struct str s, bool strict)
{
	while (s.n) {
		size_t i = 0;

		while (i < s.n && s.p[i] != '<' && s.p[i] != '&' && s.p[i])
			i++;
		plain_put(p, (struct str){ s.p, i });
		s = str_skip(s, i);
		if (!s.n)
			break;
		if (s.p[0] == '<' && !markup(p, &s, strict))
			return false;
		else if (s.n && s.p[0] == '&' && !entity(p, &s, strict))
			return false;
		else if (s.n && !s.p[0]) {
			if (strict)
				return false;
			s = str_skip(s, 1);
		}
	}
	return true;
}
