#include "match.h"

#include "act.h"
#include "instant.h"
#include "json.h"
#include "member.h"
#include "tell.h"
#include "utf8.h"
#include "veil.h"

/* What is being written for one record. */
struct work {
	struct match *m;
	struct act act;
	struct arena *mem;
	int32_t day;       /* of the act, DAY_NONE if it has no date */
	bool failed;
};

static void
comma(struct buf *b)
{
	if (b->n)
		buf_char(b, ',');
}

/* Search one text under the name of its field. */
static void
search(struct work *w, struct str name, struct str text)
{
	struct field field = { .name = name, .text = text };
	struct finding f;

	f.keep_dropped = w->m->explain;
	f.day = w->day;
	if (!text.n || w->failed)
		return;
	if (words_find(&w->m->words, text, w->mem, &f) != 0) {
		w->failed = true;
		return;
	}
	if (w->m->explain)
		explain_text(w->m, name, text, &f);
	field.ascii = f.lattice.ascii;
	for (size_t i = 0; i < f.targets.n; i++) {
		comma(&w->m->targets);
		tell_found(&w->m->targets, &field, &f.targets.v[i]);
	}
	for (size_t i = 0; i < f.cues.n; i++) {
		comma(&w->m->cues);
		tell_found(&w->m->cues, &field, &f.cues.v[i]);
	}
}

/* "object.attachments[3].name" */
static struct str
indexed(struct match *m, const char *list, size_t i, const char *member)
{
	buf_reset(&m->field);
	buf_put(&m->field, str_from(list));
	buf_char(&m->field, '[');
	buf_int(&m->field, (int64_t)i);
	buf_char(&m->field, ']');
	buf_put(&m->field, str_from(member));
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
search_all(struct work *w)
{
	const struct act_post *o = &w->act.object;
	yyjson_val *item;
	size_t i, max;

	search(w, STR("object.name"), o->name);
	search(w, STR("object.summary"), o->summary);
	search(w, STR("object.content"), o->content);
	yyjson_arr_foreach(o->tags, i, max, item)
		if (!text_has_tag(o->content, json_str(item)))
			search(w, indexed(w->m, "object.tags", i, ""),
			    json_str(item));
	yyjson_arr_foreach(o->attachments, i, max, item)
		search(w, indexed(w->m, "object.attachments", i, ".name"),
		    json_get(item, "name"));
	if (o->quote)
		search(w, STR("object.quote.content"),
		    json_get(o->quote, "content"));
}

/* A registered account that has a part in the act: how says which.  The field
 * is name, or name[index]. */
struct part {
	const char *how, *name;
	size_t index;
};

#define NO_INDEX SIZE_MAX

static void
relate(struct work *w, struct account who, struct part part)
{
	const struct declared *d;
	const struct candidate *c;
	struct buf *b = &w->m->targets;

	who.platform = w->act.platform;
	d = people_candidate(&w->m->people, &who, w->day);
	c = d ? contest_candidate(&w->m->contests, d->owner) : NULL;
	if (!c)
		return;
	comma(b);
	buf_put(b, STR("{\"id\":"));
	buf_json(b, c->id);
	buf_put(b, STR(",\"kind\":\"account\",\"contest\":"));
	buf_json(b, c->contest->id);
	buf_put(b, STR(",\"field\":"));
	buf_json(b, part.index == NO_INDEX ? str_from(part.name)
	    : indexed(w->m, part.name, part.index, ""));
	buf_put(b, STR(",\"text\":"));
	buf_json(b, d->account.handle.n ? d->account.handle : d->account.url);
	buf_put(b, STR(",\"how\":"));
	buf_json(b, str_from(part.how));
	buf_char(b, '}');
}

/* The author of a post is named; else its address may tell. */
static void
relate_post(struct work *w, const struct act_post *post, struct part part)
{
	struct account who = { .url = post->url };

	if (post->author)
		who = act_account(post->author);
	relate(w, who, part);
}

static void
relate_other(struct work *w, yyjson_val *post, struct part part)
{
	struct act_post p;

	if (!post)
		return;
	act_post_read(&p, post);
	relate_post(w, &p, part);
}

/* Where the platform lists no links, those that stand in the text. */
static void
relate_addresses(struct work *w, struct str text)
{
	struct entity_reader r;
	struct entity e;

	if (!people_may_link(&w->m->people, text))
		return;
	entity_start(&r, &w->m->words.hosts, text);
	while (entity_next(&r, &e))
		if (e.kind == ENTITY_ADDRESS)
			relate(w, (struct account){ .url = {
			    text.p + e.from, e.to - e.from } },
			    (struct part){ "link", "object.content", NO_INDEX });
}

static void
relate_all(struct work *w)
{
	const struct act_post *o = &w->act.object;
	yyjson_val *item;
	size_t i, max;

	if (!people_has_candidates(&w->m->people))
		return;
	relate(w, w->act.actor, (struct part){ "actor", "actor", NO_INDEX });
	if (o->self && !str_eq(w->act.type, STR("Create")))
		relate_post(w, o, (struct part){ "author", "object.author",
		    NO_INDEX });
	if (str_eq(o->type, STR("Person")) || str_eq(o->type, STR("Group")))
		relate(w, (struct account){ .id = o->id, .handle = o->handle,
		    .url = o->url }, (struct part){ "object", "object",
		    NO_INDEX });
	relate_other(w, o->in_reply_to, (struct part){ "reply",
	    "object.in_reply_to", NO_INDEX });
	relate_other(w, o->quote, (struct part){ "quote", "object.quote",
	    NO_INDEX });
	yyjson_arr_foreach(o->mentions, i, max, item)
		relate(w, act_account(item), (struct part){ "mention",
		    "object.mentions", i });
	yyjson_arr_foreach(o->links, i, max, item)
		relate(w, (struct account){ .url = json_str(item) },
		    (struct part){ "link", "object.links", i });
	if (!o->links)
		relate_addresses(w, o->content);
}

/* A candidate's husband or wife: was that day one of the unpaid leave? */
static void
put_spouse(struct buf *b, const struct holder *h, int32_t day)
{
	bool leave = h->leave_from != DAY_NONE && day >= h->leave_from &&
	    (h->leave_until == DAY_NONE || day <= h->leave_until);

	if (!h->spouse.n)
		return;
	buf_put(b, STR(",\"spouse_of\":"));
	buf_json(b, h->spouse);
	if (day != DAY_NONE)
		buf_put(b, leave ? STR(",\"on_leave\":true")
		                 : STR(",\"on_leave\":false"));
}

static void
put_employee(struct match *m, const struct holder *h, int32_t day)
{
	static const char *const names[] = { "", "id", "handle", "url" };
	char text[PSEUDONYM_TEXT + 1];
	struct str id = h->id;

	if (m->pseudonymize) {
		pseudonym_of(&m->pseudonym, STR("employee"), id, text);
		id = str_from(text);
	}
	buf_put(&m->out, STR("\"who\":{\"employee\":"));
	buf_json(&m->out, id);
	buf_char(&m->out, ',');
	buf_put(&m->out, m->pseudonymize ? staff_category(h->what) : h->what);
	buf_put(&m->out, STR(",\"basis\":\""));
	buf_put(&m->out, str_from(names[h->basis]));
	buf_char(&m->out, '"');
	if (!m->pseudonymize)
		put_spouse(&m->out, h, day);
	buf_put(&m->out, STR("},"));
}

/* When did it happen: as published, else when it was seen (a like has no
 * date of its own). */
static int32_t
day_of(const struct match *m, const struct act *act)
{
	struct instant t = { .offset = m->office.zone };

	if (instant_parse(act->published, &t) ||
	    instant_parse(act->captured, &t))
		return instant_day(&t, m->office.zone);
	return DAY_NONE;
}

/* What stands in the act, and who has a part in it. */
static void
look(struct work *w)
{
	buf_reset(&w->m->targets);
	buf_reset(&w->m->cues);
	search_all(w);
	relate_all(w);
}

/* The member "match" into m->out. */
static int
put_match(struct work *w, const struct holder *h, struct err *e)
{
	struct match *m = w->m;

	buf_reset(&m->out);
	buf_char(&m->out, '{');
	if (h)
		put_employee(m, h, w->day);
	buf_put(&m->out, STR("\"targets\":["));
	buf_put(&m->out, buf_str(&m->targets));
	buf_put(&m->out, STR("],\"cues\":["));
	buf_put(&m->out, buf_str(&m->cues));
	buf_put(&m->out, STR("]}"));
	m->out.failed |= m->targets.failed | m->cues.failed;
	m->out.full |= m->targets.full | m->cues.full;
	if (w->failed)
		return err_set(e, ERR_DATA, "too much is found in it");
	return buf_check(&m->out, e);
}

/* Not ours: it passes, unless nobody knows what it is. */
static enum done
pass(struct run *run, const struct record *rec, struct str schema,
    bool explain, struct err *e)
{
	if (schema.n) {
		if (explain)
			return DONE_DROPPED;
		out_line(run->out, rec->text);
		return DONE_OUT;
	}
	err_set(e, ERR_DATA, "no \"schema\": expected an activity, as netral "
	    "normalize writes it");
	return DONE_FAILED;
}

/* Look at the record under a pseudonym; it becomes *now. */
static int
veil(struct work *w, const struct record *rec, struct record *now,
    struct err *e)
{
	struct match *m = w->m;

	if (veil_line(&m->pseudonym, &w->act, rec->text, rec->mem, &m->line,
	        &m->field, e) != 0)
		return -1;
	now->text = buf_str(&m->line);
	if (json_read(now->text, 0, rec->mem, &now->doc, e) != 0)
		return -1;
	now->root = yyjson_doc_get_root(now->doc);
	act_read(&w->act, now->root);
	act_post_read(&w->act.object, w->act.object.self);
	return 0;
}

enum done
match_record(void *ctx, struct run *run, const struct record *rec,
    struct err *e)
{
	struct match *m = ctx;
	bool known = m->people.has_staff, others = false, looked = false;
	const struct staff *staff = &m->people.staff;
	struct record now = *rec;
	struct holder holder;
	struct work w;
	uint64_t soon;
	int found = 0;

	w.m = m;
	w.mem = rec->mem;
	w.failed = false;
	act_read(&w.act, rec->root);
	if (!str_eq(w.act.schema, STR("activity/1")))
		return pass(run, rec, w.act.schema, m->explain, e);
	w.act.actor.platform = w.act.platform;
	soon = staff_soon(staff, &w.act.actor);
	w.day = day_of(m, &w.act);
	act_post_read(&w.act.object, w.act.object.self);
	/* Whose it is comes from far memory: if it will be somebody's, there is
	 * other work until then. */
	if (staff_near(staff, soon) && !m->pseudonymize && !m->explain) {
		look(&w);
		looked = true;
	}
	if (known && w.act.actor_v) {
		found = people_employee(&m->people, &w.act.actor, soon, w.day,
		    &holder, e);
		if (found < 0)
			return DONE_FAILED;
		if (!found && !m->all)
			return DONE_DROPPED;
		others = !found && !people_candidate(&m->people, &w.act.actor,
		    w.day);
	}
	if (w.act.actor_v && !m->plain && (others || (found && m->pseudonymize))) {
		if (veil(&w, rec, &now, e) != 0)
			return DONE_FAILED;
		looked = false;
	}
	buf_reset(&m->said);
	if (m->explain)
		explain_who(m, found ? &holder : NULL);
	if (!looked)
		look(&w);
	if (put_match(&w, found ? &holder : NULL, e) != 0)
		return DONE_FAILED;
	if (m->explain) {
		out_line(run->out, buf_str(&m->said));
		return buf_check(&m->said, e) == 0 ? DONE_OUT : DONE_FAILED;
	}
	if (w.act.has_match)
		member_put(run->out, &now, "match", buf_str(&m->out));
	else
		out_splice(run->out, now.text, "match", buf_str(&m->out));
	return DONE_OUT;
}
