#include "check.h"

#include "body.h"
#include "json.h"

enum { MEM_FIRST = 1 << 18, MEM_MAX = 64 << 20, SHOWN = 200 };

struct checking {
	struct worker *w;
	struct arena mem; /* of one example      */
	struct conf *file;
	yyjson_val *wanted; /* "out"               */
	size_t n;           /* activities so far   */
	bool refused;       /* the last item was   */
};

/* Is a the same as b?  The depth of both is bounded by the reader. */
static bool
same(yyjson_val *a, yyjson_val *b)
{
	return yyjson_equals(a, b);
}

/* Both have the same shape of numbers when both are written and read again. */
static yyjson_val *
again(struct arena *mem, struct str json, struct err *e)
{
	yyjson_doc *doc;

	if (json_read(json, YYJSON_READ_NUMBER_AS_RAW, mem, &doc, e) != 0)
		return NULL;
	return yyjson_doc_get_root(doc);
}

static yyjson_val *
raw_copy(struct arena *mem, yyjson_val *v, struct err *e)
{
	yyjson_alc alc = arena_alc(mem);
	size_t n = 0;
	char *p = yyjson_val_write_opts(v, 0, &alc, &n, NULL);

	if (!p)
		return err_nomem(e), NULL;
	return again(mem, (struct str){ p, n }, e);
}

/* The member in which two objects differ, one level at a time. */
static void
difference(yyjson_val *got, yyjson_val *want, struct buf *path)
{
	yyjson_val *key, *val, *next = NULL;
	size_t i, max;

	while (yyjson_is_obj(got) && yyjson_is_obj(want)) {
		next = NULL;
		yyjson_obj_foreach (want, i, max, key, val) {
			next = yyjson_obj_getn(got, yyjson_get_str(key),
			    yyjson_get_len(key));
			if (!next || !same(next, val))
				break;
		}
		if (i == max) { /* got has more than wanted */
			yyjson_obj_foreach (got, i, max, key, val)
				if (!yyjson_obj_getn(want, yyjson_get_str(key),
					yyjson_get_len(key)))
					break;
			next = NULL;
		}
		if (i == max)
			return;
		buf_char(path, '/');
		buf_put(path, json_str(key));
		if (!next)
			return;
		got = next;
		want = val;
	}
}

static int
one_activity(void *ctx, struct str json, struct err *e)
{
	struct checking *c = ctx;
	yyjson_val *want = yyjson_arr_get(c->wanted, c->n), *got, *copy;
	struct buf path = { 0 };

	if (!want)
		return conf_err(c->file, c->wanted, "there is one more: %.*s",
		    (int)(json.n < SHOWN ? json.n : SHOWN), json.p);
	got = again(&c->mem, json, e);
	copy = raw_copy(&c->mem, want, e);
	if (!got || !copy)
		return -1;
	c->n++;
	if (same(got, copy))
		return 0;
	difference(got, copy, &path);
	conf_err(c->file, want, "differs at %.*s; got %.*s",
	    (int)(path.n < 80 ? path.n : 80), path.n ? path.p : "",
	    (int)(json.n < SHOWN ? json.n : SHOWN), json.p);
	buf_release(&path);
	return -1;
}

static int
one_refusal(void *ctx, yyjson_val *item, const struct err *why)
{
	struct checking *c = ctx;

	(void)item;
	c->refused = true;
	if (yyjson_arr_size(c->wanted) == 0)
		return 0;
	return conf_err(c->file, c->wanted, "refused: %s", why->msg);
}

static void
nothing(void *ctx)
{
	(void)ctx;
}

static int
run_example(struct checking *c, yyjson_val *in, struct err *e)
{
	const struct sink sink = { c, one_activity, one_refusal,
		nothing };
	struct record rec = { .file = c->file->path,
		.line = 1,
		.mem = &c->mem };
	struct document doc;
	enum body body;
	enum found found;

	rec.text = json_str(in);
	if (!yyjson_is_str(in)) {
		rec.root = raw_copy(&c->mem, in, e);
		if (!rec.root)
			return -1;
		rec.doc = c->file->doc; /* only asked whether there is one */
	}
	items_begin(c->w, rec.root, rec.mem);
	body = body_open(c->w, &rec, &doc, e);
	if (body == BODY_FAILED)
		return conf_err(c->file, in, "%s", (e->msg));
	if (body == BODY_NONE)
		return 0;
	found = items_run(c->w, &doc, &sink, e);
	if (found == FOUND_FAILED)
		return -1;
	if (found == FOUND_UNKNOWN && yyjson_arr_size(c->wanted))
		return conf_err(c->file, in, "no map knows it");
	return 0;
}

static int
one_example(struct checking *c, yyjson_val *v, struct err *e)
{
	yyjson_val *in = yyjson_obj_get(v, "in");

	if (conf_obj(c->file, v, "in out note") != 0 ||
	    conf_arr(c->file, v, "out", &c->wanted) != 0)
		return -1;
	if (!in || !c->wanted)
		return conf_missing(c->file, v, in ? "out" : "in");
	arena_reset(&c->mem);
	c->n = 0;
	if (run_example(c, in, e) != 0)
		return -1;
	if (c->n < yyjson_arr_size(c->wanted))
		return conf_err(c->file, yyjson_arr_get(c->wanted, c->n),
		    "did not come out of it");
	return 0;
}

static int
one_file(void *ctx, struct conf *file, struct err *e)
{
	struct checking *c = ctx;
	yyjson_val *list, *v;
	size_t i, max;

	c->file = file;
	if (conf_arr(file, file->root, "examples", &list) != 0)
		return -1;
	yyjson_arr_foreach (list, i, max, v)
		if (one_example(c, v, e) != 0)
			return -1;
	return 0;
}

int
check_examples(struct worker *w, const char *dir, struct err *e)
{
	struct checking c = { .w = w };
	int rc;

	if (arena_init(&c.mem, MEM_FIRST, MEM_MAX) != 0)
		return err_nomem(e);
	rc = maps_visit_all(dir, one_file, &c, e);
	arena_release(&c.mem);
	return rc;
}
