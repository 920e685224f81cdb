#include "estimate.h"

#include <stdio.h>

#include "fill.h"
#include "http.h"

enum { MEM_FIRST = 1 << 14, MEM_MAX = 64 << 20, FIRST = 16, LINE = 400 };

int
estimate_init(struct estimate *t, struct err *e)
{
	return arena_init(&t->mem, MEM_FIRST, MEM_MAX) == 0 ? 0
	    : err_nomem(e);
}

void
estimate_release(struct estimate *t)
{
	arena_release(&t->mem);
}

/* Each list costs a question even if it is empty. */
static unsigned long
least_of(const struct target *one)
{
	const struct source *s = one->source;
	unsigned long n = 1 + s->robots;
	bool home = false;

	if (one->role == ROLE_NONE)
		return n;
	n += fill_must_resolve(one) != NULL;
	for (size_t i = 0; one->role > ROLE_NAMED && i < s->n_lists; i++) {
		const struct list *list = &s->lists[i];

		if (list->whose != WHOSE_ALL &&
		    (list->whose == WHOSE_EMPLOYEE) !=
		    (one->role == ROLE_EMPLOYEE))
			continue;
		n++;
		home |= template_has(list->url, "home");
	}
	return n + home;
}

static bool
may_need_more(const struct target *one)
{
	const struct source *s = one->source;

	return s->timeline.turn.type != PAGING_NONE || s->window_days ||
	    (one->role == ROLE_CANDIDATE && s->n_interactions);
}

static struct estimate_host *
find(struct estimate *t, const struct source *s, struct str host,
    struct err *e)
{
	size_t want = t->cap ? t->cap * 2 : FIRST;
	struct estimate_host *v = t->v;
	struct str name, mark = { 0 };

	for (size_t i = 0; i < s->token_hosts.n; i++)
		if (str_eq(s->token_hosts.v[i], host))
			mark = s->token_mark;
	for (size_t i = 0; i < t->n; i++)
		if (str_eq(v[i].host, host) &&
		    str_eq(v[i].source->token_mark, s->token_mark) &&
		    v[i].source->limits.requests == s->limits.requests)
			return &v[i];
	if (t->n == t->cap)
		v = arena_grow(&t->mem, v, t->cap * sizeof(*v),
		    want * sizeof(*v));
	host = arena_copy(&t->mem, host);
	name = pace_name(host, mark, (struct str){ 0 }, &t->mem);
	if (!v || !host.p || !name.p) {
		(void)err_nomem(e);
		return NULL;
	}
	t->cap = t->n == t->cap ? want : t->cap;
	t->v = v;
	v[t->n] = (struct estimate_host){ .host = host, .name = name,
		.source = s };
	return &v[t->n++];
}

int
estimate_add(struct estimate *t, const struct target *one, struct str url,
    char text[24], struct err *e)
{
	unsigned long least = least_of(one);
	bool more = may_need_more(one);
	struct estimate_host *h;
	struct url u;

	if (http_url(url, NULL, &t->mem, &u) != URL_GOOD)
		u.host = STR("-");
	h = find(t, one->source, u.host, e);
	if (!h)
		return -1;
	h->accounts++;
	h->least += least;
	h->more |= more;
	t->accounts++;
	t->least += least;
	t->more |= more;
	(void)snprintf(text, 24, "%lu%s", least, more ? "+" : "");
	return 0;
}

/* Until the last of n questions is put: a second each, and the windows that
 * have to pass before the budget is whole again. */
static int64_t
duration(const struct estimate *t, const struct estimate_host *h,
    int64_t left, int64_t wait)
{
	const struct source *s = h->source;
	int64_t n = (int64_t)h->least, took;

	took = (n + t->per_host - 1) / t->per_host;
	if (!s->limits.requests || n <= left)
		return wait + took;
	if (left > 0) /* then the window is open, and ends at some time */
		wait += s->limits.seconds;
	return wait + (n - left - 1) / s->limits.requests * s->limits.seconds + took;
}

static void
put_time(const struct estimate *t, char *to, size_t room, int64_t seconds)
{
	bool id = t->indonesian;

	if (seconds < 120)
		(void)snprintf(to, room, "%lld %s", (long long)seconds,
		    id ? "dtk" : "s");
	else if (seconds < 2 * 3600)
		(void)snprintf(to, room, "%lld %s",
		    (long long)(seconds + 59) / 60, id ? "mnt" : "min");
	else
		(void)snprintf(to, room, "%lld %s",
		    (long long)(seconds + 3599) / 3600, id ? "jam" : "h");
}

/* "5 accounts, 10 requests or more". */
static void
put_counts(const struct estimate *t, char *to, size_t room,
    unsigned long accounts, unsigned long least, bool more)
{
	if (t->indonesian)
		(void)snprintf(to, room, "%lu akun, %lu permintaan%s",
		    accounts, least, more ? " atau lebih" : "");
	else
		(void)snprintf(to, room, "%lu account%s, %lu request%s%s",
		    accounts, accounts == 1 ? "" : "s", least,
		    least == 1 ? "" : "s", more ? " or more" : "");
}

static void
say_host(const struct estimate *t, const struct estimate_host *h,
    int64_t left, int64_t wait, const char *took,
    void (*say)(const char *line))
{
	const struct source *s = h->source;
	char line[LINE], counts[80], budget[80] = "", pause[48] = "", text[32];
	bool id = t->indonesian;

	put_counts(t, counts, sizeof(counts), h->accounts, h->least, h->more);
	if (s->limits.requests)
		(void)snprintf(budget, sizeof(budget), id ? "; sisa %lld dari "
		    "%lld dalam %lld dtk" : "; %lld of %lld in %lld s are left",
		    (long long)left, (long long)s->limits.requests,
		    (long long)s->limits.seconds);
	put_time(t, text, sizeof(text), wait);
	if (wait > 0)
		(void)snprintf(pause, sizeof(pause), id ? "; tunggu dulu %s"
		    : "; not before %s", text);
	(void)snprintf(line, sizeof(line), "%.*s%s%.*s: %s%s%s; %s",
	    (int)(h->host.n < 60 ? h->host.n : 60), h->host.p,
	    h->name.n > h->host.n ? id ? " dengan " : " with " : "",
	    h->name.n > h->host.n ? (int)s->token_env.n : 0, s->token_env.p,
	    counts, budget, pause, took);
	say(line);
}

int
estimate_say(struct estimate *t, void (*say)(const char *line),
    struct err *e)
{
	char line[LINE], counts[80], took[32];
	int64_t longest = 0;
	bool id = t->indonesian;

	for (size_t i = 0; i < t->n; i++) {
		const struct estimate_host *h = &t->v[i];
		int64_t left, one, wait = pace_left(t->pace,
		    &h->source->limits, h->name, &left, e);

		if (wait < 0)
			return -1;
		one = duration(t, h, left, wait);
		longest = one > longest ? one : longest;
		put_time(t, took, sizeof(took), one);
		if (i < ESTIMATE_HOSTS)
			say_host(t, h, left, wait, took, say);
	}
	if (t->n > ESTIMATE_HOSTS) {
		(void)snprintf(line, sizeof(line), id ? "dan %zu host lagi"
		    : "and %zu more hosts", t->n - ESTIMATE_HOSTS);
		say(line);
	}
	put_counts(t, counts, sizeof(counts), t->accounts, t->least, t->more);
	put_time(t, took, sizeof(took), longest);
	(void)snprintf(line, sizeof(line), id ? "rencana: %s, %s%s bila tiap "
	    "jawaban butuh satu detik" : "plan: %s, %s%s at a second an answer",
	    counts, took, !t->more ? "" : id ? " atau lebih" : " or more");
	say(line);
	return 0;
}
