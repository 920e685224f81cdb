#ifndef LANE_H
#define LANE_H
/*
 * lane -- on which of the last days an account was asked, and seen.
 *
 * Days before the last LANE_DAYS are forgotten.  The order of notes makes no
 * difference; a day on which it was seen once is a day on which it was seen.
 */
#include <stdbool.h>
#include <stdint.h>

enum { LANE_DAYS = 62 };

struct lane { /* all zero: never asked; bit i is the day `last` - i */
	int32_t last;
	uint64_t asked, seen;
};

void lane_note(struct lane *l, int32_t day, bool seen);

/* lane_asked(l, day), lane_seen(l, day) */
bool lane_asked(const struct lane *l, int32_t day);
bool lane_seen(const struct lane *l, int32_t day);
#endif
