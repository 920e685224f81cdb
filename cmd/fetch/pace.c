#include "pace.h"

#include <stdio.h>
#include <time.h>

#include "instant.h"
#include "usage.h"

enum { MEM_FIRST = 1 << 12, MEM_MAX = 64 << 20, DAY = 86400, MINUTE = 60 };

int
pace_init(struct pace *p, struct err *e)
{
	return arena_init(&p->mem, MEM_FIRST, MEM_MAX) == 0 ? 0
	    : err_nomem(e);
}

int64_t
pace_now(const struct pace *p)
{
	return p->now == INT64_MIN ? (int64_t)time(NULL) : p->now;
}

static struct pace_host *
find(struct pace *p, struct str name, struct err *e)
{
	struct pace_host *h = p->hosts;

	while (h && !str_eq(h->name, name))
		h = h->next;
	if (h)
		return h;
	h = arena_alloc(&p->mem, sizeof(*h), 1);
	if (!h) {
		err_nomem(e);
		return NULL;
	}
	*h = (struct pace_host){ .name = arena_copy(&p->mem, name),
		.next = p->hosts };
	if (!h->name.p) {
		err_nomem(e);
		return NULL;
	}
	if (store_host(p->store, name, &h->h, e) != 0)
		return NULL;
	/* A clock that was wrong once shall not lock a host for ever. */
	if (h->h.not_before > pace_now(p) + 31 * DAY)
		h->h.not_before = 0;
	p->hosts = h;
	return h;
}

struct str
pace_name(struct str host, struct str mark, struct str list,
    struct arena *mem)
{
	size_t n = host.n + mark.n + list.n + sizeof(" key  list ");
	char *p;
	int len;

	if (!mark.n && !list.n)
		return host;
	p = arena_alloc(mem, 1, n);
	if (!p)
		return (struct str){ 0 };
	len = snprintf(p, n, "%.*s%s%.*s%s%.*s", STR_ARG(host),
	    mark.n ? " key " : "", STR_ARG(mark), list.n ? " list " : "",
	    STR_ARG(list));
	return (struct str){ p, (size_t)len };
}

/* A budget whose window is over is whole again. */
static void
renew(struct store_host *h, const struct limits *l, int64_t now)
{
	if (now < h->window + l->seconds && now >= h->window)
		return;
	h->window = now;
	h->used = 0;
}

int64_t
pace_left(struct pace *p, const struct limits *l, struct str host,
    int64_t *left, struct err *e)
{
	struct pace_host *h = find(p, host, e);
	int64_t now = pace_now(p), until;

	if (!h)
		return -1;
	until = h->h.not_before;
	*left = INT64_MAX;
	if (l->requests) {
		renew(&h->h, l, now);
		*left = h->h.used < l->requests ? l->requests - h->h.used : 0;
		if (*left == 0 && h->h.window + l->seconds > until)
			until = h->h.window + l->seconds;
	}
	return until > now ? until - now : 0;
}

long
pace_ask(struct pace *p, const struct limits *l, struct str host,
    int64_t *until, struct err *e)
{
	struct pace_host *h = find(p, host, e);
	int64_t now = pace_now(p);

	if (!h)
		return -1;
	*until = h->h.not_before;
	if (l->requests) {
		renew(&h->h, l, now);
		if (h->h.used >= l->requests &&
		    h->h.window + l->seconds > *until)
			*until = h->h.window + l->seconds;
	}
	if (*until > now)
		return *until - now > p->max_wait ? p->max_wait + 1
		    : (long)(*until - now);
	h->h.used++;
	h->h.not_before = h->pause ? now + h->pause : h->h.not_before;
	return l->requests || h->pause
	    ? store_host_put(p->store, h->name, &h->h, e) : 0;
}

static bool
number(struct str s, int64_t *n)
{
	size_t i = 0;

	for (*n = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++) {
		if (*n > INT64_MAX / 100)
			return false;
		*n = *n * 10 + (s.p[i] - '0');
	}
	return i > 0 && (i == s.n || s.p[i] == '.');
}

int64_t
pace_retry_after(struct str s, int64_t now)
{
	struct instant t = { 0 };
	int64_t n;

	if (number(s, &n))
		return n;
	if (instant_parse_rfc822(s, &t) || instant_parse(s, &t))
		return t.seconds > now ? t.seconds - now : 0;
	return -1;
}

/* When the window ends: a time of day (Mastodon), seconds since 1970 (X), or
 * milliseconds, or seconds from now (the draft of RateLimit). */
static int64_t
reset_time(struct str s, int64_t now)
{
	int64_t n = pace_retry_after(s, now);

	if (n < 0)
		return 0;
	if (n / 100 > now)
		n /= 1000;
	return n > now / 2 ? n : now + n;
}

/* What a RateLimit header says of one budget; -1: nothing. */
struct budget {
	int64_t remaining, reset;
};

/* It is spent: until when. */
static int64_t
spent(const struct budget *b, int64_t now)
{
	return b->remaining == 0 && b->reset >= 0 ? now + b->reset : 0;
}

/* One "name=value" of the header. */
static void
parameter(struct str word, struct budget *one, struct budget *all)
{
	const struct {
		const char *name;
		int64_t *to;
	} known[] = {
		{ "r", &one->remaining }, { "t", &one->reset },
		{ "remaining", &all->remaining }, { "reset", &all->reset },
	};
	size_t i = 0;

	while (word.n && word.p[0] == ' ')
		word = str_skip(word, 1);
	while (i < word.n && word.p[i] != '=')
		i++;
	for (size_t k = 0; i < word.n && k < 4; k++)
		if (str_eq((struct str){ word.p, i },
		    str_from(known[k].name)) &&
		    !number(str_skip(word, i + 1), known[k].to))
			*known[k].to = -1;
}

/* RateLimit: a list of budgets, "daily";r=0;t=30, "burst";r=5;t=1; or the
 * older form, one of them: limit=100, remaining=0, reset=30. */
static int64_t
rate_limit(struct str s, int64_t now)
{
	struct budget one = { -1, -1 }, all = { -1, -1 };
	int64_t until = 0;

	while (s.n) {
		bool quoted = false, end;
		size_t i = 0;

		for (; i < s.n && (quoted || (s.p[i] != ';' && s.p[i] != ','));
		    i++)
			quoted ^= s.p[i] == '"';
		parameter((struct str){ s.p, i }, &one, &all);
		end = i == s.n || s.p[i] == ',';
		if (end && spent(&one, now) > until)
			until = spent(&one, now);
		if (end)
			one = (struct budget){ -1, -1 };
		s = str_skip(s, i < s.n ? i + 1 : i);
	}
	return spent(&all, now) > until ? spent(&all, now) : until;
}

/* What little is left has to last: the less, the longer the pause before each
 * question, up to a minute.  Returns until when nothing is left, or 0. */
static int64_t
hear_usage(struct pace_host *h, const struct source *s,
    const struct limits *l, struct str head, int64_t now, struct arena *mem)
{
	struct used used = usage_said(&s->usage, head, mem);
	double from = (double)s->usage.from;

	h->pause = 0;
	if (used.wait)
		return now + used.wait;
	if (used.percent >= 100)
		return now + (l->seconds ? l->seconds : MINUTE);
	if (used.percent >= from)
		h->pause = 1 + (int64_t)((used.percent - from) /
		    (100 - from) * (MINUTE - 1));
	return h->pause ? now + h->pause : 0;
}

/* It is not asked before that time, and this is kept. */
static int
put_off(struct pace *p, struct pace_host *h, int64_t until, struct err *e)
{
	int64_t now = pace_now(p);

	if (until > now + 31 * DAY)
		until = now + 31 * DAY;
	if (until <= h->h.not_before || until <= now)
		return 0;
	h->h.not_before = until;
	return store_host_put(p->store, h->name, &h->h, e);
}

int
pace_heard(struct pace *p, const struct source *s, const struct limits *l,
    struct str host, const struct answer *a, struct arena *mem, struct err *e)
{
	struct pace_host *h = find(p, host, e);
	int64_t now = pace_now(p), until = 0, n, wait;

	if (!h)
		return -1;
	if (s->usage.headers.n)
		until = hear_usage(h, s, l, a->wire.head, now, mem);
	if (a->limit.n && rate_limit(a->limit, now) > until)
		until = rate_limit(a->limit, now);
	if (a->status == 429 || a->status == 503) {
		wait = a->retry_after.n ? pace_retry_after(a->retry_after, now)
		    : -1;
		if (wait >= 0)
			until = now + wait;
		else if (a->reset.n)
			until = reset_time(a->reset, now);
		else if (a->status == 429 && !until)
			until = now + MINUTE;
	} else if (a->remaining.n && number(a->remaining, &n) && n == 0) {
		until = reset_time(a->reset, now);
	}
	return put_off(p, h, until, e);
}

int
pace_stop(struct pace *p, const struct limits *l, struct str host,
    struct err *e)
{
	struct pace_host *h = find(p, host, e);
	int64_t now = pace_now(p);

	if (!h)
		return -1;
	if (h->h.not_before > now)
		return 0;
	return put_off(p, h, now + (l->seconds ? l->seconds : MINUTE), e);
}

long
pace_backoff(struct pace *p, unsigned n)
{
	long most = 1000L << (n > 6 ? 6 : n - 1);

	/* xorshift64: spread, not secret. */
	p->random ^= p->random << 13;
	p->random ^= p->random >> 7;
	p->random ^= p->random << 17;
	return most / 2 + (long)(p->random % (uint64_t)most);
}

void
pace_release(struct pace *p)
{
	arena_release(&p->mem);
}
