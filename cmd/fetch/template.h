#ifndef TEMPLATE_H
#define TEMPLATE_H
/*
 * template -- URLs with blanks: https://{host}/users/{account_id}, and bodies
 * in JSON with blanks: {"name":"{handle}","id":"{item_id:number}"}
 */
#include "arena.h"
#include "buf.h"
#include "str.h"

/* What the blanks may be filled with; absent: { NULL, 0 }. */
struct template_values {
	struct str host, account_id, handle, url;
	struct str own_id, home, item_id, cursor, from_day, to_day;
};

/* Blanks that are not known everywhere; JSON: braces that begin no blank are
 * the body's own. */
enum {
	TEMPLATE_OWN = 1, TEMPLATE_HOME = 2, TEMPLATE_ITEM = 4,
	TEMPLATE_CURSOR = 8, TEMPLATE_DAYS = 16, TEMPLATE_JSON = 32,
};

/* template_bad(t, known): the first thing in t that is no known blank, for a
 * message; { NULL, 0 } if all is well. */
struct str template_bad(struct str t, unsigned known);

/* template_names(known, b): the blanks that are known, for a message. */
void template_names(unsigned known, struct buf *b);

/* template_has(t, name): is there such a blank? */
bool template_has(struct str t, const char *name);

/* template_fill(t, values, json, b, missing): t with its values into b.  In a
 * URL they are percent-encoded (RFC 3986, 2.1), but for {host} and {home}, and
 * {url} if it is all of t; in JSON they are escaped, and "{x:number}" is a
 * number.  Returns false, with the name of the blank, if there is no value. */
bool template_fill(struct str t, const struct template_values *values,
    bool json, struct buf *b, const char **missing);

/* template_encode(b, s): percent-encoded, for a part of a URL. */
void template_encode(struct buf *b, struct str s);
#endif
