#include "member.h"

#include <errno.h>
#include <stdint.h>

#include "json.h"

/* The key and the value behind it, of a member that is there. */
static yyjson_val *
find_key(yyjson_val *obj, const char *key)
{
	struct str name = str_from(key);
	yyjson_val *k, *v;
	size_t i, max;

	yyjson_obj_foreach(obj, i, max, k, v)
		if (str_eq(json_str(k), name))
			return k;
	return NULL;
}

/* Where the comma before the member at `at` stands; the first has none. */
static size_t
before_comma(struct str text, size_t at)
{
	while (at && strchr(" \t\r\n", text.p[at - 1]))
		at--;
	return at && text.p[at - 1] == ',' ? at - 1 : at;
}

/* The rare case: cut the old member out of a copy of the line. */
static struct str
without(const struct record *rec, yyjson_val *key)
{
	yyjson_val *after = unsafe_yyjson_get_next(key + 1);
	bool last = after == unsafe_yyjson_get_next(rec->root);
	size_t from = json_offset(rec->text, rec->doc, key);
	size_t to = rec->text.n;
	struct str copy = arena_copy(rec->mem, rec->text);
	char *p;

	if (!copy.p)
		return copy;
	p = (char *)(uintptr_t)copy.p; /* our own copy */
	if (!last) {
		to = json_offset(rec->text, rec->doc, after);
	} else {
		while (rec->text.p[to - 1] != '}')
			to--;
		to--;
		from = before_comma(rec->text, from);
	}
	memmove(p + from, p + to, copy.n - to);
	copy.n -= to - from;
	return copy;
}

void
member_put(struct out *o, const struct record *rec, const char *key,
    struct str value)
{
	yyjson_val *old = find_key(rec->root, key);
	struct str line = rec->text;

	if (old)
		line = without(rec, old);
	if (line.p)
		out_splice(o, line, key, value);
	else if (!o->errnum)
		o->errnum = ENOMEM;
}
