#include "evidence.h"

#include "json.h"
#include "shape.h"
#include "signs.h"

enum {
	OTHER_FIELD = 100, /* distance between two fields, code points */
	BESIDE = 2,        /* and between a word and the one beside it */
};

static bool
same_field(const struct sign *a, const struct sign *b)
{
	return a->where || b->where ? a->where == b->where
	                            : str_eq(a->field, b->field);
}

struct suspect *
evidence_suspect(struct evidence *ev, const struct candidate *c)
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

static bool
has_cue(const struct evidence *ev, const struct set *ids)
{
	for (size_t i = 0; i < ev->n_cues; i++)
		if (ev->cues[i].own && set_has(ids, ev->cues[i].name))
			return true;
	return false;
}

/* A place on a party's list: as many have it as there are lists. */
static bool
is_list_number(const struct sign *s)
{
	return s->name == NAME_NUMBER && s->candidate->contest->list_numbers;
}

/* An ordinary word; or a number where the talk is of another election, a
 * queue, a score. */
static bool
is_doubtful(const struct sign *s, bool spoiled)
{
	return s->ambiguous || is_list_number(s) ||
	    (spoiled && s->name == NAME_NUMBER);
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
	bool spoiled = ev->n_targets && has_cue(ev, &p->spoil);
	bool cue = ev->n_targets && !spoiled && has_cue(ev, &p->company);

	for (size_t i = 0; i < ev->n_targets; i++) {
		struct sign *s = &ev->targets[i];
		struct suspect *who = evidence_suspect(ev, s->candidate);

		s->who = (size_t)(who - ev->suspects);
		if (who->status == STATUS_NONE)
			who->before_named = true;
		else if (is_no_number_yet(ev, s))
			who->before_draw = true;
		else if (is_no_number_now(ev, p, s))
			who->alone = true;
		else if (!sign_is_relation(s) && !s->own)
			who->named |= !s->ambiguous;
		else if (is_doubtful(s, spoiled) &&
		    (!cue || is_list_number(s)) &&
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

/* What opposes somebody right beside the name is about no other; beside a name
 * that may be an ordinary word it is about nobody. */
static void
pin(const struct evidence *ev, struct sign *cue, int64_t best)
{
	if (best <= BESIDE)
		cue->around = cue->near;
	for (size_t i = 0; best > BESIDE && i < ev->n_targets; i++) {
		const struct sign *s = &ev->targets[i];

		if (s->name == NAME_PERSON && !s->counts &&
		    sign_distance(cue, s) <= BESIDE)
			cue->near = 0;
	}
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
	if (set_has(&p->opposing, cue->name))
		pin(ev, cue, best);
}

/* A cue under a negation: one that ends shortly before it in its clause. */
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
			    cue->clause == no->clause && cue->from >= no->to &&
			    cue->from - no->to <= p->negation)
				cue->negated = true;
		}
	}
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

static void
read_attached(struct evidence *ev, const struct pack *p, yyjson_val *list)
{
	yyjson_val *v;
	size_t i, max;

	yyjson_arr_foreach(list, i, max, v)
		set_add(&ev->attached,
		    names_find(&p->names, json_get(v, "type")));
}

/* What the object is, what is attached to it, which members it has; as far as
 * somebody asks. */
static void
read_object(struct evidence *ev, const struct pack *p, yyjson_val *object)
{
	unsigned asks = p->allows | (ev->n_suspects ? p->asks : 0);
	yyjson_val *key, *v;
	size_t i, max;

	ev->object = NAME_NONE;
	ev->attached = ev->has = (struct set){ 0 };
	if (asks & ASK_OBJECT)
		ev->object = names_find(&p->names, json_get(object, "type"));
	if (asks & ASK_ATTACHED)
		read_attached(ev, p, yyjson_obj_get(object, "attachments"));
	if (!(asks & ASK_HAS))
		return;
	yyjson_obj_foreach(object, i, max, key, v)
		set_add(&ev->has, names_find(&p->names, json_str(key)));
}

void
evidence_read(struct evidence *ev, const struct pack *p,
    const struct contests *all, const struct act *act, int32_t day)
{
	ev->type = !act->type.n || str_eq(act->type, STR("Create"))
	    ? NAME_CREATE : names_find(&p->names, act->type);
	ev->day = day;
	ev->headline = ev->bare = ev->quoted = ev->full = false;
	ev->n_targets = ev->n_cues = ev->n_suspects = 0;
	ev->kinds = ev->hows = ev->own = (struct set){ 0 };
	signs_read(ev, p, all, act->match);
	read_object(ev, p, act->object);
	if (ev->n_suspects)
		shape_look(ev, p, act->object);
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
	if (ev->n_suspects)
		find_parts(ev, p);
}
