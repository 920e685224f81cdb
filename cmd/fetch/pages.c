#include "pages.h"


#include "body.h"
#include "http.h"
#include "ndjson.h"
#include "next.h"
#include "webpage.h"

static bool
keep(struct collect *c, struct str from, struct str *to)
{
	*to = from.n ? arena_copy(&c->account, from) : from;
	return !from.n || to->p;
}

/* Is it one of the time that was asked for? */
static bool
is_in_time(const struct collect *c, int64_t published)
{
	return published == INT64_MIN || (published >= c->run->since &&
	    (c->run->until == INT64_MIN || published <= c->run->until));
}

/* The items of a page about which there is more to ask. */
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
			return collect_no_room(c, w->v, e);
		w->items = v;
		w->cap_items = want;
	}
	for (size_t i = 0; i < p->n; i++) {
		struct item *to = &v[w->n_items];

		if (!p->items[i].ask || !is_in_time(c, p->items[i].published))
			continue;
		*to = p->items[i];
		if (!keep(c, p->items[i].id, &to->id) ||
		    !keep(c, p->items[i].uri, &to->uri) ||
		    !keep(c, p->items[i].url, &to->url))
			return collect_no_room(c, w->v, e);
		w->n_items++;
	}
	return 0;
}

/* A line is written only if the next tool can read it: body_read() has found
 * the body good.  Returns 1; 0 if it cannot: then *v says why, and it is taken
 * back; or -1 with *e set. */
static int
check_line(struct buf *b, size_t from, struct coverage *v, struct err *e)
{
	if (b->failed && !b->full)
		return err_nomem(e);
	if (!b->failed && b->n - from <= nd_limits_default.line)
		return 1;
	b->n = from;
	b->failed = b->full = false;
	coverage_fail(v, STATE_FORMAT_DRIFT, LONG_LINE);
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

/* The newest item that is so old that it needs no asking again: the next run
 * may ask for what is newer than that. */
static int
put_mark(struct collect *c, struct walk *w, const struct page *p,
    struct err *e)
{
	struct known *k = &w->now;
	const struct item *best = NULL;

	if (!w->list->since.n || k->newest == INT64_MIN)
		return 0;
	for (size_t i = 0; i < p->n; i++) {
		if (p->items[i].published <= k->marked ||
		    p->items[i].published > k->newest - c->run->overlap)
			continue;
		best = &p->items[i];
		k->marked = best->published;
	}
	return !best || keep(c, best->id, &k->mark) ? 0
	    : collect_no_room(c, w->v, e);
}

/* What will be known of the list, from its first page.  What is newer than
 * --until, or than now, stays to be asked for. */
static int
learn(struct collect *c, struct walk *w, const struct answer *a,
    const struct page *p, struct err *e)
{
	int64_t newest = p->dated ? p->to.seconds : INT64_MIN;
	int64_t until = c->run->until;

	if (until != INT64_MIN && newest > until)
		newest = until;
	if (newest > a->captured) /* who writes a date may write any */
		newest = a->captured;
	if (newest > w->now.newest)
		w->now.newest = newest;
	if (put_mark(c, w, p, e) != 0)
		return -1;
	if (w->n > 1 || until != INT64_MIN)
		return 0;
	/* After a redirect it is not the record of what is asked next time. */
	if (!str_eq(a->url, w->first.url) || !a->warc[0])
		w->now.record = (struct str){ 0 };
	else if (!keep(c, str_from(a->warc), &w->now.record))
		return collect_no_room(c, w->v, e);
	w->now.captured = a->captured;
	if (!keep(c, a->etag, &w->now.etag) ||
	    !keep(c, a->modified, &w->now.modified))
		return collect_no_room(c, w->v, e);
	return 0;
}

/* The line, and what of it goes into the evidence. */
static int
write_line(struct collect *c, struct walk *w, const struct place *asked,
    struct answer *a, struct err *e)
{
	struct warc *warc = c->ask.warc;
	struct buf *b = &c->lines;
	size_t from = b->n, head;
	int good;

	record_capture(b, &w->about, asked, a,
	    warc ? warc->name : (struct str){ 0 });
	head = b->n;
	record_body(b, a->body);
	buf_char(b, '}');
	good = check_line(b, from, w->v, e);
	if (good <= 0)
		return good;
	collect_note(c, (struct str){ b->p + from, head - from }, a->warc,
	    a->captured);
	buf_char(b, '\n');
	c->captures++;
	return 1;
}

/* A good answer: write it, and remember what the coverage will say. */
static int
take(struct collect *c, struct walk *w, const struct place *asked,
    struct answer *a, const struct page *p, struct err *e)
{
	struct coverage *v = w->v;
	bool timeline = !w->about.interaction;
	bool later = c->run->until != INT64_MIN && p->dated &&
	    p->from.seconds > c->run->until;
	int good;

	if (next_find(c, w, a, p, e) != 0)
		return -1;
	if (w->about.target->role == ROLE_CANDIDATE && p->items &&
	    keep_items(c, w, p, e) != 0)
		return -1;
	if (w->key.n && learn(c, w, a, p, e) != 0)
		return -1;
	w->cut |= p->cut;
	if (timeline && !later)
		add_page(v, p);
	if (p->dated && p->to.seconds < w->stop)
		w->next = (struct place){ 0 };
	if (later)
		return 0;
	good = write_line(c, w, asked, a, e);
	if (good < 0 || v->state != STATE_OK)
		return good < 0 ? -1 : 0;
	return c->lines.n > COLLECT_HELD ? collect_say(c, e) : 0;
}

/* A web page where a feed was expected. */
static bool
is_webpage(const struct source *s, const struct answer *a)
{
	return s->feeds.n && a->status >= 200 && a->status < 300 &&
	    webpage_type(a->type);
}

/* Put the question; where a web page names its feed, it goes on there. */
static int
ask_page(struct collect *c, struct walk *w, struct question *q,
    struct place *at, struct answer *a, struct err *e)
{
	const struct source *s = q->source;
	enum url_status st = URL_BAD;
	struct url base, feed;
	struct str href;
	int rc;

	if (ask_get(&c->ask, q, &c->page, a, e) != 0)
		return -1;
	if (!is_webpage(s, a))
		return 0;
	rc = webpage_feed(a->body, &s->feeds, &c->account, &href);
	if (rc > 0)
		st = http_url(a->url, NULL, &c->account, &base);
	if (st == URL_GOOD)
		st = http_url(href, &base.text, &c->account, &feed);
	if (rc < 0 || st == URL_NOMEM)
		return err_nomem(e);
	if (st != URL_GOOD)
		return 0;
	*at = (struct place){ feed.text, { NULL, 0 } };
	*q = (struct question){ .source = s, .url = feed.text };
	w->feed = feed.text;
	w->n++;
	return ask_get(&c->ask, q, &c->page, a, e);
}

/* No posts are read in a web page.  Where one was given it is captured; of an
 * account the posts were asked for. */
static int
take_webpage(struct collect *c, struct walk *w, const struct place *asked,
    struct answer *a, struct err *e)
{
	const struct page nothing = { 0 };
	struct coverage *v = w->v;

	v->page = true;
	if (w->about.target->role != ROLE_NONE) {
		coverage_fail(v, STATE_NO_SOURCE, PAGE);
		return 0;
	}
	v->state = STATE_OK;
	coverage_note(v, (struct str){ 0 }, PAGE_KEPT);
	return take(c, w, asked, a, &nothing, e);
}

/* One page of a list; w->next is the one after it. */
static int
one_page(struct collect *c, struct walk *w, struct err *e)
{
	const struct source *s = w->about.target->source;
	struct coverage *v = w->v;
	struct place at = w->next;
	struct question q = { .source = s, .list = w->list, .url = at.url,
		.post = at.post };
	struct page p = { 0 };
	struct answer a;
	int fits = 0;

	arena_reset(&c->page);
	if (w->n++ == 0 && !at.post.n) {
		q.etag = w->known.etag;
		q.modified = w->known.modified;
		q.known = (struct earlier){ w->known.record,
			w->known.captured };
	}
	w->next = (struct place){ 0 };
	if (ask_page(c, w, &q, &at, &a, e) != 0)
		return -1;
	arena_reset(c->run->parsed);
	v->captured = a.captured;
	if (a.status == 0) {
		coverage_fail(v, a.state, SAID, a.why);
		return 0;
	}
	if (a.status >= 200 && a.status < 300)
		fits = body_read(s, w->list, a.body, c->run->parsed, &p, e);
	if (fits < 0)
		return -1;
	v->state = ask_state(s, &a, fits, p.why);
	if (v->state == STATE_OK)
		return take(c, w, &at, &a, &p, e);
	if (v->state == STATE_FORMAT_DRIFT && is_webpage(s, &a))
		return take_webpage(c, w, &at, &a, e);
	coverage_fail(v, v->state, SAID, p.why);
	return 0;
}

static bool
was_seen(const struct seen *s, const struct place *at)
{
	while (s && !(str_eq(s->at.url, at->url) &&
	    str_eq(s->at.post, at->post)))
		s = s->before;
	return s != NULL;
}

int
pages_all(struct collect *c, struct walk *w, struct err *e)
{
	long most = (long)w->list->turn.pages;

	if (c->run->pages && c->run->pages < most)
		most = c->run->pages;
	w->seen = NULL;
	w->complete = false;
	w->first = w->next;
	w->n = w->seen_items = 0;
	for (long n = 0; w->next.url.n; n++) {
		struct seen *s = arena_alloc(&c->account, sizeof(*s), 1);

		if (!s)
			return collect_no_room(c, w->v, e);
		if (n == most) {
			coverage_fail(w->v, w->v->state, STOPPED, n,
			    n == 1 ? "" : "s");
			return 0;
		}
		if (was_seen(w->seen, &w->next)) {
			coverage_fail(w->v, STATE_FORMAT_DRIFT, NEXT_AGAIN);
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
	if (w->feed.n)
		coverage_note(w->v, (struct str){ 0 }, PAGE_NAMES, w->feed.p);
	if (!w->about.interaction && w->v->items && !w->v->dated &&
	    (w->list->published.n || w->about.target->source->items.dates.n))
		coverage_note(w->v, (struct str){ 0 }, NO_DATES);
	return 0;
}
