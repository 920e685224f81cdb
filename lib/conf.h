#ifndef CONF_H
#define CONF_H
/*
 * conf -- read a configuration file in JSON and say exactly what is wrong.
 *
 * Every message names file, line, column and the path of the value:
 *   contest.json:12:8: candidates[1].number: expected a positive integer
 * A reader asks for what it needs; an unknown key is an error, because a
 * misspelt one would otherwise be a rule that is silently not there.
 */
#include <stdint.h>
#include <yyjson.h>

#include "arena.h"
#include "err.h"
#include "str.h"

struct conf {
	const char *path; /* a copy */
	struct str text;
	yyjson_doc *doc;
	yyjson_val *root;
	struct arena mem; /* text and values live until conf_release() */
	struct err *e;    /* where every failure of this file goes     */
};

enum { CONF_MAX = 16 << 20 }; /* bytes of one file */

/* conf_open(c, path, e): read and parse.  Returns 0, or -1 with *e set
 * (ERR_USAGE).  Values stay valid until conf_release(). */
int conf_open(struct conf *c, const char *path, struct err *e);

/* conf_next(c, path, e): the same in the memory of the file before. */
int conf_next(struct conf *c, const char *path, struct err *e);

/* conf_err(c, at, fmt, ...): "FILE:LINE:COL: PATH: message"; returns -1. */
int conf_err(struct conf *c, yyjson_val *at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* conf_path(c, at, text, n): the path of a value, e.g. "rules[3].weight". */
void conf_path(struct conf *c, yyjson_val *at, char *text, size_t n);

/* conf_obj(c, v, keys): v must be an object with no keys but those in the
 * space-separated list.  Returns 0 or -1. */
int conf_obj(struct conf *c, yyjson_val *v, const char *keys);

/* conf_arr(c, obj, key, arr): member that is an array; absent gives NULL.
 * conf_str(c, obj, key, must, s): string, not empty; absent gives { NULL, 0 }
 * unless must.  conf_int: integer from min to max; absent leaves *v.
 * conf_bool: true or false; absent leaves *v.
 * conf_date: "YYYY-MM-DD" that exists, as day number; absent leaves *day.
 * All return 0, or -1 with the error set. */
int conf_arr(struct conf *c, yyjson_val *obj, const char *key,
    yyjson_val **arr);
int conf_str(struct conf *c, yyjson_val *obj, const char *key, bool must,
    struct str *s);
int conf_int(struct conf *c, yyjson_val *obj, const char *key, int64_t min,
    int64_t max, int64_t *v);
int conf_bool(struct conf *c, yyjson_val *obj, const char *key, bool *v);
int conf_date(struct conf *c, yyjson_val *obj, const char *key, int32_t *day);

/* conf_missing(c, obj, key): the error for a member that must be there. */
int conf_missing(struct conf *c, yyjson_val *obj, const char *key);

/* conf_release(c): safe on an all-zero struct. */
void conf_release(struct conf *c);

/* file_read(path, max, mem, text, e): a whole regular file, a NUL after it. */
int file_read(const char *path, size_t max, struct arena *mem,
    struct str *text, struct err *e);
#endif
