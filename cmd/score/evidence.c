#include "evidence.h"

#include <stdlib.h>

#include "json.h"
#include "shape.h"

enum { OTHER_FIELD = 100 }; /* distance between two fields, code points */

/* The field of a share or a like carries another's words; so does a quote. */
static bool
is_own(const struct evidence *ev, const struct sign *s)
{
	return ev->type == NAME_CREATE && (s->where == NAME_CONTENT ||
	    !str_starts(s->field, STR("object.quote")));
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
	s->where = names_find(names, s->field);
	if (sign_is_relation(s))
		s->how = names_find(names, how);
}

static bool
same_field(const struct sign *a, const struct sign *b)
{
	return a->where || b->where ? a->where == b->where
	                            : str_eq(a->field, b->field);
}

static struct suspect *
suspect_of(struct evidence *ev, const struct candidate *c)
{
	struct suspect *s;

	for (size_t i = 0; i < ev->n_suspects; i++)
		if (ev->suspects[i].candidate == c)
			return &ev->suspects[i];
	if (ev->n_suspects == SUSPECTS_MAX)
		return NULL;
	s = &ev->suspects[ev->n_suspects++];
	*s = (struct suspect){ .candidate = c, .status = STATUS_CANDIDATE };
	if (ev->day != DAY_NONE)
		s->status = candidate_status(c, ev->day);
	return s;
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

		if (ev->n_targets == SIGNS_MAX)
			return;
		read_sign(s, names, v, &id);
		s->own = is_own(ev, s);
		s->candidate = contest_candidate(all, id);
		if (!s->candidate || over(ev, s->candidate))
			continue; /* a party, or another time's contest */
		if (suspect_of(ev, s->candidate))
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

		if (ev->n_cues == SIGNS_MAX)
			return;
		ev->n_cues++;
		read_sign(s, names, v, &id);
		s->name = names_find(names, id);
		s->own = is_own(ev, s);
	}
}

static bool
has_cue(const struct evidence *ev, const struct set *ids)
{
	for (size_t i = 0; i < ev->n_cues; i++)
		if (ev->cues[i].own && set_has(ids, ev->cues[i].name))
			return true;
	return false;
}

/* An ordinary word; or a number where the talk is of another election, a
 * queue, a score. */
static bool
is_doubtful(const struct sign *s, bool spoiled)
{
	return s->ambiguous || (spoiled && s->name == NAME_NUMBER);
}

static bool
is_number_or_symbol(const struct sign *s)
{
	return s->name == NAME_NUMBER || s->name == NAME_SYMBOL;
}

static bool
is_name_or_row(const struct sign *s)
{
	return s->name == NAME_PERSON || s->name == NAME_TICKET ||
	    (s->name == NAME_SLOGAN && s->text.n &&
	        memchr(s->text.p, ' ', s->text.n));
}

/* A name and a number, a slogan and a sign of the hand: together they are no
 * ordinary words any more. */
static bool
is_pair(const struct sign *a, const struct sign *b)
{
	return (is_number_or_symbol(a) && is_name_or_row(b)) ||
	    (is_number_or_symbol(b) && is_name_or_row(a));
}

/* A sign that says the same thing without doubt. */
static bool
has_company(const struct evidence *ev, const struct sign *s, bool spoiled)
{
	for (size_t i = 0; i < ev->n_targets; i++) {
		const struct sign *o = &ev->targets[i];

		if (o->candidate == s->candidate &&
		    (o->own || sign_is_relation(o)) &&
		    (!is_doubtful(o, spoiled) || (!spoiled && is_pair(s, o))))
			return true;
	}
	return false;
}

/* A ballot number says something from the day it was drawn until the vote. */
static bool
is_no_number_yet(const struct evidence *ev, const struct sign *s)
{
	return s->name == NAME_NUMBER && ev->day != DAY_NONE &&
	    ev->day < s->candidate->drawn_on;
}

static bool
is_no_number_now(const struct evidence *ev, const struct pack *p,
    const struct sign *s)
{
	const struct phase *phase;

	if (s->name != NAME_NUMBER || ev->day == DAY_NONE)
		return false;
	phase = contest_phase(s->candidate->contest, ev->day);
	return phase && set_has(&p->no_numbers,
	    names_find(&p->names, phase->id));
}

/* Which targets may be weighed, and why the others may not. */
static void
weigh_targets(struct evidence *ev, const struct pack *p)
{
	bool spoiled = has_cue(ev, &p->spoil);
	bool cue = has_cue(ev, &p->company) && !spoiled;

	for (size_t i = 0; i < ev->n_targets; i++) {
		struct sign *s = &ev->targets[i];
		struct suspect *who = suspect_of(ev, s->candidate);

		s->who = (size_t)(who - ev->suspects);
		if (who->status == STATUS_NONE)
			who->before_named = true;
		else if (is_no_number_yet(ev, s))
			who->before_draw = true;
		else if (is_no_number_now(ev, p, s))
			who->alone = true;
		else if (!sign_is_relation(s) && !s->own)
			who->named |= !s->ambiguous;
		else if (is_doubtful(s, spoiled) && !cue &&
		    !has_company(ev, s, spoiled))
			who->alone = true;
		else
			s->counts = who->known = true;
		if (s->counts)
			set_add(sign_is_relation(s) ? &ev->hows : &ev->kinds,
			    sign_is_relation(s) ? s->how : s->name);
	}
}

int64_t
sign_distance(const struct sign *a, const struct sign *b)
{
	if (!same_field(a, b))
		return OTHER_FIELD;
	if (a->to <= b->from)
		return b->from - a->to;
	return b->to <= a->from ? a->from - b->to : 0;
}

/* Words with a target in the text speak of the nearest one; words without
 * any speak of whom the act answers or quotes. */
static void
attach_cue(struct evidence *ev, const struct pack *p, struct sign *cue)
{
	int64_t best = p->window + 1;
	int64_t to[SUSPECTS_MAX];
	bool in_text = false;

	for (size_t k = 0; k < ev->n_suspects; k++)
		to[k] = INT64_MAX;
	for (size_t i = 0; i < ev->n_targets; i++) {
		const struct sign *s = &ev->targets[i];
		size_t k = s->who;
		int64_t d;

		if (!s->counts || sign_is_relation(s))
			continue;
		in_text = true;
		d = sign_distance(cue, s);
		to[k] = d < to[k] ? d : to[k];
		best = d < best ? d : best;
	}
	for (size_t k = 0; k < ev->n_suspects; k++) {
		bool known = !in_text && ev->suspects[k].known;

		if (known || to[k] <= p->window)
			cue->around |= UINT64_C(1) << k;
		if (known || (to[k] == best && best <= p->window))
			cue->near |= UINT64_C(1) << k;
	}
}

/* A cue under a negation: one that ends shortly before it in its field. */
static void
negate(struct evidence *ev, const struct pack *p)
{
	for (size_t i = 0; i < ev->n_cues; i++) {
		const struct sign *no = &ev->cues[i];

		if (!set_has(&p->negations, no->name))
			continue;
		for (size_t k = 0; k < ev->n_cues; k++) {
			struct sign *cue = &ev->cues[k];

			if (cue != no && same_field(cue, no) &&
			    cue->from >= no->to &&
			    cue->from - no->to <= p->negation)
				cue->negated = true;
		}
	}
}

/* Whom the employee is married to, if that is a candidate and it is known
 * whether that day was one of the leave. */
static void
read_spouse(struct evidence *ev, yyjson_val *who)
{
	yyjson_val *leave = yyjson_obj_get(who, "on_leave");

	ev->spouse = json_get(who, "spouse_of");
	ev->married = SPOUSE_NONE;
	if (ev->spouse.n && yyjson_is_bool(leave))
		ev->married = yyjson_get_bool(leave) ? SPOUSE_ON_LEAVE
		                                     : SPOUSE_AT_WORK;
}

/* Of the pack's parts most ask for a sign that is not there. */
static void
find_parts(struct evidence *ev, const struct pack *p)
{
	struct set there = ev->own;

	set_join(&there, &ev->kinds);
	set_join(&there, &ev->hows);
	ev->parts = p->may[NAME_NONE];
	for (unsigned i = set_next(&there, 0); i <= NAMES_MAX;
	     i = set_next(&there, i + 1))
		set_join(&ev->parts, &p->may[i]);
}

void
evidence_read(struct evidence *ev, const struct pack *p,
    const struct contests *all, yyjson_val *root, int32_t day)
{
	yyjson_val *match = yyjson_obj_get(root, "match");
	struct str type = json_get(root, "type");

	ev->type = type.n ? names_find(&p->names, type) : NAME_CREATE;
	ev->day = day;
	ev->headline = ev->bare = ev->quoted = false;
	ev->n_targets = ev->n_cues = ev->n_suspects = 0;
	ev->kinds = ev->hows = ev->own = (struct set){ 0 };
	read_spouse(ev, yyjson_obj_get(match, "who"));
	read_targets(ev, &p->names, all, yyjson_obj_get(match, "targets"));
	if (day == DAY_NONE)
		keep_last_contest(ev);
	read_cues(ev, &p->names, yyjson_obj_get(match, "cues"));
	if (ev->n_suspects)
		shape_look(ev, yyjson_obj_get(root, "object"));
	weigh_targets(ev, p);
	if (ev->n_suspects)
		negate(ev, p);
	for (size_t i = 0; i < ev->n_cues; i++) {
		if (!ev->cues[i].own)
			continue;
		set_add(&ev->own, ev->cues[i].name);
		if (ev->n_suspects)
			attach_cue(ev, p, &ev->cues[i]);
	}
	find_parts(ev, p);
}
