#include "score.h"

#include <stdio.h>

#include "examples.h"
#include "instant.h"
#include "json.h"
#include "member.h"
#include "rulejson.h"
#include "share.h"

/* The one asked for, else the office's, else the one that comes first. */
static int
find_pack(const struct score *s, char *dir, struct err *e)
{
	char name[SHARE_PATH];
	struct str pack = s->pack_name ? str_from(s->pack_name)
	    : s->office.pack.n ? s->office.pack : STR(SCORE_PACK);

	if (pack.n + sizeof("packs/") > SHARE_PATH)
		return err_set(e, ERR_USAGE, "the name of the pack is too long");
	if (memchr(pack.p, '/', pack.n)) { /* a folder of the user's */
		(void)snprintf(dir, SHARE_PATH, "%.*s", STR_ARG(pack));
		return 0;
	}
	(void)snprintf(name, sizeof(name), "packs/%.*s", STR_ARG(pack));
	return share_path(name, dir, e);
}

int
score_setup(void *ctx, struct err *e)
{
	struct score *s = ctx;
	char dir[SHARE_PATH];

	if (strcmp(s->lang, "id") != 0 && strcmp(s->lang, "en") != 0 &&
	    strcmp(s->lang, "both") != 0)
		return err_set(e, ERR_USAGE, "--lang: expected id, en or both, "
		    "got '%.40s'", s->lang);
	if (office_open(&s->office, s->office_dir, e) != 0 ||
	    office_contests(&s->office, &s->contest_files, &s->contests,
	        e) != 0)
		return -1;
	if (find_pack(s, dir, e) != 0 || pack_load(&s->pack, dir, e) != 0)
		return -1;
	if (!s->exceptions)
		return 0;
	/* One that hides what a rule must see is refused, always. */
	if (pack_exceptions(&s->pack, s->exceptions, e) != 0)
		return -1;
	return examples_run(&s->pack, &s->ev, e);
}

int
score_check(void *ctx, struct err *e)
{
	struct score *s = ctx;

	if (examples_run(&s->pack, &s->ev, e) != 0)
		return -1;
	return examples_table(&s->pack, e);
}

void
score_release(struct score *s)
{
	pack_release(&s->pack);
	contests_release(&s->contests);
	office_release(&s->office);
	buf_release(&s->out);
	buf_release(&s->head);
}

/* As published, else as seen: a like has no date of its own. */
static int32_t
day_of(const struct score *s, yyjson_val *root)
{
	struct instant t = { .offset = s->office.zone };

	if (instant_parse(json_get(root, "published"), &t) ||
	    instant_parse(json_get(yyjson_obj_get(root, "origin"), "captured"),
	        &t))
		return instant_day(&t, s->office.zone);
	return DAY_NONE;
}

static const struct phase *
phase_by_id(const struct contest *c, struct str id)
{
	for (size_t i = 0; i < c->n_phases; i++)
		if (str_eq(c->phases[i].id, id))
			return &c->phases[i];
	return NULL;
}

static const struct phase *
phase_of(const struct score *s, const struct contest *c, int32_t day)
{
	return day == DAY_NONE ? phase_by_id(c, s->pack.undated_phase)
	                       : contest_phase(c, day);
}

static const struct cap *
cap_of(const struct score *s, struct str category)
{
	for (size_t i = 0; i < s->pack.n_caps; i++)
		if (str_eq(s->pack.caps[i].category, category))
			return &s->pack.caps[i];
	return NULL;
}

/* Heavier first; of equals the one that is named first. */
static void
find_best(struct verdict *v)
{
	for (size_t i = 0; i < v->n; i++)
		if (!v->best || v->all[i].level > v->best->level ||
		    (v->all[i].level == v->best->level &&
		        v->all[i].weight > v->best->weight))
			v->best = &v->all[i];
}

static unsigned
phase_name(const struct score *s, const struct phase *p)
{
	return p ? names_find(&s->pack.names, p->id) : NAME_NONE;
}

/* Without a candidate the day still tells which contest runs. */
static void
find_contest(const struct score *s, struct verdict *v)
{
	int32_t day = s->ev.day;

	if (v->best)
		v->contest = v->best->suspect->candidate->contest;
	for (size_t i = 0; !v->contest && day != DAY_NONE &&
	     i < s->contests.n; i++)
		if (contest_phase(&s->contests.v[i], day))
			v->contest = &s->contests.v[i];
	if (v->contest)
		v->phase = phase_of(s, v->contest, day);
}

void
score_judge(struct score *s, yyjson_val *root, struct verdict *v)
{
	struct evidence *ev = &s->ev;
	yyjson_val *who;

	v->n = 0;
	v->best = NULL;
	v->cap = NULL;
	v->contest = NULL;
	v->phase = NULL;
	v->permitted = NULL;
	v->level = LEVEL_NONE;
	evidence_read(ev, &s->pack, &s->contests, root, day_of(s, root));
	for (; v->n < ev->n_suspects; v->n++)
		judge_suspect(&s->pack, ev, v->n, phase_name(s, phase_of(s,
		    ev->suspects[v->n].candidate->contest, ev->day)),
		    &v->all[v->n]);
	find_best(v);
	find_contest(s, v);
	if (v->best)
		v->level = v->best->level;
	who = yyjson_obj_get(yyjson_obj_get(root, "match"), "who");
	v->cap = cap_of(s, json_get(who, "category"));
	if (v->cap && v->level > v->cap->level)
		v->level = v->cap->level;
	else
		v->cap = NULL;
	for (size_t i = 0; i < s->pack.n_permitted &&
	     v->level < LEVEL_CHECK && !v->permitted; i++)
		if (judge_permitted(ev, &s->pack.permitted[i],
		        phase_name(s, v->phase), v->contest ? names_find(
		        &s->pack.names, v->contest->kind) : NAME_NONE))
			v->permitted = &s->pack.permitted[i];
}

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

static void
put_score(struct score *s, const struct verdict *v, struct buf *b)
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

enum done
score_record(void *ctx, struct run *run, const struct record *rec,
    struct err *e)
{
	struct score *s = ctx;
	struct str schema = json_get(rec->root, "schema");
	struct verdict v;

	if (!str_eq(schema, STR("activity/1")) && schema.n) {
		if (!s->explain)
			out_line(run->out, rec->text); /* not ours: it passes */
		return DONE_OUT;
	}
	if (!yyjson_obj_get(rec->root, "match")) {
		err_set(e, ERR_DATA, "no \"match\": expected an activity, as "
		    "netral match writes it");
		return DONE_FAILED;
	}
	score_judge(s, rec->root, &v);
	buf_reset(&s->out);
	if (s->explain)
		score_explain(s, rec->root, &v, &s->out);
	else
		put_score(s, &v, &s->out);
	if (buf_check(&s->out, e) != 0 || buf_check(&s->head, e) != 0)
		return DONE_FAILED;
	if (s->explain)
		out_put(run->out, buf_str(&s->out));
	else
		member_put(run->out, rec, "score", buf_str(&s->out));
	return DONE_OUT;
}
