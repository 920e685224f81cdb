#include "judge.h"

/* What a condition is asked about. */
struct question {
	const struct pack *p;
	const struct evidence *ev;
	size_t suspect;
	bool whole;           /* the record, not one suspect         */
	unsigned phase, kind; /* of the contest: names in the pack   */
	bool against;         /* a guard: looks around, not only near */
	bool negated_too;
	const struct sign *sign; /* answer: what can be quoted        */
};

static size_t
count_named(const struct evidence *ev, const struct contest *contest)
{
	size_t n = 0;

	for (size_t i = 0; i < ev->n_suspects; i++)
		n += ev->suspects[i].known &&
		    ev->suspects[i].candidate->contest == contest;
	return n;
}

/* Do words against that one speak of it and not of the suspect? */
static bool
is_opposed(const struct question *q, size_t k)
{
	for (size_t i = 0; i < q->ev->n_cues; i++) {
		const struct sign *cue = &q->ev->cues[i];

		if (cue->own && !cue->negated && (cue->around >> k & 1) &&
		    !(cue->around >> q->suspect & 1) &&
		    set_has(&q->p->opposing, cue->name))
			return true;
	}
	return false;
}

/* Is another of the contest named, and not merely opposed? */
static bool
has_rival(const struct question *q, const struct contest *contest)
{
	for (size_t i = 0; i < q->ev->n_suspects; i++)
		if (i != q->suspect && q->ev->suspects[i].known &&
		    q->ev->suspects[i].candidate->contest == contest &&
		    !is_opposed(q, i))
			return true;
	return false;
}

static bool
find_target(struct question *q, const struct set *kinds)
{
	const struct suspect *who = &q->ev->suspects[q->suspect];

	for (size_t i = 0; i < q->ev->n_targets; i++) {
		const struct sign *s = &q->ev->targets[i];

		if (s->counts && !sign_is_relation(s) &&
		    s->candidate == who->candidate &&
		    set_has(kinds, s->name)) {
			q->sign = s;
			return true;
		}
	}
	return false;
}

static bool
find_relation(struct question *q, const struct set *hows)
{
	for (size_t i = 0; i < q->ev->n_targets; i++) {
		const struct sign *s = &q->ev->targets[i];

		if (s->counts && sign_is_relation(s) &&
		    (q->whole || s->candidate ==
		        q->ev->suspects[q->suspect].candidate) &&
		    set_has(hows, s->how)) {
			q->sign = s;
			return true;
		}
	}
	return false;
}

static bool
is_about(const struct question *q, const struct sign *cue)
{
	uint64_t who = q->against ? cue->around : cue->near;

	return cue->own && (q->whole || (who >> q->suspect & 1));
}

/* Does the cue stand that close to words that name the suspect? */
static bool
is_close(const struct question *q, const struct sign *cue,
    const struct condition *c)
{
	for (size_t i = 0; c->within && i < q->ev->n_targets; i++) {
		const struct sign *s = &q->ev->targets[i];

		if (s->counts && !sign_is_relation(s) && s->candidate ==
		        q->ev->suspects[q->suspect].candidate &&
		    sign_distance(cue, s) <= c->within &&
		    (!c->ahead || cue->to <= s->from))
			return true;
	}
	return !c->within;
}

static bool
find_cue(struct question *q, const struct condition *c)
{
	const struct set *ids = &c->cues;
	bool opening = c->special == SPECIAL_OPENS;

	for (size_t i = 0; i < q->ev->n_cues; i++) {
		const struct sign *cue = &q->ev->cues[i];

		if (set_has(ids, cue->name) && is_about(q, cue) &&
		    (q->negated_too || !cue->negated) &&
		    is_close(q, cue, c) && (cue->opens || !opening)) {
			q->sign = cue;
			return true;
		}
	}
	return false;
}

/* A second cue, anywhere around the suspect. */
static bool
find_also(const struct question *q, const struct set *ids)
{
	for (size_t i = 0; i < q->ev->n_cues; i++) {
		const struct sign *cue = &q->ev->cues[i];

		if (set_has(ids, cue->name) && cue->own &&
		    (q->whole || (cue->around >> q->suspect & 1)))
			return true;
	}
	return false;
}

/* Would a part of support rest on it, where it stands? */
static bool
would_support(const struct question *q, const struct sign *cue)
{
	for (size_t i = 0; i < q->p->n_parts; i++) {
		const struct part *part = &q->p->parts[i];

		if (part->stance == STANCE_SUPPORT && part->weight > 0 &&
		    set_has(&part->when.cues, cue->name) &&
		    is_close(q, cue, &part->when))
			return true;
	}
	return false;
}

/* A word that a part of support rests on, under a negation. */
static bool
find_negated(struct question *q)
{
	for (size_t i = 0; i < q->ev->n_cues; i++) {
		const struct sign *cue = &q->ev->cues[i];

		if (cue->negated && is_about(q, cue) &&
		    set_has(&q->p->supporting, cue->name) &&
		    would_support(q, cue)) {
			q->sign = cue;
			return true;
		}
	}
	return false;
}

/* Two different kinds of signs that point to the same candidate. */
static bool
two_kinds(const struct question *q)
{
	const struct candidate *c = q->ev->suspects[q->suspect].candidate;
	const struct sign *first = NULL;

	for (size_t i = 0; i < q->ev->n_targets; i++) {
		const struct sign *s = &q->ev->targets[i];

		if (!s->counts || s->candidate != c)
			continue;
		if (first && first->name != s->name)
			return true;
		first = first ? first : s;
	}
	return false;
}

static bool
is_special(struct question *q, enum special special)
{
	const struct suspect *who = &q->ev->suspects[q->suspect];
	const struct contest *c = who->candidate->contest;
	size_t named;

	switch (special) {
	case SPECIAL_NONE:
		return true;
	case SPECIAL_NEGATED:
		return find_negated(q);
	case SPECIAL_ALL:
		named = count_named(q->ev, c);
		return named > 1 && named == c->n_candidates;
	case SPECIAL_SEVERAL:
		return count_named(q->ev, c) < c->n_candidates &&
		    has_rival(q, c);
	case SPECIAL_BEFORE_DRAW:
		return who->before_draw;
	case SPECIAL_BEFORE_NAMED:
		return who->before_named;
	case SPECIAL_ALONE:
		return who->alone && !who->known;
	case SPECIAL_COMPANY:
		return two_kinds(q);
	case SPECIAL_HEADLINE:
		return q->ev->headline;
	case SPECIAL_QUOTED:
		return q->ev->quoted;
	case SPECIAL_BARE:
		return q->ev->bare;
	case SPECIAL_OPENS:
		return true; /* asked of the cue, see find_cue() */
	}
	return false;
}

/* Without a look at single signs: is everything there that c asks for? */
static bool
may_apply(const struct question *q, const struct condition *c)
{
	const struct evidence *ev = q->ev;

	if (!c->asks)
		return true;
	return (!(c->asks & ASK_CUES) || set_meets(&c->cues, &ev->own)) &&
	    (!(c->asks & ASK_TARGETS) || set_meets(&c->targets, &ev->kinds)) &&
	    (!(c->asks & ASK_HOW) || set_meets(&c->how, &ev->hows)) &&
	    (!(c->asks & ASK_ALSO) || set_meets(&c->also, &ev->own)) &&
	    (!(c->asks & ASK_TYPES) || set_has(&c->types, ev->type)) &&
	    (!(c->asks & ASK_OBJECT) || set_has(&c->object, ev->object)) &&
	    (!(c->asks & ASK_ATTACHED) ||
	        set_meets(&c->attached, &ev->attached)) &&
	    (!(c->asks & ASK_HAS) || set_meets(&c->has, &ev->has)) &&
	    (!(c->asks & ASK_PHASES) || set_has(&c->phases, q->phase));
}

/* Is it the employee's husband or wife; of the whole record: is one named? */
static bool
is_spouse(const struct question *q, enum spouse asked)
{
	const struct evidence *ev = q->ev;
	size_t from = q->whole ? 0 : q->suspect;
	size_t to = q->whole ? ev->n_suspects : q->suspect + 1;

	for (size_t i = from; ev->married == asked && i < to; i++)
		if (str_eq(ev->suspects[i].candidate->id, ev->spouse))
			return true;
	return false;
}

static bool
applies(struct question *q, const struct condition *c)
{
	if (!may_apply(q, c) ||
	    (c->spouse != SPOUSE_NONE && !is_spouse(q, c->spouse)))
		return false;
	q->sign = NULL;
	if (c->special != SPECIAL_NONE &&
	    (q->whole || !is_special(q, c->special)))
		return false;
	if (c->asks & ASK_TARGETS && (q->whole || !find_target(q, &c->targets)))
		return false;
	if (c->asks & ASK_HOW && !find_relation(q, &c->how))
		return false;
	if (c->asks & ASK_ALSO && !find_also(q, &c->also))
		return false;
	return !(c->asks & ASK_CUES) || find_cue(q, c);
}

/* Of a group only the heaviest part counts, the first of equals. */
static void
keep(struct judgement *j, const struct part *part, const struct sign *sign)
{
	for (size_t i = 0; part->group.n && i < j->n_parts; i++) {
		struct weighed *w = &j->parts[i];

		if (!str_eq(w->part->group, part->group))
			continue;
		if (part->weight > w->part->weight)
			*w = (struct weighed){ part, sign };
		return;
	}
	if (j->n_parts < PARTS_MAX)
		j->parts[j->n_parts++] = (struct weighed){ part, sign };
}

/* The heavier side is the stance; the other side's parts do not count. */
static void
settle_stance(struct judgement *j)
{
	int64_t side[3] = { 0, 0, 0 };
	size_t n = 0;

	for (size_t i = 0; i < j->n_parts; i++)
		side[j->parts[i].part->stance] += j->parts[i].part->weight;
	if (side[STANCE_OPPOSE] > 0 &&
	    side[STANCE_OPPOSE] > side[STANCE_SUPPORT])
		j->stance = STANCE_OPPOSE;
	else if (side[STANCE_SUPPORT] > 0)
		j->stance = STANCE_SUPPORT;
	for (size_t i = 0; i < j->n_parts; i++) {
		enum stance s = j->parts[i].part->stance;

		if (s == STANCE_NONE || s == j->stance)
			j->parts[n++] = j->parts[i];
	}
	j->n_parts = n;
}

static bool
in_force(const struct question *q, const struct rule *r)
{
	int32_t day = q->ev->day;

	return (r->any_kind || set_has(&r->kinds, q->kind)) &&
	    (day == DAY_NONE || ((r->from == DAY_NONE || day >= r->from) &&
	        (r->until == DAY_NONE || day <= r->until)));
}

/* Does one of the rule's own guards stand in the judgement? */
static bool
is_guarded(const struct rule *r, const struct judgement *j)
{
	for (size_t i = 0; i < r->n_guards; i++)
		for (size_t k = 0; k < j->n_parts; k++)
			if (str_eq(j->parts[k].part->id, r->guards[i]))
				return true;
	return false;
}

static const struct rule *
find_rule(struct question *q, enum status status, const struct judgement *j)
{
	for (size_t i = 0; i < q->p->n_rules; i++) {
		const struct rule *r = &q->p->rules[i];
		bool towards = status == STATUS_CANDIDATE ? r->candidate
		    : status == STATUS_WOULD_BE && r->would_be;

		if (towards && (r->stance == STANCE_NONE ||
		        r->stance == j->stance) && in_force(q, r) &&
		    j->weight >= r->least && applies(q, &r->when) &&
		    !is_guarded(r, j))
			return r;
	}
	return NULL;
}

/* The parts are written as they are found. */
static void
judge_start(struct judgement *j, const struct suspect *suspect)
{
	j->suspect = suspect;
	j->n_parts = 0;
	j->weight = 0;
	j->stance = STANCE_NONE;
	j->level = LEVEL_NONE;
	j->rule = j->otherwise = NULL;
}

void
judge_suspect(const struct pack *p, const struct evidence *ev, size_t i,
    unsigned phase, unsigned kind, struct judgement *j)
{
	struct question q = { .p = p, .ev = ev, .suspect = i, .phase = phase,
		.kind = kind };

	judge_start(j, &ev->suspects[i]);
	for (unsigned k = set_next(&ev->parts, 0); k < p->n_parts;
	     k = set_next(&ev->parts, k + 1)) {
		q.against = q.negated_too = p->parts[k].weight < 0;
		if (applies(&q, &p->parts[k].when))
			keep(j, &p->parts[k], q.sign);
	}
	for (size_t k = 0; k < p->n_exceptions; k++) {
		const struct exception *x = &p->exceptions[k];

		q.against = q.negated_too = true;
		if ((x->from == DAY_NONE || ev->day >= x->from) &&
		    ev->day <= x->until && applies(&q, &x->part.when))
			keep(j, &x->part, q.sign);
	}
	settle_stance(j);
	for (size_t k = 0; k < j->n_parts; k++)
		j->weight += j->parts[k].part->weight;
	for (int level = LEVEL_NOTE; level < LEVELS; level++)
		if (j->weight >= p->threshold[level])
			j->level = (enum level)level;
	q.against = q.negated_too = false;
	j->rule = find_rule(&q, j->suspect->status, j);
	if (ev->day == DAY_NONE)
		j->otherwise = find_rule(&q, STATUS_WOULD_BE, j);
	/* To be named at all is worth a note, whatever speaks against. */
	if ((j->suspect->known || j->suspect->named) && j->level < LEVEL_NOTE)
		j->level = LEVEL_NOTE;
	/* What no rule speaks of is nothing to ask about. */
	if (!j->rule && j->level > LEVEL_NOTE)
		j->level = LEVEL_NOTE;
}

bool
judge_permitted(const struct evidence *ev, const struct rule *rule,
    unsigned phase, unsigned kind)
{
	struct question q = { .ev = ev, .whole = true, .phase = phase,
		.kind = kind, .negated_too = true };

	return may_apply(&q, &rule->when) && in_force(&q, rule) &&
	    applies(&q, &rule->when);
}
