#include "compile.h"
#include "json.h"

/* "is" and "has" take one text or a list of them. */
static int
take_values(struct compiler *c, yyjson_val *v, struct cond *t)
{
	size_t n = yyjson_is_arr(v) ? yyjson_arr_size(v) : 1;
	struct str *values = compile_alloc(c, sizeof(*values), n);

	if (!values)
		return -1;
	t->values = values;
	for (; t->n < n; t->n++) {
		yyjson_val *one = v;

		if (yyjson_is_arr(v))
			one = yyjson_arr_get(v, t->n);
		if (!yyjson_is_str(one))
			return conf_err(c->file, one,
			    "expected a text in quotes");
		values[t->n] = compile_keep(c, json_str(one));
	}
	return 0;
}

/* "type" takes the names that JSON has, one or a list of them. */
static int
from_type(struct compiler *c, yyjson_val *v, struct cond *t)
{
	static const struct {
		struct str name;
		uint32_t bits;
	} types[] = {
		{ { "text", 4 }, 1u << YYJSON_TYPE_STR },
		{ { "number", 6 }, 1u << YYJSON_TYPE_NUM | 1u << YYJSON_TYPE_RAW },
		{ { "bool", 4 }, 1u << YYJSON_TYPE_BOOL },
		{ { "object", 6 }, 1u << YYJSON_TYPE_OBJ },
		{ { "list", 4 }, 1u << YYJSON_TYPE_ARR },
	};

	t->test = TEST_TYPE;
	if (conf_obj(c->file, v, "at type") != 0 ||
	    compile_pointer(c, yyjson_obj_get(v, "at"), &t->ptr) != 0 ||
	    take_values(c, yyjson_obj_get(v, "type"), t) != 0)
		return -1;
	for (uint32_t i = 0; i < t->n; i++) {
		uint32_t bits = 0;

		for (size_t k = 0; k < sizeof(types) / sizeof(*types); k++)
			if (str_eq(t->values[i], types[k].name))
				bits = types[k].bits;
		if (!bits)
			return conf_err(c->file, yyjson_obj_get(v, "type"),
			    "expected text, number, bool, object, list");
		t->types |= bits;
	}
	return 0;
}

/* "keys": "lang", all members are called like languages. */
static int
from_keys(struct compiler *c, yyjson_val *v, struct cond *t)
{
	t->test = TEST_KEYS;
	if (conf_obj(c->file, v, "at keys") != 0 ||
	    compile_pointer(c, yyjson_obj_get(v, "at"), &t->ptr) != 0)
		return -1;
	if (!str_eq(json_get(v, "keys"), STR("lang")))
		return conf_err(c->file, yyjson_obj_get(v, "keys"),
		    "expected \"lang\"");
	return 0;
}

static int
from_compare(struct compiler *c, yyjson_val *v, struct cond *t)
{
	yyjson_val *is = yyjson_obj_get(v, "is");
	yyjson_val *has = yyjson_obj_get(v, "has");
	yyjson_val *equals = yyjson_obj_get(v, "equals");

	if (yyjson_obj_get(v, "keys"))
		return from_keys(c, v, t);
	if (yyjson_obj_get(v, "type"))
		return from_type(c, v, t);
	if (conf_obj(c->file, v, "at is has equals") != 0)
		return -1;
	if ((is != NULL) + (has != NULL) + (equals != NULL) != 1)
		return conf_err(c->file, v,
		    "expected one of \"is\", \"has\", \"equals\", \"type\"");
	t->test = is ? TEST_IS : has ? TEST_HAS : TEST_EQUALS;
	t->at = compile_text(c, yyjson_obj_get(v, "at"));
	if (equals && t->at)
		return (t->other = compile_text(c, equals)) ? 0 : -1;
	return t->at ? take_values(c, is ? is : has, t) : -1;
}

static int
from_kids(struct compiler *c, yyjson_val *list, struct cond *t)
{
	const struct cond **kids =
	    compile_alloc(c, sizeof(*kids), yyjson_arr_size(list));
	yyjson_val *v;
	size_t i, max;

	if (!kids)
		return -1;
	t->kids = kids;
	yyjson_arr_foreach (list, i, max, v) {
		kids[i] = compile_cond(c, v);
		if (!kids[i])
			return -1;
		t->n++;
	}
	return 0;
}

static int
from_not(struct compiler *c, yyjson_val *v, struct cond *t)
{
	const struct cond **kids = compile_alloc(c, sizeof(*kids), 1);

	if (!kids || conf_obj(c->file, v, "not") != 0)
		return -1;
	t->test = TEST_NOT;
	t->kids = kids;
	t->n = 1;
	kids[0] = compile_cond(c, yyjson_obj_get(v, "not"));
	return kids[0] ? 0 : -1;
}

static int
from_any(struct compiler *c, yyjson_val *v, struct cond *t)
{
	yyjson_val *list = yyjson_obj_get(v, "any");

	if (conf_obj(c->file, v, "any") != 0)
		return -1;
	if (!yyjson_is_arr(list))
		return conf_err(c->file, list, "expected a list [ ]");
	t->test = TEST_ANY;
	return from_kids(c, list, t);
}

/* A pointer; behind converters, a text must be left. */
static int
from_text(struct compiler *c, yyjson_val *v, struct cond *t)
{
	t->test = TEST_THERE;
	t->at = compile_text(c, v);
	if (!t->at)
		return -1;
	if (t->at->op == OP_POINTER && !t->at->n_via) {
		t->test = TEST_FOUND;
		t->ptr = t->at->ptr;
	}
	return 0;
}

/* How the file says it, on one line. */
static int
take_source(struct compiler *c, yyjson_val *v, struct cond *t)
{
	yyjson_alc alc = arena_alc(c->mem);
	size_t n = 0;
	char *p;

	t->text = compile_keep(c, json_str(v));
	if (yyjson_is_str(v))
		return 0;
	p = yyjson_val_write_opts(v, 0, &alc, &n, NULL);
	if (!p)
		return err_nomem(c->file->e);
	t->text = (struct str){ p, n };
	return 0;
}

const struct cond *
compile_cond(struct compiler *c, yyjson_val *v)
{
	struct cond *t = compile_alloc(c, sizeof(*t), 1);
	int rc;

	if (!t)
		return NULL;
	if (!v) {
		conf_err(c->file, c->file->root, "a condition is missing");
		return NULL;
	}
	if (c->told && take_source(c, v, t) != 0)
		return NULL;
	if (yyjson_is_arr(v)) {
		t->test = TEST_ALL;
		rc = from_kids(c, v, t);
	} else if (yyjson_is_str(v)) {
		rc = from_text(c, v, t);
	} else if (yyjson_obj_get(v, "not")) {
		rc = from_not(c, v, t);
	} else if (yyjson_obj_get(v, "any")) {
		rc = from_any(c, v, t);
	} else if (yyjson_obj_get(v, "at")) {
		rc = from_compare(c, v, t);
	} else {
		rc = conf_err(c->file, v,
		    "expected a condition: a pointer, a "
		    "list, or one of not, any, at");
	}
	return rc == 0 ? t : NULL;
}

const struct cond *
compile_detect(struct compiler *c, yyjson_val *v)
{
	const struct cond *t;

	c->told = true;
	t = compile_cond(c, v);
	c->told = false;
	return t;
}
