#include "template.h"

#include <stddef.h>

static const struct {
	const char *name;
	size_t at;
	bool raw, item;
} blanks[] = {
	{ "host", offsetof(struct template_values, host), true, false },
	{ "url", offsetof(struct template_values, url), false, false },
	{ "account_id", offsetof(struct template_values, account_id), false,
	    false },
	{ "handle", offsetof(struct template_values, handle), false, false },
	{ "item_id", offsetof(struct template_values, item_id), false, true },
};

enum { BLANKS = sizeof(blanks) / sizeof(blanks[0]) };

/* The blank {name} at the beginning of t; BLANKS if it is none. */
static size_t
find_blank(struct str t, size_t *len)
{
	size_t i;

	for (i = 0; i < BLANKS; i++) {
		struct str name = str_from(blanks[i].name);

		*len = name.n + 2;
		if (t.n >= *len && t.p[*len - 1] == '}' &&
		    str_starts(str_skip(t, 1), name))
			break;
	}
	return i;
}

struct str
template_bad(struct str t, bool item)
{
	size_t len, i;

	while (t.n) {
		if (t.p[0] == '}')
			return (struct str){ t.p, 1 };
		if (t.p[0] != '{') {
			t = str_skip(t, 1);
			continue;
		}
		i = find_blank(t, &len);
		if (i == BLANKS || (blanks[i].item && !item)) {
			const char *end = memchr(t.p, '}', t.n);

			t.n = end ? (size_t)(end - t.p) + 1 : t.n;
			return t;
		}
		t = str_skip(t, len);
	}
	return (struct str){ 0 };
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

bool
template_fill(struct str t, const struct template_values *values,
    struct buf *b, const char **missing)
{
	bool alone = str_eq(t, STR("{url}"));
	size_t len, i;

	while (t.n) {
		const struct str *value;

		if (t.p[0] != '{') {
			buf_char(b, t.p[0]);
			t = str_skip(t, 1);
			continue;
		}
		i = find_blank(t, &len);
		if (i == BLANKS)
			return false; /* template_bad() has said so before */
		*missing = blanks[i].name;
		value = (const void *)((const char *)values + blanks[i].at);
		if (!value->n)
			return false;
		if (blanks[i].raw || alone)
			buf_put(b, *value);
		else
			template_encode(b, *value);
		t = str_skip(t, len);
	}
	return true;
}
