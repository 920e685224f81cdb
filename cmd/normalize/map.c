#include "map.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile.h"
#include "json.h"
#include "share.h"

enum { MEM_FIRST = 1 << 17, MEM_MAX = 64 << 20 };

static const struct slot a_text = { KIND_TEXT, NULL };

/* A member of a template that stands for a whole activity; may be absent. */
static int
slot_of(struct compiler *c, yyjson_val *v, const char *name, bool must,
    const struct node **n)
{
	const struct field *f = field_find(field_activity, str_from(name));
	yyjson_val *value = yyjson_obj_get(v, name);

	if (!value)
		return must ? conf_missing(c->file, v, name) : 0;
	*n = compile_expr(c, value, (struct slot){ f->kind, f->in });
	return *n ? 0 : -1;
}

static int
one_activity(struct compiler *c, yyjson_val *v, struct activity *a)
{
	yyjson_val *when = yyjson_obj_get(v, "when");
	yyjson_val *each = yyjson_obj_get(v, "for");
	struct pointer *place;

	if (conf_obj(c->file, v,
		"for when id type published platform actor object "
		"origin") != 0)
		return -1;
	if (each && !(a->each = place = compile_alloc(c, sizeof(*place), 1)))
		return -1;
	if (each && compile_pointer(c, each, place) != 0)
		return -1;
	if (when && !(a->when = compile_cond(c, when)))
		return -1;
	if (slot_of(c, v, "id", false, &a->id) != 0 ||
	    slot_of(c, v, "type", true, &a->type) != 0 ||
	    slot_of(c, v, "published", false, &a->published) != 0 ||
	    slot_of(c, v, "platform", false, &a->platform) != 0 ||
	    slot_of(c, v, "actor", false, &a->actor) != 0 ||
	    slot_of(c, v, "object", true, &a->object) != 0)
		return -1;
	return slot_of(c, v, "origin", false, &a->origin);
}

/* One activity or a list of them. */
static int
activities(struct compiler *c, yyjson_val *v, struct map *m)
{
	size_t n = yyjson_is_arr(v) ? yyjson_arr_size(v) : 1;
	struct activity *a = compile_alloc(c, sizeof(*a), n);

	if (!v)
		return conf_missing(c->file, c->file->root, "activity");
	if (!a)
		return -1;
	m->activities = a;
	m->n_activities = (uint32_t)n;
	for (size_t i = 0; i < n; i++)
		if (one_activity(c, yyjson_is_arr(v) ? yyjson_arr_get(v, i) : v,
			&a[i]) != 0)
			return -1;
	return 0;
}

static void
need_key(struct place *p, const struct pointer *at)
{
	if (p->n < NEEDS && at->base <= BASE_ITEM && at->number)
		p->needs[p->n++] = at->number;
}

/* An item that is the document must have what "detect" asks for; any other
 * needs the way to it. */
static void
needs(struct place *p, const struct cond *detect)
{
	if (p->at.n) {
		p->list = p->at.base <= BASE_ITEM &&
		    p->at.steps->index == STEP_EVERY;
		need_key(p, &p->at);
		return;
	}
	if (detect->test == TEST_ALL)
		for (uint32_t i = 0; i < detect->n; i++)
			needs(p, detect->kids[i]);
	else if ((detect->test == TEST_FOUND || detect->test == TEST_THERE ||
		     detect->test == TEST_IS || detect->test == TEST_HAS) &&
	    detect->at->op == OP_POINTER)
		need_key(p, &detect->at->ptr);
}

static int
places(struct compiler *c, yyjson_val *list, struct map *m, struct place *p,
    uint32_t *n)
{
	yyjson_val *v;
	size_t i, max;

	yyjson_arr_foreach (list, i, max, v) {
		if (compile_pointer(c, v, &p[*n].at) != 0)
			return -1;
		needs(&p[(*n)++], m->detect);
	}
	return 0;
}

/* "each", and behind it "otherwise". */
static int
pointers(struct compiler *c, yyjson_val *root, struct map *m)
{
	yyjson_val *list, *more;
	struct place *p;

	if (conf_arr(c->file, root, "each", &list) != 0 ||
	    conf_arr(c->file, root, "otherwise", &more) != 0)
		return -1;
	if (!list)
		return conf_missing(c->file, root, "each");
	p = compile_alloc(c, sizeof(*p),
	    yyjson_arr_size(list) + yyjson_arr_size(more));
	if (!p)
		return -1;
	m->each = p;
	if (places(c, list, m, p, &m->n_each) != 0)
		return -1;
	return places(c, more, m, p + m->n_each, &m->n_otherwise);
}

static int
requirements(struct compiler *c, yyjson_val *root, struct map *m)
{
	yyjson_val *list, *v;
	size_t i, max;

	if (conf_arr(c->file, root, "require", &list) != 0)
		return -1;
	m->require =
	    compile_alloc(c, sizeof(*m->require), yyjson_arr_size(list));
	if (!m->require)
		return -1;
	yyjson_arr_foreach (list, i, max, v)
		if (!(m->require[m->n_require++] = compile_text(c, v)))
			return -1;
	return 0;
}

static uint32_t
weigh(const struct cond *t)
{
	uint32_t sum = 0;

	if (t->test != TEST_ALL)
		return 1;
	for (uint32_t i = 0; i < t->n; i++)
		sum += weigh(t->kids[i]);
	return sum;
}

static int
input(struct compiler *c, yyjson_val *root, struct map *m)
{
	struct str s;

	if (conf_str(c->file, root, "input", false, &s) != 0)
		return -1;
	if (str_eq(s, STR("table")))
		m->shape = ND_TABLE;
	else if (str_eq(s, STR("lines")))
		m->shape = ND_LINES;
	else if (s.n)
		return conf_err(c->file, yyjson_obj_get(root, "input"),
		    "expected \"table\" or \"lines\"");
	return 0;
}

/* The name in the file is that of the file, so that -f finds it. */
static int
heading(struct compiler *c, struct str *name, struct str *title)
{
	struct conf *f = c->file;
	const char *slash = strrchr(f->path, '/');
	struct str file = str_from(slash ? slash + 1 : f->path);

	if (conf_str(f, f->root, "name", true, name) != 0 ||
	    conf_str(f, f->root, "title", true, title) != 0)
		return -1;
	if (!str_starts(file, *name) ||
	    !str_eq(str_skip(file, name->n), STR(".json")))
		return conf_err(f, yyjson_obj_get(f->root, "name"),
		    "is not the name of the file");
	*name = compile_keep(c, *name);
	*title = compile_keep(c, *title);
	return name->p && title->p ? 0 : err_nomem(f->e);
}

static int
read_map(struct compiler *c, struct map *m)
{
	yyjson_val *root = c->file->root;
	yyjson_val *empty = yyjson_obj_get(root, "empty");
	yyjson_val *accept = yyjson_obj_get(root, "accept");
	yyjson_val *skip = yyjson_obj_get(root, "skip");
	yyjson_val *whole = yyjson_obj_get(root, "document");
	struct str platform;

	*m = (struct map){ 0 };
	if (conf_obj(c->file, root,
		"name title documentation shape platform input last document detect "
		"each otherwise empty skip accept require parts activity examples") != 0 ||
	    heading(c, &m->name, &m->title) != 0 ||
	    conf_str(c->file, root, "platform", false, &platform) != 0)
		return -1;
	m->platform = compile_keep(c, platform);
	if (input(c, root, m) != 0 ||
	    conf_bool(c->file, root, "last", &m->last) != 0)
		return -1;
	if (!yyjson_obj_get(root, "detect"))
		return conf_missing(c->file, root, "detect");
	m->detect = compile_detect(c, yyjson_obj_get(root, "detect"));
	if (!m->detect)
		return -1;
	if (skip && !(m->skip = compile_cond(c, skip)))
		return -1;
	if (accept && !(m->accept = compile_cond(c, accept)))
		return -1;
	if (whole && !(m->document = compile_cond(c, whole)))
		return -1;
	m->weight = weigh(m->detect);
	if (empty && !(m->empty = compile_cond(c, empty)))
		return -1;
	if (pointers(c, root, m) != 0 || requirements(c, root, m) != 0)
		return -1;
	return activities(c, yyjson_obj_get(root, "activity"), m);
}

static int
place_in(struct compiler *c, yyjson_val *v, const char *name,
    const struct node **n)
{
	yyjson_val *at = yyjson_obj_get(v, name);

	if (at)
		*n = compile_expr(c, at, a_text);
	return !at || *n ? 0 : -1;
}

static int
read_envelope(struct compiler *c, yyjson_val *in, struct envelope *v)
{
	yyjson_val *root = c->file->root;

	*v = (struct envelope){ 0 };
	if (conf_obj(c->file, root,
		"name title documentation shape detect unwrap "
		"origin examples") != 0 ||
	    conf_obj(c->file, in, "json text base64 status foreign") != 0 ||
	    heading(c, &v->name, &v->title) != 0)
		return -1;
	if (!yyjson_obj_get(root, "detect"))
		return conf_missing(c->file, root, "detect");
	v->detect = compile_detect(c, yyjson_obj_get(root, "detect"));
	if (v->detect)
		needs(&v->needs, v->detect);
	if (!v->detect || place_in(c, in, "json", &v->json) != 0 ||
	    place_in(c, in, "text", &v->text) != 0 ||
	    place_in(c, in, "base64", &v->base64) != 0 ||
	    place_in(c, in, "status", &v->status) != 0 ||
	    conf_bool(c->file, in, "foreign", &v->foreign) != 0)
		return -1;
	return slot_of(c, root, "origin", true, &v->origin);
}

static int
read_file(void *ctx, struct conf *file, struct err *e)
{
	struct maps *m = ctx;
	struct compiler c = { .file = file,
		.mem = &m->mem,
		.keys = m->keys,
		.parts = yyjson_obj_get(file->root, "parts") };
	yyjson_val *in = yyjson_obj_get(file->root, "unwrap");

	(void)e;
	if (in)
		return read_envelope(&c, in, &m->envelopes[m->n_envelopes++]);
	return read_map(&c, &m->v[m->n++]);
}

/* What asks for most comes first; among equals, the name. */
static int
by_weight(const void *a, const void *b)
{
	const struct map *x = a, *y = b;

	if (x->last != y->last)
		return x->last ? 1 : -1;
	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return str_cmp(x->name, y->name);
}

static int
by_name(const void *a, const void *b)
{
	return str_cmp((*(const struct map *const *)a)->name,
	    (*(const struct map *const *)b)->name);
}

int
maps_visit_all(const char *dir, maps_visit *each, void *ctx, struct err *e)
{
	int n, rc = 0;
	char **names = share_list(dir, ".json", &n, e), path[SHARE_PATH];
	struct conf file = { 0 };

	if (!names)
		return -1;
	for (int i = 0; i < n && rc == 0; i++) {
		if ((size_t)snprintf(path, sizeof(path), "%s/%s", dir,
			names[i]) >= sizeof(path))
			rc = err_set(e, ERR_USAGE, "%s: path too long", dir);
		if (rc == 0)
			rc = i ? conf_next(&file, path, e)
			       : conf_open(&file, path, e);
		if (rc == 0)
			rc = each(ctx, &file, e);
	}
	conf_release(&file);
	share_free(names, n);
	return rc;
}

int
maps_load(struct maps *m, const char *dir, struct err *e)
{
	*m = (struct maps){ 0 };
	if (arena_init(&m->mem, MEM_FIRST, MEM_MAX) != 0)
		return err_nomem(e);
	m->v = arena_alloc(&m->mem, sizeof(*m->v), SHARE_FILES);
	m->envelopes = arena_alloc(&m->mem, sizeof(*m->envelopes), SHARE_FILES);
	m->by_name = arena_alloc(&m->mem, sizeof(*m->by_name), SHARE_FILES);
	m->keys = arena_alloc(&m->mem, sizeof(*m->keys), 1);
	if (!m->v || !m->envelopes || !m->by_name || !m->keys)
		return err_nomem(e);
	memset(m->keys, 0, sizeof(*m->keys));
	if (maps_visit_all(dir, read_file, m, e) != 0)
		return -1;
	if (!m->n)
		return err_set(e, ERR_USAGE, "%s: no map in this folder", dir);
	qsort(m->v, m->n, sizeof(*m->v), by_weight);
	for (size_t i = 0; i < m->n; i++)
		m->by_name[i] = &m->v[i];
	qsort(m->by_name, m->n, sizeof(*m->by_name), by_name);
	return 0;
}

void
maps_release(struct maps *m)
{
	arena_release(&m->mem);
	*m = (struct maps){ 0 };
}
