/*
 * netral-normalize -- every payload becomes the same activities.
 */
#include <errno.h>

#include "body.h"
#include "check.h"
#include "instant.h"
#include "json.h"
#include "share.h"
#include "utf8.h"

enum {
	DRIFT_ITEMS = 5, /* fewer show no share */
	LINE_MAX_ = 2 << 20,
	MEM_MAX = 15 << 19, /* 7.5 MiB */
};

struct normalize {
	struct filter *filter;
	const char *format, *zone, *actor;
	bool list, handed_in;
	long drift; /* percent */
	char dir[SHARE_PATH];
	struct maps maps;
	struct worker worker;
	/* The record at work. */
	struct run *run;
	const struct record *rec;
	unsigned long found;
};

static int
put_activity(void *ctx, struct str json, struct err *e)
{
	struct normalize *n = ctx;

	(void)e;
	out_line(n->run->out, json);
	n->run->n.out++;
	n->found++;
	return 0;
}

/* An item that is refused, alone, as JSON. */
static int
refuse_item(void *ctx, yyjson_val *item, const struct err *why)
{
	struct normalize *n = ctx;
	yyjson_alc alc = arena_alc(n->rec->mem);
	struct str raw = n->rec->text;
	size_t len = 0;
	char *p = yyjson_val_write_opts(item, 0, &alc, &len, NULL);

	if (p)
		raw = (struct str){ p, len };
	filter_reject(n->run, n->rec, raw, why);
	n->found++;
	return 0;
}

static void
drop_item(void *ctx)
{
	struct normalize *n = ctx;

	n->run->n.dropped++;
	n->found++;
}

/* Our own records pass; one that is spread over lines becomes one line. */
static enum done
pass_on(struct run *run, const struct record *rec, struct err *e)
{
	yyjson_alc alc = arena_alc(rec->mem);
	struct str text = rec->text;
	size_t len = 0;
	char *p;

	if (memchr(text.p, '\n', text.n)) {
		p = yyjson_write_opts(rec->doc, 0, &alc, &len, NULL);
		if (!p)
			return err_nomem(e), DONE_FAILED;
		text = (struct str){ p, len };
	}
	out_line(run->out, text);
	return DONE_OUT;
}

static bool
is_ours(const struct worker *w)
{
	struct str schema = json_str(members_get(&w->members, w->schema));

	return str_eq(schema, STR("activity/1")) ||
	    str_eq(schema, STR("coverage/1"));
}

/* What only the office itself can have: in a file of others it is forged, or
 * theirs. */
static bool
is_no_export(const struct normalize *n)
{
	return n->handed_in && (is_ours(&n->worker) || str_eq(json_str(
	    members_get(&n->worker.members, n->worker.schema)),
	    STR("capture/1")));
}

static enum done
nothing_known(const struct normalize *n, const struct document *doc,
    struct err *e)
{
	struct str schema = json_get(doc->root, "schema");

	if (doc->in && doc->in->foreign)
		return DONE_DROPPED;
	if (n->worker.only.n)
		err_set(e, ERR_DATA, "not of the format %s", n->format);
	else if (schema.n)
		err_set(e, ERR_DATA, "schema \"%.*s\" is not read here",
		    (int)(schema.n < 60 ? schema.n : 60), schema.p);
	else
		err_set(e, ERR_DATA, "no format is known that looks like this");
	return DONE_FAILED;
}

static enum done
normalize_record(void *ctx, struct run *run, const struct record *rec,
    struct err *e)
{
	struct normalize *n = ctx;
	const struct sink sink = { n, put_activity, refuse_item, drop_item };
	struct document doc;

	items_begin(&n->worker, rec->root, rec->mem);
	if (is_no_export(n)) {
		err_set(e, ERR_DATA, "a record of netral in what was handed "
		    "in: only the office has those");
		return DONE_FAILED;
	}
	if (is_ours(&n->worker))
		return pass_on(run, rec, e);
	n->run = run;
	n->rec = rec;
	n->found = 0;
	switch (body_open(&n->worker, rec, &doc, e)) {
	case BODY_READY:
		break;
	case BODY_NONE:
		return DONE_DROPPED;
	case BODY_FAILED:
		return DONE_FAILED;
	}
	switch (items_run(&n->worker, &doc, &sink, e)) {
	case FOUND_POSTS:
		if (!n->found)
			return DONE_DROPPED;
		run->n.in += n->found - 1;
		return DONE_COUNTED;
	case FOUND_NONE:
		return DONE_DROPPED;
	case FOUND_UNKNOWN:
		return nothing_known(n, &doc, e);
	case FOUND_FAILED:
		break;
	}
	return DONE_FAILED;
}

static int
known_format(const struct normalize *n, struct err *e)
{
	struct str only = n->worker.only;

	for (size_t i = 0; i < n->maps.n; i++)
		if (str_starts(n->maps.v[i].name, only) &&
		    (n->maps.v[i].name.n == only.n ||
			n->maps.v[i].name.p[only.n] == '-')) {
			n->filter->shape = n->maps.v[i].shape;
			return 0;
		}
	return err_set(e, ERR_USAGE, "no format \"%s\"; --list shows them",
	    n->format);
}

/* NAME and title, the maps in the order of their files. */
static int
list_formats(const struct normalize *n, struct err *e)
{
	struct out o = { .fd = -1 };
	struct buf line = { 0 };

	if (out_open(&o, NULL, e) != 0)
		return -1;
	for (size_t i = 0; i < n->maps.n; i++) {
		const struct map *m = n->maps.by_name[i];

		buf_reset(&line);
		buf_fmt(&line, "%-26.*s %.*s", STR_ARG(m->name),
		    STR_ARG(m->title));
		out_line(&o, buf_str(&line));
	}
	for (size_t i = 0; i < n->maps.n_envelopes; i++) {
		const struct envelope *v = &n->maps.envelopes[i];

		buf_reset(&line);
		buf_fmt(&line, "%-26.*s %.*s", STR_ARG(v->name),
		    STR_ARG(v->title));
		out_line(&o, buf_str(&line));
	}
	if (line.failed)
		o.errnum = ENOMEM;
	buf_release(&line);
	return out_close(&o, true, e) == 0 ? 1 : -1;
}

static int
check(void *ctx, struct err *e)
{
	struct normalize *n = ctx;

	return check_examples(&n->worker, n->dir, e);
}

/* A source whose items cannot be read any more has changed, or is another. */
static int
finish(void *ctx, struct run *run, struct err *e)
{
	struct normalize *n = ctx;
	const struct worker *w = &n->worker;
	struct err drift = { 0 }, undated = { 0 };

	(void)e;
	if (w->undated) {
		err_set(&undated, ERR_DATA, "%lu activit%s without a date: \"%s\" "
		    "could not be read as a time", w->undated,
		    w->undated == 1 ? "y" : "ies", w->no_time);
		filter_warn(run, &undated);
	}
	for (size_t i = 0; i < n->maps.n; i++) {
		const struct count *c = &w->counts[i];

		if (c->items < DRIFT_ITEMS ||
		    c->unread * 100 <= c->items * (unsigned long)n->drift)
			continue;
		err_set(&drift, ERR_DATA,
		    "format_drift: %.*s: %lu of %lu items could not be read; "
		    "the platform may write something new",
		    STR_ARG(n->maps.v[i].name), c->unread, c->items);
		filter_warn(run, &drift);
	}
	return 0;
}

static int
setup(void *ctx, struct err *e)
{
	struct normalize *n = ctx;
	struct worker *w = &n->worker;

	if (!instant_offset(str_from(n->zone), &w->convert.zone))
		return err_set(e, ERR_USAGE,
		    "--zone: expected an offset like "
		    "+07:00, got \"%s\"",
		    n->zone);
	if (share_path("maps", n->dir, e) != 0 ||
	    maps_load(&n->maps, n->dir, e) != 0 ||
	    items_init(w, &n->maps, e) != 0)
		return -1;
	w->only = str_from(n->format);
	w->actor = str_from(n->actor);
	if (utf8_bad(w->actor) < w->actor.n)
		return err_set(e, ERR_USAGE, "--actor: not UTF-8");
	if (n->format && known_format(n, e) != 0)
		return -1;
	return n->list ? list_formats(n, e) : 0;
}

int
main(int argc, char **argv)
{
	static struct normalize n = { .zone = "+07:00", .drift = 20 };
	const struct opt opts[] = {
		{ 'f', "format", "NAME", OPT_STR, &n.format, 0, 0,
		    "take the input for this format; --list shows them" },
		{ 0, "list", NULL, OPT_FLAG, &n.list, 0, 0,
		    "list the formats and stop" },
		{ 0, "zone", "OFFSET", OPT_STR, &n.zone, 0, 0,
		    "of times that have none (+07:00)" },
		{ 0, "actor", "HANDLE", OPT_STR, &n.actor, 0, 0,
		    "whose acts they are where a format does not say" },
		{ 0, "handed-in", NULL, OPT_FLAG, &n.handed_in, 0, 0,
		    "refuse captures and activities: others handed this in" },
		{ 0, "drift", "PERCENT", OPT_INT, &n.drift, 0, 100,
		    "say format_drift if more items are unreadable (20)" },
		{ .type = OPT_END },
	};
	struct filter f = {
		.cli = { .tool = "netral-normalize",
		    .what = "turn payloads of any known format into activities",
		    .operands = "[FILE ...]",
		    .opts = opts },
		.ctx = &n,
		.docs = true,
		.any_value = true,
		.flags = YYJSON_READ_NUMBER_AS_RAW,
		.max = { LINE_MAX_, MEM_MAX },
		.setup = setup,
		.check = check,
		.record = normalize_record,
		.finish = finish,
	};
	int rc;

	n.filter = &f;
	rc = filter_main(&f, argc, argv);

	items_release(&n.worker);
	maps_release(&n.maps);
	return rc;
}
