#ifndef PARTIAL_H
#define PARTIAL_H
/*
 * partial -- what a report needs of a record, so that shards can be worked on
 * apart: report over the partial results of any shards, in any order, is byte
 * for byte the report over their records.
 *
 * What a page shows passes as it is; of an activity that is only counted its
 * id, level, rules, times and whose account it was remain.
 */
#include <yyjson.h>

#include "buf.h"
#include "out.h"

/* partial_put(o, b, text, root, sample, e): one record; b is room; what the
 * sample draws passes as it is, see draw_takes().  0 or -1. */
int partial_put(struct out *o, struct buf *b, struct str text,
    yyjson_val *root, uint32_t sample, struct err *e);
#endif
