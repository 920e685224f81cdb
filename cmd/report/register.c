#include "register.h"

#include <stdlib.h>

#include "rates.h"
#include "rest.h"

/* "2024-11-25" of the report's own day, to compare deadlines with. */
static bool
is_late(const struct view *v, struct str due)
{
	int32_t day;

	return v->now.known && day_parse(due, &day) &&
	    instant_day(&v->now.t, v->text.zone) > day;
}

size_t
register_open(const struct view *v, const char *state, struct str *first,
    size_t *late)
{
	size_t n = 0;

	*first = (struct str){ 0 };
	*late = 0;
	for (size_t i = 0; i < v->book.n; i++) {
		const struct dossier *d = &v->book.v[i];

		if (book_closed(d) ||
		    (state && !str_eq(d->state, str_from(state))))
			continue;
		n++;
		*late += is_late(v, d->due);
		if (!first->n || str_cmp(d->due, *first) < 0)
			*first = d->due;
	}
	return n;
}

struct str
register_next(const struct view *v)
{
	struct str first = { 0 };

	for (size_t i = 0; i < v->book.n; i++) {
		const struct dossier *d = &v->book.v[i];

		if (!book_closed(d) && !is_late(v, d->due) &&
		    (!first.n || str_cmp(d->due, first) < 0))
			first = d->due;
	}
	return first;
}

/* "due 23 Nov 2024 (working days: 25 Nov 2024)" */
static struct str
due_said(struct view *v, enum text_key how, const struct dossier *d)
{
	int32_t other;

	if (!day_parse(d->due_other, &other))
		other = DAY_NONE;
	return text_fill(&v->text, is_late(v, d->due) ? TEXT_case_late : how,
	    TEXT_ARGS(view_date(v, d->due), view_other(v, str_eq(d->state,
	        STR("extended")) ? DUE_EXTEND : DUE_HANDLE, other)));
}

static void
put_state(struct view *v, const struct dossier *d)
{
	struct text *t = &v->text;
	struct str state = text_name(t, "case_state", d->outcome.n ? d->outcome
	                                                          : d->state);

	html_tag(v, "<p class=\"next\"><strong>", text_fill(t, TEXT_case_state,
	    TEXT_ARGS(d->id, state)), "</strong>");
	if (v->audience == AUDIENCE_OFFICER) { /* what the office does next */
		if (!book_closed(d) && d->due.n)
			html_tag(v, " <span class=\"state\">", due_said(v,
			    TEXT_case_due, d), "</span>");
		html_tag(v, " ", text_name(t, "case_next", d->state), "");
	}
	html_raw(v, "</p>\n");
	if (str_eq(d->state, STR("held")))
		html_tag(v, "<p class=\"human\">", text_get(t, TEXT_dispute),
		    "</p>\n");
}

static void
put_deed(struct view *v, const struct deed *deed)
{
	struct text *t = &v->text;

	html_tag(v, "<li>", view_date(v, deed->time), ": ");
	html_put(v, text_name(t, "case_state", deed->outcome.n ? deed->outcome
	                                                      : deed->what));
	if (deed->kind.n)
		html_tag(v, "; ", text_fill(t, TEXT_said, TEXT_ARGS(text_name(t,
		    "answer", deed->kind))), "");
	html_tag(v, " <span class=\"aside\">", deed->by, "</span></li>\n");
}

static void
put_history(struct view *v, const struct dossier *d)
{
	html_tag(v, "<details class=\"history\">\n<summary>", text_get(&v->text,
	    TEXT_history), "</summary>\n<ol>\n");
	for (const struct deed *deed = d->first; deed; deed = deed->next)
		if (!str_eq(deed->what, STR("looked")))
			put_deed(v, deed);
	html_raw(v, "</ol>\n</details>\n");
}

void
register_put_act(struct view *v, const struct act *a, int32_t above)
{
	int32_t by = view_report_by(v, &a->first);

	if (a->file) {
		put_state(v, a->file);
		put_history(v, a->file);
	} else if (by != DAY_NONE && by != above &&
	    v->audience == AUDIENCE_OFFICER) {
		html_tag(v, "<p class=\"next\">", view_report_said(v,
		    &a->first), "</p>\n");
	}
}

static int
by_due(const void *va, const void *vb)
{
	const struct dossier *a = *(const struct dossier *const *)va;
	const struct dossier *b = *(const struct dossier *const *)vb;
	int d = book_closed(a) - book_closed(b);

	if (!d)
		d = str_cmp(a->due, b->due);
	return d ? d : str_cmp(a->id, b->id);
}

static void
put_line(struct view *v, const struct dossier *d)
{
	struct text *t = &v->text;
	struct str dash = text_get(t, TEXT_no_value);

	html_tag(v, "<tr><th scope=\"row\"><code>", d->id, "</code></th>");
	html_tag(v, "<td>", text_name(t, "case_state", d->outcome.n
	        ? d->outcome : d->state), "");
	if (d->answer.n)
		html_tag(v, "; ", text_fill(t, TEXT_said, TEXT_ARGS(text_name(t,
		    "answer", d->answer))), "");
	html_tag(v, "</td><td>", view_date(v, d->known), "</td><td>");
	if (book_closed(d))
		html_put(v, dash);
	else
		html_tag(v, is_late(v, d->due) ? "<span class=\"state\">"
		    : "<span>", due_said(v, TEXT_case_until, d), "</span>");
	html_raw(v, "</td></tr>\n");
}

int
register_put(struct view *v, struct err *e)
{
	static const enum text_key column[] = { TEXT_register_case, TEXT_state,
		TEXT_list_since, TEXT_register_due };
	const struct dossier **list;
	struct book *b = &v->book;

	if (!b->n && !b->unfinished) /* a look makes no case */
		return 0;
	list = arena_alloc(&b->mem, sizeof(*list), b->n + 1);
	if (!list)
		return err_nomem(e);
	for (size_t i = 0; i < b->n; i++)
		list[i] = &b->v[i];
	qsort(list, b->n, sizeof(*list), by_due);
	html_tag(v, "<section id=\"register\" aria-labelledby=\"register-name\">"
	    "\n<h2 id=\"register-name\">", text_get(&v->text, TEXT_register),
	    "</h2>\n<p class=\"aside\">");
	html_text(v, TEXT_register_note);
	if (v->rank.n_closed) {
		html_raw(v, " ");
		html_put(v, text_fill(&v->text, TEXT_closed_count, TEXT_ARGS(
		    text_count(&v->text, TEXT_n_acts, v->rank.n_closed))));
	}
	html_raw(v, "</p>\n");
	if (b->unfinished)
		html_tag(v, "<p class=\"human\">", text_get(&v->text,
		    TEXT_unfinished), "</p>\n");
	rest_table(v, column, sizeof(column) / sizeof(column[0]), "list");
	for (size_t i = 0; i < b->n; i++) {
		put_line(v, list[i]);
		if (view_ready(v, e) != 0)
			return -1;
	}
	html_raw(v, "</tbody>\n</table>\n");
	if (rates_put(v, e) != 0)
		return -1;
	html_raw(v, "</section>\n");
	return view_ready(v, e);
}
