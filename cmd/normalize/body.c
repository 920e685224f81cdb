#include "body.h"

#include <string.h>

#include "feed.h"
#include "json.h"
#include "utf8.h"

enum { TAG_MAX = 1 << 16 };

static const struct envelope *
envelope_of(struct worker *w, yyjson_val *root, struct scope *s)
{
	const struct maps *m = w->maps;

	*s = (struct scope){ .convert = &w->convert,
		.out = &w->out,
		.members = &w->members,
		.inner = &w->inner };
	s->base[BASE_HERE] = s->base[BASE_ITEM] = s->base[BASE_ENVELOPE] = root;
	for (size_t i = 0; yyjson_is_obj(root) && i < m->n_envelopes; i++)
		if (items_may_be(w, &m->envelopes[i].needs) &&
		    expr_true(s, m->envelopes[i].detect, NULL))
			return &m->envelopes[i];
	return NULL;
}

static char
first_sign(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!strchr(" \t\r\n", s.p[i]) || !s.p[i])
			return s.p[i];
	return 0;
}

static int
parse(struct str text, struct arena *mem, struct document *doc, struct err *e)
{
	yyjson_doc *json;

	if (str_starts(text, STR("\xEF\xBB\xBF")))
		text = str_skip(text, 3);
	if (json_read(text, YYJSON_READ_NUMBER_AS_RAW, mem, &json, e) != 0)
		return -1;
	doc->root = yyjson_doc_get_root(json);
	return 0;
}

/* The parser of XML needs thirty times the memory of the attributes of a tag,
 * before we see one of them. */
static bool
has_long_tag(struct str s)
{
	while (s.n > TAG_MAX) {
		const char *lt = memchr(s.p, '<', s.n);

		if (!lt)
			return false;
		s = str_skip(s, (size_t)(lt - s.p) + 1);
		if (s.n > TAG_MAX && s.p[0] != '!' && s.p[0] != '?' &&
		    !memchr(s.p, '>', TAG_MAX))
			return true;
	}
	return false;
}

/* What a feed becomes goes through w->out; the parser copies what it keeps. */
static int
parse_feed(struct worker *w, struct str text, bool utf8, struct arena *mem,
    struct document *doc, struct err *e)
{
	int rc;

	if (has_long_tag(text))
		return err_set(e, ERR_DATA, "a tag of more than %d bytes",
		    TAG_MAX);
	w->scratch.cap = w->mem->cap / 8 * 5;
	rc = feed_json(text, utf8, &w->scratch, &w->out, e);
	arena_reset(&w->scratch);
	return rc == 0 ? parse(buf_str(&w->out), mem, doc, e) : -1;
}

static enum body
open_text(struct worker *w, struct str text, bool utf8,
    const struct record *rec, struct document *doc, struct err *e)
{
	char sign = first_sign(text);
	char msg[sizeof(e->msg)];
	int rc;

	if (!sign || (doc->in->foreign && !strchr("{[<", sign)))
		return BODY_NONE;
	if (sign == '<')
		rc = parse_feed(w, text, utf8, rec->mem, doc, e);
	else
		rc = parse(text, rec->mem, doc, e);
	if (rc == 0)
		return BODY_READY;
	if (e->code == ERR_DATA && doc->in->foreign && sign == '<')
		return BODY_NONE;
	memcpy(msg, e->msg, sizeof(msg));
	if (e->code == ERR_DATA)
		err_set(e, ERR_DATA, "in the body, byte %zu: %.400s", e->byte,
		    msg);
	return BODY_FAILED;
}

static enum body
open_envelope(struct worker *w, const struct record *rec, struct scope *s,
    struct document *doc, struct err *e)
{
	const struct envelope *in = doc->in;
	struct str text;

	if (in->status && expr_text(s, in->status, &text) &&
	    (text.n != 3 || text.p[0] != '2'))
		return BODY_NONE;
	if (rec->body.n)
		return open_text(w, rec->body,
		    utf8_bad(rec->body) == rec->body.n, rec, doc, e);
	doc->root = in->json ? expr_get(s, &in->json->ptr) : NULL;
	if (doc->root)
		return BODY_READY;
	if (in->text && expr_text(s, in->text, &text))
		return open_text(w, text, true, rec, doc, e);
	if (in->base64 && expr_text(s, in->base64, &text) &&
	    convert_base64(&w->convert, &text))
		return open_text(w, text, false, rec, doc, e);
	if (in->foreign)
		return BODY_NONE;
	err_set(e, ERR_DATA, "%.*s: no body in it", STR_ARG(in->name));
	return BODY_FAILED;
}

enum body
body_open(struct worker *w, const struct record *rec, struct document *doc,
    struct err *e)
{
	struct scope s;

	*doc = (struct document){ .root = rec->root };
	if (!rec->doc)
		return parse_feed(w, rec->text, false, rec->mem, doc, e) == 0
		    ? BODY_READY
		    : BODY_FAILED;
	doc->in = envelope_of(w, rec->root, &s);
	if (!doc->in)
		return BODY_READY;
	doc->envelope = rec->root;
	return open_envelope(w, rec, &s, doc, e);
}
