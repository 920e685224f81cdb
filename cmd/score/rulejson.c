#include "rulejson.h"

#include "json.h"

void
rulejson_text2(struct buf *b, const char *key, struct text2 t)
{
	if (!t.id.n)
		return;
	buf_put(b, STR(",\""));
	buf_put(b, str_from(key));
	buf_put(b, STR("\":{\"id\":"));
	buf_json(b, t.id);
	buf_put(b, STR(",\"en\":"));
	buf_json(b, t.en);
	buf_char(b, '}');
}

static void
member(struct buf *b, const char *key, struct str s)
{
	if (!s.n)
		return;
	buf_fmt(b, ",\"%s\":", key);
	buf_json(b, s);
}

/* One reference: the instrument from law.json, the article from the rule. */
static int
put_law(struct buf *b, struct conf *f, struct conf *law, yyjson_val *ref)
{
	struct str id, article, url, mark = { 0 };
	yyjson_val *instrument;

	if (conf_obj(f, ref, "ref article mark url") != 0 ||
	    conf_str(f, ref, "ref", true, &id) != 0 ||
	    conf_str(f, ref, "article", false, &article) != 0 ||
	    conf_str(f, ref, "url", false, &url) != 0 ||
	    conf_str(f, ref, "mark", false, &mark) != 0)
		return -1;
	instrument = yyjson_obj_getn(law->root, id.p, id.n);
	if (!yyjson_is_obj(instrument))
		return conf_err(f, yyjson_obj_get(ref, "ref"),
		    "law.json has no instrument with this id");
	buf_put(b, STR("{\"instrument\":"));
	buf_json(b, json_get(instrument, "title"));
	member(b, "article", article);
	member(b, "url", url.n ? url : json_get(instrument, "url"));
	member(b, "mark", mark.n ? mark : json_get(instrument, "mark"));
	buf_char(b, '}');
	return 0;
}

int
rulejson_law(struct conf *f, struct conf *law, yyjson_val *list)
{
	struct buf b = { 0 };
	yyjson_val *ref;
	size_t i, max;
	int rc = 0;

	yyjson_arr_foreach(list, i, max, ref)
		if (rc == 0)
			rc = put_law(&b, f, law, ref);
	buf_release(&b);
	return rc;
}

/* Keep what was written; the buffer goes. */
static int
keep(struct conf *f, struct buf *b, struct str *json)
{
	bool good;

	*json = arena_copy(&f->mem, buf_str(b));
	good = json->p && !b->failed;
	buf_release(b);
	return good ? 0 : err_nomem(f->e);
}

int
rulejson_make(struct conf *f, struct conf *law, struct rule *r)
{
	struct buf b = { 0 };
	yyjson_val *ref;
	size_t i, max;
	int rc = 0;

	buf_put(&b, STR("\"rule\":"));
	buf_json(&b, r->id);
	member(&b, "item", r->item);
	member(&b, "tier", r->tier);
	rulejson_text2(&b, "title", r->title);
	rulejson_text2(&b, "explain", r->explain);
	rulejson_text2(&b, "sanction", r->sanction);
	rulejson_text2(&b, "decides", r->decides);
	buf_put(&b, STR(",\"law\":["));
	yyjson_arr_foreach(r->law, i, max, ref) {
		if (i)
			buf_char(&b, ',');
		if (rc == 0)
			rc = put_law(&b, f, law, ref);
	}
	buf_char(&b, ']');
	if (rc == 0)
		return keep(f, &b, &r->json);
	buf_release(&b);
	return rc;
}

int
rulejson_part(struct conf *f, struct part *part)
{
	struct buf b = { 0 };

	buf_put(&b, STR("\"id\":"));
	buf_json(&b, part->id);
	buf_put(&b, STR(",\"weight\":"));
	buf_int(&b, part->weight);
	rulejson_text2(&b, "text", part->text);
	return keep(f, &b, &part->json);
}

int
rulejson_pack(struct pack *p)
{
	struct buf b = { 0 };

	buf_put(&b, STR("{\"name\":"));
	buf_json(&b, p->name);
	buf_put(&b, STR(",\"version\":"));
	buf_json(&b, p->version);
	buf_put(&b, STR(",\"sha256\":"));
	buf_json(&b, str_from(p->sha256));
	buf_char(&b, '}');
	return keep(&p->files[0], &b, &p->json);
}
