#include "next.h"

#include <stdio.h>

#include "http.h"
#include "link.h"

/* A next page that the answer names: on the same host as this one, another
 * could be anywhere. */
static int
next_named(struct collect *c, struct walk *w, const struct answer *a,
    struct str target, struct err *e)
{
	struct url here, next;
	enum url_status st;

	st = http_url(a->url, NULL, &c->account, &here);
	if (st == URL_GOOD)
		st = http_url(target, &here.text, &c->account, &next);
	if (st == URL_NOMEM)
		return collect_no_room(c, w->v, e);
	if (st == URL_BAD || next.user || !str_eq(here.scheme, next.scheme) ||
	    !str_eq(here.host, next.host) || !str_eq(here.port, next.port)) {
		coverage_fail(w->v, STATE_FORMAT_DRIFT, NEXT_ELSEWHERE);
		return 0;
	}
	w->next.url = next.text;
	return 0;
}

static void
put_given(struct buf *b, const struct given *g)
{
	if (g->quoted)
		buf_json(b, g->s);
	else
		buf_put(b, g->s);
}

/* The first question with one parameter more: of its URL, or a member of what
 * is sent. */
static void
put_parameter(struct buf *url, struct buf *post, struct str name,
    const struct given *g)
{
	if (post->n) {
		post->n--; /* its last brace */
		buf_char(post, ',');
		buf_json(post, name);
		buf_char(post, ':');
		put_given(post, g);
		buf_char(post, '}');
		return;
	}
	buf_char(url, url->n && memchr(url->p, '?', url->n) ? '&' : '?');
	template_encode(url, name);
	buf_char(url, '=');
	template_encode(url, g->s);
}

/* There: what is in the two, which are released. */
static int
go_on(struct collect *c, struct walk *w, struct buf *url, struct buf *post,
    struct err *e)
{
	w->next = (struct place){ 0 };
	if (url->full || post->full) {
		coverage_fail(w->v, STATE_FORMAT_DRIFT, LONG_NEXT);
	} else if (!url->failed && !post->failed) {
		w->next.post = arena_copy(&c->account, buf_str(post));
		w->next.url = arena_copy(&c->account, buf_str(url));
	}
	buf_release(url);
	buf_release(post);
	return w->next.url.p || w->v->state != STATE_OK ? 0
	    : collect_no_room(c, w->v, e);
}

static int
next_by(struct collect *c, struct walk *w, const struct given *value,
    const struct page *p, struct err *e)
{
	const struct turn *t = &w->list->turn;
	struct buf url = { .max = 1 << 14 }, post = { .max = 1 << 14 };
	const char *missing;

	buf_put(&post, w->first.post);
	if (t->url.n) {
		w->values.cursor = value->s;
		(void)template_fill(t->url, &w->values, false, &url, &missing);
	} else {
		buf_put(&url, w->first.url);
		put_parameter(&url, &post, t->parameter, value);
	}
	for (size_t i = 0; i < t->n_carry; i++)
		if (p->carry[i].s.n)
			put_parameter(&url, &post, t->carry[i].parameter,
			    &p->carry[i]);
	return go_on(c, w, &url, &post, e);
}

int
next_find(struct collect *c, struct walk *w, const struct answer *a,
    const struct page *p, struct err *e)
{
	const struct turn *t = &w->list->turn;
	struct given number;
	struct str target;
	char digits[24];

	w->seen_items += p->n;
	switch (t->type) {
	case PAGING_NONE:
		return 0;
	case PAGING_LINK:
		if (!link_next(a->link, &target))
			return 0;
		return next_named(c, w, a, target, e);
	case PAGING_NEXT:
		return p->next.s.n ? next_named(c, w, a, p->next.s, e) : 0;
	case PAGING_CURSOR:
		return p->next.s.n ? next_by(c, w, &p->next, p, e) : 0;
	case PAGING_PAGE:
	case PAGING_OFFSET:
		(void)snprintf(digits, sizeof(digits), "%lld",
		    (long long)t->first + (long long)(t->type == PAGING_PAGE
		    ? w->n : w->seen_items));
		number = (struct given){ str_from(digits), false };
		return p->n ? next_by(c, w, &number, p, e) : 0;
	}
	return 0;
}

int
next_since(struct collect *c, struct walk *w, struct err *e)
{
	const struct known *k = &w->known;
	struct given mark = { k->mark, true };
	struct buf url = { .max = 1 << 14 }, post = { .max = 1 << 14 };

	/* Of a candidate's posts it may be of any how often they were liked. */
	if (!w->list->since.n || k->marked > w->stop ||
	    (!w->about.interaction && collect_wants_all(w)))
		mark.s = (struct str){ 0 };
	w->now.since = mark.s;
	/* A tag is that of one question. */
	if (!str_eq(mark.s, k->since))
		w->known.etag = w->known.modified = (struct str){ 0 };
	if (!mark.s.n)
		return 0;
	buf_put(&url, w->next.url);
	buf_put(&post, w->next.post);
	put_parameter(&url, &post, w->list->since, &mark);
	return go_on(c, w, &url, &post, e);
}
