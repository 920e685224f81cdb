#include "term.h"

#include "cell.h"
#include "coverage.h"
#include "json.h"
#include "picture.h"

enum {
	DATE = 16, WEIGHT = 6, ITEM = 6, TARGET = 22, GAP = 2,
	WORDS_MIN = 28, /* below it the words get lines of their own */
	STATE = 34,
	PLATFORM = 10,
	ACCOUNT = 32,
	SPARKS = 90, /* bars of the line of days */
};

#define BOLD "\033[1m"
#define AMBER "\033[33m"
#define RED "\033[1;31m"
#define DIM "\033[2m"
#define PLAIN "\033[0m"

static void
colour(struct view *v, const char *code)
{
	if (v->colour)
		out_put(v->out, str_from(code));
}

/* Text and a gap, in its width. */
static void
column(struct view *v, struct str s, size_t width)
{
	cell_fit(v->out, s, width);
	cell_pad(v->out, GAP);
}

static void
right(struct view *v, struct str s, size_t width)
{
	size_t n = cell_width(s);

	cell_pad(v->out, n < width ? width - n : 0);
	cell_put(v->out, s);
	cell_pad(v->out, GAP);
}

/* Columns before the words; what is left for them. */
static size_t
indent(const struct view *v)
{
	size_t n = GAP + DATE + GAP + WEIGHT + GAP + ITEM + GAP + TARGET + GAP;

	return v->columns >= n + WORDS_MIN ? n : 2 * GAP;
}

/* The last column before the words. */
static void
target(struct view *v, struct str s)
{
	size_t before = GAP + DATE + GAP + WEIGHT + GAP + ITEM + GAP;
	size_t left = v->columns > before ? v->columns - before : 1;

	if (indent(v) == 2 * GAP)
		(void)cell_cut(v->out, s, left < TARGET ? left : TARGET);
	else
		column(v, s, TARGET);
}

static void
words(struct view *v, struct str s, bool first)
{
	size_t from = indent(v);

	if (from == 2 * GAP && first)
		out_put(v->out, STR("\n"));
	if (from == 2 * GAP || !first)
		cell_pad(v->out, from);
	cell_wrap(v->out, s, from, v->columns - from);
}

/* "2024-10-05 09:11" at the office's zone. */
static struct str
date(struct view *v, const struct moment *m)
{
	struct instant at = { .seconds = m->t.seconds,
		.offset = v->text.zone };
	char room[INSTANT_TEXT], *p = arena_alloc(&v->mem, 1, DATE);

	if (!m->known)
		return text_get(&v->text, TEXT_act_undated);
	if (!p)
		return STR("");
	memcpy(p, instant_text(&at, room).p, DATE);
	p[10] = ' ';
	return (struct str){ p, DATE };
}

/* "as written" for each of the words once, joined. */
static struct str
quoted(struct view *v, yyjson_val *because)
{
	struct str list[16];
	yyjson_val *one;
	size_t n = 0, i, max;

	yyjson_arr_foreach(because, i, max, one) {
		struct str s = json_get(one, "text");
		bool twice = !s.n || n == 16;

		for (size_t j = 0; j < n; j++)
			twice |= str_eq(list[j], s);
		if (!twice)
			list[n++] = s;
	}
	return n ? text_join(&v->text, list, n)
	         : text_get(&v->text, TEXT_no_words);
}

static void
put_finding(struct view *v, const struct act *a, yyjson_val *root,
    yyjson_val *f)
{
	yyjson_val *weight = yyjson_obj_get(yyjson_obj_get(root, "score"),
	    "weight");
	struct str item = json_get(f, "item");

	cell_pad(v->out, GAP);
	column(v, date(v, &a->published), DATE);
	right(v, text_number(&v->text, yyjson_get_sint(weight)), WEIGHT);
	column(v, item.n ? item : json_get(f, "rule"), ITEM);
	target(v, view_ticket(v, json_get(f, "target")));
	words(v, quoted(v, yyjson_obj_get(f, "because")), true);
}

static int
put_act(struct view *v, const struct act *a, struct err *e)
{
	yyjson_val *root, *score, *list, *one;
	yyjson_doc *doc;
	size_t i, max;

	if (view_act(v, a, &doc, e) != 0)
		return -1;
	root = yyjson_doc_get_root(doc);
	score = yyjson_obj_get(root, "score");
	list = yyjson_obj_get(score, "findings");
	if (!yyjson_arr_size(list))
		put_finding(v, a, root, NULL);
	yyjson_arr_foreach(list, i, max, one)
		put_finding(v, a, root, one);
	colour(v, DIM);
	yyjson_arr_foreach(yyjson_obj_get(score, "guards"), i, max, one)
		words(v, text_fill(&v->text, TEXT_table_against, TEXT_ARGS(
		    text_both(&v->text, yyjson_obj_get(one, "text")))), false);
	one = yyjson_obj_get(yyjson_obj_get(root, "object"), "url");
	if (one) { /* whole, however narrow: it is there to be copied */
		cell_pad(v->out, 2 * GAP);
		cell_put(v->out, json_str(one));
		out_put(v->out, STR("\n"));
	}
	colour(v, PLAIN);
	return view_ready(v, e);
}

static void
put_person(struct view *v, const struct standing *c)
{
	const struct employee *who = view_employee(v, c->person);
	struct str about[4];
	size_t n = 0;

	colour(v, c->top == LEVEL_INDICATION ? RED : AMBER);
	cell_put(v->out, text_name(&v->text, "level",
	    c->top == LEVEL_INDICATION ? STR("indication") : STR("check")));
	colour(v, PLAIN);
	out_put(v->out, STR(": "));
	colour(v, BOLD);
	cell_put(v->out, view_name(v, c->person));
	colour(v, PLAIN);
	out_put(v->out, STR("\n"));
	cell_pad(v->out, GAP);
	about[n++] = c->person->employee ? c->person->id
	    : text_name(&v->text, "platform", c->person->platform);
	if (c->person->unit.n || (who && who->unit.n))
		about[n++] = who && who->unit.n ? who->unit : c->person->unit;
	if (c->person->category.n || (who && who->category.n))
		about[n++] = who && who->category.n ? who->category
		                                    : c->person->category;
	cell_wrap(v->out, text_join(&v->text, about, n), GAP,
	    v->columns - GAP);
}

static void
put_heading(struct view *v)
{
	colour(v, DIM);
	cell_pad(v->out, GAP);
	column(v, text_get(&v->text, TEXT_table_date), DATE);
	right(v, text_get(&v->text, TEXT_table_weight), WEIGHT);
	column(v, text_get(&v->text, TEXT_table_item), ITEM);
	target(v, text_get(&v->text, TEXT_table_target));
	words(v, text_get(&v->text, TEXT_table_words), true);
	colour(v, PLAIN);
}

static int
put_cases(struct view *v, struct err *e)
{
	const struct ranking *r = &v->rank;

	if (!r->n_cases)
		cell_wrap(v->out, text_get(&v->text, store_acts(&v->store)
		    ? TEXT_table_none : TEXT_todo_nothing), 0, v->columns);
	else
		put_heading(v);
	for (size_t i = 0; i < r->n_cases; i++) {
		if (i == r->n_employees)
			cell_wrap(v->out, text_get(&v->text, v->has_roster
			    ? TEXT_undeclared_note : TEXT_no_roster), 0,
			    v->columns);
		put_person(v, &r->cases[i]);
		for (size_t j = 0; j < r->cases[i].n_acts; j++)
			if (put_act(v, r->cases[i].acts[j], e) != 0)
				return -1;
	}
	return 0;
}

static void
put_gap(struct view *v, struct str state, struct str platform,
    struct str account, struct str owner)
{
	size_t before = GAP + STATE + GAP + PLATFORM + GAP;
	bool wide = v->columns >= before + ACCOUNT + GAP + WORDS_MIN / 2;

	cell_pad(v->out, GAP);
	colour(v, AMBER);
	if (wide) {
		column(v, state, STATE);
	} else {
		(void)cell_cut(v->out, state, v->columns - GAP);
		out_put(v->out, STR("\n"));
		cell_pad(v->out, 2 * GAP);
	}
	colour(v, PLAIN);
	column(v, platform, PLATFORM);
	if (wide) {
		column(v, account, ACCOUNT);
		(void)cell_cut(v->out, owner, v->columns - before - ACCOUNT -
		    GAP);
	} else {
		(void)cell_cut(v->out, account, v->columns - 3 * GAP -
		    PLATFORM);
	}
	out_put(v->out, STR("\n"));
}

/* An account that was not seen, and behind it what was the matter. */
static int
put_cover(struct view *v, const struct cover *c, struct err *e)
{
	struct str detail;
	yyjson_doc *doc;

	if (view_record(v, c->line, &doc, e) != 0)
		return -1;
	put_gap(v, text_name(&v->text, "state", c->state), c->platform,
	    c->handle.n ? c->handle : c->url.n ? c->url : c->id,
	    view_owner(v, c));
	detail = view_detail(v, yyjson_doc_get_root(doc));
	if (detail.n) {
		colour(v, DIM);
		cell_pad(v->out, 2 * GAP);
		cell_wrap(v->out, detail, 2 * GAP, v->columns - 2 * GAP);
		colour(v, PLAIN);
	}
	return view_ready(v, e);
}

static int
put_coverage(struct view *v, struct err *e)
{
	const struct ranking *r = &v->rank;
	struct text *t = &v->text;

	out_put(v->out, STR("\n"));
	colour(v, BOLD);
	cell_put(v->out, text_get(t, TEXT_unseen));
	colour(v, PLAIN);
	out_put(v->out, STR("\n"));
	if (!r->n_covers)
		cell_wrap(v->out, text_get(t, TEXT_unseen_unknown), 0,
		    v->columns);
	else if (!r->n_gaps && !v->census.n_unasked)
		cell_wrap(v->out, text_fill(t, TEXT_unseen_none, TEXT_ARGS(
		    text_count(t, TEXT_n_accounts, r->n_covers))), 0,
		    v->columns);
	for (size_t i = 0; i < r->n_gaps; i++)
		if (put_cover(v, r->covers[i], e) != 0)
			return -1;
	for (size_t i = 0; i < v->census.n_unasked; i++) {
		const struct declared *d = v->census.unasked[i];
		const struct account *a = &d->account;
		const struct cover as = { .owner = d->owner };

		put_gap(v, text_get(t, TEXT_never_asked), a->platform,
		    a->handle.n ? a->handle : a->url.n ? a->url : a->id,
		    view_owner(v, &as));
		if (view_ready(v, e) != 0)
			return -1;
	}
	return 0;
}

/* Acts over the days, a character each: "14 Aug 2024 ·▂·█ 8 Nov 2024". */
static void
put_days(struct view *v)
{
	static const char *const spark[] = { "·", "▁", "▂", "▃", "▄", "▅",
		"▆", "▇", "█" };
	enum { MOST = sizeof(spark) / sizeof(spark[0]) - 1 };
	size_t room = v->columns / 2 < SPARKS ? v->columns / 2 : SPARKS;
	struct days d;

	if (!picture_days(v, &d, (int32_t)room) || d.bars < 2)
		return;
	out_put(v->out, STR("\n"));
	cell_put(v->out, text_get(&v->text, TEXT_picture_days));
	out_put(v->out, STR(" ("));
	cell_put(v->out, text_count(&v->text, TEXT_n_days, (size_t)d.step));
	out_put(v->out, STR(")\n"));
	cell_put(v->out, view_day(v, d.from));
	out_put(v->out, STR(" "));
	for (size_t i = 0; i < d.bars; i++)
		out_put(v->out, str_from(spark[(d.n[i] * MOST + d.most - 1) /
		    d.most]));
	out_put(v->out, STR(" "));
	cell_put(v->out, view_day(v, d.to));
	out_put(v->out, STR("\n"));
}

int
term_put(struct view *v, struct err *e)
{
	const struct store *s = &v->store;
	struct text *t = &v->text;
	struct str part[5];
	struct str halted = coverage_halted(v);
	size_t n = 4;

	if (halted.n) {
		colour(v, AMBER);
		cell_wrap(v->out, halted, 0, v->columns);
		colour(v, PLAIN);
		out_put(v->out, STR("\n"));
	}
	if (put_cases(v, e) != 0)
		return -1;
	put_days(v);
	if (put_coverage(v, e) != 0)
		return -1;
	part[0] = text_count(t, TEXT_n_activities, store_acts(s));
	part[1] = text_count(t, TEXT_n_indications, s->n[LEVEL_INDICATION]);
	part[2] = text_count(t, TEXT_n_checks, s->n[LEVEL_CHECK]);
	part[3] = text_count(t, TEXT_n_notes, s->n[LEVEL_NOTE]);
	if (v->rank.n_covers)
		part[n++] = view_seen(v);
	out_put(v->out, STR("\n"));
	cell_wrap(v->out, text_join(t, part, n), 0, v->columns);
	return view_ready(v, e);
}
