#ifndef EXPR_H
#define EXPR_H
/*
 * expr -- evaluate the templates of a map against an item.
 *
 * Values are written straight into a buffer; what turns out to be absent is
 * taken back.  Recursion follows the map, never the input.
 */
#include <yyjson.h>

#include "convert.h"
#include "map.h"

struct scope {
	yyjson_val *base[BASES]; /* NULL: there is none */
	struct conversion *convert;
	struct members *members; /* of the item */
	struct members *inner;   /* of the last large object in it */
	struct buf *out;
};

/* expr_text(s, n, text): the value as a text.  False if absent. */
bool expr_text(struct scope *s, const struct node *n, struct str *text);

/* expr_found(s, n, v, text): the same where the pointer n led to v. */
bool expr_found(struct scope *s, const struct node *n, yyjson_val *v,
    struct str *text);

/* expr_write(s, n): the value as JSON behind s->out.  False, and nothing
 * written, if absent. */
bool expr_write(struct scope *s, const struct node *n);

/* expr_member(s, first, label, n): the same behind its name, and a comma unless
 * *first. */
bool expr_member(struct scope *s, bool *first, const struct label *label,
    const struct node *n);

/* expr_members(s, first, n): the members of an object node, without braces. */
void expr_members(struct scope *s, bool *first, const struct node *n);

/* expr_true(s, c): does it hold?  NULL holds.  *why, if not NULL, gets the
 * part that does not. */
bool expr_true(struct scope *s, const struct cond *c, const struct cond **why);

typedef bool expr_visit(void *ctx, yyjson_val *v);

/* What the two halves of expr share.  expr_there(s, n): what "here" becomes
 * in AT and LOOKUP, NULL if nothing.  expr_chosen(s, n): the branch of an IF,
 * NULL if it has none.  expr_list(v, visit, ctx): v, or its elements. */
yyjson_val *expr_there(struct scope *s, const struct node *n);
const struct node *expr_chosen(struct scope *s, const struct node *n);
bool expr_list(yyjson_val *v, expr_visit *visit, void *ctx);

/* expr_get(s, p): the value, or NULL; the first where it has a "*". */
yyjson_val *expr_get(const struct scope *s, const struct pointer *p);

/* expr_each(s, p, visit, ctx): every value that p leads to, in order, until
 * visit returns false. */
void expr_each(const struct scope *s, const struct pointer *p,
    expr_visit *visit, void *ctx);
#endif
