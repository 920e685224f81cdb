#include "score.h"

#include <stdio.h>

#include "examples.h"
#include "instant.h"
#include "json.h"
#include "member.h"
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
day_of(const struct score *s, const struct act *act)
{
	struct instant t = { .offset = s->office.zone };

	if (instant_parse(act->published, &t) ||
	    instant_parse(act->captured, &t))
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

/* The same for many records on end. */
static unsigned
phase_name(struct score *s, const struct phase *p)
{
	if (p != s->known_phase) {
		s->known_phase = p;
		s->phase_name = p ? names_find(&s->pack.names, p->id)
		                  : NAME_NONE;
	}
	return s->phase_name;
}

static unsigned
kind_name(struct score *s, const struct contest *c)
{
	if (c != s->known_contest) {
		s->known_contest = c;
		s->kind_name = c ? names_find(&s->pack.names, c->kind)
		                 : NAME_NONE;
	}
	return s->kind_name;
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

/* What says that the act is allowed: the first that speaks of it. */
static const struct rule *
find_permitted(struct score *s, const struct verdict *v)
{
	unsigned phase = phase_name(s, v->phase);
	unsigned kind = kind_name(s, v->contest);

	for (size_t i = 0; i < s->pack.n_permitted; i++)
		if (judge_permitted(&s->ev, &s->pack.permitted[i], phase, kind))
			return &s->pack.permitted[i];
	return NULL;
}

void
score_judge(struct score *s, const struct act *act, struct verdict *v)
{
	struct evidence *ev = &s->ev;

	v->n = 0;
	v->best = NULL;
	v->cap = NULL;
	v->contest = NULL;
	v->phase = NULL;
	v->permitted = NULL;
	v->level = LEVEL_NONE;
	evidence_read(ev, &s->pack, &s->contests, act, day_of(s, act));
	for (; v->n < ev->n_suspects; v->n++) {
		const struct contest *c =
		    ev->suspects[v->n].candidate->contest;

		judge_suspect(&s->pack, ev, v->n,
		    phase_name(s, phase_of(s, c, ev->day)), kind_name(s, c),
		    &v->all[v->n]);
	}
	find_best(v);
	find_contest(s, v);
	if (v->best)
		v->level = v->best->level;
	v->cap = cap_of(s, ev->category);
	if (v->cap && v->level > v->cap->level)
		v->level = v->cap->level;
	else
		v->cap = NULL;
	if (v->level < LEVEL_CHECK)
		v->permitted = find_permitted(s, v);
}

enum done
score_record(void *ctx, struct run *run, const struct record *rec,
    struct err *e)
{
	struct score *s = ctx;
	struct verdict v;
	struct act act;

	act_read(&act, rec->root);
	if (!str_eq(act.schema, STR("activity/1")) && act.schema.n) {
		if (!s->explain)
			out_line(run->out, rec->text); /* not ours: it passes */
		return DONE_OUT;
	}
	if (!act.match) {
		err_set(e, ERR_DATA, "no \"match\": expected an activity, as "
		    "netral match writes it");
		return DONE_FAILED;
	}
	score_judge(s, &act, &v);
	if (s->ev.full) {
		err_set(e, ERR_DATA, "more than %d names or words in it: a "
		    "human has to read it", SIGNS_MAX);
		return DONE_FAILED;
	}
	buf_reset(&s->out);
	if (s->explain)
		score_explain(s, &act, &v, &s->out);
	else
		score_put(s, &v, &s->out);
	if (buf_check(&s->out, e) != 0 || buf_check(&s->head, e) != 0)
		return DONE_FAILED;
	if (s->explain)
		out_put(run->out, buf_str(&s->out));
	else if (act.has_score)
		member_put(run->out, rec, "score", buf_str(&s->out));
	else
		out_splice(run->out, rec->text, "score", buf_str(&s->out));
	return DONE_OUT;
}
