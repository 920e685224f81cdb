#include "source_read.h"

#include <stdlib.h>

#include "json.h"

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

	if (!map)
		return 0;
	if (!yyjson_is_obj(map))
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

int
source_classes(struct load *l)
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

int
source_head(struct load *l, struct str file)
{
	struct source *s = l->s;
	struct conf *c = &s->conf;
	struct str body;

	if (conf_obj(c, c->root, "source title documentation platforms accept "
	        "body feeds timeline post window paging resolve home own items "
	        "lists interactions classes limits robots auth") != 0 ||
	    conf_str(c, c->root, "source", true, &s->name) != 0 ||
	    conf_str(c, c->root, "title", true, &s->title) != 0 ||
	    conf_str(c, c->root, "documentation", true,
	        &s->documentation) != 0 ||
	    source_words(l, c->root, "platforms", true, &s->platforms) != 0 ||
	    source_words(l, c->root, "feeds", false, &s->feeds) != 0 ||
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

/* A name of a header (RFC 9110, 5.1), as "Name: ". */
static int
header_name(struct load *l, yyjson_val *v, struct str *header)
{
	struct conf *c = &l->s->conf;
	struct str name;
	char *p;

	if (conf_str(c, v, "header", true, &name) != 0)
		return -1;
	for (size_t i = 0; i < name.n; i++)
		if ((name.p[i] | 32) < 'a' || (name.p[i] | 32) > 'z')
			if (name.p[i] != '-')
				return conf_err(c, yyjson_obj_get(v, "header"),
				    "expected the name of a header");
	p = arena_alloc(l->mem, 1, name.n + 3);
	if (!p)
		return err_nomem(c->e);
	memcpy(p, name.p, name.n);
	memcpy(p + name.n, ": ", 3);
	*header = (struct str){ p, name.n + 2 };
	return 0;
}

/* The name of a variable, as a shell can set it. */
static int
variable(struct load *l, yyjson_val *v, struct str *name)
{
	struct conf *c = &l->s->conf;

	if (conf_str(c, v, "env", true, name) != 0)
		return -1;
	for (size_t i = 0; i < name->n; i++) {
		char b = name->p[i];
		bool digit = b >= '0' && b <= '9';

		if (b != '_' && !(digit && i) && ((b | 32) < 'a' ||
		    (b | 32) > 'z'))
			return conf_err(c, yyjson_obj_get(v, "env"),
			    "expected the name of a variable, such as "
			    "\"SAMPLE_KEY\"");
	}
	return 0;
}

/* Hosts as they stand in a URL; else the key would never be shown, and nobody
 * would know why.  So it would if the timeline's were none of them. */
static int
check_hosts(struct load *l, yyjson_val *list)
{
	struct source *s = l->s;
	struct conf *c = &s->conf;
	struct str host = s->timeline.url;
	size_t n = 0;

	for (size_t i = 0; i < s->token_hosts.n; i++) {
		struct str one = s->token_hosts.v[i];

		for (size_t k = 0; k < one.n; k++)
			if (strchr("/:@?# ", one.p[k]) ||
			    (one.p[k] >= 'A' && one.p[k] <= 'Z'))
				return conf_err(c, yyjson_arr_get(list, i),
				    "expected a host in small letters, such as "
				    "\"api.sample.example\": no https://, no "
				    "port, no path");
	}
	host = str_skip(host, str_starts(host, STR("https://")) ? 8
	    : str_starts(host, STR("http://")) ? 7 : 0);
	while (n < host.n && !strchr("/:?#{", host.p[n]))
		n++;
	host.n = n < host.n && host.p[n] == '{' ? 0 : n;
	for (size_t i = 0; host.n && i < s->token_hosts.n; i++)
		if (str_eq(s->token_hosts.v[i], host))
			host.n = 0;
	return !host.n ? 0 : conf_err(c, list, "%.*s, which timeline asks, is "
	    "not here: the key would not be shown to it", source_shown(host),
	    host.p);
}

int
source_auth(struct load *l)
{
	struct source *s = l->s;
	struct conf *c = &s->conf;
	yyjson_val *v = yyjson_obj_get(c->root, "auth");
	struct str type;

	if (!v)
		return 0;
	if (conf_obj(c, v, "type header env hosts must") != 0 ||
	    conf_bool(c, v, "must", &s->token_must) != 0 ||
	    conf_str(c, v, "type", true, &type) != 0)
		return -1;
	s->token_header = STR("Authorization: Bearer ");
	if (str_eq(type, STR("header")) &&
	    header_name(l, v, &s->token_header) != 0)
		return -1;
	if (!str_eq(type, STR("header")) && !str_eq(type, STR("bearer")))
		return conf_err(c, yyjson_obj_get(v, "type"), "expected "
		    "\"bearer\" or \"header\", got \"%.*s\"",
		    source_shown(type), type.p);
	return variable(l, v, &s->token_env) != 0 ||
	    source_words(l, v, "hosts", true, &s->token_hosts) != 0 ||
	    check_hosts(l, yyjson_obj_get(v, "hosts")) != 0 ? -1 : 0;
}

int
source_resolve(struct load *l)
{
	struct source *s = l->s;
	struct conf *c = &s->conf;
	yyjson_val *v = yyjson_obj_get(c->root, "resolve");

	if (!v)
		return 0;
	if (conf_obj(c, v, "handle id at") != 0 ||
	    source_url(l, v, "handle", 0, &s->resolve.handle) != 0 ||
	    source_pointer(l, v, "at", &s->resolve.at) != 0 ||
	    (yyjson_obj_get(v, "id") &&
	        source_url(l, v, "id", 0, &s->resolve.id) != 0))
		return -1;
	return s->resolve.at.n ? 0 : conf_missing(c, v, "at");
}

int
source_home(struct load *l)
{
	struct source *s = l->s;
	struct conf *c = &s->conf;
	yyjson_val *v = yyjson_obj_get(c->root, "home");

	if (!v)
		return 0;
	if (conf_obj(c, v, "url at") != 0 ||
	    source_url(l, v, "url", 0, &s->home.url) != 0 ||
	    source_pointer(l, v, "at", &s->home.at) != 0)
		return -1;
	return s->home.at.n ? 0 : conf_missing(c, v, "at");
}

int
source_own(struct load *l)
{
	struct conf *c = &l->s->conf;
	yyjson_val *v = yyjson_obj_get(c->root, "own");

	return !v ? 0 : conf_obj(c, v, "env") != 0 ? -1
	    : variable(l, v, &l->s->own_env);
}

static int
read_usage(struct load *l, yyjson_val *v)
{
	struct usage *u = &l->s->usage;
	struct conf *c = &l->s->conf;

	u->from = 75;
	if (!v)
		return 0;
	return conf_obj(c, v, "headers percent minutes from") != 0 ||
	    source_words(l, v, "headers", true, &u->headers) != 0 ||
	    source_words(l, v, "percent", true, &u->percent) != 0 ||
	    source_words(l, v, "minutes", false, &u->minutes) != 0 ||
	    conf_int(c, v, "from", 1, 99, &u->from) != 0 ? -1 : 0;
}

int
source_rate(struct load *l, yyjson_val *v, struct limits *to)
{
	struct conf *c = &l->s->conf;

	if (conf_int(c, v, "requests", 1, 1000000, &to->requests) != 0 ||
	    conf_int(c, v, "seconds", 1, 86400 * 31, &to->seconds) != 0)
		return -1;
	if (!to->requests)
		return conf_missing(c, v, "requests");
	return to->seconds ? 0 : conf_missing(c, v, "seconds");
}

int
source_limits(struct load *l)
{
	struct source *s = l->s;
	struct conf *c = &s->conf;
	yyjson_val *v = yyjson_obj_get(c->root, "limits");

	if (conf_bool(c, c->root, "robots", &s->robots) != 0)
		return -1;
	return !v ? 0 : conf_obj(c, v, "requests seconds usage") != 0 ||
	    read_usage(l, yyjson_obj_get(v, "usage")) != 0 ||
	    source_rate(l, v, &s->limits) != 0 ? -1 : 0;
}
