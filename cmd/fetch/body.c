#include "body.h"

#include <stdarg.h>
#include <stdio.h>

#include "json.h"
#include "markup.h"

static int not_it(struct page *p, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static int
not_it(struct page *p, const char *fmt, ...)
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

void
body_date(struct page *p, const struct instant *t)
{
	if (!p->dated || t->seconds < p->from.seconds)
		p->from = *t;
	if (!p->dated || t->seconds > p->to.seconds)
		p->to = *t;
	p->dated = true;
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

static int
read_list(const struct items *t, bool timeline, yyjson_val *list,
    struct arena *mem, struct page *p, struct err *e)
{
	struct instant date = { 0 };
	yyjson_val *v;
	size_t i, max;

	p->counted = true;
	p->n = yyjson_arr_size(list);
	p->items = arena_alloc(mem, sizeof(*p->items), p->n);
	if (!p->items)
		return mem->oom ? err_nomem(e)
		    : not_it(p, "%zu items are too many", p->n);
	yyjson_arr_foreach(list, i, max, v) {
		p->items[i] = (struct item){ at(v, t->id), at(v, t->uri),
			at(v, t->url) };
		if (!timeline)
			continue;
		if (!p->items[i].id.n)
			return not_it(p, "item %zu has no id", i + 1);
		if (instant_parse(at(v, t->published), &date) ||
		    since_1970(at(v, t->published), &date))
			body_date(p, &date);
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

static int
read_json(const struct source *s, const struct interaction *in,
    struct str text, struct arena *mem, struct page *p, struct err *e)
{
	struct str pointer = in ? in->at : s->items.at;
	yyjson_doc *doc;
	yyjson_val *list;

	if (json_read(without_mark(text), YYJSON_READ_NUMBER_AS_RAW, mem, &doc,
	        e) != 0) {
		if (e->code == ERR_FAIL)
			return -1;
		return not_it(p, "no JSON: byte %zu: %.120s", e->byte,
		    e->msg);
	}
	list = yyjson_doc_get_root(doc);
	if (too_deep(list))
		return not_it(p, "nested deeper than %d", JSON_DEPTH - 1);
	p->next = at(list, s->next_at);
	if (pointer.n)
		list = yyjson_ptr_getn(list, pointer.p, pointer.n);
	if (!list && s->items.none.n && str_eq(at(yyjson_doc_get_root(doc),
	        s->items.none), STR("0"))) {
		p->counted = true;
		return 1;
	}
	if (!yyjson_is_arr(list))
		return not_it(p, "no list of items where it should be");
	return read_list(&s->items, !in, list, mem, p, e);
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
body_read(const struct source *s, const struct interaction *in,
    struct str text, struct arena *mem, struct page *p, struct err *e)
{
	*p = (struct page){ 0 };
	if (!text.n)
		return not_it(p, "the answer is empty");
	if (s->body == BODY_XML)
		return markup_read(&s->items, text, p);
	return read_json(s, in, text, mem, p, e);
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
