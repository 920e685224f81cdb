/* The verdict as the member "score" of a record. */
#include "rulejson.h"
#include "score.h"

/* Where the words stand, and the words under the name key. */
static void
put_sign(struct buf *b, const struct sign *sign, const char *key)
{
	if (!sign)
		return;
	buf_put(b, STR(",\"field\":"));
	buf_json(b, sign->field);
	if (!sign_is_relation(sign)) {
		buf_put(b, STR(",\"at\":["));
		buf_int(b, sign->from);
		buf_char(b, ',');
		buf_int(b, sign->to);
		buf_char(b, ']');
	}
	if (sign->text.n) {
		buf_put(b, STR(",\""));
		buf_put(b, str_from(key));
		buf_put(b, STR("\":"));
		buf_json(b, sign->text);
	}
}

/* The parts, or of them only those that speak against. */
static void
put_parts(struct buf *b, const struct judgement *j, bool guards)
{
	bool first = true;

	buf_char(b, '[');
	for (size_t i = 0; i < j->n_parts; i++) {
		const struct weighed *w = &j->parts[i];

		if (guards && w->part->weight >= 0)
			continue;
		if (!first)
			buf_char(b, ',');
		first = false;
		buf_char(b, '{');
		buf_put(b, w->part->json);
		put_sign(b, w->sign, "quote");
		buf_char(b, '}');
	}
	buf_char(b, ']');
}

static void
put_because(struct buf *b, const struct judgement *j)
{
	bool first = true;

	buf_put(b, STR(",\"because\":["));
	for (size_t i = 0; i < j->n_parts; i++) {
		const struct weighed *w = &j->parts[i];

		if (!w->sign || w->part->weight < 0)
			continue;
		if (!first)
			buf_char(b, ',');
		first = false;
		buf_put(b, STR("{\"part\":"));
		buf_json(b, w->part->id);
		put_sign(b, w->sign, "text");
		buf_char(b, '}');
	}
	buf_char(b, ']');
}

static void
put_finding(struct buf *b, const struct judgement *j, const struct rule *r,
    bool *first)
{
	if (!r)
		return;
	if (!*first)
		buf_char(b, ',');
	*first = false;
	buf_char(b, '{');
	buf_put(b, r->json);
	buf_put(b, STR(",\"target\":"));
	buf_json(b, j->suspect->candidate->id);
	if (j->stance == STANCE_OPPOSE)
		buf_put(b, STR(",\"stance\":\"oppose\""));
	else if (j->stance == STANCE_SUPPORT)
		buf_put(b, STR(",\"stance\":\"support\""));
	buf_put(b, STR(",\"level\":\""));
	buf_put(b, str_from(level_name[j->level]));
	buf_put(b, STR("\",\"weight\":"));
	buf_int(b, j->weight);
	put_because(b, j);
	buf_char(b, '}');
}

/* The best first, then what else reaches a human. */
static void
put_findings(struct buf *b, const struct verdict *v)
{
	bool first = true;

	buf_put(b, STR(",\"findings\":["));
	if (v->level >= LEVEL_CHECK) {
		put_finding(b, v->best, v->best->rule, &first);
		put_finding(b, v->best, v->best->otherwise, &first);
		for (size_t i = 0; i < v->n; i++)
			if (&v->all[i] != v->best &&
			    v->all[i].level >= LEVEL_CHECK)
				put_finding(b, &v->all[i], v->all[i].rule,
				    &first);
	}
	buf_char(b, ']');
}

static void
put_guards(struct buf *b, const struct verdict *v)
{
	buf_put(b, STR(",\"guards\":"));
	put_parts(b, v->best, true);
	if (!v->cap)
		return;
	b->n--; /* the bracket */
	if (b->n && b->p[b->n - 1] != '[')
		buf_char(b, ',');
	buf_put(b, STR("{\"id\":\"guard.category\""));
	rulejson_text2(b, "text", v->cap->text);
	buf_put(b, STR("}]"));
}

/* Contest, phase and pack: the same for many records on end. */
static struct str
head(struct score *s, const struct verdict *v)
{
	struct buf *b = &s->head;
	bool first = true;

	if (b->n && s->head_contest == v->contest && s->head_phase == v->phase)
		return buf_str(b);
	s->head_contest = v->contest;
	s->head_phase = v->phase;
	buf_reset(b);
	buf_char(b, '{');
	if (v->contest) {
		buf_key(b, &first, "contest");
		buf_json(b, v->contest->id);
	}
	if (v->phase) {
		buf_key(b, &first, "phase");
		buf_json(b, v->phase->id);
	}
	buf_key(b, &first, "pack");
	buf_put(b, s->pack.json);
	return buf_str(b);
}

void
score_put(struct score *s, const struct verdict *v, struct buf *b)
{
	buf_put(b, head(s, v));
	buf_put(b, STR(",\"level\":\""));
	buf_put(b, str_from(level_name[v->level]));
	buf_put(b, STR("\",\"weight\":"));
	buf_int(b, v->best ? v->best->weight : 0);
	if (v->best) {
		buf_put(b, STR(",\"parts\":"));
		put_parts(b, v->best, false);
		put_findings(b, v);
		put_guards(b, v);
	}
	if (v->permitted) {
		buf_put(b, STR(",\"permitted\":[{"));
		buf_put(b, v->permitted->json);
		buf_put(b, STR("}]"));
	}
	if (s->ev.day == DAY_NONE)
		buf_put(b, STR(",\"undated\":true"));
	buf_char(b, '}');
}
