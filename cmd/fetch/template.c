#include "template.h"

#include <stddef.h>

static const struct {
	const char *name;
	size_t at;
	bool raw;
	unsigned known; /* where; 0: everywhere */
} blanks[] = {
#define AT(member) offsetof(struct template_values, member)
	{ "host", AT(host), true, 0 },
	{ "account_id", AT(account_id), false, 0 },
	{ "handle", AT(handle), false, 0 },
	{ "url", AT(url), false, 0 },
	{ "own_id", AT(own_id), false, TEMPLATE_OWN },
	{ "home", AT(home), true, TEMPLATE_HOME },
	{ "item_id", AT(item_id), false, TEMPLATE_ITEM },
	{ "cursor", AT(cursor), false, TEMPLATE_CURSOR },
	{ "from_day", AT(from_day), false, TEMPLATE_DAYS },
	{ "to_day", AT(to_day), false, TEMPLATE_DAYS },
#undef AT
};

enum { BLANKS = sizeof(blanks) / sizeof(blanks[0]) };

/* The blank {name} at the beginning of t, or {name:number}; BLANKS if it is
 * none. */
static size_t
find_blank(struct str t, size_t *len, bool *number)
{
	static const struct str suffix = { ":number}", 8 };
	size_t i;

	for (i = 0; i < BLANKS; i++) {
		struct str name = str_from(blanks[i].name), rest;

		if (t.n < name.n + 2 || !str_starts(str_skip(t, 1), name))
			continue;
		rest = str_skip(t, name.n + 1);
		*number = str_starts(rest, suffix);
		*len = name.n + 1 + (*number ? suffix.n : 1);
		if (*number || rest.p[0] == '}')
			break;
	}
	return i;
}

/* In JSON a brace is a blank's only before a small letter. */
static bool
begins(struct str t, bool json)
{
	return t.p[0] == '{' &&
	    (!json || (t.n > 1 && t.p[1] >= 'a' && t.p[1] <= 'z'));
}

struct str
template_bad(struct str t, unsigned known)
{
	bool json = known & TEMPLATE_JSON, number = false;
	size_t len, i;

	while (t.n) {
		if (t.p[0] == '}' && !json)
			return (struct str){ t.p, 1 };
		if (!begins(t, json)) {
			t = str_skip(t, 1);
			continue;
		}
		i = find_blank(t, &len, &number);
		if (i == BLANKS || (blanks[i].known & ~known) ||
		    (number && (!json || t.p[-1] != '"' || t.n == len ||
		    t.p[len] != '"'))) {
			const char *end = memchr(t.p, '}', t.n);

			t.n = end ? (size_t)(end - t.p) + 1 : t.n;
			return t;
		}
		t = str_skip(t, len);
	}
	return (struct str){ 0 };
}

void
template_names(unsigned known, struct buf *b)
{
	for (size_t i = 0; i < BLANKS; i++)
		if (!(blanks[i].known & ~known))
			buf_fmt(b, "%s{%s}", b->n ? " " : "", blanks[i].name);
}

bool
template_has(struct str t, const char *name)
{
	bool number;
	size_t len, i;

	for (; t.n; t = str_skip(t, 1)) {
		if (t.p[0] != '{')
			continue;
		i = find_blank(t, &len, &number);
		if (i < BLANKS && strcmp(blanks[i].name, name) == 0)
			return true;
	}
	return false;
}

void
template_encode(struct buf *b, struct str s)
{
	static const char digit[] = "0123456789ABCDEF";

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if ((c >= '0' && c <= '9') || ((c | 32) >= 'a' &&
		        (c | 32) <= 'z') || (c && strchr("-._~@", c))) {
			buf_char(b, (char)c);
			continue;
		}
		buf_char(b, '%');
		buf_char(b, digit[c >> 4]);
		buf_char(b, digit[c & 15]);
	}
}

/* Digits in place of the blank and of the quotes around it, the first of which
 * is written already. */
static bool
put_number(struct buf *b, struct str value)
{
	if (value.n > 19 || !b->n)
		return false;
	for (size_t i = 0; i < value.n; i++)
		if (value.p[i] < '0' || value.p[i] > '9')
			return false;
	b->n--;
	buf_put(b, value);
	return true;
}

/* Within quotes that are the template's: those of buf_json() go. */
static void
put_escaped(struct buf *b, struct str value)
{
	size_t n = b->n;

	buf_json(b, value);
	if (b->failed)
		return;
	memmove(b->p + n, b->p + n + 1, b->n - n - 2);
	b->n -= 2;
}

bool
template_fill(struct str t, const struct template_values *values, bool json,
    struct buf *b, const char **missing)
{
	bool alone = str_eq(t, STR("{url}")), number = false;
	size_t len, i;

	while (t.n) {
		const struct str *value;

		if (!begins(t, json)) {
			buf_char(b, t.p[0]);
			t = str_skip(t, 1);
			continue;
		}
		i = find_blank(t, &len, &number);
		if (i == BLANKS)
			return false; /* template_bad() has said so before */
		*missing = blanks[i].name;
		value = (const void *)((const char *)values + blanks[i].at);
		if (!value->n)
			return false;
		t = str_skip(t, len);
		if (number && !put_number(b, *value))
			return false;
		if (number)
			t = str_skip(t, 1);
		else if (json)
			put_escaped(b, *value);
		else if (blanks[i].raw || alone)
			buf_put(b, *value);
		else
			template_encode(b, *value);
	}
	return true;
}
