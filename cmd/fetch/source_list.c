#include "json.h"
#include "source_read.h"
#include "template.h"

static int
paging_type(struct load *l, yyjson_val *v, struct turn *t)
{
	static const char *const words[] = {
		[PAGING_NONE] = "none", [PAGING_LINK] = "link",
		[PAGING_NEXT] = "next", [PAGING_CURSOR] = "cursor",
		[PAGING_PAGE] = "page", [PAGING_OFFSET] = "offset",
	};
	struct str type;

	if (conf_str(&l->s->conf, v, "type", true, &type) != 0)
		return -1;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_eq(type, str_from(words[i]))) {
			t->type = (enum paging)i;
			return 0;
		}
	return conf_err(&l->s->conf, yyjson_obj_get(v, "type"), "expected "
	    "\"link\", \"next\", \"cursor\", \"page\", \"offset\" or \"none\", "
	    "got \"%.*s\"", source_shown(type), type.p);
}

/* What goes along with a cursor. */
static int
paging_carry(struct load *l, yyjson_val *v, struct turn *t)
{
	struct conf *c = &l->s->conf;
	yyjson_val *list, *one;
	size_t i, max;

	if (conf_arr(c, v, "carry", &list) != 0)
		return -1;
	if (yyjson_arr_size(list) > SOURCE_CARRY)
		return conf_err(c, list, "expected at most %d", SOURCE_CARRY);
	yyjson_arr_foreach(list, i, max, one) {
		if (conf_obj(c, one, "at parameter") != 0 ||
		    source_pointer(l, one, "at", &t->carry[i].at) != 0 ||
		    conf_str(c, one, "parameter", true,
		        &t->carry[i].parameter) != 0)
			return -1;
		if (!t->carry[i].at.n)
			return conf_missing(c, one, "at");
		t->n_carry++;
	}
	return 0;
}

/* Does the paging have what its type needs? */
static int
paging_whole(struct load *l, yyjson_val *v, struct turn *t)
{
	struct conf *c = &l->s->conf;
	bool in_body = t->type == PAGING_NEXT || t->type == PAGING_CURSOR;

	if (in_body && l->s->body != BODY_JSON)
		return conf_err(c, v, "needs \"body\": \"json\"");
	if (in_body && !t->at.n)
		return conf_missing(c, v, "at");
	if (t->url.n && t->type != PAGING_CURSOR)
		return conf_err(c, yyjson_obj_get(v, "url"),
		    "is for \"cursor\" only");
	if (t->type >= PAGING_CURSOR && !t->parameter.n && !t->url.n)
		return conf_missing(c, v, "parameter");
	t->first = t->type == PAGING_PAGE;
	if (t->type != PAGING_NONE && !yyjson_obj_get(v, "pages"))
		return conf_missing(c, v, "pages");
	return 0;
}

/* The paging of the source, or of one of its lists. */
static int
read_paging(struct load *l, yyjson_val *obj, unsigned known, struct turn *t)
{
	struct conf *c = &l->s->conf;
	yyjson_val *v = yyjson_obj_get(obj, "paging");

	if (!v)
		return 0;
	*t = (struct turn){ .pages = 1 };
	if (conf_obj(c, v, "type at parameter url more carry first pages") !=
	        0 || paging_type(l, v, t) != 0 ||
	    source_pointer(l, v, "at", &t->at) != 0 ||
	    source_pointer(l, v, "more", &t->more) != 0 ||
	    (yyjson_obj_get(v, "url") && source_url(l, v, "url",
	        known | TEMPLATE_CURSOR, &t->url) != 0) ||
	    conf_str(c, v, "parameter", false, &t->parameter) != 0 ||
	    paging_carry(l, v, t) != 0 || paging_whole(l, v, t) != 0)
		return -1;
	return conf_int(c, v, "first", 0, SOURCE_PAGES, &t->first) != 0 ||
	    conf_int(c, v, "pages", 1, SOURCE_PAGES, &t->pages) != 0 ? -1 : 0;
}

/* A body to send: any JSON object, with blanks in its texts. */
static int
read_post(struct load *l, yyjson_val *obj, unsigned known, struct str *post)
{
	struct conf *c = &l->s->conf;
	yyjson_val *v = yyjson_obj_get(obj, "post");
	yyjson_alc alc = arena_alc(l->mem);
	struct str bad;

	if (!v)
		return 0;
	if (!yyjson_is_obj(v) || yyjson_obj_size(v) == 0)
		return conf_err(c, v, "expected an object");
	post->p = yyjson_val_write_opts(v, 0, &alc, &post->n, NULL);
	if (!post->p)
		return err_nomem(c->e);
	known |= TEMPLATE_JSON;
	bad = template_bad(*post, known);
	return bad.n ? source_blank(l, v, bad, known) : 0;
}

static int
read_pointers(struct load *l, yyjson_val *v, struct list *n)
{
	if (yyjson_obj_get(v, "none") &&
	    source_pointer(l, v, "none", &n->none) != 0)
		return -1;
	return source_pointer(l, v, "at", &n->at) != 0 ||
	    source_pointer(l, v, "id", &n->id) != 0 ||
	    source_pointer(l, v, "published", &n->published) != 0 ? -1 : 0;
}

/* The parameter that asks for what is newer than an id. */
static int
read_since(struct load *l, yyjson_val *v, struct list *n)
{
	struct conf *c = &l->s->conf;

	if (conf_str(c, v, "since", false, &n->since) != 0)
		return -1;
	if (n->since.n && !(n->id.n && n->published.n))
		return conf_err(c, yyjson_obj_get(v, "since"), "needs \"id\" "
		    "and \"published\": what is late or edited is asked for "
		    "again");
	return n->since.n && l->s->window_days
	    ? conf_err(c, yyjson_obj_get(v, "since"), "is not for a source "
	        "with \"window\"") : 0;
}

/* What it may be asked for apart from the source's other lists. */
static int
read_limits(struct load *l, yyjson_val *v, struct list *n)
{
	v = yyjson_obj_get(v, "limits");
	return !v ? 0 : conf_obj(&l->s->conf, v, "requests seconds") != 0 ||
	    source_rate(l, v, &n->limits) != 0 ? -1 : 0;
}

/* Keys that every list but the timeline has. */
static int
read_list(struct load *l, yyjson_val *v, unsigned known, struct list *n)
{
	struct conf *c = &l->s->conf;

	*n = (struct list){ .none = l->s->timeline.none,
		.turn = l->s->timeline.turn, .of = SOURCE_TOP };
	if (n->turn.url.n) /* which asks for the timeline */
		n->turn = (struct turn){ .pages = 1 };
	return conf_str(c, v, "name", true, &n->name) != 0 ||
	    source_url(l, v, "url", known, &n->url) != 0 ||
	    read_post(l, v, known, &n->post) != 0 ||
	    read_pointers(l, v, n) != 0 ||
	    read_paging(l, v, known, &n->turn) != 0 ||
	    read_limits(l, v, n) != 0 ||
	    conf_int(c, v, "most", 1, 1000000, &n->most) != 0 ||
	    conf_str(c, v, "cut", false, &n->cut) != 0 ? -1 : 0;
}

static int
read_role(struct load *l, yyjson_val *v, struct list *n)
{
	struct str role = { 0 };

	if (conf_str(&l->s->conf, v, "role", false, &role) != 0)
		return -1;
	if (str_eq(role, STR("employee")))
		n->whose = WHOSE_EMPLOYEE;
	else if (str_eq(role, STR("candidate")))
		n->whose = WHOSE_CANDIDATE;
	else if (role.n)
		return conf_err(&l->s->conf, yyjson_obj_get(v, "role"),
		    "expected \"employee\" or \"candidate\", got \"%.*s\"",
		    source_shown(role), role.p);
	return 0;
}

/* Of which interaction's items: one that stands before. */
static int
read_of(struct load *l, yyjson_val *v, size_t i)
{
	struct conf *c = &l->s->conf;
	struct list *n = &l->s->interactions[i];
	struct str of = { 0 };

	if (conf_str(c, v, "of", false, &of) != 0)
		return -1;
	for (size_t k = 0; of.n && k < i && n->of == SOURCE_TOP; k++)
		if (str_eq(l->s->interactions[k].name, of) &&
		    l->s->interactions[k].of == SOURCE_TOP)
			n->of = (int)k;
	if (of.n && n->of == SOURCE_TOP)
		return conf_err(c, yyjson_obj_get(v, "of"), "expected the "
		    "name of an interaction with a timeline's items that "
		    "stands before");
	if (n->of != SOURCE_TOP && !l->s->interactions[n->of].id.n)
		return conf_err(c, yyjson_obj_get(v, "of"),
		    "%.*s has no \"id\"", STR_ARG(of));
	return 0;
}

static int
read_all(struct load *l, const char *key, struct list **to, size_t *n,
    yyjson_val **list)
{
	struct conf *c = &l->s->conf;

	if (conf_arr(c, c->root, key, list) != 0)
		return -1;
	if (*list && l->s->body != BODY_JSON)
		return conf_err(c, *list, "needs \"body\": \"json\"");
	if (yyjson_arr_size(*list) > SOURCE_LISTS)
		return conf_err(c, *list, "expected at most %d", SOURCE_LISTS);
	*n = yyjson_arr_size(*list);
	*to = arena_alloc(l->mem, sizeof(**to), *n);
	return *to ? 0 : err_nomem(c->e);
}

static int
read_lists(struct load *l)
{
	struct conf *c = &l->s->conf;
	struct source *s = l->s;
	unsigned known = s->home.url.n ? TEMPLATE_HOME : 0;
	yyjson_val *list, *v;
	size_t i, max;

	if (read_all(l, "lists", &s->lists, &s->n_lists, &list) != 0)
		return -1;
	yyjson_arr_foreach(list, i, max, v)
		if (conf_obj(c, v, "name role url post at id published since "
		        "none paging limits most cut") != 0 ||
		    read_list(l, v, known, &s->lists[i]) != 0 ||
		    read_since(l, v, &s->lists[i]) != 0 ||
		    read_role(l, v, &s->lists[i]) != 0)
			return -1;
	if (read_all(l, "interactions", &s->interactions, &s->n_interactions,
	        &list) != 0)
		return -1;
	yyjson_arr_foreach(list, i, max, v)
		if (conf_obj(c, v, "name of url post at id published none "
		        "paging limits count have most cut") != 0 ||
		    read_list(l, v, known | TEMPLATE_ITEM,
		        &s->interactions[i]) != 0 ||
		    source_pointer(l, v, "count",
		        &s->interactions[i].count) != 0 ||
		    source_pointer(l, v, "have",
		        &s->interactions[i].have) != 0 ||
		    read_of(l, v, i) != 0)
			return -1;
	return 0;
}

static int
read_items(struct load *l)
{
	struct conf *c = &l->s->conf;
	struct items *t = &l->s->items;
	struct list *n = &l->s->timeline;
	yyjson_val *v = yyjson_obj_get(c->root, "items");

	if (!v)
		return conf_missing(c, c->root, "items");
	if (l->s->body == BODY_XML)
		return conf_obj(c, v, "roots elements published") != 0 ||
		    source_words(l, v, "roots", true, &t->roots) != 0 ||
		    source_words(l, v, "elements", true, &t->elements) != 0 ||
		    source_words(l, v, "published", false, &t->dates) != 0
		    ? -1 : 0;
	if (conf_obj(c, v, "at id published since uri url none") != 0 ||
	    read_pointers(l, v, n) != 0 || read_since(l, v, n) != 0 ||
	    source_pointer(l, v, "uri", &n->uri) != 0 ||
	    source_pointer(l, v, "url", &n->page) != 0)
		return -1;
	return n->id.n ? 0 : conf_missing(c, v, "id");
}

/* Pieces of time, for a platform that answers for no longer ones. */
static int
read_window(struct load *l)
{
	struct conf *c = &l->s->conf;
	yyjson_val *v = yyjson_obj_get(c->root, "window");

	if (!v)
		return 0;
	if (conf_obj(c, v, "days") != 0 ||
	    conf_int(c, v, "days", 1, 366, &l->s->window_days) != 0)
		return -1;
	return l->s->window_days ? 0 : conf_missing(c, v, "days");
}

int
source_lists(struct load *l)
{
	struct conf *c = &l->s->conf;
	struct list *n = &l->s->timeline;
	unsigned known;

	*n = (struct list){ .turn.pages = 1, .of = SOURCE_TOP };
	if (read_window(l) != 0)
		return -1;
	known = l->s->window_days ? TEMPLATE_DAYS : 0;
	return source_url(l, c->root, "timeline", known, &n->url) != 0 ||
	    read_post(l, c->root, known, &n->post) != 0 ||
	    read_paging(l, c->root, known, &n->turn) != 0 ||
	    read_items(l) != 0 || read_lists(l) != 0 ? -1 : 0;
}
