#include "again.h"

#include "coding.h"
#include "json.h"
#include "ndjson.h"
#include "record.h"

enum { MEM_FIRST = 1 << 16 };

int
again_init(struct again *g, struct err *e)
{
	if (arena_init(&g->mem, MEM_FIRST, nd_limits_default.mem * 4) != 0)
		return err_nomem(e);
	return 0;
}

void
again_release(struct again *g)
{
	arena_release(&g->mem);
	buf_release(&g->line);
}

static int
not_it(struct again *g, const struct warcentry *n, const char *why)
{
	g->wrong++;
	if (g->bad)
		g->bad(g->ctx, g->in.path, n->offset, why);
	return 0;
}

/* The body that a line speaks of.  1; 0: it is not there, *why; -1. */
static int
find_body(struct again *g, const struct warcentry *n, yyjson_val *root,
    struct str *body, const char **why, struct err *e)
{
	yyjson_val *offset = yyjson_ptr_get(root, "/warc/offset");
	char hex[DIGEST_HEX + 1];
	struct warcentry at;
	struct coded c;
	int rc;

	*why = "it does not say where its answer is";
	if (!yyjson_is_uint(offset))
		return 0;
	if (warcread_seek(&g->at, yyjson_get_uint(offset), e) != 0)
		return -1;
	rc = warcread_next(&g->at, &at, e);
	if (rc < 0 && e->code != ERR_DATA)
		return -1;
	*why = "its answer is not there";
	if (rc <= 0 || !str_eq(at.type, STR("response")))
		return 0;
	*why = at.bad ? at.bad : "its answer is another one";
	if (at.bad || !str_eq(at.id, n->refers))
		return 0;
	c = (struct coded){ .body = at.payload };
	coding_head(&c, (struct str){ at.block.p, at.block.n - at.payload.n });
	if (coding_undo(&c, &coding_limits_default, &g->mem, e) != 0)
		return -1;
	digest_sha256(c.body, hex);
	*body = c.body;
	*why = "its body is not the one it speaks of";
	return !c.why[0] && str_eq(str_from(hex), json_get(root, "sha256"));
}

static int
capture(struct again *g, const struct warcentry *n, yyjson_val *root,
    struct err *e)
{
	struct str head = n->block, body;
	const char *why;
	int rc = find_body(g, n, root, &body, &why, e);

	if (rc <= 0)
		return rc < 0 ? -1 : not_it(g, n, why);
	while (head.n && head.p[head.n - 1] != '}')
		head.n--;
	head.n -= head.n > 0;
	buf_reset(&g->line);
	buf_put(&g->line, head);
	record_body(&g->line, body);
	buf_char(&g->line, '}');
	if (buf_check(&g->line, e) != 0)
		return -1;
	out_line(g->out, buf_str(&g->line));
	g->lines++;
	return 0;
}

static int
metadata(struct again *g, const struct warcentry *n, struct err *e)
{
	struct err why = { 0 };
	yyjson_doc *doc;
	yyjson_val *root;
	struct str schema;

	arena_reset(&g->mem);
	if (json_read(n->block, 0, &g->mem, &doc, &why) != 0) {
		if (why.code == ERR_DATA)
			return not_it(g, n, why.msg);
		*e = why;
		return -1;
	}
	root = yyjson_doc_get_root(doc);
	schema = json_get(root, "schema");
	if (str_eq(schema, STR("capture/1")))
		return capture(g, n, root, e);
	if (!str_eq(schema, STR("coverage/1")) ||
	    memchr(n->block.p, '\n', n->block.n))
		return 0;
	out_line(g->out, n->block);
	g->lines++;
	return 0;
}

static int
all(struct again *g, bool tail, struct err *e)
{
	struct warcentry n = { 0 };
	int rc;

	while ((rc = warcread_next(&g->in, &n, e)) > 0) {
		if (g->out->errnum)
			return 0;
		if (n.bad)
			(void)not_it(g, &n, n.bad);
		else if (str_eq(n.type, STR("metadata")) &&
		    metadata(g, &n, e) != 0)
			return -1;
	}
	if (rc == 0 || e->code != ERR_DATA)
		return rc;
	if (!tail)
		(void)not_it(g, &n, e->msg);
	*e = (struct err){ 0 };
	return 0;
}

int
again_file(struct again *g, const char *path, bool tail, struct err *e)
{
	int rc;

	g->in.fd = g->at.fd = -1;
	rc = warcread_open(&g->in, path, e);
	if (rc == 0)
		rc = warcread_open(&g->at, path, e);
	if (rc == 0)
		rc = all(g, tail, e);
	warcread_close(&g->in);
	warcread_close(&g->at);
	return rc;
}
