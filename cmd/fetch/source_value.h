#ifndef SOURCE_VALUE_H
#define SOURCE_VALUE_H
/*
 * source_value -- what the keys of a source file hold: names, URLs with blanks,
 * pointers.
 */
#include "source.h"

/* What the readers of the parts of a file share. */
struct load {
	struct source *s;
	struct arena *mem;
	bool http;
};

/* All return 0, or -1 with the error of the file set. */
int source_words(struct load *l, yyjson_val *obj, const char *key, bool must,
    struct words *w);
int source_url(struct load *l, yyjson_val *obj, const char *key, unsigned known,
    struct str *url);
int source_blank(struct load *l, yyjson_val *v, struct str bad,
    unsigned known);
int source_pointer(struct load *l, yyjson_val *obj, const char *key,
    struct str *p);

/* source_shown(s): how much of a text is quoted in a message. */
int source_shown(struct str s);
#endif
