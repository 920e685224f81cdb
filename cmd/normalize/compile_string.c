#include <stdio.h>
#include <string.h>

#include "compile.h"
#include "convert.h"
#include "json.h"

enum { SHOWN = 60 }; /* bytes of a text in a message */

static int
shown(struct str s)
{
	return (int)(s.n < SHOWN ? s.n : SHOWN);
}

void *
compile_alloc(struct compiler *c, size_t size, size_t n)
{
	void *p = arena_alloc(c->mem, size, n ? n : 1);

	if (p)
		memset(p, 0, size * n);
	else
		err_nomem(c->file->e);
	return p;
}

struct str
compile_keep(struct compiler *c, struct str s)
{
	return arena_copy(c->mem, s);
}

static size_t
count_char(struct str s, char ch)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == ch;
	return n;
}

/* One part of a pointer: "~1" is "/", "~0" is "~" (RFC 6901, section 4). */
static bool
take_step(struct compiler *c, struct str part, struct step *step)
{
	char *p;

	step->index = STEP_KEY;
	if (str_eq(part, STR("*")))
		step->index = STEP_EVERY;
	else if (str_eq(part, STR("+")))
		step->index = STEP_MEMBER;
	else if (str_eq(part, STR("**")))
		step->index = STEP_DEEP;
	step->key = compile_keep(c, part);
	if (!step->key.p)
		return false;
	if (part.n && part.n < 8 &&
	    strspn(step->key.p, "0123456789") == part.n) {
		step->index = 0;
		for (size_t i = 0; i < part.n; i++)
			step->index = step->index * 10 + (part.p[i] - '0');
	}
	p = (char *)(uintptr_t)step->key.p;
	step->key.n = 0;
	for (size_t i = 0; i < part.n; i++) {
		char ch = part.p[i];

		if (ch == '~' && i + 1 < part.n)
			ch = part.p[++i] == '1' ? '/' : '~';
		p[step->key.n++] = ch;
	}
	return true;
}

static int
parse_pointer(struct compiler *c, yyjson_val *v, struct str s,
    struct pointer *p)
{
	static const char marks[BASES] = { 0, '^', '$', '@' };
	struct step *steps;

	*p = (struct pointer){ 0 };
	for (enum base b = BASE_ITEM; b < BASES; b++)
		if (s.n && s.p[0] == marks[b])
			p->base = (uint16_t)b;
	if (p->base != BASE_HERE)
		s = str_skip(s, 1);
	else if (str_eq(s, STR(".")))
		s.n = 0;
	else if (s.n && s.p[0] != '/')
		return conf_err(c->file, v,
		    "expected a pointer like \"/a/b\", "
		    "\"$/a\", \"@/a\", or \"=text\"; got \"%.*s\"",
		    shown(s), s.p);
	if (s.n && s.p[0] != '/')
		return conf_err(c->file, v,
		    "expected '/' after the first sign");
	steps = compile_alloc(c, sizeof(*steps), count_char(s, '/'));
	if (!steps)
		return -1;
	p->steps = steps;
	while (s.n) {
		struct str part = str_skip(s, 1);
		const char *next = part.n ? memchr(part.p, '/', part.n) : NULL;

		if (next)
			part.n = (size_t)(next - part.p);
		if (!take_step(c, part, &steps[p->n++]))
			return err_nomem(c->file->e);
		s = str_skip(s, part.n + 1);
	}
	if (p->n && steps->index > STEP_EVERY)
		p->number = keys_number(c->keys, steps->key);
	return 0;
}

int
compile_pointer(struct compiler *c, yyjson_val *v, struct pointer *p)
{
	if (!yyjson_is_str(v))
		return conf_err(c->file, v, "expected a pointer");
	return parse_pointer(c, v, json_str(v), p);
}

/* The part of s before " | "; s becomes what follows it. */
static struct str
take_pipe(struct str *s)
{
	struct str part = *s;

	for (size_t i = 0; i + 3 <= s->n; i++)
		if (memcmp(s->p + i, " | ", 3) == 0) {
			part.n = i;
			*s = str_skip(*s, i + 3);
			return part;
		}
	*s = (struct str){ 0 };
	return part;
}

static int
one_converter(struct compiler *c, yyjson_val *v, struct str word,
    struct converter *out, bool *time)
{
	const char *space = word.n ? memchr(word.p, ' ', word.n) : NULL;
	struct str name = word, arg = { 0 };
	const struct converter_name *known;
	char names[400];

	if (space) {
		name.n = (size_t)(space - word.p);
		arg = str_skip(word, name.n + 1);
	}
	known = convert_find(name);
	if (!known) {
		convert_names(names, sizeof(names));
		return conf_err(c->file, v,
		    "no converter \"%.*s\"; there are: %s", shown(name), name.p,
		    names);
	}
	if (known->arg != (arg.n > 0))
		return conf_err(c->file, v, "converter \"%s\" takes %s",
		    known->name, known->arg ? "a text after it" : "nothing");
	*time |= known->time;
	*out = (struct converter){ known->fn, compile_keep(c, arg) };
	return 0;
}

/* " | time" is understood where the record wants a time. */
static int
converters(struct compiler *c, yyjson_val *v, struct str rest, struct slot slot,
    struct node *n)
{
	struct converter *via =
	    compile_alloc(c, sizeof(*via), count_char(rest, '|') + 2);
	bool time = false;

	if (!via)
		return -1;
	n->via = via;
	while (rest.n)
		if (one_converter(c, v, take_pipe(&rest), &via[n->n_via++],
			&time) != 0)
			return -1;
	if (slot.kind == KIND_TIME && !time)
		via[n->n_via++].fn = convert_find(STR("time"))->fn;
	return 0;
}

static int
quote(struct compiler *c, struct node *n)
{
	struct buf b = { 0 };
	int rc;

	buf_json(&b, n->text);
	rc = buf_check(&b, c->file->e);
	if (rc == 0)
		n->quoted = compile_keep(c, buf_str(&b));
	buf_release(&b);
	return rc;
}

int
compile_string(struct compiler *c, yyjson_val *v, struct slot slot,
    struct node *n)
{
	struct str s = json_str(v);

	if (slot.kind == KIND_OBJECT)
		return conf_err(c->file, v, "expected an object { }");
	if (slot.kind == KIND_LIST)
		return conf_err(c->file, v,
		    "this is a list: expected {\"each\": ...} or "
		    "{\"all\": ...}");
	if (s.n && s.p[0] == '=') {
		n->op = OP_CONSTANT;
		n->text = compile_keep(c, str_skip(s, 1));
		return quote(c, n);
	}
	n->op = OP_POINTER;
	if (parse_pointer(c, v, take_pipe(&s), &n->ptr) != 0)
		return -1;
	return converters(c, v, s, slot, n);
}
