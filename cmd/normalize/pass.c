#include "pass.h"

#include "flags.h"

static const struct label id_label = LABEL("id"), type_label = LABEL("type"),
    published_label = LABEL("published"), platform_label = LABEL("platform"),
    actor_label = LABEL("actor"), object_label = LABEL("object");

/* From the template, or else from the envelope; the name of the map is the
 * source where neither has one. */
static void
origin(struct pass *p, const struct activity *a)
{
	struct scope *s = &p->scope;
	yyjson_val *here = s->base[BASE_HERE];
	const struct node *n = a->origin;
	bool first = true;
	size_t from;

	if (!n && p->doc->in) {
		n = p->doc->in->origin;
		s->base[BASE_HERE] = p->doc->envelope;
	}
	buf_put(s->out, STR(",\"origin\":{"));
	from = s->out->n;
	if (n)
		expr_members(s, &first, n);
	if (first ||
	    !str_starts(str_skip(buf_str(s->out), from), STR("\"source\":"))) {
		s->out->n = from;
		first = true;
		buf_key(s->out, &first, "source");
		buf_json(s->out, p->map->name);
		if (n)
			expr_members(s, &first, n);
	}
	s->base[BASE_HERE] = here;
	buf_char(s->out, '}');
}

static void
platform(struct pass *p, const struct activity *a, bool *first)
{
	if (expr_member(&p->scope, first, &platform_label, a->platform) ||
	    !p->map->platform.n)
		return;
	buf_key(p->scope.out, first, "platform");
	buf_json(p->scope.out, p->map->platform);
}

/* With marks where a text of it came to us broken. */
static void
object(struct scope *s, const struct activity *a)
{
	size_t from = s->out->n;
	bool first = false;
	uint32_t flags;

	s->convert->repaired = false;
	if (!expr_member(s, &first, &object_label, a->object) ||
	    s->out->failed)
		return;
	flags = flags_of(str_skip(buf_str(s->out), from));
	if (s->convert->repaired) /* what was found is broken by itself */
		flags = (flags & ~(uint32_t)FLAG_MOJIBAKE) | FLAG_REPAIRED;
	if (!flags)
		return;
	s->out->n--;
	flags_put(s->out, flags);
	buf_char(s->out, '}');
}

/* When it was.  A time that is there, and cannot be read, is counted. */
static void
published(struct pass *p, const struct activity *a, bool *first)
{
	struct str *bad = &p->scope.convert->no_time;
	struct worker *w = p->w;

	*bad = (struct str){ 0 };
	if (expr_member(&p->scope, first, &published_label, a->published) ||
	    !bad->n || w->undated++)
		return;
	for (size_t i = 0; i < bad->n && i < sizeof(w->no_time) - 1; i++)
		w->no_time[i] = bad->p[i] < ' ' || bad->p[i] > '~' ? '?'
		                                                   : bad->p[i];
}

void
pass_write(struct pass *p, const struct activity *a)
{
	struct scope *s = &p->scope;
	bool first = false, named;
	size_t from, to;

	buf_reset(s->out);
	buf_put(s->out, STR("{\"schema\":\"activity/1\""));
	(void)expr_member(s, &first, &id_label, a->id);
	(void)expr_member(s, &first, &type_label, a->type);
	published(p, a, &first);
	from = s->out->n;
	platform(p, a, &first);
	named = expr_member(s, &first, &actor_label, a->actor);
	to = s->out->n;
	if (!named && p->w->actor.n) {
		buf_put(s->out, STR(",\"actor\":{\"handle\":"));
		buf_json(s->out, p->w->actor);
		buf_char(s->out, '}');
	}
	object(s, a);
	origin(p, a);
	buf_char(s->out, '}');
	p->who = (struct str){ 0 };
	if (!s->out->failed)
		p->who = (struct str){ s->out->p + from, to - from };
}
