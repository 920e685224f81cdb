#include "pages.h"

#include <stdio.h>

#include "http.h"
#include "link.h"
#include "ndjson.h"
#include "template.h"

void
pages_fail(struct coverage *v, enum state state, const char *why)
{
	v->state = state;
	(void)snprintf(v->why, sizeof(v->why), "%.*s", WHY - 1, why);
}

static int
no_room(const struct collect *c, struct coverage *v, struct err *e)
{
	if (!c->account.full)
		return err_nomem(e);
	pages_fail(v, STATE_FORMAT_DRIFT, "more items than there is room");
	return 0;
}

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
		return no_room(c, w->v, e);
	if (st == URL_BAD || next.user || !str_eq(here.scheme, next.scheme) ||
	    !str_eq(here.host, next.host) || !str_eq(here.port, next.port)) {
		pages_fail(w->v, STATE_FORMAT_DRIFT,
		    "the next page is on another host");
		return 0;
	}
	w->next = next.text;
	return 0;
}

/* The first page with one parameter more. */
static int
next_by(struct collect *c, struct walk *w, struct str value, struct err *e)
{
	const struct source *s = w->about.target->source;
	struct buf b = { .max = 1 << 14 };

	buf_put(&b, w->first);
	buf_char(&b, memchr(w->first.p, '?', w->first.n) ? '&' : '?');
	template_encode(&b, s->parameter);
	buf_char(&b, '=');
	template_encode(&b, value);
	if (b.full)
		pages_fail(w->v, STATE_FORMAT_DRIFT,
		    "the address of the next page is too long");
	else if (!b.failed)
		w->next = arena_copy(&c->account, buf_str(&b));
	buf_release(&b);
	return w->next.p || b.full ? 0 : no_room(c, w->v, e);
}

/* Where the list goes on, if it does. */
static int
find_next(struct collect *c, struct walk *w, const struct answer *a,
    const struct page *p, struct err *e)
{
	const struct source *s = w->about.target->source;
	struct str target;
	char number[24];

	w->next = (struct str){ 0 };
	w->seen_items += p->n;
	switch (s->paging) {
	case PAGING_NONE:
		return 0;
	case PAGING_LINK:
		if (!link_next(a->link, &target))
			return 0;
		return next_named(c, w, a, target, e);
	case PAGING_NEXT:
		return p->next.n ? next_named(c, w, a, p->next, e) : 0;
	case PAGING_CURSOR:
		return p->next.n ? next_by(c, w, p->next, e) : 0;
	case PAGING_PAGE:
	case PAGING_OFFSET:
		(void)snprintf(number, sizeof(number), "%lld",
		    (long long)s->first + (long long)(s->paging == PAGING_PAGE
		    ? w->n : w->seen_items));
		return p->n ? next_by(c, w, str_from(number), e) : 0;
	}
	return 0;
}

static bool
keep(struct collect *c, struct str from, struct str *to)
{
	*to = from.n ? arena_copy(&c->account, from) : from;
	return !from.n || to->p;
}

/* The items of a page, for the questions about each. */
static int
keep_items(struct collect *c, struct walk *w, const struct page *p,
    struct err *e)
{
	size_t want = w->n_items + p->n;
	struct item *v = w->items;

	if (want > w->cap_items) {
		want = want > w->cap_items * 2 ? want : w->cap_items * 2;
		v = arena_grow(&c->account, v, w->cap_items * sizeof(*v),
		    want * sizeof(*v));
		if (!v)
			return no_room(c, w->v, e);
		w->items = v;
		w->cap_items = want;
	}
	for (size_t i = 0; i < p->n; i++) {
		struct item *to = &v[w->n_items];

		if (!keep(c, p->items[i].id, &to->id) ||
		    !keep(c, p->items[i].uri, &to->uri) ||
		    !keep(c, p->items[i].url, &to->url))
			return no_room(c, w->v, e);
		w->n_items++;
	}
	return 0;
}

/* A line is written only if the next tool can read it: body_read() has found
 * the body good.  Returns 1; 0 if it cannot, then *v says why; or -1 with *e
 * set. */
static int
check_line(struct collect *c, struct coverage *v, struct err *e)
{
	if (c->line.failed && c->line.n < nd_limits_default.line)
		return err_nomem(e);
	if (!c->line.failed && c->line.n <= nd_limits_default.line)
		return 1;
	pages_fail(v, STATE_FORMAT_DRIFT,
	    "the record would be longer than a line may be");
	return 0;
}

static void
add_page(struct coverage *v, const struct page *p)
{
	v->counted = p->counted;
	v->items += p->n;
	if (p->dated && (!v->dated || p->from.seconds < v->from.seconds))
		v->from = p->from;
	if (p->dated && (!v->dated || p->to.seconds > v->to.seconds))
		v->to = p->to;
	v->dated |= p->dated;
}

/* What will be known of the list, from its first page. */
static int
learn(struct collect *c, struct walk *w, const struct answer *a,
    const struct page *p, struct err *e)
{
	if (p->dated && p->to.seconds > w->now.newest)
		w->now.newest = p->to.seconds;
	if (w->n > 1)
		return 0;
	if (!keep(c, a->etag, &w->now.etag) ||
	    !keep(c, a->modified, &w->now.modified))
		return no_room(c, w->v, e);
	return 0;
}

/* The line, and what of it goes into the evidence. */
static int
write_line(struct collect *c, struct walk *w, struct str asked,
    struct answer *a, struct err *e)
{
	struct warc *warc = c->ask.warc;
	size_t head;
	int good;

	buf_reset(&c->line);
	record_capture(&c->line, &w->about, asked, a,
	    warc ? warc->name : (struct str){ 0 });
	head = c->line.n;
	record_body(&c->line, a->body);
	buf_char(&c->line, '}');
	good = check_line(c, w->v, e);
	if (good <= 0)
		return good;
	buf_put(&c->lines, buf_str(&c->line));
	buf_char(&c->lines, '\n');
	if (warc) {
		c->line.n = head;
		buf_char(&c->line, '}');
		collect_note(c, a->warc, a->captured);
	}
	c->captures++;
	return 1;
}

/* A good answer: write it, and remember what the coverage will say. */
static int
take(struct collect *c, struct walk *w, struct str asked,
    struct answer *a, const struct page *p, struct err *e)
{
	struct coverage *v = w->v;
	bool timeline = !w->about.interaction;
	int good;

	if (find_next(c, w, a, p, e) != 0)
		return -1;
	if (timeline && w->about.target->role == ROLE_CANDIDATE &&
	    w->about.target->source->n_interactions &&
	    keep_items(c, w, p, e) != 0)
		return -1;
	if (timeline && learn(c, w, a, p, e) != 0)
		return -1;
	if (timeline)
		add_page(v, p);
	if (p->dated && p->to.seconds < w->stop && w->next.n)
		w->next = (struct str){ 0 };
	good = write_line(c, w, asked, a, e);
	if (good < 0 || v->state != STATE_OK)
		return good < 0 ? -1 : 0;
	return c->lines.n > COLLECT_HELD ? collect_say(c, e) : 0;
}

/* One page of a list; w->next is the one after it. */
static int
one_page(struct collect *c, struct walk *w, struct err *e)
{
	const struct source *s = w->about.target->source;
	struct coverage *v = w->v;
	struct question q = { .source = s, .url = w->next };
	struct page p = { 0 };
	struct answer a;
	int fits = 0;

	arena_reset(&c->page);
	if (w->n++ == 0) {
		q.etag = w->known.etag;
		q.modified = w->known.modified;
	}
	w->next = (struct str){ 0 };
	if (ask_get(&c->ask, &q, &c->page, &a, e) != 0)
		return -1;
	v->captured = a.captured;
	if (a.status == 0) {
		pages_fail(v, a.state, a.why);
		return 0;
	}
	if (a.status >= 200 && a.status < 300)
		fits = body_read(s, w->about.interaction, a.body, &c->page, &p,
		    e);
	if (fits < 0)
		return -1;
	v->state = ask_state(s, &a, fits, p.why);
	if (v->state == STATE_OK)
		return take(c, w, q.url, &a, &p, e);
	pages_fail(v, v->state, p.why);
	return 0;
}

static bool
was_seen(const struct seen *s, struct str url)
{
	while (s && !str_eq(s->url, url))
		s = s->before;
	return s != NULL;
}

int
pages_all(struct collect *c, struct walk *w, struct err *e)
{
	long most = (long)w->about.target->source->pages;

	if (c->run->pages && c->run->pages < most)
		most = c->run->pages;
	w->seen = NULL;
	w->first = w->next;
	w->now.newest = w->known.newest;
	for (long n = 0; w->next.n; n++) {
		struct seen *s = arena_alloc(&c->account, sizeof(*s), 1);

		if (!s)
			return no_room(c, w->v, e);
		if (n == most) {
			(void)snprintf(w->v->why, sizeof(w->v->why), "stopped "
			    "after %ld page%s: what is older was not asked for",
			    n, n == 1 ? "" : "s");
			return 0;
		}
		if (was_seen(w->seen, w->next)) {
			pages_fail(w->v, STATE_FORMAT_DRIFT,
			    "the next page is one that was already asked for");
			return 0;
		}
		*s = (struct seen){ w->next, w->seen };
		w->seen = s;
		if (one_page(c, w, e) != 0)
			return -1;
		if (w->v->state != STATE_OK)
			return 0;
	}
	w->complete = true;
	return 0;
}
