#include "veil.h"

#include "json.h"

enum { SECRETS = 5, SECRET_MIN = 3 };

struct veil {
	const struct pseudonym *key;
	const struct act *act;
	struct buf *b, *said;
	struct str secrets[SECRETS];
	size_t n;
};

static char
low(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

static bool
stands_at(struct str s, size_t at, struct str what)
{
	if (what.n > s.n - at)
		return false;
	for (size_t i = 0; i < what.n; i++)
		if (low(s.p[at + i]) != low(what.p[i]))
			return false;
	return true;
}

/* Bytes of the longest secret that stands there; 0: none. */
static size_t
secret_at(const struct veil *v, struct str s, size_t at)
{
	size_t longest = 0;

	for (size_t i = 0; i < v->n; i++)
		if (v->secrets[i].n > longest &&
		    stands_at(s, at, v->secrets[i]))
			longest = v->secrets[i].n;
	return longest;
}

static void
put_pseudonym(struct veil *v, struct str s)
{
	char text[PSEUDONYM_TEXT + 1];

	pseudonym_of(v->key, v->act->platform, s, text);
	buf_json(v->b, str_from(text));
}

/* Only the places: the rest is what was said. */
static void
put_said(struct veil *v, struct str s)
{
	char text[PSEUDONYM_TEXT + 1];
	size_t n;

	veil_actor(v->key, v->act, text);
	buf_reset(v->said);
	for (size_t i = 0; i < s.n; i += n) {
		n = secret_at(v, s, i);
		if (n)
			buf_put(v->said, str_from(text));
		else
			buf_char(v->said, s.p[i]);
		n += !n;
	}
	buf_json(v->b, buf_str(v->said));
	v->b->failed |= v->said->failed;
}

static bool
has_secret(const struct veil *v, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (secret_at(v, s, i))
			return true;
	return false;
}

/* How a string is written is said by the member it is in. */
enum place { SAID, POST, ELSEWHERE };

static enum place
place_of(struct str key, size_t depth)
{
	if (str_eq(key, STR("content")) || str_eq(key, STR("name")) ||
	    str_eq(key, STR("tags")))
		return SAID;
	if (depth <= 2 && (str_eq(key, STR("id")) ||
	        str_eq(key, STR("url")) || str_eq(key, STR("source"))))
		return POST;
	return ELSEWHERE;
}

static void put(struct veil *v, yyjson_val *val, struct str key, size_t depth);

static void
put_members(struct veil *v, yyjson_val *val, size_t depth)
{
	yyjson_val *key, *item;
	size_t i, max;

	buf_char(v->b, '{');
	yyjson_obj_foreach(val, i, max, key, item) {
		if (i)
			buf_char(v->b, ',');
		buf_json(v->b, json_str(key));
		buf_char(v->b, ':');
		if (depth == 0 && str_eq(json_str(key), STR("actor"))) {
			char text[PSEUDONYM_TEXT + 1];

			veil_actor(v->key, v->act, text);
			buf_put(v->b, STR("{\"id\":"));
			buf_json(v->b, str_from(text));
			buf_put(v->b, STR(",\"pseudonym\":true}"));
			continue;
		}
		put(v, item, json_str(key), depth + 1);
	}
	buf_char(v->b, '}');
}

static void
put_string(struct veil *v, struct str s, struct str key, size_t depth)
{
	enum place place = place_of(key, depth);

	if (place == POST || (place == ELSEWHERE && has_secret(v, s)))
		put_pseudonym(v, s);
	else if (place == SAID)
		put_said(v, s);
	else
		buf_json(v->b, s);
}

/* json_read() has refused what is nested deeper than JSON_DEPTH. */
static void
put(struct veil *v, yyjson_val *val, struct str key, size_t depth)
{
	yyjson_val *item;
	size_t i, max;

	switch (yyjson_get_type(val)) {
	case YYJSON_TYPE_OBJ:
		put_members(v, val, depth);
		break;
	case YYJSON_TYPE_ARR:
		buf_char(v->b, '[');
		yyjson_arr_foreach(val, i, max, item) {
			if (i)
				buf_char(v->b, ',');
			put(v, item, key, depth);
		}
		buf_char(v->b, ']');
		break;
	case YYJSON_TYPE_STR:
		put_string(v, json_str(val), key, depth);
		break;
	case YYJSON_TYPE_RAW:
		buf_put(v->b, json_str(val));
		break;
	case YYJSON_TYPE_BOOL:
		buf_put(v->b, yyjson_get_bool(val) ? STR("true")
		                                   : STR("false"));
		break;
	default:
		buf_put(v->b, STR("null"));
	}
}

static void
keep_secret(struct veil *v, struct str s)
{
	if (s.n && s.p[0] == '@')
		s = str_skip(s, 1);
	if (s.n >= SECRET_MIN)
		v->secrets[v->n++] = s;
}

void
veil_actor(const struct pseudonym *key, const struct act *act,
    char text[PSEUDONYM_TEXT + 1])
{
	const struct account *a = &act->actor;

	pseudonym_of(key, act->platform, a->id.n ? a->id
	    : a->handle.n ? a->handle : a->url, text);
}

int
veil_line(const struct pseudonym *key, const struct act *act, struct str line,
    struct arena *mem, struct buf *b, struct buf *scratch, struct err *e)
{
	struct veil v = { .key = key, .act = act, .b = b, .said = scratch };
	const struct account *a = &act->actor;
	const char *host = a->handle.n ? memchr(a->handle.p, '@', a->handle.n)
	                               : NULL;
	yyjson_doc *doc;

	keep_secret(&v, a->id);
	keep_secret(&v, a->handle);
	keep_secret(&v, accounts_url(a->url));
	keep_secret(&v, json_get(act->actor_v, "name"));
	if (host && host > a->handle.p)
		keep_secret(&v, (struct str){ a->handle.p,
		    (size_t)(host - a->handle.p) });
	buf_reset(b);
	if (json_read(line, YYJSON_READ_NUMBER_AS_RAW, mem, &doc, e) != 0)
		return -1;
	put(&v, doc->root, (struct str){ 0 }, 0);
	return buf_check(b, e);
}
