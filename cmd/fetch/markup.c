#include "markup.h"

#include <stdio.h>

struct scan {
	const struct items *t;
	struct page *p;
	struct str rest;
	size_t depth;      /* elements that are open             */
	size_t item;       /* depth inside an item; 0: outside   */
	size_t rank;       /* of the date found in it so far     */
	struct instant date;
};

static size_t
word_at(const struct words *w, struct str name)
{
	size_t i = 0;

	while (i < w->n && !str_eq(w->v[i], name))
		i++;
	return i;
}

/* Skip up to and with an end mark; to the end of all if it is missing. */
static void
skip_past(struct scan *s, struct str mark)
{
	const char *end = s->rest.n ? memmem(s->rest.p, s->rest.n, mark.p,
	    mark.n) : NULL;

	s->rest = str_skip(s->rest, end ? (size_t)(end - s->rest.p) + mark.n
	                                : s->rest.n);
}

/* The rest of a tag, quotes respected.  Was it "<name ... />"? */
static bool
skip_tag(struct scan *s)
{
	char quote = 0, before = 0;

	for (size_t i = 0; i < s->rest.n; i++) {
		char c = s->rest.p[i];

		if (quote) {
			quote = c == quote ? 0 : quote;
		} else if (c == '"' || c == '\'') {
			quote = c;
		} else if (c == '>') {
			s->rest = str_skip(s->rest, i + 1);
			return before == '/';
		}
		before = c;
	}
	s->rest = str_skip(s->rest, s->rest.n);
	return false;
}

/* The name of a tag without its prefix. */
static struct str
take_name(struct scan *s)
{
	struct str name = { s->rest.p, 0 };

	while (name.n < s->rest.n && (unsigned char)name.p[name.n] > ' ' &&
	    name.p[name.n] != '/' && name.p[name.n] != '>')
		name.n++;
	s->rest = str_skip(s->rest, name.n);
	for (size_t i = name.n; i > 0; i--)
		if (name.p[i - 1] == ':')
			return str_skip(name, i);
	return name;
}

static void
take_date(struct scan *s, size_t rank)
{
	const char *end = memchr(s->rest.p, '<', s->rest.n);
	struct str text = { s->rest.p, end ? (size_t)(end - s->rest.p) : 0 };
	struct instant t = { 0 };

	while (text.n && (unsigned char)text.p[0] <= ' ')
		text = str_skip(text, 1);
	while (text.n && (unsigned char)text.p[text.n - 1] <= ' ')
		text.n--;
	if (rank < s->rank && (instant_parse(text, &t) ||
	        instant_parse_rfc822(text, &t))) {
		s->rank = rank;
		s->date = t;
	}
}

static void
open_tag(struct scan *s)
{
	struct str name = take_name(s);
	bool empty = skip_tag(s);
	size_t rank = word_at(&s->t->dates, name);

	if (!empty)
		s->depth++;
	if (!s->item && word_at(&s->t->elements, name) < s->t->elements.n) {
		s->p->n++;
		s->item = empty ? 0 : s->depth;
		s->rank = s->t->dates.n;
	} else if (s->item && !empty && s->depth == s->item + 1 &&
	    s->rest.n && rank < s->t->dates.n) {
		take_date(s, rank);
	}
}

static void
close_tag(struct scan *s)
{
	(void)skip_tag(s);
	if (s->item && s->depth == s->item) {
		if (s->rank < s->t->dates.n)
			page_date(s->p, &s->date);
		s->item = 0;
	}
	s->depth -= s->depth > 0;
}

/* The next tag; comments and such are passed over.  False at the end. */
static bool
next_tag(struct scan *s)
{
	const char *lt;

	while (s->rest.n && (lt = memchr(s->rest.p, '<', s->rest.n))) {
		s->rest = str_skip(s->rest, (size_t)(lt - s->rest.p) + 1);
		if (str_starts(s->rest, STR("!--")))
			skip_past(s, STR("-->"));
		else if (str_starts(s->rest, STR("![CDATA[")))
			skip_past(s, STR("]]>"));
		else if (str_starts(s->rest, STR("?")))
			skip_past(s, STR("?>"));
		else if (str_starts(s->rest, STR("!")))
			(void)skip_tag(s);
		else
			return s->rest.n > 0;
	}
	return false;
}

bool
markup_read(const struct items *t, struct str text, struct page *p)
{
	struct scan s = { .t = t, .p = p, .rest = text };
	struct str root;

	if (str_starts(text, STR("\xFE\xFF")) ||
	    str_starts(text, STR("\xFF\xFE")))
		return true; /* UTF-16: normalize will see */
	if (!next_tag(&s)) {
		(void)snprintf(p->why, sizeof(p->why), DETAIL_NO_XML);
		return false;
	}
	root = s.rest;
	root = take_name(&(struct scan){ .rest = root });
	if (word_at(&t->roots, root) == t->roots.n) {
		(void)snprintf(p->why, sizeof(p->why), DETAIL_NO_FEED,
		    (int)(root.n < 40 ? root.n : 40), root.p);
		return false;
	}
	p->counted = true;
	do {
		if (s.rest.p[0] == '/')
			close_tag(&s);
		else
			open_tag(&s);
	} while (s.depth && next_tag(&s));
	if (s.depth)
		(void)snprintf(p->why, sizeof(p->why), DETAIL_CUT_XML,
		    (int)(root.n < 40 ? root.n : 40), root.p);
	return !s.depth;
}
