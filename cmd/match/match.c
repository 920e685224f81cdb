#include "match.h"

#include "instant.h"
#include "json.h"
#include "member.h"

/* The lists being written for one record. */
struct act {
	struct match *m;
	yyjson_val *object;
	struct arena *mem;
	struct str platform;
	int32_t day;       /* of the act, DAY_NONE if it has no date */
	struct buf cues;   /* in m->words order of the fields        */
	bool first_target, first_cue;
	bool failed;
};

static struct str
part(struct str text, const struct folded *f, const struct found *found)
{
	struct fold_at a = f->at[found->from], b = f->at[found->to - 1];

	return (struct str){ text.p + a.byte, b.byte + b.len - a.byte };
}

static void
put_span(struct buf *b, struct str field, struct str text,
    const struct folded *f, const struct found *found)
{
	struct str written = part(text, f, found);

	buf_put(b, STR(",\"field\":"));
	buf_json(b, field);
	buf_put(b, STR(",\"at\":["));
	buf_int(b, f->at[found->from].cp);
	buf_char(b, ',');
	buf_int(b, (int64_t)f->at[found->to - 1].cp + 1);
	buf_put(b, STR("],\"text\":"));
	buf_json(b, written);
	if (str_eq(written, found->word->text))
		buf_put(b, STR(",\"how\":\"exact\""));
	else
		buf_put(b, STR(",\"how\":\"folded\""));
}

static void
comma(struct buf *b, bool *first)
{
	if (!*first)
		buf_char(b, ',');
	*first = false;
}

static void
put_target(struct act *a, struct str id, enum kind kind, struct str contest)
{
	struct buf *b = &a->m->out;

	comma(b, &a->first_target);
	buf_put(b, STR("{\"id\":"));
	buf_json(b, id);
	buf_put(b, STR(",\"kind\":\""));
	buf_put(b, str_from(kind_name[kind]));
	buf_put(b, STR("\",\"contest\":"));
	buf_json(b, contest);
}

static void
put_cue(struct act *a, struct str field, struct str text,
    const struct folded *f, const struct found *found)
{
	struct buf *b = &a->cues;

	comma(b, &a->first_cue);
	buf_put(b, STR("{\"id\":"));
	buf_json(b, found->word->id);
	put_span(b, field, text, f, found);
	buf_put(b, STR(",\"lexicon\":"));
	buf_json(b, found->word->from);
	buf_char(b, '}');
}

/* Search one text under the name of its field. */
static void
search(struct act *a, struct str field, struct str text)
{
	struct finds targets, cues;
	struct folded f;

	if (!text.n || a->failed)
		return;
	if (words_find(&a->m->words, text, a->mem, &f, &targets, &cues) != 0) {
		a->failed = true;
		return;
	}
	for (size_t i = 0; i < targets.n; i++) {
		const struct word *word = targets.v[i].word;

		put_target(a, word->id, word->kind, word->from);
		put_span(&a->m->out, field, text, &f, &targets.v[i]);
		if (word->ambiguous)
			buf_put(&a->m->out, STR(",\"ambiguous\":true"));
		buf_char(&a->m->out, '}');
	}
	for (size_t i = 0; i < cues.n; i++)
		put_cue(a, field, text, &f, &cues.v[i]);
}

/* "object.attachments[3].name" */
static struct str
indexed(struct match *m, const char *list, size_t i, const char *member)
{
	buf_reset(&m->field);
	buf_fmt(&m->field, "%s[%zu]%s", list, i, member);
	return buf_str(&m->field);
}

/* A tag is searched only where the text does not have it anyway. */
static bool
text_has_tag(struct str content, struct str tag)
{
	return content.n && tag.n &&
	    memmem(content.p, content.n, tag.p, tag.n) != NULL;
}

static void
search_all(struct act *a)
{
	struct str content = json_get(a->object, "content");
	yyjson_val *item;
	size_t i, max;

	search(a, STR("object.name"), json_get(a->object, "name"));
	search(a, STR("object.content"), content);
	yyjson_arr_foreach(yyjson_obj_get(a->object, "tags"), i, max, item)
		if (!text_has_tag(content, json_str(item)))
			search(a, indexed(a->m, "object.tags", i, ""),
			    json_str(item));
	yyjson_arr_foreach(yyjson_obj_get(a->object, "attachments"), i, max,
	    item)
		search(a, indexed(a->m, "object.attachments", i, ".name"),
		    json_get(item, "name"));
	search(a, STR("object.quote.content"),
	    json_get(yyjson_obj_get(a->object, "quote"), "content"));
}

/* A registered account that has a part in the act: how says which. */
static void
relate(struct act *a, struct account who, const char *how, struct str field)
{
	const struct declared *d;
	const struct candidate *c;
	struct buf *b = &a->m->out;

	who.platform = a->platform;
	d = people_candidate(&a->m->people, &who, a->day);
	c = d ? contest_candidate(&a->m->contests, d->owner) : NULL;
	if (!c)
		return;
	put_target(a, c->id, KIND_ACCOUNT, c->contest->id);
	buf_put(b, STR(",\"field\":"));
	buf_json(b, field);
	buf_put(b, STR(",\"text\":"));
	buf_json(b, d->account.handle.n ? d->account.handle : d->account.url);
	buf_put(b, STR(",\"how\":"));
	buf_json(b, str_from(how));
	buf_char(b, '}');
}

static struct account
who_of(yyjson_val *v)
{
	return (struct account){ .id = json_get(v, "id"),
		.handle = json_get(v, "handle"), .url = json_get(v, "url") };
}

/* The author of a post is named; else its address may tell. */
static void
relate_post(struct act *a, yyjson_val *post, const char *how, struct str field)
{
	yyjson_val *author = yyjson_obj_get(post, "author");
	struct account who = author ? who_of(author)
	    : (struct account){ .url = json_get(post, "url") };

	if (post)
		relate(a, who, how, field);
}

static void
relate_all(struct act *a, yyjson_val *root, struct str type)
{
	yyjson_val *object = a->object, *item;
	struct str object_type = json_get(object, "type");
	size_t i, max;

	relate(a, who_of(yyjson_obj_get(root, "actor")), "actor",
	    STR("actor"));
	if (!str_eq(type, STR("Create")))
		relate_post(a, object, "author", STR("object.author"));
	if (str_eq(object_type, STR("Person")) ||
	    str_eq(object_type, STR("Group")))
		relate(a, who_of(object), "object", STR("object"));
	relate_post(a, yyjson_obj_get(object, "in_reply_to"), "reply",
	    STR("object.in_reply_to"));
	relate_post(a, yyjson_obj_get(object, "quote"), "quote",
	    STR("object.quote"));
	yyjson_arr_foreach(yyjson_obj_get(object, "mentions"), i, max, item)
		relate(a, who_of(item), "mention",
		    indexed(a->m, "object.mentions", i, ""));
	yyjson_arr_foreach(yyjson_obj_get(object, "links"), i, max, item)
		relate(a, (struct account){ .url = json_str(item) }, "link",
		    indexed(a->m, "object.links", i, ""));
}

static void
put_employee(struct match *m, const struct declared *d, enum basis basis)
{
	static const char *const names[] = { "", "id", "handle", "url" };
	const struct employee *e = &m->people.staff.employees[d->employee];
	struct buf *b = &m->out;

	buf_put(b, STR("\"who\":{\"employee\":"));
	buf_json(b, e->id);
	if (e->unit.n) {
		buf_put(b, STR(",\"unit\":"));
		buf_json(b, e->unit);
	}
	buf_put(b, STR(",\"category\":"));
	buf_json(b, e->category);
	buf_put(b, STR(",\"basis\":"));
	buf_json(b, str_from(names[basis]));
	buf_put(b, STR("},"));
}

/* When did it happen: as published, else when it was seen (a like has no
 * date of its own). */
static int32_t
day_of(const struct match *m, yyjson_val *root)
{
	struct instant t = { .offset = m->office.zone };

	if (instant_parse(json_get(root, "published"), &t) ||
	    instant_parse(json_get(yyjson_obj_get(root, "origin"), "captured"),
	        &t))
		return instant_day(&t, m->office.zone);
	return DAY_NONE;
}

enum done
match_record(void *ctx, struct run *run, const struct record *rec,
    struct err *e)
{
	struct match *m = ctx;
	struct act a = { m, yyjson_obj_get(rec->root, "object"), rec->mem,
		json_get(rec->root, "platform"), DAY_NONE,
		.first_target = true, .first_cue = true };
	yyjson_val *actor = yyjson_obj_get(rec->root, "actor");
	struct str schema = json_get(rec->root, "schema");
	const struct declared *d = NULL;
	struct account who = who_of(actor);
	enum basis basis;

	if (!str_eq(schema, STR("activity/1"))) {
		if (!schema.n) {
			err_set(e, ERR_DATA, "no \"schema\": expected an "
			    "activity, as netral normalize writes it");
			return DONE_FAILED;
		}
		out_line(run->out, rec->text); /* not ours: it passes */
		return DONE_OUT;
	}
	a.day = day_of(m, rec->root);
	who.platform = a.platform;
	if (m->people.has_staff && actor) {
		d = people_employee(&m->people, &who, a.day, &basis);
		if (!d)
			return DONE_DROPPED;
	}
	buf_reset(&m->out);
	a.cues = m->words.scratch;
	buf_reset(&a.cues);
	buf_char(&m->out, '{');
	if (d)
		put_employee(m, d, basis);
	buf_put(&m->out, STR("\"targets\":["));
	search_all(&a);
	relate_all(&a, rec->root, json_get(rec->root, "type"));
	buf_put(&m->out, STR("],\"cues\":["));
	buf_put(&m->out, buf_str(&a.cues));
	buf_put(&m->out, STR("]}"));
	m->words.scratch = a.cues;
	m->out.failed |= a.cues.failed;
	if (a.failed) {
		err_set(e, ERR_DATA, "too much is found in it");
		return DONE_FAILED;
	}
	if (buf_check(&m->out, e) != 0)
		return DONE_FAILED;
	member_put(run->out, rec, "match", buf_str(&m->out));
	return DONE_OUT;
}
