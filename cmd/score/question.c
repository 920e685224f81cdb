#include "question.h"

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

bool
question_applies(struct question *q, const struct condition *c)
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
