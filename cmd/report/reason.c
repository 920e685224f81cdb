#include "reason.h"

#include "json.h"
#include "law.h"

/* Is it marked in the words of the act as the page shows them? */
static bool
is_shown(yyjson_val *because)
{
	static const struct str shown[] = { { "object.content", 14 },
		{ "object.name", 11 }, { "object.quote.", 13 } };
	struct str field = json_get(because, "field");

	for (size_t i = 0; i < sizeof(shown) / sizeof(shown[0]); i++)
		if (str_starts(field, shown[i]))
			return true;
	return false;
}

/* The words it rests on, each once: all of them where several rules share the
 * marks, else those that are marked nowhere. */
static void
put_quoted(struct view *v, yyjson_val *because, bool alone)
{
	yyjson_val *one, *before;
	size_t i, j, max, jmax;
	bool any = false, twice;

	yyjson_arr_foreach(because, i, max, one) {
		struct str words = json_get(one, "text");

		twice = !words.n || (alone && is_shown(one));
		yyjson_arr_foreach(because, j, jmax, before)
			twice |= j < i && str_eq(json_get(before, "text"),
			    words);
		if (twice)
			continue;
		if (!any)
			html_tag(v, " ", text_get(&v->text, TEXT_quoted), "");
		html_tag(v, any ? ", <q>" : ": <q>", words, "</q>");
		any = true;
	}
	if (any)
		html_raw(v, ".");
}

static void
put_target(struct view *v, yyjson_val *finding)
{
	struct str id = json_get(finding, "target");
	bool oppose = str_eq(json_get(finding, "stance"), STR("oppose"));

	if (id.n)
		html_tag(v, " ", text_fill(&v->text, oppose ? TEXT_opposes
		    : TEXT_supports, TEXT_ARGS(view_ticket(v, id))), ".");
}

/* Item and law in one line, which leads to all that is told of the rule; the
 * person concerned reads its title here, too. */
static void
put_cited(struct view *v, yyjson_val *rule, size_t number)
{
	struct str item = json_get(rule, "item");

	html_tag(v, "<p><a href=#r", text_number(&v->text,
	    (int64_t)number), ">");
	html_put(v, text_fill(&v->text, TEXT_item, TEXT_ARGS(item.n ? item
	    : json_get(rule, "rule"))));
	html_raw(v, "</a> ");
	if (v->audience == AUDIENCE_SUBJECT)
		html_tag(v, "", text_both(&v->text, yyjson_obj_get(rule,
		    "title")), ". ");
	law_put_line(v, yyjson_obj_get(rule, "law"));
	html_raw(v, "\n");
}

static void
put_finding(struct view *v, yyjson_val *f, size_t number, bool alone)
{
	html_tag(v, "<p>", text_both(&v->text, yyjson_obj_get(f, "explain")),
	    "");
	put_target(v, f);
	put_quoted(v, yyjson_obj_get(f, "because"), alone);
	html_raw(v, "\n");
	put_cited(v, f, number);
}

void
reason_put_findings(struct view *v, const struct act *a, yyjson_val *score)
{
	yyjson_val *list = yyjson_obj_get(score, "findings"), *one;
	size_t i, max;

	yyjson_arr_foreach(list, i, max, one)
		put_finding(v, one, law_cite(v, a, "findings", i, one),
		    max == 1);
}

void
reason_put_against(struct view *v, yyjson_val *score)
{
	yyjson_val *list = yyjson_obj_get(score, "guards"), *one;
	size_t i, max;

	html_tag(v, "<p class=against><b>", text_get(&v->text,
	    TEXT_against), ":</b> ");
	if (!yyjson_arr_size(list))
		html_text(v, TEXT_against_none);
	yyjson_arr_foreach(list, i, max, one) {
		struct str words = text_both(&v->text, yyjson_obj_get(one,
		    "text"));

		if (i)
			html_text(v, TEXT_separator);
		html_put(v, words.n ? words : json_get(one, "id"));
		if (json_get(one, "quote").n)
			html_tag(v, " <q>", json_get(one, "quote"), "</q>");
	}
	html_raw(v, "\n");
}

void
reason_put_permitted(struct view *v, const struct act *a, yyjson_val *score)
{
	yyjson_val *list = yyjson_obj_get(score, "permitted"), *one;
	size_t i, max;

	yyjson_arr_foreach(list, i, max, one) {
		struct str explain = text_both(&v->text, yyjson_obj_get(one,
		    "explain"));

		html_tag(v, "<p><b>", text_get(&v->text,
		    TEXT_permitted), ":</b> ");
		html_put(v, text_both(&v->text, yyjson_obj_get(one, "title")));
		if (explain.n)
			html_tag(v, ". ", explain, "");
		html_raw(v, "\n");
		if (yyjson_arr_size(yyjson_obj_get(one, "law")))
			put_cited(v, one, law_cite(v, a, "permitted", i, one));
	}
}

/* "−15", with the sign that is as wide as a digit. */
static void
put_points(struct view *v, yyjson_val *weight)
{
	int64_t n = yyjson_get_sint(weight);

	html_raw(v, n < 0 ? "−" : "");
	html_number(v, n < 0 ? -n : n);
	html_raw(v, " ");
}

void
reason_put_weight(struct view *v, yyjson_val *score)
{
	yyjson_val *list = yyjson_obj_get(score, "parts"), *one;
	yyjson_val *weight = yyjson_obj_get(score, "weight");
	size_t i, max;

	html_tag(v, "<details><summary>", text_fill(&v->text, TEXT_weight,
	    TEXT_ARGS(text_number(&v->text, yyjson_get_sint(weight)))),
	    "</summary>");
	yyjson_arr_foreach(list, i, max, one) {
		struct str words = text_both(&v->text, yyjson_obj_get(one,
		    "text"));

		if (i)
			html_text(v, TEXT_separator);
		put_points(v, yyjson_obj_get(one, "weight"));
		html_put(v, words.n ? words : json_get(one, "id"));
	}
	html_raw(v, "</details>\n");
}
