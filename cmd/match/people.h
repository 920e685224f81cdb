#ifndef PEOPLE_H
#define PEOPLE_H
/*
 * people -- whose account is it: an employee's, a campaign's, or nobody's
 * that we know.  By declared accounts only, netral-office(5); never by name.
 */
#include "buf.h"
#include "contest.h"
#include "staff.h"

struct people {
	struct staff staff;       /* declared accounts                  */
	struct accounts campaign; /* registered ones; owner = candidate */
	bool has_staff;           /* else no roster was given           */
};

/* people_campaign(p, contests, e): index the registered accounts. */
int people_campaign(struct people *p, const struct contests *c,
    struct err *e);

/* people_employee(p, who, day, h, e): 1 and *h if it is the declared account
 * of an employee on that day, 0 if not, -1 with *e set. */
int people_employee(const struct people *p, const struct account *who,
    int32_t day, struct holder *h, struct err *e);

/* people_candidate(p, who, day): the registered account, or NULL.  With
 * only a url, an address below the profile's belongs to it, too. */
const struct declared *people_candidate(const struct people *p,
    const struct account *who, int32_t day);

static inline bool
people_has_candidates(const struct people *p)
{
	return p->campaign.n != 0;
}

void people_release(struct people *p);
#endif
