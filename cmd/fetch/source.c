#include "source.h"

#include <stdio.h>
#include <stdlib.h>

#include "json.h"
#include "share.h"
#include "source_read.h"
#include "template.h"

enum { MEM_FIRST = 1 << 16, MEM_MAX = 64 << 20 };

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

static int
read_state(struct conf *c, yyjson_val *v, enum state *state)
{
	struct str word = json_str(v);

	*state = state_find(word);
	if (*state < STATE_N)
		return 0;
	return conf_err(c, v, "expected a state such as \"not_found\" (see "
	    "netral-source(5)), got \"%.*s\"", source_shown(word),
	    word.p ? word.p : "");
}

static int
read_status(struct load *l, yyjson_val *map)
{
	struct conf *c = &l->s->conf;
	yyjson_val *key, *v;
	enum state state;
	size_t i, max;

	if (map && !yyjson_is_obj(map))
		return conf_err(c, map, "expected an object");
	yyjson_obj_foreach(map, i, max, key, v) {
		struct str s = json_str(key);
		unsigned code = 0;

		if (strspn(s.p, "0123456789") == 3 && s.n == 3)
			code = (unsigned)strtoul(s.p, NULL, 10);
		if (code < 100 || code >= SOURCE_STATUS)
			return conf_err(c, key, "expected a status of HTTP, "
			    "\"100\" to \"999\"");
		if (read_state(c, v, &state) != 0)
			return -1;
		l->s->by_status[code] = (unsigned char)state;
	}
	return 0;
}

static int
read_rule(struct conf *c, yyjson_val *v, struct rule *r)
{
	*r = (struct rule){ 0 };
	if (conf_obj(c, v, "status type contains state") != 0 ||
	    conf_int(c, v, "status", 100, SOURCE_STATUS - 1, &r->status) != 0 ||
	    conf_str(c, v, "type", false, &r->type) != 0 ||
	    conf_str(c, v, "contains", false, &r->contains) != 0)
		return -1;
	if (!yyjson_obj_get(v, "state"))
		return conf_missing(c, v, "state");
	return read_state(c, yyjson_obj_get(v, "state"), &r->state);
}

static int
read_classes(struct load *l)
{
	struct conf *c = &l->s->conf;
	yyjson_val *v = yyjson_obj_get(c->root, "classes"), *list, *rule;
	size_t i, max;

	memset(l->s->by_status, STATE_N, sizeof(l->s->by_status));
	l->s->by_status[401] = STATE_AUTH;
	l->s->by_status[403] = STATE_PRIVATE;
	l->s->by_status[404] = STATE_NOT_FOUND;
	l->s->by_status[410] = STATE_GONE;
	l->s->by_status[429] = STATE_RATE_LIMITED;
	if (!v)
		return 0;
	if (conf_obj(c, v, "status body") != 0 ||
	    read_status(l, yyjson_obj_get(v, "status")) != 0 ||
	    conf_arr(c, v, "body", &list) != 0)
		return -1;
	l->s->n_rules = yyjson_arr_size(list);
	l->s->rules = arena_alloc(l->mem, sizeof(struct rule), l->s->n_rules);
	if (!l->s->rules)
		return err_nomem(c->e);
	yyjson_arr_foreach(list, i, max, rule)
		if (read_rule(c, rule, &l->s->rules[i]) != 0)
			return -1;
	return 0;
}

static int
read_head(struct load *l, struct str file)
{
	struct source *s = l->s;
	struct conf *c = &s->conf;
	struct str body;

	if (conf_obj(c, c->root, "source title documentation platforms accept "
	        "body timeline post window paging resolve home own items "
	        "lists interactions classes limits robots auth") != 0 ||
	    conf_str(c, c->root, "source", true, &s->name) != 0 ||
	    conf_str(c, c->root, "title", true, &s->title) != 0 ||
	    conf_str(c, c->root, "documentation", true,
	        &s->documentation) != 0 ||
	    source_words(l, c->root, "platforms", true, &s->platforms) != 0 ||
	    conf_str(c, c->root, "accept", true, &s->accept) != 0 ||
	    conf_str(c, c->root, "body", true, &body) != 0)
		return -1;
	if (!str_eq(s->name, file))
		return conf_err(c, yyjson_obj_get(c->root, "source"),
		    "expected \"%.*s\", as the file is called", STR_ARG(file));
	s->body = str_eq(body, STR("xml")) ? BODY_XML : BODY_JSON;
	if (s->body == BODY_JSON && !str_eq(body, STR("json")))
		return conf_err(c, yyjson_obj_get(c->root, "body"),
		    "expected \"json\" or \"xml\", got \"%.*s\"",
		    source_shown(body), body.p);
	for (size_t i = 0; i < s->accept.n; i++)
		if (s->accept.p[i] < ' ' || s->accept.p[i] > '~')
			return conf_err(c, yyjson_obj_get(c->root, "accept"),
			    "expected printable ASCII");
	return 0;
}

/* A platform that two sources serve would be asked by either, unless the first
 * needs a key that the office may not have. */
static int
check_platforms(const struct sources *all, struct source *s)
{
	yyjson_val *list = yyjson_obj_get(s->conf.root, "platforms");

	for (size_t i = 0; i < s->platforms.n; i++) {
		struct str name = s->platforms.v[i];
		const struct source *other = source_for(all, name);

		if (other && !other->token_must && !other->own_env.n)
			return conf_err(&s->conf, yyjson_arr_get(list, i),
			    "%.*s is already served by source %.*s",
			    source_shown(name), name.p,
			    STR_ARG(other->name));
	}
	return 0;
}

static int
load_one(struct sources *all, const char *dir, const char *name, bool http,
    struct err *e)
{
	struct source *s = &all->v[all->n];
	struct load l = { s, &all->mem, http };
	struct str file = { name, strlen(name) - strlen(".json") };
	char path[SHARE_PATH + 256];
	struct str kept;
	int rc;

	(void)snprintf(path, sizeof(path), "%s/%s", dir, name);
	kept = arena_copy(&all->mem, str_from(path));
	if (!kept.p)
		return err_nomem(e);
	*s = (struct source){ 0 };
	rc = conf_open(&s->conf, kept.p, e);
	if (rc == 0 && (read_head(&l, file) != 0 || source_own(&l) != 0 ||
	        source_home(&l) != 0 || source_lists(&l) != 0 ||
	        read_classes(&l) != 0 || source_auth(&l) != 0 ||
	        source_resolve(&l) != 0 || source_limits(&l) != 0 ||
	        check_platforms(all, s) != 0))
		rc = -1;
	all->n++;
	return rc;
}

int
source_load(struct sources *all, bool http, struct err *e)
{
	char dir[SHARE_PATH];
	char **names;
	int n, rc = 0;

	*all = (struct sources){ 0 };
	if (arena_init(&all->mem, MEM_FIRST, MEM_MAX) != 0)
		return err_nomem(e);
	if (share_path("sources", dir, e) != 0)
		return -1;
	names = share_list(dir, ".json", &n, e);
	if (!names)
		return -1;
	all->v = arena_alloc(&all->mem, sizeof(*all->v), (size_t)n);
	if (!all->v)
		rc = err_nomem(e);
	for (int i = 0; rc == 0 && i < n; i++)
		rc = load_one(all, dir, names[i], http, e);
	share_free(names, n);
	return rc;
}

const struct source *
source_named(const struct sources *all, struct str name)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->v[i].name, name))
			return &all->v[i];
	return NULL;
}

bool
source_usable(const struct source *s)
{
	return (!s->token_must || s->token.n) && (!s->own_env.n || s->own_id.n);
}

const struct source *
source_for(const struct sources *all, struct str platform)
{
	const struct source *found = NULL;

	for (size_t i = 0; i < all->n; i++)
		for (size_t k = 0; k < all->v[i].platforms.n; k++) {
			if (!str_eq(all->v[i].platforms.v[k], platform))
				continue;
			if (source_usable(&all->v[i]))
				return &all->v[i];
			found = found ? found : &all->v[i];
		}
	return found;
}

void
source_release(struct sources *all)
{
	for (size_t i = 0; i < all->n; i++)
		conf_release(&all->v[i].conf);
	arena_release(&all->mem);
	*all = (struct sources){ 0 };
}
