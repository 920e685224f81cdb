#include "act.h"

#include <stdio.h>

#include "json.h"
#include "quote.h"
#include "reason.h"
#include "register.h"

/* "replied": writing in answer to somebody is a type of its own for people. */
static struct str
deed(struct view *v, yyjson_val *root)
{
	yyjson_val *object = yyjson_obj_get(root, "object");
	struct str type = json_get(root, "type");

	if (str_eq(type, STR("Create")) &&
	    yyjson_obj_get(object, "in_reply_to"))
		type = STR("Reply");
	return text_name(&v->text, "deed", type);
}

static void
put_heading(struct view *v, const struct act *a, enum level top,
    yyjson_val *root)
{
	yyjson_val *score = yyjson_obj_get(root, "score");
	struct str phase = view_phase(v, json_get(score, "contest"),
	    json_get(score, "phase"));
	struct str url = json_get(yyjson_obj_get(root, "object"), "url");
	struct str platform = json_get(root, "platform");
	struct instant edited = { 0 };

	html_raw(v, "<article><h4>");
	html_put(v, !platform.n ? deed(v, root) : text_fill(&v->text,
	    TEXT_act_heading, TEXT_ARGS(deed(v, root), text_name(&v->text,
	        "platform", platform))));
	html_raw(v, "</h4><p><b>");
	html_put(v, a->published.known ? text_time(&v->text, &a->published.t)
	    : text_get(&v->text, TEXT_act_undated));
	html_raw(v, "</b>");
	if (json_get(root, "published_zone").n)
		html_tag(v, " <span>", text_get(&v->text, TEXT_zone_assumed),
		    "</span>");
	if (instant_parse(json_get(yyjson_obj_get(root, "object"), "edited"),
	        &edited))
		html_tag(v, " <span>", text_fill(&v->text, TEXT_edited,
		    TEXT_ARGS(text_time(&v->text, &edited))), "</span>");
	if (phase.n)
		html_tag(v, " · ", phase, "");
	if (a->level != top) {
		html_raw(v, " ");
		html_level(v, "level", a->level);
	}
	if (url.n) {
		html_raw(v, " · ");
		html_open(v, url, TEXT_open_act);
	}
	html_raw(v, "\n");
}

/* A language tag (RFC 5646) and nothing else goes into lang="", where it is not
 * that of the page. */
static void
put_lang(struct view *v, struct str lang)
{
	bool good = lang.n >= 2 && lang.n <= 35 && !str_eq(lang, v->text.lang);

	for (size_t i = 0; i < lang.n; i++)
		good &= (lang.p[i] >= 'a' && lang.p[i] <= 'z') ||
		    (lang.p[i] >= 'A' && lang.p[i] <= 'Z') ||
		    (i && (lang.p[i] == '-' ||
		        (lang.p[i] >= '0' && lang.p[i] <= '9')));
	if (good)
		html_tag(v, " lang=\"", lang, "\"");
}

static void
put_words(struct view *v, yyjson_val *score, yyjson_val *object,
    const char *title_field, const char *field)
{
	struct str title = json_get(object, "name");
	struct str words = json_get(object, "content");

	html_raw(v, "<blockquote");
	put_lang(v, json_get(object, "lang"));
	html_raw(v, ">");
	if (title.n) {
		html_raw(v, "<p><b>");
		quote_put(v, score, title_field, title);
		html_raw(v, "</b>\n");
	}
	if (words.n) {
		html_raw(v, "<p>");
		quote_put(v, score, field, words);
	}
	if (!title.n && !words.n)
		html_tag(v, "<p>", text_get(&v->text, TEXT_no_words), "");
	html_raw(v, "</blockquote>");
}

static void
put_caption(struct view *v, enum text_key key, yyjson_val *actor,
    struct str url)
{
	html_raw(v, "<p class=said>");
	html_put(v, text_fill(&v->text, key, TEXT_ARGS(
	    view_handle(v, actor))));
	if (url.n) {
		html_raw(v, " ");
		html_open(v, url, TEXT_open_there);
	}
	html_raw(v, "\n");
}

/* "gambar: what is to be seen there", as whoever posted it describes it. */
static void
put_attachment(struct view *v, yyjson_val *score, yyjson_val *one, size_t i)
{
	struct str name = json_get(one, "name");
	char field[48];

	html_raw(v, "<li>");
	html_link(v, json_get(one, "url"), text_name(&v->text, "attachment",
	    json_get(one, "type")));
	if (name.n) {
		(void)snprintf(field, sizeof(field),
		    "object.attachments[%zu].name", i);
		html_raw(v, ": <bdi>");
		quote_put(v, score, field, name);
		html_raw(v, "</bdi>");
	}
	html_raw(v, "</li>\n");
}

static void
put_attachments(struct view *v, yyjson_val *score, yyjson_val *object)
{
	yyjson_val *list = yyjson_obj_get(object, "attachments"), *one;
	size_t i, max;

	if (!yyjson_arr_size(list))
		return;
	html_tag(v, "<p class=said>", text_get(&v->text,
	    TEXT_attachments), "\n<ul class=\"attachments\">\n");
	yyjson_arr_foreach(list, i, max, one)
		put_attachment(v, score, one, i);
	html_raw(v, "</ul>\n");
}

/* What was said, and by whom: the words of somebody else are named as such. */
static void
put_said(struct view *v, yyjson_val *root)
{
	yyjson_val *object = yyjson_obj_get(root, "object");
	yyjson_val *score = yyjson_obj_get(root, "score");
	yyjson_val *author = yyjson_obj_get(object, "author");
	yyjson_val *reply = yyjson_obj_get(object, "in_reply_to");
	yyjson_val *quote = yyjson_obj_get(object, "quote");
	bool joins = str_eq(json_get(root, "type"), STR("Follow")) ||
	    str_eq(json_get(root, "type"), STR("Join"));

	if (reply)
		put_caption(v, TEXT_replies_to, yyjson_obj_get(reply,
		    "author"), json_get(reply, "url"));
	if (joins)
		put_caption(v, TEXT_follows, author ? author : object,
		    json_get(object, "url"));
	else if (author)
		put_caption(v, TEXT_by_author, author, json_get(author,
		    "url"));
	else
		put_caption(v, TEXT_by_employee, yyjson_obj_get(root,
		    "actor"), (struct str){ 0 });
	if (!joins || json_get(object, "content").n)
		put_words(v, score, object, "object.name", "object.content");
	put_attachments(v, score, object);
	if (quote) {
		put_caption(v, TEXT_quotes, yyjson_obj_get(quote, "author"),
		    json_get(quote, "url"));
		put_words(v, score, quote, "object.quote.name",
		    "object.quote.content");
	}
}

/* "8 Nov 2024, 09.11 WIB, https://..." */
static void
put_captured(struct view *v, const struct act *a, struct str from)
{
	struct str part[2];
	size_t n = 0;

	if (a->captured.known)
		part[n++] = text_time(&v->text, &a->captured.t);
	if (from.n)
		part[n++] = from;
	if (n)
		html_term(v, TEXT_captured, text_join(&v->text, part, n));
}

static void
put_evidence(struct view *v, const struct act *a, yyjson_val *root)
{
	yyjson_val *origin = yyjson_obj_get(root, "origin");
	yyjson_val *actor = yyjson_obj_get(root, "actor");
	struct str basis = json_get(yyjson_obj_get(yyjson_obj_get(root,
	    "match"), "who"), "basis");
	struct str url = json_get(yyjson_obj_get(root, "object"), "url");

	html_tag(v, "<h5>", text_fill(&v->text, TEXT_evidence, TEXT_ARGS(
	    (struct str){ a->mark, MARK_SHORT })), "</h5><dl>");
	html_term(v, TEXT_attributed, text_name(&v->text, "basis", basis));
	if (yyjson_obj_get(yyjson_obj_get(root, "object"), "author"))
		html_term(v, TEXT_account, view_handle(v, actor));
	put_captured(v, a, json_get(origin, "url"));
	html_term(v, TEXT_digest, json_get(origin, "sha256"));
	if (!json_get(origin, "sha256").n)
		html_term(v, TEXT_captured, text_get(&v->text, TEXT_handed_in));
	if (!url.n)
		html_term(v, TEXT_act_id, a->id);
	html_raw(v, "</dl>");
}

int
act_put(struct view *v, const struct act *a, enum level top, int32_t by,
    struct err *e)
{
	yyjson_val *root, *score;
	yyjson_doc *doc;

	if (view_act(v, a, &doc, e) != 0)
		return -1;
	root = yyjson_doc_get_root(doc);
	score = yyjson_obj_get(root, "score");
	put_heading(v, a, top, root);
	register_put_act(v, a, by);
	put_said(v, root);
	reason_put_findings(v, a, score);
	reason_put_against(v, score);
	reason_put_permitted(v, a, score);
	put_evidence(v, a, root);
	reason_put_weight(v, score);
	html_raw(v, "</article>\n");
	return 0;
}
