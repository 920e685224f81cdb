#include "rest.h"

#include "json.h"

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

static void
open_section(struct view *v, const char *id, enum text_key name)
{
	html_tag(v, "<section id=\"", str_from(id), "\" aria-labelledby=\"");
	html_tag(v, "", str_from(id), "-name\">\n<h2 id=\"");
	html_tag(v, "", str_from(id), "-name\">");
	html_text(v, name);
	html_raw(v, "</h2>\n");
}

int
rest_put_notes(struct view *v, struct err *e)
{
	static const enum text_key column[] = { TEXT_notes_who,
		TEXT_notes_count };
	const struct ranking *r = &v->rank;

	if (!r->n_noted)
		return 0;
	open_section(v, "notes", TEXT_notes);
	html_tag(v, "<details>\n<summary>", text_count(&v->text, TEXT_n_notes,
	    v->store.n[LEVEL_NOTE]), "</summary>\n");
	html_tag(v, "<p>", text_get(&v->text, TEXT_notes_why), "</p>\n");
	rest_table(v, column, COUNT(column), "narrow");
	for (size_t i = 0; i < r->n_noted; i++) {
		html_raw(v, "<tr><th scope=\"row\">");
		html_bdi(v, view_name(v, r->noted[i]));
		html_raw(v, "</th><td class=\"n\">");
		html_number(v, (int64_t)r->noted[i]->n[LEVEL_NOTE]);
		html_raw(v, "</td></tr>\n");
		if (view_ready(v, e) != 0)
			return -1;
	}
	html_raw(v, "</tbody>\n</table>\n</details>\n</section>\n");
	return 0;
}

/* "12 Oct 2024 to 3 Nov 2024", or nothing. */
static void
put_span(struct view *v, const struct cover *c)
{
	if (c->from.known && c->to.known)
		html_put(v, text_fill(&v->text, TEXT_span, TEXT_ARGS(
		    text_day(&v->text, &c->from.t),
		    text_day(&v->text, &c->to.t))));
	else
		html_text(v, TEXT_no_value);
}

static void
put_account(struct view *v, struct str platform, struct str handle,
    struct str id, struct str url)
{
	struct str name = handle.n ? handle : url.n ? url : id;

	html_put(v, text_name(&v->text, "platform", platform));
	html_raw(v, " ");
	html_link(v, url, name);
}

static void
put_cover(struct view *v, const struct cover *c, yyjson_val *root)
{
	yyjson_val *items = yyjson_obj_get(root, "items");
	struct str detail = json_get(root, "detail");

	html_raw(v, c->seen ? "<tr><td><span class=\"state seen\">"
	                    : "<tr class=\"gap\"><td><span class=\"state\">");
	html_tag(v, "", text_name(&v->text, "state", c->state), "</span>");
	if (detail.n) {
		html_raw(v, "<br><small>");
		html_bdi(v, detail);
		html_raw(v, "</small>");
	}
	html_raw(v, "</td><th scope=\"row\">");
	put_account(v, c->platform, c->handle, c->id, c->url);
	html_raw(v, "</th><td>");
	html_bdi(v, view_owner(v, c));
	if (str_eq(c->role, STR("candidate")))
		html_tag(v, " <span class=\"tag\">", text_get(&v->text,
		    TEXT_candidate_account), "</span>");
	html_raw(v, "</td>");
	html_cell(v, TEXT_items, "n");
	if (yyjson_is_uint(items))
		html_number(v, yyjson_get_sint(items));
	else
		html_text(v, TEXT_no_value);
	html_raw(v, "</td>");
	html_cell(v, TEXT_asked, NULL);
	put_span(v, c);
	html_raw(v, "</td>");
	html_cell(v, TEXT_captured, NULL);
	html_time(v, &c->captured);
	html_raw(v, "</td></tr>\n");
}

/* A declared account no coverage record speaks of. */
static void
put_unasked(struct view *v, const struct declared *d)
{
	const struct account *a = &d->account;
	const struct cover as = { .owner = d->owner,
		.role = d->employee == ROSTER_NOBODY ? STR("candidate")
		                                     : STR("employee") };

	html_tag(v, "<tr class=\"gap\"><td><span class=\"state\">",
	    text_get(&v->text, TEXT_never_asked), "</span></td>"
	    "<th scope=\"row\">");
	put_account(v, a->platform, a->handle, a->id, a->url);
	html_raw(v, "</th><td>");
	html_bdi(v, view_owner(v, &as));
	html_raw(v, "</td><td></td><td></td><td></td></tr>\n");
}

int
rest_put_coverage(struct view *v, struct err *e)
{
	static const enum text_key column[] = { TEXT_state, TEXT_account,
		TEXT_owner, TEXT_items, TEXT_asked, TEXT_captured };
	const struct ranking *r = &v->rank;
	yyjson_doc *doc;

	open_section(v, "coverage", TEXT_coverage);
	if (!r->n_covers) {
		html_tag(v, "<p>", text_get(&v->text, TEXT_coverage_none),
		    "</p>\n</section>\n");
		return 0;
	}
	html_tag(v, "<p>", text_get(&v->text, TEXT_unseen_means), "</p>\n");
	rest_table(v, column, COUNT(column), "coverage");
	for (size_t i = 0; i < v->census.n_unasked; i++) {
		put_unasked(v, v->census.unasked[i]);
		if (view_ready(v, e) != 0)
			return -1;
	}
	for (size_t i = 0; i < r->n_covers; i++) {
		if (view_record(v, r->covers[i]->line, &doc, e) != 0)
			return -1;
		put_cover(v, r->covers[i], yyjson_doc_get_root(doc));
		if (view_ready(v, e) != 0)
			return -1;
	}
	html_raw(v, "</tbody>\n</table>\n</section>\n");
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

	open_section(v, "units", TEXT_units);
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
