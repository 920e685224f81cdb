#ifndef CLOCK_H
#define CLOCK_H
/*
 * clock -- the converters that make RFC 3339 of the times in payloads.
 *
 * A time without a zone gets the one of the run, and c->zone_assumed is set.
 */
#include "convert.h"

/* RFC 3339, RFC 822, "Wed Oct 10 20:19:24 +0000 2018", or a day alone. */
bool clock_time(struct conversion *c, struct str arg, struct str *s);

/* Seconds, or milliseconds, since 1970 in UTC; 0 is no time. */
bool clock_epoch(struct conversion *c, struct str arg, struct str *s);
bool clock_epoch_ms(struct conversion *c, struct str arg, struct str *s);
#endif
