/*
 * tool -- stands where filter_main() is: keeps the tool that main() has put
 * together, and feeds it records in memory.
 */
#include "fuzz.h"

#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include "in.h"
#include "reject.h"

int tool_main(int argc, char **argv);
int __wrap_filter_main(struct filter *f, int argc, char **argv);

static struct filter *tool;
static struct str whole_input; /* p is NULL: keep the tool and wait */
static struct fuzz_result whole_result;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ready = PTHREAD_COND_INITIALIZER;

/* A writer into memory. */
static struct out
out_memory(const char *name)
{
	struct out o;
	struct err e = { 0 };

	if (out_open(&o, NULL, &e) != 0)
		abort();
	o.name = name;
	o.fd = memfd_create(name, 0);
	if (o.fd < 0)
		abort();
	return o;
}

static struct str
out_take(struct out *o)
{
	struct err e = { 0 };
	off_t n;
	char *p;
	int fd = dup(o->fd);

	LAW(out_close(o, true, &e) == 0);
	n = lseek(fd, 0, SEEK_END);
	p = malloc((size_t)n + 1);
	if (!p || pread(fd, p, (size_t)n, 0) != n)
		abort();
	(void)close(fd);
	p[n] = '\0';
	return (struct str){ p, (size_t)n };
}

static void
one(struct filter *f, struct run *run, const struct record *rec,
    enum nd_status st, struct fuzz_result *r, struct err *e)
{
	enum done done = DONE_FAILED;

	run->n.in++;
	if (st == ND_BAD)
		LAW(e->code == ERR_DATA);
	else if (rec->doc && !f->any_value && !yyjson_is_obj(rec->root))
		(void)err_set(e, ERR_DATA, "expected an object { }");
	else
		done = f->record(f->ctx, run, rec, e);
	switch (done) {
	case DONE_OUT: run->n.out++; break;
	case DONE_DROPPED: run->n.dropped++; break;
	case DONE_COUNTED: r->counted++; break;
	case DONE_FAILED:
		LAW(e->code == ERR_DATA);
		filter_reject(run, rec, rec->text, e);
	}
}

static struct fuzz_result
feed(struct filter *f, struct str s, bool finish)
{
	static FILE *nowhere;
	const struct nd_limits small = { 1 << 16, 8 << 20 };
	struct in in = { .name = "<fuzz>", .fd = fuzz_fd(s) };
	struct out out = out_memory("out"), rejected = out_memory("rejected");
	struct reject reject = { .tool = f->cli.tool, .out = &rejected };
	struct run run = { .out = &out, .reject = &reject };
	struct fuzz_result r = { 0 };
	struct ndjson reader;
	struct err e = { 0 };
	enum nd_status st;

	if (!nowhere && !(nowhere = fopen("/dev/null", "w")))
		abort();
	reject.log = nowhere;
	if (nd_init(&reader, small, &e) != 0)
		abort();
	reader.flags = f->flags;
	nd_start(&reader, &in, f->docs);
	while ((st = nd_next(&reader, &e)) != ND_EOF && st != ND_FAIL) {
		struct record rec = { reader.text, reader.doc,
			yyjson_doc_get_root(reader.doc), in.name, reader.line,
			reader.bytes, &reader.mem, reader.body };

		LAW(reader.text.n <= reader.bytes);
		one(f, &run, &rec, st, &r, &e);
	}
	if (finish && f->finish)
		LAW(f->finish(f->ctx, &run, &e) == 0 || e.code == ERR_DATA);
	nd_release(&reader);
	gz_free(in.gz);
	free(in.raw);
	reject_release(&reject);
	r.n = run.n;
	r.out = out_take(&out);
	r.rejected = out_take(&rejected);
	LAW(fuzz_json_lines(r.rejected) == r.n.rejected);
	LAW(r.n.in == r.n.out + r.n.dropped + r.n.rejected);
	return r;
}

int
__wrap_filter_main(struct filter *f, int argc, char **argv)
{
	struct err e = { 0 };

	(void)cli_parse(&f->cli, argc, argv);
	if (f->setup && f->setup(f->ctx, &e) != 0) {
		fprintf(stderr, "%s: %s\n", f->cli.tool, e.msg);
		exit(2);
	}
	if (whole_input.p) {
		whole_result = feed(f, whole_input, true);
		return 0;
	}
	/* f lives on this stack: stay here for ever. */
	(void)pthread_mutex_lock(&lock);
	tool = f;
	(void)pthread_cond_signal(&ready);
	(void)pthread_mutex_unlock(&lock);
	for (;;)
		(void)pause();
}

struct args {
	const char *const *v;
	size_t n;
};

static void *
call_main(void *p)
{
	static char *argv[32];
	const struct args *a = p;
	int argc = 0;

	argv[argc++] = (char *)(uintptr_t)"tool";
	for (size_t i = 0; i < a->n; i++)
		argv[argc++] = (char *)(uintptr_t)a->v[i];
	argv[argc] = NULL;
	(void)tool_main(argc, argv);
	return NULL;
}

void
fuzz_start(const char *const *args, size_t n)
{
	static struct args a;
	pthread_t thread;

	a = (struct args){ args, n };
	if (pthread_create(&thread, NULL, call_main, &a) != 0)
		abort();
	(void)pthread_mutex_lock(&lock);
	while (!tool)
		(void)pthread_cond_wait(&ready, &lock);
	(void)pthread_mutex_unlock(&lock);
}

struct fuzz_result
fuzz_run(struct str s)
{
	return feed(tool, s, false);
}

struct fuzz_result
fuzz_whole(const char *const *args, size_t n, struct str s)
{
	struct args a = { args, n };

	whole_input = s;
	optind = 0; /* getopt_long(3) begins again */
	(void)call_main(&a);
	return whole_result;
}

void
fuzz_free(struct fuzz_result *r)
{
	free((char *)(uintptr_t)r->out.p);
	free((char *)(uintptr_t)r->rejected.p);
}

void
fuzz_again(const struct fuzz_result *once)
{
	struct fuzz_result twice;

	/* An output line can be longer than the limit of an input line. */
	if (!once->out.n || once->out.n >= 1 << 16)
		return;
	twice = fuzz_run(once->out);
	LAW(twice.n.rejected == 0 && twice.n.dropped == 0);
	LAW(str_eq(once->out, twice.out));
	fuzz_free(&twice);
}

void
fuzz_member(struct str lines)
{
	struct fuzz_result once = fuzz_run(lines);

	LAW(once.counted == 0);
	LAW(fuzz_json_lines(once.out) == once.n.out);
	fuzz_again(&once);
	fuzz_free(&once);
}
