#include "mark.h"

#include "json.h"

static void
add(struct digest *d, struct str s)
{
	digest_add(d, s);
	digest_add(d, STR("\0"));
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Words: ASCII without case, one space for many. */
static void
add_words(struct digest *d, struct str s)
{
	bool begun = false, space = false;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (is_space(c)) {
			space = begun;
			continue;
		}
		if (space)
			digest_add(d, STR(" "));
		c = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
		digest_add(d, (struct str){ &c, 1 });
		begun = true;
		space = false;
	}
	digest_add(d, STR("\0"));
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
put_deed(struct digest *d, yyjson_val *root)
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

void
mark_make(yyjson_val *root, char mark[MARK_HEX + 1])
{
	yyjson_val *actor = yyjson_obj_get(root, "actor");
	struct str who = json_get(yyjson_obj_get(yyjson_obj_get(root, "match"),
	    "who"), "employee");
	char hex[DIGEST_HEX + 1];
	struct digest d;

	digest_begin(&d);
	add(&d, who.n ? STR("employee") : json_get(root, "platform"));
	add(&d, who.n ? who : first_of(json_get(actor, "handle"),
	    named(actor)));
	put_deed(&d, root);
	digest_end(&d, hex);
	memcpy(mark, hex, MARK_HEX);
	mark[MARK_HEX] = '\0';
}
