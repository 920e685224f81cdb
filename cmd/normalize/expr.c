#include "expr.h"

#include "json.h"
#include "lang.h"

enum {
	JOINED_MAX = 16,
	LARGE = 6, /* members to ask for, from which reading all pays */
	ESCAPED = YYJSON_TYPE_STR, /* no subtype: it may need escaping */
};

static yyjson_val *
member(yyjson_val *obj, struct str key)
{
	yyjson_val *k = unsafe_yyjson_get_first(obj);

	for (size_t n = unsafe_yyjson_get_len(obj); n; n--) {
		if (unsafe_yyjson_get_len(k) == key.n &&
		    keys_same(unsafe_yyjson_get_str(k), key.p, key.n))
			return k + 1;
		k = unsafe_yyjson_get_next(k + 1);
	}
	return NULL;
}

static yyjson_val *
one_step(const struct step *step, yyjson_val *v)
{
	if (yyjson_is_obj(v))
		return member(v, step->key);
	if (step->index >= 0)
		return yyjson_arr_get(v, (size_t)step->index);
	if (step->index == STEP_EVERY)
		return yyjson_arr_get_first(v);
	return NULL;
}

/* The first step from an item that was read costs no search. */
static inline yyjson_val *
first_step(const struct scope *s, const struct pointer *p, uint32_t *n)
{
	yyjson_val *v = s->base[p->base];

	*n = 0;
	if (p->number == KEYS_NONE || !v)
		return v;
	*n = v == s->members->of || v == s->inner->of;
	if (v == s->members->of)
		return members_get(s->members, p->number);
	return *n ? members_get(s->inner, p->number) : v;
}

yyjson_val *
expr_get(const struct scope *s, const struct pointer *p)
{
	uint32_t i;
	yyjson_val *v = first_step(s, p, &i);

	while (v && i < p->n)
		v = one_step(&p->steps[i++], v);
	return yyjson_is_null(v) ? NULL : v;
}

static bool each_step(const struct step *steps, size_t n, yyjson_val *v,
    expr_visit *visit, void *ctx);

/* From v itself and from all that is in it; the reader limits its depth. */
static bool
deep_step(const struct step *steps, size_t n, yyjson_val *v, expr_visit *visit,
    void *ctx)
{
	yyjson_val *key, *one;
	size_t i, max;

	if (!each_step(steps, n, v, visit, ctx))
		return false;
	if (yyjson_is_obj(v)) {
		yyjson_obj_foreach (v, i, max, key, one)
			if (yyjson_is_ctn(one) &&
			    !deep_step(steps, n, one, visit, ctx))
				return false;
		return true;
	}
	yyjson_arr_foreach (v, i, max, one)
		if (yyjson_is_ctn(one) &&
		    !deep_step(steps, n, one, visit, ctx))
			return false;
	return true;
}

static bool
each_step(const struct step *steps, size_t n, yyjson_val *v, expr_visit *visit,
    void *ctx)
{
	yyjson_val *key, *one;
	size_t i, max;

	for (; v && n && steps->index > STEP_EVERY; steps++, n--)
		v = one_step(steps, v);
	if (!v || yyjson_is_null(v))
		return true;
	if (!n)
		return visit(ctx, v);
	if (steps->index == STEP_DEEP)
		return deep_step(steps + 1, n - 1, v, visit, ctx);
	if (steps->index == STEP_MEMBER) {
		yyjson_obj_foreach (v, i, max, key, one)
			if (!each_step(steps + 1, n - 1, one, visit, ctx))
				return false;
		return true;
	}
	yyjson_arr_foreach (v, i, max, one)
		if (!each_step(steps + 1, n - 1, one, visit, ctx))
			return false;
	return true;
}

void
expr_each(const struct scope *s, const struct pointer *p, expr_visit *visit,
    void *ctx)
{
	uint32_t i;
	yyjson_val *v = first_step(s, p, &i);

	if (v)
		(void)each_step(p->steps + i, p->n - i, v, visit, ctx);
}

static bool
through(struct scope *s, const struct node *n, struct str *text)
{
	for (uint32_t i = 0; i < n->n_via; i++)
		if (!n->via[i].fn(s->convert, n->via[i].arg, text))
			return false;
	return text->n > 0;
}

bool
expr_found(struct scope *s, const struct node *n, yyjson_val *v,
    struct str *text)
{
	if (yyjson_is_bool(v))
		*text = yyjson_get_bool(v) ? STR("true") : STR("false");
	else
		*text = json_str(v);
	if (yyjson_get_tag(v) != ESCAPED)
		s->convert->plain = *text;
	return text->n > 0 && through(s, n, text);
}

static bool
joined(struct scope *s, const struct node *n, struct str *text)
{
	struct str part[JOINED_MAX];

	for (uint32_t i = 0; i < n->n; i++)
		if (i >= JOINED_MAX || !expr_text(s, n->kids[i], &part[i]))
			return false;
	for (uint32_t i = 0; i < n->n; i++) {
		if (i)
			buf_put(&s->convert->tmp, n->text);
		buf_put(&s->convert->tmp, part[i]);
	}
	return convert_keep(s->convert, text);
}

/* What kids[0] of AT and LOOKUP sees as "here"; NULL: nothing. */
struct search {
	struct scope *s;
	const struct node *n;
	struct str wanted;
	yyjson_val *found;
};

static bool
is_it(void *ctx, yyjson_val *v)
{
	struct search *look = ctx;
	struct scope inner = *look->s;

	inner.base[BASE_HERE] = v;
	if (look->n->cond ? !expr_true(&inner, look->n->cond, NULL)
			  : !str_eq(json_str(expr_get(&inner, &look->n->by)),
				look->wanted))
		return true;
	look->found = v;
	return false;
}

bool
expr_list(yyjson_val *v, expr_visit *visit, void *ctx)
{
	yyjson_val *one;
	size_t i, max;

	if (!yyjson_is_arr(v))
		return visit(ctx, v);
	yyjson_arr_foreach (v, i, max, one)
		if (!yyjson_is_null(one) && !visit(ctx, one))
			return false;
	return true;
}

static bool
look_in(void *ctx, yyjson_val *v)
{
	return expr_list(v, is_it, ctx);
}

yyjson_val *
expr_there(struct scope *s, const struct node *n)
{
	struct search look = { s, n, { 0 }, NULL };

	if (n->op == OP_AT) {
		look.found = expr_get(s, &n->ptr);
		if (n->kids[0]->n >= LARGE &&
		    look.found != s->members->of &&
		    n->kids[0]->op == OP_OBJECT && yyjson_is_obj(look.found))
			members_read(s->inner, look.found);
		return look.found;
	}
	if (n->cond || expr_text(s, n->kids[1], &look.wanted))
		expr_each(s, &n->ptr, look_in, &look);
	return look.found;
}

const struct node *
expr_chosen(struct scope *s, const struct node *n)
{
	return n->kids[expr_true(s, n->cond, NULL) ? 0 : 1];
}

struct chain { /* texts one behind another, in the arena */
	struct chain *next;
	struct str text;
};

struct chaining {
	struct scope *s;
	const struct node *n;
	struct chain *first, **last;
};

static bool
chain_one(void *ctx, yyjson_val *v)
{
	struct chaining *c = ctx;
	struct scope inner = *c->s;
	struct chain *link;
	struct str text;

	inner.base[BASE_HERE] = v;
	if (!expr_true(&inner, c->n->cond, NULL) ||
	    !expr_text(&inner, c->n->kids[0], &text))
		return true;
	link = arena_alloc(c->s->convert->mem, sizeof(*link), 1);
	if (!link) {
		c->s->convert->nomem = true;
		return false;
	}
	*link = (struct chain){ .text = text };
	*c->last = link;
	c->last = &link->next;
	return true;
}

static bool
chain_found(void *ctx, yyjson_val *v)
{
	return expr_list(v, chain_one, ctx);
}

static bool
texts(struct scope *s, const struct node *n, struct str *text)
{
	struct chaining c = { s, n, NULL, NULL };

	c.last = &c.first;
	expr_each(s, &n->ptr, chain_found, &c);
	for (struct chain *link = c.first; link; link = link->next) {
		if (link != c.first)
			buf_put(&s->convert->tmp, n->text);
		buf_put(&s->convert->tmp, link->text);
	}
	return convert_keep(s->convert, text);
}

bool
expr_text(struct scope *s, const struct node *n, struct str *text)
{
	yyjson_val *here = s->base[BASE_HERE];
	bool got = false;

	switch (n->op) {
	case OP_CONSTANT:
		*text = n->text;
		return true;
	case OP_POINTER:
		return expr_found(s, n, expr_get(s, &n->ptr), text);
	case OP_FIRST:
		for (uint32_t i = 0; i < n->n && !got; i++)
			got = expr_text(s, n->kids[i], text);
		return got;
	case OP_JOIN:
		return joined(s, n, text);
	case OP_TEXTS:
		return texts(s, n, text);
	case OP_IF:
		n = expr_chosen(s, n);
		return n && expr_text(s, n, text);
	case OP_AT:
	case OP_LOOKUP:
		s->base[BASE_HERE] = expr_there(s, n);
		got = s->base[BASE_HERE] && expr_text(s, n->kids[0], text);
		s->base[BASE_HERE] = here;
		return got;
	case OP_OBJECT:
	case OP_EACH:
	case OP_ALL:
		break;
	}
	return false;
}

static bool
one_of(const struct cond *c, struct str text)
{
	for (uint32_t i = 0; i < c->n; i++) {
		struct str v = c->values[i];

		if (c->test == TEST_IS ? str_eq(text, v)
		    : memmem(text.p, text.n, v.p, v.n) != NULL)
			return true;
	}
	return false;
}

static bool
keys_are_langs(yyjson_val *v)
{
	yyjson_val *key, *one;
	size_t i, max;

	yyjson_obj_foreach (v, i, max, key, one)
		if (!lang_well_formed(json_str(key)))
			return false;
	return yyjson_is_obj(v);
}

static bool
holds(struct scope *s, const struct cond *c, const struct cond **why)
{
	struct str text, other;
	bool any = false;

	switch (c->test) {
	case TEST_FOUND:
		return expr_get(s, &c->ptr) != NULL;
	case TEST_THERE:
		return expr_text(s, c->at, &text);
	case TEST_IS:
	case TEST_HAS:
		return expr_text(s, c->at, &text) && one_of(c, text);
	case TEST_TYPE:
		return c->types >>
		    yyjson_get_type(expr_get(s, &c->ptr)) & 1;
	case TEST_KEYS:
		return keys_are_langs(expr_get(s, &c->ptr));
	case TEST_EQUALS:
		return expr_text(s, c->at, &text) &&
		    expr_text(s, c->other, &other) && str_eq(text, other);
	case TEST_NOT:
		return !expr_true(s, c->kids[0], NULL);
	case TEST_ANY:
		for (uint32_t i = 0; i < c->n && !any; i++)
			any = expr_true(s, c->kids[i], NULL);
		return any;
	case TEST_ALL:
		for (uint32_t i = 0; i < c->n; i++)
			if (!expr_true(s, c->kids[i], why))
				return false;
		return true;
	}
	return false;
}

bool
expr_true(struct scope *s, const struct cond *c, const struct cond **why)
{
	if (!c || holds(s, c, why))
		return true;
	if (why && c->test != TEST_ALL)
		*why = c;
	return false;
}
