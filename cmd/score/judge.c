#include "judge.h"

#include "question.h"

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
		    j->weight >= r->least && question_applies(q, &r->when) &&
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
		if (question_applies(&q, &p->parts[k].when))
			keep(j, &p->parts[k], q.sign);
	}
	for (size_t k = 0; k < p->n_exceptions; k++) {
		const struct exception *x = &p->exceptions[k];

		q.against = q.negated_too = true;
		if ((x->from == DAY_NONE || ev->day >= x->from) &&
		    ev->day <= x->until && question_applies(&q, &x->part.when))
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

	return question_applies(&q, &rule->when) && in_force(&q, rule);
}
