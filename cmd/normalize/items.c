#include "items.h"

#include "flags.h"
#include "json.h"

enum { KEEP = 1 << 14, SCRATCH_FIRST = 1 << 16, SCRATCH_MAX = 64 << 20 };

/* One run over a document with one map. */
struct pass {
	struct worker *w;
	const struct document *doc;
	const struct map *map;
	const struct sink *sink;
	struct scope scope;
	bool any;   /* an item fits                    */
	bool deep;  /* what does not fit is no item    */
	bool empty; /* a list of items is there, empty */
	bool failed;
	struct count *count;
	struct err *e;
};

static void
look_at(struct pass *p, yyjson_val *item)
{
	p->scope.base[BASE_HERE] = p->scope.base[BASE_ITEM] = item;
	if (yyjson_is_obj(item))
		members_read(&p->w->members, item);
}

static bool
fits(void *ctx, yyjson_val *v)
{
	struct pass *p = ctx;

	look_at(p, v);
	p->any = yyjson_is_obj(v) && expr_true(&p->scope, p->map->detect, NULL);
	return !p->any;
}

/* "statuses": [] is an answer without posts. */
static bool
is_empty_list(const struct pass *p, const struct pointer *each)
{
	struct pointer list = *each;
	yyjson_val *v;

	if (!each->n || each->steps[each->n - 1].index != STEP_EVERY)
		return false;
	list.n--;
	v = expr_get(&p->scope, &list);
	return yyjson_is_arr(v) && yyjson_arr_size(v) == 0;
}

/* From the template, or else from the envelope; the name of the map is the
 * source where neither has one. */
static void
origin(struct pass *p, const struct activity *a)
{
	struct scope *s = &p->scope;
	yyjson_val *here = s->base[BASE_HERE];
	const struct node *n = a->origin;
	bool first = true;
	size_t from;

	if (!n && p->doc->in) {
		n = p->doc->in->origin;
		s->base[BASE_HERE] = p->doc->envelope;
	}
	buf_put(s->out, STR(",\"origin\":{"));
	from = s->out->n;
	if (n)
		expr_members(s, &first, n);
	if (first ||
	    !str_starts(str_skip(buf_str(s->out), from), STR("\"source\":"))) {
		s->out->n = from;
		first = true;
		buf_key(s->out, &first, "source");
		buf_json(s->out, p->map->name);
		if (n)
			expr_members(s, &first, n);
	}
	s->base[BASE_HERE] = here;
	buf_char(s->out, '}');
}

static void
platform(struct pass *p, const struct activity *a, bool *first)
{
	if (expr_member(&p->scope, first, STR("\"platform\":"), a->platform) ||
	    !p->map->platform.n)
		return;
	buf_key(p->scope.out, first, "platform");
	buf_json(p->scope.out, p->map->platform);
}

/* With marks where a text of it came to us broken. */
static void
object(struct scope *s, const struct activity *a)
{
	size_t from = s->out->n;
	bool first = false;
	uint32_t flags;

	if (!expr_member(s, &first, STR("\"object\":"), a->object) ||
	    s->out->failed)
		return;
	flags = flags_of(str_skip(buf_str(s->out), from));
	if (!flags)
		return;
	s->out->n--;
	flags_put(s->out, flags);
	buf_char(s->out, '}');
}

/* The whole record into p->scope.out. */
static void
write_activity(struct pass *p, const struct activity *a)
{
	struct scope *s = &p->scope;
	bool first = false;

	buf_reset(s->out);
	buf_put(s->out, STR("{\"schema\":\"activity/1\""));
	(void)expr_member(s, &first, STR("\"id\":"), a->id);
	(void)expr_member(s, &first, STR("\"type\":"), a->type);
	(void)expr_member(s, &first, STR("\"published\":"), a->published);
	platform(p, a, &first);
	if (!expr_member(s, &first, STR("\"actor\":"), a->actor) &&
	    p->w->actor.n) {
		buf_put(s->out, STR(",\"actor\":{\"handle\":"));
		buf_json(s->out, p->w->actor);
		buf_char(s->out, '}');
	}
	object(s, a);
	origin(p, a);
	buf_char(s->out, '}');
}

static bool
refuse(struct pass *p, yyjson_val *item, const struct err *why)
{
	p->any = true;
	p->failed = p->sink->refuse(p->sink->ctx, item, why) != 0;
	return !p->failed;
}

/* Memory that ran out: of this record, or of the machine? */
static bool
out_of_room(struct pass *p, yyjson_val *item)
{
	const struct arena *mem = p->w->convert.mem;
	struct err why = { 0 };

	if (p->w->convert.nomem && !mem->full) {
		err_nomem(p->e);
		p->failed = true;
		return false;
	}
	p->w->convert.nomem = false;
	err_set(&why, ERR_DATA, "what it becomes needs more than %zu bytes",
	    mem->cap);
	return refuse(p, item, &why);
}

static bool
emit(struct pass *p, yyjson_val *item, const struct activity *a)
{
	struct err why = { 0 };

	write_activity(p, a);
	if (p->w->convert.nomem)
		return out_of_room(p, item);
	if (buf_check(p->scope.out, &why) != 0) {
		if (why.code == ERR_DATA)
			return refuse(p, item, &why);
		*p->e = why;
		p->failed = true;
		return false;
	}
	p->failed =
	    p->sink->activity(p->sink->ctx, buf_str(p->scope.out), p->e) != 0;
	return !p->failed;
}

static int
shown(struct str s)
{
	return (int)(s.n < 200 ? s.n : 200);
}

/* 0, or -1 with what the item lacks. */
static int
check_item(struct pass *p, yyjson_val *item, struct err *why)
{
	const struct cond *lacks = NULL;
	const struct map *m = p->map;
	struct str text;

	if (!yyjson_is_obj(item))
		return err_set(why, ERR_DATA, "%.*s: expected an object { }",
		    STR_ARG(m->name));
	if (!expr_true(&p->scope, m->detect, &lacks))
		return err_set(why, ERR_DATA, "%.*s: this item has no %.*s",
		    STR_ARG(m->name), shown(lacks->text), lacks->text.p);
	for (uint32_t i = 0; i < m->n_require; i++)
		if (!expr_text(&p->scope, m->require[i], &text))
			return err_set(why, ERR_DATA,
			    "%.*s: nothing to read in this item",
			    STR_ARG(m->name));
	return 0;
}

struct within { /* a template for many values of an item */
	struct pass *p;
	yyjson_val *item;
	const struct activity *a;
};

static bool
one_within(void *ctx, yyjson_val *v)
{
	struct within *w = ctx;
	struct scope *s = &w->p->scope;

	s->base[BASE_HERE] = v;
	return !yyjson_is_ctn(v) || !expr_true(s, w->a->when, NULL) ||
	    emit(w->p, w->item, w->a);
}

/* Did the template fit?  One with "for" fits also where there is nothing. */
static bool
one_template(struct pass *p, yyjson_val *item, const struct activity *a)
{
	struct within w = { p, item, a };

	if (a->each) {
		expr_each(&p->scope, a->each, one_within, &w);
		p->scope.base[BASE_HERE] = item;
		return true;
	}
	return expr_true(&p->scope, a->when, NULL) && emit(p, item, a);
}

static bool
one_item(void *ctx, yyjson_val *item)
{
	struct pass *p = ctx;
	struct err why = { 0 };
	bool done = false;

	arena_reset(p->w->convert.mem);
	look_at(p, item);
	if (p->map->skip && expr_true(&p->scope, p->map->skip, NULL)) {
		p->sink->drop(p->sink->ctx);
		return true;
	}
	if (p->deep && (!yyjson_is_obj(item) ||
	    !expr_true(&p->scope, p->map->detect, NULL)))
		return true;
	p->count->items++;
	if (check_item(p, item, &why) != 0) {
		p->count->unread++;
		return refuse(p, item, &why);
	}
	for (uint32_t i = 0; i < p->map->n_activities && !p->failed; i++)
		done |= one_template(p, item, &p->map->activities[i]);
	if (done || p->failed)
		return !p->failed;
	p->count->unread++;
	err_set(&why, ERR_DATA, "%.*s: none of its templates fits this item",
	    STR_ARG(p->map->name));
	return refuse(p, item, &why);
}

static bool
is_deep(const struct pointer *each)
{
	for (uint32_t i = 0; i < each->n; i++)
		if (each->steps[i].index <= STEP_MEMBER)
			return true;
	return false;
}

/* Every item of the lists in which at least one fits. */
static bool
run_lists(struct pass *p, const struct pointer *each, uint32_t n)
{
	bool used = false;

	for (; n && !p->failed; each++, n--) {
		p->any = false;
		look_at(p, p->doc->root);
		expr_each(&p->scope, each, fits, p);
		p->empty |= is_empty_list(p, each);
		if (!p->any)
			continue;
		used = true;
		p->deep = is_deep(each);
		look_at(p, p->doc->root);
		expr_each(&p->scope, each, one_item, p);
	}
	return used;
}

static bool
wanted(const struct worker *w, const struct map *m)
{
	return !w->only.n ||
	    (str_starts(m->name, w->only) &&
		(m->name.n == w->only.n || m->name.p[w->only.n] == '-'));
}

static bool
nothing_in(yyjson_val *root)
{
	return yyjson_is_ctn(root) && unsafe_yyjson_get_len(root) == 0;
}

/* Is the map asked for, and the document of its kind? */
static bool
looks_right(struct pass *p)
{
	look_at(p, p->doc->root);
	return wanted(p->w, p->map) &&
	    expr_true(&p->scope, p->map->document, NULL);
}

/* No item, and yet an answer that the map knows. */
static bool
knows_empty(struct pass *p)
{
	const struct map *m = p->map;

	look_at(p, p->doc->root);
	return (m->empty && expr_true(&p->scope, m->empty, NULL)) ||
	    (p->doc->in && p->empty) ||
	    (p->w->only.n && m->accept &&
		expr_true(&p->scope, m->accept, NULL));
}

enum found
items_run(struct worker *w, const struct document *doc, const struct sink *sink,
    struct err *e)
{
	struct pass p = { .w = w, .doc = doc, .sink = sink, .e = e };
	bool none = nothing_in(doc->root);

	p.scope = (struct scope){ .convert = &w->convert,
		.out = &w->out,
		.members = &w->members };
	p.scope.base[BASE_ROOT] = doc->root;
	p.scope.base[BASE_ENVELOPE] = doc->envelope;
	for (size_t i = 0; i < w->maps->n; i++) {
		p.map = &w->maps->v[i];
		p.count = &w->counts[i];
		if (!looks_right(&p))
			continue;
		p.empty = false;
		if (run_lists(&p, p.map->each, p.map->n_each))
			return p.failed ? FOUND_FAILED : FOUND_POSTS;
		none |= knows_empty(&p);
	}
	for (size_t i = 0; i < w->maps->n; i++) {
		p.map = &w->maps->v[i];
		p.count = &w->counts[i];
		if (p.map->n_otherwise && looks_right(&p) &&
		    run_lists(&p, p.map->each + p.map->n_each,
			p.map->n_otherwise))
			return p.failed ? FOUND_FAILED : FOUND_POSTS;
	}
	return none ? FOUND_NONE : FOUND_UNKNOWN;
}

int
items_init(struct worker *w, const struct maps *maps, struct err *e)
{
	w->maps = maps;
	w->members.keys = maps->keys;
	w->convert.mem = &w->scratch;
	if (arena_init(&w->keep, KEEP, KEEP) != 0 ||
	    arena_init(&w->scratch, SCRATCH_FIRST, SCRATCH_MAX) != 0)
		return err_nomem(e);
	w->counts = arena_alloc(&w->keep, sizeof(*w->counts), maps->n);
	if (!w->counts)
		return err_nomem(e);
	memset(w->counts, 0, sizeof(*w->counts) * maps->n);
	return 0;
}

void
items_release(struct worker *w)
{
	arena_release(&w->scratch);
	arena_release(&w->keep);
	buf_release(&w->out);
	buf_release(&w->convert.tmp);
}
