#include "field.h"

#include <stdio.h>

static const struct field person[] = {
	FIELD("id", KIND_TEXT, NULL),
	FIELD("handle", KIND_TEXT, NULL),
	FIELD("name", KIND_TEXT, NULL),
	FIELD("url", KIND_TEXT, NULL),
	{ 0 },
};

static const struct field attachment[] = {
	FIELD("type", KIND_TEXT, NULL),
	FIELD("url", KIND_TEXT, NULL),
	FIELD("name", KIND_TEXT, NULL),
	{ 0 },
};

static const struct field answered[] = {
	FIELD("id", KIND_TEXT, NULL),
	FIELD("url", KIND_TEXT, NULL),
	FIELD("content", KIND_TEXT, NULL),
	FIELD("author", KIND_OBJECT, person),
	{ 0 },
};

static const struct field counts[] = {
	FIELD("likes", KIND_COUNT, NULL),
	FIELD("shares", KIND_COUNT, NULL),
	FIELD("replies", KIND_COUNT, NULL),
	FIELD("views", KIND_COUNT, NULL),
	{ 0 },
};

static const struct field object[] = {
	FIELD("id", KIND_TEXT, NULL),
	FIELD("type", KIND_TEXT, NULL),
	FIELD("url", KIND_TEXT, NULL),
	FIELD("name", KIND_TEXT, NULL),
	FIELD("content", KIND_TEXT, NULL),
	FIELD("summary", KIND_TEXT, NULL),
	FIELD("lang", KIND_TEXT, NULL),
	FIELD("tags", KIND_LIST, NULL),
	FIELD("mentions", KIND_LIST, person),
	FIELD("links", KIND_LIST, NULL),
	FIELD("attachments", KIND_LIST, attachment),
	FIELD("author", KIND_OBJECT, person),
	FIELD("in_reply_to", KIND_OBJECT, answered),
	FIELD("quote", KIND_OBJECT, answered),
	FIELD("edited", KIND_TIME, NULL),
	FIELD("counts", KIND_OBJECT, counts),
	{ 0 },
};

static const struct field origin[] = {
	FIELD("source", KIND_TEXT, NULL),
	FIELD("url", KIND_TEXT, NULL),
	FIELD("captured", KIND_TIME, NULL),
	FIELD("sha256", KIND_TEXT, NULL),
	{ 0 },
};

const struct field field_activity[] = {
	FIELD("id", KIND_TEXT, NULL),
	FIELD("type", KIND_TEXT, NULL),
	FIELD("published", KIND_TIME, NULL),
	FIELD("platform", KIND_TEXT, NULL),
	FIELD("actor", KIND_OBJECT, person),
	FIELD("object", KIND_OBJECT, object),
	FIELD("origin", KIND_OBJECT, origin),
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
