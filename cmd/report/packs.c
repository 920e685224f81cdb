#include "packs.h"

#include "json.h"

static struct str
keep(struct store *s, struct str text)
{
	return text.p ? arena_copy(&s->mem, text) : text;
}

int
packs_note(struct store *s, yyjson_val *score, struct err *e)
{
	yyjson_val *v = yyjson_obj_get(score, "pack");
	struct pack p = { json_get(score, "contest"), json_get(v, "name"),
		json_get(v, "version"), json_get(v, "sha256") };

	if (!v)
		return 0;
	for (size_t i = 0; i < s->n_packs; i++)
		if (str_eq(s->packs[i].name, p.name) &&
		    str_eq(s->packs[i].contest, p.contest) &&
		    str_eq(s->packs[i].version, p.version) &&
		    str_eq(s->packs[i].sha256, p.sha256))
			return 0;
	if (s->n_packs == STORE_PACKS)
		return err_set(e, ERR_FAIL, "the input was scored with more "
		    "than %d rule packs and contests", STORE_PACKS);
	s->packs[s->n_packs++] = (struct pack){ keep(s, p.contest),
		keep(s, p.name), keep(s, p.version), keep(s, p.sha256) };
	return 0;
}

bool
packs_note_items(struct store *s, yyjson_val *root, uint64_t *items)
{
	yyjson_val *list = yyjson_obj_get(yyjson_obj_get(root, "score"),
	    "findings"), *f;
	size_t i, max, at;

	yyjson_arr_foreach(list, i, max, f) {
		struct str name = json_get(f, "item");

		for (at = 0; at < s->n_items; at++)
			if (str_eq(s->items[at], name))
				break;
		if (!name.n || at == STORE_ITEMS)
			continue;
		if (at == s->n_items) {
			s->items[at] = keep(s, name);
			s->n_items += s->items[at].p != NULL;
		}
		if (at == s->n_items)
			return false;
		*items |= (uint64_t)1 << at;
	}
	return true;
}
