#include "record.h"

#include "body.h"
#include "digest.h"
#include "utf8.h"

static void
put_text(struct buf *b, bool *first, const char *key, struct str s)
{
	if (!s.n)
		return;
	buf_key(b, first, key);
	buf_json(b, s);
}

static void
put_int(struct buf *b, bool *first, const char *key, int64_t v)
{
	buf_key(b, first, key);
	buf_int(b, v);
}

static void
put_instant(struct buf *b, bool *first, const char *key,
    const struct instant *t)
{
	buf_key(b, first, key);
	buf_char(b, '"');
	instant_put(b, t);
	buf_char(b, '"');
}

static void
put_account(struct buf *b, bool *first, const struct account *a)
{
	bool inner = true;

	buf_key(b, first, "account");
	buf_char(b, '{');
	put_text(b, &inner, "platform", a->platform);
	put_text(b, &inner, "id", a->id);
	put_text(b, &inner, "handle", a->handle);
	put_text(b, &inner, "url", a->url);
	buf_char(b, '}');
}

static void
put_about(struct buf *b, bool *first, const struct about *about)
{
	bool inner = true, object = true;

	buf_key(b, first, "about");
	buf_char(b, '{');
	put_account(b, &inner, &about->target->account);
	if (about->interaction)
		put_text(b, &inner, "interaction", about->interaction->name);
	if (about->object) {
		struct str uri = about->object->uri;

		buf_key(b, &inner, "object");
		buf_char(b, '{');
		put_text(b, &object, "id", uri.n ? uri : about->object->id);
		put_text(b, &object, "url", about->object->url);
		buf_char(b, '}');
	}
	buf_char(b, '}');
}

/* JSON begins with a bracket, nothing else that is captured does. */
static bool
is_json(struct str s)
{
	if (str_starts(s, STR("\xEF\xBB\xBF")))
		s = str_skip(s, 3);
	while (s.n && s.p[0] && strchr(" \t\r\n", s.p[0]))
		s = str_skip(s, 1);
	return s.n && (s.p[0] == '{' || s.p[0] == '[');
}

void
record_body(struct buf *b, struct str body)
{
	bool first = false;

	if (is_json(body)) {
		buf_key(b, &first, "json");
		body_put(b, body);
	} else if (utf8_bad(body) == body.n) {
		buf_key(b, &first, "text");
		buf_json(b, body);
	} else {
		buf_key(b, &first, "base64");
		buf_base64(b, body);
	}
}

void
record_capture(struct buf *b, const struct about *about,
    const struct place *asked, struct answer *a, struct str file)
{
	const struct source *s = about->target->source;
	struct instant captured = { .seconds = a->captured };
	bool first = true, inner = true;

	if (!a->sha256[0])
		digest_sha256(a->body, a->sha256);
	buf_char(b, '{');
	put_text(b, &first, "schema", STR("capture/1"));
	put_text(b, &first, "source", s->name);
	put_text(b, &first, "platform", about->target->account.platform);
	put_text(b, &first, "url", a->url);
	if (!str_eq(asked->url, a->url))
		put_text(b, &first, "asked", asked->url);
	if (asked->post.n) {
		buf_key(b, &first, "post");
		buf_put(b, asked->post);
	}
	put_instant(b, &first, "captured", &captured);
	put_int(b, &first, "status", a->status);
	put_text(b, &first, "sha256", str_from(a->sha256));
	if (a->warc[0]) {
		buf_key(b, &first, "warc");
		buf_char(b, '{');
		put_text(b, &inner, "file", file);
		put_int(b, &inner, "offset", (int64_t)a->offset);
		buf_char(b, '}');
	}
	put_about(b, &first, about);
}

void
record_coverage(struct buf *b, const struct target *t,
    const struct coverage *v)
{
	struct instant captured = { .seconds = v->captured };
	bool first = true;

	buf_char(b, '{');
	put_text(b, &first, "schema", STR("coverage/1"));
	if (t->source)
		put_text(b, &first, "source", t->source->name);
	put_text(b, &first, "platform", t->account.platform);
	put_account(b, &first, &t->account);
	put_text(b, &first, "owner", t->owner);
	put_text(b, &first, "role", str_from(plan_role(t->role)));
	put_text(b, &first, "state", str_from(state_name(v->state)));
	put_instant(b, &first, "captured", &captured);
	if (v->counted)
		put_int(b, &first, "items", (int64_t)v->items);
	if (v->dated) {
		put_instant(b, &first, "from", &v->from);
		put_instant(b, &first, "to", &v->to);
	}
	put_int(b, &first, "requests", (int64_t)v->requests);
	put_text(b, &first, "detail", str_from(v->why));
	buf_char(b, '}');
}
