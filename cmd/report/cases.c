#include "cases.h"

#include "act.h"
#include "law.h"

/* What an office knows a person by: "19681808...; Dinas Pendidikan; PNS". */
static void
put_who(struct view *v, const struct actor *p)
{
	const struct employee *who = view_employee(v, p);
	const struct str about[] = {
		p->employee ? p->id : text_name(&v->text, "platform",
		    p->platform),
		who && who->unit.n ? who->unit : p->unit,
		who ? who->position : STR(""),
		who && who->category.n ? who->category : p->category,
	};

	html_raw(v, "<p>");
	for (size_t i = 0; i < sizeof(about) / sizeof(about[0]); i++)
		if (about[i].n)
			html_tag(v, i ? " · " : "", about[i], "");
	html_raw(v, "\n"); /* what follows ends a <p> */
}

/* What the office does next; the person concerned reads since when only. */
static void
put_next(struct view *v, const struct standing *c,
    const struct moment *unasked)
{
	enum text_key next = !c->person->employee ? TEXT_next_undeclared
	    : c->top == LEVEL_INDICATION ? TEXT_next_indication
	                                 : TEXT_next_check;

	if (c->n_filed == c->n_acts)
		return;
	html_raw(v, "<p>");
	if (v->audience == AUDIENCE_OFFICER) {
		html_tag(v, "<b>", text_get(&v->text, next), "");
		if (unasked)
			html_tag(v, " ", view_report_said(v, unasked), "");
		html_raw(v, "</b> ");
	}
	if (c->first.known)
		html_put(v, text_fill(&v->text, TEXT_known_since, TEXT_ARGS(
		    view_since(v, &c->first))));
	else if (v->audience == AUDIENCE_OFFICER)
		html_text(v, TEXT_known_not);
	html_raw(v, "\n");
}

static void
put_header(struct view *v, const struct standing *c, size_t number,
    const struct moment *unasked)
{
	html_tag(v, c->top == LEVEL_INDICATION ? "<div id=k"
	    : "<div class=check id=k", text_number(&v->text,
	    (int64_t)number), "><p class=chip>");
	html_put(v, text_name(&v->text, "level", c->top == LEVEL_INDICATION
	        ? STR("indication") : STR("check")));
	if (c->n_acts > 1)
		html_tag(v, " · ", text_count(&v->text, TEXT_n_acts, c->n_acts),
		    "");
	html_tag(v, "\n<h3>", view_name(v, c->person), "</h3>\n");
	put_who(v, c->person);
	put_next(v, c, unasked);
}

/* Since when the first known of those acts is known that have no case; or NULL. */
static const struct moment *
first_unasked(const struct standing *c)
{
	const struct moment *first = NULL;

	for (size_t i = 0; i < c->n_acts; i++) {
		const struct moment *m = &c->acts[i]->first;

		if (!c->acts[i]->file && m->known &&
		    (!first || store_newer(first, m)))
			first = m;
	}
	return first;
}

static int
put_case(struct view *v, const struct standing *c, size_t number,
    struct err *e)
{
	const struct moment *unasked = first_unasked(c);
	int32_t by = unasked ? view_report_by(v, unasked) : DAY_NONE;

	put_header(v, c, number, unasked);
	if (view_ready(v, e) != 0)
		return -1;
	for (size_t i = 0; i < c->n_acts; i++)
		if (act_put(v, c->acts[i], c->top, by, e) != 0 ||
		    view_ready(v, e) != 0)
			return -1;
	html_raw(v, "</div>\n");
	return 0;
}

int
cases_put(struct view *v, struct err *e)
{
	const struct ranking *r = &v->rank;

	html_raw(v, "<section id=\"cases\" aria-labelledby=\"cases-name\">\n"
	    "<h2 id=\"cases-name\">");
	html_text(v, v->audience == AUDIENCE_SUBJECT ? TEXT_subject_acts
	                                             : TEXT_cases);
	html_raw(v, "</h2>\n");
	if (!r->n_cases)
		html_tag(v, "<p>", text_get(&v->text, TEXT_cases_none),
		    "</p>\n");
	else
		html_tag(v, "<p class=\"aside\">", text_get(&v->text,
		    TEXT_cases_how), "");
	if (r->n_cases && v->audience == AUDIENCE_OFFICER &&
	    due_differs(&v->due, DUE_REPORT))
		html_tag(v, " ", text_get(&v->text, TEXT_other_why), "");
	html_raw(v, r->n_cases ? "</p>\n" : "");
	if (r->n_cases > r->n_employees)
		html_tag(v, "<p class=\"note\">", text_get(&v->text,
		    v->has_roster ? TEXT_undeclared_note : TEXT_no_roster),
		    "</p>\n");
	for (size_t i = 0; i < r->n_cases; i++)
		if (put_case(v, &r->cases[i], i + 1, e) != 0)
			return -1;
	html_raw(v, "</section>\n");
	return law_put(v, e);
}
