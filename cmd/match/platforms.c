#include "platforms.h"

#include "conf.h"
#include "json.h"
#include "roster.h"
#include "share.h"

enum { PLATFORMS = 64, MEM_FIRST = 1 << 12 };

struct platforms {
	struct str v[PLATFORMS];
	size_t n;
	struct arena mem;
};

static bool
is_known(const struct platforms *p, struct str name)
{
	for (size_t i = 0; i < p->n; i++)
		if (accounts_same_text(p->v[i], name))
			return true;
	return false;
}

/* What the map at path says that its activities are of. */
static int
add_map(void *ctx, const char *path, struct err *e)
{
	struct platforms *p = ctx;
	struct conf c = { 0 };
	struct str name = { 0 };
	int rc = conf_open(&c, path, e);

	if (rc == 0)
		name = json_get(c.root, "platform");
	if (name.n && !is_known(p, name) && p->n < PLATFORMS) {
		p->v[p->n] = arena_copy(&p->mem, name);
		rc = p->v[p->n++].p ? 0 : err_nomem(e);
	}
	conf_release(&c);
	return rc;
}

static void
warn(struct buf *b, const char *path, const struct declared *d)
{
	buf_put(b, str_from(path));
	buf_char(b, ':');
	buf_int(b, (int64_t)d->line);
	buf_put(b, STR(": platform: \""));
	buf_put(b, d->account.platform);
	buf_put(b, STR("\": no map makes activities of it: is it spelt "
	    "otherwise?\n"));
}

int
platforms_check(const char *const tables[2], struct buf *b, struct err *e)
{
	struct platforms p = { 0 };
	struct roster r = { 0 };
	int rc = arena_init(&p.mem, MEM_FIRST, CONF_MAX) == 0
	    ? share_each("maps", add_map, &p, e) : err_nomem(e);

	if (rc == 0)
		rc = roster_employees(&r, &(struct categories){ 0 }, tables[0],
		    e);
	if (rc == 0)
		rc = roster_accounts(&r, tables[1], e);
	for (size_t i = 0; i < r.accounts.n && rc == 0; i++)
		if (!is_known(&p, r.accounts.v[i].account.platform))
			warn(b, tables[1], &r.accounts.v[i]);
	roster_release(&r);
	arena_release(&p.mem);
	return rc;
}
