#include "reason.h"

#include "json.h"

/* Words that are quoted, each once. */
static void
put_quoted(struct view *v, yyjson_val *because)
{
	yyjson_val *one, *before;
	size_t i, j, max, jmax;
	bool any = false, twice;

	yyjson_arr_foreach(because, i, max, one) {
		struct str words = json_get(one, "text");

		twice = !words.n;
		yyjson_arr_foreach(because, j, jmax, before)
			twice |= j < i && str_eq(json_get(before, "text"),
			    words);
		if (twice)
			continue;
		if (!any)
			html_term_open(v, TEXT_quoted);
		html_raw(v, any ? ", <q><bdi>" : "<q><bdi>");
		html_put(v, words);
		html_raw(v, "</bdi></q>");
		any = true;
	}
	if (any)
		html_raw(v, "</dd>\n");
}

static void
put_law(struct view *v, yyjson_val *law)
{
	yyjson_val *one;
	size_t i, max;

	html_raw(v, "<ul class=\"law\">\n");
	yyjson_arr_foreach(law, i, max, one) {
		struct str url = json_get(one, "url");

		html_raw(v, "<li>");
		html_put(v, text_both(&v->text, yyjson_obj_get(one,
		    "instrument")));
		html_tag(v, " ", text_both(&v->text, yyjson_obj_get(one,
		    "article")), " ");
		if (url.n)
			html_link(v, url, text_get(&v->text, TEXT_source));
		html_tag(v, " <span class=\"tag\">", text_name(&v->text,
		    "mark", json_get(one, "mark")), "</span></li>\n");
	}
	html_raw(v, "</ul>");
}

static void
put_target(struct view *v, yyjson_val *finding)
{
	struct str id = json_get(finding, "target");
	bool oppose = str_eq(json_get(finding, "stance"), STR("oppose"));

	if (!id.n)
		return;
	html_term_open(v, TEXT_target);
	html_bdi(v, view_target(v, id));
	html_tag(v, " <span class=\"tag\">", text_get(&v->text, oppose
	    ? TEXT_opposes : TEXT_supports), "</span></dd>\n");
}

static void
put_sanction(struct view *v, yyjson_val *finding)
{
	struct str s = text_both(&v->text, yyjson_obj_get(finding,
	    "sanction"));

	if (!s.n)
		return;
	html_term_open(v, TEXT_sanction);
	html_bdi(v, s);
	html_tag(v, " <span class=\"aside\">", text_get(&v->text,
	    TEXT_sanction_note), "</span></dd>\n");
}

static void
put_finding(struct view *v, yyjson_val *f)
{
	struct str explain = text_both(&v->text, yyjson_obj_get(f, "explain"));
	struct str item = json_get(f, "item");

	if (!item.n)
		item = json_get(f, "rule");
	html_tag(v, "<div class=\"finding\">\n<p class=\"rule\"><b>",
	    text_fill(&v->text, TEXT_item, TEXT_ARGS(item)), "</b> ");
	html_put(v, text_both(&v->text, yyjson_obj_get(f, "title")));
	html_tag(v, " <span class=\"tag\">", text_name(&v->text, "tier",
	    json_get(f, "tier")), "</span></p>\n");
	if (explain.n)
		html_tag(v, "<p>", explain, "</p>\n");
	html_raw(v, "<dl>\n");
	put_target(v, f);
	put_quoted(v, yyjson_obj_get(f, "because"));
	if (yyjson_arr_size(yyjson_obj_get(f, "law"))) {
		html_term_open(v, TEXT_law);
		put_law(v, yyjson_obj_get(f, "law"));
		html_raw(v, "</dd>\n");
	}
	put_sanction(v, f);
	html_term(v, TEXT_decides, text_both(&v->text, yyjson_obj_get(f,
	    "decides")));
	html_raw(v, "</dl>\n</div>\n");
}

void
reason_put_findings(struct view *v, yyjson_val *score)
{
	yyjson_val *list = yyjson_obj_get(score, "findings"), *one;
	size_t i, max;

	if (!yyjson_arr_size(list))
		return;
	html_tag(v, "<h5>", text_get(&v->text, TEXT_why), "</h5>\n");
	yyjson_arr_foreach(list, i, max, one)
		put_finding(v, one);
}

void
reason_put_against(struct view *v, yyjson_val *score)
{
	yyjson_val *list = yyjson_obj_get(score, "guards"), *one;
	size_t i, max;

	html_tag(v, "<div class=\"against\">\n<h5>", text_get(&v->text,
	    TEXT_against), "</h5>\n");
	if (!yyjson_arr_size(list)) {
		html_tag(v, "<p>", text_get(&v->text, TEXT_against_none),
		    "</p>\n</div>\n");
		return;
	}
	html_raw(v, "<ul>\n");
	yyjson_arr_foreach(list, i, max, one) {
		struct str words = text_both(&v->text, yyjson_obj_get(one,
		    "text"));

		html_tag(v, "<li>", words.n ? words : json_get(one, "id"), "");
		if (json_get(one, "quote").n)
			html_tag(v, ": <q><bdi>", json_get(one, "quote"),
			    "</bdi></q>");
		html_raw(v, "</li>\n");
	}
	html_raw(v, "</ul>\n</div>\n");
}

void
reason_put_permitted(struct view *v, yyjson_val *score)
{
	yyjson_val *list = yyjson_obj_get(score, "permitted"), *one;
	size_t i, max;

	if (!yyjson_arr_size(list))
		return;
	html_tag(v, "<h5>", text_get(&v->text, TEXT_permitted),
	    "</h5>\n<ul>\n");
	yyjson_arr_foreach(list, i, max, one) {
		struct str explain = text_both(&v->text, yyjson_obj_get(one,
		    "explain"));

		html_tag(v, "<li>", text_both(&v->text, yyjson_obj_get(one,
		    "title")), "");
		if (explain.n)
			html_tag(v, ": ", explain, "");
		if (yyjson_arr_size(yyjson_obj_get(one, "law")))
			put_law(v, yyjson_obj_get(one, "law"));
		html_raw(v, "</li>\n");
	}
	html_raw(v, "</ul>\n");
}

static void
put_points(struct view *v, yyjson_val *weight)
{
	int64_t n = yyjson_get_sint(weight);

	html_raw(v, n < 0 ? "<td class=\"n\">−" : "<td class=\"n\">");
	html_number(v, n < 0 ? -n : n);
	html_raw(v, "</td></tr>\n");
}

void
reason_put_weight(struct view *v, yyjson_val *score)
{
	yyjson_val *list = yyjson_obj_get(score, "parts"), *one;
	yyjson_val *weight = yyjson_obj_get(score, "weight");
	size_t i, max;

	html_raw(v, "<details class=\"weight\">\n<summary>");
	html_put(v, text_fill(&v->text, TEXT_weight, TEXT_ARGS(
	    text_number(&v->text, yyjson_get_sint(weight)))));
	html_tag(v, "</summary>\n<p>", text_get(&v->text, TEXT_weight_note),
	    "</p>\n<table>\n<thead><tr><th scope=\"col\">");
	html_text(v, TEXT_weight_part);
	html_tag(v, "</th><th scope=\"col\" class=\"n\">", text_get(&v->text,
	    TEXT_weight_points), "</th></tr></thead>\n<tbody>\n");
	yyjson_arr_foreach(list, i, max, one) {
		struct str words = text_both(&v->text, yyjson_obj_get(one,
		    "text"));

		html_tag(v, "<tr><th scope=\"row\">", words.n ? words
		    : json_get(one, "id"), "</th>");
		put_points(v, yyjson_obj_get(one, "weight"));
	}
	html_tag(v, "</tbody>\n<tfoot><tr><th scope=\"row\">", text_get(
	    &v->text, TEXT_weight_sum), "</th>");
	put_points(v, weight);
	html_raw(v, "</tfoot>\n</table>\n</details>\n");
}
