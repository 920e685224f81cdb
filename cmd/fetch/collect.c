#include "collect.h"

#include <stdio.h>
#include <time.h>

#include "http.h"
#include "ndjson.h"
#include "pages.h"
#include "template.h"

enum { MEM_FIRST = 1 << 16, URL_MAX = 8192, RESOLVED = 4096 };

#define ACCOUNT_MAX ((size_t)64 << 20)

int
collect_init(struct collect *c, struct err *e)
{
	if (arena_init(&c->page, MEM_FIRST, nd_limits_default.mem * 2) != 0 ||
	    arena_init(&c->account, MEM_FIRST, ACCOUNT_MAX) != 0 ||
	    arena_init(&c->resolved, RESOLVED, RESOLVED) != 0)
		return err_nomem(e);
	return 0;
}

struct note {
	char of[WARC_ID];
	int64_t captured;
	size_t n; /* bytes of JSON that follow */
};

void
collect_note(struct collect *c, const char *of, int64_t captured)
{
	struct note n = { .captured = captured, .n = c->line.n };

	if (!c->ask.warc)
		return;
	(void)snprintf(n.of, sizeof(n.of), "%s", of ? of : "");
	buf_put(&c->notes, (struct str){ (const char *)&n, sizeof(n) });
	buf_put(&c->notes, buf_str(&c->line));
}

int
collect_say(struct collect *c, struct err *e)
{
	struct str s = buf_str(&c->notes);
	struct note n;

	if (buf_check(&c->lines, e) != 0 || buf_check(&c->notes, e) != 0)
		return -1;
	while (s.n) {
		memcpy(&n, s.p, sizeof(n));
		s = str_skip(s, sizeof(n));
		warc_metadata(c->ask.warc, n.of[0] ? n.of : NULL, n.captured,
		    (struct str){ s.p, n.n });
		s = str_skip(s, n.n);
	}
	if (evidence_say(c->run->evidence, buf_str(&c->lines), e) != 0)
		return -1;
	buf_reset(&c->lines);
	buf_reset(&c->notes);
	return 0;
}

void
collect_release(struct collect *c)
{
	arena_release(&c->page);
	arena_release(&c->account);
	arena_release(&c->resolved);
	buf_release(&c->line);
	buf_release(&c->lines);
	buf_release(&c->notes);
}

/* host:port of an account: in its url, else behind the @ of its handle. */
static bool
find_host(struct collect *c, const struct account *a, struct str *host)
{
	struct url u;
	struct str h = a->handle;
	char *p;

	*host = (struct str){ 0 };
	if (a->url.n) {
		switch (http_url(a->url, NULL, &c->account, &u)) {
		case URL_NOMEM:
			return false;
		case URL_BAD:
			return true;
		case URL_GOOD:
			break;
		}
		*host = u.host;
		if (!u.port.n)
			return true;
		p = arena_alloc(&c->account, 1, u.host.n + 1 + u.port.n + 1);
		if (!p)
			return false;
		(void)snprintf(p, u.host.n + 1 + u.port.n + 1, "%.*s:%.*s",
		    STR_ARG(u.host), STR_ARG(u.port));
		*host = str_from(p);
		return true;
	}
	for (size_t i = h.n; i > 1; i--)
		if (h.p[i - 1] == '@') {
			*host = str_skip(h, i);
			break;
		}
	return true;
}

/* Fill in a template.  Returns as collect_url(). */
static int
fill(struct collect *c, const struct target *t, struct str template,
    const struct item *item, struct coverage *v, struct str *url,
    struct err *e)
{
	struct template_values values = { .account_id = t->account.id,
		.handle = t->account.handle, .url = t->account.url };
	struct buf b = { .max = URL_MAX };
	const char *missing = "";
	struct err why = { 0 };
	bool filled;

	if (!find_host(c, &t->account, &values.host))
		return err_nomem(e);
	if (item)
		values.item_id = item->id;
	filled = template_fill(template, &values, &b, &missing);
	*url = arena_copy(&c->account, buf_str(&b));
	(void)buf_check(&b, &why);
	buf_release(&b);
	if (!url->p || why.code == ERR_FAIL)
		return err_nomem(e);
	if (filled && !why.code)
		return 1;
	pages_fail(v, STATE_NOT_FOUND, "the URL is too long");
	if (!filled)
		(void)snprintf(v->why, sizeof(v->why),
		    "no usable %s was declared", missing);
	return 0;
}

/* What has to be asked first, to know what to ask; NULL: nothing. */
static const struct str *
must_resolve(const struct target *t)
{
	const struct resolve *r = &t->source->resolve;

	if (t->role == ROLE_NONE || t->resolved)
		return NULL;
	if (t->account.id.n)
		return r->id.n ? &r->id : NULL;
	return r->handle.n && t->account.handle.n ? &r->handle : NULL;
}

int
collect_url(struct collect *c, const struct target *t, struct coverage *v,
    struct str *url, struct err *e)
{
	arena_reset(&c->account);
	*v = (struct coverage){ .captured = c->run->now };
	if (c->run->now == INT64_MIN)
		v->captured = (int64_t)time(NULL);
	if (t->role == ROLE_NONE) {
		*url = t->account.url;
		return 1;
	}
	if (must_resolve(t))
		return fill(c, t, *must_resolve(t), NULL, v, url, e);
	return fill(c, t, t->source->timeline, NULL, v, url, e);
}

/* Who liked or shared one item.  *lost counts lists that are not there: the
 * post may have been deleted meanwhile. */
static int
one_interaction(struct collect *c, const struct about *about,
    struct coverage *whole, unsigned long *lost, struct err *e)
{
	struct coverage v = { .captured = whole->captured };
	struct walk w = { .about = *about, .v = &v,
		.stop = INT64_MIN };
	int rc = fill(c, about->target, about->interaction->url, about->object,
	    &v, &w.next, e);

	if (rc < 0 || (rc > 0 && pages_all(c, &w, e) != 0))
		return -1;
	if (v.captured > whole->captured)
		whole->captured = v.captured;
	if (v.state == STATE_NOT_FOUND || v.state == STATE_GONE)
		++*lost;
	else if (v.state != STATE_OK || (v.why[0] && !whole->why[0]))
		(void)snprintf(whole->why, sizeof(whole->why), "%.*s: %.120s",
		    STR_ARG(about->interaction->name), v.why);
	if (v.state != STATE_NOT_FOUND && v.state != STATE_GONE)
		whole->state = v.state;
	return 0;
}

/* The first failure ends it and is the state of the account: "ok" would say
 * that everything was looked at. */
static int
all_interactions(struct collect *c, const struct walk *w, struct err *e)
{
	const struct source *s = w->about.target->source;
	unsigned long lost = 0;

	for (size_t i = 0; i < w->n_items; i++)
		for (size_t k = 0; k < s->n_interactions; k++) {
			struct about about = { w->about.target,
				&s->interactions[k], &w->items[i] };

			if (one_interaction(c, &about, w->v, &lost, e) != 0)
				return -1;
			if (w->v->state != STATE_OK)
				return 0;
		}
	if (lost && !w->v->why[0])
		(void)snprintf(w->v->why, sizeof(w->v->why), "%lu list%s of "
		    "likes or shares not found", lost, lost == 1 ? "" : "s");
	return 0;
}

/* What is known of the list, and how far back it has to be asked for. */
static int
recall(struct collect *c, struct walk *w, struct err *e)
{
	const struct target *t = w->about.target;
	struct known *k = &w->known;

	w->stop = c->run->since;
	*k = (struct known){ .newest = INT64_MIN, .succeeded = INT64_MIN };
	if (!c->run->evidence->on)
		return 0;
	if (store_known(&c->run->evidence->store, t->source->name, w->next,
	        &c->account, k, e) != 0)
		return -1;
	if (k->newest != INT64_MIN && k->newest - c->run->overlap > w->stop)
		w->stop = k->newest - c->run->overlap;
	/* Likes change while the posts do not: then the posts are needed. */
	if (t->role == ROLE_CANDIDATE && t->source->n_interactions)
		k->etag = k->modified = (struct str){ 0 };
	return 0;
}

/* What the next run may take for granted.  A list that did not come to its
 * end is asked for again from its beginning. */
static int
remember(struct collect *c, struct walk *w, struct err *e)
{
	const struct coverage *v = w->v;
	struct known *k = &w->now;

	if (!c->run->evidence->on || !w->first.n ||
	    (v->state != STATE_OK && v->state != STATE_UNCHANGED))
		return 0;
	if (v->state == STATE_UNCHANGED || !w->complete)
		*k = w->known;
	k->succeeded = v->captured;
	return store_learn(&c->run->evidence->store,
	    w->about.target->source->name, w->first, k, e);
}

static int
finish(struct collect *c, const struct target *t, const struct coverage *v,
    struct err *e)
{
	buf_reset(&c->line);
	record_coverage(&c->line, t, v);
	if (buf_check(&c->line, e) != 0)
		return -1;
	collect_note(c, NULL, v->captured);
	buf_put(&c->lines, buf_str(&c->line));
	buf_char(&c->lines, '\n');
	return collect_say(c, e);
}

/* The id of an account of which only the handle was declared.  *known is the
 * account with it.  1; 0: there is none, *v says why; -1 with *e set. */
static int
resolve(struct collect *c, const struct target *t, struct target *known,
    struct coverage *v, struct err *e)
{
	const struct source *s = t->source;
	struct question q = { .source = s };
	struct page p = { 0 };
	struct answer a;
	int rc;

	*known = *t;
	arena_reset(&c->account);
	if (!must_resolve(t))
		return 1;
	*v = (struct coverage){ .captured = c->run->now };
	rc = fill(c, t, *must_resolve(t), NULL, v, &q.url, e);
	if (rc <= 0)
		return rc;
	arena_reset(&c->page);
	if (ask_get(&c->ask, &q, &c->page, &a, e) != 0)
		return -1;
	v->captured = a.captured;
	rc = a.status >= 200 && a.status < 300 ? body_find(a.body,
	    s->resolve.at, &c->page, &known->account.id, e) : 0;
	if (rc < 0)
		return -1;
	if (rc > 0) {
		known->resolved = true;
		known->account.id = arena_copy(&c->resolved,
		    known->account.id);
		return known->account.id.p ? 1 : err_nomem(e);
	}
	v->state = a.status ? ask_state(s, &a, false, p.why) : a.state;
	if (v->state == STATE_FORMAT_DRIFT)
		v->state = STATE_NOT_FOUND;
	(void)snprintf(v->why, sizeof(v->why), "not found out what to ask: "
	    "%.120s", a.status ? p.why : a.why);
	return 0;
}

int
collect_one(struct collect *c, const struct target *t, struct coverage *v,
    struct err *e)
{
	struct target known;
	struct walk w = { .about = { .target = t }, .v = v };
	unsigned long before = c->ask.requests;
	int rc;

	arena_reset(&c->resolved);
	rc = resolve(c, t, &known, v, e);
	if (rc > 0)
		rc = collect_url(c, &known, v, &w.next, e);
	if (rc > 0 && recall(c, &w, e) != 0)
		return -1;
	if (rc < 0 || (rc > 0 && pages_all(c, &w, e) != 0))
		return -1;
	if (v->state == STATE_OK && all_interactions(c, &w, e) != 0)
		return -1;
	if (remember(c, &w, e) != 0)
		return -1;
	v->requests = c->ask.requests - before;
	return finish(c, t, v, e);
}
