#ifndef CONVERT_H
#define CONVERT_H
/*
 * convert -- the words after " | " in a map: one text becomes another.
 *
 * A converter that can make nothing of its text makes it absent; it never
 * makes up a value.
 */
#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "buf.h"
#include "str.h"

struct conversion { /* the state that converters share */
	struct arena *mem;
	struct buf tmp;    /* room to build a text                      */
	int32_t zone;      /* minutes east of UTC, for times without it */
	struct str plain;  /* text of the payload that needs no escaping */
	struct str broken; /* the text that "bytes" has put together    */
	bool repaired;     /* there was one in the object               */
	bool zone_assumed; /* the last time had none                    */
	struct str no_time; /* what was to be one, and is none          */
	bool nomem;        /* something is absent for want of memory    */
};

typedef bool convert_fn(struct conversion *c, struct str arg, struct str *s);

struct converter_name {
	const char *name;
	bool arg;  /* takes one: "prefix TEXT"             */
	bool time; /* gives an RFC 3339 time               */
	convert_fn *fn;
};

struct converter {
	convert_fn *fn;
	struct str arg;
};

/* convert_find(name): NULL if there is none. */
const struct converter_name *convert_find(struct str name);

/* convert_names(text, n): all of them, for a message. */
void convert_names(char *text, size_t n);

/* convert_base64(c, s): decode RFC 4648; the bytes may be anything. */
bool convert_base64(struct conversion *c, struct str *s);

/* convert_keep(c, s): what c->tmp holds, into the arena. */
bool convert_keep(struct conversion *c, struct str *s);
#endif
