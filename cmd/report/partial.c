#include "partial.h"

#include "draw.h"
#include "json.h"

/* "key":{...} with those of the space-separated members that are texts. */
static void
put_members(struct buf *b, const char *key, yyjson_val *v, const char *names)
{
	bool first = true;

	if (!yyjson_is_obj(v))
		return;
	if (key) {
		bool more = false;

		buf_key(b, &more, key);
		buf_char(b, '{');
	}
	while (*names) {
		size_t n = strcspn(names, " ");
		struct str s = json_str(yyjson_obj_getn(v, names, n));

		if (s.p) {
			buf_put(b, first && key ? STR("\"") : STR(",\""));
			buf_put(b, (struct str){ names, n });
			buf_put(b, STR("\":"));
			buf_json(b, s);
			first = false;
		}
		names += n + (names[n] == ' ');
	}
	if (key)
		buf_char(b, '}');
}

static bool
is_counted_only(yyjson_val *root)
{
	struct str level = json_get(yyjson_obj_get(root, "score"), "level");

	return str_eq(json_get(root, "schema"), STR("activity/1")) &&
	    json_get(root, "id").n &&
	    (str_eq(level, STR("none")) || str_eq(level, STR("note")));
}

int
partial_put(struct out *o, struct buf *b, struct str text, yyjson_val *root,
    uint32_t sample, struct err *e)
{
	yyjson_val *score = yyjson_obj_get(root, "score");
	yyjson_val *who = yyjson_obj_get(yyjson_obj_get(root, "match"), "who");

	if (!is_counted_only(root) || draw_takes(sample, json_get(root,
	    "id"))) {
		out_line(o, text);
		return 0;
	}
	buf_reset(b);
	buf_put(b, STR("{\"schema\":\"activity/1\""));
	put_members(b, NULL, root, "id published platform");
	put_members(b, "actor", yyjson_obj_get(root, "actor"),
	    "handle id url");
	put_members(b, "origin", yyjson_obj_get(root, "origin"), "captured");
	if (who) {
		buf_put(b, STR(",\"match\":{\"tool\":\"report\""));
		put_members(b, "who", who, "employee unit category");
		buf_char(b, '}');
	}
	buf_put(b, STR(",\"score\":{\"level\":"));
	buf_json(b, json_get(score, "level"));
	put_members(b, NULL, score, "contest");
	put_members(b, "pack", yyjson_obj_get(score, "pack"),
	    "name version sha256");
	buf_put(b, STR("}}"));
	if (buf_check(b, e) != 0)
		return -1;
	out_line(o, buf_str(b));
	return 0;
}
