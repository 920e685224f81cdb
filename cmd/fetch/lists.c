#include "lists.h"

#include <stdio.h>

#include "fill.h"
#include "next.h"
#include "pages.h"

/* Of one account. */
struct asking {
	struct collect *c;
	const struct walk *timeline;
	struct template_values values;
	uint32_t closed;    /* interactions that are not shown to us       */
	unsigned long lost; /* lists that are not there                    */
	struct coverage *v; /* of the account                              */
};

/* The state of the account is that of its first list that failed: "ok" would
 * say that everything was looked at. */
static void
fail_with(struct coverage *whole, struct str name, const struct coverage *v)
{
	if (whole->state != STATE_OK && whole->state != STATE_UNCHANGED)
		return;
	whole->state = v->state;
	(void)snprintf(whole->why, sizeof(whole->why), "%.*s: %.120s",
	    STR_ARG(name), v->why);
}

/* What is good of a list, and yet not all of it. */
static void
add_notes(struct coverage *whole, const struct walk *w)
{
	const struct list *n = w->list;

	if (whole->why[0] && w->about.object)
		return; /* a word for each post is too many */
	if (w->v->why[0] && w->v->state == STATE_OK)
		coverage_note(whole, n->name, SAID, w->v->why);
	else if (w->cut)
		coverage_note(whole, n->name, NOT_ALL);
	else if (n->most && w->seen_items >= (size_t)n->most)
		coverage_note(whole, n->name, AT_MOST, (long long)n->most);
}

/* One list; w->about, list, values and v are set.  0, or -1. */
static int
one_list(struct asking *k, struct walk *w, struct err *e)
{
	struct coverage *v = w->v;
	bool own = !w->about.object;
	int rc;

	*v = (struct coverage){ .captured = k->v->captured };
	w->stop = INT64_MIN;
	rc = fill_list(k->c, w->list, &w->values, v, &w->next, e);
	if (rc > 0 && own) {
		w->key = fill_key(k->c, &w->next, e);
		if (!w->key.n || collect_recall(k->c, w, e) != 0 ||
		    next_since(k->c, w, e) != 0)
			return -1;
		if (!w->list->published.n)
			w->stop = INT64_MIN;
	}
	if (rc < 0 || (rc > 0 && pages_all(k->c, w, e) != 0))
		return -1;
	if (v->captured > k->v->captured)
		k->v->captured = v->captured;
	return w->key.n ? collect_remember(k->c, w, e) : 0;
}

/* Its own limits are used up, and others go on. */
static bool
only_this(const struct list *n, const struct coverage *v)
{
	return v->state == STATE_RATE_LIMITED && n->limits.requests;
}

static int ask_about(struct asking *k, const struct walk *parent, int of,
    struct err *e);

/* Who did something with one item, and then with their answers. */
static int
interaction(struct asking *k, size_t which, const struct item *item,
    struct err *e)
{
	const struct target *t = k->timeline->about.target;
	const struct list *n = &t->source->interactions[which];
	struct coverage v;
	struct walk w = { .about = { t, n, item }, .list = n,
		.values = k->values, .v = &v };

	w.values.item_id = item->id;
	if (one_list(k, &w, e) != 0)
		return -1;
	switch (v.state) {
	case STATE_OK:
	case STATE_UNCHANGED:
		add_notes(k->v, &w);
		return ask_about(k, &w, (int)which, e);
	case STATE_NOT_FOUND:
	case STATE_GONE: /* the post may have been deleted meanwhile */
		k->lost++;
		return 0;
	case STATE_PRIVATE:
	case STATE_AUTH: /* with no other post it would be shown */
		k->closed |= UINT32_C(1) << which;
		fail_with(k->v, n->name, &v);
		return 0;
	default:
		k->closed |= only_this(n, &v) ? UINT32_C(1) << which
		                              : UINT32_MAX;
		fail_with(k->v, n->name, &v);
		return 0;
	}
}

static int
ask_about(struct asking *k, const struct walk *parent, int of, struct err *e)
{
	const struct source *s = k->timeline->about.target->source;

	for (size_t i = 0; i < parent->n_items; i++)
		for (size_t n = 0; n < s->n_interactions; n++) {
			uint32_t bit = UINT32_C(1) << n;

			if (s->interactions[n].of != of || k->closed & bit ||
			    !(parent->items[i].ask & bit))
				continue;
			if (interaction(k, n, &parent->items[i], e) != 0)
				return -1;
		}
	return 0;
}

/* Where the account is kept, for the first list that wants to know.  1; 0: it
 * is not known; or -1. */
static int
need_home(struct asking *k, const struct list *n, struct err *e)
{
	struct coverage v = { .captured = k->v->captured };
	int rc;

	if (k->values.home.n || !template_has(n->url, "home"))
		return 1;
	rc = fill_home(k->c, k->timeline->about.target, &k->values, &v, e);
	if (rc == 0) {
		fail_with(k->v, n->name, &v);
		k->closed = UINT32_MAX;
	}
	return rc;
}

/* Another list of the account itself. */
static int
account_list(struct asking *k, const struct list *n, struct err *e)
{
	const struct target *t = k->timeline->about.target;
	struct coverage v;
	struct walk w = { .about = { t, n, NULL }, .list = n, .v = &v };
	int rc = need_home(k, n, e);

	if (rc <= 0)
		return rc;
	w.values = k->values;
	if (one_list(k, &w, e) != 0)
		return -1;
	if (v.state == STATE_OK || v.state == STATE_UNCHANGED) {
		if (v.state == STATE_OK && k->v->state == STATE_UNCHANGED) {
			*k->v = (struct coverage){ .captured = v.captured };
			coverage_note(k->v, STR("timeline"), UNCHANGED);
		}
		add_notes(k->v, &w);
	} else if (v.state == STATE_PRIVATE || v.state == STATE_NOT_FOUND) {
		/* Its owner shows it to nobody: that is no failure. */
		coverage_note(k->v, n->name, SAID, state_name(v.state));
	} else {
		k->closed |= only_this(n, &v) ? 0 : UINT32_MAX;
		fail_with(k->v, n->name, &v);
	}
	return 0;
}

static bool
is_wanted(const struct list *n, enum role role)
{
	return role > ROLE_NAMED && (n->whose == WHOSE_ALL ||
	    (n->whose == WHOSE_EMPLOYEE) == (role == ROLE_EMPLOYEE));
}

int
lists_all(struct collect *c, struct walk *w, struct err *e)
{
	const struct target *t = w->about.target;
	const struct source *s = t->source;
	struct asking k = { .c = c, .timeline = w, .v = w->v };

	if (w->v->state != STATE_OK && w->v->state != STATE_UNCHANGED)
		return 0;
	k.values = w->values;
	for (size_t i = 0; i < s->n_lists && !k.closed; i++)
		if (is_wanted(&s->lists[i], t->role) &&
		    account_list(&k, &s->lists[i], e) != 0)
			return -1;
	if (t->role == ROLE_CANDIDATE && ask_about(&k, w, SOURCE_TOP, e) != 0)
		return -1;
	if (k.lost)
		coverage_note(w->v, (struct str){ 0 }, LISTS_LOST, k.lost,
		    k.lost == 1 ? "" : "s");
	return 0;
}
