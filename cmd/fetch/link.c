#include "link.h"

static void
skip_any(struct str *s, const char *these)
{
	while (s->n && s->p[0] && strchr(these, s->p[0]))
		*s = str_skip(*s, 1);
}

/* Up to one of these bytes. */
static struct str
take_until(struct str *s, const char *these)
{
	struct str part = { s->p, 0 };

	while (part.n < s->n && (!s->p[part.n] ||
	        !strchr(these, s->p[part.n])))
		part.n++;
	*s = str_skip(*s, part.n);
	return part;
}

/* A value, in quotes or not.  What is escaped in quotes stays escaped: no
 * value that is asked for needs it. */
static struct str
take_value(struct str *s)
{
	struct str v;

	if (!s->n || s->p[0] != '"')
		return take_until(s, " \t,;");
	*s = str_skip(*s, 1);
	v = (struct str){ s->p, 0 };
	while (v.n < s->n && v.p[v.n] != '"')
		v.n += v.p[v.n] == '\\' && v.n + 1 < s->n ? 2 : 1;
	*s = str_skip(*s, v.n < s->n ? v.n + 1 : v.n);
	return v;
}

/* Is the word one of those in a list with spaces? */
static bool
has_word(struct str list, const char *word)
{
	while (list.n) {
		skip_any(&list, " \t");
		if (str_same(take_until(&list, " \t"), str_from(word)))
			return true;
	}
	return false;
}

/* The parameters behind a target: do they say "next"? */
static bool
take_parameters(struct str *s)
{
	bool next = false, seen = false, elsewhere = false;

	for (;;) {
		struct str name, value = { 0 };

		skip_any(s, " \t");
		if (!s->n || s->p[0] != ';')
			return next && !elsewhere;
		skip_any(s, "; \t");
		name = take_until(s, " \t=,;");
		skip_any(s, " \t");
		if (s->n && s->p[0] == '=') {
			*s = str_skip(*s, 1);
			skip_any(s, " \t");
			value = take_value(s);
		}
		if (str_same(name, STR("anchor")))
			elsewhere = true;
		if (str_same(name, STR("rel")) && !seen) {
			seen = true; /* a second one is ignored, 3.3 */
			next = has_word(value, "next");
		}
	}
}

bool
link_next(struct str header, struct str *target)
{
	while (header.n) {
		skip_any(&header, " \t,");
		if (!header.n || header.p[0] != '<')
			return false;
		header = str_skip(header, 1);
		*target = take_until(&header, ">");
		if (!header.n)
			return false;
		header = str_skip(header, 1);
		if (take_parameters(&header))
			return true;
		/* What is wrong up to the comma costs only this link. */
		(void)take_until(&header, ",");
	}
	return false;
}
