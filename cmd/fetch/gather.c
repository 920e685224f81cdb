#include "gather.h"

#include <time.h>

#include "fill.h"
#include "lists.h"
#include "next.h"
#include "pages.h"

/* No way to look.  Always 0. */
static int
no_way(const struct target *t, struct coverage *v)
{
	if (t->source)
		coverage_fail(v, STATE_NO_SOURCE, NO_KEY,
		    STR_ARG(t->source->name));
	else
		coverage_fail(v, STATE_NO_SOURCE, NO_SOURCE);
	return 0;
}

int
gather_first(struct collect *c, struct walk *w, struct err *e)
{
	const struct target *t = w->about.target;
	struct template_values *values = &w->values;
	struct coverage *v = w->v;
	struct place *at = &w->next;
	int rc;

	arena_reset(&c->account);
	*v = (struct coverage){ .captured = c->run->now };
	if (c->run->now == INT64_MIN)
		v->captured = (int64_t)time(NULL);
	if (!plan_way(t))
		return no_way(t, v);
	*at = (struct place){ t->account.url, { NULL, 0 } };
	w->key = at->url;
	if (fill_values(c, t, values, e) != 0)
		return -1;
	if (t->role == ROLE_NONE)
		return 1;
	/* A piece of time is no part of what a list is remembered by. */
	values->from_day = values->to_day = STR("-");
	if (fill_must_resolve(t))
		rc = fill_url(c, *fill_must_resolve(t), values, v, &at->url,
		    e);
	else
		rc = fill_list(c, &t->source->timeline, values, v, at, e);
	values->from_day = values->to_day = (struct str){ 0 };
	if (rc > 0)
		w->key = fill_key(c, at, e);
	return rc > 0 && !w->key.n ? -1 : rc;
}

static int
finish(struct collect *c, const struct target *t, const struct coverage *v,
    struct err *e)
{
	struct buf *b = &c->lines;
	size_t from = b->n;

	record_coverage(b, t, v);
	if (buf_check(b, e) != 0)
		return -1;
	collect_note(c, (struct str){ b->p + from, b->n - from - 1 }, NULL,
	    v->captured);
	buf_char(b, '\n');
	return collect_say(c, e);
}

/* A timeline that is asked for in pieces of time, the newest first. */
static int
by_windows(struct collect *c, struct walk *w, struct err *e)
{
	enum { DAY = 86400 };
	const struct source *s = w->about.target->source;
	int64_t to = c->run->until, from, first;
	char from_day[FILL_DAY], to_day[FILL_DAY];
	int rc;

	if (to == INT64_MIN || to > w->v->captured)
		to = w->v->captured;
	first = w->stop == INT64_MIN ? to - s->window_days * DAY : w->stop;
	for (; to >= first; to = from - DAY) {
		from = to - s->window_days * DAY;
		if (from < first)
			from = first;
		w->values.from_day = fill_day(from, from_day);
		w->values.to_day = fill_day(to, to_day);
		rc = fill_list(c, w->list, &w->values, w->v, &w->next, e);
		if (rc <= 0 || pages_all(c, w, e) != 0)
			return rc < 0 || rc > 0 ? -1 : 0;
		if (w->v->state != STATE_OK || !w->complete)
			return 0;
		if (from == first)
			break;
	}
	if (w->stop == INT64_MIN)
		coverage_fail(w->v, w->v->state, OLDER,
		    (long long)s->window_days);
	return 0;
}

int
gather_ask(struct collect *c, struct walk *w, struct err *e)
{
	const struct target *t = w->about.target;
	int rc = gather_first(c, w, e);

	if (rc <= 0)
		return rc;
	w->list = &t->source->timeline;
	if (collect_recall(c, w, e) != 0)
		return -1;
	if (t->role == ROLE_NONE || t->source->window_days ||
	    fill_must_resolve(t))
		return 1;
	return next_since(c, w, e) == 0 ? 1 : -1;
}

/* All of the timeline. */
static int
timeline(struct collect *c, struct walk *w, struct err *e)
{
	const struct target *t = w->about.target;
	int rc = gather_ask(c, w, e);

	if (rc <= 0)
		return rc;
	if (t->source->window_days && t->role)
		return by_windows(c, w, e);
	rc = pages_all(c, w, e);
	if (w->now.since.n && w->v->state == STATE_OK && !w->v->items) {
		*w->v = (struct coverage){ .captured = w->v->captured };
		coverage_fail(w->v, STATE_UNCHANGED, NOTHING_NEWER);
	}
	return rc;
}

/* By the handle, too: the plan looks for it without asking for its id. */
static int
remember_handle(struct collect *c, const struct target *t,
    const struct coverage *v, struct err *e)
{
	struct known k = store_nothing;
	struct coverage none;
	struct walk w = { .about = { .target = t }, .v = &none };
	int rc;

	if (!c->run->evidence->on || !fill_must_resolve(t) ||
	    (v->state != STATE_OK && v->state != STATE_UNCHANGED))
		return 0;
	k.succeeded = v->captured;
	rc = gather_first(c, &w, e);
	return rc <= 0 ? rc : store_learn(&c->run->evidence->store,
	    t->source->name, w.key, &k, e);
}

/* All of an account. */
static int
gather(struct collect *c, const struct target *t, struct coverage *v,
    struct err *e)
{
	struct target known;
	struct walk w = { .about = { .target = &known }, .v = v };
	int rc;

	arena_reset(&c->resolved);
	arena_reset(&c->page);
	rc = fill_resolve(c, t, &known, v, e);
	if (rc < 0 || (rc > 0 && timeline(c, &w, e) != 0))
		return -1;
	if (rc > 0 && lists_all(c, &w, e) != 0)
		return -1;
	return w.key.n && (collect_remember(c, &w, e) != 0 ||
	    remember_handle(c, t, v, e) != 0) ? -1 : 0;
}

/* Did a server answer with more than there is room for, however it did that?
 * Then this account is lost, and no other one. */
static bool
is_too_much(const struct collect *c)
{
	const struct arena *all[] = { &c->page, &c->account, &c->resolved };
	bool full = false, oom = false;

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		full |= all[i]->full;
		oom |= all[i]->oom;
	}
	return full && !oom;
}

int
gather_one(struct collect *c, const struct target *t, struct coverage *v,
    struct err *e)
{
	unsigned long before = c->ask.requests;

	if (gather(c, t, v, e) != 0) {
		if (!is_too_much(c))
			return -1;
		coverage_fail(v, STATE_FORMAT_DRIFT, NO_MEMORY);
	}
	v->requests = c->ask.requests - before;
	return finish(c, t, v, e);
}
