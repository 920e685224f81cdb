#ifndef INSTANT_H
#define INSTANT_H
/*
 * instant -- dates and instants of records, without locale or system zone.
 *
 * RFC 3339 with an offset is the only form in records.  A day is a number:
 * days since 1970-01-01 in the proleptic Gregorian calendar.
 */
#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"

/* A day that is not known, not set, or open. */
enum { DAY_NONE = INT32_MIN };

struct instant {
	int64_t seconds;   /* since 1970-01-01T00:00:00Z              */
	int32_t nanos;     /* 0 to 999,999,999                        */
	int32_t offset;    /* minutes east of UTC, as it was written  */
	bool assumed_zone; /* the text had none; offset is the caller's */
};

/* day_parse(s, day): "YYYY-MM-DD", a date that exists. */
bool day_parse(struct str s, int32_t *day);

/* day_put(b, day): the same form. */
void day_put(struct buf *b, int32_t day);

/* instant_parse(s, t): RFC 3339 section 5.6; ' ' for 'T' is accepted, second 60
 * is read as 59.  A text without an offset is accepted with the offset that
 * t->offset holds, and t->assumed_zone is set. */
bool instant_parse(struct str s, struct instant *t);

/* instant_parse_rfc822(s, t): "Tue, 05 Nov 2024 08:30:00 +0700", with the zones
 * of RFC 822 and WIB, WITA, WIT; weekday, seconds and the whole clock may be
 * absent; a two-digit year is 19xx from 50 on (RFC 822, RFC 2822 section 4.3).
 * Months also have their Indonesian names, and "5 November 2024 pukul 08.30
 * WIB" is read. */
bool instant_parse_rfc822(struct str s, struct instant *t);

/* instant_parse_local(s, t): "05/11/2024", the day first, as it is written in
 * Indonesia; '-' and '.' for '/', and a clock and a zone, may be there. */
bool instant_parse_local(struct str s, struct instant *t);

enum { INSTANT_TEXT = 64 };

/* instant_text(t, room): RFC 3339 in t's own offset, a fraction only if it is
 * not zero.  instant_put(b, t): the same into a buffer. */
struct str instant_text(const struct instant *t, char room[INSTANT_TEXT]);
void instant_put(struct buf *b, const struct instant *t);

/* instant_day(t, offset): the day number at that offset (minutes). */
int32_t instant_day(const struct instant *t, int32_t offset);

/* instant_offset(s, minutes): "+07:00", "-0330", "Z". */
bool instant_offset(struct str s, int32_t *minutes);
#endif
