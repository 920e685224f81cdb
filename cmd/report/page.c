#include "page.h"

#include "cases.h"
#include "coverage.h"
#include "first.h"
#include "html.h"
#include "law.h"
#include "picture.h"
#include "public.h"
#include "register.h"
#include "rest.h"
#include "sample.h"

static void
put_head(struct view *v)
{
	html_tag(v, "<!DOCTYPE html>\n<html lang=\"", v->text.lang,
	    "\">\n<head>\n<meta charset=\"utf-8\">\n");
	html_tag(v, "<meta http-equiv=\"Content-Security-Policy\" content=\""
	    "default-src 'none'; style-src 'sha256-", str_from(v->csp), "'; "
	    "base-uri 'none'; form-action 'none'\">\n");
	html_raw(v, "<meta name=\"viewport\" "
	    "content=\"width=device-width, initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n"
	    "<meta name=\"referrer\" content=\"no-referrer\">\n"
	    "<meta name=\"robots\" content=\"noindex, nofollow\">\n<title>");
	html_text(v, TEXT_title);
	if (v->office.name.n)
		html_tag(v, ": ", v->office.name, "");
	html_raw(v, "</title>\n<style>");
	out_put(v->out, v->css);
	html_tag(v, "</style>\n</head>\n<body>\n<a class=\"skip\" "
	    "href=\"#main\">", text_get(&v->text, TEXT_skip), "</a>\n");
}

static void
put_banner(struct view *v)
{
	html_raw(v, "<header class=\"top\">\n");
	if (v->office.name.n)
		html_tag(v, "<p class=\"office\">", v->office.name, "</p>\n");
	html_tag(v, "<h1>", text_get(&v->text, TEXT_title),
	    "</h1>\n<p class=\"as-of\">");
	if (v->now.known)
		html_put(v, text_fill(&v->text, TEXT_as_of, TEXT_ARGS(
		    text_time(&v->text, &v->now.t))));
	else
		html_text(v, TEXT_as_of_unknown);
	html_raw(v, "</p>\n");
	if (v->audience == AUDIENCE_OFFICER)
		coverage_put_halt(v);
	html_tag(v, "<p class=\"human\">", text_get(&v->text,
	    TEXT_not_a_verdict), "</p>\n</header>\n");
}

static void
put_rule(struct view *v, const struct pack *p)
{
	struct str hash = { p->sha256.p, p->sha256.n < 16 ? p->sha256.n : 16 };

	html_tag(v, "<li>", text_fill(&v->text, TEXT_footer_rule, TEXT_ARGS(
	    p->name, p->version, p->contest)), " <code title=\"");
	html_tag(v, "", p->sha256, "\">");
	html_tag(v, "", hash, "</code></li>\n");
}

static void
put_footer(struct view *v)
{
	static const enum text_key legend[] = { TEXT_footer_human,
		TEXT_footer_subject };

	html_raw(v, "<footer>\n");
	for (size_t i = 0; i < sizeof(legend) / sizeof(legend[0]); i++)
		html_tag(v, "<p>", text_get(&v->text, legend[i]), "</p>\n");
	if (v->store.n_packs) {
		html_tag(v, "<p>", text_get(&v->text, TEXT_footer_rules),
		    "</p>\n<ul>\n");
		for (size_t i = 0; i < v->store.n_packs; i++)
			put_rule(v, &v->store.packs[i]);
		html_raw(v, "</ul>\n");
	}
	html_tag(v, "<p>", text_fill(&v->text, TEXT_footer_program, TEXT_ARGS(
	    STR(NETRAL_VERSION))), " ");
	html_time(v, &v->now);
	html_raw(v, "</p>\n</footer>\n");
}

static int
put_main(struct view *v, struct err *e)
{
	switch (v->audience) {
	case AUDIENCE_PUBLIC:
		return public_put(v, e);
	case AUDIENCE_SUBJECT:
		return public_put_subject(v, e);
	case AUDIENCE_OFFICER:
		break;
	}
	first_put(v);
	if (view_ready(v, e) != 0 || first_put_list(v, e) != 0 ||
	    cases_put(v, e) != 0 || register_put(v, e) != 0 ||
	    sample_put_judged(v, e) != 0 || picture_put(v, e) != 0 || rest_put_notes(v, e) != 0 ||
	    coverage_put(v, e) != 0)
		return -1;
	return rest_put_units(v, e);
}

int
page_put(struct view *v, struct err *e)
{
	put_head(v);
	put_banner(v);
	html_raw(v, "<main id=\"main\">\n");
	if (put_main(v, e) != 0)
		return -1;
	html_raw(v, "</main>\n");
	put_footer(v);
	html_raw(v, "</body>\n</html>\n");
	return view_ready(v, e);
}
