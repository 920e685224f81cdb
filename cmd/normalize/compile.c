#include "compile.h"

#include "json.h"

enum { DEEPEST = 24, SHOWN = 60 };

static const struct slot a_text = { KIND_TEXT, NULL };

static int
shown(struct str s)
{
	return (int)(s.n < SHOWN ? s.n : SHOWN);
}

static const struct node **
kids_for(struct compiler *c, struct node *n, size_t count)
{
	const struct node **kids = compile_alloc(c, sizeof(*kids), count);

	n->kids = kids;
	n->n = (uint32_t)count;
	return kids;
}

static struct slot
element(struct slot list)
{
	return (struct slot){ list.in ? KIND_OBJECT : KIND_TEXT, list.in };
}

static bool
gives_list(yyjson_val *v)
{
	return yyjson_obj_get(v, "each") || yyjson_obj_get(v, "all");
}

static int
kids_from(struct compiler *c, yyjson_val *list, struct slot slot,
    struct node *n)
{
	const struct node **kids;
	yyjson_val *v;
	size_t i, max;

	if (!yyjson_is_arr(list) || !yyjson_arr_size(list))
		return conf_err(c->file, list,
		    "expected a list [ ], not empty");
	kids = kids_for(c, n, yyjson_arr_size(list));
	if (!kids)
		return -1;
	yyjson_arr_foreach (list, i, max, v) {
		struct slot s = slot;

		if (n->op == OP_ALL && !gives_list(v))
			s = element(slot);
		kids[i] = compile_expr(c, v, s);
		if (!kids[i])
			return -1;
	}
	return 0;
}

/* {"join": {"each": ..., "as": ...}}: as many texts as there are. */
static int
from_texts(struct compiler *c, yyjson_val *v, struct node *n)
{
	yyjson_val *as = yyjson_obj_get(v, "as");
	yyjson_val *when = yyjson_obj_get(v, "when");
	const struct node **kids = kids_for(c, n, 1);

	n->op = OP_TEXTS;
	if (!kids || conf_obj(c->file, v, "each as when") != 0)
		return -1;
	if (!as)
		return conf_missing(c->file, v, "as");
	if (compile_pointer(c, yyjson_obj_get(v, "each"), &n->ptr) != 0)
		return -1;
	if (when && !(n->cond = compile_cond(c, when)))
		return -1;
	kids[0] = compile_expr(c, as, a_text);
	return kids[0] ? 0 : -1;
}

static int
from_join(struct compiler *c, yyjson_val *v, struct slot slot, struct node *n)
{
	struct str with;

	n->op = OP_JOIN;
	if (slot.kind != KIND_TEXT)
		return conf_err(c->file, v, "\"join\" makes a text");
	if (conf_obj(c->file, v, "join with") != 0 ||
	    conf_str(c->file, v, "with", false, &with) != 0)
		return -1;
	n->text = compile_keep(c, with);
	if (yyjson_is_obj(yyjson_obj_get(v, "join")))
		return from_texts(c, yyjson_obj_get(v, "join"), n);
	return kids_from(c, yyjson_obj_get(v, "join"), a_text, n);
}

static int
need_list(struct compiler *c, yyjson_val *v, struct slot slot)
{
	if (slot.kind == KIND_LIST)
		return 0;
	return conf_err(c->file, v, "a list cannot stand here");
}

static int
from_each(struct compiler *c, yyjson_val *v, struct slot slot, struct node *n)
{
	yyjson_val *as = yyjson_obj_get(v, "as");
	yyjson_val *when = yyjson_obj_get(v, "when");
	const struct node **kids = kids_for(c, n, 1);

	n->op = OP_EACH;
	if (!kids || need_list(c, v, slot) != 0 ||
	    conf_obj(c->file, v, "each as when") != 0)
		return -1;
	if (!as)
		return conf_missing(c->file, v, "as");
	if (compile_pointer(c, yyjson_obj_get(v, "each"), &n->ptr) != 0)
		return -1;
	if (when && !(n->cond = compile_cond(c, when)))
		return -1;
	kids[0] = compile_expr(c, as, element(slot));
	return kids[0] ? 0 : -1;
}

static int
from_all(struct compiler *c, yyjson_val *v, struct slot slot, struct node *n)
{
	n->op = OP_ALL;
	if (need_list(c, v, slot) != 0 || conf_obj(c->file, v, "all") != 0)
		return -1;
	return kids_from(c, yyjson_obj_get(v, "all"), slot, n);
}

static int
from_at(struct compiler *c, yyjson_val *v, struct slot slot, struct node *n)
{
	yyjson_val *take = yyjson_obj_get(v, "take");
	const struct node **kids = kids_for(c, n, 1);

	n->op = OP_AT;
	if (!kids || conf_obj(c->file, v, "at take") != 0 ||
	    compile_pointer(c, yyjson_obj_get(v, "at"), &n->ptr) != 0)
		return -1;
	if (!take)
		return conf_missing(c->file, v, "take");
	kids[0] = compile_expr(c, take, slot);
	return kids[0] ? 0 : -1;
}

static int
from_lookup(struct compiler *c, yyjson_val *v, struct slot slot, struct node *n)
{
	yyjson_val *take = yyjson_obj_get(v, "take");
	yyjson_val *equals = yyjson_obj_get(v, "equals");
	yyjson_val *by = yyjson_obj_get(v, "by"), *when;
	const struct node **kids = kids_for(c, n, 2);

	n->op = OP_LOOKUP;
	when = yyjson_obj_get(v, "when");
	if (!kids || conf_obj(c->file, v, "lookup by equals when take") != 0 ||
	    compile_pointer(c, yyjson_obj_get(v, "lookup"), &n->ptr) != 0)
		return -1;
	if (!take || (!when && (!by || !equals)))
		return conf_missing(c->file, v,
		    !take    ? "take"
			: by ? "equals"
			     : "by");
	if (by && when)
		return conf_err(c->file, v, "either \"when\" or \"by\"");
	if (when && !(n->cond = compile_cond(c, when)))
		return -1;
	if (by &&
	    (compile_pointer(c, by, &n->by) != 0 ||
		!(kids[1] = compile_text(c, equals))))
		return -1;
	kids[0] = compile_expr(c, take, slot);
	return kids[0] ? 0 : -1;
}

static int
from_if(struct compiler *c, yyjson_val *v, struct slot slot, struct node *n)
{
	yyjson_val *then = yyjson_obj_get(v, "then");
	yyjson_val *other = yyjson_obj_get(v, "else");
	const struct node **kids = kids_for(c, n, 2);

	n->op = OP_IF;
	if (!kids || conf_obj(c->file, v, "if then else") != 0)
		return -1;
	if (!then)
		return conf_missing(c->file, v, "then");
	n->cond = compile_cond(c, yyjson_obj_get(v, "if"));
	if (!n->cond || !(kids[0] = compile_expr(c, then, slot)))
		return -1;
	if (other && !(kids[1] = compile_expr(c, other, slot)))
		return -1;
	return 0;
}

/* A part is compiled once for each kind of place where it is used. */
static const struct node *
use_part(struct compiler *c, yyjson_val *part, struct slot slot)
{
	const size_t n = c->n_used < COMPILE_USED ? c->n_used : COMPILE_USED;
	const struct node *node;

	for (size_t i = 0; i < n; i++)
		if (c->used[i].part == part && c->used[i].slot.kind == slot.kind &&
		    c->used[i].slot.in == slot.in)
			return c->used[i].node;
	node = compile_expr(c, part, slot);
	c->used[c->n_used++ % COMPILE_USED] = (struct used){ part, slot, node };
	return node;
}

static int
from_use(struct compiler *c, yyjson_val *v, struct slot slot, struct node *n)
{
	yyjson_val *at = yyjson_obj_get(v, "at"), *part;
	const struct node **kids = kids_for(c, n, 1);
	struct str name;

	n->op = OP_AT;
	if (!kids || conf_obj(c->file, v, "use at") != 0 ||
	    conf_str(c->file, v, "use", true, &name) != 0)
		return -1;
	if (at && compile_pointer(c, at, &n->ptr) != 0)
		return -1;
	part = yyjson_obj_getn(c->parts, name.p, name.n);
	if (!part)
		return conf_err(c->file, v, "no \"%.*s\" in \"parts\"",
		    shown(name), name.p);
	kids[0] = use_part(c, part, slot);
	return kids[0] ? 0 : -1;
}

static int
from_template(struct compiler *c, yyjson_val *v, struct slot slot,
    struct node *n)
{
	struct member *members =
	    compile_alloc(c, sizeof(*members), yyjson_obj_size(v));
	yyjson_val *key, *value;
	char names[400];
	size_t i, max;

	n->op = OP_OBJECT;
	n->members = members;
	if (!members)
		return -1;
	yyjson_obj_foreach (v, i, max, key, value)
		if (!field_find(slot.in, json_str(key))) {
			field_names(slot.in, names, sizeof(names));
			return conf_err(c->file, key,
			    "no such field here; there are: %s", names);
		}
	/* In the order of the record, whatever that of the file. */
	for (const struct field *f = slot.in; f->name; f++) {
		struct member *m = &members[n->n];

		value = yyjson_obj_get(v, f->name);
		if (!value)
			continue;
		*m = (struct member){ &f->label,
			compile_expr(c, value,
			    (struct slot){ f->kind, f->in }) };
		if (!m->value)
			return -1;
		n->n++;
	}
	return 0;
}

static int
from_object(struct compiler *c, yyjson_val *v, struct slot slot, struct node *n)
{
	static const struct {
		const char *key;
		int (*compile)(struct compiler *, yyjson_val *, struct slot,
		    struct node *);
	} operators[] = {
		{ "join", from_join },
		{ "each", from_each },
		{ "all", from_all },
		{ "use", from_use },
		{ "lookup", from_lookup },
		{ "if", from_if },
		{ "at", from_at },
	};

	for (size_t i = 0; i < sizeof(operators) / sizeof(*operators); i++)
		if (yyjson_obj_get(v, operators[i].key))
			return operators[i].compile(c, v, slot, n);
	if (slot.kind == KIND_OBJECT)
		return from_template(c, v, slot, n);
	return conf_err(c->file, v,
	    "expected an expression: one of join, "
	    "each, all, use, lookup, if, at");
}

const struct node *
compile_expr(struct compiler *c, yyjson_val *v, struct slot slot)
{
	struct node *n = compile_alloc(c, sizeof(*n), 1);
	int rc = -1;

	if (!n)
		return NULL;
	n->kind = slot.kind;
	if (++c->depth > DEEPEST) {
		conf_err(c->file, v,
		    "nested deeper than %d; does a part use "
		    "itself?",
		    DEEPEST);
	} else if (yyjson_is_str(v)) {
		rc = compile_string(c, v, slot, n);
	} else if (yyjson_is_arr(v)) {
		n->op = OP_FIRST;
		rc = kids_from(c, v, slot, n);
	} else if (yyjson_is_obj(v)) {
		rc = from_object(c, v, slot, n);
	} else {
		conf_err(c->file, v, "expected an expression");
	}
	c->depth--;
	return rc == 0 ? n : NULL;
}

const struct node *
compile_text(struct compiler *c, yyjson_val *v)
{
	return compile_expr(c, v, a_text);
}
