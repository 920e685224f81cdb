#include "expr.h"

/* Short and frequent: no call if there is room. */
static inline void
put(struct buf *b, struct str s)
{
	if (s.n > b->cap - b->n || b->failed) {
		buf_put(b, s);
		return;
	}
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}

static bool
write_count(struct buf *out, struct str text)
{
	while (text.n > 1 && text.p[0] == '0')
		text = str_skip(text, 1);
	if (!text.n || text.n > 18)
		return false;
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] < '0' || text.p[i] > '9')
			return false;
	put(out, text);
	return true;
}

static bool
is_within(struct str part, struct str all)
{
	uintptr_t from = (uintptr_t)part.p, begin = (uintptr_t)all.p;

	return from >= begin && from - begin <= all.n &&
	    part.n <= all.n - (from - begin);
}

static bool
write_text(struct scope *s, const struct node *n)
{
	struct str text;

	if (n->op == OP_CONSTANT && n->kind == KIND_TEXT && n->text.n) {
		put(s->out, n->quoted);
		return true;
	}
	if (n->op == OP_POINTER && !n->n_via &&
	    yyjson_is_bool(expr_get(s, &n->ptr)))
		return false;
	s->convert->plain = (struct str){ 0 };
	if (!expr_text(s, n, &text) || !text.n)
		return false;
	if (n->kind == KIND_COUNT)
		return write_count(s->out, text);
	if (is_within(text, s->convert->plain))
		buf_quoted(s->out, text);
	else
		buf_json(s->out, text);
	return true;
}

/* What a text was before it was put together stands beside it. */
static void
put_broken(struct scope *s, struct str key)
{
	buf_fmt(s->out, ",\"%.*s_as_found\":", (int)key.n - 3, key.p + 1);
	buf_json(s->out, s->convert->broken);
	s->convert->broken = (struct str){ 0 };
	s->convert->repaired = true;
}

bool
expr_member(struct scope *s, bool *first, struct str key, const struct node *n)
{
	size_t mark = s->out->n;

	if (!n)
		return false;
	s->convert->zone_assumed = false;
	s->convert->broken = (struct str){ 0 };
	if (!*first)
		put(s->out, STR(","));
	put(s->out, key);
	if (!expr_write(s, n)) {
		s->out->n = mark;
		return false;
	}
	*first = false;
	if (n->kind == KIND_TEXT && s->convert->broken.n)
		put_broken(s, key);
	if (n->kind == KIND_TIME && s->convert->zone_assumed)
		buf_fmt(s->out, ",\"%.*s_zone\":\"assumed\"", (int)key.n - 3,
		    key.p + 1);
	return true;
}

void
expr_members(struct scope *s, bool *first, const struct node *n)
{
	yyjson_val *here = s->base[BASE_HERE];

	switch (n->op) {
	case OP_OBJECT:
		for (uint32_t i = 0; i < n->n; i++)
			(void)expr_member(s, first, n->members[i].key,
			    n->members[i].value);
		break;
	case OP_IF:
		n = expr_chosen(s, n);
		if (n)
			expr_members(s, first, n);
		break;
	case OP_AT:
	case OP_LOOKUP:
		s->base[BASE_HERE] = expr_there(s, n);
		if (s->base[BASE_HERE])
			expr_members(s, first, n->kids[0]);
		s->base[BASE_HERE] = here;
		break;
	case OP_FIRST:
		for (uint32_t i = 0, at = (uint32_t)*first; i < n->n; i++) {
			expr_members(s, first, n->kids[i]);
			if ((uint32_t)*first != at)
				break;
		}
		break;
	default:
		break;
	}
}

static bool
write_object(struct scope *s, const struct node *n)
{
	size_t mark = s->out->n;
	bool first = true;

	put(s->out, STR("{"));
	expr_members(s, &first, n);
	if (first) {
		s->out->n = mark;
		return false;
	}
	put(s->out, STR("}"));
	return true;
}

struct listing {
	struct scope *s;
	const struct node *n;
	bool *first;
};

static bool
write_element(struct scope *s, const struct node *n, bool *first)
{
	size_t mark = s->out->n;

	if (!*first)
		put(s->out, STR(","));
	if (!expr_write(s, n)) {
		s->out->n = mark;
		return false;
	}
	*first = false;
	return true;
}

static bool
list_one(void *ctx, yyjson_val *v)
{
	struct listing *l = ctx;
	yyjson_val *here = l->s->base[BASE_HERE];

	l->s->base[BASE_HERE] = v;
	if (expr_true(l->s, l->n->cond, NULL))
		(void)write_element(l->s, l->n->kids[0], l->first);
	l->s->base[BASE_HERE] = here;
	return true;
}

static bool
list_found(void *ctx, yyjson_val *v)
{
	return expr_list(v, list_one, ctx);
}

static void
write_items(struct scope *s, const struct node *n, bool *first)
{
	struct listing l = { s, n, first };
	yyjson_val *here = s->base[BASE_HERE];
	bool was = *first;

	if (n->kind != KIND_LIST) {
		(void)write_element(s, n, first);
	} else if (n->op == OP_EACH) {
		expr_each(s, &n->ptr, list_found, &l);
	} else if (n->op == OP_ALL) {
		for (uint32_t i = 0; i < n->n; i++)
			write_items(s, n->kids[i], first);
	} else if (n->op == OP_FIRST) {
		for (uint32_t i = 0; i < n->n && *first == was; i++)
			write_items(s, n->kids[i], first);
	} else if (n->op == OP_IF) {
		n = expr_chosen(s, n);
		if (n)
			write_items(s, n, first);
	} else if (n->op == OP_AT || n->op == OP_LOOKUP) {
		s->base[BASE_HERE] = expr_there(s, n);
		if (s->base[BASE_HERE])
			write_items(s, n->kids[0], first);
		s->base[BASE_HERE] = here;
	}
}

static bool
write_list(struct scope *s, const struct node *n)
{
	size_t mark = s->out->n;
	bool first = true;

	put(s->out, STR("["));
	write_items(s, n, &first);
	if (first) {
		s->out->n = mark;
		return false;
	}
	put(s->out, STR("]"));
	return true;
}

bool
expr_write(struct scope *s, const struct node *n)
{
	if (n->kind == KIND_LIST)
		return write_list(s, n);
	if (n->kind == KIND_OBJECT)
		return write_object(s, n);
	return write_text(s, n);
}
