#include "evidence.h"

#include <stdlib.h>

#include "json.h"
#include "shape.h"

enum { OTHER_FIELD = 100 }; /* distance between two fields, code points */

/* A share or a like carries another's words; so does what is quoted. */
static bool
is_own(struct str type, struct str field)
{
	return str_eq(type, STR("Create")) &&
	    !str_starts(field, STR("object.quote"));
}

static void
read_sign(struct sign *s, yyjson_val *v, struct str type)
{
	yyjson_val *at = yyjson_obj_get(v, "at");

	*s = (struct sign){ .id = json_get(v, "id"),
		.kind = json_get(v, "kind"), .field = json_get(v, "field"),
		.text = json_get(v, "text"), .how = json_get(v, "how"),
		.from = -1, .to = -1,
		.ambiguous = yyjson_get_bool(yyjson_obj_get(v, "ambiguous")) };
	s->own = is_own(type, s->field);
	if (yyjson_arr_size(at) == 2) {
		s->from = yyjson_get_sint(yyjson_arr_get_first(at));
		s->to = yyjson_get_sint(yyjson_arr_get_last(at));
	}
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
read_targets(struct evidence *ev, const struct contests *all, yyjson_val *arr)
{
	yyjson_val *v;
	size_t i, max;

	yyjson_arr_foreach(arr, i, max, v) {
		struct sign *s = &ev->targets[ev->n_targets];

		if (ev->n_targets == SIGNS_MAX)
			return;
		read_sign(s, v, ev->type);
		s->candidate = contest_candidate(all, s->id);
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
read_cues(struct evidence *ev, yyjson_val *arr)
{
	yyjson_val *v;
	size_t i, max;

	yyjson_arr_foreach(arr, i, max, v) {
		if (ev->n_cues == SIGNS_MAX)
			return;
		read_sign(&ev->cues[ev->n_cues++], v, ev->type);
	}
}

static bool
has_cue(const struct evidence *ev, const struct texts *ids)
{
	for (size_t i = 0; i < ev->n_cues; i++)
		if (ev->cues[i].own && texts_have(ids, ev->cues[i].id))
			return true;
	return false;
}

/* An ordinary word; or a number where the talk is of another election, a
 * queue, a score. */
static bool
is_doubtful(const struct sign *s, bool spoiled)
{
	return s->ambiguous || (spoiled && str_eq(s->kind, STR("number")));
}

static bool
is_number_or_symbol(const struct sign *s)
{
	return str_eq(s->kind, STR("number")) || str_eq(s->kind, STR("symbol"));
}

static bool
is_name_or_row(const struct sign *s)
{
	return str_eq(s->kind, STR("person")) || str_eq(s->kind, STR("ticket")) ||
	    (str_eq(s->kind, STR("slogan")) && memchr(s->text.p, ' ', s->text.n));
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
	return str_eq(s->kind, STR("number")) && ev->day != DAY_NONE &&
	    ev->day < s->candidate->drawn_on;
}

static bool
is_no_number_now(const struct evidence *ev, const struct pack *p,
    const struct sign *s)
{
	const struct phase *phase;

	if (!str_eq(s->kind, STR("number")) || ev->day == DAY_NONE)
		return false;
	phase = contest_phase(s->candidate->contest, ev->day);
	return phase && texts_have(&p->no_numbers, phase->id);
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
	}
}

int64_t
sign_distance(const struct sign *a, const struct sign *b)
{
	if (!str_eq(a->field, b->field))
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
		size_t k = (size_t)(suspect_of(ev, s->candidate) -
		    ev->suspects);
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

		if (!texts_have(&p->negations, no->id))
			continue;
		for (size_t k = 0; k < ev->n_cues; k++) {
			struct sign *cue = &ev->cues[k];

			if (cue != no && str_eq(cue->field, no->field) &&
			    cue->from >= no->to &&
			    cue->from - no->to <= p->negation)
				cue->negated = true;
		}
	}
}

void
evidence_read(struct evidence *ev, const struct pack *p,
    const struct contests *all, yyjson_val *root, int32_t day)
{
	yyjson_val *match = yyjson_obj_get(root, "match");

	ev->type = json_get(root, "type");
	if (!ev->type.n)
		ev->type = STR("Create");
	ev->day = day;
	ev->headline = ev->bare = ev->quoted = false;
	ev->n_targets = ev->n_cues = ev->n_suspects = 0;
	read_targets(ev, all, yyjson_obj_get(match, "targets"));
	if (day == DAY_NONE)
		keep_last_contest(ev);
	read_cues(ev, yyjson_obj_get(match, "cues"));
	if (ev->n_suspects)
		shape_look(ev, yyjson_obj_get(root, "object"));
	weigh_targets(ev, p);
	if (ev->n_suspects)
		negate(ev, p);
	for (size_t i = 0; i < ev->n_cues && ev->n_suspects; i++)
		if (ev->cues[i].own)
			attach_cue(ev, p, &ev->cues[i]);
}
