#include "fill.h"

#include <stdio.h>

#include "body.h"
#include "http.h"

/* host:port of a URL, in the arena; { NULL, 0 } if it is none.  0, or -1. */
static int
host_of(struct collect *c, struct str text, struct str *host, struct err *e)
{
	struct url u;
	char *p;

	*host = (struct str){ 0 };
	switch (http_url(text, NULL, &c->account, &u)) {
	case URL_NOMEM:
		return err_nomem(e);
	case URL_BAD:
		return 0;
	case URL_GOOD:
		break;
	}
	*host = u.host;
	if (!u.port.n)
		return 0;
	p = arena_alloc(&c->account, 1, u.host.n + 1 + u.port.n);
	if (!p)
		return err_nomem(e);
	*host = (struct str){ p, u.host.n + 1 + u.port.n };
	memcpy(p, u.host.p, u.host.n);
	p[u.host.n] = ':';
	memcpy(p + u.host.n + 1, u.port.p, u.port.n);
	return 0;
}

/* The host is in the account's url, else behind the @ of its handle. */
int
fill_values(struct collect *c, const struct target *t,
    struct template_values *values, struct err *e)
{
	const struct account *a = &t->account;
	struct str h = a->handle;

	*values = (struct template_values){ .account_id = a->id,
		.handle = h, .url = a->url, .own_id = t->source->own_id };
	if (a->url.n)
		return host_of(c, a->url, &values->host, e);
	for (size_t i = h.n; i > 1; i--)
		if (h.p[i - 1] == '@') {
			values->host = str_skip(h, i);
			break;
		}
	return 0;
}

static int
fill(struct collect *c, struct str template, bool json,
    const struct template_values *values, struct coverage *v, struct str *to,
    struct err *e)
{
	struct buf *b = &c->filled;
	const char *missing = "";
	struct err why = { 0 };
	bool filled;

	buf_reset(b);
	filled = template_fill(template, values, json, b, &missing);
	*to = arena_copy(&c->account, buf_str(b));
	(void)buf_check(b, &why);
	if (!to->p || why.code == ERR_FAIL)
		return err_nomem(e);
	if (filled && !why.code)
		return 1;
	if (filled)
		coverage_fail(v, STATE_NOT_FOUND, LONG_URL);
	else
		coverage_fail(v, STATE_NOT_FOUND, NOT_DECLARED, missing);
	return 0;
}

int
fill_url(struct collect *c, struct str template,
    const struct template_values *values, struct coverage *v, struct str *url,
    struct err *e)
{
	return fill(c, template, false, values, v, url, e);
}

int
fill_list(struct collect *c, const struct list *n,
    const struct template_values *values, struct coverage *v,
    struct place *to, struct err *e)
{
	int rc = fill(c, n->url, false, values, v, &to->url, e);

	to->post = (struct str){ 0 };
	if (rc <= 0 || !n->post.n)
		return rc;
	return fill(c, n->post, true, values, v, &to->post, e);
}

struct str
fill_key(struct collect *c, const struct place *p, struct err *e)
{
	size_t n = p->url.n + 1 + p->post.n;
	char *key;

	if (!p->post.n)
		return p->url;
	key = arena_alloc(&c->account, 1, n + 1);
	if (!key) {
		(void)err_nomem(e);
		return (struct str){ 0 };
	}
	(void)snprintf(key, n + 1, "%.*s %.*s", STR_ARG(p->url),
	    STR_ARG(p->post));
	return (struct str){ key, n };
}

const struct str *
fill_must_resolve(const struct target *t)
{
	const struct resolve *r;

	if (t->role == ROLE_NONE || t->resolved || !plan_way(t))
		return NULL;
	r = &t->source->resolve;
	if (t->account.id.n)
		return r->id.n ? &r->id : NULL;
	return r->handle.n && t->account.handle.n ? &r->handle : NULL;
}

/* Ask for one text of an answer.  As fill_resolve(); what: for a message. */
static int
look_up(struct collect *c, const struct source *s, struct str url,
    struct str at, const char *what, struct arena *to, struct str *found,
    struct coverage *v, struct err *e)
{
	struct question q = { .source = s, .url = url };
	struct page p = { 0 };
	struct answer a;
	int rc;

	arena_reset(&c->page);
	if (ask_get(&c->ask, &q, &c->page, &a, e) != 0)
		return -1;
	v->captured = a.captured;
	rc = a.status >= 200 && a.status < 300
	    ? body_find(a.body, at, &c->page, found, e) : 0;
	if (rc < 0)
		return -1;
	if (rc > 0) {
		*found = arena_copy(to, *found);
		return found->p ? 1 : err_nomem(e);
	}
	v->state = a.status ? ask_state(s, &a, false, p.why) : a.state;
	if (v->state == STATE_FORMAT_DRIFT)
		v->state = STATE_NOT_FOUND;
	(void)snprintf(v->why, sizeof(v->why), "%s: %.120s", what,
	    a.status ? p.why : a.why);
	return 0;
}

int
fill_resolve(struct collect *c, const struct target *t,
    struct target *known, struct coverage *v, struct err *e)
{
	struct template_values values;
	struct str url;
	int rc;

	*known = *t;
	arena_reset(&c->account);
	if (!fill_must_resolve(t))
		return 1;
	*v = (struct coverage){ .captured = c->run->now };
	if (fill_values(c, t, &values, e) != 0)
		return -1;
	rc = fill_url(c, *fill_must_resolve(t), &values, v, &url, e);
	if (rc > 0)
		rc = look_up(c, t->source, url, t->source->resolve.at,
		    DETAIL_NOT_RESOLVED, &c->resolved,
		    &known->account.id, v, e);
	if (rc > 0)
		known->resolved = true;
	return rc;
}

int
fill_home(struct collect *c, const struct target *t,
    struct template_values *values, struct coverage *v, struct err *e)
{
	const struct source *s = t->source;
	struct str url, text;
	int rc = fill_url(c, s->home.url, values, v, &url, e);

	if (rc > 0)
		rc = look_up(c, s, url, s->home.at,
		    DETAIL_NO_HOME, &c->account, &text, v, e);
	if (rc > 0 && host_of(c, text, &values->home, e) != 0)
		return -1;
	if (rc > 0 && !values->home.n)
		coverage_fail(v, STATE_FORMAT_DRIFT, BAD_HOME);
	return rc < 0 ? -1 : rc > 0 && values->home.n;
}

struct str
fill_day(int64_t seconds, char room[FILL_DAY])
{
	struct instant t = { .seconds = seconds };
	char text[INSTANT_TEXT];
	struct str s = instant_text(&t, text);
	size_t n = 0;

	for (size_t i = 0; i < s.n && n < 8; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			room[n++] = s.p[i];
	room[n] = '\0';
	return (struct str){ room, n };
}
