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
people_employee(const struct people *p, const struct account *who,
    int32_t day, struct holder *h, struct err *e)
{
	int rc = staff_find(&p->staff, who, day, h, e);

	return rc > 0 && h->category == STAFF_NOBODY ? 0 : rc;
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
	staff_release(&p->staff);
	accounts_release(&p->campaign);
}
