#include "replay.h"

#include "conf.h"
#include "instant.h"
#include "json.h"
#include "ndjson.h"

enum { MEM_FIRST = 1 << 16, FIRST = 64, PATH = 4096 };

#define MEM_MAX ((size_t)1 << 30)

static uint32_t
hash(struct str s)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return h;
}

static bool
copy(struct replay *r, struct str from, struct str *to)
{
	*to = from.p ? arena_copy(&r->mem, from) : from;
	return !from.p || to->p;
}

/* A URL and what was sent to it; { NULL, 0 } for nothing. */
static bool
join(struct arena *mem, struct str url, struct str post, struct str *key)
{
	char *p = arena_alloc(mem, 1, url.n + 1 + post.n);

	if (!p)
		return false;
	memcpy(p, url.p, url.n);
	p[url.n] = ' ';
	if (post.n)
		memcpy(p + url.n + 1, post.p, post.n);
	*key = (struct str){ p, url.n + 1 + post.n };
	return true;
}

/* What was sent, as it is sent: without spaces. */
static int
read_post(struct replay *r, yyjson_val *v, struct str *post, struct err *e)
{
	yyjson_alc alc = arena_alc(&r->mem);

	*post = (struct str){ 0 };
	if (!v)
		return 0;
	if (!yyjson_is_obj(v))
		return err_set(e, ERR_DATA, "post: expected an object");
	post->p = yyjson_val_write_opts(v, 0, &alc, &post->n, NULL);
	return post->p ? 0 : err_nomem(e);
}

/* A path that stays in the folder. */
static bool
is_inside(struct str path)
{
	if (!path.n || path.p[0] == '/' || memchr(path.p, '\0', path.n))
		return false;
	for (size_t i = 0; i + 1 < path.n; i++)
		if (path.p[i] == '.' && path.p[i + 1] == '.' &&
		    (i == 0 || path.p[i - 1] == '/') &&
		    (i + 2 == path.n || path.p[i + 2] == '/'))
			return false;
	return true;
}

static int
read_headers(struct replay *r, yyjson_val *headers, struct answer *a,
    struct err *e)
{
	yyjson_val *key, *v;
	size_t i, max;

	if (!headers)
		return 0;
	if (!yyjson_is_obj(headers))
		return err_set(e, ERR_DATA, "headers: expected an object");
	yyjson_obj_foreach(headers, i, max, key, v) {
		struct str *to = transport_header(a, json_str(key));

		if (!yyjson_is_str(v))
			return err_set(e, ERR_DATA,
			    "headers: expected texts in quotes");
		if (to && !copy(r, json_str(v), to))
			return err_nomem(e);
	}
	return 0;
}

static int
read_one(struct replay *r, yyjson_val *v, struct recorded *one,
    struct err *e)
{
	yyjson_val *status = yyjson_obj_get(v, "status");
	struct str url = json_get(v, "url"), file = json_get(v, "file"), post;
	struct instant t = { 0 };

	*one = (struct recorded){ 0 };
	if (!url.n)
		return err_set(e, ERR_DATA, "no \"url\" here");
	if (!instant_parse(json_get(v, "captured"), &t))
		return err_set(e, ERR_DATA, "captured: expected a time such "
		    "as 2024-10-05T02:11:09Z");
	if (!yyjson_is_uint(status) || yyjson_get_uint(status) < 100 ||
	    yyjson_get_uint(status) > 999)
		return err_set(e, ERR_DATA,
		    "status: expected a number from 100 to 999");
	if (yyjson_obj_get(v, "file") && !is_inside(file))
		return err_set(e, ERR_DATA,
		    "file: expected a path inside the folder");
	if (read_post(r, yyjson_obj_get(v, "post"), &post, e) != 0)
		return -1;
	one->answer.status = (int)yyjson_get_uint(status);
	one->answer.captured = t.seconds;
	if (!join(&r->mem, url, post, &one->key) || !copy(r, file, &one->file))
		return err_nomem(e);
	return read_headers(r, yyjson_obj_get(v, "headers"), &one->answer, e);
}

static int
add(struct replay *r, size_t *cap, yyjson_val *root, struct err *e)
{
	size_t want = *cap ? *cap * 2 : FIRST;
	struct recorded *v = r->v;

	if (r->n == *cap) {
		v = arena_grow(&r->mem, r->v, *cap * sizeof(*v),
		    want * sizeof(*v));
		if (!v)
			return err_nomem(e);
		r->v = v;
		*cap = want;
	}
	if (read_one(r, root, &v[r->n], e) != 0)
		return -1;
	r->n++;
	return 0;
}

static int
read_index(struct replay *r, struct ndjson *nd, const char *path,
    struct err *e)
{
	enum nd_status st;
	size_t cap = 0;

	while ((st = nd_next(nd, e)) != ND_EOF) {
		struct err why = *e;

		if (st == ND_RECORD &&
		    add(r, &cap, yyjson_doc_get_root(nd->doc), &why) == 0)
			continue;
		if (st == ND_FAIL || why.code == ERR_FAIL) {
			*e = why;
			return -1;
		}
		return err_set(e, ERR_USAGE, "%.200s:%lu: %.200s", path,
		    nd->line, why.msg);
	}
	return 0;
}

/* The slot of a question: taken by it, or free. */
static uint32_t *
slot(const struct replay *r, struct str key)
{
	size_t at = hash(key) & (r->slots - 1);

	while (r->table[at] && !str_eq(r->v[r->table[at] - 1].key, key))
		at = (at + 1) & (r->slots - 1);
	return &r->table[at];
}

static int
index_urls(struct replay *r, struct err *e)
{
	r->slots = FIRST;
	while (r->slots < r->n * 2)
		r->slots *= 2;
	r->table = arena_alloc(&r->mem, sizeof(*r->table), r->slots);
	if (!r->table)
		return err_nomem(e);
	memset(r->table, 0, sizeof(*r->table) * r->slots);
	for (size_t i = 0; i < r->n; i++)
		*slot(r, r->v[i].key) = (uint32_t)(i + 1);
	return 0;
}

int
replay_open(struct replay *r, struct err *e)
{
	struct ndjson nd = { 0 };
	struct in in = { 0 };
	char path[PATH];
	struct buf name = { .max = sizeof(path) - 1 };
	int rc;

	if (arena_init(&r->mem, MEM_FIRST, MEM_MAX) != 0)
		return err_nomem(e);
	buf_put(&name, str_from(r->dir));
	buf_put(&name, STR("/index.ndjson"));
	if (buf_check(&name, e) != 0) {
		buf_release(&name);
		return err_set(e, ERR_USAGE, "--from: the path is too long");
	}
	memcpy(path, name.p, name.n);
	path[name.n] = '\0';
	buf_release(&name);
	rc = in_open(&in, path, e);
	if (rc != 0)
		e->code = ERR_USAGE;
	if (rc == 0)
		rc = nd_init(&nd, nd_limits_default, e);
	if (rc == 0) {
		nd_start(&nd, &in, false);
		rc = read_index(r, &nd, path, e);
		in_close(&in);
	}
	nd_release(&nd);
	return rc == 0 ? index_urls(r, e) : -1;
}

int
replay_get(void *ctx, const struct request *q, struct arena *mem,
    struct answer *a, struct err *e)
{
	struct replay *r = ctx;
	const struct recorded *one;
	struct buf path = { .max = PATH };
	struct str key;
	uint32_t at;
	int rc = 0;

	if (!join(mem, q->url, q->post, &key))
		return err_nomem(e);
	at = *slot(r, key);
	one = at ? &r->v[at - 1] : NULL;
	*a = (struct answer){ .captured = r->now };
	if (one)
		*a = one->answer;
	a->url = q->url;
	if (!one)
		return transport_none(a, STATE_TRANSIENT, NOT_RECORDED);
	if (!one->file.n)
		return 0;
	buf_put(&path, str_from(r->dir));
	buf_char(&path, '/');
	buf_put(&path, one->file);
	buf_char(&path, '\0');
	rc = buf_check(&path, e);
	if (rc == 0)
		rc = file_read(path.p, r->body_max, mem, &a->body, e);
	if (rc != 0)
		e->code = ERR_FAIL;
	buf_release(&path);
	return rc;
}

void
replay_close(struct replay *r)
{
	arena_release(&r->mem);
}
