#include "plain.h"

#include <string.h>

#include "utf8.h"

enum { BREAKS_MAX = 2 };

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

/* Words that stay as they are: a single space is between them. */
static size_t
words(struct str s)
{
	size_t i = 0;

	if (is_space(s.p[0]))
		return 0;
	for (;; i++) {
		while (i < s.n && !is_space(s.p[i]))
			i++;
		if (s.n - i < 2 || s.p[i] != ' ' || is_space(s.p[i + 1]))
			return i;
	}
}

void
plain_put(struct plain *p, struct str s)
{
	if (p->keep) {
		put_kept(p, s);
		return;
	}
	while (s.n) {
		size_t n = words(s);

		if (n) {
			due(p);
			buf_put(p->out, (struct str){ s.p, n });
		} else {
			p->space = true;
			n = 1;
		}
		s = str_skip(s, n);
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
	const char *end;

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
	for (; i < s.n && s.p[i] != '>'; i++) {
		if (s.p[i - 1] != '=' || (s.p[i] != '"' && s.p[i] != '\''))
			continue;
		end = memchr(s.p + i + 1, s.p[i], s.n - i - 1);
		if (!end)
			return false;
		i = (size_t)(end - s.p);
	}
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
		if (take_tag(s, &t) && t.end && str_same(t.name, name))
			return str_skip(s, t.n);
		s = str_skip(s, 1);
	}
	return (struct str){ 0 };
}

/* Do the blocks nest, so that no parser would close one by itself? */
static bool
nests(struct plain *p, const struct element *of, bool end)
{
	const struct element *in = p->n_open ? p->open[p->n_open - 1] : NULL;

	if (of->effect == EFFECT_NONE)
		return true;
	if (of->effect == EFFECT_BREAK)
		return !end;
	if (end) {
		p->n_open -= p->n_open > 0;
		return in == of;
	}
	if (of->nesting == NEST_RULES || p->n_open == PLAIN_OPEN ||
	    (in && in->nesting == NEST_CLOSES) ||
	    (in && in->nesting == NEST_ENTRY && of->nesting == NEST_ENTRY))
		return false;
	if (of->nesting != NEST_LINE)
		p->open[p->n_open++] = of;
	return true;
}

static bool
markup(struct plain *p, struct str *s, bool strict)
{
	const struct element *of;
	enum effect effect;
	struct tag t;

	if (!take_tag(*s, &t)) {
		if (strict)
			return false;
		plain_put(p, STR("<"));
		*s = str_skip(*s, 1);
		return true;
	}
	of = element_of(t.name);
	effect = of ? of->effect : EFFECT_UNKNOWN;
	if (strict && (effect >= EFFECT_PRE || !nests(p, of, t.end) ||
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
