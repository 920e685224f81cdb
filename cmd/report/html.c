#include "html.h"

#include <stdio.h>

void
html_raw(struct view *v, const char *markup)
{
	out_put(v->out, str_from(markup));
}

/* Length of a character at p that must not take effect, or 0; its number. */
static size_t
harmful(const unsigned char *p, size_t n, unsigned *c)
{
	*c = p[0];
	if ((p[0] < ' ' && p[0] != '\n' && p[0] != '\t') || p[0] == 0x7F)
		return 1;
	if (n >= 2 && p[0] == 0xC2 && p[1] < 0xA0) {
		*c = p[1];
		return 2;
	}
	if (n < 3 || p[0] != 0xE2)
		return 0;
	*c = 0x2000u | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
	return (*c >= 0x202A && *c <= 0x202E) ||
	    (*c >= 0x2066 && *c <= 0x2069) ? 3 : 0;
}

/* Most characters are nothing to look at twice. */
static bool
is_plain(unsigned char c)
{
	return (c > '>' && c < 0x7F) || (c > '&' && c < '<') || c == ' ';
}

static const char *
entity(unsigned char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	default:
		return NULL;
	}
}

void
html_put(struct view *v, struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t from = 0, i = 0, n;
	const char *as;
	char room[16];
	unsigned c;

	if (!s.n)
		return;
	while (i < s.n) {
		if (is_plain(p[i])) {
			i++;
			continue;
		}
		n = harmful(p + i, s.n - i, &c);
		as = entity(p[i]);
		if (!n && !as) {
			i++;
			continue;
		}
		if (n) {
			(void)snprintf(room, sizeof(room), "[U+%04X]", c);
			as = room;
		}
		out_put(v->out, (struct str){ s.p + from, i - from });
		html_raw(v, as);
		i += n ? n : 1;
		from = i;
	}
	out_put(v->out, (struct str){ s.p + from, i - from });
}

void
html_text(struct view *v, enum text_key key)
{
	html_put(v, text_get(&v->text, key));
}

void
html_tag(struct view *v, const char *before, struct str s, const char *after)
{
	html_raw(v, before);
	html_put(v, s);
	html_raw(v, after);
}

void
html_bdi(struct view *v, struct str s)
{
	html_tag(v, "<bdi>", s, "</bdi>");
}

static bool
is_web(struct str url)
{
	static const struct str scheme[] = { { "https://", 8 },
		{ "http://", 7 } };
	unsigned c;
	bool web = false;

	for (int i = 0; i < 2; i++)
		if (url.n > scheme[i].n &&
		    strncasecmp(url.p, scheme[i].p, scheme[i].n) == 0)
			web = true;
	for (size_t i = 0; i < url.n; i++)
		if (url.p[i] == ' ' || url.p[i] == '\n' || url.p[i] == '\t' ||
		    harmful((const unsigned char *)url.p + i, url.n - i, &c))
			return false;
	return web;
}

static void
put_address(struct view *v, struct str url)
{
	html_tag(v, " <code class=\"url\"><bdi>", url, "</bdi></code>");
}

void
html_link(struct view *v, struct str url, struct str label)
{
	if (is_web(url)) {
		html_tag(v, "<a href=\"", url, "\"><bdi>");
		html_put(v, label);
		html_raw(v, "</bdi></a>");
		return;
	}
	html_bdi(v, label);
	if (url.n && !str_eq(url, label))
		put_address(v, url);
}

void
html_open(struct view *v, struct str url, enum text_key key)
{
	if (is_web(url)) {
		html_tag(v, "<a href=\"", url, "\">");
		html_text(v, key);
		html_raw(v, "</a>");
	} else if (url.n) {
		html_text(v, key);
		put_address(v, url);
	}
}

void
html_time(struct view *v, const struct moment *m)
{
	char room[INSTANT_TEXT];

	if (!m->known)
		return;
	html_tag(v, "<time datetime=\"", instant_text(&m->t, room), "\">");
	html_put(v, text_time(&v->text, &m->t));
	html_raw(v, "</time>");
}

void
html_term_open(struct view *v, enum text_key key)
{
	html_tag(v, "<dt>", text_get(&v->text, key), "</dt><dd>");
}

void
html_term(struct view *v, enum text_key key, struct str s)
{
	if (!s.n)
		return;
	html_tag(v, "<dt>", text_get(&v->text, key), "<dd>");
	html_tag(v, "", s, "\n");
}

void
html_number(struct view *v, int64_t n)
{
	html_put(v, text_number(&v->text, n));
}

void
html_level(struct view *v, const char *names, enum level level)
{
	bool sure = level == LEVEL_INDICATION;

	html_raw(v, sure ? "<span class=\"chip indication\">"
	                 : "<span class=\"chip check\">");
	html_put(v, text_name(&v->text, names,
	    sure ? STR("indication") : STR("check")));
	html_raw(v, "</span>");
}

void
html_numbers(struct view *v, const struct str *part, size_t n)
{
	html_tag(v, "<section id=\"numbers\" aria-labelledby=\"numbers-name\">"
	    "\n<h2 id=\"numbers-name\">", text_get(&v->text, TEXT_numbers),
	    "</h2>\n<p class=\"numbers\">");
	for (size_t i = 0; i < n; i++)
		html_tag(v, i ? " <span>" : "<span>", part[i], "</span>");
	html_raw(v, "</p>\n");
}
