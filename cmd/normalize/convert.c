#include "convert.h"

#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "html.h"
#include "utf8.h"

enum { NUMBER_MAX = 24 };

bool
convert_keep(struct conversion *c, struct str *s)
{
	*s = (struct str){ 0 };
	if (!c->tmp.failed && c->tmp.n)
		*s = arena_copy(c->mem, buf_str(&c->tmp));
	c->nomem |= c->tmp.failed || (c->tmp.n && !s->p);
	buf_reset(&c->tmp);
	return s->n > 0;
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static struct str
trimmed(struct str s)
{
	while (s.n && is_space(s.p[0]))
		s = str_skip(s, 1);
	while (s.n && is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

/* White_Space of the Unicode Character Database, beyond ASCII. */
static bool
is_blank(uint32_t c)
{
	return c == 0x85 || c == 0xA0 || c == 0x1680 ||
	    (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
	    c == 0x202F || c == 0x205F || c == 0x3000;
}

/* A text as it is, unless one would see nothing of it. */
static bool
as_text(struct conversion *c, struct str arg, struct str *s)
{
	struct str left = trimmed(*s);

	(void)c, (void)arg;
	while (left.n) {
		uint32_t ch = utf8_next(&left);

		if (!is_blank(ch) && !(ch < 0x80 && is_space((char)ch)))
			return true;
	}
	return false;
}

static bool
as_trim(struct conversion *c, struct str arg, struct str *s)
{
	(void)c, (void)arg;
	*s = trimmed(*s);
	return s->n > 0;
}

static bool
as_prefix(struct conversion *c, struct str arg, struct str *s)
{
	buf_put(&c->tmp, arg);
	buf_put(&c->tmp, *s);
	return convert_keep(c, s);
}

static bool
as_suffix(struct conversion *c, struct str arg, struct str *s)
{
	buf_put(&c->tmp, *s);
	buf_put(&c->tmp, arg);
	return convert_keep(c, s);
}

static bool
as_after(struct conversion *c, struct str arg, struct str *s)
{
	const char *p = memmem(s->p, s->n, arg.p, arg.n);

	(void)c;
	if (!p)
		return false;
	*s = str_skip(*s, (size_t)(p - s->p) + arg.n);
	return s->n > 0;
}

static bool
as_before(struct conversion *c, struct str arg, struct str *s)
{
	const char *p = memmem(s->p, s->n, arg.p, arg.n);

	(void)c;
	if (!p)
		return false;
	s->n = (size_t)(p - s->p);
	return s->n > 0;
}

static bool
as_hashtag(struct conversion *c, struct str arg, struct str *s)
{
	(void)arg;
	*s = trimmed(*s);
	if (!s->n || s->p[0] == '#')
		return s->n > 1;
	buf_char(&c->tmp, '#');
	buf_put(&c->tmp, *s);
	return convert_keep(c, s);
}

static bool
as_handle(struct conversion *c, struct str arg, struct str *s)
{
	(void)c, (void)arg;
	*s = trimmed(*s);
	if (s->n && s->p[0] == '@')
		*s = str_skip(*s, 1);
	return s->n > 0;
}

static bool
as_lower(struct conversion *c, struct str arg, struct str *s)
{
	(void)arg;
	for (size_t i = 0; i < s->n; i++) {
		char ch = s->p[i];

		if (ch >= 'A' && ch <= 'Z')
			ch = (char)(ch | 0x20);
		buf_char(&c->tmp, ch);
	}
	return convert_keep(c, s);
}

/* An address of the web; anything else cannot be opened by a reader. */
static bool
as_url(struct conversion *c, struct str arg, struct str *s)
{
	(void)c, (void)arg;
	*s = trimmed(*s);
	if (!str_starts(*s, STR("https://")) && !str_starts(*s, STR("http://")))
		return false;
	for (size_t i = 0; i < s->n; i++)
		if ((unsigned char)s->p[i] <= ' ')
			return false;
	return true;
}

/* The code "in" is what Java and X write for Indonesian. */
static bool
as_lang(struct conversion *c, struct str arg, struct str *s)
{
	static const char *const none[] = { "und", "un", "zxx", "qme", "qht",
		"qam", "qct", "qst" };

	(void)c, (void)arg;
	*s = trimmed(*s);
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		if (str_eq(*s, str_from(none[i])))
			return false;
	if (str_eq(*s, STR("in")))
		*s = STR("id");
	else if (str_eq(*s, STR("iw")))
		*s = STR("he");
	return s->n > 0;
}

/* "1,234", "1.234", "1 234": digits in groups of three. */
static bool
as_count(struct conversion *c, struct str arg, struct str *s)
{
	struct str text = trimmed(*s);
	size_t digits = 0;

	(void)arg;
	for (size_t i = 0; i < text.n; i++) {
		char ch = text.p[i];
		bool group = (ch == ',' || ch == '.' || ch == ' ') && digits &&
		    (text.n - i - 1) % 4 == 3;

		if (!group && (ch < '0' || ch > '9')) {
			buf_reset(&c->tmp);
			return false;
		}
		if (!group) {
			buf_char(&c->tmp, ch);
			digits++;
		}
	}
	return digits <= NUMBER_MAX && convert_keep(c, s);
}

static int
base64_value(char ch)
{
	if (ch >= 'A' && ch <= 'Z')
		return ch - 'A';
	if (ch >= 'a' && ch <= 'z')
		return ch - 'a' + 26;
	if (ch >= '0' && ch <= '9')
		return ch - '0' + 52;
	if (ch == '+' || ch == '-')
		return 62;
	return ch == '/' || ch == '_' ? 63 : -1;
}

bool
convert_base64(struct conversion *c, struct str *s)
{
	uint32_t bits = 0;
	int have = 0;

	for (size_t i = 0; i < s->n; i++) {
		int v = base64_value(s->p[i]);

		if (is_space(s->p[i]) || s->p[i] == '=')
			continue;
		if (v < 0) {
			buf_reset(&c->tmp);
			return false;
		}
		bits = bits << 6 | (uint32_t)v;
		have += 6;
		if (have >= 8) {
			have -= 8;
			buf_char(&c->tmp, (char)(bits >> have & 0xFF));
		}
	}
	return convert_keep(c, s);
}

/* As a part of a record it must be text. */
static bool
as_base64(struct conversion *c, struct str arg, struct str *s)
{
	(void)arg;
	return convert_base64(c, s) && utf8_bad(*s) == s->n;
}

/* Entities once, and nothing else: what an API escaped that is no HTML. */
static bool
as_entities(struct conversion *c, struct str arg, struct str *s)
{
	static const struct {
		struct str name;
		char ch;
	} known[] = {
		{ { "amp;", 4 }, '&' },
		{ { "lt;", 3 }, '<' },
		{ { "gt;", 3 }, '>' },
		{ { "quot;", 5 }, '"' },
		{ { "#39;", 4 }, '\'' },
		{ { "apos;", 5 }, '\'' },
	};
	struct str rest = *s;

	(void)arg;
	if (!memchr(s->p, '&', s->n))
		return s->n > 0;
	while (rest.n) {
		char ch = rest.p[0];

		rest = str_skip(rest, 1);
		for (size_t i = 0;
		     ch == '&' && i < sizeof(known) / sizeof(*known); i++) {
			if (!str_starts(rest, known[i].name))
				continue;
			ch = known[i].ch;
			rest = str_skip(rest, known[i].name.n);
			break;
		}
		buf_char(&c->tmp, ch);
	}
	return convert_keep(c, s);
}

/* "a@b.example (Name)", "Name (a@b.example)", "Name <a@b.example>". */
static bool
as_name(struct conversion *c, struct str arg, struct str *s)
{
	struct str all = trimmed(*s), head = all, in = all;
	const char *open = memchr(all.p, '(', all.n);
	char end = ')';

	(void)c, (void)arg;
	if (!open) {
		open = memchr(all.p, '<', all.n);
		end = '>';
	}
	*s = all;
	if (!open || all.p[all.n - 1] != end)
		return s->n > 0;
	head.n = (size_t)(open - all.p);
	in = str_skip(all, head.n + 1);
	in.n--;
	if (memchr(in.p, '@', in.n))
		*s = trimmed(head);
	else if (memchr(head.p, '@', head.n))
		*s = trimmed(in);
	return s->n > 0;
}

/* Archives of Facebook and Instagram write each byte of UTF-8 as a character
 * of its own.  What is not so stays as it is. */
static bool
as_bytes(struct conversion *c, struct str arg, struct str *s)
{
	struct str rest = *s;

	(void)arg;
	while (rest.n) {
		uint32_t ch = utf8_next(&rest);

		if (ch > 0xFF) {
			buf_reset(&c->tmp);
			return s->n > 0;
		}
		buf_char(&c->tmp, (char)ch);
	}
	rest = buf_str(&c->tmp);
	if (!c->tmp.failed && (rest.n == s->n || utf8_bad(rest) < rest.n)) {
		buf_reset(&c->tmp);
		return s->n > 0;
	}
	c->broken = *s;
	return convert_keep(c, s);
}

static const struct converter_name known[] = {
	{ "bytes", false, false, as_bytes },
	{ "text", false, false, as_text },
	{ "trim", false, false, as_trim },
	{ "html", false, false, html_text },
	{ "entities", false, false, as_entities },
	{ "base64", false, false, as_base64 },
	{ "time", false, true, clock_time },
	{ "epoch", false, true, clock_epoch },
	{ "epoch_ms", false, true, clock_epoch_ms },
	{ "count", false, false, as_count },
	{ "lower", false, false, as_lower },
	{ "prefix", true, false, as_prefix },
	{ "suffix", true, false, as_suffix },
	{ "after", true, false, as_after },
	{ "before", true, false, as_before },
	{ "hashtag", false, false, as_hashtag },
	{ "handle", false, false, as_handle },
	{ "name", false, false, as_name },
	{ "url", false, false, as_url },
	{ "lang", false, false, as_lang },
};

const struct converter_name *
convert_find(struct str name)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (str_eq(str_from(known[i].name), name))
			return &known[i];
	return NULL;
}

void
convert_names(char *text, size_t n)
{
	const size_t all = sizeof(known) / sizeof(*known);
	size_t used = 0;

	for (size_t i = 0; i < all && used < n; i++) {
		int wrote = snprintf(text + used, n - used, "%s%s",
		    used ? " " : "", known[i].name);

		used += wrote > 0 ? (size_t)wrote : 0;
	}
}
