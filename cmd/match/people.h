#ifndef PEOPLE_H
#define PEOPLE_H
/*
 * people -- whose account is it: an employee's, a campaign's, or nobody's
 * that we know.  By declared accounts only, netral-office(5); never by name.
 */
#include "buf.h"
#include "contest.h"
#include "staff.h"

enum { PEOPLE_HOSTS = 32 };

struct people {
	struct staff staff;       /* declared accounts                  */
	struct accounts campaign; /* registered ones; owner = candidate */
	bool has_staff;           /* else no roster was given           */
	struct str hosts[PEOPLE_HOSTS]; /* of the campaigns' addresses  */
	size_t n_hosts;
	bool any_host;            /* there are more, or one without '/' */
};

/* people_campaign(p, contests, e): index the registered accounts. */
int people_campaign(struct people *p, const struct contests *c,
    struct err *e);

/* people_employee(p, who, soon, day, h, e): 1 and *h if it is the declared
 * account of an employee on that day, 0 if not, -1 with *e set.  soon: of
 * staff_soon(). */
int people_employee(const struct people *p, const struct account *who,
    uint64_t soon, int32_t day, struct holder *h, struct err *e);

/* people_candidate(p, who, day): the registered account, or NULL.  With
 * only a url, an address below the profile's belongs to it, too. */
const struct declared *people_candidate(const struct people *p,
    const struct account *who, int32_t day);

/* people_may_link(p, text): can an address in it be a campaign's?  No, where
 * none of their hosts stands before a '/'. */
bool people_may_link(const struct people *p, struct str text);

static inline bool
people_has_candidates(const struct people *p)
{
	return p->campaign.n != 0;
}

void people_release(struct people *p);
#endif
