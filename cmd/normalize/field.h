#ifndef FIELD_H
#define FIELD_H
/*
 * field -- what an activity record may hold: netral-record(5) as a table.
 */
#include <stddef.h>
#include <stdint.h>

#include "str.h"

enum kind {
	KIND_TEXT,
	KIND_TIME,   /* RFC 3339; a zone that was assumed is said beside it */
	KIND_COUNT,  /* an integer, not negative */
	KIND_OBJECT, /* of fields                */
	KIND_LIST,   /* of texts, or of objects if it has fields */
};

/* A name as it is written behind another member: of one length in memory, so
 * that it is copied at once. */
struct label {
	char text[16]; /* ,"name": */
	uint8_t n;
};

#define LABEL(name) { ",\"" name "\":", sizeof(name) + 3 }

struct field {
	const char *name;
	enum kind kind;
	const struct field *in; /* ends with an all-zero field */
	struct label label;
};

#define FIELD(name, kind, in) { name, kind, in, LABEL(name) }

/* field_activity: the fields of a whole activity. */
extern const struct field field_activity[];

/* field_find(in, name): NULL if there is none. */
const struct field *field_find(const struct field *in, struct str name);

/* field_names(in, text, n): all names, for a message. */
void field_names(const struct field *in, char *text, size_t n);
#endif
