#include "rest.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

void
rest_table(struct view *v, const enum text_key *columns, size_t n,
    const char *class)
{
	html_tag(v, "<table class=\"", str_from(class), "\">\n<thead><tr>");
	for (size_t i = 0; i < n; i++)
		html_tag(v, "<th scope=\"col\">", text_get(&v->text,
		    columns[i]), "</th>");
	html_raw(v, "</tr></thead>\n<tbody>\n");
}

void
rest_section(struct view *v, const char *id, enum text_key name)
{
	html_tag(v, "<section id=\"", str_from(id), "\" aria-labelledby=\"");
	html_tag(v, "", str_from(id), "-name\">\n<h2 id=\"");
	html_tag(v, "", str_from(id), "-name\">");
	html_text(v, name);
	html_raw(v, "</h2>\n");
}

static void
put_noted(struct view *v, struct str name, size_t n)
{
	html_raw(v, "<tr><th scope=\"row\">");
	html_bdi(v, name);
	html_raw(v, "</th><td class=\"n\">");
	html_number(v, (int64_t)n);
	html_raw(v, "</td></tr>\n");
}

int
rest_put_notes(struct view *v, struct err *e)
{
	static const enum text_key column[] = { TEXT_notes_who,
		TEXT_notes_count };
	const struct ranking *r = &v->rank;

	if (!v->store.n[LEVEL_NOTE])
		return 0;
	rest_section(v, "notes", TEXT_notes);
	html_tag(v, "<details>\n<summary>", text_count(&v->text, TEXT_n_notes,
	    v->store.n[LEVEL_NOTE]), "</summary>\n");
	html_tag(v, "<p>", text_get(&v->text, TEXT_notes_why), "</p>\n");
	rest_table(v, column, COUNT(column), "narrow");
	for (size_t i = 0; i < r->n_noted; i++) {
		put_noted(v, view_name(v, r->noted[i]), r->noted[i]->notes);
		if (view_ready(v, e) != 0)
			return -1;
	}
	if (v->store.others_notes)
		put_noted(v, text_get(&v->text, TEXT_notes_others),
		    v->store.others_notes);
	html_raw(v, "</tbody>\n</table>\n</details>\n</section>\n");
	return 0;
}

static void
put_unit(struct view *v, const struct unit *u, struct str name)
{
	struct text *t = &v->text;

	html_raw(v, "<tr><th scope=\"row\">");
	html_bdi(v, name);
	html_tag(v, "</th><td class=\"n\">", view_number(v,
	    u->employees), "</td><td class=\"n\">");
	html_tag(v, "", view_number(v, u->pledged),
	    "</td><td class=\"n\">");
	html_tag(v, "", v->has_accounts ? view_number(v,
	    u->with_account) : text_get(t, TEXT_no_value),
	    "</td></tr>\n");
}

int
rest_put_units(struct view *v, struct err *e)
{
	static const enum text_key column[] = { TEXT_unit,
		TEXT_units_employees, TEXT_units_pledged,
		TEXT_units_accounts };
	const struct census *c = &v->census;

	rest_section(v, "units", TEXT_units);
	if (!v->has_roster) {
		html_tag(v, "<p>", text_get(&v->text, TEXT_units_none),
		    "</p>\n</section>\n");
		return 0;
	}
	rest_table(v, column, COUNT(column), "units");
	for (size_t i = 0; i < c->n_units; i++) {
		put_unit(v, &c->units[i], c->units[i].name.n
		    ? c->units[i].name : text_get(&v->text,
		        TEXT_unit_unknown));
		if (view_ready(v, e) != 0)
			return -1;
	}
	html_raw(v, "</tbody>\n<tfoot>\n");
	put_unit(v, &c->all, text_get(&v->text, TEXT_units_total));
	html_raw(v, "</tfoot>\n</table>\n</section>\n");
	return view_ready(v, e);
}
