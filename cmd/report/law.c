#include "law.h"

#include "json.h"

static struct str
title_of(yyjson_val *rule)
{
	struct str item = json_get(rule, "item");

	return item.n ? item : json_get(rule, "rule");
}

/* All that the section tells of a rule, as one text. */
static struct str
told(struct view *v, yyjson_val *rule)
{
	static const char *const member[] = { "title", "explain", "tier",
		"sanction", "decides" };
	yyjson_val *list = yyjson_obj_get(rule, "law"), *one;
	struct str s[4], all = title_of(rule);
	size_t i, max;

	for (i = 0; i < sizeof(member) / sizeof(member[0]); i++) {
		if (i == 1 && yyjson_obj_get(rule, "because"))
			continue; /* a finding's speaks of its act */
		s[0] = all;
		s[1] = text_both(&v->text, yyjson_obj_get(rule, member[i]));
		all = text_join(&v->text, s, 2);
	}
	yyjson_arr_foreach(list, i, max, one) {
		s[0] = all;
		s[1] = text_both(&v->text, yyjson_obj_get(one, "instrument"));
		s[2] = text_both(&v->text, yyjson_obj_get(one, "article"));
		s[3] = json_get(one, "url");
		all = text_join(&v->text, s, 4);
		s[0] = all;
		s[1] = json_get(one, "mark");
		all = text_join(&v->text, s, 2);
	}
	return all;
}

size_t
law_cite(struct view *v, const struct act *a, const char *list, size_t i,
    yyjson_val *rule)
{
	struct laws *l = &v->laws;
	struct arena *mem = &v->store.mem;
	struct cited *one;
	struct slot *slot;
	bool added;

	slot = index_at(&l->by_text, mem, told(v, rule), &added);
	if (!slot)
		return 0;
	if (!added)
		return slot->at;
	one = arena_alloc(mem, sizeof(*one), 1);
	if (!one)
		return 0;
	*one = (struct cited){ NULL, a, list, i };
	*(l->last ? &l->last->next : &l->first) = one;
	l->last = one;
	slot->at = (uint32_t)++l->n;
	return slot->at;
}

void
law_put_line(struct view *v, yyjson_val *law)
{
	yyjson_val *one;
	size_t i, max;

	yyjson_arr_foreach(law, i, max, one) {
		if (i)
			html_text(v, TEXT_separator);
		html_put(v, text_both(&v->text, yyjson_obj_get(one,
		    "instrument")));
		html_tag(v, " ", text_both(&v->text, yyjson_obj_get(one,
		    "article")), "");
	}
}

static void
put_law(struct view *v, yyjson_val *law)
{
	yyjson_val *one;
	size_t i, max;

	html_term_open(v, TEXT_law);
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
	html_raw(v, "</ul></dd>\n");
}

static void
put_sanction(struct view *v, yyjson_val *rule)
{
	struct str s = text_both(&v->text, yyjson_obj_get(rule, "sanction"));

	if (!s.n)
		return;
	html_term_open(v, TEXT_sanction);
	html_put(v, s);
	html_tag(v, " <span class=\"aside\">", text_get(&v->text,
	    TEXT_sanction_note), "</span></dd>\n");
}

static void
put_rule(struct view *v, yyjson_val *rule, size_t number)
{
	struct str tier = json_get(rule, "tier");

	html_tag(v, "<article class=\"law-of\" id=\"r", text_number(&v->text,
	    (int64_t)number), "\">\n<h3>");
	if (yyjson_obj_get(rule, "because"))
		html_tag(v, "<b>", text_fill(&v->text, TEXT_item, TEXT_ARGS(
		    title_of(rule))), "</b> ");
	html_put(v, text_both(&v->text, yyjson_obj_get(rule, "title")));
	if (tier.n)
		html_tag(v, " <span class=\"tag\">", text_name(&v->text,
		    "tier", tier), "</span>");
	html_raw(v, "</h3>\n<dl>\n");
	if (yyjson_arr_size(yyjson_obj_get(rule, "law")))
		put_law(v, yyjson_obj_get(rule, "law"));
	put_sanction(v, rule);
	html_term(v, TEXT_decides, text_both(&v->text, yyjson_obj_get(rule,
	    "decides")));
	html_raw(v, "</dl>\n</article>\n");
}

int
law_put(struct view *v, struct err *e)
{
	size_t number = 0;
	yyjson_doc *doc;

	if (!v->laws.n)
		return 0;
	html_tag(v, "<section id=\"rules\" aria-labelledby=\"rules-name\">\n"
	    "<h2 id=\"rules-name\">", text_get(&v->text, TEXT_rules),
	    "</h2>\n<p class=\"aside\">");
	html_text(v, TEXT_footer_marks);
	html_raw(v, "</p>\n");
	for (const struct cited *c = v->laws.first; c; c = c->next) {
		if (view_act(v, c->act, &doc, e) != 0)
			return -1;
		put_rule(v, yyjson_arr_get(yyjson_obj_get(yyjson_obj_get(
		    yyjson_doc_get_root(doc), "score"), c->list), c->at),
		    ++number);
		if (view_ready(v, e) != 0)
			return -1;
	}
	html_raw(v, "</section>\n");
	return 0;
}
