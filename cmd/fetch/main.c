/*
 * netral-fetch -- ask for what declared accounts have published.
 *
 * Not a filter: it has no input but its configuration.  It plans, asks many
 * accounts at a time, keeps the evidence, and says for each what became of it.
 */
#include <malloc.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "cli.h"
#include "confine.h"
#include "fetch.h"
#include "verify.h"

enum { KEPT = 32 << 20, KEPT_STEP = 1 << 20 };

static int
finish(struct fetch *f, int rc, struct err *e)
{
	struct err lost = { 0 };

	if (out_close(&f->out, rc == 0, &lost) != 0) {
		rc = -1;
		*e = lost; /* lost output outranks what went wrong before */
	}
	if (rc == 0)
		rc = evidence_delivered(&f->evidence, e);
	if (rc != 0) {
		summary_say(e->msg);
		return e->code == ERR_USAGE ? ERR_USAGE : ERR_FAIL;
	}
	return f->summary.failed || f->again.wrong ? ERR_DATA : ERR_NONE;
}

/* From here on bytes of strangers are read: what is not needed goes. */
static int
give_up(const struct fetch *f, struct err *e)
{
	const struct confine_paths left = {
		.write = f->evidence.store.dir[0] ? f->evidence.store.dir
		                                  : NULL,
		.replace = f->out.tmp ? f->out.name : NULL,
		.read = f->verify ? "/" : f->from ? f->from : f->ca,
	};

	return confine_net(&left, e);
}

static int
run(struct fetch *f, int n, char **urls)
{
	struct err e = { 0 };
	int rc = fetch_setup(f, n, urls, &e);

	if (rc == 0 && f->check) {
		if (!f->summary.quiet)
			summary_say("configuration is good");
		return ERR_NONE;
	}
	if (rc == 0)
		rc = fetch_open(f, &e);
	if (rc == 0)
		rc = give_up(f, &e);
	summary_begin(&f->summary, &f->plan);
	if (rc == 0 && f->evidence.on)
		rc = fetch_again(f, &e);
	if (rc == 0 && (f->dry_run || f->evidence.on))
		rc = fetch_plan(f, &e);
	if (rc == 0 && !f->dry_run && f->plan.n)
		rc = work_all(&f->work, &e);
	summary_clear(&f->summary);
	rc = finish(f, rc, &e);
	if (rc <= ERR_DATA && !f->dry_run) {
		summary_again(&f->summary, f->again.lines);
		summary_end(&f->summary, &f->plan, f->work.requests,
		    f->work.captures);
	}
	return rc;
}

/* --from FILE: lines out of evidence; nothing else is needed. */
static int
run_again(struct fetch *f)
{
	struct err e = { 0 };
	int rc = out_open(&f->out, f->output, &e);

	if (rc == 0)
		rc = give_up(f, &e);
	if (rc == 0)
		rc = fetch_again(f, &e);
	return finish(f, rc, &e);
}

static int
run_verify(struct fetch *f, int n, char **files)
{
	struct err e = { 0 };
	int rc = out_open(&f->out, f->output, &e), good = 0;

	if (rc == 0)
		rc = give_up(f, &e);
	if (rc == 0)
		good = verify_files(&f->out, n, files, &e);
	rc = finish(f, rc < 0 || good < 0 ? -1 : 0, &e);
	return rc == ERR_NONE && !good ? ERR_DATA : rc;
}

static bool
is_file(const char *path)
{
	struct stat st;

	return path && stat(path, &st) == 0 && !S_ISDIR(st.st_mode);
}

/* Options that are of no use together are a mistake, not ignored. */
static void
check_options(const struct cli *c, const struct fetch *f, int n)
{
	const struct plan_options *w = &f->want;
	bool files = w->employees || w->accounts || w->contests.n;

	if (f->verify && !n)
		cli_die(c, "--verify needs a FILE");
	if (f->verify)
		return;
	if (n && (files || w->only || w->account))
		cli_die(c, "a URL is asked as it is: no -e, -a, -c, --only "
		    "or --account with it");
	if (!n && f->source)
		cli_die(c, "--source needs a URL or an account");
	if (f->from && f->state)
		cli_die(c, "--from asks nothing, so it has no --state");
}

static struct fetch run_of = { .out = { .fd = -1 }, .parallel = 8,
	.per_host = 2, .max_wait = 60, .tries = 3, .overlap = 48,
	.summary.every = 10 };

static const struct opt opts[] = {
	{ 'd', "office", "DIR", OPT_STR, &run_of.office, 0, 0,
	    "office folder ($NETRAL_OFFICE)" },
	{ 'e', "employees", "FILE", OPT_STR, &run_of.want.employees, 0, 0,
	    "instead of DIR/employees.csv" },
	{ 'a', "accounts", "FILE", OPT_STR, &run_of.want.accounts, 0, 0,
	    "instead of DIR/accounts.csv" },
	{ 'c', "contest", "FILE", OPT_LIST, &run_of.want.contests, 0, 0,
	    "instead of DIR/contest.json; may be given again" },
	{ 0, "only", "PLATFORM", OPT_STR, &run_of.want.only, 0, 0,
	    "only accounts on this platform" },
	{ 0, "account", "NAME", OPT_STR, &run_of.want.account, 0, 0,
	    "only the account with this handle, id or URL" },
	{ 's', "source", "NAME", OPT_STR, &run_of.source, 0, 0,
	    "how to read the operands (feed)" },
	{ 0, "from", "PATH", OPT_STR, &run_of.from, 0, 0,
	    "recorded answers, or evidence (a file); no network" },
	{ 0, "verify", NULL, OPT_FLAG, &run_of.verify, 0, 0,
	    "check the digests of evidence: FILE ..." },
	{ 0, "state", "DIR", OPT_STR, &run_of.state, 0, 0,
	    "evidence and what is known; instead of DIR/state" },
	{ 0, "since", "TIME", OPT_STR, &run_of.since, 0, 0,
	    "ask for no pages that are older, RFC 3339" },
	{ 0, "until", "TIME", OPT_STR, &run_of.until, 0, 0,
	    "pass over what is newer, RFC 3339" },
	{ 0, "overlap", "HOURS", OPT_INT, &run_of.overlap, 0, 87600,
	    "ask again for what is so much older (48)" },
	{ 0, "limit", "PAGES", OPT_INT, &run_of.pages, 1, SOURCE_PAGES,
	    "at most so many pages of each list" },
	{ 0, "timeout", "SECONDS", OPT_INT, &run_of.timeout, 1, 3600,
	    "longest time for one answer (60)" },
	{ 0, "idle", "SECONDS", OPT_INT, &run_of.idle, 1, 3600,
	    "longest silence within one answer (20)" },
	{ 0, "max-wait", "SECONDS", OPT_INT, &run_of.max_wait, 0, 86400,
	    "who wants a longer pause is left for later (60)" },
	{ 0, "tries", "N", OPT_INT, &run_of.tries, 1, 10,
	    "of a question that found no whole answer (3)" },
	{ 0, "parallel", "N", OPT_INT, &run_of.parallel, 1, WORKERS,
	    "accounts at a time (8)" },
	{ 0, "per-host", "N", OPT_INT, &run_of.per_host, 1, WORKERS,
	    "connections to a host (2)" },
	{ 0, "seed", "N", OPT_INT, &run_of.seed, 1, 1 << 30,
	    "for tests: of the pauses between tries" },
	{ 0, "now", "TIME", OPT_STR, &run_of.now, 0, 0,
	    "what the clock says, RFC 3339" },
	{ 'n', "dry-run", NULL, OPT_FLAG, &run_of.dry_run, 0, 0,
	    "print what would be asked and what it costs, and stop" },
	{ 0, "ca", "FILE", OPT_STR, &run_of.ca, 0, 0,
	    "trust these certificates (PEM) instead of the system's" },
	{ 0, "allow-local", NULL, OPT_FLAG, &run_of.local, 0, 0,
	    "for tests: http, and addresses of this machine" },
	{ .type = OPT_END },
};

/* Those that the other tools have, too. */
static const struct opt more[] = {
	{ 'o', "output", "FILE", OPT_STR, &run_of.output, 0, 0,
	    "write to FILE, complete or not at all; .gz packs it" },
	{ 0, "check", NULL, OPT_FLAG, &run_of.check, 0, 0,
	    "validate the configuration and stop" },
	{ 0, "stats", NULL, OPT_FLAG, &run_of.summary.stats, 0, 0,
	    "print accounts by state, requests and captures" },
	{ 0, "progress", NULL, OPT_FLAG, &run_of.summary.progress, 0, 0,
	    "print progress when stderr is no terminal, too" },
	{ 0, "every", "SECONDS", OPT_INT, &run_of.summary.every, 0, 3600,
	    "how often --progress prints a line (10)" },
	{ 'q', "quiet", NULL, OPT_FLAG, &run_of.summary.quiet, 0, 0,
	    "no messages about accounts" },
	{ .type = OPT_END },
};

int
main(int argc, char **argv)
{
	const struct rlimit none = { 0, 0 };
	struct fetch *f = &run_of;
	const struct cli cli = { .tool = "netral-fetch",
		.what = "collect what declared accounts have published",
		.operands = "[URL | ACCOUNT | FILE ...]", .opts = opts,
		.more = more,
		.sandbox = confine_state(),
		.partly = "some accounts not collected" };
	int at = cli_parse(&cli, argc, argv), status;

	/* What libcurl frees after a question it wants for the next one. */
	(void)mallopt(M_TRIM_THRESHOLD, KEPT);
	(void)mallopt(M_TOP_PAD, KEPT_STEP);
	/* Answers hold personal data, requests keys: no core file. */
	(void)setrlimit(RLIMIT_CORE, &none);
	check_options(&cli, f, argc - at);
	if (f->verify)
		status = run_verify(f, argc - at, argv + at);
	else if (is_file(f->from))
		status = run_again(f);
	else
		status = run(f, argc - at, argv + at);
	fetch_release(f);
	return status;
}
