#include "due.h"

#include "json.h"
#include "out.h"
#include "table.h"

enum { MEM_FIRST = 1 << 12, MEM_MAX = 1 << 20, DAYS_MAX = 366 };

static int
add_holiday(void *ctx, const struct table_place *at, const struct str *cells,
    struct err *e)
{
	struct due *d = ctx;
	size_t more = d->cap ? d->cap * 2 : 32;
	int32_t day;

	if (!day_parse(cells[0], &day))
		return table_err(e, at, "date", "expected a date such as "
		    "2024-12-25");
	if (d->n == d->cap) {
		int32_t *v = arena_grow(&d->mem, d->holidays,
		    d->cap * sizeof(*v), more * sizeof(*v));

		if (!v)
			return err_set(e, ERR_USAGE, "%s: too many holidays",
			    at->path);
		d->holidays = v;
		d->cap = more;
	}
	d->holidays[d->n++] = day;
	return 0;
}

static int
read_count(struct conf *f, yyjson_val *v, struct due_count *c)
{
	*c = (struct due_count){ .days = -1 };
	if (conf_int(f, v, "days", 0, DAYS_MAX, &c->days) != 0 ||
	    conf_bool(f, v, "working", &c->working) != 0)
		return -1;
	return c->days < 0 ? conf_missing(f, v, "days") : 0;
}

static int
read_days(struct due *d, yyjson_val *kind)
{
	static const char *const name[DUE_N] = { "report", "handle",
		"extend" };
	struct conf *f = &d->file;

	for (int i = 0; i < DUE_N; i++) {
		yyjson_val *v = yyjson_obj_get(kind, name[i]);

		if (!v)
			return conf_missing(f, kind, name[i]);
		if (conf_obj(f, v, "days working law also") != 0 ||
		    read_count(f, v, &d->what[i]) != 0)
			return -1;
		v = yyjson_obj_get(v, "also");
		d->also[i].days = -1;
		if (v && (conf_obj(f, v, "days working law") != 0 ||
		          read_count(f, v, &d->also[i]) != 0))
			return -1;
	}
	return 0;
}

/* All kinds must be whole; one that is not there takes the first. */
static int
read_kinds(struct due *d, struct str kind)
{
	yyjson_val *key, *v, *taken = NULL;
	size_t i, max;

	yyjson_obj_foreach(d->file.root, i, max, key, v) {
		if (str_eq(json_str(key), STR("note")))
			continue;
		if (conf_obj(&d->file, v, "report handle extend") != 0 ||
		    read_days(d, v) != 0)
			return -1;
		if (!taken || str_eq(json_str(key), kind)) {
			taken = v;
			d->taken = json_str(key);
		}
	}
	return taken ? read_days(d, taken) : conf_err(&d->file,
	    d->file.root, "expected a kind of contest and its days");
}

int
due_check(const struct due *d, struct err *e)
{
	struct out o = { .fd = -1 };
	struct buf b = { .max = 1 << 12 };
	int rc;

	if (!d->kind.n || str_eq(d->kind, d->taken))
		return 0;
	buf_fmt(&b, "%s: no days for a contest of the kind \"%.*s\": those of "
	    "\"%.*s\" are counted", d->file.path, STR_ARG(d->kind),
	    STR_ARG(d->taken));
	rc = buf_check(&b, e);
	if (rc == 0)
		rc = out_open(&o, NULL, e);
	if (rc == 0) {
		out_line(&o, buf_str(&b));
		rc = out_close(&o, true, e);
	}
	buf_release(&b);
	return rc;
}

int
due_load(struct due *d, const char *deadlines, const char *holidays,
    struct str kind, struct err *e)
{
	static const struct table_column column[] = { { "date", true } };

	*d = (struct due){ .kind = kind };
	if (conf_open(&d->file, deadlines, e) != 0)
		return -1;
	if (!yyjson_is_obj(d->file.root))
		return conf_err(&d->file, d->file.root, "expected an object");
	if (read_kinds(d, kind) != 0)
		return -1;
	if (arena_init(&d->mem, MEM_FIRST, MEM_MAX) != 0)
		return err_nomem(e);
	return holidays ? table_load(holidays, column, 1, &d->mem, add_holiday,
	    d, e) : 0;
}

static bool
is_free(const struct due *d, int32_t day)
{
	int32_t week = ((day + 4) % 7 + 7) % 7; /* 0: Sunday */

	for (size_t i = 0; i < d->n; i++)
		if (d->holidays[i] == day)
			return true;
	return week == 0 || week == 6;
}

static int32_t
count(const struct due *d, const struct due_count *c, int32_t day)
{
	int64_t left = c->days;
	int32_t most = day + 10 * DAYS_MAX;

	if (!c->working)
		return day + (int32_t)left;
	while (left && day < most)
		left -= !is_free(d, ++day);
	return day;
}

int32_t
due_after(const struct due *d, enum due_what what, int32_t day)
{
	int32_t due, other;

	if (day == DAY_NONE)
		return day;
	due = count(d, &d->what[what], day);
	if (d->also[what].days < 0)
		return due;
	other = count(d, &d->also[what], day);
	return due < other ? due : other;
}

int32_t
due_other(const struct due *d, enum due_what what, int32_t day)
{
	int32_t due, other;

	if (day == DAY_NONE || d->also[what].days < 0)
		return DAY_NONE;
	due = count(d, &d->what[what], day);
	other = count(d, &d->also[what], day);
	return due == other ? DAY_NONE : due > other ? due : other;
}

bool
due_differs(const struct due *d, enum due_what what)
{
	const struct due_count *a = &d->what[what], *b = &d->also[what];

	return a->days == b->days && a->working != b->working;
}

void
due_release(struct due *d)
{
	conf_release(&d->file);
	arena_release(&d->mem);
}
