#include "ask.h"

#include <stdio.h>
#include <strings.h>

#include "coding.h"
#include "http.h"
#include "instant.h"
#include "mask.h"

enum { HOPS = 5 };

static bool
may_see_token(const struct source *s, struct str host)
{
	for (size_t i = 0; i < s->token_hosts.n; i++)
		if (str_eq(s->token_hosts.v[i], host))
			return true;
	return false;
}

/* Why this URL is not asked; NULL if it may be. */
static const char *
forbidden(const struct ask *k, const struct url *u)
{
	if (u->user)
		return DETAIL_WITH_PASSWORD;
	if (!str_eq(u->scheme, STR("https")) &&
	    !(k->local && str_eq(u->scheme, STR("http"))))
		return DETAIL_NOT_HTTPS;
	return NULL;
}

static bool
is_redirect(const struct answer *a)
{
	return a->location.n && (a->status == 301 || a->status == 302 ||
	    a->status == 303 || a->status == 307 || a->status == 308);
}

/* No answer: the URL itself is at fault. */
static int
refuse(struct answer *a, int hop, const char *why)
{
	if (hop == 0)
		return transport_none(a, STATE_NOT_FOUND, REFUSED, why);
	return transport_none(a, STATE_NOT_FOUND, REFUSED_HOP, hop, why);
}

/* From what a question is taken. */
struct budget {
	struct str name;
	const struct limits *limits;
};

/* Wait until the host may be asked.  1: it may; 0: not in this run, *a says
 * why; -1 with *e set. */
static int
wait_turn(struct ask *k, const struct budget *b, struct str host,
    struct answer *a, struct err *e)
{
	struct instant t = { 0 };
	char text[INSTANT_TEXT];
	long wait;

	if (!k->pace)
		return 1;
	while ((wait = pace_ask(k->pace, b->limits, b->name, &t.seconds,
	    e)) > 0) {
		if (wait <= k->pace->max_wait) {
			k->waits_for = host;
			k->waits_until = fiber_clock() + wait * 1000L;
			fiber_wait(k->fiber, fiber_clock() + wait * 1000L);
			k->waits_for = (struct str){ 0 };
			if (k->pace->now == INT64_MIN)
				continue;
			return 1; /* a clock that stands has waited, too */
		}
		return transport_none(a, STATE_RATE_LIMITED, WAIT,
		    STR_ARG(host), STR_ARG(instant_text(&t, text)));
	}
	return wait < 0 ? -1 : 1;
}

/* Without what a server did to the body for its way. */
static int
undo(struct answer *a, struct arena *mem, struct err *e)
{
	struct coded c = { .body = a->body, .transfer = a->transfer,
		.encoding = a->encoding };

	if (coding_undo(&c, &coding_limits_default, mem, e) != 0)
		return -1;
	if (c.body.p != a->body.p)
		a->sha256[0] = '\0'; /* that was of the other bytes */
	a->body = c.body;
	return !c.why[0] ? 0
	    : transport_none(a, c.cut ? STATE_TRANSIENT : STATE_FORMAT_DRIFT,
	        SAID, c.why);
}

/* A server may repeat the key, and what it says is kept.  What it has packed
 * cannot be overwritten there: that body is not kept, and no answer. */
static int
hide(struct str key, struct answer *a, struct arena *mem, struct err *e)
{
	struct str *in[] = { &a->wire.sent, &a->wire.head, &a->body, &a->type,
		&a->link, &a->retry_after, &a->location, &a->etag,
		&a->modified, &a->remaining, &a->reset, &a->limit };
	struct answer plain;

	for (size_t i = 0; i < sizeof(in) / sizeof(in[0]); i++)
		(void)mask_key(key, *in[i]);
	if (!a->body.n || (!a->encoding.n && !a->transfer.n))
		return 0;
	plain = *a;
	if (undo(&plain, mem, e) != 0)
		return -1;
	if (plain.status && !mask_key(key, plain.body))
		return 0;
	a->body = (struct str){ 0 };
	a->wire.truncated = "unspecified";
	if (plain.status)
		return transport_none(a, STATE_FORMAT_DRIFT, PACKED_KEY);
	return transport_none(a, plain.state, SAID, plain.why);
}

/* Some say "not so fast" in words of their own. */
static bool
wants_pause(const struct source *s, const struct answer *a)
{
	char why[WHY] = "";

	return a->status >= 400 && a->status != 429 &&
	    ask_state(s, a, false, why) == STATE_RATE_LIMITED;
}

/* One question, one answer, and its evidence. */
static int
exchange(struct ask *k, const struct source *s, const struct request *q,
    const struct budget *b, struct arena *mem, struct answer *a,
    struct err *e)
{
	k->requests++;
	if (k->transport.get(k->transport.ctx, q, mem, a, e) != 0)
		return -1;
	if (q->token.n && hide(q->token, a, mem, e) != 0)
		return -1;
	if (a->status == 304)
		a->known = q->known;
	if (k->warc) {
		warc_answer(k->warc, a);
		warc_connection(k->warc, a);
	}
	if (k->pace && pace_heard(k->pace, s, b->limits, b->name, a, mem,
	        e) != 0)
		return -1;
	if (!a->status) {
		a->body = (struct str){ 0 };
		return 0;
	}
	if (undo(a, mem, e) != 0)
		return -1;
	return k->pace && wants_pause(s, a)
	    ? pace_stop(k->pace, b->limits, b->name, e) : 0;
}

static bool
try_again(const struct ask *k, const struct answer *a, long n)
{
	if (!k->pace || n >= k->tries)
		return false;
	if (a->status == 0)
		return a->state == STATE_TRANSIENT;
	return a->status == 429 || (a->status >= 500 && a->status <= 504 &&
	    a->status != 501);
}

/* The same, again and again if it may help. */
static int
persist(struct ask *k, const struct question *what, const struct request *q,
    struct str host, struct arena *mem, struct answer *a, struct err *e)
{
	const struct source *s = what->source;
	bool own = what->list && what->list->limits.requests;
	const struct budget b = {
		pace_name(host, q->token.n ? s->token_mark : q->token,
		    own ? what->list->name : (struct str){ 0 }, mem),
		own ? &what->list->limits : &s->limits,
	};

	if (!b.name.n)
		return err_nomem(e);
	for (long n = 1;; n++) {
		struct answer before = *a;
		int rc = wait_turn(k, &b, host, a, e);

		if (rc <= 0) {
			if (rc == 0 && n > 1 && before.status)
				*a = before; /* what it said, says more */
			return rc;
		}
		if (exchange(k, s, q, &b, mem, a, e) != 0)
			return -1;
		if (!try_again(k, a, n))
			return 0;
		if (a->status != 429)
			fiber_wait(k->fiber, fiber_clock() +
			    pace_backoff(k->pace, (unsigned)n));
	}
}

/* Ask a site for its rules, as any question, but for these rules. */
static const struct robots_site *
ask_rules(struct ask *k, const struct source *s, struct str site,
    struct arena *mem, struct err *e)
{
	const struct source plain = { .name = s->name,
		.accept = STR("text/plain"), .limits = s->limits };
	struct buf url = { .max = site.n + 16 };
	struct question q = { .source = &plain };
	struct answer a;
	int rc;

	buf_put(&url, site);
	buf_put(&url, STR("/robots.txt"));
	q.url = arena_copy(mem, buf_str(&url));
	rc = buf_check(&url, e);
	buf_release(&url);
	if (rc != 0 || !q.url.p) {
		err_nomem(e);
		return NULL;
	}
	/* Two may ask at the same time; that does no harm. */
	return ask_get(k, &q, mem, &a, e) == 0
	    ? robots_learn(k->robots, site, &a, e) : NULL;
}

/* May it be asked, as far as its robots.txt says?  1; 0: no, *a says why; or
 * -1 with *e set. */
static int
obey(struct ask *k, const struct source *s, const struct url *u,
    struct arena *mem, struct answer *a, struct err *e)
{
	const char *slash = memmem(u->text.p, u->text.n, "://", 3);
	size_t n = slash ? (size_t)(slash - u->text.p) + 3 : 0;
	const struct robots_site *h;
	struct str site = u->text, path;

	if (!k->robots || !s->robots)
		return 1;
	while (n < u->text.n && !strchr("/?#", u->text.p[n]))
		n++;
	site.n = n;
	path = str_skip(u->text, n);
	if (!path.n || path.p[0] != '/')
		path = STR("/");
	h = robots_find(k->robots, site);
	if (!h)
		h = ask_rules(k, s, site, mem, e);
	if (!h)
		return -1;
	if (!h->closed && robots_says(h->rules, STR("netral"), path))
		return 1;
	if (h->closed)
		return transport_none(a, STATE_TRANSIENT, ROBOTS_UNREAD);
	return transport_none(a, STATE_NOT_FOUND, ROBOTS_NO);
}

int
ask_get(struct ask *k, const struct question *what, struct arena *mem,
    struct answer *a, struct err *e)
{
	const struct source *s = what->source;
	struct request q = { .accept = s->accept,
		.token_header = s->token_header, .post = what->post,
		.etag = what->etag, .modified = what->modified,
		.known = what->known };
	struct str base = { 0 }, url = what->url;
	enum url_status st;
	struct url u;
	int rc;

	*a = (struct answer){ .url = url,
		.captured = k->pace ? pace_now(k->pace) : 0 };
	for (int hop = 0; hop <= HOPS; hop++) {
		const char *why;

		st = http_url(url, hop ? &base : NULL, mem, &u);
		if (st == URL_NOMEM)
			return err_nomem(e);
		why = st == URL_BAD ? DETAIL_NOT_URL : forbidden(k, &u);
		if (why)
			return refuse(a, hop, why);
		q.url = base = u.text;
		q.host = u.host;
		q.plain = !str_eq(u.scheme, STR("https"));
		q.token = (struct str){ 0 };
		if (hop == 0 && may_see_token(s, u.host))
			q.token = s->token;
		rc = obey(k, s, &u, mem, a, e);
		if (rc <= 0)
			return rc;
		if (persist(k, what, &q, u.host, mem, a, e) != 0)
			return -1;
		if (a->status == 0 || !is_redirect(a))
			return 0;
		url = a->location;
		q.post = q.etag = q.modified = q.known.id = (struct str){ 0 };
	}
	return transport_none(a, STATE_FORMAT_DRIFT, REDIRECTS, HOPS);
}

static bool
contains(struct str s, struct str part)
{
	return memmem(s.p, s.n, part.p, part.n) != NULL;
}

static bool
type_is(struct str type, struct str wanted)
{
	return type.n >= wanted.n &&
	    strncasecmp(type.p, wanted.p, wanted.n) == 0;
}

static bool
rule_fits(const struct rule *r, const struct answer *a)
{
	return (!r->status || r->status == a->status) &&
	    (!r->type.n || type_is(a->type, r->type)) &&
	    (!r->contains.n || (a->body.n && contains(a->body, r->contains)));
}

/* Text of a server, for people: printable ASCII, not long. */
static void
add_text(char why[WHY], const char *label, struct str s)
{
	size_t n = strlen(why);

	if (!s.n)
		return;
	(void)snprintf(why + n, WHY - n, ", %s %.*s", label,
	    (int)(s.n < 60 ? s.n : 60), s.p);
	for (; why[n]; n++)
		if (why[n] < ' ' || why[n] > '~')
			why[n] = '?';
}

enum state
ask_state(const struct source *s, const struct answer *a, bool fits,
    char why[WHY])
{
	enum state state = (enum state)s->by_status[a->status];
	bool good = a->status >= 200 && a->status < 300;

	if (state == STATE_N)
		state = good ? STATE_OK
		    : a->status == 304 ? STATE_UNCHANGED : STATE_TRANSIENT;
	if (state == STATE_OK && fits)
		return STATE_OK;
	for (size_t i = 0; i < s->n_rules; i++)
		if (rule_fits(&s->rules[i], a)) {
			state = s->rules[i].state;
			why[0] = '\0';
			break;
		}
	if (state == STATE_OK)
		state = STATE_FORMAT_DRIFT;
	if (why[0])
		return state;
	(void)snprintf(why, WHY, "HTTP %d", a->status);
	if (good)
		add_text(why, "Content-Type", a->type);
	if (state == STATE_AUTH && !s->token.n)
		add_text(why, "no key in", s->token_env);
	add_text(why, "Retry-After", a->retry_after);
	return state;
}
