#include "doc.h"

/* Hand on what is in b, so that it never grows beyond a piece. */
static int
pass(struct view *v, struct buf *b, struct err *e)
{
	if (buf_check(b, e) != 0)
		return -1;
	out_put(v->out, buf_str(b));
	buf_reset(b);
	return view_ready(v, e);
}

/* A record as it came. */
static int
put_line(struct view *v, struct line line, struct err *e)
{
	struct str text;

	if (spool_get(&v->store.spool, line, &v->mem, &text, e) != 0)
		return -1;
	out_put(v->out, text);
	return view_ready(v, e);
}

static void
put_text(struct buf *b, bool *first, const char *key, struct str s)
{
	if (!s.n)
		return;
	buf_key(b, first, key);
	buf_json(b, s);
}

static void
put_count(struct buf *b, bool *first, const char *key, size_t n)
{
	buf_key(b, first, key);
	buf_int(b, (int64_t)n);
}

static void
put_moment(struct buf *b, bool *first, const char *key,
    const struct moment *m)
{
	if (!m->known)
		return;
	buf_key(b, first, key);
	buf_char(b, '"');
	instant_put(b, &m->t);
	buf_char(b, '"');
}

static void
put_counts(struct buf *b, const struct view *v)
{
	const struct store *s = &v->store;
	bool first = true;

	buf_put(b, STR(",\"counts\":{"));
	put_count(b, &first, "none", s->n[LEVEL_NONE]);
	put_count(b, &first, "note", s->n[LEVEL_NOTE]);
	put_count(b, &first, "check", s->n[LEVEL_CHECK]);
	put_count(b, &first, "indication", s->n[LEVEL_INDICATION]);
	put_count(b, &first, "rejected_before", s->n_rejects);
	if (v->book.n) {
		put_count(b, &first, "cases_in_ledger", v->book.n);
		put_count(b, &first, "decided", v->rank.n_closed);
		put_count(b, &first, "dismissed", v->rank.n_dismissed);
	}
	put_count(b, &first, "accounts", v->rank.n_covers);
	put_count(b, &first, "accounts_not_seen", v->rank.n_gaps);
	put_count(b, &first, "accounts_not_asked", v->census.n_unasked);
	buf_char(b, '}');
}

static void
put_day(struct buf *b, bool *first, const char *key, int32_t day)
{
	if (day == DAY_NONE)
		return;
	buf_key(b, first, key);
	buf_char(b, '"');
	day_put(b, day);
	buf_char(b, '"');
}

/* What each act is known by in the ledger, in the order of activities. */
static void
put_marks(struct view *v, const struct standing *c, struct buf *b)
{
	buf_put(b, STR("],\"acts\":["));
	for (size_t i = 0; i < c->n_acts; i++) {
		const struct act *a = c->acts[i];
		bool first = true;

		buf_put(b, i ? STR(",\n{") : STR("\n{"));
		put_text(b, &first, "key", str_from(a->mark));
		put_text(b, &first, "id", a->id);
		put_text(b, &first, "level", a->level == LEVEL_INDICATION
		        ? STR("indication") : STR("check"));
		put_moment(b, &first, "known", &a->first);
		if (a->first.known)
			put_day(b, &first, "known_on",
			    instant_day(&a->first.t, v->text.zone));
		if (a->file) {
			put_text(b, &first, "case", a->file->id);
			put_text(b, &first, "state", a->file->state);
			put_text(b, &first, "due", a->file->due);
			put_text(b, &first, "due_other", a->file->due_other);
		} else {
			put_day(b, &first, "report_by",
			    view_report_by(v, &a->first));
			put_day(b, &first, "report_by_other",
			    view_report_other(v, &a->first));
		}
		buf_char(b, '}');
	}
}

static int
put_case(struct view *v, const struct standing *c, struct buf *b,
    struct err *e)
{
	const struct employee *who = view_employee(v, c->person);
	const struct actor *p = c->person;
	bool first = true;

	buf_char(b, '{');
	put_text(b, &first, p->employee ? "employee" : "account", p->id);
	put_text(b, &first, "platform", p->platform);
	put_text(b, &first, "name", who ? who->name : STR(""));
	put_text(b, &first, "unit", who && who->unit.n ? who->unit : p->unit);
	put_text(b, &first, "category", who && who->category.n ? who->category
	                                                       : p->category);
	put_text(b, &first, "level", c->top == LEVEL_INDICATION
	        ? STR("indication") : STR("check"));
	put_moment(b, &first, "known_since", &c->first);
	buf_put(b, STR(",\"activities\":["));
	for (size_t i = 0; i < c->n_acts; i++) {
		buf_put(b, i ? STR(",\n") : STR("\n"));
		if (pass(v, b, e) != 0)
			return -1;
		if (put_line(v, c->acts[i]->line, e) != 0)
			return -1;
	}
	put_marks(v, c, b);
	buf_put(b, STR("]}"));
	return pass(v, b, e);
}

static void
put_unit(struct buf *b, const struct unit *u, bool accounts)
{
	bool first = true;

	buf_char(b, '{');
	put_text(b, &first, "unit", u->name);
	put_count(b, &first, "employees", u->employees);
	put_count(b, &first, "pledged", u->pledged);
	if (accounts)
		put_count(b, &first, "with_account", u->with_account);
	buf_char(b, '}');
}

static int
put_all(struct view *v, struct buf *b, struct err *e)
{
	bool first = true;

	buf_char(b, '{');
	put_text(b, &first, "schema", STR("report/1"));
	put_text(b, &first, "office", v->office.name);
	put_moment(b, &first, "as_of", &v->now);
	if (v->store.halt.text.n)
		put_text(b, &first, "run", v->store.halt.state);
	put_counts(b, v);
	buf_put(b, STR(",\n\"cases\":["));
	for (size_t i = 0; i < v->rank.n_cases; i++) {
		buf_put(b, i ? STR(",\n") : STR("\n"));
		if (put_case(v, &v->rank.cases[i], b, e) != 0)
			return -1;
	}
	buf_put(b, STR("],\n\"coverage\":["));
	for (size_t i = 0; i < v->rank.n_covers; i++) {
		buf_put(b, i ? STR(",\n") : STR("\n"));
		if (pass(v, b, e) != 0)
			return -1;
		if (put_line(v, v->rank.covers[i]->line, e) != 0)
			return -1;
	}
	buf_put(b, STR("],\n\"units\":["));
	for (size_t i = 0; i < v->census.n_units; i++) {
		buf_put(b, i ? STR(",\n") : STR("\n"));
		put_unit(b, &v->census.units[i], v->has_accounts);
	}
	buf_put(b, STR("]}\n"));
	return pass(v, b, e);
}

int
doc_put(struct view *v, struct err *e)
{
	struct buf b = { 0 };
	int rc = put_all(v, &b, e);

	buf_release(&b);
	return rc;
}
