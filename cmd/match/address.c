/* Addresses in running text, the larger part of entity.h. */
#include "entity.h"
#include "utf8.h"

enum { LABEL_MAX = 63, SLUG_MAX = 40 };

static bool
is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool
same_lower(struct str s, struct str lower)
{
	for (size_t i = 0; i < lower.n; i++)
		if (i >= s.n || (is_letter(s.p[i]) ? s.p[i] | 0x20 : s.p[i]) !=
		    lower.p[i])
			return false;
	return s.n == lower.n;
}

static bool
is_listed(const struct str *v, size_t n, struct str s)
{
	for (size_t i = 0; i < n; i++)
		if (same_lower(s, v[i]))
			return true;
	return false;
}

/* May it stand in a host?  Behind a scheme letters and signs of all scripts
 * may, as they cannot be the text that runs on. */
static bool
in_host(uint32_t c, bool scheme)
{
	if (c < 0x80)
		return entity_ascii(c) || c == '-' || c == '_';
	return entity_accented(c) || (scheme && glyph_in_tag(c) != TAG_ENDS) ||
	    (scheme && c >= 0x2600 && c <= 0x27BF);
}

/* Bytes of the label at the front of s, 0 if it is none. */
static size_t
label(struct str s, bool scheme)
{
	struct str rest = s, after;
	size_t n;

	for (after = rest; rest.n && in_host(utf8_next(&rest), scheme);)
		after = rest;
	n = s.n - after.n;
	if (!n || n > LABEL_MAX || strchr("-_", s.p[0]) ||
	    strchr("-_", s.p[n - 1]))
		return 0;
	return n;
}

/* Bytes of the last label of a host, if one is at the front of s: two letters
 * are a country's, others are listed; behind a scheme and other plain labels
 * any will do. */
static size_t
domain(const struct hosts *h, struct str s, bool any)
{
	size_t n = 0;
	uint32_t c;

	while (n < s.n && is_letter(s.p[n]))
		n++;
	for (size_t i = 0; !n && i < h->n_domains; i++)
		if (str_starts(s, h->domains[i]))
			return h->domains[i].n;
	if (n < 2)
		return 0;
	c = entity_peek(str_skip(s, n));
	if (entity_ascii(c) || entity_accented(c) || (c && c < 0x80 &&
	        strchr("-_@+", (int)c)))
		return 0;
	return n == 2 || (any && c < 0x80) || is_listed(h->domains,
	    h->n_domains, (struct str){ s.p, n }) ? n : 0;
}

/* Bytes of the longest host at the front of s, 0 if there is none. */
static size_t
host(const struct hosts *h, struct str s, bool scheme)
{
	bool plain = scheme, underscore = false;
	size_t i = 0, end = 0, n;

	for (;; i++) {
		n = i && !underscore ? domain(h, str_skip(s, i), plain) : 0;
		if (n)
			end = i + n;
		n = label(str_skip(s, i), scheme);
		if (!n)
			return end;
		underscore = memchr(s.p + i, '_', n) != NULL;
		for (size_t k = i; k < i + n; k++)
			plain &= (unsigned char)s.p[k] < 0x80;
		i += n;
		if (i + 1 >= s.n || s.p[i] != '.')
			return end;
	}
}

static bool
in_path(uint32_t c)
{
	return entity_ascii(c) || (c && c < 0x80 &&
	    strchr("!*';:=+,.$/%#[]-_~@|&", (int)c)) || c == 0x2013 ||
	    entity_accented(c) || (c >= 0x400 && c <= 0x4FF);
}

static bool
ends_path(uint32_t c)
{
	return c != 0x2013 && (c >= 0x80 || entity_ascii(c) ||
	    strchr("+-=_#/", (int)c));
}

/* Bytes of "(...)", with at most one more pair within; 0 if it is none. */
static size_t
parens(struct str s)
{
	struct str rest = str_skip(s, 1);
	int deep = 1;

	while (rest.n) {
		uint32_t c = utf8_next(&rest);

		if (c == '(' && ++deep > 2)
			return 0;
		if (c == ')' && --deep == 0)
			return s.n - rest.n;
		if (c != '(' && c != ')' && !in_path(c))
			return 0;
	}
	return 0;
}

/* Bytes of the path at the front of s, up to what may end one. */
static size_t
path(struct str s)
{
	struct str rest = s;
	size_t end = 0, n;

	while (rest.n) {
		if (rest.p[0] == '(') {
			n = parens(rest);
			if (!n)
				return end;
			rest = str_skip(rest, n);
			end = s.n - rest.n;
			continue;
		}
		uint32_t c = utf8_next(&rest);

		if (!in_path(c))
			return end;
		if (ends_path(c))
			end = s.n - rest.n;
	}
	return end;
}

/* Bytes of "?..." at the front of s, up to what may end it. */
static size_t
query(struct str s)
{
	size_t end = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (!entity_ascii(c) && (!c || !strchr(
		        "!?*'@();:&=+$/%#[]-_.,~|", c)))
			return end;
		if (i && (entity_ascii(c) || strchr("-_&=#/", c)))
			end = i + 1;
	}
	return end;
}

/* What follows the name of a shortener: one word, and parameters.  False: it
 * is too long to be one. */
static bool
slug(struct str s, size_t *n)
{
	size_t i = 1;

	*n = 0;
	if (!s.n || s.p[0] != '/')
		return true;
	while (i < s.n && entity_ascii((unsigned char)s.p[i]))
		i++;
	*n = i;
	if (i < s.n && s.p[i] == '?')
		*n += query(str_skip(s, i));
	return i - 1 <= SLUG_MAX;
}

size_t
entity_address(const struct hosts *h, struct str s, uint32_t before)
{
	size_t scheme = 0, n, more;
	struct str name;

	if (entity_ascii(before) || before == 0xFF20 || before == 0xFF03 ||
	    (before && before < 0x80 && strchr("@$#", (int)before)))
		return 0;
	if (s.n > 7 && same_lower((struct str){ s.p, 7 }, STR("http://")))
		scheme = 7;
	if (s.n > 8 && same_lower((struct str){ s.p, 8 }, STR("https://")))
		scheme = 8;
	if (!scheme && before && before < 0x80 &&
	    strchr("-_./", (int)before))
		return 0;
	n = host(h, str_skip(s, scheme), scheme != 0);
	if (!n)
		return 0;
	name = (struct str){ s.p + scheme, n };
	n += scheme;
	if (is_listed(h->shorteners, h->n_shorteners, name))
		return slug(str_skip(s, n), &more) ? n + more : 0;
	for (more = n; more + 1 < s.n && s.p[n] == ':' &&
	     s.p[more + 1] >= '0' && s.p[more + 1] <= '9';)
		more++;
	n = more > n ? more + 1 : n;
	if (n < s.n && s.p[n] == '/')
		n += path(str_skip(s, n));
	if (n < s.n && s.p[n] == '?')
		n += query(str_skip(s, n));
	return n;
}
