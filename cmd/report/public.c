#include "public.h"

#include "cases.h"
#include "picture.h"
#include "rest.h"

static void
put_paragraph(struct view *v, const char *class, struct str s)
{
	html_tag(v, "<p class=\"", str_from(class), "\">");
	html_put(v, s);
	html_raw(v, "</p>\n");
}

static void
put_numbers(struct view *v)
{
	const struct store *s = &v->store;
	struct text *t = &v->text;
	struct str part[6];
	size_t n = 0;

	part[n++] = view_count(v, TEXT_n_activities, store_acts(s));
	part[n++] = view_count(v, TEXT_n_indications, s->n[LEVEL_INDICATION]);
	part[n++] = view_count(v, TEXT_n_checks, s->n[LEVEL_CHECK]);
	part[n++] = view_count(v, TEXT_n_cases, v->book.n);
	if (v->rank.n_covers)
		part[n++] = view_seen(v);
	html_numbers(v, part, n);
	put_paragraph(v, "aside", text_get(t, TEXT_public_note));
	html_raw(v, "</section>\n");
}

int
public_put(struct view *v, struct err *e)
{
	put_numbers(v);
	if (view_ready(v, e) != 0 || picture_put(v, e) != 0)
		return -1;
	return rest_put_units(v, e);
}

static void
put_rights(struct view *v)
{
	static const enum text_key right[] = { TEXT_subject_right_see,
		TEXT_subject_right_explain, TEXT_subject_right_dispute,
		TEXT_subject_right_correct, TEXT_subject_right_human };
	struct str contact = v->office.contact;

	if (str_starts(contact, STR("mailto:")))
		contact = str_skip(contact, 7);
	html_tag(v, "<section id=\"rights\" aria-labelledby=\"rights-name\">\n"
	    "<h2 id=\"rights-name\">", text_get(&v->text, TEXT_subject_rights),
	    "</h2>\n<ul>\n");
	for (size_t i = 0; i < sizeof(right) / sizeof(right[0]); i++)
		html_tag(v, "<li>", text_get(&v->text, right[i]), "</li>\n");
	html_raw(v, "</ul>\n");
	put_paragraph(v, "next", text_fill(&v->text, TEXT_subject_answer,
	    TEXT_ARGS(contact.n ? contact : v->office.name)));
	html_raw(v, "</section>\n");
}

int
public_put_subject(struct view *v, struct err *e)
{
	struct ranking *r = &v->rank;
	size_t at = 0;

	html_tag(v, "<section aria-labelledby=\"subject-name\">\n"
	    "<h2 id=\"subject-name\">", text_get(&v->text, TEXT_subject_title),
	    "</h2>\n");
	put_paragraph(v, "human", text_get(&v->text, TEXT_subject_intro));
	while (at < r->n_employees &&
	    !str_eq(r->cases[at].person->id, v->subject))
		at++;
	if (at == r->n_employees)
		put_paragraph(v, "next", text_get(&v->text, TEXT_subject_none));
	html_raw(v, "</section>\n");
	put_rights(v);
	if (view_ready(v, e) != 0)
		return -1;
	if (at == r->n_employees)
		return 0;
	r->cases += at;
	r->n_cases = r->n_employees = 1;
	return cases_put(v, e);
}
