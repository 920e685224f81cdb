/*
 * The verdict in plain words, for the one who asks before posting and for the
 * one who reads at nine in the evening.  The words of the law are the pack's;
 * those around them are, too (its "words"), in two languages.
 */
#include "json.h"
#include "score.h"

enum lang { ID, EN };

static struct str
pick(struct text2 t, enum lang lang)
{
	return lang == EN ? t.en : t.id;
}

struct talk { /* who is told what, in which language */
	struct buf *b;
	const struct score *s;
	enum lang lang;
};

static void
say(const struct talk *t, enum say what)
{
	buf_put(t->b, pick(t->s->pack.words[what], t->lang));
}

static void
heading(const struct talk *t, enum say what)
{
	buf_put(t->b, STR("  "));
	say(t, what);
	buf_char(t->b, ':');
}

static void
line(const struct talk *t, enum say what, struct str text)
{
	if (!text.n)
		return;
	heading(t, what);
	buf_char(t->b, ' ');
	buf_put(t->b, text);
	buf_char(t->b, '\n');
}

static void
candidate_name(struct buf *b, const struct candidate *c)
{
	for (size_t i = 0; i < c->n_people; i++) {
		if (i)
			buf_put(b, STR(" - "));
		buf_put(b, c->people[i].name);
	}
	if (c->number)
		buf_fmt(b, " (%lld)", (long long)c->number);
}

static void
explain_rule(const struct talk *t, const struct rule *r)
{
	struct buf *b = t->b;

	heading(t, SAY_RULE);
	buf_char(b, ' ');
	buf_put(b, r->item);
	buf_put(b, STR(" "));
	buf_put(b, pick(r->title, t->lang));
	buf_put(b, STR("\n    "));
	buf_put(b, pick(r->explain, t->lang));
	buf_char(b, '\n');
	line(t, SAY_SANCTION, pick(r->sanction, t->lang));
}

/* The law as the pack has it: instrument, article, address. */
static void
explain_law(const struct talk *t, const struct rule *r)
{
	struct buf *b = t->b;
	yyjson_val *ref;
	size_t i, max;

	yyjson_arr_foreach(r->law, i, max, ref) {
		struct str id = json_get(ref, "ref");
		yyjson_val *law = yyjson_obj_getn(
		    t->s->pack.files[1].root, id.p, id.n);

		heading(t, SAY_LAW);
		buf_char(b, ' ');
		buf_put(b, json_get(law, "title"));
		if (json_get(ref, "article").n) {
			buf_put(b, STR(", "));
			buf_put(b, json_get(ref, "article"));
		}
		buf_char(b, '\n');
	}
}

static void
explain_parts(const struct talk *t, const struct judgement *j, bool against)
{
	struct buf *b = t->b;
	bool any = false;

	heading(t, against ? SAY_AGAINST : SAY_FOR);
	for (size_t i = 0; i < j->n_parts; i++) {
		const struct weighed *w = &j->parts[i];

		if ((w->part->weight < 0) != against)
			continue;
		any = true;
		buf_fmt(b, "\n    %+lld  ", (long long)w->part->weight);
		buf_put(b, pick(w->part->text, t->lang));
		if (w->sign && w->sign->text.n) {
			buf_put(b, STR(" \xE2\x80\x9C"));
			buf_put(b, w->sign->text);
			buf_put(b, STR("\xE2\x80\x9D"));
		}
	}
	if (!any) {
		buf_char(b, ' ');
		say(t, SAY_NOTHING);
	}
	buf_char(b, '\n');
}

/* "75 (a human reads it from 40 on; an indication from 60 on)" */
static void
explain_weight(const struct talk *t, const struct judgement *j)
{
	const struct pack *p = &t->s->pack;
	struct buf *b = t->b;

	heading(t, SAY_WEIGHT);
	buf_fmt(b, " %lld (", (long long)j->weight);
	say(t, SAY_FROM_CHECK);
	buf_fmt(b, " %lld; ", (long long)p->threshold[LEVEL_CHECK]);
	say(t, SAY_FROM_INDICATION);
	buf_fmt(b, " %lld)\n", (long long)p->threshold[LEVEL_INDICATION]);
}

/* A side is named only where a human is to read. */
static void
explain_about(const struct talk *t, const struct judgement *j, bool sides)
{
	struct buf *b = t->b;

	heading(t, SAY_TARGET);
	buf_char(b, ' ');
	candidate_name(b, j->suspect->candidate);
	buf_put(b, STR(", "));
	buf_put(b, pick(j->suspect->candidate->contest->title, t->lang));
	if (sides && j->stance != STANCE_NONE) {
		buf_put(b, STR(": "));
		say(t, j->stance == STANCE_OPPOSE
		    ? SAY_STANCE_AGAINST : SAY_STANCE_FOR);
	}
	buf_char(b, '\n');
}

static void
explain_one(const struct talk *t, const struct verdict *v)
{
	const struct score *s = t->s;
	struct buf *b = t->b;

	say(t, (enum say)(SAY_LEVEL_NONE + (int)v->level));
	buf_char(b, '\n');
	if (v->best && v->level > LEVEL_NONE)
		explain_about(t, v->best, v->level >= LEVEL_CHECK);
	if (v->phase)
		line(t, SAY_PHASE, pick(v->phase->title, t->lang));
	if (v->level >= LEVEL_CHECK) {
		explain_rule(t, v->best->rule);
		explain_law(t, v->best->rule);
	}
	if (v->level > LEVEL_NONE) {
		explain_weight(t, v->best);
		explain_parts(t, v->best, false);
	}
	if (v->best && v->best->n_parts)
		explain_parts(t, v->best, true);
	if (v->cap)
		line(t, SAY_AGAINST, pick(v->cap->text, t->lang));
	if (v->permitted) {
		line(t, SAY_PERMITTED, pick(v->permitted->title, t->lang));
		buf_put(b, STR("    "));
		buf_put(b, pick(v->permitted->explain, t->lang));
		buf_char(b, '\n');
	}
	if (s->ev.day == DAY_NONE && v->level >= LEVEL_CHECK) {
		buf_put(b, STR("  "));
		say(t, SAY_UNDATED);
		buf_char(b, '\n');
		if (v->best->otherwise) {
			heading(t, SAY_OTHERWISE);
			buf_char(b, '\n');
			explain_rule(t, v->best->otherwise);
		}
	}
	if (v->level == LEVEL_NONE)
		return; /* nothing to decide */
	buf_put(b, STR("  "));
	say(t, SAY_HUMAN);
	buf_char(b, '\n');
}

void
score_explain(const struct score *s, const struct act *act,
    const struct verdict *v, struct buf *b)
{
	bool en = strcmp(s->lang, "en") == 0, id = strcmp(s->lang, "id") == 0;
	struct str text = json_get(act->object, "content");

	buf_put(b, STR("\xE2\x80\x9C"));
	buf_put(b, text);
	buf_put(b, STR("\xE2\x80\x9D\n\n"));
	if (!en)
		explain_one(&(struct talk){ b, s, ID }, v);
	if (!en && !id)
		buf_char(b, '\n');
	if (!id)
		explain_one(&(struct talk){ b, s, EN }, v);
	buf_char(b, '\n');
}
