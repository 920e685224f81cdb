#include "quote.h"

#include "json.h"
#include "utf8.h"

enum { FOR = 1, AGAINST = 2, SHOWN = 4 };

struct quote {
	unsigned char *is; /* a code point each */
	size_t n;
	struct str field;
};

static void
mark(struct quote *q, yyjson_val *span, unsigned char how)
{
	yyjson_val *at = yyjson_obj_get(span, "at");
	yyjson_val *from = yyjson_arr_get(at, 0), *to = yyjson_arr_get(at, 1);

	if (!yyjson_is_uint(from) || !yyjson_is_uint(to) ||
	    !str_eq(json_get(span, "field"), q->field))
		return;
	for (uint64_t i = yyjson_get_uint(from);
	     i < yyjson_get_uint(to) && i < q->n; i++)
		q->is[i] |= how;
}

static void
mark_all(struct quote *q, yyjson_val *spans, unsigned char how)
{
	yyjson_val *span;
	size_t i, max;

	yyjson_arr_foreach(spans, i, max, span) {
		bool less = yyjson_get_num(yyjson_obj_get(span, "weight")) < 0;

		mark(q, span, less ? AGAINST : how);
	}
}

static void
mark_score(struct quote *q, yyjson_val *score)
{
	yyjson_val *finding;
	size_t i, max;

	yyjson_arr_foreach(yyjson_obj_get(score, "findings"), i, max, finding)
		mark_all(q, yyjson_obj_get(finding, "because"), FOR);
	mark_all(q, yyjson_obj_get(score, "parts"), FOR);
	mark_all(q, yyjson_obj_get(score, "guards"), AGAINST);
}

/* A long text: show its beginning, and what stands around the marks. */
static void
choose(struct quote *q)
{
	size_t last = 0;
	bool any = false;

	if (q->n <= QUOTE_LONG) {
		for (size_t i = 0; i < q->n; i++)
			q->is[i] |= SHOWN;
		return;
	}
	for (size_t i = 0; i < q->n; i++) {
		if (q->is[i] & (FOR | AGAINST)) {
			last = i;
			any = true;
		}
		if (i < 2 * QUOTE_AROUND || (any && i - last < QUOTE_AROUND))
			q->is[i] |= SHOWN;
	}
	any = false;
	for (size_t i = q->n; i-- > 0;) {
		if (q->is[i] & (FOR | AGAINST)) {
			last = i;
			any = true;
		}
		if (any && last - i < QUOTE_AROUND)
			q->is[i] |= SHOWN;
	}
}

static void
put_run(struct view *v, struct str s, unsigned char is, size_t n)
{
	if (!(is & SHOWN)) {
		html_raw(v, " <span class=\"cut\">");
		html_put(v, text_fill(&v->text, TEXT_left_out, TEXT_ARGS(
		    text_number(&v->text, (int64_t)n))));
		html_raw(v, "</span> ");
	} else if (is & FOR) {
		html_tag(v, "<mark>", s, "</mark>");
	} else if (is & AGAINST) {
		html_tag(v, "<mark class=\"against\">", s, "</mark>");
	} else {
		html_put(v, s);
	}
}

/* What a code point looks like; FOR outranks AGAINST. */
static unsigned char
look(unsigned char is)
{
	return !(is & SHOWN) ? 0 : is & FOR ? (SHOWN | FOR) : is;
}

void
quote_put(struct view *v, yyjson_val *score, const char *field,
    struct str text)
{
	struct quote q = { .n = utf8_count(text), .field = str_from(field) };
	struct str rest = text;
	size_t at = 0, from = 0;

	q.is = arena_alloc(&v->mem, 1, q.n + 1);
	if (!q.is)
		return;
	memset(q.is, 0, q.n + 1);
	mark_score(&q, score);
	choose(&q);
	while (at < q.n) {
		(void)utf8_next(&rest);
		at++;
		if (at < q.n && look(q.is[at]) == look(q.is[from]))
			continue;
		put_run(v, (struct str){ text.p, (size_t)(rest.p - text.p) },
		    look(q.is[from]), at - from);
		text = rest;
		from = at;
	}
}
