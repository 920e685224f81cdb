#include "asked.h"

#include "json.h"

static bool
is_url(struct str s)
{
	return str_starts(s, STR("https://")) || str_starts(s, STR("http://"));
}

/* Of a URL, or behind the '@' of a handle; { NULL, 0 }: there is none. */
static struct str
host_of(struct str s)
{
	struct str none = { NULL, 0 };
	size_t n = 0;
	const char *at;

	if (is_url(s)) {
		at = memchr(s.p, ':', s.n);
		s = str_skip(s, (size_t)(at - s.p) + 3);
	} else {
		at = s.n > 1 ? memchr(s.p + 1, '@', s.n - 1) : NULL;
		if (!at)
			return none;
		s = str_skip(s, (size_t)(at - s.p) + 1);
	}
	if (str_starts(s, STR("www.")))
		s = str_skip(s, 4);
	while (n < s.n && s.p[n] != '/' && s.p[n] != '?' && s.p[n] != '#')
		n++;
	return n ? (struct str){ s.p, n } : none;
}

static bool
same(struct str a, struct str b)
{
	return a.n && str_same(a, b);
}

void
asked_read(struct asked *a, yyjson_val *envelope)
{
	yyjson_val *about = yyjson_obj_get(envelope, "about");
	yyjson_val *account = yyjson_obj_get(about, "account");
	struct str asked = json_get(envelope, "asked");

	*a = (struct asked){ .on = account && !yyjson_obj_get(about, "object") &&
	    str_eq(json_get(envelope, "schema"), STR("capture/1")) };
	if (!a->on)
		return;
	a->platform = json_get(envelope, "platform");
	a->id = json_get(account, "id");
	a->hosts[0] = host_of(asked.n ? asked : json_get(envelope, "url"));
	a->hosts[1] = host_of(json_get(account, "url"));
	a->hosts[2] = host_of(json_get(account, "handle"));
	a->own = same(a->hosts[0], a->hosts[1]) ||
	    same(a->hosts[0], a->hosts[2]);
}

static bool
is_there(const struct asked *a, struct str host)
{
	for (size_t i = 0; i < ASKED_HOSTS; i++)
		if (same(a->hosts[i], host))
			return true;
	return false;
}

/* Is it an account of that server, as far as it can be told? */
static bool
is_own(const struct asked *a, yyjson_val *actor)
{
	struct str id = json_get(actor, "id");
	struct str hosts[] = { host_of(json_get(actor, "url")),
		host_of(json_get(actor, "handle")),
		is_url(id) ? host_of(id) : (struct str){ NULL, 0 } };
	bool known = false;

	for (size_t i = 0; i < sizeof(hosts) / sizeof(hosts[0]); i++) {
		if (hosts[i].n && !is_there(a, hosts[i]))
			return false;
		known |= hosts[i].n > 0;
	}
	if (id.n && a->id.n && !is_url(id) && !is_url(a->id))
		return str_eq(id, a->id);
	return known;
}

enum asked_fits
asked_fits(struct asked *a, struct str who, struct arena *mem)
{
	yyjson_val *root, *actor;
	yyjson_doc *doc;
	struct err e;
	char *p;

	if (!a->on || !who.n || str_eq(who, (struct str){ a->last, a->n_last }))
		return ASKED_FITS;
	p = arena_alloc(mem, 1, who.n + 1);
	if (!p)
		return ASKED_NOMEM;
	memcpy(p, who.p, who.n);
	p[0] = '{'; /* for its comma */
	p[who.n] = '}';
	if (json_read((struct str){ p, who.n + 1 }, 0, mem, &doc, &e) != 0)
		return ASKED_NOMEM;
	root = yyjson_doc_get_root(doc);
	actor = yyjson_obj_get(root, "actor");
	if (!str_eq(json_get(root, "platform"), a->platform) ||
	    (actor && a->own && !is_own(a, actor)))
		return ASKED_OTHER;
	if (who.n <= sizeof(a->last))
		memcpy(a->last, who.p, a->n_last = who.n);
	return ASKED_FITS;
}
