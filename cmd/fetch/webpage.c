#include "webpage.h"

#include <strings.h>

static bool
begins(struct str s, struct str word)
{
	return s.n >= word.n && strncasecmp(s.p, word.p, word.n) == 0;
}

bool
webpage_type(struct str type)
{
	return begins(type, STR("text/html")) ||
	    begins(type, STR("application/xhtml+xml"));
}

/* The bytes up to the first of these; *s goes on there. */
static struct str
take_until(struct str *s, const char *ends)
{
	struct str word = { s->p, 0 };

	while (word.n < s->n && !(s->p[word.n] && strchr(ends, s->p[word.n])))
		word.n++;
	*s = str_skip(*s, word.n);
	return word;
}

/* The next attribute of a tag; false at its end. */
static bool
attribute(struct str *s, struct str *name, struct str *value)
{
	char quote[2] = { 0 };

	while (s->n && s->p[0] && strchr(" \t\r\n\f/", s->p[0]))
		*s = str_skip(*s, 1);
	*name = take_until(s, " \t\r\n\f/>=");
	*value = (struct str){ 0 };
	while (s->n && s->p[0] && strchr(" \t\r\n\f", s->p[0]))
		*s = str_skip(*s, 1);
	if (!s->n || s->p[0] != '=')
		return name->n > 0;
	*s = str_skip(*s, 1);
	while (s->n && s->p[0] && strchr(" \t\r\n\f", s->p[0]))
		*s = str_skip(*s, 1);
	if (!s->n || (s->p[0] != '"' && s->p[0] != '\'')) {
		*value = take_until(s, " \t\r\n\f>");
		return true;
	}
	quote[0] = s->p[0];
	*s = str_skip(*s, 1);
	*value = take_until(s, quote);
	*s = str_skip(*s, s->n > 0);
	return true;
}

/* Is it one of the words between blanks? */
static bool
has_word(struct str list, struct str word)
{
	bool found = false;

	while (list.n && !found) {
		found = str_same(take_until(&list, " \t\r\n\f"), word);
		list = str_skip(list, list.n > 0);
	}
	return found;
}

/* What a <link> that names such a feed leads to. */
static struct str
feed_of(struct str tag, const struct words *types)
{
	struct str name, value, href = { 0 };
	bool alternate = false, type = false;

	while (attribute(&tag, &name, &value)) {
		if (str_same(name, STR("href")))
			href = value;
		else if (str_same(name, STR("rel")))
			alternate = has_word(value, STR("alternate"));
		for (size_t i = 0; str_same(name, STR("type")) && i < types->n;
		    i++)
			type |= begins(value, types->v[i]);
	}
	return alternate && type ? href : (struct str){ 0 };
}

/* The first such link; { NULL, 0 }: none. */
static struct str
find_feed(struct str html, const struct words *types)
{
	struct str href = { 0 };
	const char *at;

	while (!href.n && html.n && (at = memchr(html.p, '<', html.n))) {
		html = str_skip(html, (size_t)(at - html.p) + 1);
		if (str_starts(html, STR("!--"))) {
			at = memmem(html.p, html.n, "-->", 3);
			html = str_skip(html, at ? (size_t)(at - html.p)
			                         : html.n);
		} else if (begins(html, STR("link")) && html.n > 4 &&
		    strchr(" \t\r\n\f/", html.p[4])) {
			href = feed_of(str_skip(html, 4), types);
		}
	}
	return href;
}

int
webpage_feed(struct str html, const struct words *types, struct arena *mem,
    struct str *href)
{
	static const struct str entity = { "&amp;", 5 };
	struct str from = find_feed(html, types);
	char *to = arena_alloc(mem, 1, from.n + 1);

	if (!to)
		return -1;
	*href = (struct str){ to, 0 };
	for (; from.n; from = str_skip(from, 1)) {
		to[href->n++] = from.p[0];
		if (str_starts(from, entity))
			from = str_skip(from, entity.n - 1);
	}
	to[href->n] = '\0'; /* as libcurl wants it */
	return href->n > 0;
}
