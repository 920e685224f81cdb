#include "work.h"

#include "gather.h"

enum { MEM_FIRST = 1 << 12, MEM_MAX = 16 << 20, NAP_MS = 1000 };

struct worker {
	struct work *work;
	struct fiber fiber;
	struct conn conn;
	struct collect collect;
};

static void
stop(struct work *w, const struct err *e)
{
	if (!w->failed.code)
		w->failed = *e;
}

/* The life of a worker. */
static void
run(void *arg)
{
	struct worker *me = arg;
	struct work *w = me->work;
	struct err e = { 0 };

	while (!w->failed.code && w->next < w->plan->n &&
	    !w->run->evidence->out->errnum) {
		const struct target *t = &w->plan->v[w->next++];
		unsigned long requests = me->collect.ask.requests;
		unsigned long captures = me->collect.captures;
		struct coverage v;

		if (gather_one(&me->collect, t, &v, &e) != 0) {
			stop(w, &e);
			return;
		}
		w->requests += me->collect.ask.requests - requests;
		w->captures += me->collect.captures - captures;
		summary_account(w->summary, t, &v);
	}
}

static int
hire(struct work *w, struct worker *me, struct err *e)
{
	*me = (struct worker){ .work = w };
	if (fiber_start(&me->fiber, run, me, e) != 0)
		return -1;
	me->collect.run = w->run;
	me->collect.ask = w->ask;
	me->collect.ask.fiber = &me->fiber;
	if (w->http) {
		me->conn.net = w->http;
		me->conn.fiber = &me->fiber;
		me->collect.ask.transport = (struct transport){ conn_get,
			&me->conn };
		if (conn_open(&me->conn, e) != 0)
			return -1;
	}
	return collect_init(&me->collect, e);
}

/* Let all go on that can.  Returns how many are still at work; *soonest is
 * when the next of them wants to be woken. */
static long
resume_all(struct work *w, int64_t *soonest)
{
	int64_t now = fiber_clock();
	long busy = 0;

	*soonest = INT64_MAX;
	for (long i = 0; i < w->n_workers; i++) {
		struct fiber *f = &w->workers[i].fiber;

		if (!f->done && (f->ready || f->until <= now))
			fiber_resume(f);
		busy += !f->done;
		if (!f->done && f->until < *soonest)
			*soonest = f->until;
	}
	return busy;
}

static bool
any_ready(const struct work *w)
{
	for (long i = 0; i < w->n_workers; i++)
		if (!w->workers[i].fiber.done && w->workers[i].fiber.ready)
			return true;
	return false;
}

/* Wait for the network, the disk or a time; what is at hand goes first. */
static int
wait_for(struct work *w, int64_t soonest, struct err *e)
{
	struct evidence *v = w->run->evidence;
	int64_t now = fiber_clock(), due = evidence_due(v, now);
	int64_t nap = w->summary->bar ? SUMMARY_BAR_MS : NAP_MS;
	int64_t ms = soonest == INT64_MAX ? nap : soonest - now;

	if (due == 0)
		return evidence_flush(v, e);
	ms = due < ms ? due : ms;
	ms = ms < 0 || any_ready(w) ? 0 : ms > nap ? nap : ms;
	return w->http ? http_wait(w->http, (int)ms, e) : 0;
}

/* How far it is, and for whom the longest wait is. */
static void
show(struct work *w)
{
	struct str host = { 0 };
	int64_t until = 0;

	for (long i = 0; i < w->n_workers; i++) {
		const struct ask *k = &w->workers[i].collect.ask;

		if (!k->waits_for.n || k->waits_until <= until)
			continue;
		host = k->waits_for;
		until = k->waits_until;
	}
	summary_progress(w->summary, w->plan, w->requests, host, until);
}

static int
hire_all(struct work *w, struct err *e)
{
	if (arena_init(&w->mem, MEM_FIRST, MEM_MAX) != 0)
		return err_nomem(e);
	if (w->n_workers > (long)w->plan->n)
		w->n_workers = (long)w->plan->n;
	w->workers = arena_alloc(&w->mem, sizeof(*w->workers),
	    (size_t)w->n_workers);
	if (!w->workers)
		return err_nomem(e);
	memset(w->workers, 0, sizeof(*w->workers) * (size_t)w->n_workers);
	for (long i = 0; i < w->n_workers; i++)
		if (hire(w, &w->workers[i], e) != 0)
			return -1;
	return 0;
}

int
work_all(struct work *w, struct err *e)
{
	struct err why = { 0 };
	int64_t soonest;

	if (hire_all(w, e) != 0)
		return -1;
	while (!w->failed.code && resume_all(w, &soonest) > 0) {
		show(w);
		if (wait_for(w, soonest, &why) != 0)
			stop(w, &why);
	}
	/* What came before a failure is said all the same. */
	if (evidence_flush(w->run->evidence, &why) != 0)
		stop(w, &why);
	if (!w->failed.code)
		return 0;
	*e = w->failed;
	return -1;
}

void
work_release(struct work *w)
{
	for (long i = 0; w->workers && i < w->n_workers; i++) {
		struct worker *me = &w->workers[i];

		/* One that was left amid a question still has its transfer. */
		conn_close(&me->conn);
		collect_release(&me->collect);
		fiber_release(&me->fiber);
	}
	arena_release(&w->mem);
	w->workers = NULL;
}
