#ifndef ACT_H
#define ACT_H
/*
 * act -- the members of an activity that score looks at, netral-record(5),
 * found in one pass over it.
 */
#include <yyjson.h>

#include "str.h"

struct act {
	struct str schema, type, published, captured;
	yyjson_val *object, *match; /* NULL: not there            */
	bool has_score;             /* it was judged before        */
};

void act_read(struct act *a, yyjson_val *root);
#endif
