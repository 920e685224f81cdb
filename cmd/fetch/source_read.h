#ifndef SOURCE_READ_H
#define SOURCE_READ_H
/*
 * source_read, source_list -- the parts of a source file; used by sources.c
 * only.
 */
#include "source_value.h"

/* All return 0, or -1 with the error of the file set.  source_head(): file is
 * its name without the ending. */
int source_head(struct load *l, struct str file);
int source_lists(struct load *l);
int source_classes(struct load *l);
int source_home(struct load *l);
int source_own(struct load *l);
int source_auth(struct load *l);
int source_resolve(struct load *l);
int source_limits(struct load *l);

/* source_rate(l, v, to): so many questions in so many seconds. */
int source_rate(struct load *l, yyjson_val *v, struct limits *to);
#endif
