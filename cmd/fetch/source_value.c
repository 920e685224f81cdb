#include "source_value.h"

#include "json.h"
#include "template.h"

int
source_shown(struct str s)
{
	enum { QUOTED = 60 };

	return (int)(s.n < QUOTED ? s.n : QUOTED);
}

int
source_words(struct load *l, yyjson_val *obj, const char *key, bool must,
    struct words *w)
{
	struct conf *c = &l->s->conf;
	yyjson_val *list, *v;
	size_t i, max;

	if (conf_arr(c, obj, key, &list) != 0)
		return -1;
	if (!list && must)
		return conf_missing(c, obj, key);
	if (must && yyjson_arr_size(list) == 0)
		return conf_err(c, list, "expected at least one");
	if (!list)
		return 0;
	w->n = yyjson_arr_size(list);
	w->v = arena_alloc(l->mem, sizeof(*w->v), w->n);
	if (!w->v)
		return err_nomem(c->e);
	yyjson_arr_foreach(list, i, max, v) {
		w->v[i] = json_str(v);
		if (!w->v[i].n)
			return conf_err(c, v, "expected a text in quotes");
	}
	return 0;
}

int
source_blank(struct load *l, yyjson_val *v, struct str bad, unsigned known)
{
	struct buf names = { .max = 1 << 10 };
	int rc;

	template_names(known, &names);
	rc = conf_err(&l->s->conf, v, "\"%.*s\" is not known here, expected "
	    "%.*s", source_shown(bad), bad.p, STR_ARG(buf_str(&names)));
	buf_release(&names);
	return rc;
}

int
source_url(struct load *l, yyjson_val *obj, const char *key, unsigned known,
    struct str *url)
{
	struct conf *c = &l->s->conf;
	yyjson_val *v = yyjson_obj_get(obj, key);
	struct str bad;

	if (conf_str(c, obj, key, true, url) != 0)
		return -1;
	known |= l->s->own_env.n ? TEMPLATE_OWN : 0;
	bad = template_bad(*url, known);
	if (bad.n)
		return source_blank(l, v, bad, known);
	if (!str_starts(*url, STR("https://")) && !str_eq(*url, STR("{url}")) &&
	    !(l->http && str_starts(*url, STR("http://"))))
		return conf_err(c, v, "expected a URL that begins with "
		    "https://, or {url}; --allow-local allows http:// for "
		    "tests");
	return 0;
}

int
source_pointer(struct load *l, yyjson_val *obj, const char *key, struct str *p)
{
	struct conf *c = &l->s->conf;
	yyjson_val *v = yyjson_obj_get(obj, key);

	*p = json_str(v);
	if (v && (!p->p || (p->n && p->p[0] != '/')))
		return conf_err(c, v, "expected a JSON Pointer, \"\" or "
		    "\"/name\"");
	return 0;
}
