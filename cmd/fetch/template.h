#ifndef TEMPLATE_H
#define TEMPLATE_H
/*
 * template -- URLs with blanks: https://{host}/users/{account_id}
 */
#include "arena.h"
#include "buf.h"
#include "str.h"

/* What the blanks may be filled with; absent: { NULL, 0 }. */
struct template_values {
	struct str host, account_id, handle, url, item_id;
};

/* template_bad(t, item): the first thing in t that is no known blank, for a
 * message; { NULL, 0 } if all is well.  item: {item_id} is known, too. */
struct str template_bad(struct str t, bool item);

/* template_fill(t, values, b, missing): the URL into b.  Values are
 * percent-encoded (RFC 3986, 2.1), but for {host}, and {url} if it is all of
 * t.  Returns false, with the name of the blank, if there is no value. */
bool template_fill(struct str t, const struct template_values *values,
    struct buf *b, const char **missing);

/* template_encode(b, s): percent-encoded, for a part of a URL. */
void template_encode(struct buf *b, struct str s);
#endif
