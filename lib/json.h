#ifndef JSON_H
#define JSON_H
/*
 * json -- what yyjson leaves to its user: limits, and places in the text.
 *
 * yyjson keeps the values of a document in one row, in the order of the
 * text (keys too).  So the n-th value of the row is the n-th of the text, and
 * its place is found by counting, only when somebody asks for it: a message
 * or a rewrite, never the common path.
 */
#include <stddef.h>
#include <yyjson.h>

#include "arena.h"
#include "err.h"
#include "str.h"

enum { JSON_DEPTH = 64 }; /* nested arrays and objects, RFC 8259 section 9 */

/* json_read(text, flags, a, doc, e): parse one document into the arena.
 * Refused besides bad JSON: nesting above JSON_DEPTH and an object with a
 * duplicate key (readers disagree on which one counts).  Returns 0, or -1
 * with *e set: ERR_DATA with e->byte, or ERR_FAIL if memory ran out. */
int json_read(struct str text, yyjson_read_flag flags, struct arena *a,
    yyjson_doc **doc, struct err *e);

/* json_cut_short(e, text): the error of json_read() was that text ended in
 * the middle, so that more bytes could make it whole. */
bool json_cut_short(const struct err *e, struct str text);

/* json_assignment(text): the length of a "name.of.a.variable =" that text begins
 * with, as in the archives of X; 0 if it does not. */
size_t json_assignment(struct str text);

/* json_seed(): for hashes of keys, not to be guessed by who writes them. */
uint32_t json_seed(void);

/* json_offset(text, doc, v): byte offset of v (a key, too) in text, from
 * which doc was read.  O(length of text). */
size_t json_offset(struct str text, yyjson_doc *doc, yyjson_val *v);

/* json_str(v): the bytes of a string or raw number; else { NULL, 0 }. */
static inline struct str
json_str(yyjson_val *v)
{
	if (!yyjson_is_str(v) && !yyjson_is_raw(v))
		return (struct str){ 0 };
	return (struct str){ unsafe_yyjson_get_str(v),
		unsafe_yyjson_get_len(v) };
}

/* json_get(v, key): member of an object as bytes, as json_str().  Here, so
 * that the length of a key that is written out is known. */
static inline struct str
json_get(yyjson_val *v, const char *key)
{
	return json_str(yyjson_obj_getn(v, key, strlen(key)));
}
#endif
