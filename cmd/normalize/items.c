#include "json.h"
#include "pass.h"

enum { KEEP = 1 << 14, SCRATCH_FIRST = 1 << 16, ITEM_MIN = 1 << 19 };

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
	p->fit = p->any ? v : NULL;
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
	enum asked_fits fits;

	pass_write(p, a);
	fits = asked_fits(&p->asked, p->who, p->w->convert.mem);
	p->w->convert.nomem |= fits == ASKED_NOMEM;
	if (p->w->convert.nomem)
		return out_of_room(p, item);
	if (fits == ASKED_OTHER) {
		err_set(&why, ERR_DATA, "%.*s: another account than the one "
		    "that was asked about", STR_ARG(p->map->name));
		return refuse(p, item, &why);
	}
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
	if (item != p->fit && !expr_true(&p->scope, m->detect, &lacks))
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
	if (p->deep && item != p->fit && (!yyjson_is_obj(item) ||
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

bool
items_may_be(const struct worker *w, const struct place *at)
{
	for (uint32_t i = 0; i < at->n; i++)
		if (!members_get(&w->members, at->needs[i]))
			return false;
	return true;
}

/* The document was read, see look_at(). */
static bool
may_be_there(const struct pass *p, const struct place *each)
{
	if (!yyjson_is_obj(p->doc->root))
		return true;
	return !each->list && items_may_be(p->w, each);
}

static bool
any_there(const struct pass *p, const struct place *each, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (may_be_there(p, &each[i]))
			return true;
	return false;
}

/* Every item of the lists in which at least one fits. */
static bool
run_lists(struct pass *p, const struct place *each, uint32_t n)
{
	bool used = false;

	for (; n && !p->failed; each++, n--) {
		look_at(p, p->doc->root);
		if (!may_be_there(p, each))
			continue;
		p->any = false;
		expr_each(&p->scope, &each->at, fits, p);
		if (!p->any)
			continue;
		used = true;
		p->deep = is_deep(&each->at);
		look_at(p, p->doc->root);
		expr_each(&p->scope, &each->at, one_item, p);
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

	if (!looks_right(p))
		return false;
	for (uint32_t i = 0; p->doc->in && i < m->n_each; i++)
		if (is_empty_list(p, &m->each[i].at))
			return true;
	return (m->empty && expr_true(&p->scope, m->empty, NULL)) ||
	    (p->w->only.n && m->accept &&
		expr_true(&p->scope, m->accept, NULL));
}

/* Documents of one kind have the same keys, so it is asked once what maps can
 * fit them.  NULL: any. */
static const uint64_t *
candidates(struct pass *p)
{
	const struct maps *maps = p->w->maps;
	struct guess *g;

	if (!yyjson_is_obj(p->doc->root))
		return NULL;
	look_at(p, p->doc->root);
	g = &p->w->guesses[p->w->members.known % GUESSES];
	if (g->made && g->known == p->w->members.known)
		return g->maps;
	*g = (struct guess){ .made = true, .known = p->w->members.known };
	for (size_t i = 0; i < maps->n; i++)
		if (any_there(p, maps->v[i].each, maps->v[i].n_each))
			g->maps[i / 64] |= (uint64_t)1 << i % 64;
	return g->maps;
}

/* One round over all maps.  Did one find items? */
static bool
one_round(struct pass *p, bool otherwise)
{
	const struct maps *maps = p->w->maps;
	const uint64_t *may = otherwise ? NULL : candidates(p);

	for (size_t i = 0; i < maps->n; i++) {
		const struct place *at;
		uint32_t n;

		if (may && !(may[i / 64] >> i % 64 & 1))
			continue;
		p->map = &maps->v[i];
		p->count = &p->w->counts[i];
		at = p->map->each + (otherwise ? p->map->n_each : 0);
		n = otherwise ? p->map->n_otherwise : p->map->n_each;
		look_at(p, p->doc->root);
		if ((may || any_there(p, at, n)) && looks_right(p) &&
		    run_lists(p, at, n))
			return true;
	}
	return false;
}

void
items_begin(struct worker *w, yyjson_val *root, struct arena *mem)
{
	w->mem = mem;
	arena_reset(&w->scratch);
	w->scratch.cap = mem->cap;
	w->out.max = w->convert.tmp.max = mem->cap / 2;
	members_forget(&w->members);
	members_forget(&w->inner);
	if (yyjson_is_obj(root))
		members_read(&w->members, root);
}

enum found
items_run(struct worker *w, const struct document *doc, const struct sink *sink,
    struct err *e)
{
	struct pass p = { .w = w, .doc = doc, .sink = sink, .e = e };
	bool none = nothing_in(doc->root);

	asked_read(&p.asked, doc->envelope);
	/* What the document has left of its memory, its items may need. */
	w->scratch.cap = w->mem->cap - w->mem->used;
	if (w->scratch.cap < ITEM_MIN)
		w->scratch.cap = ITEM_MIN;
	p.scope = (struct scope){ .convert = &w->convert,
		.out = &w->out,
		.members = &w->members,
		.inner = &w->inner };
	p.scope.base[BASE_ROOT] = doc->root;
	p.scope.base[BASE_ENVELOPE] = doc->envelope;
	if (one_round(&p, false) || one_round(&p, true))
		return p.failed ? FOUND_FAILED : FOUND_POSTS;
	for (size_t i = 0; i < w->maps->n && !none; i++) {
		p.map = &w->maps->v[i];
		none = knows_empty(&p);
	}
	return none ? FOUND_NONE : FOUND_UNKNOWN;
}

int
items_init(struct worker *w, const struct maps *maps, struct err *e)
{
	w->maps = maps;
	w->members.keys = w->inner.keys = maps->keys;
	w->schema = keys_number(maps->keys, STR("schema"));
	if (w->schema == KEYS_NONE)
		return err_set(e, ERR_USAGE, "more than %d keys in the maps",
		    KEYS_MAX);
	w->convert.mem = &w->scratch;
	if (arena_init(&w->keep, KEEP, KEEP) != 0 ||
	    arena_init(&w->scratch, SCRATCH_FIRST, SCRATCH_FIRST) != 0)
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
