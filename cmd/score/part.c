#include "part.h"

#include "json.h"
#include "rulejson.h"

void *
part_room(struct conf *f, size_t size, size_t n)
{
	void *p = arena_alloc(&f->mem, size, n + 1);

	if (p)
		memset(p, 0, size * (n + 1));
	else
		err_nomem(f->e);
	return p;
}

int
part_set(struct conf *f, struct names *t, yyjson_val *obj, const char *key,
    struct set *set, bool *any)
{
	yyjson_val *arr, *v;
	size_t i, max;
	unsigned name;

	if (conf_arr(f, obj, key, &arr) != 0)
		return -1;
	*any = yyjson_arr_size(arr) > 0;
	yyjson_arr_foreach(arr, i, max, v) {
		if (!json_str(v).n)
			return conf_err(f, v, "expected a text in quotes");
		name = names_add(t, json_str(v));
		if (name == NAME_NONE)
			return conf_err(f, v, "a pack has at most %d "
			    "different words", NAMES_MAX - NAMES_FIXED + 1);
		set_add(set, name);
	}
	return 0;
}

int
part_text2(struct conf *f, yyjson_val *obj, const char *key, bool must,
    struct text2 *t)
{
	yyjson_val *v = yyjson_obj_get(obj, key);

	if (!v)
		return must ? conf_missing(f, obj, key) : 0;
	if (conf_obj(f, v, "id en") != 0 ||
	    conf_str(f, v, "id", true, &t->id) != 0)
		return -1;
	return conf_str(f, v, "en", true, &t->en);
}

/* One of a list of names; v[0] is the default for an absent member. */
int
part_name(struct conf *f, yyjson_val *obj, const char *key,
    const char *const *names, int n, int *v)
{
	yyjson_val *member = yyjson_obj_get(obj, key);

	if (!member)
		return 0;
	for (*v = 1; *v < n; ++*v)
		if (str_eq(json_str(member), str_from(names[*v])))
			return 0;
	return conf_err(f, member, "unknown; the first it may be is \"%s\"",
	    names[1]);
}

int
part_stance(struct conf *f, yyjson_val *obj, enum stance *stance)
{
	static const char *const names[] = { "", "support", "oppose" };
	int v = STANCE_NONE;

	if (part_name(f, obj, "stance", names, 3, &v) != 0)
		return -1;
	*stance = (enum stance)v;
	return 0;
}

/* The lists of a condition. */
static int
read_lists(struct conf *f, struct names *t, yyjson_val *v,
    struct condition *c)
{
	const struct {
		const char *key;
		struct set *set;
		unsigned ask;
	} lists[] = {
		{ "types", &c->types, ASK_TYPES },
		{ "phases", &c->phases, ASK_PHASES },
		{ "targets", &c->targets, ASK_TARGETS },
		{ "cues", &c->cues, ASK_CUES },
		{ "also", &c->also, ASK_ALSO },
		{ "how", &c->how, ASK_HOW },
		{ "object", &c->object, ASK_OBJECT },
		{ "attachments", &c->attached, ASK_ATTACHED },
		{ "has", &c->has, ASK_HAS },
	};
	bool any;

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		if (part_set(f, t, v, lists[i].key, lists[i].set, &any) != 0)
			return -1;
		c->asks |= any ? lists[i].ask : 0;
	}
	return 0;
}

int
part_condition(struct conf *f, struct names *t, yyjson_val *obj,
    struct condition *c)
{
	static const char *const names[] = { "", "negated", "all", "several",
		"before_draw", "before_named", "alone", "company",
		"headline", "opens", "quoted", "bare" };
	static const char *const spouses[] = { "", "on_leave", "at_work" };
	yyjson_val *v = yyjson_obj_get(obj, "when");
	int special = SPECIAL_NONE, spouse = SPOUSE_NONE;

	if (!v)
		return 0;
	if (conf_obj(f, v, "types phases targets cues also how object "
	        "attachments has special spouse within ahead") != 0 || read_lists(f, t, v, c) != 0 ||
	    conf_int(f, v, "within", 1, 100000, &c->within) != 0 ||
	    conf_bool(f, v, "ahead", &c->ahead) != 0 ||
	    part_name(f, v, "spouse", spouses, 3, &spouse) != 0 ||
	    part_name(f, v, "special", names,
	        sizeof(names) / sizeof(names[0]), &special) != 0)
		return -1;
	c->special = (enum special)special;
	c->spouse = (enum spouse)spouse;
	return 0;
}

int
part_read(struct conf *f, struct names *t, yyjson_val *v, struct part *part)
{
	if (conf_str(f, v, "id", true, &part->id) != 0 ||
	    conf_str(f, v, "group", false, &part->group) != 0 ||
	    part_text2(f, v, "text", true, &part->text) != 0 ||
	    conf_int(f, v, "weight", -100, 100, &part->weight) != 0 ||
	    part_stance(f, v, &part->stance) != 0 ||
	    part_condition(f, t, v, &part->when) != 0)
		return -1;
	if (!part->weight)
		return conf_err(f, v, "no \"weight\" but 0");
	return rulejson_part(f, part);
}
