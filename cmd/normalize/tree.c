#include "tree.h"

#include <stdlib.h>

struct writer {
	struct arena *mem;
	struct buf *out;
	bool full;
};

static int
by_name(const void *a, const void *b)
{
	const struct child *x = *(const struct child *const *)a;
	const struct child *y = *(const struct child *const *)b;
	int d = str_cmp(x->element->name, y->element->name);

	return d ? d : (x->at > y->at) - (x->at < y->at);
}

/* Children with one name stand together, in the order of the file. */
static const struct child **
sorted(struct writer *w, const struct element *el)
{
	const struct child **list = arena_alloc(w->mem, sizeof(*list), el->n);
	size_t n = 0;

	w->full |= !list;
	if (!list)
		return NULL;
	for (const struct child *c = el->first; c; c = c->next)
		list[n++] = c;
	qsort(list, n, sizeof(*list), by_name);
	return list;
}

static void
put_key(struct writer *w, bool *first, struct str name)
{
	if (!*first)
		buf_char(w->out, ',');
	*first = false;
	buf_json(w->out, name);
	buf_char(w->out, ':');
}

static void
put_own(struct writer *w, bool *first, const struct element *el)
{
	for (const struct attribute *a = el->attributes; a; a = a->next) {
		if (!*first)
			buf_char(w->out, ',');
		*first = false;
		buf_put(w->out, STR("\"@"));
		buf_put(w->out, a->name);
		buf_put(w->out, STR("\":"));
		buf_json(w->out, a->value);
	}
	if (!el->text.n)
		return;
	put_key(w, first, el->marked ? STR("#markup") : STR("#text"));
	buf_json(w->out, el->text);
}

/* The nesting is bounded by who built the tree. */
static void
put_element(struct writer *w, const struct element *el)
{
	const struct child **list = el->n ? sorted(w, el) : NULL;
	bool first = true;

	buf_char(w->out, '{');
	put_own(w, &first, el);
	for (size_t i = 0; list && i < el->n; i++) {
		struct str name = list[i]->element->name;

		if (i && str_eq(list[i - 1]->element->name, name)) {
			buf_char(w->out, ',');
		} else {
			if (i)
				buf_char(w->out, ']');
			put_key(w, &first, name);
			buf_char(w->out, '[');
		}
		put_element(w, list[i]->element);
	}
	if (list)
		buf_char(w->out, ']');
	buf_char(w->out, '}');
}

int
tree_json(const struct element *root, struct arena *mem, struct buf *out,
    struct err *e)
{
	struct writer w = { mem, out, false };
	bool first = true;

	buf_reset(out);
	buf_char(out, '{');
	put_key(&w, &first, root->name);
	put_element(&w, root);
	buf_char(out, '}');
	if (w.full && mem->full)
		return err_set(e, ERR_DATA, "the feed needs too much memory");
	return w.full ? err_nomem(e) : buf_check(out, e);
}
