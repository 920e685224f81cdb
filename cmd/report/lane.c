#include "lane.h"

#define ALL (((uint64_t)1 << LANE_DAYS) - 1)

static uint64_t
bit(const struct lane *l, int32_t day)
{
	int64_t i = (int64_t)l->last - day;

	return i >= 0 && i < LANE_DAYS ? (uint64_t)1 << i : 0;
}

void
lane_note(struct lane *l, int32_t day, bool seen)
{
	int64_t later = (int64_t)day - l->last;

	if (!l->asked)
		l->last = day;
	else if (later > 0) {
		l->asked = later < LANE_DAYS ? l->asked << later & ALL : 0;
		l->seen = later < LANE_DAYS ? l->seen << later & ALL : 0;
		l->last = day;
	}
	l->asked |= bit(l, day);
	l->seen |= seen ? bit(l, day) : 0;
}

bool
lane_asked(const struct lane *l, int32_t day)
{
	return (l->asked & bit(l, day)) != 0;
}

bool
lane_seen(const struct lane *l, int32_t day)
{
	return (l->seen & bit(l, day)) != 0;
}
