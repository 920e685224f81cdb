#include "cases.h"

#include "act.h"

/* The name, and what an office knows a person by. */
static void
put_who(struct view *v, const struct actor *p)
{
	const struct employee *who = view_employee(v, p);

	html_raw(v, "<dl class=\"who\">\n");
	if (p->employee)
		html_term(v, TEXT_employee_id, p->id);
	else
		html_term(v, TEXT_account, text_name(&v->text, "platform",
		    p->platform));
	html_term(v, TEXT_unit, who && who->unit.n ? who->unit : p->unit);
	if (who)
		html_term(v, TEXT_position, who->position);
	html_term(v, TEXT_category, who && who->category.n ? who->category
	                                                   : p->category);
	html_raw(v, "</dl>\n");
}

static void
put_next(struct view *v, const struct standing *c)
{
	enum text_key next = c->top == LEVEL_INDICATION ? TEXT_next_indication
	                                                : TEXT_next_check;

	if (c->n_filed == c->n_acts)
		return;
	if (!c->person->employee)
		next = TEXT_next_undeclared;
	html_raw(v, "<p class=\"next\"><strong>");
	html_text(v, next);
	html_raw(v, "</strong>");
	if (c->first.known) {
		html_raw(v, " ");
		html_put(v, text_fill(&v->text, TEXT_known_since,
		    TEXT_ARGS(view_since(v, &c->first))));
	}
	html_raw(v, "</p>\n");
}

static void
put_header(struct view *v, const struct standing *c, size_t number)
{
	const char *class = c->top == LEVEL_INDICATION ? "indication" : "check";
	struct str n = text_number(&v->text, (int64_t)number);

	html_tag(v, "<section class=\"case ", str_from(class), "\" id=\"k");
	html_tag(v, "", n, "\" aria-labelledby=\"k");
	html_tag(v, "", n, "-name\">\n<header>\n<p class=\"chips\">");
	html_level(v, "level", c->top);
	html_raw(v, " <span>");
	html_put(v, text_count(&v->text, TEXT_n_acts, c->n_acts));
	html_tag(v, "</span></p>\n<h3 id=\"k", n, "-name\">");
	html_bdi(v, view_name(v, c->person));
	html_raw(v, "</h3>\n");
	put_who(v, c->person);
	put_next(v, c);
	html_raw(v, "</header>\n");
}

static int
put_case(struct view *v, const struct standing *c, size_t number,
    struct err *e)
{
	put_header(v, c, number);
	if (view_ready(v, e) != 0)
		return -1;
	for (size_t i = 0; i < c->n_acts; i++) {
		if (act_put(v, c->acts[i], c->top, e) != 0 || view_ready(v, e) != 0)
			return -1;
	}
	html_raw(v, "</section>\n");
	return 0;
}

int
cases_put(struct view *v, struct err *e)
{
	const struct ranking *r = &v->rank;

	html_raw(v, "<section id=\"cases\" aria-labelledby=\"cases-name\">\n"
	    "<h2 id=\"cases-name\">");
	html_text(v, TEXT_cases);
	html_raw(v, "</h2>\n");
	if (!r->n_cases)
		html_tag(v, "<p>", text_get(&v->text, TEXT_cases_none),
		    "</p>\n");
	if (r->n_cases > r->n_employees)
		html_tag(v, "<p class=\"note\">", text_get(&v->text,
		    v->has_roster ? TEXT_undeclared_note : TEXT_no_roster),
		    "</p>\n");
	for (size_t i = 0; i < r->n_cases; i++)
		if (put_case(v, &r->cases[i], i + 1, e) != 0)
			return -1;
	html_raw(v, "</section>\n");
	return 0;
}
