#include "filter.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "confine.h"
#include "reject.h"

enum {
	PROGRESS_EVERY = 4096, /* records between two looks at the clock */
	PROGRESS_AFTER_S = 2,
	OTHER_FILES = 32, /* that are open beside the inputs */
	MIB = 1 << 20,
};

/* What every tool can be asked for. */
struct common {
	const char *output, *reject;
	bool quiet, check, stats, progress;
	long line_max_mib;
};

struct job {
	struct filter *f;
	struct common opt;
	struct run run;
	struct out out, reject_out;
	struct reject reject;
	struct ndjson reader;
	struct in *in;
	int n_in;
	time_t began, shown;
	bool tty;
};

static void
say(const struct job *j, const char *msg)
{
	fprintf(stderr, "%s: %s\n", j->f->cli.tool, msg);
}

void
filter_reject(struct run *run, const struct record *rec, struct str raw,
    const struct err *e)
{
	struct rejected what = { rec->file, rec->line, raw,
		raw.p == rec->text.p ? rec->bytes : raw.n };

	run->n.rejected++;
	reject_put(run->reject, what, e);
}

void
filter_warn(struct run *run, const struct err *e)
{
	fprintf(run->reject->log, "%s: %s\n", run->reject->tool, e->msg);
}

/* On a terminal one line that is written over, else a line at a time. */
static void
progress(struct job *j)
{
	const struct tally *n = &j->run.n;
	time_t now = time(NULL);
	bool wanted = j->opt.progress || j->tty;

	if (!wanted || j->opt.quiet || now - j->began < PROGRESS_AFTER_S ||
	    now - j->shown < (j->tty ? 1 : 10))
		return;
	j->shown = now;
	fprintf(stderr, "%s%s: %lu in, %lu out, %lu rejected, %ld s%s",
	    j->tty ? "\r" : "", j->f->cli.tool, n->in, n->out, n->rejected,
	    (long)(now - j->began), j->tty ? " " : "\n");
}

static enum done
one_record(struct job *j, const struct record *rec, struct err *e)
{
	if (rec->doc && !j->f->any_value && !yyjson_is_obj(rec->root)) {
		err_set(e, ERR_DATA, "expected an object { }");
		return DONE_FAILED;
	}
	return j->f->record(j->f->ctx, &j->run, rec, e);
}

/* Count what became of a record.  Returns -1 if the run cannot go on. */
static int
account(struct job *j, const struct record *rec, enum done done,
    const struct err *e)
{
	switch (done) {
	case DONE_OUT:
		j->run.n.out++;
		return 0;
	case DONE_DROPPED:
		j->run.n.dropped++;
		return 0;
	case DONE_COUNTED:
		return 0;
	case DONE_FAILED:
		break;
	}
	if (e->code != ERR_DATA)
		return -1;
	filter_reject(&j->run, rec, rec->text, e);
	return 0;
}

static int
one_input(struct job *j, struct in *in, struct err *e)
{
	struct ndjson *r = &j->reader;
	enum nd_status st;
	enum done done;

	nd_start(r, in, j->f->docs);
	while ((st = nd_next(r, e)) != ND_EOF) {
		struct record rec = { r->text, r->doc, NULL, in->name, r->line,
			r->bytes, &r->mem, r->body };

		if (st == ND_FAIL || j->out.errnum || j->reject_out.errnum)
			return -1;
		if (++j->run.n.in % PROGRESS_EVERY == 0)
			progress(j);
		rec.root = yyjson_doc_get_root(rec.doc);
		done = st == ND_BAD ? DONE_FAILED : one_record(j, &rec, e);
		if (account(j, &rec, done, e) != 0)
			return -1;
	}
	return 0;
}

static void
flush_idle(void *ctx)
{
	out_flush(&((struct job *)ctx)->out);
}

static const struct nd_limits *
limits(const struct filter *f)
{
	return f->max.line ? &f->max : &nd_limits_default;
}

/* All inputs are opened before rights are given up; an archive may have more
 * files than a process opens by default. */
static void
may_open(int n)
{
	struct rlimit l;

	if (getrlimit(RLIMIT_NOFILE, &l) != 0 || l.rlim_cur >= l.rlim_max ||
	    (rlim_t)n + OTHER_FILES <= l.rlim_cur)
		return;
	l.rlim_cur = l.rlim_max;
	(void)setrlimit(RLIMIT_NOFILE, &l); /* else open(2) says it */
}

static int
open_all(struct job *j, int argc, char **argv, struct err *e)
{
	struct nd_limits max = *limits(j->f);
	int n = argc > 0 ? argc : 1;

	if (j->opt.line_max_mib) {
		max.mem = max.mem / (max.line / MIB) *
		    (size_t)j->opt.line_max_mib;
		max.line = (size_t)j->opt.line_max_mib * MIB;
	}
	may_open(n);
	j->in = calloc((size_t)n, sizeof(*j->in));
	if (!j->in)
		return err_nomem(e);
	if (out_open(&j->out, j->opt.output, e) != 0)
		return -1;
	if (j->opt.reject) {
		j->reject.out = &j->reject_out;
		if (out_open(&j->reject_out, j->opt.reject, e) != 0)
			return -1;
	}
	for (; j->n_in < n; j->n_in++)
		if (in_open(&j->in[j->n_in], argc > 0 ? argv[j->n_in] : NULL,
		        e) != 0)
			return -1;
	if (nd_init(&j->reader, max, e) != 0)
		return -1;
	j->reader.flags = j->f->flags;
	j->reader.shape = j->f->shape;
	j->reader.idle = flush_idle;
	j->reader.idle_ctx = j;
	return confine(j->opt.output || j->opt.reject ? CONFINE_RENAME
	                                              : CONFINE_STDIO, e);
}

static int
all_inputs(struct job *j, struct err *e)
{
	for (int i = 0; i < j->n_in; i++)
		if (one_input(j, &j->in[i], e) != 0)
			return -1;
	if (j->f->finish)
		return j->f->finish(j->f->ctx, &j->run, e);
	return 0;
}

/* Close everything; lost output outranks what went wrong before. */
static int
close_all(struct job *j, int rc, struct err *e)
{
	struct err why = { 0 };

	if (out_close(&j->out, rc == 0, &why) != 0) {
		rc = -1;
		*e = why;
	}
	if (j->opt.reject && out_close(&j->reject_out, true, &why) != 0) {
		rc = -1;
		*e = why;
	}
	for (int i = 0; i < j->n_in; i++)
		in_close(&j->in[i]);
	free(j->in);
	nd_release(&j->reader);
	reject_release(&j->reject);
	return rc;
}

static int
summarize(const struct job *j, int rc, const struct err *e)
{
	const struct tally *n = &j->run.n;

	if (j->tty && j->shown)
		fputc('\n', stderr);
	if (rc != 0)
		say(j, e->msg);
	if (j->opt.stats)
		fprintf(stderr, "%s: in %lu, out %lu, dropped %lu, "
		    "rejected %lu\n", j->f->cli.tool, n->in, n->out,
		    n->dropped, n->rejected);
	if (rc != 0)
		return (int)e->code == ERR_NONE ? ERR_FAIL : (int)e->code;
	if (n->rejected && !j->opt.quiet)
		fprintf(stderr, "%s: %lu of %lu records refused\n",
		    j->f->cli.tool, n->rejected, n->in);
	return n->rejected ? ERR_DATA : ERR_NONE;
}

static int
check_only(const struct job *j, struct err *e)
{
	if (j->f->check && j->f->check(j->f->ctx, e) != 0) {
		say(j, e->msg);
		return (int)e->code;
	}
	if (!j->opt.quiet)
		fprintf(stderr, "%s: configuration is good\n", j->f->cli.tool);
	return ERR_NONE;
}

/* A standard descriptor that the caller has closed is not to become the first
 * file that we open.  It is held by one that fails as a closed one does. */
static void
hold_standard_descriptors(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
			(void)open("/dev/null", fd == STDIN_FILENO ? O_WRONLY
			                                           : O_RDONLY);
}

int
filter_main(struct filter *f, int argc, char **argv)
{
	struct job j = { .f = f, .out.fd = -1, .reject_out.fd = -1 };
	struct common *c = &j.opt;
	char longest[40];
	const struct opt more[] = {
		{ 'o', "output", "FILE", OPT_STR, &c->output, 0, 0,
		    "write to FILE, complete or not at all; .gz packs it" },
		{ 0, "reject", "FILE", OPT_STR, &c->reject, 0, 0,
		    "keep refused records, with place and reason, in FILE" },
		{ 0, "check", NULL, OPT_FLAG, &c->check, 0, 0,
		    "validate the configuration and stop" },
		{ 0, "stats", NULL, OPT_FLAG, &c->stats, 0, 0,
		    "print the counts in, out, dropped, rejected" },
		{ 0, "progress", NULL, OPT_FLAG, &c->progress, 0, 0,
		    "print progress when stderr is no terminal, too" },
		{ 0, "line-max", "MIB", OPT_INT, &c->line_max_mib, 1, 1024,
		    longest },
		{ 'q', "quiet", NULL, OPT_FLAG, &c->quiet, 0, 0,
		    "no messages about refused records" },
		{ .type = OPT_END },
	};
	struct err e = { 0 };
	int at, rc;

	(void)snprintf(longest, sizeof(longest), "longest line in MiB (%zu)",
	    limits(f)->line / MIB);
	hold_standard_descriptors();
	f->cli.more = more;
	f->cli.sandbox = confine_state();
	at = cli_parse(&f->cli, argc, argv);
	j.tty = isatty(STDERR_FILENO) == 1;
	j.began = time(NULL);
	j.reject = (struct reject){ .tool = f->cli.tool, .log = stderr,
		.quiet = c->quiet };
	j.run = (struct run){ .out = &j.out, .reject = &j.reject };
	rc = f->setup ? f->setup(f->ctx, &e) : 0;
	if (rc > 0)
		return ERR_NONE;
	if (rc < 0) {
		say(&j, e.code ? e.msg : "setup failed");
		return e.code ? (int)e.code : ERR_FAIL;
	}
	if (c->check)
		return check_only(&j, &e);
	rc = open_all(&j, argc - at, argv + at, &e);
	if (rc == 0)
		rc = all_inputs(&j, &e);
	rc = close_all(&j, rc, &e);
	return summarize(&j, rc, &e);
}
