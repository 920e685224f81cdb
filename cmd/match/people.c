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

static void
keep_host(struct people *p, struct str url)
{
	struct str host = accounts_url(url);
	const char *slash = host.n ? memchr(host.p, '/', host.n) : NULL;

	if (!host.n || p->any_host)
		return;
	p->any_host = !slash;
	host.n = slash ? (size_t)(slash - host.p) : 0;
	for (size_t i = 0; i < p->n_hosts; i++)
		if (accounts_same_text(p->hosts[i], host))
			return;
	if (p->n_hosts == PEOPLE_HOSTS || !host.n)
		p->any_host = true;
	else
		p->hosts[p->n_hosts++] = host;
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
	for (size_t i = 0; i < p->campaign.n; i++)
		keep_host(p, p->campaign.v[i].account.url);
	return accounts_index(&p->campaign, all->n_files
	    ? all->files[all->n_files - 1].path : "contest", e);
}

int
people_employee(const struct people *p, const struct account *who,
    uint64_t soon, int32_t day, struct holder *h, struct err *e)
{
	int rc = staff_find(&p->staff, who, soon, day, h, e);

	return rc > 0 && h->nobody ? 0 : rc;
}

const struct declared *
people_candidate(const struct people *p, const struct account *who,
    int32_t day)
{
	enum basis basis;
	const struct declared *d = accounts_find(&p->campaign, who, day,
	    &basis);
	struct account above = { .platform = who->platform };
	struct str *url = &above.url;

	if (d || who->id.n || who->handle.n)
		return d;
	above.url = accounts_url(who->url);
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

bool
people_may_link(const struct people *p, struct str text)
{
	bool any = text.n && (p->n_hosts || p->any_host);
	const char *slash = any ? memchr(text.p, '/', text.n) : NULL;

	if (!slash || p->any_host)
		return slash != NULL;
	for (; slash; slash = memchr(slash + 1, '/',
	         text.n - (size_t)(slash + 1 - text.p)))
		for (size_t i = 0; i < p->n_hosts; i++) {
			size_t n = p->hosts[i].n;

			if ((size_t)(slash - text.p) >= n &&
			    accounts_same_text(p->hosts[i],
			        (struct str){ slash - n, n }))
				return true;
		}
	return false;
}

void
people_release(struct people *p)
{
	staff_release(&p->staff);
	accounts_release(&p->campaign);
}
