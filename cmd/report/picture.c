#include "picture.h"

#include <stdlib.h>

#include "json.h"

enum { WIDTH = 720, HEIGHT = 120, PHASES = 16, WEEKS_FROM = 140,
	PUBLIC_STEP = 28 };

static void
number(struct view *v, int64_t n)
{
	char room[24], *p = room + sizeof(room);
	bool minus = n < 0;

	do {
		*--p = (char)('0' + llabs(n % 10));
		n /= 10;
	} while (n);
	if (minus)
		*--p = '-';
	out_put(v->out, (struct str){ p, (size_t)(room + sizeof(room) - p) });
}

void
picture_rect(struct view *v, const char *class, int64_t x, int64_t y, int64_t w,
    int64_t h)
{
	html_tag(v, "<rect class=\"", str_from(class), "\" x=\"");
	number(v, x);
	html_raw(v, "\" y=\"");
	number(v, y);
	html_raw(v, "\" width=\"");
	number(v, w < 1 ? 1 : w);
	html_raw(v, "\" height=\"");
	number(v, h);
	html_raw(v, "\">");
}

static void
put_text(struct view *v, const char *class, int64_t x, int64_t y, struct str s)
{
	html_tag(v, "<text class=\"", str_from(class), "\" x=\"");
	number(v, x);
	html_raw(v, "\" y=\"");
	number(v, y);
	html_tag(v, "\">", s, "</text>\n");
}

static void
open_figure(struct view *v, enum text_key name, struct str said,
    struct str more)
{
	html_tag(v, "<figure>\n<figcaption><strong>", text_get(&v->text, name),
	    "</strong>");
	html_tag(v, " <span class=\"aside\">", said, "");
	html_tag(v, more.n ? " " : "", more, "</span></figcaption>\n");
}

static void
open_svg(struct view *v, enum text_key name, int64_t height)
{
	html_tag(v, "<svg role=\"img\" aria-label=\"", text_get(&v->text, name),
	    "\" viewBox=\"0 0 ");
	number(v, WIDTH);
	html_raw(v, " ");
	number(v, height);
	html_raw(v, "\">\n");
}

static int32_t
day_of(const struct view *v, const struct moment *m)
{
	return m->known ? instant_day(&m->t, v->text.zone) : DAY_NONE;
}

bool
picture_days(struct view *v, struct days *d, int32_t most)
{
	const struct store *s = &v->store;

	*d = (struct days){ INT32_MAX, INT32_MIN, 1, 0, 0, 0, NULL };
	for (size_t i = 0; i < s->acts.n; i++) {
		int32_t day = day_of(v, &store_act(s, i)->published);

		if (day == DAY_NONE)
			continue;
		d->total++;
		if (day < d->from)
			d->from = day;
		if (day > d->to)
			d->to = day;
	}
	if (!d->total)
		return false;
	if (v->audience == AUDIENCE_PUBLIC) { /* no day is anybody's */
		d->step = PUBLIC_STEP;
		d->from -= d->from % PUBLIC_STEP;
		d->to += PUBLIC_STEP - 1 - d->to % PUBLIC_STEP;
	}
	while ((d->to - d->from) / d->step >= most)
		d->step = d->step == 1 ? 7 : d->step * 2;
	d->bars = (size_t)((d->to - d->from) / d->step) + 1;
	d->n = arena_alloc(&v->mem, sizeof(*d->n), d->bars);
	if (!d->n)
		return false;
	memset(d->n, 0, d->bars * sizeof(*d->n));
	for (size_t i = 0; i < s->acts.n; i++) {
		int32_t day = day_of(v, &store_act(s, i)->published);

		if (day != DAY_NONE)
			d->n[(day - d->from) / d->step]++;
	}
	for (size_t i = 0; i < d->bars; i++)
		if (d->n[i] > d->most)
			d->most = d->n[i];
	return true;
}

/* x of a day: the bars share the width. */
static int64_t
x_of(const struct days *d, int64_t day)
{
	int64_t all = (int64_t)d->bars * d->step, at = day - d->from;

	return at < 0 ? 0 : at > all ? WIDTH : at * WIDTH / all;
}

/* The phases that the days touch, dark and light in turn, named below. */
static void
put_phases(struct view *v, const struct days *d)
{
	const struct contest *c = v->contests.n ? v->contests.v : NULL;
	int64_t free_from[2] = { 0, 0 };

	for (size_t i = 0; c && i < c->n_phases; i++) {
		const struct phase *p = &c->phases[i];
		struct str name = view_phase(v, c->id, p->id);
		int64_t x = x_of(d, p->from), end = x_of(d, p->to + 1);
		int row = free_from[0] <= x ? 0 : 1;

		if (end <= x)
			continue;
		picture_rect(v, i % 2 ? "band odd" : "band", x, 0, end - x, HEIGHT);
		html_tag(v, "<title>", name, "</title></rect>\n");
		if (free_from[row] > x || x + (int64_t)name.n * 6 > WIDTH)
			continue;
		put_text(v, "label", x + 2, HEIGHT + 28 + row * 14, name);
		free_from[row] = x + (int64_t)name.n * 7;
	}
}

/* The names of the phases that the days touch. */
static struct str
phases(struct view *v, const struct days *d)
{
	const struct contest *c = v->contests.n ? v->contests.v : NULL;
	struct str part[PHASES];
	size_t n = 0;

	for (size_t i = 0; c && i < c->n_phases && n < PHASES; i++)
		if (x_of(d, c->phases[i].to + 1) > x_of(d, c->phases[i].from))
			part[n++] = view_phase(v, c->id, c->phases[i].id);
	return n ? text_fill(&v->text, TEXT_picture_phases, TEXT_ARGS(
	    text_join(&v->text, part, n))) : STR("");
}

/* A length is a number, too: the public sees those of rounded counts. */
static size_t
shown(const struct view *v, size_t n)
{
	if (v->audience != AUDIENCE_PUBLIC)
		return n;
	return n < VIEW_K ? 0 : view_fives(n);
}

static void
put_days(struct view *v)
{
	struct days d;
	struct str span[2];

	if (!picture_days(v, &d, WEEKS_FROM))
		return;
	span[0] = view_day(v, d.from);
	span[1] = view_day(v, d.to);
	open_figure(v, TEXT_picture_days, text_fill(&v->text,
	    TEXT_picture_days_said, TEXT_ARGS(view_count(v, TEXT_n_acts,
	        d.total), span[0], span[1], text_count(&v->text, TEXT_n_days,
	        (size_t)d.step))), phases(v, &d));
	open_svg(v, TEXT_picture_days, HEIGHT + 48);
	put_phases(v, &d);
	for (size_t i = 0; i < d.bars; i++) {
		int64_t x = x_of(&d, d.from + (int64_t)i * d.step);
		int64_t next = x_of(&d, d.from + (int64_t)(i + 1) * d.step);
		int64_t h = (int64_t)shown(v, d.n[i]) * (HEIGHT - 14) /
		    (int64_t)(shown(v, d.most) ? shown(v, d.most) : 1);

		if (!h)
			continue;
		picture_rect(v, "bar", x, HEIGHT - h, next - x - 1, h);
		html_tag(v, "<title>", view_day(v, d.from + (int32_t)i *
		    d.step), ": ");
		html_put(v, view_count(v, TEXT_n_acts, d.n[i]));
		html_raw(v, "</title></rect>\n");
	}
	put_text(v, "label", 0, HEIGHT + 13, span[0]);
	put_text(v, "label end", WIDTH, HEIGHT + 13, span[1]);
	html_raw(v, "</svg>\n</figure>\n");
}

void
picture_bar(struct view *v, struct str label, size_t n, size_t most, size_t of)
{
	struct text *t = &v->text;
	struct str said = view_number(v, n);
	size_t share = of ? (n * 100 + of / 2) / of : 0;

	n = shown(v, n);
	most = shown(v, most);
	if (v->audience == AUDIENCE_PUBLIC)
		share = shown(v, of) ? n * 100 / shown(v, of) : 0;
	if (share > 100)
		share = 100;
	if (of && v->audience != AUDIENCE_PUBLIC)
		said = text_fill(t, TEXT_picture_share, TEXT_ARGS(said,
		    text_number(t, (int64_t)of), text_number(t,
		        (int64_t)share)));
	html_tag(v, "<tr><th scope=\"row\">", label, "</th><td class=\"n\">");
	html_put(v, said);
	html_raw(v, "</td><td aria-hidden=\"true\"><svg viewBox=\"0 0 100 8\" "
	    "preserveAspectRatio=\"none\">");
	if (n) {
		picture_rect(v, "bar", 0, 0, of ? (int64_t)share
		    : (int64_t)(n * 100 / (most ? most : 1)), 8);
		html_raw(v, "</rect>");
	}
	html_raw(v, "</svg></td></tr>\n");
}

struct item {
	struct str name;
	size_t n;
};

static int
by_count(const void *va, const void *vb)
{
	const struct item *a = va, *b = vb;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return str_cmp(a->name, b->name);
}

static int
put_rules(struct view *v, struct err *e)
{
	struct item items[STORE_ITEMS];
	size_t n = v->store.n_items;

	for (size_t i = 0; i < n; i++)
		items[i] = (struct item){ v->store.items[i], 0 };
	for (size_t a = 0; a < v->store.acts.n; a++)
		for (size_t i = 0; i < n; i++)
			items[i].n += store_act(&v->store, a)->items >> i & 1;
	qsort(items, n, sizeof(*items), by_count);
	if (!n || !items[0].n)
		return 0;
	open_figure(v, TEXT_picture_rules, STR(""), STR(""));
	html_raw(v, "<table class=\"bars\"><tbody>\n");
	for (size_t i = 0; i < n && items[i].n; i++)
		picture_bar(v, text_fill(&v->text, TEXT_item,
		    TEXT_ARGS(items[i].name)), items[i].n, items[0].n, 0);
	html_raw(v, "</tbody></table>\n</figure>\n");
	return view_ready(v, e);
}

/* People of a unit who have an act here that is not decided. */
static size_t
people_of(struct view *v, struct str unit)
{
	size_t n = 0;

	for (size_t i = 0; i < v->rank.n_employees; i++) {
		const struct employee *who = view_employee(v,
		    v->rank.cases[i].person);

		n += who && str_eq(who->unit, unit);
	}
	return n;
}

static int
put_units(struct view *v, struct err *e)
{
	const struct census *c = &v->census;
	size_t all = 0;

	if (!v->has_roster || !c->n_units || !v->rank.n_employees)
		return 0;
	open_figure(v, TEXT_picture_units, text_get(&v->text,
	    TEXT_picture_units_said), STR(""));
	html_raw(v, "<table class=\"bars\"><tbody>\n");
	for (size_t i = 0; i < c->n_units; i++) {
		struct str name = c->units[i].name;
		size_t n = people_of(v, name);

		all += n;
		picture_bar(v, name.n ? name : text_get(&v->text,
		    TEXT_unit_unknown), n, 0, c->units[i].employees);
		if (view_ready(v, e) != 0)
			return -1;
	}
	picture_bar(v, text_get(&v->text, TEXT_units_total), all, 0,
	    c->all.employees);
	html_raw(v, "</tbody></table>\n</figure>\n");
	return view_ready(v, e);
}

int
picture_put(struct view *v, struct err *e)
{
	if (!v->store.acts.n)
		return 0;
	html_tag(v, "<section id=\"pictures\" aria-labelledby=\"pictures-name\">"
	    "\n<h2 id=\"pictures-name\">", text_get(&v->text, TEXT_pictures),
	    "</h2>\n");
	put_days(v);
	if (view_ready(v, e) != 0 || put_rules(v, e) != 0 ||
	    put_units(v, e) != 0)
		return -1;
	html_raw(v, "</section>\n");
	return view_ready(v, e);
}
