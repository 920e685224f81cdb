#include "sample.h"

#include <stdio.h>
#include <stdlib.h>

#include "draw.h"
#include "json.h"
#include "rates.h"
#include "rest.h"
#include "sheet.h"
#include "table.h"

struct ticket {
	const struct act *act;
	uint32_t order;
	bool flagged;
};

static int
by_order(const void *va, const void *vb)
{
	const struct ticket *a = va, *b = vb;
	int d;

	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	d = memcmp(a->act->mark, b->act->mark, MARK_HEX);
	return d ? d : str_cmp(a->act->id, b->act->id);
}

static struct ticket
ticket(const struct act *a, const char *word, bool flagged)
{
	return (struct ticket){ a, draw_digest(word, str_from(a->mark)),
		flagged };
}

/* Those nobody flagged, and as many that are; *n of them, in an order that says
 * nothing.  NULL if there is no room. */
static struct ticket *
draw(struct store *s, size_t *n)
{
	struct ticket *all = arena_alloc(&s->mem, sizeof(*all),
	    s->blind.n + s->acts.n + 1), *flagged;
	size_t most, plain = 0, n_flagged = s->acts.n;

	if (!all)
		return NULL;
	for (size_t i = 0; i < s->blind.n; i++) {
		const struct act *a = pages_at(&s->blind, i);

		if (!index_get(&s->by_id, a->key)) /* flagged since */
			all[plain++] = ticket(a, "order", false);
	}
	flagged = all + plain;
	for (size_t i = 0; i < n_flagged; i++)
		flagged[i] = ticket(store_act(s, i), "choose", true);
	qsort(flagged, n_flagged, sizeof(*flagged), by_order);
	most = plain < n_flagged ? plain : n_flagged;
	for (size_t i = 0; i < most; i++)
		flagged[i] = ticket(flagged[i].act, "order", true);
	*n = plain + most;
	qsort(all, *n, sizeof(*all), by_order);
	return all;
}

/* 's' and the beginning of a digest, so that no spreadsheet takes it for a
 * number. */
static void
seal(const char *mark, bool flagged, char room[14])
{
	(void)snprintf(room, 14, "s%08x", draw_digest(flagged ? "flagged"
	    : "unflagged", (struct str){ mark, MARK_HEX }));
}

static int
put_row(struct view *v, const struct ticket *t, struct err *e)
{
	yyjson_val *root, *object;
	char key[MARK_HEX + 2], sealed[14], room[INSTANT_TEXT];
	yyjson_doc *doc;

	if (view_act(v, t->act, &doc, e) != 0)
		return -1;
	root = yyjson_doc_get_root(doc);
	object = yyjson_obj_get(root, "object");
	(void)snprintf(key, sizeof(key), "k%s", t->act->mark);
	seal(t->act->mark, t->flagged, sealed);
	sheet_row(v, ',', (const struct str[]){ str_from(key),
	    str_from(sealed), json_get(root, "platform"),
	    t->act->published.known ? instant_text(&t->act->published.t, room)
	                            : STR(""),
	    json_get(root, "type"), json_get(object, "url"),
	    json_get(object, "content"),
	    json_get(yyjson_obj_get(object, "quote"), "content"), STR(""),
	    STR("") }, 10);
	return view_ready(v, e);
}

int
sample_put(struct view *v, struct err *e)
{
	static const struct str head[] = { { "key", 3 }, { "seal", 4 },
		{ "platform", 8 }, { "published", 9 }, { "type", 4 },
		{ "url", 3 }, { "text", 4 }, { "quoted", 6 }, { "clarify", 7 },
		{ "remark", 6 } };
	size_t n;
	struct ticket *t = draw(&v->store, &n);

	if (!t)
		return store_room_err(&v->store, e);
	sheet_row(v, ',', head, sizeof(head) / sizeof(head[0]));
	for (size_t i = 0; i < n; i++)
		if ((!i || strcmp(t[i - 1].act->mark, t[i].act->mark) != 0) &&
		    put_row(v, &t[i], e) != 0)
			return -1;
	return 0;
}

/* --- what readers said -------------------------------------------------------- */

struct reading {
	struct judged *judged;
	struct index by_key;
	struct arena *mem;
};

static bool
answer_of(struct str s, enum answer *a)
{
	static const struct {
		const char *word;
		enum answer is;
	} known[] = { { "yes", ANSWER_YES }, { "ya", ANSWER_YES },
		{ "no", ANSWER_NO }, { "tidak", ANSWER_NO },
		{ "unsure", ANSWER_UNSURE }, { "ragu", ANSWER_UNSURE } };

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (str_same(s, str_from(known[i].word))) {
			*a = known[i].is;
			return true;
		}
	return false;
}

static int
read_row(void *ctx, const struct table_place *at, const struct str *cell,
    struct err *e)
{
	struct reading *r = ctx;
	char sealed[14];
	enum answer answer;
	struct slot *slot;
	bool added, flagged;
	uint32_t code;

	if (!cell[2].n)
		return 0; /* not read yet */
	if (cell[0].n != MARK_HEX + 1 || cell[0].p[0] != 'k')
		return table_err(e, at, "key", "expected a key as --sample "
		    "writes it");
	seal(cell[0].p + 1, true, sealed);
	flagged = str_eq(cell[1], str_from(sealed));
	seal(cell[0].p + 1, false, sealed);
	if (!flagged && !str_eq(cell[1], str_from(sealed)))
		return table_err(e, at, "seal", "is not that of this key");
	if (!answer_of(cell[2], &answer))
		return table_err(e, at, "clarify", "expected yes, no or "
		    "unsure, got \"%.*s\"", STR_ARG(cell[2]));
	slot = index_at(&r->by_key, r->mem, cell[0], &added);
	if (!slot)
		return err_nomem(e);
	code = slot->at;
	if (!added)
		r->judged->n[code / ANSWERS][code % ANSWERS]--;
	slot->at = (uint32_t)(flagged * ANSWERS + answer);
	r->judged->n[flagged][answer]++;
	return 0;
}

int
sample_load(struct judged *j, const char *path, struct arena *mem,
    struct err *e)
{
	static const struct table_column column[] = { { "key", true },
		{ "seal", true }, { "clarify", true } };
	struct reading r = { .judged = j, .mem = mem };

	return table_load(path, column, 3, mem, read_row, &r, e);
}

static void
put_line(struct view *v, enum text_key key, size_t n, size_t k)
{
	struct text *t = &v->text;
	int low, high;

	if (n < RATES_LEAST)
		return;
	rates_interval(n, k, &low, &high);
	html_tag(v, "<li>", text_fill(t, key, TEXT_ARGS(
	    text_number(t, (int64_t)n), text_number(t, (int64_t)k),
	    text_number(t, (int64_t)((k * 100 + n / 2) / n)),
	    text_number(t, low), text_number(t, high))), "</li>\n");
}

int
sample_put_judged(struct view *v, struct err *e)
{
	const struct judged *j = &v->judged;
	size_t plain = j->n[0][ANSWER_YES] + j->n[0][ANSWER_NO];
	size_t flagged = j->n[1][ANSWER_YES] + j->n[1][ANSWER_NO];

	if (plain < RATES_LEAST && flagged < RATES_LEAST)
		return 0;
	rest_section(v, "judged", TEXT_judged);
	html_raw(v, "<ul>\n");
	put_line(v, TEXT_judged_missed, plain, j->n[0][ANSWER_YES]);
	put_line(v, TEXT_judged_wrong, flagged, j->n[1][ANSWER_NO]);
	html_tag(v, "</ul>\n<p class=\"aside\">", text_fill(&v->text,
	    TEXT_judged_note, TEXT_ARGS(text_number(&v->text, (int64_t)(
	        j->n[0][ANSWER_UNSURE] + j->n[1][ANSWER_UNSURE])))),
	    "</p>\n</section>\n");
	return view_ready(v, e);
}
