#ifndef ASKED_H
#define ASKED_H
/*
 * asked -- about whose account a capture is.
 *
 * A server may answer anything.  Whoever runs that of his own account could put
 * words into anybody's mouth, so an answer about an account makes no acts of
 * another platform, nor of accounts elsewhere.
 */
#include <yyjson.h>

#include "arena.h"
#include "str.h"

enum { ASKED_HOSTS = 3, ASKED_LAST = 400 };

struct asked {
	bool on;  /* else it is no capture, or of what others did with a post */
	bool own; /* the server that was asked is that of the account         */
	struct str platform, id;
	struct str hosts[ASKED_HOSTS]; /* of the account, by what is known */
	char last[ASKED_LAST]; /* who fitted: mostly the same, item for item */
	size_t n_last;
};

/* asked_read(a, envelope): a borrows from it; it may be NULL. */
void asked_read(struct asked *a, yyjson_val *envelope);

enum asked_fits { ASKED_FITS, ASKED_OTHER, ASKED_NOMEM };

/* asked_fits(a, who, mem): may it say that of them?  who: members of an
 * activity, platform and actor, a comma before each. */
enum asked_fits asked_fits(struct asked *a, struct str who,
    struct arena *mem);
#endif
