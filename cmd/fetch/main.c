/*
 * netral-fetch -- ask for what declared accounts have published.
 *
 * Not a filter: it has no input but its configuration.  It plans, asks one
 * account after the other, and says for each what became of it.
 */
#include <sys/resource.h>
#include <time.h>

#include "cli.h"
#include "http.h"
#include "instant.h"
#include "replay.h"
#include "summary.h"

struct fetch {
	struct plan_options want;
	const char *office, *from, *source, *now, *output;
	long pages, timeout;
	bool dry_run, local, check;
	bool fixed; /* the clock stands at want.now */

	struct sources sources;
	struct plan plan;
	struct http http;
	struct replay replay;
	struct ask ask;
	struct collect collect;
	struct summary summary;
	struct out out;
	struct buf user_agent;
};

static int
set_clock(struct fetch *f, struct err *e)
{
	struct instant t = { 0 };

	f->want.now = (int64_t)time(NULL);
	if (!f->now)
		return 0;
	if (!instant_parse(str_from(f->now), &t) || t.assumed_zone)
		return err_set(e, ERR_USAGE, "--now: expected a time such as "
		    "2024-10-05T09:00:00+07:00, got \"%.60s\"", f->now);
	f->want.now = t.seconds;
	f->fixed = true;
	return 0;
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

/* Read all configuration. */
static int
setup(struct fetch *f, int n, char **urls, struct err *e)
{
	const char *name = f->source ? f->source : "feed";
	const struct source *s;

	if (set_clock(f, e) != 0 || source_load(&f->sources, f->local, e) != 0)
		return -1;
	for (size_t i = 0; i < f->sources.n; i++)
		if (ask_token(&f->sources.v[i], e) != 0)
			return -1;
	if (plan_open(&f->plan, f->office, e) != 0)
		return -1;
	if (n == 0)
		return setup_plan(f, e);
	s = source_named(&f->sources, str_from(name));
	if (!s)
		return err_set(e, ERR_USAGE, "--source: there is no "
		    "sources/%.60s.json", name);
	for (int i = 0; i < n; i++)
		if (plan_url(&f->plan, s, urls[i], e) != 0)
			return -1;
	return 0;
}

static int
open_http(struct fetch *f, struct err *e)
{
	struct buf *b = &f->user_agent;

	buf_put(b, STR("netral/" NETRAL_VERSION));
	if (f->plan.office.contact.n) {
		buf_put(b, STR(" (+"));
		buf_put(b, f->plan.office.contact);
		buf_char(b, ')');
	}
	buf_char(b, '\0');
	if (buf_check(b, e) != 0)
		return -1;
	f->http = (struct http){ .user_agent = b->p, .local = f->local,
		.now = f->collect.now, .max = http_limits_default };
	if (f->timeout)
		f->http.max.total_s = f->timeout;
	f->ask.transport = (struct transport){ http_get, &f->http };
	return http_open(&f->http, e);
}

/* Everything that is needed to ask. */
static int
open_all(struct fetch *f, struct err *e)
{
	f->ask.local = f->local;
	f->collect = (struct collect){ .ask = &f->ask, .out = &f->out,
		.pages = f->pages, .now = f->fixed ? f->want.now : INT64_MIN };
	if (collect_init(&f->collect, e) != 0)
		return -1;
	if (f->from) {
		f->replay = (struct replay){ .dir = f->from,
			.now = f->want.now,
			.body_max = http_limits_default.body };
		f->ask.transport = (struct transport){ replay_get,
			&f->replay };
		if (replay_open(&f->replay, e) != 0)
			return -1;
	} else if (!f->dry_run && open_http(f, e) != 0) {
		return -1;
	}
	return out_open(&f->out, f->output, e);
}

/* One line of --dry-run: role, owner, platform, URL. */
static int
print_plan(struct fetch *f, const struct target *t, struct err *e)
{
	const char *role = plan_role(t->role);
	struct coverage v;
	struct str url;
	int rc = collect_url(&f->collect, t, &v, &url, e);

	if (rc < 0)
		return -1;
	out_put(&f->out, str_from(role ? role : "-"));
	out_put(&f->out, STR("\t"));
	out_put(&f->out, t->owner.n ? t->owner : STR("-"));
	out_put(&f->out, STR("\t"));
	out_put(&f->out, t->account.platform);
	out_put(&f->out, STR("\t"));
	out_line(&f->out, rc ? url : str_from(v.why));
	return 0;
}

static int
ask_all(struct fetch *f, struct err *e)
{
	struct coverage v;

	for (size_t i = 0; i < f->plan.n && !f->out.errnum; i++) {
		const struct target *t = &f->plan.v[i];

		if (f->dry_run) {
			if (print_plan(f, t, e) != 0)
				return -1;
			continue;
		}
		if (collect_one(&f->collect, t, &v, e) != 0)
			return -1;
		summary_account(&f->summary, t, &v);
		summary_progress(&f->summary, &f->plan, f->ask.requests);
	}
	return 0;
}

static void
release(struct fetch *f)
{
	summary_release(&f->summary);
	collect_release(&f->collect);
	replay_close(&f->replay);
	http_close(&f->http);
	plan_release(&f->plan);
	source_release(&f->sources);
	buf_release(&f->user_agent);
}

static int
run(struct fetch *f, int n, char **urls)
{
	struct err e = { 0 }, lost = { 0 };
	int rc = setup(f, n, urls, &e);

	if (rc == 0 && f->check) {
		if (!f->summary.quiet)
			summary_say("configuration is good");
		return ERR_NONE;
	}
	if (rc == 0)
		rc = open_all(f, &e);
	summary_begin(&f->summary);
	if (rc == 0)
		rc = ask_all(f, &e);
	if (out_close(&f->out, rc == 0, &lost) != 0) {
		rc = -1;
		e = lost; /* lost output outranks what went wrong before */
	}
	if (rc != 0)
		summary_say(e.msg);
	else if (!f->dry_run)
		summary_end(&f->summary, &f->plan, &f->collect);
	if (rc != 0)
		return e.code == ERR_USAGE ? ERR_USAGE : ERR_FAIL;
	return f->summary.failed ? ERR_DATA : ERR_NONE;
}

/* Options that are of no use together are a mistake, not ignored. */
static void
check_options(const struct cli *c, const struct fetch *f, int n)
{
	const struct plan_options *w = &f->want;
	bool files = w->employees || w->accounts || w->contests.n;

	if (n && (files || w->only || w->account))
		cli_die(c, "a URL is asked as it is: no -e, -a, -c, --only "
		    "or --account with it");
	if (!n && f->source)
		cli_die(c, "--source needs a URL");
}

int
main(int argc, char **argv)
{
	const struct rlimit none = { 0, 0 };
	struct fetch f = { .out = { .fd = -1 } };
	const struct opt opts[] = {
		{ 'd', "office", "DIR", OPT_STR, &f.office, 0, 0,
		    "office folder ($NETRAL_OFFICE)" },
		{ 'e', "employees", "FILE", OPT_STR, &f.want.employees, 0, 0,
		    "instead of DIR/employees.csv" },
		{ 'a', "accounts", "FILE", OPT_STR, &f.want.accounts, 0, 0,
		    "instead of DIR/accounts.csv" },
		{ 'c', "contest", "FILE", OPT_LIST, &f.want.contests, 0, 0,
		    "instead of DIR/contest.json; may be given again" },
		{ 0, "only", "PLATFORM", OPT_STR, &f.want.only, 0, 0,
		    "only accounts on this platform" },
		{ 0, "account", "NAME", OPT_STR, &f.want.account, 0, 0,
		    "only the account with this handle, id or URL" },
		{ 's', "source", "NAME", OPT_STR, &f.source, 0, 0,
		    "how to read the URL operands (feed)" },
		{ 0, "from", "DIR", OPT_STR, &f.from, 0, 0,
		    "take recorded answers; touch no network" },
		{ 0, "limit", "PAGES", OPT_INT, &f.pages, 1, SOURCE_PAGES,
		    "at most so many pages of each list" },
		{ 0, "timeout", "SECONDS", OPT_INT, &f.timeout, 1, 3600,
		    "longest time for one answer (60)" },
		{ 0, "now", "TIME", OPT_STR, &f.now, 0, 0,
		    "what the clock says, RFC 3339" },
		{ 'n', "dry-run", NULL, OPT_FLAG, &f.dry_run, 0, 0,
		    "print what would be asked first, and stop" },
		{ 0, "allow-local", NULL, OPT_FLAG, &f.local, 0, 0,
		    "for tests: http, and addresses of this machine" },
		{ .type = OPT_END },
	};
	const struct opt more[] = {
		{ 'o', "output", "FILE", OPT_STR, &f.output, 0, 0,
		    "write to FILE, complete or not at all; .gz packs it" },
		{ 0, "check", NULL, OPT_FLAG, &f.check, 0, 0,
		    "validate the configuration and stop" },
		{ 0, "stats", NULL, OPT_FLAG, &f.summary.stats, 0, 0,
		    "print accounts by state, requests and captures" },
		{ 0, "progress", NULL, OPT_FLAG, &f.summary.progress, 0, 0,
		    "print progress when stderr is no terminal, too" },
		{ 'q', "quiet", NULL, OPT_FLAG, &f.summary.quiet, 0, 0,
		    "no messages about accounts" },
		{ .type = OPT_END },
	};
	const struct cli cli = { .tool = "netral-fetch",
		.what = "collect what declared accounts have published",
		.operands = "[URL ...]", .opts = opts, .more = more };
	int at = cli_parse(&cli, argc, argv), status;

	/* Answers hold personal data, requests keys: no core file. */
	(void)setrlimit(RLIMIT_CORE, &none);
	check_options(&cli, &f, argc - at);
	status = run(&f, argc - at, argv + at);
	release(&f);
	return status;
}
