#include "sources.h"

#include <stdio.h>

#include "share.h"
#include "source_read.h"

enum { MEM_FIRST = 1 << 16, MEM_MAX = 64 << 20 };

/* A platform that two sources serve would be asked by either, unless the first
 * needs a key that the office may not have. */
static int
check_platforms(const struct sources *all, struct source *s)
{
	yyjson_val *list = yyjson_obj_get(s->conf.root, "platforms");

	for (size_t i = 0; i < s->platforms.n; i++) {
		struct str name = s->platforms.v[i];
		const struct source *other = sources_for(all, name);

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
	if (rc == 0 && (source_head(&l, file) != 0 || source_own(&l) != 0 ||
	        source_home(&l) != 0 || source_lists(&l) != 0 ||
	        source_classes(&l) != 0 || source_auth(&l) != 0 ||
	        source_resolve(&l) != 0 || source_limits(&l) != 0 ||
	        check_platforms(all, s) != 0))
		rc = -1;
	all->n++;
	return rc;
}

int
sources_load(struct sources *all, bool http, struct err *e)
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
sources_named(const struct sources *all, struct str name)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->v[i].name, name))
			return &all->v[i];
	return NULL;
}

const struct source *
sources_for(const struct sources *all, struct str platform)
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
sources_release(struct sources *all)
{
	for (size_t i = 0; i < all->n; i++)
		conf_release(&all->v[i].conf);
	arena_release(&all->mem);
	*all = (struct sources){ 0 };
}
