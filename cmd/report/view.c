#include "view.h"

#include "detail.h"
#include "json.h"

int
view_ready(struct view *v, struct err *e)
{
	bool full = v->mem.full, oom = v->mem.oom;

	arena_reset(&v->mem);
	if (full)
		return err_set(e, ERR_FAIL, "a part of the report needs more "
		    "than %zu MiB of memory", v->mem.cap >> 20);
	return oom ? err_nomem(e) : 0;
}

int
view_record(struct view *v, struct line line, yyjson_doc **doc, struct err *e)
{
	struct str text;

	if (spool_get(&v->store.spool, line, &v->mem, &text, e) != 0)
		return -1;
	if (!text.p)
		return view_ready(v, e) != 0 ? -1 : err_nomem(e);
	return json_read(text, 0, &v->mem, doc, e);
}

int
view_act(struct view *v, const struct act *a, yyjson_doc **doc, struct err *e)
{
	return view_record(v, a->line, doc, e);
}

static struct str
glue(struct view *v, struct str a, struct str b)
{
	char *p = arena_alloc(&v->mem, 1, a.n + b.n + 1);

	if (!p)
		return (struct str){ 0 };
	if (a.n)
		memcpy(p, a.p, a.n);
	if (b.n)
		memcpy(p + a.n, b.p, b.n);
	return (struct str){ p, a.n + b.n };
}

static struct str
with_at(struct view *v, struct str handle)
{
	if (!handle.n || handle.p[0] == '@' || memchr(handle.p, ':', handle.n))
		return handle;
	return glue(v, STR("@"), handle);
}

const struct employee *
view_employee(const struct view *v, const struct actor *p)
{
	if (!v->has_roster || !p->employee)
		return NULL;
	return roster_employee(&v->roster, p->id);
}

struct str
view_name(struct view *v, const struct actor *p)
{
	const struct employee *who = view_employee(v, p);

	if (who && who->name.n)
		return who->name;
	return p->employee ? p->id : with_at(v, p->id);
}

struct str
view_ticket(struct view *v, struct str id)
{
	const struct candidate *c = contest_candidate(&v->contests, id);
	struct str name;

	if (!c)
		return id;
	name = c->ticket.n ? c->ticket : c->n_people ? c->people[0].name : id;
	if (!c->number)
		return name;
	name = glue(v, name, STR(" ("));
	name = glue(v, name, text_number(&v->text, c->number));
	return glue(v, name, STR(")"));
}

static struct str
both(const struct view *v, struct text2 t, struct str otherwise)
{
	struct str s = str_eq(v->text.lang, STR("en")) ? t.en : t.id;

	if (!s.n)
		s = t.id.n ? t.id : t.en;
	return s.n ? s : otherwise;
}

struct str
view_phase(struct view *v, struct str contest, struct str id)
{
	for (size_t i = 0; i < v->contests.n; i++) {
		const struct contest *c = &v->contests.v[i];

		if (!str_eq(c->id, contest))
			continue;
		for (size_t j = 0; j < c->n_phases; j++)
			if (str_eq(c->phases[j].id, id))
				return both(v, c->phases[j].title, id);
	}
	return id;
}

struct str
view_owner(struct view *v, const struct cover *c)
{
	const struct employee *who = NULL;

	if (str_eq(c->role, STR("candidate")))
		return view_ticket(v, c->owner);
	if (v->has_roster)
		who = roster_employee(&v->roster, c->owner);
	return who && who->name.n ? who->name : c->owner;
}

struct str
view_detail(struct view *v, yyjson_val *coverage)
{
	struct buf b = { 0 };
	struct str s;

	detail_put(&b, json_get(coverage, "detail"), str_eq(v->text.lang,
	    STR("id")));
	s = arena_copy(&v->mem, buf_str(&b));
	v->mem.oom |= b.failed;
	buf_release(&b);
	return s;
}

int64_t
view_days(const struct view *v, const struct moment *m)
{
	int32_t zone = v->text.zone;

	if (!m->known || !v->now.known)
		return -1;
	return instant_day(&v->now.t, zone) - instant_day(&m->t, zone);
}

struct str
view_since(struct view *v, const struct moment *m)
{
	int64_t days = view_days(v, m);
	struct str day;

	if (!m->known)
		return STR("");
	day = text_day(&v->text, &m->t);
	if (days < 0)
		return day;
	day = glue(v, day, STR(" ("));
	day = glue(v, day, days ? text_count(&v->text, TEXT_n_days,
	    (size_t)days) : text_get(&v->text, TEXT_today));
	return glue(v, day, STR(")"));
}

size_t
view_fives(size_t n)
{
	return (n + VIEW_K / 2) / VIEW_K * VIEW_K;
}

struct str
view_number(struct view *v, size_t n)
{
	if (v->audience != AUDIENCE_PUBLIC || !n)
		return text_number(&v->text, (int64_t)n);
	if (n < VIEW_K)
		return text_get(&v->text, TEXT_few);
	return text_number(&v->text, (int64_t)view_fives(n));
}

struct str
view_count(struct view *v, enum text_key key, size_t n)
{
	if (v->audience != AUDIENCE_PUBLIC)
		return text_count(&v->text, key, n);
	return text_fill(&v->text, key, TEXT_ARGS(view_number(v, n)));
}

struct str
view_seen(struct view *v)
{
	struct text *t = &v->text;
	size_t all = v->rank.n_covers;

	return text_fill(t, TEXT_n_accounts_seen, TEXT_ARGS(
	    text_number(t, (int64_t)(all - v->rank.n_gaps)),
	    text_count(t, TEXT_n_accounts, all)));
}

struct str
view_day(struct view *v, int32_t day)
{
	struct instant t = { .seconds = (int64_t)day * 86400 -
		v->text.zone * 60 };

	return day == DAY_NONE ? STR("") : text_day(&v->text, &t);
}

struct str
view_date(struct view *v, struct str s)
{
	int32_t day;

	if (s.n > 10)
		s.n = 10;
	return day_parse(s, &day) ? view_day(v, day) : STR("");
}

int32_t
view_report_by(const struct view *v, const struct moment *first)
{
	return !first->known ? DAY_NONE : due_after(&v->due, DUE_REPORT,
	    instant_day(&first->t, v->text.zone));
}

int32_t
view_report_other(const struct view *v, const struct moment *first)
{
	return !first->known ? DAY_NONE : due_other(&v->due, DUE_REPORT,
	    instant_day(&first->t, v->text.zone));
}

struct str
view_other(struct view *v, enum due_what what, int32_t day)
{
	return day == DAY_NONE ? STR("") : text_fill(&v->text,
	    due_differs(&v->due, what) ? TEXT_other_working : TEXT_other_count,
	    TEXT_ARGS(view_day(v, day)));
}

struct str
view_report_said(struct view *v, const struct moment *first)
{
	int32_t day = view_report_by(v, first);
	bool over = v->now.known && day < instant_day(&v->now.t, v->text.zone);

	if (day == DAY_NONE)
		return STR("");
	return text_fill(&v->text, over ? TEXT_report_late : TEXT_report_by,
	    TEXT_ARGS(view_day(v, day), view_other(v, DUE_REPORT,
	        view_report_other(v, first))));
}

struct str
view_handle(struct view *v, yyjson_val *actor)
{
	static const char *const other[] = { "name", "id", "url" };
	struct str s = json_get(actor, "handle");

	if (s.n)
		return with_at(v, s);
	for (int i = 0; i < 3 && !s.n; i++)
		s = json_get(actor, other[i]);
	return s;
}
