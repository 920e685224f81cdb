#include "collect.h"

#include <stdio.h>
#include <time.h>

#include "http.h"
#include "ndjson.h"
#include "pages.h"
#include "template.h"

enum { MEM_FIRST = 1 << 16, URL_MAX = 8192 };

#define ACCOUNT_MAX ((size_t)64 << 20)

int
collect_init(struct collect *c, struct err *e)
{
	if (arena_init(&c->page, MEM_FIRST, nd_limits_default.mem * 2) != 0 ||
	    arena_init(&c->account, MEM_FIRST, ACCOUNT_MAX) != 0)
		return err_nomem(e);
	return 0;
}

void
collect_release(struct collect *c)
{
	arena_release(&c->page);
	arena_release(&c->account);
	buf_release(&c->line);
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

int
collect_url(struct collect *c, const struct target *t, struct coverage *v,
    struct str *url, struct err *e)
{
	arena_reset(&c->account);
	*v = (struct coverage){ .captured = c->now };
	if (c->now == INT64_MIN)
		v->captured = (int64_t)time(NULL);
	if (t->role == ROLE_NONE) {
		*url = t->account.url;
		return 1;
	}
	return fill(c, t, t->source->timeline, NULL, v, url, e);
}

/* Who liked or shared one item.  *lost counts lists that are not there: the
 * post may have been deleted meanwhile. */
static int
one_interaction(struct collect *c, const struct about *about,
    struct coverage *whole, unsigned long *lost, struct err *e)
{
	struct coverage v = { .captured = whole->captured };
	struct walk w = { .about = *about, .v = &v };
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

int
collect_one(struct collect *c, const struct target *t, struct coverage *v,
    struct err *e)
{
	struct walk w = { .about = { .target = t }, .v = v };
	unsigned long before = c->ask->requests;
	int rc = collect_url(c, t, v, &w.next, e);

	if (rc < 0 || (rc > 0 && pages_all(c, &w, e) != 0))
		return -1;
	if (v->state == STATE_OK && all_interactions(c, &w, e) != 0)
		return -1;
	v->requests = c->ask->requests - before;
	buf_reset(&c->line);
	record_coverage(&c->line, t, v);
	if (buf_check(&c->line, e) != 0)
		return -1;
	out_line(c->out, buf_str(&c->line));
	out_flush(c->out);
	return 0;
}
