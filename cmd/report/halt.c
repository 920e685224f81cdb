#include "halt.h"

#include "json.h"

bool
halt_note(struct halt *h, struct str text, yyjson_val *root, struct arena *mem)
{
	struct halt now = { .text = text };

	(void)instant_parse(json_get(root, "started"), &now.started);
	if (h->text.n && (now.started.seconds < h->started.seconds ||
	    (now.started.seconds == h->started.seconds &&
	        str_cmp(text, h->text) <= 0)))
		return true;
	now.text = arena_copy(mem, text);
	now.state = arena_copy(mem, json_get(root, "state"));
	now.stage = arena_copy(mem, json_get(root, "stage"));
	*h = now;
	return now.text.p && now.state.p && now.stage.p;
}

bool
halt_is(const struct halt *h)
{
	return h->text.n && !str_eq(h->state, STR("done"));
}
