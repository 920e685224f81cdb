#include "mark.h"

#include "json.h"

/* Text being put together; never beyond cap. */
struct draft {
	char *p;
	size_t n, cap;
};

static void
add(struct draft *d, struct str s)
{
	if (s.n > d->cap - d->n - 1)
		s.n = d->cap - d->n - 1;
	if (s.n)
		memcpy(d->p + d->n, s.p, s.n);
	d->n += s.n;
	d->p[d->n++] = '\0';
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Words: ASCII without case, one space for many. */
static void
add_words(struct draft *d, struct str s)
{
	size_t from = d->n;

	for (size_t i = 0; i < s.n && d->n < d->cap - 1; i++) {
		char c = s.p[i];

		if (is_space(c)) {
			if (d->n > from && d->p[d->n - 1] != ' ')
				d->p[d->n++] = ' ';
			continue;
		}
		d->p[d->n++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
	}
	if (d->n > from && d->p[d->n - 1] == ' ')
		d->n--;
	d->p[d->n++] = '\0';
}

static struct str
first_of(struct str a, struct str b)
{
	return a.n ? a : b;
}

/* Something that is referred to: a string, or an object with an id. */
static struct str
named(yyjson_val *v)
{
	struct str s = json_str(v);

	return s.n ? s : first_of(json_get(v, "id"), json_get(v, "url"));
}

static void
put_deed(struct draft *d, yyjson_val *root)
{
	yyjson_val *object = yyjson_obj_get(root, "object");
	struct str words = json_get(object, "content");
	struct str type = json_get(root, "type");

	add(d, type);
	if (str_eq(type, STR("Create")) && words.n) {
		add(d, named(yyjson_obj_get(object, "in_reply_to")));
		add(d, named(yyjson_obj_get(object, "quote")));
		add_words(d, words);
	} else {
		add(d, first_of(named(object), words));
	}
}

bool
mark_make(yyjson_val *root, struct arena *mem, char mark[MARK_HEX + 1])
{
	yyjson_val *actor = yyjson_obj_get(root, "actor");
	struct str who = json_get(yyjson_obj_get(yyjson_obj_get(root, "match"),
	    "who"), "employee");
	struct str words = json_get(yyjson_obj_get(root, "object"), "content");
	struct draft d = { .cap = words.n + 8192 };
	char hex[DIGEST_HEX + 1];

	d.p = arena_alloc(mem, 1, d.cap);
	if (!d.p)
		return false;
	add(&d, who.n ? STR("employee") : json_get(root, "platform"));
	add(&d, who.n ? who : first_of(json_get(actor, "handle"),
	    named(actor)));
	put_deed(&d, root);
	digest_sha256((struct str){ d.p, d.n }, hex);
	memcpy(mark, hex, MARK_HEX);
	mark[MARK_HEX] = '\0';
	return true;
}
