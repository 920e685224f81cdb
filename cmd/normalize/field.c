#include "field.h"

#include <stdio.h>

static const struct field person[] = {
	{ "id", KIND_TEXT, NULL },
	{ "handle", KIND_TEXT, NULL },
	{ "name", KIND_TEXT, NULL },
	{ "url", KIND_TEXT, NULL },
	{ 0 },
};

static const struct field attachment[] = {
	{ "type", KIND_TEXT, NULL },
	{ "url", KIND_TEXT, NULL },
	{ "name", KIND_TEXT, NULL },
	{ 0 },
};

static const struct field answered[] = {
	{ "id", KIND_TEXT, NULL },
	{ "url", KIND_TEXT, NULL },
	{ "content", KIND_TEXT, NULL },
	{ "author", KIND_OBJECT, person },
	{ 0 },
};

static const struct field counts[] = {
	{ "likes", KIND_COUNT, NULL },
	{ "shares", KIND_COUNT, NULL },
	{ "replies", KIND_COUNT, NULL },
	{ "views", KIND_COUNT, NULL },
	{ 0 },
};

static const struct field object[] = {
	{ "id", KIND_TEXT, NULL },
	{ "type", KIND_TEXT, NULL },
	{ "url", KIND_TEXT, NULL },
	{ "name", KIND_TEXT, NULL },
	{ "content", KIND_TEXT, NULL },
	{ "summary", KIND_TEXT, NULL },
	{ "lang", KIND_TEXT, NULL },
	{ "tags", KIND_LIST, NULL },
	{ "mentions", KIND_LIST, person },
	{ "links", KIND_LIST, NULL },
	{ "attachments", KIND_LIST, attachment },
	{ "author", KIND_OBJECT, person },
	{ "in_reply_to", KIND_OBJECT, answered },
	{ "quote", KIND_OBJECT, answered },
	{ "edited", KIND_TIME, NULL },
	{ "counts", KIND_OBJECT, counts },
	{ 0 },
};

static const struct field origin[] = {
	{ "source", KIND_TEXT, NULL },
	{ "url", KIND_TEXT, NULL },
	{ "captured", KIND_TIME, NULL },
	{ "sha256", KIND_TEXT, NULL },
	{ 0 },
};

const struct field field_activity[] = {
	{ "id", KIND_TEXT, NULL },
	{ "type", KIND_TEXT, NULL },
	{ "published", KIND_TIME, NULL },
	{ "platform", KIND_TEXT, NULL },
	{ "actor", KIND_OBJECT, person },
	{ "object", KIND_OBJECT, object },
	{ "origin", KIND_OBJECT, origin },
	{ 0 },
};

const struct field *
field_find(const struct field *in, struct str name)
{
	for (; in && in->name; in++)
		if (str_eq(str_from(in->name), name))
			return in;
	return NULL;
}

void
field_names(const struct field *in, char *text, size_t n)
{
	size_t used = 0;

	for (; in && in->name && used < n; in++) {
		int wrote = snprintf(text + used, n - used, "%s%s",
		    used ? " " : "", in->name);

		used += wrote > 0 ? (size_t)wrote : 0;
	}
}
