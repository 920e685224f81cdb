#ifndef PART_H
#define PART_H
/*
 * part -- the pieces that a pack's files are made of, read one by one; all
 * return 0, or -1 with the error set in f (part_room: NULL).
 */
#include "pack.h"

/* part_room(f, size, n): n + 1 objects of size bytes, cleared. */
void *part_room(struct conf *f, size_t size, size_t n);

/* part_set(f, t, obj, key, set, any): a list of texts as a set of their
 * numbers in t; *any tells if there is such a list with something in it.
 * part_text2(f, obj, key, must, t): {"id": "...", "en": "..."}.
 * part_name(f, obj, key, names, n, v): one of names[1..n-1], as its number;
 * absent leaves *v. */
int part_set(struct conf *f, struct names *t, yyjson_val *obj,
    const char *key, struct set *set, bool *any);
int part_text2(struct conf *f, yyjson_val *obj, const char *key, bool must,
    struct text2 *t);
int part_name(struct conf *f, yyjson_val *obj, const char *key,
    const char *const *names, int n, int *v);

/* part_stance, part_condition: the members "stance" and "when" of obj.
 * part_read: a whole part; which keys it may have is the caller's. */
int part_stance(struct conf *f, yyjson_val *obj, enum stance *stance);
int part_condition(struct conf *f, struct names *t, yyjson_val *obj,
    struct condition *c);
int part_read(struct conf *f, struct names *t, yyjson_val *v,
    struct part *part);
#endif
