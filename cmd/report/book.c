#include "book.h"

#include "conf.h"
#include "json.h"

enum { MEM_FIRST = 1 << 16, TEXT_MAX = 256 << 20, PIN_MAX = 16 << 20 };
#define MEM_MAX ((size_t)2 << 30)

static int
no_room(struct err *e)
{
	return err_set(e, ERR_FAIL, "the ledger needs too much memory");
}

static struct dossier *
dossier(struct book *b, struct str id, bool *added)
{
	struct slot *at = index_at(&b->by_id, &b->mem, id, added);
	struct dossier *v = b->v;

	if (!at)
		return NULL;
	if (!*added)
		return &b->v[at->at];
	if (b->n == b->cap) {
		size_t more = b->cap ? b->cap * 2 : 64;

		v = arena_grow(&b->mem, v, b->cap * sizeof(*v),
		    more * sizeof(*v));
		if (!v)
			return NULL;
		b->v = v;
		b->cap = more;
	}
	at->at = (uint32_t)b->n++;
	v[at->at] = (struct dossier){ .id = id };
	return &v[at->at];
}

/* The first entry of a case: its marks lead to it. */
static int
begin(struct book *b, struct dossier *d, yyjson_val *entry, struct err *e)
{
	yyjson_val *acts = yyjson_obj_get(entry, "acts"), *v;
	yyjson_val *rules = yyjson_obj_get(entry, "rules");
	size_t i, max;
	struct slot *at;
	bool added;

	d->known = json_get(entry, "known");
	d->level = json_get(entry, "level");
	d->rules = arena_alloc(&b->mem, sizeof(*d->rules),
	    yyjson_arr_size(rules) + 1);
	if (!d->rules)
		return no_room(e);
	yyjson_arr_foreach(rules, i, max, v)
		d->rules[d->n_rules++] = json_str(v);
	yyjson_arr_foreach(acts, i, max, v) {
		if (!json_str(v).n)
			continue;
		at = index_at(&b->by_mark, &b->mem, json_str(v), &added);
		if (!at)
			return no_room(e);
		at->at = (uint32_t)(d - b->v);
	}
	return 0;
}

static void
step(struct dossier *d, const struct deed *deed, yyjson_val *entry)
{
	struct str due = json_get(entry, "due");

	if (str_eq(deed->what, STR("looked")) ||
	    str_eq(deed->what, STR("purged")))
		return;
	d->asked |= str_eq(deed->what, STR("notified"));
	d->state = !str_eq(deed->what, STR("reopened")) ? deed->what
	    : d->asked ? STR("notified") : STR("opened");
	if (due.n) {
		d->due = due;
		d->due_other = json_get(entry, "due_other");
	}
	if (deed->kind.n)
		d->answer = deed->kind;
	if (str_eq(deed->what, STR("closed")))
		d->outcome = deed->outcome;
	else if (str_eq(deed->what, STR("appealed")))
		d->outcome = STR("");
}

static int
add_entry(struct book *b, yyjson_val *entry, struct err *e)
{
	struct str id = json_get(entry, "case");
	struct deed *deed;
	struct dossier *d;
	bool added;

	if (!id.n || str_eq(id, STR("-")))
		return 0;
	d = dossier(b, id, &added);
	deed = arena_alloc(&b->mem, sizeof(*deed), 1);
	if (!d || !deed)
		return no_room(e);
	*deed = (struct deed){ .time = json_get(entry, "time"),
		.by = json_get(entry, "by"), .what = json_get(entry, "do"),
		.kind = json_get(entry, "kind"),
		.outcome = json_get(entry, "outcome"),
		.to = json_get(entry, "to") };
	if (d->last)
		d->last->next = deed;
	else
		d->first = deed;
	d->last = deed;
	if (str_eq(deed->what, STR("opened")) && begin(b, d, entry, e) != 0)
		return -1;
	step(d, deed, entry);
	return 0;
}

static int
read_pin(struct book *b, const char *path, struct ledger_pin *pin,
    struct err *e)
{
	struct str text;

	if (file_read(path, PIN_MAX, &b->mem, &text, e) != 0)
		return -1;
	if (!ledger_pin_read(text, pin))
		return err_set(e, ERR_USAGE, "%s: this is no checkpoint of a "
		    "ledger", path);
	return 0;
}

int
book_load(struct book *b, const char *path, const char *pin_path,
    const char *last_path, bool strict, struct err *e)
{
	struct ledger_pin pin = { 0 }, last = { 0 };
	struct ledger_proof proof;
	struct str text, line;
	yyjson_doc *doc;
	size_t at = 0;

	*b = (struct book){ 0 };
	if (arena_init(&b->mem, MEM_FIRST, MEM_MAX) != 0)
		return err_nomem(e);
	if (file_read(path, TEXT_MAX, &b->mem, &text, e) != 0 ||
	    (pin_path && read_pin(b, pin_path, &pin, e) != 0) ||
	    (last_path && read_pin(b, last_path, &last, e) != 0))
		return -1;
	ledger_verify(text, pin_path ? &pin : NULL, last_path ? &last : NULL,
	    &proof);
	b->unfinished = proof.flaw == LEDGER_UNFINISHED;
	if (proof.flaw && (strict || !b->unfinished))
		return ledger_err(&proof, path, e);
	while ((line = ledger_line(text, &at)).p) {
		if (proof.upto && b->entries == proof.n)
			break;
		b->entries++;
		if (json_read(line, 0, &b->mem, &doc, e) != 0)
			return e->code == ERR_DATA ? err_set(e, ERR_USAGE,
			    "%s:%lu: no JSON object", path, b->entries) : -1;
		if (add_entry(b, yyjson_doc_get_root(doc), e) != 0)
			return -1;
	}
	return 0;
}

const struct dossier *
book_find(const struct book *b, struct str mark)
{
	const uint32_t *at = index_get(&b->by_mark, mark);

	return at ? &b->v[*at] : NULL;
}

bool
book_closed(const struct dossier *d)
{
	return d && str_eq(d->state, STR("closed"));
}

void
book_release(struct book *b)
{
	arena_release(&b->mem);
}
