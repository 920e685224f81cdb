#include "body.h"

#include <stdarg.h>
#include <stdio.h>

#include "json.h"
#include "markup.h"

#define not_it(p, ...) wrong(p, DETAIL_##__VA_ARGS__)
static int wrong(struct page *p, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static int
wrong(struct page *p, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(p->why, sizeof(p->why), fmt, ap);
	va_end(ap);
	return 0;
}

/* RFC 8259, 8.1: a byte order mark may be passed over. */
static struct str
without_mark(struct str s)
{
	return str_starts(s, STR("\xEF\xBB\xBF")) ? str_skip(s, 3) : s;
}

/* A text or number at a pointer; "": nothing was asked for. */
static struct str
at(yyjson_val *v, struct str pointer)
{
	if (!pointer.n)
		return (struct str){ 0 };
	return json_str(yyjson_ptr_getn(v, pointer.p, pointer.n));
}

/* A date as a number of seconds, with or without a fraction. */
static bool
since_1970(struct str s, struct instant *t)
{
	int64_t n = 0;
	size_t i = 0;

	for (; i < s.n && i < 11 && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		n = n * 10 + (s.p[i] - '0');
	*t = (struct instant){ .seconds = n };
	return i >= 9 && i < 11 && (i == s.n || s.p[i] == '.');
}

static yyjson_val *
value_at(yyjson_val *v, struct str pointer)
{
	return pointer.n ? yyjson_ptr_getn(v, pointer.p, pointer.n) : v;
}

static struct given
given_at(yyjson_val *v, struct str pointer)
{
	yyjson_val *there = pointer.n ? value_at(v, pointer) : NULL;

	return (struct given){ json_str(there), yyjson_is_str(there) };
}

/* The item says that nothing is to be had there, or shows all of it. */
static bool
nothing_more(const struct list *n, yyjson_val *item)
{
	yyjson_val *v = n->count.n ? value_at(item, n->count) : NULL;
	struct str text = json_str(v);
	size_t shown = 0, count = 0;

	if (yyjson_is_false(v))
		return true;
	if (!text.n || text.n > 9)
		return false;
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] < '0' || text.p[i] > '9')
			return false;
		count = count * 10 + (size_t)(text.p[i] - '0');
	}
	if (n->have.n)
		shown = yyjson_arr_size(value_at(item, n->have));
	return count <= shown;
}

/* Which interactions with this item of a list have to be asked for. */
static uint32_t
what_to_ask(const struct source *s, const struct list *list, yyjson_val *item)
{
	int of = SOURCE_TOP;
	uint32_t ask = 0;

	for (size_t k = 0; list != &s->timeline && k < s->n_interactions; k++)
		if (list == &s->interactions[k])
			of = (int)k;
	if (list != &s->timeline && of == SOURCE_TOP)
		return 0;
	for (size_t k = 0; k < s->n_interactions; k++)
		if (s->interactions[k].of == of &&
		    !nothing_more(&s->interactions[k], item))
			ask |= UINT32_C(1) << k;
	return ask;
}

static int
read_list(const struct source *s, const struct list *t, yyjson_val *list,
    struct arena *mem, struct page *p, struct err *e)
{
	yyjson_val *v;
	size_t i, max;

	p->counted = true;
	p->n = yyjson_arr_size(list);
	p->items = arena_alloc(mem, sizeof(*p->items), p->n);
	if (!p->items)
		return mem->oom ? err_nomem(e)
		    : not_it(p, MANY_ITEMS, p->n);
	yyjson_arr_foreach(list, i, max, v) {
		struct instant date = { 0 };

		p->items[i] = (struct item){ at(v, t->id), at(v, t->uri),
			at(v, t->page), INT64_MIN, what_to_ask(s, t, v) };
		if (t->id.n && !p->items[i].id.n)
			return not_it(p, NO_ID, i + 1);
		if (instant_parse(at(v, t->published), &date) ||
		    since_1970(at(v, t->published), &date)) {
			p->items[i].published = date.seconds;
			page_date(p, &date);
		}
	}
	return 1;
}

/* Does it nest as deep as may be?  Then it has no room within a line. */
static bool
too_deep(yyjson_val *v)
{
	yyjson_val *ends[JSON_DEPTH], *end = unsafe_yyjson_get_next(v);
	size_t depth = 0;

	for (; v < end; v++) {
		if (!yyjson_is_ctn(v))
			continue;
		while (depth && ends[depth - 1] <= v)
			depth--;
		if (depth == JSON_DEPTH - 1)
			return true;
		ends[depth++] = unsafe_yyjson_get_next(v);
	}
	return false;
}

/* How the answer says that it goes on. */
static void
read_next(const struct turn *t, yyjson_val *root, struct page *p)
{
	if (t->more.n && yyjson_is_false(value_at(root, t->more)))
		return;
	p->next = given_at(root, t->at);
	for (size_t i = 0; i < t->n_carry; i++)
		p->carry[i] = given_at(root, t->carry[i].at);
}

static int
read_json(const struct source *s, const struct list *t, struct str text,
    struct arena *mem, struct page *p, struct err *e)
{
	yyjson_doc *doc;
	yyjson_val *root, *list;

	if (json_read(without_mark(text), YYJSON_READ_NUMBER_AS_RAW, mem, &doc,
	        e) != 0) {
		if (e->code == ERR_FAIL)
			return -1;
		return not_it(p, NO_JSON, e->byte, e->msg);
	}
	root = yyjson_doc_get_root(doc);
	if (too_deep(root))
		return not_it(p, DEEP, JSON_DEPTH - 1);
	read_next(&t->turn, root, p);
	p->cut = t->cut.n && memmem(text.p, text.n, t->cut.p, t->cut.n);
	list = value_at(root, t->at);
	if (!list && t->none.n && str_eq(at(root, t->none), STR("0"))) {
		p->counted = true;
		return 1;
	}
	if (!yyjson_is_arr(list))
		return t->at.n ? not_it(p, NO_LIST_AT,
		    (int)(t->at.n < 60 ? t->at.n : 60), t->at.p)
		    : not_it(p, NO_LIST);
	return read_list(s, t, list, mem, p, e);
}

int
body_find(struct str text, struct str pointer, struct arena *mem,
    struct str *found, struct err *e)
{
	yyjson_doc *doc;

	if (json_read(without_mark(text), YYJSON_READ_NUMBER_AS_RAW, mem, &doc,
	        e) != 0)
		return e->code == ERR_FAIL ? -1 : 0;
	*found = at(yyjson_doc_get_root(doc), pointer);
	return found->n > 0;
}

int
body_read(const struct source *s, const struct list *list, struct str text,
    struct arena *mem, struct page *p, struct err *e)
{
	*p = (struct page){ 0 };
	if (!text.n)
		return not_it(p, EMPTY);
	if (s->body == BODY_XML)
		return markup_read(&s->items, text, p);
	return read_json(s, list, text, mem, p, e);
}

void
body_put(struct buf *b, struct str text)
{
	size_t from = 0, i = 0;
	bool quoted = false;

	text = without_mark(text);
	while (text.n && strchr(" \t\r\n", text.p[text.n - 1]))
		text.n--;
	if (!memchr(text.p, '\n', text.n) && !memchr(text.p, '\r', text.n)) {
		buf_put(b, text);
		return;
	}
	for (; i < text.n; i++) {
		char c = text.p[i];

		if (quoted && c == '\\')
			i++;
		else if (c == '"')
			quoted = !quoted;
		else if (!quoted && (c == ' ' || c == '\t' || c == '\n' ||
		    c == '\r')) {
			buf_put(b, (struct str){ text.p + from, i - from });
			from = i + 1;
		}
	}
	buf_put(b, (struct str){ text.p + from, text.n - from });
}
