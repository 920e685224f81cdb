#include "plan.h"

#include "accounts.h"
#include "http.h"
#include "instant.h"
#include "template.h"

enum { MEM_FIRST = 1 << 16, FIRST = 64 };

#define MEM_MAX ((size_t)4 << 30)

struct planning {
	struct plan *p;
	const struct plan_options *o;
	const struct sources *sources;
};

const char *
plan_role(enum role role)
{
	return role == ROLE_EMPLOYEE ? "employee"
	    : role == ROLE_CANDIDATE ? "candidate" : NULL;
}

bool
plan_way(const struct target *t)
{
	return t->role == ROLE_NONE || (t->source && source_usable(t->source));
}

/* The id decides; else the handle; else the url. */
static bool
same_account(const struct account *a, const struct account *b)
{
	if (!str_eq(a->platform, b->platform))
		return false;
	if (a->id.n && b->id.n)
		return str_eq(a->id, b->id);
	if (a->handle.n && b->handle.n)
		return accounts_same_text(accounts_handle(a->handle),
		    accounts_handle(b->handle));
	return a->url.n && str_eq(a->url, b->url);
}

static bool
in_force(const struct account *a, int32_t day)
{
	return (a->from == DAY_NONE || a->from <= day) &&
	    (a->to == DAY_NONE || day <= a->to);
}

static bool
is_wanted(const struct planning *g, const struct account *a)
{
	struct str only = str_from(g->o->only);
	struct str one = str_from(g->o->account);

	return (!only.p || str_eq(only, a->platform)) &&
	    (!one.p || str_eq(one, a->id) || str_eq(one, a->url) ||
	        accounts_same_text(accounts_handle(one),
	            accounts_handle(a->handle)));
}

static int
add(struct plan *p, struct target t, struct err *e)
{
	size_t want = p->cap ? p->cap * 2 : FIRST;
	struct target *v = p->v;

	if (p->n == p->cap) {
		v = arena_grow(&p->mem, p->v, p->cap * sizeof(*v),
		    want * sizeof(*v));
		if (!v)
			return err_nomem(e);
		p->v = v;
		p->cap = want;
	}
	v[p->n++] = t;
	return 0;
}

/* An account that is neither declared nor registered today: said, not asked. */
static int
refuse(struct plan *p, const struct account *a, struct str owner,
    enum refusal why, struct err *e)
{
	size_t want = p->cap_refused ? p->cap_refused * 2 : FIRST;
	struct refused *v = p->refused;

	if (p->n_refused == p->cap_refused) {
		v = arena_grow(&p->mem, v, p->cap_refused * sizeof(*v),
		    want * sizeof(*v));
		if (!v)
			return err_nomem(e);
		p->refused = v;
		p->cap_refused = want;
	}
	v[p->n_refused++] = (struct refused){ a, owner, why };
	return 0;
}

static enum refusal
out_of_force(const struct account *a, int32_t day)
{
	return a->from != DAY_NONE && a->from > day ? REFUSED_EARLY
	    : REFUSED_LATE;
}

static void
count_no_source(struct plan *p, struct str platform)
{
	size_t i = 0;

	while (i < PLAN_PLATFORMS - 1 && p->no_source[i].n &&
	    !str_eq(p->no_source[i].name, platform))
		i++;
	p->no_source[i].name = i < PLAN_PLATFORMS - 1 ? platform
	                                              : STR("others");
	p->no_source[i].n++;
}

/* Has the candidate enough accounts on this platform in the plan? */
static bool
has_enough(const struct plan *p, const struct target *t)
{
	size_t n = 0;

	for (size_t i = 0; t->role == ROLE_CANDIDATE && i < p->n; i++)
		n += p->v[i].role == ROLE_CANDIDATE &&
		    str_eq(p->v[i].owner, t->owner) &&
		    str_eq(p->v[i].account.platform, t->account.platform);
	return n >= PLAN_REGISTERED;
}

/* An account that is wanted: into the plan, or refused; a is where it stays. */
static int
consider(struct planning *g, struct target t, const struct account *a,
    struct err *e)
{
	struct url u;

	if (!in_force(a, g->p->day))
		return refuse(g->p, a, t.owner, out_of_force(a, g->p->day), e);
	if (!t.role)
		return refuse(g->p, a, t.owner, REFUSED_NOBODY, e);
	if (has_enough(g->p, &t))
		return refuse(g->p, a, t.owner, REFUSED_ABOVE, e);
	t.source = sources_for(g->sources, t.account.platform);
	if (!plan_way(&t))
		count_no_source(g->p, t.account.platform);
	if (t.account.url.n) {
		switch (http_url(t.account.url, NULL, &g->p->mem, &u)) {
		case URL_GOOD:
			break;
		case URL_BAD:
			t.account.url = (struct str){ 0 };
			break;
		case URL_NOMEM:
			return err_nomem(e);
		}
		if (t.account.url.n && u.user) /* it must not be recorded */
			t.account.url = (struct str){ 0 };
	}
	return add(g->p, t, e);
}

/* Accounts of accounts.csv, in its order. */
static int
add_declared(struct planning *g, struct err *e)
{
	const struct roster *r = &g->p->roster;

	for (size_t i = 0; i < r->accounts.n; i++) {
		const struct declared *d = &r->accounts.v[i];
		struct target t = { .account = d->account, .owner = d->owner };

		if (!is_wanted(g, &d->account))
			continue;
		if (contest_candidate(&g->p->contests, d->owner))
			t.role = ROLE_CANDIDATE;
		else if (d->employee != ROSTER_NOBODY || !r->n_employees)
			t.role = ROLE_EMPLOYEE;
		if (consider(g, t, &d->account, e) != 0)
			return -1;
	}
	return 0;
}

static bool
is_there(const struct plan *p, const struct target *t)
{
	for (size_t i = 0; i < p->n; i++)
		if (str_eq(p->v[i].owner, t->owner) &&
		    same_account(&p->v[i].account, &t->account))
			return true;
	return false;
}

/* Campaign accounts of contest.json, where accounts.csv has them not. */
static int
add_registered(struct planning *g, struct err *e)
{
	const struct contests *all = &g->p->contests;

	for (size_t i = 0; i < all->n; i++)
		for (size_t k = 0; k < all->v[i].n_candidates; k++) {
			const struct candidate *c = &all->v[i].candidates[k];

			for (size_t m = 0; m < c->n_accounts; m++) {
				struct target t = { .account = c->accounts[m],
					.owner = c->id,
					.role = ROLE_CANDIDATE };

				if (is_wanted(g, &t.account) &&
				    !is_there(g->p, &t) &&
				    consider(g, t, &c->accounts[m], e) != 0)
					return -1;
			}
		}
	return 0;
}

/* One that was declared anew is asked: its former time is no refusal. */
static void
forgive(struct plan *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n_refused; i++) {
		const struct refused *r = &p->refused[i];
		struct target t = { .account = *r->account,
			.owner = r->owner };

		if (r->why >= REFUSED_NOBODY || !is_there(p, &t))
			p->refused[n++] = *r;
	}
	p->n_refused = n;
}

/* The contact goes into a header. */
static int
check_contact(struct office *o, struct err *e)
{
	for (size_t i = 0; i < o->contact.n; i++)
		if (o->contact.p[i] < ' ' || o->contact.p[i] > '~') {
			o->conf.e = e;
			return conf_err(&o->conf, yyjson_obj_get(o->conf.root,
			    "contact"), "expected printable ASCII: it is sent "
			    "in a header");
		}
	return 0;
}

static int
load_files(struct planning *g, struct err *e)
{
	const struct plan_options *o = g->o;
	struct plan *p = g->p;
	char path[OFFICE_PATH];
	const char *file = office_file(&p->office, o->employees,
	    "employees.csv", path);

	if (file && roster_employees(&p->roster, &p->office.categories, file,
	        e) != 0)
		return -1;
	file = office_file(&p->office, o->accounts, "accounts.csv", path);
	if (file && roster_accounts(&p->roster, file, e) != 0)
		return -1;
	if (!o->contests.n && !p->office.dir)
		return 0;
	return office_contests(&p->office, &o->contests, &p->contests, e);
}

/* What was asked for by name must be there: a misspelt name is not silence. */
static int
check_names(const struct planning *g, struct err *e)
{
	for (size_t i = 0; i < g->p->n_refused; i++)
		if (g->p->refused[i].why >= REFUSED_NOBODY)
			return 0;
	if (g->p->n)
		return 0;
	if (g->o->account)
		return err_set(e, ERR_USAGE, "--account: no account \"%.80s\" "
		    "is in force on that day", g->o->account);
	if (g->o->only)
		return err_set(e, ERR_USAGE, "--only: no account on \"%.80s\" "
		    "is in force on that day", g->o->only);
	return 0;
}

int
plan_open(struct plan *p, const char *dir, struct err *e)
{
	if (arena_init(&p->mem, MEM_FIRST, MEM_MAX) != 0)
		return err_nomem(e);
	return office_open(&p->office, dir, e) != 0 ||
	    check_contact(&p->office, e) != 0 ? -1 : 0;
}

int
plan_load(struct plan *p, const struct plan_options *o,
    const struct sources *sources, struct err *e)
{
	struct planning g = { p, o, sources };
	struct instant now = { .seconds = o->now };

	if (load_files(&g, e) != 0)
		return -1;
	p->day = instant_day(&now, p->office.zone);
	if (add_declared(&g, e) != 0 || add_registered(&g, e) != 0)
		return -1;
	forgive(p);
	return check_names(&g, e);
}

/* A URL, which must not hold a secret. */
static int
add_url(struct plan *p, struct target *t, struct err *e)
{
	struct str text = t->account.url;
	struct url u;

	switch (http_url(text, NULL, &p->mem, &u)) {
	case URL_GOOD:
		break;
	case URL_BAD:
		return err_set(e, ERR_USAGE, "\"%.*s\" is not a URL%s",
		    (int)(text.n < 200 ? text.n : 200), text.p,
		    strstr(text.p, "://") ? "" : "; an account needs the "
		    "--source of its platform");
	case URL_NOMEM:
		return err_nomem(e);
	}
	if (u.user)
		return err_set(e, ERR_USAGE, "a URL with a name or password "
		    "in it is not asked");
	return add(p, *t, e);
}

int
plan_given(struct plan *p, const struct source *source, const char *text,
    struct err *e)
{
	struct target t = { .source = source, .account.platform =
		source->platforms.v[0] };
	struct account *a = &t.account;
	struct str name = str_from(text), url = source->timeline.url;

	if (strstr(text, "://") || template_has(url, "url")) {
		a->url = name;
		return add_url(p, &t, e);
	}
	t.role = ROLE_NAMED;
	if (str_starts(name, STR("id:")))
		a->id = str_skip(name, 3);
	else if (source->resolve.handle.n || template_has(url, "handle") ||
	    template_has(source->timeline.post, "handle"))
		a->handle = accounts_handle(name);
	else
		a->id = name;
	if (!plan_way(&t))
		count_no_source(p, a->platform);
	return add(p, t, e);
}

void
plan_release(struct plan *p)
{
	roster_release(&p->roster);
	contests_release(&p->contests);
	office_release(&p->office);
	arena_release(&p->mem);
}
