#ifndef ACCOUNTS_H
#define ACCOUNTS_H
/*
 * accounts -- whose account is it?  Accounts with their owners and days, found
 * by the platform's stable id, by handle or by address; never by a name.
 *
 * Two owners of one account at the same time are an error.  A handle whose
 * id differs is another account; an id means nothing on another host.
 */
#include "err.h"
#include "slots.h"
#include "str.h"

struct account {
	struct str platform, id, handle, url; /* absent: { NULL, 0 } */
	int32_t from, to; /* days it counts, inclusive; DAY_NONE: open */
};

struct declared {
	struct account account;
	struct str owner;    /* an employee's or a candidate's id       */
	uint32_t employee;   /* index in the roster, or ROSTER_NOBODY   */
	int32_t verified_on; /* DAY_NONE: not verified                  */
	unsigned long line;  /* in its table; 0: it is from elsewhere   */
};

struct accounts {
	struct declared *v; /* owned; the texts are not */
	size_t n, cap;
	struct slots index; /* each up to three times: id, handle, url */
	uint64_t shapes[16]; /* of all keys: a bit each                */
};

enum basis { BASIS_NONE, BASIS_ID, BASIS_HANDLE, BASIS_URL };

/* accounts_add(a, one, e) for each, then accounts_index(a, path, e) once; path
 * is for messages.  Return 0, or -1 with *e set. */
int accounts_add(struct accounts *a, struct declared one, struct err *e);
int accounts_index(struct accounts *a, const char *path, struct err *e);

/* accounts_find(a, key, day, basis): the account on that day (DAY_NONE: on any
 * day), or NULL; key's own days are not looked at.  *basis says by what.
 * Handles are compared without '@' and case; one with its host (name@host)
 * is one in the world, as an address is. */
const struct declared *accounts_find(const struct accounts *a,
    const struct account *key, int32_t day, enum basis *basis);

/* How a handle and a profile's address are compared: accounts_handle(s) has no
 * '@' in front; accounts_url(s) no scheme, no "www." or "m.", nothing from '?'
 * or '#' on, no '/' at the end. */
struct str accounts_handle(struct str s);
struct str accounts_url(struct str s);

/* What makes two accounts one, for those who keep them in another way:
 * accounts_key(a, basis): what it is known by, { NULL, 0 } if by nothing;
 * accounts_is_global(basis, key): is that one in the world, or on its
 * platform?  accounts_same_text(a, b): the same without ASCII case, and not
 * empty.  accounts_shared(a, i): may another account, on other days, be known
 * by a key of number i?  (Yes too often does no harm.) */
struct str accounts_key(const struct account *a, enum basis basis);
bool accounts_is_global(enum basis basis, struct str key);
bool accounts_same_text(struct str a, struct str b);
bool accounts_shared(const struct accounts *a, size_t i);

/* accounts_release(a): safe on an all-zero struct. */
void accounts_release(struct accounts *a);
#endif
