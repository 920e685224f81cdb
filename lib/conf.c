#include "conf.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "json.h"
#include "instant.h"

enum { MEM_FIRST = 1 << 18, MEM_MAX = 256 << 20 };

int
file_read(const char *path, size_t max, struct arena *mem, struct str *text,
    struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	size_t cap = 4096, n = 0;
	ssize_t got = -1;
	struct stat st;
	char *p;

	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size < (off_t)max)
		cap += (size_t)st.st_size;
	p = fd < 0 ? NULL : arena_alloc(mem, 1, cap);
	while (p && (got = read(fd, p + n, cap - n - 1)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			break;
		n += (size_t)got;
		if (n == cap - 1) {
			p = arena_grow(mem, p, cap, cap * 2);
			cap *= 2;
		}
		if (n > max)
			break;
	}
	if (fd >= 0 && !p)
		err_nomem(e);
	else if (fd < 0 || got < 0)
		err_set(e, ERR_USAGE, "%s: %s", path, strerror(errno));
	else if (n > max)
		err_set(e, ERR_USAGE, "%s: larger than %zu bytes", path, max);
	if (fd >= 0)
		(void)close(fd);
	if (got != 0 || !p || n > max)
		return -1;
	p[n] = '\0';
	*text = (struct str){ p, n };
	return 0;
}

/* "LINE:COL" of a byte offset; columns count bytes from 1. */
static void
place(struct str text, size_t at, unsigned long *line, size_t *col)
{
	*line = 1;
	*col = 1;
	for (size_t i = 0; i < at && i < text.n; i++) {
		++*col;
		if (text.p[i] == '\n') {
			++*line;
			*col = 1;
		}
	}
}

int
conf_open(struct conf *c, const char *path, struct err *e)
{
	*c = (struct conf){ 0 };
	if (arena_init(&c->mem, MEM_FIRST, MEM_MAX) != 0)
		return err_nomem(e);
	return conf_next(c, path, e);
}

int
conf_next(struct conf *c, const char *path, struct err *e)
{
	struct err why = { 0 };
	unsigned long line;
	size_t col;

	arena_reset(&c->mem);
	*c = (struct conf){ .mem = c->mem, .e = e };
	c->path = arena_copy(&c->mem, str_from(path)).p;
	if (!c->path)
		return err_nomem(e);
	if (file_read(path, CONF_MAX, &c->mem, &c->text, e) != 0)
		return -1;
	if (str_starts(c->text, STR("\xEF\xBB\xBF")))
		c->text = str_skip(c->text, 3);
	if (json_read(c->text, 0, &c->mem, &c->doc, &why) != 0) {
		if (why.code == ERR_FAIL)
			return err_nomem(e);
		place(c->text, why.byte ? why.byte - 1 : 0, &line, &col);
		return err_set(e, ERR_USAGE, "%s:%lu:%zu: %.300s", path, line,
		    col, why.msg);
	}
	c->root = yyjson_doc_get_root(c->doc);
	return 0;
}

void
conf_path(struct conf *c, yyjson_val *at, char *text, size_t n)
{
	yyjson_val *v = c->root, *key, *child;
	size_t used = 0, i, max;

	text[0] = '\0';
	while (v != at && unsafe_yyjson_is_ctn(v) && used < n) {
		bool arr = yyjson_is_arr(v);
		int wrote = 0;

		key = NULL;
		child = unsafe_yyjson_get_first(v);
		max = unsafe_yyjson_get_len(v);
		for (i = 0; i < max; i++) {
			if (!arr)
				key = child++;
			if (at < unsafe_yyjson_get_next(child))
				break;
			child = unsafe_yyjson_get_next(child);
		}
		if (i == max)
			return;
		if (arr)
			wrote = snprintf(text + used, n - used, "[%zu]", i);
		else
			wrote = snprintf(text + used, n - used, "%s%s",
			    used ? "." : "", unsafe_yyjson_get_str(key));
		used += wrote > 0 ? (size_t)wrote : 0;
		if (key == at)
			return;
		v = child;
	}
}

int
conf_err(struct conf *c, yyjson_val *at, const char *fmt, ...)
{
	char path[160], msg[300];
	unsigned long line;
	size_t col;
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(msg, sizeof(msg), fmt, ap);
	va_end(ap);
	conf_path(c, at, path, sizeof(path));
	place(c->text, json_offset(c->text, c->doc, at), &line, &col);
	return err_set(c->e, ERR_USAGE, "%s:%lu:%zu: %s%s%s", c->path, line,
	    col, path, path[0] ? ": " : "", msg);
}

static bool
listed(const char *keys, struct str key)
{
	for (const char *p = keys; *p;) {
		size_t n = strcspn(p, " ");

		if (str_eq((struct str){ p, n }, key))
			return true;
		p += n + (p[n] == ' ');
	}
	return false;
}

int
conf_obj(struct conf *c, yyjson_val *v, const char *keys)
{
	yyjson_val *key, *val;
	size_t i, max;

	if (!yyjson_is_obj(v))
		return conf_err(c, v, "expected an object");
	yyjson_obj_foreach(v, i, max, key, val)
		if (!listed(keys, json_str(key)))
			return conf_err(c, key, "unknown key, expected one of: %s",
			    keys);
	return 0;
}

int
conf_missing(struct conf *c, yyjson_val *obj, const char *key)
{
	return conf_err(c, obj, "no \"%s\" here", key);
}

int
conf_arr(struct conf *c, yyjson_val *obj, const char *key, yyjson_val **arr)
{
	*arr = yyjson_obj_get(obj, key);
	if (*arr && !yyjson_is_arr(*arr))
		return conf_err(c, *arr, "expected a list [ ]");
	return 0;
}

int
conf_str(struct conf *c, yyjson_val *obj, const char *key, bool must,
    struct str *s)
{
	yyjson_val *v = yyjson_obj_get(obj, key);

	*s = json_str(v);
	if (!v)
		return must ? conf_missing(c, obj, key) : 0;
	if (!s->n)
		return conf_err(c, v, "expected a text in quotes");
	return 0;
}

int
conf_int(struct conf *c, yyjson_val *obj, const char *key, int64_t min,
    int64_t max, int64_t *n)
{
	yyjson_val *v = yyjson_obj_get(obj, key);
	struct str s = json_str(v);

	if (!v)
		return 0;
	if (s.p)
		return conf_err(c, v, "expected an integer from %" PRId64
		    " to %" PRId64 ", got \"%.*s\"", min, max,
		    (int)(s.n < 40 ? s.n : 40), s.p);
	if (!yyjson_is_int(v) || (yyjson_is_uint(v) &&
	    yyjson_get_uint(v) > INT64_MAX) || yyjson_get_sint(v) < min ||
	    yyjson_get_sint(v) > max)
		return conf_err(c, v, "expected an integer from %" PRId64
		    " to %" PRId64, min, max);
	*n = yyjson_get_sint(v);
	return 0;
}

int
conf_bool(struct conf *c, yyjson_val *obj, const char *key, bool *b)
{
	yyjson_val *v = yyjson_obj_get(obj, key);

	if (v && !yyjson_is_bool(v))
		return conf_err(c, v, "expected true or false");
	if (v)
		*b = yyjson_get_bool(v);
	return 0;
}

int
conf_date(struct conf *c, yyjson_val *obj, const char *key, int32_t *day)
{
	yyjson_val *v = yyjson_obj_get(obj, key);
	struct str s = json_str(v);

	if (!v)
		return 0;
	if (!day_parse(s, day))
		return conf_err(c, v, "expected a date that exists, "
		    "YYYY-MM-DD, got \"%.*s\"", (int)(s.n < 40 ? s.n : 40),
		    s.p ? s.p : "");
	return 0;
}

void
conf_release(struct conf *c)
{
	arena_release(&c->mem);
	*c = (struct conf){ 0 };
}
