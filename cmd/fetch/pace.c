#include "pace.h"

#include <time.h>

#include "instant.h"

enum { MEM_FIRST = 1 << 12, MEM_MAX = 64 << 20, DAY = 86400 };

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

long
pace_ask(struct pace *p, const struct source *s, struct str host,
    int64_t *until, struct err *e)
{
	struct pace_host *h = find(p, host, e);
	int64_t now = pace_now(p);

	if (!h)
		return -1;
	*until = h->h.not_before;
	if (s->budget) {
		if (now >= h->h.window + s->budget_s || now < h->h.window) {
			h->h.window = now;
			h->h.used = 0;
		}
		if (h->h.used >= s->budget &&
		    h->h.window + s->budget_s > *until)
			*until = h->h.window + s->budget_s;
	}
	if (*until > now)
		return *until - now > p->max_wait ? p->max_wait + 1
		    : (long)(*until - now);
	h->h.used++;
	return s->budget ? store_host_put(p->store, h->name, &h->h, e) : 0;
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
 * seconds from now (the draft of RateLimit). */
static int64_t
reset_time(struct str s, int64_t now)
{
	int64_t n = pace_retry_after(s, now);

	if (n < 0)
		return 0;
	return n > now / 2 ? n : now + n;
}

/* RateLimit: "limit"; r=0; t=30, or limit=100, remaining=0, reset=30. */
static bool
parameter(struct str s, const char *a, const char *b, int64_t *n)
{
	struct str word, value;

	while (s.n) {
		size_t i = 0;

		while (i < s.n && s.p[i] != ';' && s.p[i] != ',')
			i++;
		word = (struct str){ s.p, i };
		s = str_skip(s, i < s.n ? i + 1 : i);
		while (word.n && word.p[0] == ' ')
			word = str_skip(word, 1);
		for (i = 0; i < word.n && word.p[i] != '='; i++)
			;
		if (i == word.n)
			continue;
		value = str_skip(word, i + 1);
		word.n = i;
		if (str_eq(word, str_from(a)) || str_eq(word, str_from(b)))
			return number(value, n);
	}
	return false;
}

int
pace_heard(struct pace *p, struct str host, const struct answer *a,
    struct err *e)
{
	struct pace_host *h = find(p, host, e);
	int64_t now = pace_now(p), until = 0, n, wait;

	if (!h)
		return -1;
	if (a->status == 429 || a->status == 503) {
		wait = a->retry_after.n ? pace_retry_after(a->retry_after, now)
		    : -1;
		if (wait >= 0)
			until = now + wait;
		else if (a->reset.n)
			until = reset_time(a->reset, now);
		else if (a->status == 429)
			until = now + 60;
	} else if (a->remaining.n && number(a->remaining, &n) && n == 0) {
		until = reset_time(a->reset, now);
	} else if (a->limit.n && parameter(a->limit, "r", "remaining", &n) &&
	    n == 0 && parameter(a->limit, "t", "reset", &n)) {
		until = now + n;
	}
	if (until > now + 31 * DAY)
		until = now + 31 * DAY;
	if (until <= h->h.not_before || until <= now)
		return 0;
	h->h.not_before = until;
	return store_host_put(p->store, h->name, &h->h, e);
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
