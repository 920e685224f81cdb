#include "html.h"

#include <gumbo.h>
#include <setjmp.h>

#include "plain.h"
#include "utf8.h"

/*
 * A parser's time grows with the square of the nesting, so what a parser
 * may see is bounded; beyond it the plain scan has to do.
 */
enum { PARSED_MAX = 1 << 20, TAGS_MAX = 10000 };

struct room {
	struct arena *mem;
	jmp_buf full;
};

static void *
take(void *userdata, size_t size)
{
	struct room *r = userdata;
	void *p = arena_alloc(r->mem, 1, size);

	if (!p) /* gumbo does not ask whether it got memory */
		longjmp(r->full, 1);
	return p;
}

static void
leave(void *userdata, void *p)
{
	(void)userdata, (void)p;
}

static enum effect
effect_of(const GumboNode *node)
{
	GumboTag tag = node->v.element.tag;

	if (node->type != GUMBO_NODE_ELEMENT)
		return node->type == GUMBO_NODE_TEMPLATE ? EFFECT_SKIP
							 : EFFECT_NONE;
	return tag == GUMBO_TAG_UNKNOWN
	    ? EFFECT_UNKNOWN
	    : element_effect(str_from(gumbo_normalized_tagname(tag)));
}

static bool
has_children(const GumboNode *node)
{
	return node->type == GUMBO_NODE_ELEMENT ||
	    node->type == GUMBO_NODE_DOCUMENT;
}

/* Returns whether to go into the children. */
static bool
enter(struct plain *p, const GumboNode *node)
{
	enum effect effect = has_children(node) ? effect_of(node) : EFFECT_NONE;
	const GumboAttribute *alt;

	if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
	    node->type == GUMBO_NODE_WHITESPACE)
		plain_put(p, str_from(node->v.text.text));
	if (!has_children(node) || effect == EFFECT_SKIP)
		return false;
	if (effect == EFFECT_IMAGE) {
		alt = gumbo_get_attribute(&node->v.element.attributes, "alt");
		if (alt)
			plain_put(p, str_from(alt->value));
		return false;
	}
	plain_break(p, effect);
	p->keep += effect == EFFECT_PRE;
	return true;
}

static void
leave_element(struct plain *p, const GumboNode *node)
{
	enum effect effect = effect_of(node);

	p->keep -= effect == EFFECT_PRE;
	if (effect != EFFECT_BREAK)
		plain_break(p, effect);
}

/* In document order, without recursion: the nesting is the sender's. */
static void
walk(struct plain *p, const GumboNode *root)
{
	const GumboNode *node = root;
	const GumboVector *children;
	size_t next;

	for (;;) {
		if (enter(p, node)) {
			children = &node->v.element.children;
			if (children->length) {
				node = children->data[0];
				continue;
			}
			leave_element(p, node);
		}
		for (;;) {
			if (node == root)
				return;
			next = node->index_within_parent + 1;
			node = node->parent;
			children = &node->v.element.children;
			if (next < children->length)
				break;
			leave_element(p, node);
		}
		node = children->data[next];
	}
}

/* The parser writes what is no UTF-8 for a number that is no character. */
static void
mend(struct conversion *c)
{
	struct str s = buf_str(&c->tmp);
	size_t good = utf8_bad(s);

	if (good == s.n)
		return;
	s = arena_copy(c->mem, s);
	buf_reset(&c->tmp);
	for (; s.n; good = utf8_bad(s)) {
		buf_put(&c->tmp, (struct str){ s.p, good });
		s = str_skip(s, good);
		if (s.n) {
			buf_put(&c->tmp, STR("\xEF\xBF\xBD"));
			s = str_skip(s, 1);
		}
	}
}

static bool
parse(struct conversion *c, struct plain *p, struct str s)
{
	GumboOptions o = kGumboDefaultOptions;
	struct room r = { .mem = c->mem };
	GumboOutput *tree;

	if (setjmp(r.full))
		return false;
	o.allocator = take;
	o.deallocator = leave;
	o.userdata = &r;
	o.max_errors = 0;
	o.fragment_context = GUMBO_TAG_BODY;
	tree = gumbo_parse_with_options(&o, s.p, s.n);
	walk(p, tree->root);
	mend(c);
	return true;
}

static bool
parsable(struct str s)
{
	size_t tags = 0;

	for (size_t i = 0; i < s.n; i++)
		tags += s.p[i] == '<';
	return s.n <= PARSED_MAX && tags <= TAGS_MAX;
}

bool
html_text(struct conversion *c, struct str arg, struct str *s)
{
	struct plain p = { .out = &c->tmp };

	(void)arg;
	if (!s->n)
		return false;
	/* A declaration that never ends would swallow all. */
	if (!memchr(s->p, '>', s->n) && memmem(s->p, s->n, "<!", 2)) {
		(void)plain_scan(&p, *s, false);
	} else if (!plain_scan(&p, *s, true)) {
		buf_reset(&c->tmp);
		p = (struct plain){ .out = &c->tmp };
		if (!parsable(*s)) {
			(void)plain_scan(&p, *s, false);
		} else if (!parse(c, &p, *s)) {
			c->nomem = true;
			buf_reset(&c->tmp);
			return false;
		}
	}
	return convert_keep(c, s);
}
