#include "expr.h"

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
	buf_put(out, text);
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
write_text(struct scope *s, const struct node *n, struct str text)
{
	if (n->kind == KIND_COUNT)
		return write_count(s->out, text);
	if (is_within(text, s->convert->plain))
		buf_quoted(s->out, text);
	else
		buf_json(s->out, text);
	return true;
}

/* What the pointer n leads to; true and false alone are no text. */
static bool
write_found(struct scope *s, const struct node *n, yyjson_val *v)
{
	struct str text;

	if (!n->n_via && yyjson_is_bool(v))
		return false;
	s->convert->plain = (struct str){ 0 };
	return expr_found(s, n, v, &text) && write_text(s, n, text);
}

static bool
write_made(struct scope *s, const struct node *n)
{
	struct str text;

	if (n->op == OP_CONSTANT && n->kind == KIND_TEXT && n->text.n) {
		buf_put(s->out, n->quoted);
		return true;
	}
	s->convert->plain = (struct str){ 0 };
	return expr_text(s, n, &text) && text.n && write_text(s, n, text);
}

static void
put_label(struct buf *out, const struct label *label, bool first)
{
	char *p = buf_room(out, sizeof(label->text));

	if (!p)
		return;
	if (first)
		memcpy(p, label->text + 1, sizeof(label->text) - 1);
	else
		memcpy(p, label->text, sizeof(label->text));
	out->n += label->n - (size_t)first;
}

static struct str
name_of(const struct label *label)
{
	return (struct str){ label->text + 2, label->n - (size_t)4 };
}

/* What a text was before it was put together stands beside it. */
static void
put_broken(struct scope *s, const struct label *label)
{
	buf_fmt(s->out, ",\"%.*s_as_found\":", STR_ARG(name_of(label)));
	buf_json(s->out, s->convert->broken);
	s->convert->broken = (struct str){ 0 };
	s->convert->repaired = true;
}

bool
expr_member(struct scope *s, bool *first, const struct label *label,
    const struct node *n)
{
	size_t mark = s->out->n;
	yyjson_val *v = NULL;

	if (!n || (n->op == OP_POINTER && !(v = expr_get(s, &n->ptr))))
		return false;
	s->convert->zone_assumed = false;
	s->convert->broken = (struct str){ 0 };
	put_label(s->out, label, *first);
	if (v ? !write_found(s, n, v) : !expr_write(s, n)) {
		s->out->n = mark;
		return false;
	}
	*first = false;
	if (n->kind == KIND_TEXT && s->convert->broken.n)
		put_broken(s, label);
	if (n->kind == KIND_TIME && s->convert->zone_assumed)
		buf_fmt(s->out, ",\"%.*s_zone\":\"assumed\"",
		    STR_ARG(name_of(label)));
	return true;
}

void
expr_members(struct scope *s, bool *first, const struct node *n)
{
	yyjson_val *here = s->base[BASE_HERE];

	switch (n->op) {
	case OP_OBJECT:
		for (uint32_t i = 0; i < n->n; i++)
			(void)expr_member(s, first, n->members[i].label,
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

	buf_put(s->out, STR("{"));
	expr_members(s, &first, n);
	if (first) {
		s->out->n = mark;
		return false;
	}
	buf_put(s->out, STR("}"));
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
		buf_put(s->out, STR(","));
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

	buf_put(s->out, STR("["));
	write_items(s, n, &first);
	if (first) {
		s->out->n = mark;
		return false;
	}
	buf_put(s->out, STR("]"));
	return true;
}

bool
expr_write(struct scope *s, const struct node *n)
{
	if (n->kind == KIND_LIST)
		return write_list(s, n);
	if (n->kind == KIND_OBJECT)
		return write_object(s, n);
	if (n->op == OP_POINTER) {
		yyjson_val *v = expr_get(s, &n->ptr);

		return v && write_found(s, n, v);
	}
	return write_made(s, n);
}
