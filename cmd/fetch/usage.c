#include "usage.h"

#include "json.h"

static bool
is_one_of(struct str name, const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (str_same(name, w->v[i]))
			return true;
	return false;
}

/* The numbers that have a name, however deep: json_read() limits that. */
static void
look(const struct usage *u, yyjson_val *v, struct used *said)
{
	yyjson_val *key, *in;
	size_t i, max;

	yyjson_arr_foreach(v, i, max, in)
		look(u, in, said);
	yyjson_obj_foreach(v, i, max, key, in) {
		double n = yyjson_get_num(in);

		if (!yyjson_is_num(in))
			look(u, in, said);
		else if (is_one_of(json_str(key), &u->percent) &&
		    n > said->percent)
			said->percent = n;
		else if (is_one_of(json_str(key), &u->minutes) && n < 1e6 &&
		    (int64_t)(n * 60) > said->wait)
			said->wait = (int64_t)(n * 60);
	}
}

struct used
usage_said(const struct usage *u, struct str head, struct arena *mem)
{
	struct used said = { 0 };

	while (u->headers.n && head.n) {
		const char *nl = memchr(head.p, '\n', head.n);
		struct str line = { head.p, nl ? (size_t)(nl - head.p)
		    : head.n };
		const char *colon = memchr(line.p, ':', line.n);
		size_t at = colon ? (size_t)(colon - line.p) : 0;
		yyjson_doc *doc;
		struct err e;

		head = str_skip(head, line.n + (nl != NULL));
		if (colon && is_one_of((struct str){ line.p, at },
		    &u->headers) &&
		    json_read(str_skip(line, at + 1), 0, mem, &doc, &e) == 0)
			look(u, yyjson_doc_get_root(doc), &said);
	}
	return said;
}
