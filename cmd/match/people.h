#ifndef PEOPLE_H
#define PEOPLE_H
/*
 * people -- whose account is it: an employee's, a campaign's, or nobody's
 * that we know.  By declared accounts only, netral-office(5); never by name.
 */
#include "buf.h"
#include "contest.h"
#include "roster.h"

struct people {
	struct roster staff;    /* declared accounts; none: no roster given */
	struct accounts campaign; /* registered ones; owner = candidate     */
	bool has_staff;
	struct str *who;        /* of each employee: the JSON of the member,
	                           as far as the value of "basis"          */
};

/* people_campaign(p, contests, e): index the registered accounts. */
int people_campaign(struct people *p, const struct contests *c,
    struct err *e);

/* people_render(p, e): fill in p->who, once the employees are there. */
int people_render(struct people *p, struct err *e);

/* people_employee(p, who, day, basis): the declared account of an employee on
 * that day, or NULL. */
const struct declared *people_employee(const struct people *p,
    const struct account *who, int32_t day, enum basis *basis);

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
