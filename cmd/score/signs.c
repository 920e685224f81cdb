#include "signs.h"

#include "json.h"

/* The field of a share or a like carries another's words; so does a quote. */
static bool
is_own(const struct evidence *ev, const struct sign *s)
{
	return ev->type == NAME_CREATE && (s->where == NAME_CONTENT ||
	    !str_starts(s->field, STR("object.quote")));
}

/* Most signs stand in the text or in the title. */
static unsigned
where_of(const struct names *names, struct str field)
{
	return str_eq(field, STR("object.content")) ? NAME_CONTENT
	    : str_eq(field, STR("object.name")) ? NAME_TITLE
	    : names_find(names, field);
}

static void
read_place(struct sign *s, yyjson_val *at)
{
	if (yyjson_arr_size(at) != 2)
		return;
	s->from = yyjson_get_sint(yyjson_arr_get_first(at));
	s->to = yyjson_get_sint(yyjson_arr_get_last(at));
}

/* In one pass: *id is what a target is about, or which cue it is. */
static void
read_sign(struct sign *s, const struct names *names, yyjson_val *sign,
    struct str *id)
{
	yyjson_val *key, *v;
	struct str how = { 0 };
	size_t i, max;

	*s = (struct sign){ .from = -1, .to = -1 };
	*id = (struct str){ 0 };
	yyjson_obj_foreach(sign, i, max, key, v) {
		struct str k = json_str(key);

		if (str_eq(k, STR("id")))
			*id = json_str(v);
		else if (str_eq(k, STR("kind")))
			s->name = names_find(names, json_str(v));
		else if (str_eq(k, STR("field")))
			s->field = json_str(v);
		else if (str_eq(k, STR("text")))
			s->text = json_str(v);
		else if (str_eq(k, STR("how")))
			how = json_str(v);
		else if (str_eq(k, STR("at")))
			read_place(s, v);
		else if (str_eq(k, STR("ambiguous")))
			s->ambiguous = yyjson_get_bool(v);
	}
	s->where = where_of(names, s->field);
	if (sign_is_relation(s))
		s->how = names_find(names, how);
}

static int32_t
last_day(const struct contest *c)
{
	return c->n_phases ? c->phases[c->n_phases - 1].to : INT32_MAX;
}

/* Is the contest over on that day? */
static bool
over(const struct evidence *ev, const struct candidate *c)
{
	return ev->day != DAY_NONE && ev->day > last_day(c->contest);
}

static void
read_targets(struct evidence *ev, const struct names *names,
    const struct contests *all, yyjson_val *arr)
{
	yyjson_val *v;
	size_t i, max;

	yyjson_arr_foreach(arr, i, max, v) {
		struct sign *s = &ev->targets[ev->n_targets];
		struct str id;

		ev->full |= ev->n_targets == SIGNS_MAX;
		if (ev->full)
			return;
		read_sign(s, names, v, &id);
		s->own = is_own(ev, s);
		s->candidate = contest_candidate(all, id);
		if (!s->candidate || over(ev, s->candidate))
			continue; /* a party, or another time's contest */
		if (evidence_suspect(ev, s->candidate))
			ev->n_targets++;
	}
}

/* An act without a date is judged in the contest that ends last. */
static void
keep_last_contest(struct evidence *ev)
{
	const struct contest *last = NULL;
	size_t n = 0;

	for (size_t i = 0; i < ev->n_suspects; i++) {
		const struct contest *c = ev->suspects[i].candidate->contest;

		if (!last || last_day(c) > last_day(last))
			last = c;
	}
	for (size_t i = 0; i < ev->n_suspects; i++)
		if (ev->suspects[i].candidate->contest == last)
			ev->suspects[n++] = ev->suspects[i];
	ev->n_suspects = n;
	n = 0;
	for (size_t i = 0; i < ev->n_targets; i++)
		if (ev->targets[i].candidate->contest == last)
			ev->targets[n++] = ev->targets[i];
	ev->n_targets = n;
}

static void
read_cues(struct evidence *ev, const struct names *names, yyjson_val *arr)
{
	yyjson_val *v;
	size_t i, max;

	yyjson_arr_foreach(arr, i, max, v) {
		struct sign *s = &ev->cues[ev->n_cues];
		struct str id;

		ev->full |= ev->n_cues == SIGNS_MAX;
		if (ev->full)
			return;
		ev->n_cues++;
		read_sign(s, names, v, &id);
		s->name = names_find(names, id);
		s->own = is_own(ev, s);
	}
}

static bool
is_name(const struct evidence *ev, const struct sign *cue)
{
	for (size_t i = 0; i < ev->n_targets; i++) {
		const struct sign *t = &ev->targets[i];

		if (t->ambiguous && t->from == cue->from &&
		    t->to == cue->to && str_eq(t->field, cue->field) &&
		    (t->name == NAME_TICKET || t->name == NAME_PERSON))
			return true;
	}
	return false;
}

/* An ordinary word that is somebody's name here is no cue besides. */
static void
drop_names(struct evidence *ev)
{
	size_t n = 0;

	for (size_t i = 0; i < ev->n_cues; i++)
		if (!is_name(ev, &ev->cues[i]))
			ev->cues[n++] = ev->cues[i];
	ev->n_cues = n;
}

/* Who the employee is: of which category; married to whom, if that is a
 * candidate and it is known whether that day was one of the leave. */
static void
read_who(struct evidence *ev, yyjson_val *who)
{
	yyjson_val *key, *v, *leave = NULL;
	size_t i, max;

	ev->category = ev->spouse = (struct str){ 0 };
	ev->married = SPOUSE_NONE;
	if (!who) /* the loop would reckon with NULL, which C forbids */
		return;
	yyjson_obj_foreach(who, i, max, key, v) {
		struct str k = json_str(key);

		if (str_eq(k, STR("category")))
			ev->category = json_str(v);
		else if (str_eq(k, STR("spouse_of")))
			ev->spouse = json_str(v);
		else if (str_eq(k, STR("on_leave")))
			leave = v;
	}
	if (ev->spouse.n && yyjson_is_bool(leave))
		ev->married = yyjson_get_bool(leave) ? SPOUSE_ON_LEAVE
		                                     : SPOUSE_AT_WORK;
}

void
signs_read(struct evidence *ev, const struct pack *p,
    const struct contests *all, yyjson_val *match)
{
	yyjson_val *key, *v, *who = NULL;
	size_t i, max;

	yyjson_obj_foreach(match, i, max, key, v) {
		struct str k = json_str(key);

		if (str_eq(k, STR("who")))
			who = v;
		else if (str_eq(k, STR("targets")))
			read_targets(ev, &p->names, all, v);
		else if (str_eq(k, STR("cues")))
			read_cues(ev, &p->names, v);
	}
	read_who(ev, who);
	if (ev->day == DAY_NONE)
		keep_last_contest(ev);
	drop_names(ev);
}
