#include "sheet.h"

#include "json.h"

enum { DIGITS_SAFE = 15 };

/* A spreadsheet looks past these for the first character. */
static bool
is_skipped(char c)
{
	return c == ' ' || c == '"' || c == '\'' || (unsigned char)c < ' ';
}

/* Would a spreadsheet compute it, or round it? */
static bool
is_risky(struct str s)
{
	static const unsigned char *const wide[] = { /* fullwidth = + - @ */
		(const unsigned char *)"\xef\xbc\x9d",
		(const unsigned char *)"\xef\xbc\x8b",
		(const unsigned char *)"\xef\xbc\x8d",
		(const unsigned char *)"\xef\xbc\xa0",
	};
	size_t digits = 0;

	while (s.n && is_skipped(s.p[0]))
		s = str_skip(s, 1);
	if (s.n && memchr("=+-@|%", s.p[0], 6))
		return true;
	for (size_t i = 0; i < 4; i++)
		if (s.n >= 3 && memcmp(s.p, wide[i], 3) == 0)
			return true;
	while (digits < s.n && s.p[digits] >= '0' && s.p[digits] <= '9')
		digits++;
	return digits == s.n && digits > DIGITS_SAFE;
}

static void
put_cell(struct view *v, char sep, struct str s, bool first)
{
	struct out *o = v->out;
	char one[1] = { sep };

	if (!first)
		out_put(o, (struct str){ one, 1 });
	if (sep == ',')
		out_put(o, STR("\""));
	if (is_risky(s))
		out_put(o, STR("'"));
	for (size_t i = 0; i < s.n; i++) {
		one[0] = s.p[i];
		if ((unsigned char)one[0] < ' ' || one[0] == 0x7f)
			one[0] = ' ';
		out_put(o, sep == ',' && one[0] == '"' ? STR("\"\"")
		    : (struct str){ one, 1 });
	}
	if (sep == ',')
		out_put(o, STR("\""));
}

static struct str
moment(struct view *v, const struct moment *m)
{
	char room[INSTANT_TEXT];

	return m->known ? arena_copy(&v->mem, instant_text(&m->t, room))
	                : STR("");
}

void
sheet_row(struct view *v, char sep, const struct str *cells, size_t n)
{
	for (size_t i = 0; i < n; i++)
		put_cell(v, sep, cells[i], i == 0);
	out_put(v->out, sep == ',' ? STR("\r\n") : STR("\n"));
}

/* Items of all findings, or the words they rest on. */
static struct str
findings(struct view *v, yyjson_val *score, bool words)
{
	yyjson_val *list = yyjson_obj_get(score, "findings"), *f, *because, *one;
	struct str part[32];
	size_t i, j, max, jmax, n = 0;

	yyjson_arr_foreach(list, i, max, f) {
		if (!words) {
			if (n < 32)
				part[n++] = json_get(f, "item");
			continue;
		}
		because = yyjson_obj_get(f, "because");
		yyjson_arr_foreach(because, j, jmax, one)
			if (n < 32 && json_get(one, "text").n)
				part[n++] = json_get(one, "text");
	}
	return text_join(&v->text, part, n);
}

static struct str
day(struct view *v, const struct act *a)
{
	struct buf b = { .max = 64 };
	int32_t by = view_report_by(v, &a->first);
	struct str s;

	if (a->file)
		return a->file->due;
	if (by != DAY_NONE)
		day_put(&b, by);
	s = arena_copy(&v->mem, buf_str(&b));
	buf_release(&b);
	return s;
}

static int
put_act(struct view *v, const struct standing *c, const struct act *a,
    char sep, struct err *e)
{
	const struct employee *who = view_employee(v, c->person);
	yyjson_val *root, *score, *object;
	yyjson_doc *doc;

	if (view_act(v, a, &doc, e) != 0)
		return -1;
	root = yyjson_doc_get_root(doc);
	score = yyjson_obj_get(root, "score");
	object = yyjson_obj_get(root, "object");
	{
		const struct str cell[] = {
			{ a->mark, MARK_SHORT },
			a->level == LEVEL_INDICATION ? STR("indication")
			                             : STR("check"),
			c->person->employee ? c->person->id : STR(""),
			view_name(v, c->person),
			who && who->unit.n ? who->unit : c->person->unit,
			json_get(root, "platform"), json_get(object, "url"),
			moment(v, &a->published), moment(v, &a->first),
			findings(v, score, false), findings(v, score, true),
			json_get(object, "content"),
			json_get(yyjson_obj_get(root, "origin"), "sha256"),
			a->file ? a->file->id : STR(""),
			a->file ? a->file->state : STR(""), day(v, a),
		};

		sheet_row(v, sep, cell, sizeof(cell) / sizeof(cell[0]));
	}
	return view_ready(v, e);
}

int
sheet_put(struct view *v, char sep, struct err *e)
{
	static const struct str head[] = { { "key", 3 }, { "level", 5 },
		{ "employee_id", 11 }, { "name", 4 }, { "unit", 4 },
		{ "platform", 8 }, { "url", 3 }, { "published", 9 },
		{ "known", 5 }, { "items", 5 }, { "words", 5 }, { "text", 4 },
		{ "sha256", 6 }, { "case", 4 }, { "state", 5 }, { "due", 3 } };

	sheet_row(v, sep, head, sizeof(head) / sizeof(head[0]));
	for (size_t i = 0; i < v->rank.n_cases; i++) {
		const struct standing *c = &v->rank.cases[i];

		for (size_t j = 0; j < c->n_acts; j++)
			if (put_act(v, c, c->acts[j], sep, e) != 0)
				return -1;
	}
	return 0;
}
