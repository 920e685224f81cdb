#include "coverage.h"

#include "json.h"
#include "picture.h"
#include "rest.h"

enum { PLATFORMS = 32, TALL = 8 };

struct reach { /* the days of the strips */
	int32_t from, to;
};

/* The days on which accounts were asked, at most LANE_DAYS of them. */
static struct reach
days_of(const struct ranking *r)
{
	struct reach s = { DAY_NONE, DAY_NONE };

	for (size_t i = 0; i < r->n_covers; i++)
		if (r->covers[i]->days.asked && r->covers[i]->days.last > s.to)
			s.to = r->covers[i]->days.last;
	if (s.to == DAY_NONE)
		return s;
	s.from = s.to;
	for (int32_t day = s.to - LANE_DAYS + 1; day < s.to; day++)
		for (size_t i = 0; i < r->n_covers && s.from == s.to; i++)
			if (lane_asked(&r->covers[i]->days, day))
				s.from = day;
	return s;
}

static void
open_strip(struct view *v, const struct reach *s, size_t seen, size_t asked)
{
	struct text *t = &v->text;

	html_tag(v, "<td class=\"days\">", text_fill(t, TEXT_coverage_of,
	    TEXT_ARGS(text_number(t, (int64_t)seen), text_number(t,
	        (int64_t)asked))), "");
	html_tag(v, "<svg aria-hidden=\"true\" preserveAspectRatio=\"none\" "
	    "viewBox=\"0 0 ", text_number(t, s->to - s->from + 1), " 8\">");
}

/* One account: tall where it was seen, low where it was asked in vain. */
static void
put_lane(struct view *v, const struct reach *s, const struct lane *l)
{
	size_t seen = 0, asked = 0;
	int32_t from = s->from;
	int now, before = 0;

	if (s->from == s->to)
		return;
	for (int32_t day = s->from; day <= s->to; day++) {
		asked += lane_asked(l, day);
		seen += lane_seen(l, day);
	}
	open_strip(v, s, seen, asked);
	for (int32_t day = s->from; day <= s->to + 1; day++) {
		now = day > s->to ? 0 : lane_asked(l, day) + lane_seen(l, day);
		if (now == before)
			continue;
		if (before) {
			picture_rect(v, before == 2 ? "bar" : "missed",
			    from - s->from, before == 2 ? 0 : TALL - 3,
			    day - from, before == 2 ? TALL : 3);
			html_raw(v, "</rect>");
		}
		from = day;
		before = now;
	}
	html_raw(v, "</svg></td>");
}

static void
put_small(struct view *v, struct str words)
{
	if (words.n)
		html_tag(v, "<br><small>", words, "</small>");
}

static void
put_state(struct view *v, bool seen, struct str state)
{
	html_tag(v, seen ? "<tr><td><span class=\"state seen\">"
	                 : "<tr><td><span class=\"state\">", state,
	    "</span>");
}

static void
put_account(struct view *v, struct str platform, struct str handle,
    struct str id, struct str url, const struct cover *owned)
{
	html_raw(v, "</td><th scope=\"row\">");
	html_put(v, text_name(&v->text, "platform", platform));
	html_raw(v, " ");
	html_link(v, url, handle.n ? handle : url.n ? url : id);
	put_small(v, view_owner(v, owned));
	if (str_eq(owned->role, STR("candidate")))
		html_tag(v, " <span class=\"tag\">", text_get(&v->text,
		    TEXT_candidate_account), "</span>");
	html_raw(v, "</th>");
}

static void
put_cover(struct view *v, const struct reach *s, const struct cover *c,
    yyjson_val *root)
{
	yyjson_val *items = yyjson_obj_get(root, "items");
	struct text *t = &v->text;

	put_state(v, c->seen, text_name(t, "state", c->state));
	put_small(v, view_detail(v, root));
	if (c->captured.known)
		put_small(v, text_time(t, &c->captured.t));
	put_account(v, c->platform, c->handle, c->id, c->url, c);
	html_raw(v, "<td>");
	html_put(v, yyjson_is_uint(items) ? text_number(t, yyjson_get_sint(
	    items)) : text_get(t, TEXT_no_value));
	if (c->from.known && c->to.known)
		put_small(v, text_fill(t, TEXT_span, TEXT_ARGS(text_day(t,
		    &c->from.t), text_day(t, &c->to.t))));
	html_raw(v, "</td>");
	put_lane(v, s, &c->days);
	html_raw(v, "</tr>\n");
}

/* A declared account no coverage record speaks of. */
static void
put_unasked(struct view *v, const struct reach *s, const struct declared *d)
{
	const struct account *a = &d->account;
	const struct cover as = { .owner = d->owner,
		.role = d->employee == ROSTER_NOBODY ? STR("candidate")
		                                     : STR("employee") };

	put_state(v, false, text_get(&v->text, TEXT_never_asked));
	put_account(v, a->platform, a->handle, a->id, a->url, &as);
	html_raw(v, s->from == s->to ? "<td></td></tr>\n"
	                             : "<td></td><td></td></tr>\n");
}

struct sum { /* the accounts of a platform */
	struct str platform;
	size_t all, seen;
	uint32_t asked_on[LANE_DAYS], seen_on[LANE_DAYS];
};

static struct sum *
sum_of(struct sum *list, size_t *n, struct str platform)
{
	for (size_t i = 0; i < *n; i++)
		if (str_eq(list[i].platform, platform))
			return &list[i];
	if (*n == PLATFORMS)
		return &list[PLATFORMS - 1];
	list[*n] = (struct sum){ .platform = platform };
	return &list[(*n)++];
}

static void
add_up(struct sum *sum, const struct cover *c, const struct reach *s)
{
	sum->all++;
	sum->seen += c->seen;
	for (int32_t day = s->from; day <= s->to; day++) {
		sum->asked_on[day - s->from] += lane_asked(&c->days, day);
		sum->seen_on[day - s->from] += lane_seen(&c->days, day);
	}
}

/* How much was seen is the height of the day's bar, the rest stands above. */
static void
put_sum(struct view *v, const struct sum *sum, const struct reach *s)
{
	html_tag(v, "<tr><th scope=\"row\">", text_name(&v->text, "platform",
	    sum->platform), "</th>");
	open_strip(v, s, sum->seen, sum->all);
	for (int32_t i = 0; i <= s->to - s->from; i++) {
		int64_t high = sum->asked_on[i] ? (int64_t)sum->seen_on[i] *
		    TALL / sum->asked_on[i] : 0;

		if (high) {
			picture_rect(v, "bar", i, TALL - high, 1, high);
			html_raw(v, "</rect>");
		}
		if (sum->asked_on[i] && high < TALL) {
			picture_rect(v, "missed", i, 0, 1, TALL - high);
			html_raw(v, "</rect>");
		}
	}
	html_raw(v, "</svg></td></tr>\n");
}

static int
put_sums(struct view *v, const struct reach *s, struct err *e)
{
	static const enum text_key column[] = { TEXT_platform,
		TEXT_coverage_sum };
	struct sum *list = arena_alloc(&v->store.mem, sizeof(*list),
	    PLATFORMS);
	size_t n = 0;

	if (!list)
		return store_room_err(&v->store, e);
	for (size_t i = 0; i < v->rank.n_covers; i++)
		add_up(sum_of(list, &n, v->rank.covers[i]->platform),
		    v->rank.covers[i], s);
	rest_table(v, column, 2, "platforms");
	for (size_t i = 0; i < n; i++)
		put_sum(v, &list[i], s);
	html_raw(v, "</tbody>\n</table>\n");
	return view_ready(v, e);
}

/* Those never asked, those not seen, and the others; no more than most. */
static int
put_accounts(struct view *v, const struct reach *s, size_t most, struct err *e)
{
	static const enum text_key column[] = { TEXT_state, TEXT_account,
		TEXT_items, TEXT_coverage_days };
	const struct ranking *r = &v->rank;
	size_t first = v->census.n_unasked, n = first + r->n_covers;
	yyjson_doc *doc;

	if (most < n)
		n = most;
	rest_table(v, column, s->from == s->to ? 3 : 4, "coverage");
	for (size_t i = 0; i < n; i++) {
		if (i < first) {
			put_unasked(v, s, v->census.unasked[i]);
		} else {
			const struct cover *c = r->covers[i - first];

			if (view_record(v, c->line, &doc, e) != 0)
				return -1;
			put_cover(v, s, c, yyjson_doc_get_root(doc));
		}
		if (view_ready(v, e) != 0)
			return -1;
	}
	html_raw(v, "</tbody>\n</table>\n");
	return 0;
}

int
coverage_put(struct view *v, struct err *e)
{
	const struct ranking *r = &v->rank;
	struct reach s = days_of(r);
	size_t all = r->n_covers + v->census.n_unasked, most = all;

	rest_section(v, "coverage", TEXT_coverage);
	if (!r->n_covers) {
		html_tag(v, "<p>", text_get(&v->text, TEXT_coverage_none),
		    "</p>\n</section>\n");
		return 0;
	}
	html_tag(v, "<p>", text_get(&v->text, TEXT_unseen_means), "");
	if (s.from != s.to)
		html_tag(v, " ", text_fill(&v->text, TEXT_coverage_said,
		    TEXT_ARGS(view_day(v, s.from), view_day(v, s.to))), "");
	html_raw(v, "</p>\n");
	if (all > COVERAGE_ROWS) {
		most = r->n_gaps + v->census.n_unasked;
		if (most > COVERAGE_ROWS)
			most = COVERAGE_ROWS;
		if (put_sums(v, &s, e) != 0)
			return -1;
	}
	if (most && put_accounts(v, &s, most, e) != 0)
		return -1;
	if (most < all)
		html_tag(v, "<p class=\"aside\">", text_count(&v->text,
		    TEXT_coverage_more, all - most), "</p>\n");
	html_raw(v, "</section>\n");
	return view_ready(v, e);
}

/* Did the asking break off, so that asking again may help? */
static bool
is_halted(const struct cover *c)
{
	static const struct str state[] = { { "rate_limited", 12 },
		{ "auth", 4 }, { "transient", 9 }, { "format_drift", 12 } };

	for (size_t i = 0; i < sizeof(state) / sizeof(state[0]); i++)
		if (str_eq(c->state, state[i]))
			return true;
	return false;
}

struct str
coverage_halted(struct view *v)
{
	const struct halt *h = &v->store.halt;
	struct text *t = &v->text;
	size_t cut = 0, n = 0;
	struct str part[3], said[2];

	for (size_t i = 0; i < v->rank.n_gaps; i++)
		cut += is_halted(v->rank.covers[i]);
	if (cut)
		part[n++] = text_count(t, TEXT_halt_cut, cut);
	if (v->census.n_unasked)
		part[n++] = text_count(t, TEXT_halt_unasked,
		    v->census.n_unasked);
	if (v->store.n_rejects)
		part[n++] = text_count(t, TEXT_halt_rejects,
		    v->store.n_rejects);
	said[0] = said[1] = STR("");
	if (n)
		said[1] = text_fill(t, TEXT_halt, TEXT_ARGS(
		    text_join(t, part, n)));
	if (halt_is(h))
		said[0] = text_fill(t, TEXT_halt_run, TEXT_ARGS(
		    text_time(t, &h->started), h->stage.n ? h->stage
		                                          : h->state));
	return !said[0].n ? said[1] : !said[1].n ? said[0]
	    : text_fill(t, TEXT_halt_both, 2, said);
}

void
coverage_put_halt(struct view *v)
{
	struct str said = coverage_halted(v);

	if (said.n)
		html_tag(v, "<p class=\"run\"><strong>", said,
		    "</strong></p>\n");
}
