#include "people.h"

/* An account is a campaign's while its contest lasts.  The day it was
 * registered does not matter here: a team's account is one before there are
 * candidates, too. */
static struct declared
registered(const struct candidate *c, const struct account *account)
{
	const struct contest *contest = c->contest;
	struct declared d = { .account = *account, .owner = c->id,
		.employee = ROSTER_NOBODY, .verified_on = DAY_NONE };

	d.account.from = c->would_be_from;
	if (contest->n_phases && d.account.to == DAY_NONE)
		d.account.to = contest->phases[contest->n_phases - 1].to;
	return d;
}

int
people_campaign(struct people *p, const struct contests *all, struct err *e)
{
	for (size_t i = 0; i < all->n; i++)
		for (size_t k = 0; k < all->v[i].n_candidates; k++) {
			const struct candidate *c = &all->v[i].candidates[k];

			for (size_t j = 0; j < c->n_accounts; j++)
				if (accounts_add(&p->campaign, registered(c,
				        &c->accounts[j]), e) != 0)
					return -1;
		}
	return accounts_index(&p->campaign, all->n_files
	    ? all->files[all->n_files - 1].path : "contest", e);
}

int
people_render(struct people *p, struct err *e)
{
	struct roster *r = &p->staff;
	struct buf b = { 0 };
	bool failed;

	p->who = arena_alloc(&r->mem, sizeof(*p->who), r->n_employees);
	failed = !p->who;
	for (size_t i = 0; i < r->n_employees && !failed; i++) {
		const struct employee *one = &r->employees[i];

		buf_reset(&b);
		buf_put(&b, STR("\"who\":{\"employee\":"));
		buf_json(&b, one->id);
		if (one->unit.n) {
			buf_put(&b, STR(",\"unit\":"));
			buf_json(&b, one->unit);
		}
		buf_put(&b, STR(",\"category\":"));
		buf_json(&b, one->category);
		buf_put(&b, STR(",\"basis\":\""));
		p->who[i] = arena_copy(&r->mem, buf_str(&b));
		failed = b.failed || !p->who[i].p;
	}
	buf_release(&b);
	return failed ? err_nomem(e) : 0;
}

const struct declared *
people_employee(const struct people *p, const struct account *who,
    int32_t day, enum basis *basis)
{
	const struct declared *d = accounts_find(&p->staff.accounts, who, day,
	    basis);

	return d && d->employee != ROSTER_NOBODY ? d : NULL;
}

const struct declared *
people_candidate(const struct people *p, const struct account *who,
    int32_t day)
{
	enum basis basis;
	const struct declared *d = accounts_find(&p->campaign, who, day,
	    &basis);
	struct account above = { .platform = who->platform,
		.url = accounts_url(who->url) };
	struct str *url = &above.url;

	if (d || who->id.n || who->handle.n)
		return d;
	/* A post's address: cut it back to the profile it is under. */
	while (!d && url->n) {
		while (url->n && url->p[url->n - 1] != '/')
			url->n--;
		url->n -= url->n != 0;
		if (memchr(url->p, '/', url->n))
			d = accounts_find(&p->campaign, &above, day, &basis);
	}
	return d;
}

void
people_release(struct people *p)
{
	roster_release(&p->staff);
	accounts_release(&p->campaign);
}
