#include "office.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "instant.h"
#include "json.h"

static int
read_recipients(struct office *o)
{
	struct conf *f = &o->conf;
	yyjson_val *arr, *v;
	size_t i, max;

	if (conf_arr(f, f->root, "recipients", &arr) != 0)
		return -1;
	o->recipients = arena_alloc(&f->mem, sizeof(*o->recipients),
	    yyjson_arr_size(arr) + 1);
	if (!o->recipients)
		return err_nomem(f->e);
	yyjson_arr_foreach(arr, i, max, v) {
		struct recipient *r = &o->recipients[o->n_recipients++];

		if (conf_obj(f, v, "id name address") != 0 ||
		    conf_str(f, v, "id", true, &r->id) != 0 ||
		    conf_str(f, v, "name", true, &r->name) != 0)
			return -1;
	}
	return 0;
}

static int
read_categories(struct office *o)
{
	struct conf *f = &o->conf;
	struct categories *c = &o->categories;
	yyjson_val *arr, *v;
	size_t i, max;

	if (conf_arr(f, f->root, "categories", &arr) != 0)
		return -1;
	c->v = arena_alloc(&f->mem, sizeof(*c->v), yyjson_arr_size(arr) + 1);
	if (!c->v)
		return err_nomem(f->e);
	yyjson_arr_foreach(arr, i, max, v) {
		c->v[c->n] = json_str(v);
		if (!c->v[c->n++].n)
			return conf_err(f, v, "expected a text in quotes");
	}
	return 0;
}

int
office_open(struct office *o, const char *dir, struct err *e)
{
	struct conf *f = &o->conf;
	char path[OFFICE_PATH];
	struct str zone;
	int64_t days;

	*o = (struct office){ .dir = dir ? dir : getenv("NETRAL_OFFICE"),
		.zone = OFFICE_ZONE };
	if (!o->dir)
		return 0;
	if (!office_file(o, NULL, "office.json", path))
		return err_set(e, ERR_USAGE, "%.200s: the path is too long",
		    o->dir);
	if (access(path, F_OK) != 0 && errno == ENOENT)
		return err_set(e, ERR_USAGE, "%.400s is not there: "
		    "'netral init %.400s' makes an office", path, o->dir);
	if (conf_open(f, path, e) != 0 ||
	    conf_obj(f, f->root, "name short time_zone language contact "
	        "retention_days recipients categories pack") != 0 ||
	    conf_str(f, f->root, "name", true, &o->name) != 0 ||
	    conf_str(f, f->root, "language", false, &o->language) != 0 ||
	    conf_str(f, f->root, "pack", false, &o->pack) != 0 ||
	    conf_str(f, f->root, "contact", false, &o->contact) != 0 ||
	    conf_str(f, f->root, "time_zone", false, &zone) != 0 ||
	    conf_int(f, f->root, "retention_days", 1, 36500, &days) != 0 ||
	    read_recipients(o) != 0 || read_categories(o) != 0)
		return -1;
	if (zone.n && !instant_offset(zone, &o->zone))
		return conf_err(f, yyjson_obj_get(f->root, "time_zone"),
		    "expected an offset such as \"+07:00\"");
	return 0;
}

const char *
office_file(const struct office *o, const char *given, const char *name,
    char *path)
{
	int n;

	if (given)
		return given;
	if (!o->dir)
		return NULL;
	n = snprintf(path, OFFICE_PATH, "%s/%s", o->dir, name);
	return n > 0 && n < OFFICE_PATH ? path : NULL;
}

int
office_contests(const struct office *o, const struct strings *given,
    struct contests *all, struct err *e)
{
	char path[OFFICE_PATH];
	const char *file = office_file(o, NULL, "contest.json", path);

	for (int i = 0; i < given->n; i++)
		if (contests_load(all, given->v[i], e) != 0)
			return -1;
	if (given->n)
		return 0;
	if (!file)
		return err_set(e, ERR_USAGE, "which contest? give -d OFFICE "
		    "or -c contest.json");
	return contests_load(all, file, e);
}

void
office_release(struct office *o)
{
	conf_release(&o->conf);
}
