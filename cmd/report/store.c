#include "store.h"

#include "counts.h"
#include "draw.h"
#include "json.h"
#include "packs.h"

enum { MEM_FIRST = 1 << 16, KEY_MAX = 4096 };

int
store_init(struct store *s, size_t max, struct err *e)
{
	*s = (struct store){ .max = max };
	counts_start(s);
	if (arena_init(&s->mem, MEM_FIRST, max) != 0)
		return err_nomem(e);
	return spool_open(&s->spool, &s->mem, e);
}

void
store_release(struct store *s)
{
	spool_close(&s->spool);
	arena_release(&s->mem);
}

int
store_room_err(const struct store *s, struct err *e)
{
	if (s->mem.full)
		return err_set(e, ERR_FAIL, "the cases need more than %zu MiB of "
		    "memory: report fewer days at once", s->max >> 20);
	return err_nomem(e);
}

static struct moment
moment(yyjson_val *v, const char *key)
{
	struct moment m = { 0 };

	m.known = instant_parse(json_get(v, key), &m.t);
	return m;
}

static int
compare(const struct instant *a, const struct instant *b)
{
	if (a->seconds != b->seconds)
		return a->seconds < b->seconds ? -1 : 1;
	return (a->nanos > b->nanos) - (a->nanos < b->nanos);
}

bool
store_newer(const struct moment *a, const struct moment *b)
{
	return a->known && (!b->known || compare(&a->t, &b->t) > 0);
}

static void
raise_to(struct moment *m, struct moment to)
{
	if (store_newer(&to, m))
		*m = to;
}

static void
lower_to(struct moment *m, struct moment to)
{
	if (to.known && (!m->known || compare(&to.t, &m->t) < 0))
		*m = to;
}

/* a, b, c with a NUL between them, in room of KEY_MAX. */
static struct str
join(char *room, struct str a, struct str b, struct str c)
{
	const struct str part[] = { a, b, c };
	size_t n = 0;

	for (int i = 0; i < 3; i++) {
		size_t len = part[i].n;

		if (len > KEY_MAX / 3 - 1)
			len = KEY_MAX / 3 - 1;
		if (len)
			memcpy(room + n, part[i].p, len);
		n += len;
		room[n++] = '\0';
	}
	return (struct str){ room, n };
}

static struct str
first_of(struct str a, struct str b, struct str c)
{
	return a.n ? a : b.n ? b : c;
}

/* Copy a text that may be absent. */
static struct str
keep(struct store *s, struct str text)
{
	return text.p ? arena_copy(&s->mem, text) : text;
}

/* Versions may differ: the lesser text stays, whichever came first. */
static void
keep_least(struct store *s, struct str *kept, struct str text)
{
	if (text.n && (!kept->n || str_cmp(text, *kept) < 0))
		*kept = keep(s, text);
}

/* The number of who acts, or -1. */
static int64_t
person_of(struct store *s, yyjson_val *root)
{
	yyjson_val *actor = yyjson_obj_get(root, "actor");
	yyjson_val *who = yyjson_obj_get(yyjson_obj_get(root, "match"), "who");
	struct str id = json_get(who, "employee");
	struct str platform = json_get(root, "platform");
	struct str handle = first_of(json_get(actor, "handle"),
	    json_get(actor, "id"), json_get(actor, "url"));
	char room[KEY_MAX];
	struct slot *slot;
	struct actor *p;
	bool added;

	slot = index_at(&s->by_who, &s->mem, id.n ? join(room, STR("e"), id,
	    STR("")) : join(room, STR("a"), platform, handle), &added);
	if (!slot)
		return -1;
	if (added) {
		p = pages_add(&s->people, &s->mem, sizeof(*p));
		if (!p)
			return -1;
		slot->at = (uint32_t)(s->people.n - 1);
		*p = (struct actor){ .employee = id.n != 0,
			.id = keep(s, id.n ? id : handle),
			.platform = keep(s, id.n ? STR("") : platform) };
	}
	p = store_person(s, slot->at);
	keep_least(s, &p->unit, json_get(who, "unit"));
	keep_least(s, &p->category, json_get(who, "category"));
	return slot->at;
}

/* Is text greater than the line that was put aside?  1, 0, or -1 with *e set. */
static int
greater(struct store *s, struct str text, struct line kept, struct arena *mem,
    struct err *e)
{
	struct str before;

	if (spool_get(&s->spool, kept, mem, &before, e) != 0)
		return -1;
	if (!before.p)
		return err_nomem(e);
	return str_cmp(text, before) > 0;
}

/* Is this version to be shown rather than the one that is kept?  As above. */
static int
better(struct store *s, const struct act *kept, const struct act *a,
    struct str text, struct arena *mem, struct err *e)
{
	if (a->level != kept->level)
		return a->level > kept->level;
	if (store_newer(&a->captured, &kept->captured))
		return 1;
	if (store_newer(&kept->captured, &a->captured))
		return 0;
	return greater(s, text, kept->line, mem, e);
}

/* What makes it the same activity: an id is one where it was given, and two
 * feeds may both have a post "1"; so of an employee it is the employee's. */
static struct str
key_of(yyjson_val *root, struct str id, struct arena *mem)
{
	struct str who = json_get(yyjson_obj_get(yyjson_obj_get(root, "match"),
	    "who"), "employee");
	char *p;

	if (!who.n)
		return id;
	p = arena_alloc(mem, 1, who.n + 1 + id.n);
	if (!p)
		return (struct str){ 0 };
	memcpy(p, who.p, who.n);
	p[who.n] = '\0';
	memcpy(p + who.n + 1, id.p, id.n);
	return (struct str){ p, who.n + 1 + id.n };
}

static enum stored
keep_act(struct store *s, struct act a, struct str text, yyjson_val *root,
    struct arena *mem, struct err *e)
{
	bool blind = a.level < LEVEL_CHECK;
	struct pages *list = blind ? &s->blind : &s->acts;
	int64_t person = person_of(s, root);
	struct slot *slot;
	struct act *kept;
	bool added;
	int more = 1;

	slot = index_at(blind ? &s->by_blind : &s->by_id, &s->mem, a.key,
	    &added);
	if (!slot || person < 0)
		return store_room_err(s, e);
	a.key = slot->key;
	a.id = str_skip(a.key, a.key.n - a.id.n);
	if (added) {
		slot->at = (uint32_t)list->n;
		if (!pages_add(list, &s->mem, sizeof(a)))
			return store_room_err(s, e);
	}
	kept = pages_at(list, slot->at);
	lower_to(&kept->first, a.captured);
	if (!added)
		more = better(s, kept, &a, text, mem, e);
	if (more <= 0)
		return more < 0 ? STORE_FAILED : STORE_AGAIN;
	a.first = kept->first;
	a.person = (uint32_t)person;
	if (!packs_note_items(s, root, &a.items))
		return store_room_err(s, e);
	mark_make(root, a.mark);
	if (spool_put(&s->spool, text, &a.line, e) != 0)
		return STORE_FAILED;
	*kept = a;
	return added ? STORE_KEPT : STORE_AGAIN;
}

static bool
level_of(struct str s, enum level *level)
{
	static const struct str name[LEVELS] = { { "none", 4 }, { "note", 4 },
		{ "check", 5 }, { "indication", 10 } };

	for (int i = 0; i < LEVELS; i++)
		if (str_eq(s, name[i])) {
			*level = (enum level)i;
			return true;
		}
	return false;
}

static enum stored
add_activity(struct store *s, struct str text, yyjson_val *root,
    struct arena *mem, struct err *e)
{
	yyjson_val *score = yyjson_obj_get(root, "score");
	struct act a = { .id = json_get(root, "id"),
		.published = moment(root, "published"),
		.captured = moment(yyjson_obj_get(root, "origin"),
		    "captured") };
	int64_t person = -1;

	if (!a.id.n)
		return err_set(e, ERR_DATA, "no field 'id'");
	if (!score)
		return err_set(e, ERR_DATA, "no field 'score': is netral-score "
		    "missing before this?");
	if (!level_of(json_get(score, "level"), &a.level))
		return err_set(e, ERR_DATA, "score.level: expected none, note, "
		    "check or indication");
	if (a.level < LEVEL_CHECK && !yyjson_obj_get(root, "object") &&
	    draw_takes(s->sample, a.id))
		return err_set(e, ERR_DATA, "a partial result without what is "
		    "drawn: give --sample to --partial, too");
	raise_to(&s->captured, a.captured);
	raise_to(&s->published, a.published);
	if (packs_note(s, score, e) != 0)
		return STORE_FAILED;
	if (a.level == LEVEL_NOTE && json_get(yyjson_obj_get(
	        yyjson_obj_get(root, "match"), "who"), "employee").n) {
		person = person_of(s, root);
		if (person < 0)
			return store_room_err(s, e);
	}
	a.key = key_of(root, a.id, mem);
	if (!a.key.p)
		return err_nomem(e);
	if (counts_add(s, a.key, a.level, person, e) != 0)
		return STORE_FAILED;
	return a.level >= LEVEL_CHECK || draw_takes(s->sample, a.id)
	    ? keep_act(s, a, text, root, mem, e) : STORE_COUNTED;
}

/* Keep what a record says of its account. */
static enum stored
keep_cover(struct store *s, struct cover *kept, struct cover c,
    struct str text, struct err *e)
{
	c.from = kept->from;
	c.to = kept->to;
	c.days = kept->days;
	*kept = c;
	kept->platform = keep(s, c.platform);
	kept->id = keep(s, c.id);
	kept->handle = keep(s, c.handle);
	kept->url = keep(s, c.url);
	kept->owner = keep(s, c.owner);
	kept->role = keep(s, c.role);
	kept->source = keep(s, c.source);
	kept->state = keep(s, c.state);
	if (spool_put(&s->spool, text, &kept->line, e) != 0)
		return STORE_FAILED;
	return kept->state.p ? STORE_KEPT : store_room_err(s, e);
}

static enum stored
add_coverage(struct store *s, struct str text, yyjson_val *root,
    struct arena *mem, struct err *e)
{
	yyjson_val *account = yyjson_obj_get(root, "account");
	struct cover c = { .platform = json_get(root, "platform"),
		.id = json_get(account, "id"), .url = json_get(account, "url"),
		.handle = json_get(account, "handle"),
		.owner = json_get(root, "owner"), .role = json_get(root, "role"),
		.source = json_get(root, "source"),
		.state = json_get(root, "state"),
		.captured = moment(root, "captured") }, *kept;
	char room[KEY_MAX];
	struct slot *slot;
	int more = 1;
	bool added;

	if (!c.state.n)
		return err_set(e, ERR_DATA, "no field 'state'");
	c.seen = str_eq(c.state, STR("ok")) ||
	    str_eq(c.state, STR("unchanged"));
	raise_to(&s->captured, c.captured);
	slot = index_at(&s->by_account, &s->mem, join(room, c.source,
	    c.platform, first_of(c.id, c.handle, c.url)), &added);
	if (slot && added) {
		slot->at = (uint32_t)s->covers.n;
		if (!pages_add(&s->covers, &s->mem, sizeof(c)))
			slot = NULL;
	}
	if (!slot)
		return store_room_err(s, e);
	kept = store_cover(s, slot->at);
	lower_to(&kept->from, moment(root, "from"));
	raise_to(&kept->to, moment(root, "to"));
	if (c.captured.known)
		lane_note(&kept->days, instant_day(&c.captured.t, s->zone),
		    c.seen);
	if (!added && !store_newer(&c.captured, &kept->captured))
		more = store_newer(&kept->captured, &c.captured) ? 0
		    : greater(s, text, kept->line, mem, e);
	if (more <= 0)
		return more < 0 ? STORE_FAILED : STORE_AGAIN;
	return keep_cover(s, kept, c, text, e);
}

enum stored
store_add(struct store *s, struct str text, yyjson_val *root,
    struct arena *mem, struct err *e)
{
	struct str schema = json_get(root, "schema");

	if (str_eq(schema, STR("activity/1")))
		return add_activity(s, text, root, mem, e);
	if (str_eq(schema, STR("coverage/1")))
		return add_coverage(s, text, root, mem, e);
	if (str_eq(schema, STR("run/1")))
		return halt_note(&s->halt, text, root, &s->mem) ? STORE_KEPT
		    : store_room_err(s, e);
	if (!str_eq(schema, STR("reject/1")))
		return err_set(e, ERR_DATA, "schema '%.*s': expected "
		    "activity/1 or coverage/1", STR_ARG(schema));
	return roll_add(&s->rejects, &s->mem, &s->spool, text, 1, e) == 0
	    ? STORE_COUNTED : STORE_FAILED;
}
