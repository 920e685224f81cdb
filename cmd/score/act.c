#include "act.h"

#include "json.h"

void
act_read(struct act *a, yyjson_val *root)
{
	yyjson_val *key, *v;
	size_t i, max;

	*a = (struct act){ .object = NULL };
	yyjson_obj_foreach(root, i, max, key, v) {
		struct str k = json_str(key);

		if (str_eq(k, STR("schema")))
			a->schema = json_str(v);
		else if (str_eq(k, STR("type")))
			a->type = json_str(v);
		else if (str_eq(k, STR("published")))
			a->published = json_str(v);
		else if (str_eq(k, STR("object")))
			a->object = v;
		else if (str_eq(k, STR("origin")))
			a->captured = json_get(v, "captured");
		else if (str_eq(k, STR("match")))
			a->match = v;
		else if (str_eq(k, STR("score")))
			a->has_score = true;
	}
}
