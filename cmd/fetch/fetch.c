#include "fetch.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "gather.h"
#include "instant.h"
#include "ndjson.h"
#include "token.h"

enum { PARSED = 1 << 18 }; /* bytes at first */

static int
read_time(const char *option, const char *text, int64_t *seconds,
    struct err *e)
{
	struct instant t = { 0 };

	if (!instant_parse(str_from(text), &t) || t.assumed_zone)
		return err_set(e, ERR_USAGE, "%s: expected a time such as "
		    "2024-10-05T09:00:00+07:00, got \"%.60s\"", option, text);
	*seconds = t.seconds;
	return 0;
}

static int
set_clock(struct fetch *f, struct err *e)
{
	f->want.now = (int64_t)time(NULL);
	f->fixed = f->now != NULL;
	f->collecting.since = f->collecting.until = INT64_MIN;
	if (f->now && read_time("--now", f->now, &f->want.now, e) != 0)
		return -1;
	if (f->since &&
	    read_time("--since", f->since, &f->collecting.since, e) != 0)
		return -1;
	if (f->until &&
	    read_time("--until", f->until, &f->collecting.until, e) != 0)
		return -1;
	return f->since && f->until &&
	    f->collecting.until < f->collecting.since
	    ? err_set(e, ERR_USAGE, "--until is before --since") : 0;
}

static int
setup_plan(struct fetch *f, struct err *e)
{
	const struct plan_options *o = &f->want;

	if (!f->plan.office.dir && !o->accounts && !o->contests.n &&
	    !f->check)
		return err_set(e, ERR_USAGE, "nothing to ask: give --office "
		    "DIR or a URL");
	return plan_load(&f->plan, o, &f->sources, e);
}

int
fetch_setup(struct fetch *f, int n, char **urls, struct err *e)
{
	const char *name = f->source ? f->source : "feed";
	const struct source *s;

	if (set_clock(f, e) != 0 || sources_load(&f->sources, f->local, e) != 0)
		return -1;
	for (size_t i = 0; i < f->sources.n; i++)
		if (token_load(&f->sources.v[i], &f->sources.mem, e) != 0)
			return -1;
	for (size_t i = 0; i < f->sources.n; i++)
		token_leave_environment(&f->sources.v[i]);
	if (plan_open(&f->plan, f->office, e) != 0)
		return -1;
	if (n == 0)
		return setup_plan(f, e);
	s = sources_named(&f->sources, str_from(name));
	if (!s)
		return err_set(e, ERR_USAGE, "--source: there is no "
		    "sources/%.60s.json", name);
	for (int i = 0; i < n; i++)
		if (plan_given(&f->plan, s, urls[i], e) != 0)
			return -1;
	return 0;
}

static int
name_agent(struct fetch *f, struct err *e)
{
	struct buf *b = &f->user_agent;

	buf_put(b, STR("netral/" NETRAL_VERSION));
	if (f->plan.office.contact.n) {
		buf_put(b, STR(" (+"));
		buf_put(b, f->plan.office.contact);
		buf_char(b, ')');
	}
	buf_char(b, '\0');
	return buf_check(b, e);
}

/* A folder for what is kept: --state, or the office's. */
static int
open_state(struct fetch *f, struct err *e)
{
	char path[STORE_PATH];
	const char *dir = f->state;

	if (!dir && f->plan.office.dir) {
		if (snprintf(path, sizeof(path), "%s/state",
		        f->plan.office.dir) >= STORE_PATH)
			return err_set(e, ERR_USAGE, "the path is too long");
		dir = path;
	}
	if (!dir) {
		if (!f->summary.quiet)
			summary_say("no office folder and no --state: "
			    "no evidence is kept");
		return 0;
	}
	return evidence_open(&f->evidence, dir, str_from(f->user_agent.p),
	    f->want.now, e);
}

static int
open_live(struct fetch *f, struct err *e)
{
	int64_t now = f->collecting.now;

	f->http = (struct http){ .user_agent = f->user_agent.p, .ca = f->ca,
		.local = f->local, .now = now, .total = f->parallel,
		.per_host = f->per_host, .max = http_limits_default };
	if (f->timeout)
		f->http.max.total_s = f->timeout;
	if (f->idle)
		f->http.max.idle_s = f->idle;
	f->pace = (struct pace){ .store = &f->evidence.store, .now = now,
		.max_wait = f->max_wait, .random = 88172645463325252u };
	f->pace.random ^= f->seed ? (uint64_t)f->seed
	    : (uint64_t)time(NULL) << 16 ^ (uint64_t)getpid();
	if (open_state(f, e) != 0 || pace_init(&f->pace, e) != 0 ||
	    robots_init(&f->robots, e) != 0 || http_open(&f->http, e) != 0)
		return -1;
	f->work.http = &f->http;
	f->work.ask.pace = &f->pace;
	f->work.ask.robots = &f->robots;
	f->work.ask.tries = f->tries;
	if (f->evidence.on)
		f->work.ask.warc = &f->evidence.warc;
	return 0;
}

/* For --dry-run, what is remembered, if anything is. */
static int
open_memory(struct fetch *f, struct err *e)
{
	char path[STORE_PATH + 16], dir[STORE_PATH];

	f->pace = (struct pace){ .store = &f->evidence.store,
		.now = f->want.now };
	f->estimate = (struct estimate){ .pace = &f->pace,
		.per_host = f->per_host };
	if (pace_init(&f->pace, e) != 0 || estimate_init(&f->estimate, e) != 0)
		return -1;
	if (f->state)
		(void)snprintf(dir, sizeof(dir), "%s", f->state);
	else if (f->plan.office.dir)
		(void)snprintf(dir, sizeof(dir), "%.*s/state", STORE_PATH - 8,
		    f->plan.office.dir);
	else
		return 0;
	(void)snprintf(path, sizeof(path), "%s/fetch.db", dir);
	return access(path, R_OK) == 0 ? store_open(&f->evidence.store, dir, e)
	    : 0;
}

int
fetch_open(struct fetch *f, struct err *e)
{
	f->evidence.out = &f->out;
	f->collecting.evidence = &f->evidence;
	f->collecting.parsed = &f->parsed;
	f->collecting.pages = f->pages;
	f->collecting.overlap = f->overlap * 3600;
	f->collecting.now = f->fixed ? f->want.now : INT64_MIN;
	f->work = (struct work){ .plan = &f->plan, .run = &f->collecting,
		.summary = &f->summary, .n_workers = f->parallel };
	f->work.ask.local = f->local;
	if (arena_init(&f->parsed, PARSED, nd_limits_default.mem * 2) != 0)
		return err_nomem(e);
	if (name_agent(f, e) != 0)
		return -1;
	if (f->from) {
		f->replay = (struct replay){ .dir = f->from,
			.now = f->want.now,
			.body_max = http_limits_default.body };
		f->work.ask.transport = (struct transport){ replay_get,
			&f->replay };
		f->work.n_workers = 1;
		if (replay_open(&f->replay, e) != 0)
			return -1;
	} else if (!f->dry_run && open_live(f, e) != 0) {
		return -1;
	}
	if (f->dry_run && open_memory(f, e) != 0)
		return -1;
	return out_open(&f->out, f->output, e);
}

/* One line of --dry-run: role, owner, platform, requests, URL. */
static int
print_plan(struct fetch *f, struct collect *c, const struct target *t,
    struct err *e)
{
	const char *role = plan_role(t->role);
	char requests[24] = "0";
	struct coverage v;
	struct walk w = { .about = { .target = t }, .v = &v };
	int rc = gather_ask(c, &w, e);

	if (rc > 0)
		rc = estimate_add(&f->estimate, t, w.next.url, requests, e) == 0
		    ? 1 : -1;
	if (rc < 0)
		return -1;
	out_put(&f->out, str_from(role ? role : "-"));
	out_put(&f->out, STR("\t"));
	out_put(&f->out, t->owner.n ? t->owner : STR("-"));
	out_put(&f->out, STR("\t"));
	out_put(&f->out, t->account.platform);
	out_put(&f->out, STR("\t"));
	out_put(&f->out, str_from(requests));
	out_put(&f->out, STR("\t"));
	out_line(&f->out, rc ? w.next.url : str_from(v.why));
	return 0;
}

static int
by_success(const void *a, const void *b)
{
	const struct target *x = a, *y = b;

	if (x->succeeded != y->succeeded)
		return x->succeeded < y->succeeded ? -1 : 1;
	return x->place < y->place ? -1 : 1;
}

/* Who was seen longest ago comes first, so that one who is blocked starves
 * nobody. */
static int
put_in_order(struct fetch *f, struct collect *c, struct err *e)
{
	for (size_t i = 0; i < f->plan.n; i++) {
		struct target *t = &f->plan.v[i];
		struct coverage v;
		struct walk w = { .about = { .target = t }, .v = &v };
		int rc = gather_first(c, &w, e);

		t->place = i;
		t->succeeded = INT64_MIN;
		if (rc > 0)
			rc = store_succeeded(&f->evidence.store,
			    t->source->name, w.key, &t->succeeded, e);
		if (rc < 0)
			return -1;
	}
	qsort(f->plan.v, f->plan.n, sizeof(*f->plan.v), by_success);
	return 0;
}

int
fetch_plan(struct fetch *f, struct err *e)
{
	struct collect c = { .run = &f->collecting };
	int rc = collect_init(&c, e);

	if (rc == 0 && f->evidence.store.db && f->plan.n)
		rc = put_in_order(f, &c, e);
	for (size_t i = 0; rc == 0 && f->dry_run && i < f->plan.n; i++)
		rc = print_plan(f, &c, &f->plan.v[i], e);
	f->estimate.indonesian = f->summary.indonesian;
	if (rc == 0 && f->dry_run && !f->summary.quiet)
		rc = estimate_say(&f->estimate, summary_say, e);
	collect_release(&c);
	return rc;
}

static void
say_wrong(void *ctx, const char *path, unsigned long long offset,
    const char *why)
{
	const struct fetch *f = ctx;
	char text[1024];

	if (f->summary.quiet)
		return;
	(void)snprintf(text, sizeof(text), "%.400s: byte %llu: %.200s", path,
	    offset, why);
	summary_say(text);
}

int
fetch_again(struct fetch *f, struct err *e)
{
	struct again *g = &f->again;
	char path[STORE_PATH * 2];
	struct arena mem;
	struct str name;
	int rc;

	g->out = &f->out;
	g->bad = say_wrong;
	g->ctx = f;
	if (again_init(g, e) != 0)
		return -1;
	if (!f->evidence.on)
		return again_file(g, f->from, false, e);
	if (arena_init(&mem, 1 << 12, 1 << 20) != 0)
		return err_nomem(e);
	while ((rc = store_undelivered(&f->evidence.store, &mem, &name,
	    e)) > 0) {
		(void)snprintf(path, sizeof(path), "%s/%.*s",
		    f->evidence.store.warc, STR_ARG(name));
		arena_reset(&mem);
		if (access(path, F_OK) != 0) {
			/* Cut off before it had asked anything. */
			if (errno == ENOENT)
				continue;
		}
		rc = again_file(g, path, true, e);
		if (rc != 0)
			break;
	}
	arena_release(&mem);
	return rc;
}

void
fetch_release(struct fetch *f)
{
	summary_release(&f->summary);
	work_release(&f->work);
	arena_release(&f->parsed);
	again_release(&f->again);
	robots_release(&f->robots);
	estimate_release(&f->estimate);
	pace_release(&f->pace);
	evidence_close(&f->evidence);
	replay_close(&f->replay);
	http_close(&f->http);
	plan_release(&f->plan);
	for (size_t i = 0; i < f->sources.n; i++)
		token_wipe(&f->sources.v[i]);
	sources_release(&f->sources);
	buf_release(&f->user_agent);
}
