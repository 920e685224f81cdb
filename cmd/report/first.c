#include "first.h"

#include "register.h"
#include "rest.h"

enum { STATES_MAX = 32 };

/* One thing to do: a sentence, more in small print, a place to go. */
static void
put_todo(struct view *v, const char *class, const char *href, struct str what,
    struct str more)
{
	html_tag(v, "<li class=\"", str_from(class), "\"><p><a href=\"");
	html_tag(v, "", str_from(href), "\">");
	html_put(v, what);
	html_raw(v, "</a></p>");
	if (more.n)
		html_tag(v, "\n<p class=\"aside\">", more, "</p>");
	html_raw(v, "</li>\n");
}

static void
put_todo_cases(struct view *v)
{
	const struct ranking *r = &v->rank;
	const struct crowd *ask = &r->employees[LEVEL_INDICATION];
	const struct crowd *look = &r->employees[LEVEL_CHECK];
	struct text *t = &v->text;
	size_t others = r->n_cases - r->n_employees;

	if (ask->people)
		put_todo(v, "indication", "#list", text_fill(t, TEXT_todo_ask,
		    TEXT_ARGS(text_count(t, TEXT_n_employees, ask->people),
		        text_count(t, TEXT_n_indications, ask->acts))),
		    !r->first.known ? STR("")
		    : text_fill(t, TEXT_todo_ask_since, TEXT_ARGS(
		        view_since(v, &r->first), view_report_said(v,
		            &r->first))));
	if (look->people)
		put_todo(v, "check", "#list", text_fill(t, TEXT_todo_check,
		    TEXT_ARGS(text_count(t, TEXT_n_acts, look->acts),
		        text_count(t, TEXT_n_employees, look->people))),
		    STR(""));
	if (others)
		put_todo(v, "check", "#list", text_fill(t, TEXT_undeclared,
		    TEXT_ARGS(text_count(t, TEXT_n_accounts, others))),
		    text_get(t, v->has_roster ? TEXT_undeclared_note
		                              : TEXT_no_roster));
	if (v->contests.n_files && !v->contests.n)
		put_todo(v, "gap", "#numbers", text_get(t, TEXT_todo_contest),
		    STR(""));
	else if (!r->n_cases && store_acts(&v->store))
		put_todo(v, "calm", "#numbers", text_fill(t, TEXT_todo_none,
		    TEXT_ARGS(text_count(t, TEXT_n_activities,
		        store_acts(&v->store)))), STR(""));
	if (!store_acts(&v->store))
		put_todo(v, "gap", "#numbers", text_get(t, TEXT_todo_nothing),
		    STR(""));
}

/* What is begun comes before what is new. */
static void
put_todo_register(struct view *v)
{
	struct text *t = &v->text;
	struct str first, ignored;
	size_t late, n = register_open(v, NULL, &first, &late), held, none;

	if (v->book.unfinished)
		put_todo(v, "gap", "#register", text_get(t, TEXT_unfinished),
		    STR(""));
	if (late)
		put_todo(v, "indication", "#register", text_fill(t,
		    TEXT_todo_late, TEXT_ARGS(text_count(t, TEXT_n_cases, late),
		        view_date(v, first))), STR(""));
	if (n > late)
		put_todo(v, "indication", "#register", text_fill(t,
		    TEXT_todo_due, TEXT_ARGS(text_count(t, TEXT_n_cases,
		        n - late), view_date(v, late ? register_next(v)
		                                    : first))), STR(""));
	held = register_open(v, "held", &ignored, &none);
	if (held)
		put_todo(v, "check", "#register", text_fill(t, TEXT_todo_held,
		    TEXT_ARGS(text_count(t, TEXT_n_cases, held))), STR(""));
}

static void
put_todo_gaps(struct view *v)
{
	const struct census *c = &v->census;
	struct text *t = &v->text;
	size_t gaps = v->rank.n_gaps;
	size_t without = c->all.employees - c->all.with_account;

	if (v->store.n_rejects)
		put_todo(v, "gap", "#numbers", text_fill(t,
		    TEXT_todo_incomplete, TEXT_ARGS(text_count(t,
		        TEXT_n_records, v->store.n_rejects))), STR(""));
	if (gaps)
		put_todo(v, "gap", "#coverage", text_fill(t, TEXT_todo_gaps,
		    TEXT_ARGS(text_count(t, TEXT_n_accounts, gaps))),
		    text_get(t, TEXT_unseen_means));
	if (c->n_unasked)
		put_todo(v, "gap", "#coverage", text_fill(t, TEXT_todo_silent,
		    TEXT_ARGS(text_count(t, TEXT_n_accounts, c->n_unasked))),
		    STR(""));
	if (c->n_ownerless)
		put_todo(v, "gap", "#units", text_fill(t, TEXT_todo_ownerless,
		    TEXT_ARGS(text_count(t, TEXT_n_accounts,
		        c->n_ownerless))), STR(""));
	if (v->has_accounts && without)
		put_todo(v, "plain", "#units", text_fill(t,
		    TEXT_todo_accounts, TEXT_ARGS(text_count(t,
		        TEXT_n_employees, without))), STR(""));
}

static void
put_numbers(struct view *v)
{
	const struct store *s = &v->store;
	struct text *t = &v->text;
	struct str part[6];
	size_t n = 0;

	part[n++] = text_count(t, TEXT_n_activities, store_acts(s));
	part[n++] = text_count(t, TEXT_n_indications, s->n[LEVEL_INDICATION]);
	part[n++] = text_count(t, TEXT_n_checks, s->n[LEVEL_CHECK]);
	part[n++] = text_count(t, TEXT_n_notes, s->n[LEVEL_NOTE]);
	part[n++] = text_count(t, v->rank.n_cases > v->rank.n_employees
	    ? TEXT_n_holders : TEXT_n_employees, v->rank.n_cases);
	if (v->rank.n_covers)
		part[n++] = view_seen(v);
	html_numbers(v, part, n);
	html_raw(v, "</section>\n");
}

/* "2 accounts: asked too often" for each state but the good ones. */
static void
put_states(struct view *v)
{
	const struct ranking *r = &v->rank;
	struct str state[STATES_MAX];
	size_t count[STATES_MAX], n = 0, i;

	for (size_t c = 0; c < r->n_covers && !r->covers[c]->seen; c++) {
		for (i = 0; i < n; i++)
			if (str_eq(state[i], r->covers[c]->state))
				break;
		if (i == STATES_MAX)
			i--;
		else if (i == n)
			state[n] = r->covers[c]->state, count[n++] = 0;
		count[i]++;
	}
	html_raw(v, "<ul class=\"states\">\n");
	for (i = 0; i < n; i++)
		html_tag(v, "<li>", text_fill(&v->text, TEXT_unseen_line,
		    TEXT_ARGS(text_count(&v->text, TEXT_n_accounts, count[i]),
		        text_name(&v->text, "state", state[i]))), "</li>\n");
	if (v->census.n_unasked)
		html_tag(v, "<li>", text_fill(&v->text, TEXT_unseen_line,
		    TEXT_ARGS(text_count(&v->text, TEXT_n_accounts,
		        v->census.n_unasked), text_get(&v->text,
		        TEXT_never_asked))), "</li>\n");
	html_raw(v, "</ul>\n");
}

static void
put_unseen(struct view *v)
{
	html_tag(v, "<section id=\"unseen\" aria-labelledby=\"unseen-name\">\n"
	    "<h2 id=\"unseen-name\">", text_get(&v->text, TEXT_unseen),
	    "</h2>\n");
	if (!v->rank.n_covers)
		html_tag(v, "<p>", text_get(&v->text, TEXT_unseen_unknown),
		    "</p>\n");
	else if (v->rank.n_gaps || v->census.n_unasked)
		put_states(v);
	else
		html_tag(v, "<p>", text_fill(&v->text, TEXT_unseen_none,
		    TEXT_ARGS(text_count(&v->text, TEXT_n_accounts,
		        v->rank.n_covers))), "</p>\n");
	html_raw(v, "</section>\n");
}

void
first_put(struct view *v)
{
	html_tag(v, "<section id=\"todo\" aria-labelledby=\"todo-name\">\n"
	    "<h2 id=\"todo-name\">", text_get(&v->text, TEXT_todo),
	    "</h2>\n<ol class=\"todo\">\n");
	put_todo_register(v);
	put_todo_cases(v);
	put_todo_gaps(v);
	html_raw(v, "</ol>\n</section>\n");
	put_numbers(v);
	put_unseen(v);
}

static void
put_line(struct view *v, const struct standing *c, size_t number)
{
	const struct employee *who = view_employee(v, c->person);

	html_tag(v, "<tr><th><a href=#k", text_number(&v->text,
	    (int64_t)number), ">");
	html_tag(v, "", view_name(v, c->person), "</a><td>");
	html_tag(v, "", who && who->unit.n ? who->unit
	    : c->person->unit, "<td>");
	html_put(v, text_count(&v->text, TEXT_n_acts, c->n_acts));
	html_tag(v, "<td>", c->first.known ? view_since(v, &c->first)
	    : text_get(&v->text, TEXT_no_value), "\n");
}

int
first_put_list(struct view *v, struct err *e)
{
	static const enum text_key column[] = { TEXT_list_who, TEXT_list_unit,
		TEXT_list_acts, TEXT_list_since };
	const struct standing *c = v->rank.cases;

	if (!v->rank.n_cases)
		return 0;
	html_tag(v, "<nav id=\"list\" aria-labelledby=\"list-name\">\n"
	    "<h2 id=\"list-name\">", text_get(&v->text, TEXT_list), "</h2>\n");
	rest_table(v, column, sizeof(column) / sizeof(column[0]), "list");
	for (size_t i = 0; i < v->rank.n_cases; i++) {
		if (!i || c[i].top != c[i - 1].top) {
			html_raw(v, i ? "</tbody>\n<tbody>\n" : "");
			html_raw(v, "<tr><th colspan=\"4\" scope=\"rowgroup\">");
			html_level(v, "level_short", c[i].top);
			html_raw(v, "</th></tr>\n");
		}
		put_line(v, &c[i], i + 1);
		if (view_ready(v, e) != 0)
			return -1;
	}
	html_raw(v, "</tbody>\n</table>\n</nav>\n");
	return 0;
}
