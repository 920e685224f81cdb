#include "people.h"

int
people_campaign(struct people *p, const struct contests *all, struct err *e)
{
	for (size_t i = 0; i < all->n; i++)
		for (size_t k = 0; k < all->v[i].n_candidates; k++) {
			const struct candidate *c = &all->v[i].candidates[k];

			for (size_t j = 0; j < c->n_accounts; j++) {
				struct declared one = {
					.account = c->accounts[j],
					.owner = c->id,
					.employee = ROSTER_NOBODY,
					.verified_on = DAY_NONE };

				/* Whose it is does not begin with the day it
				 * was registered: a team's account is one
				 * before there are candidates, too. */
				one.account.from = DAY_NONE;
				if (roster_add(&p->campaign, one, e) != 0)
					return -1;
			}
		}
	return roster_index(&p->campaign, "contest: registered accounts", e);
}

const struct declared *
people_employee(const struct people *p, struct who who, int32_t day,
    enum basis *basis)
{
	const struct declared *d = roster_find(&p->staff, who.platform, who.id,
	    who.handle, who.url, day, basis);

	return d && d->employee != ROSTER_NOBODY ? d : NULL;
}

const struct declared *
people_candidate(const struct people *p, struct who who, int32_t day)
{
	enum basis basis;
	const struct declared *d = roster_find(&p->campaign, who.platform,
	    who.id, who.handle, who.url, day, &basis);
	struct str url = roster_url(who.url);

	if (d || who.id.n || who.handle.n)
		return d;
	/* A post's address: cut it back to the profile it is under. */
	while (!d && url.n) {
		while (url.n && url.p[url.n - 1] != '/')
			url.n--;
		url.n -= url.n != 0;
		if (memchr(url.p, '/', url.n))
			d = roster_find(&p->campaign, who.platform,
			    (struct str){ 0 }, (struct str){ 0 }, url, day,
			    &basis);
	}
	return d;
}

void
people_release(struct people *p)
{
	roster_release(&p->staff);
	roster_release(&p->campaign);
}
