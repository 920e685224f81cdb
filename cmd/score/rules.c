#include "rules.h"

#include "json.h"
#include "part.h"
#include "rulejson.h"

static int
read_status(struct conf *f, yyjson_val *v, struct rule *r)
{
	yyjson_val *arr, *one;
	size_t i, max;

	if (conf_arr(f, v, "towards", &arr) != 0)
		return -1;
	yyjson_arr_foreach(arr, i, max, one) {
		if (str_eq(json_str(one), STR("would-be")))
			r->would_be = true;
		else if (str_eq(json_str(one), STR("candidate")))
			r->candidate = true;
		else
			return conf_err(f, one, "expected \"would-be\" or "
			    "\"candidate\"");
	}
	return 0;
}

static int
read_guards(struct pack *p, struct conf *f, yyjson_val *v, struct rule *r)
{
	yyjson_val *arr, *one;
	size_t i, max;

	if (conf_arr(f, v, "guards", &arr) != 0)
		return -1;
	r->guards = part_room(f, sizeof(*r->guards), yyjson_arr_size(arr));
	if (!r->guards)
		return -1;
	yyjson_arr_foreach(arr, i, max, one) {
		const struct part *part = pack_part(p, json_str(one));

		if (!part || part->weight > 0)
			return conf_err(f, one, "pack.json has no part of "
			    "this id that speaks against");
		r->guards[r->n_guards++] = part->id;
	}
	return 0;
}

/* When and where the rule is in force: as the pack, if it does not say. */
static int
read_scope(struct pack *p, struct conf *f, yyjson_val *v, struct rule *r)
{
	bool any;

	r->from = p->from;
	r->until = p->until;
	if (conf_date(f, v, "valid_from", &r->from) != 0 ||
	    conf_date(f, v, "valid_until", &r->until) != 0 ||
	    part_set(f, &p->names, v, "kinds", &r->kinds, &any) != 0)
		return -1;
	r->any_kind = !any;
	return 0;
}

static int
read_rule(struct pack *p, struct conf *f, yyjson_val *v, struct rule *r)
{
	if (conf_obj(f, v, "id item tier towards stance valid_from valid_until "
	        "kinds when guards weight title explain sanction decides law "
	        "notes examples") != 0 ||
	    conf_str(f, v, "id", true, &r->id) != 0 ||
	    conf_str(f, v, "item", false, &r->item) != 0 ||
	    conf_str(f, v, "tier", false, &r->tier) != 0 ||
	    read_status(f, v, r) != 0 || part_stance(f, v, &r->stance) != 0 ||
	    read_scope(p, f, v, r) != 0 || read_guards(p, f, v, r) != 0 ||
	    conf_int(f, v, "weight", 1, 1000, &r->least) != 0 ||
	    part_condition(f, &p->names, v, &r->when) != 0 ||
	    part_text2(f, v, "title", true, &r->title) != 0 ||
	    part_text2(f, v, "explain", true, &r->explain) != 0 ||
	    part_text2(f, v, "sanction", false, &r->sanction) != 0 ||
	    part_text2(f, v, "decides", false, &r->decides) != 0 ||
	    conf_arr(f, v, "law", &r->law) != 0)
		return -1;
	if (!yyjson_arr_size(r->law))
		return conf_missing(f, v, "law");
	return rulejson_make(f, &p->files[1], r);
}

static int
read_rules(struct pack *p, struct conf *f, const char *key, struct rule **v,
    size_t *n, unsigned *asks)
{
	yyjson_val *arr, *item;
	size_t i, max;

	if (conf_arr(f, f->root, key, &arr) != 0)
		return -1;
	*v = part_room(f, sizeof(**v), yyjson_arr_size(arr));
	if (!*v)
		return -1;
	yyjson_arr_foreach(arr, i, max, item) {
		if (read_rule(p, f, item, &(*v)[*n]) != 0)
			return -1;
		*asks |= (*v)[*n].when.asks;
		for (size_t k = 0; k < *n; k++)
			if (str_eq((*v)[k].id, (*v)[*n].id))
				return conf_err(f, yyjson_obj_get(item, "id"),
				    "another rule has this id");
		++*n;
	}
	return 0;
}

static int
read_unseen(struct pack *p, struct conf *f)
{
	yyjson_val *arr, *v;
	size_t i, max;

	if (conf_arr(f, f->root, "not_detectable", &arr) != 0)
		return -1;
	p->unseen = part_room(f, sizeof(*p->unseen), yyjson_arr_size(arr));
	if (!p->unseen)
		return -1;
	yyjson_arr_foreach(arr, i, max, v) {
		struct unseen *u = &p->unseen[p->n_unseen++];

		if (conf_obj(f, v, "item title why sanction law") != 0 ||
		    conf_str(f, v, "item", true, &u->item) != 0 ||
		    part_text2(f, v, "title", true, &u->title) != 0 ||
		    part_text2(f, v, "why", true, &u->why) != 0 ||
		    part_text2(f, v, "sanction", false, &u->sanction) != 0 ||
		    conf_arr(f, v, "law", &u->law) != 0 ||
		    rulejson_law(f, &p->files[1], u->law) != 0)
			return -1;
	}
	return 0;
}

int
rules_read(struct pack *p, struct conf *f)
{
	if (conf_obj(f, f->root, "note rules permitted not_detectable") != 0 ||
	    read_rules(p, f, "rules", &p->rules, &p->n_rules,
	        &p->asks) != 0 ||
	    read_rules(p, f, "permitted", &p->permitted, &p->n_permitted,
	        &p->allows) != 0)
		return -1;
	return read_unseen(p, f);
}
