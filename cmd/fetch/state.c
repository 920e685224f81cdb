#include "state.h"

static const struct {
	const char *name, *advice;
} states[STATE_N] = {
	[STATE_OK] = { "ok", "nothing to do" },
	[STATE_UNCHANGED] = { "unchanged", "nothing to do" },
	[STATE_RATE_LIMITED] = { "rate_limited", "run again later" },
	[STATE_AUTH] = { "auth",
	    "the platform wants a key: ask for an export" },
	[STATE_LOGIN_WALL] = { "login_wall",
	    "the platform wants a login: ask for an export" },
	[STATE_NOT_FOUND] = { "not_found", "check the declared address" },
	[STATE_GONE] = { "gone", "ask the owner for the new address" },
	[STATE_PRIVATE] = { "private", "not public: nothing more to fetch" },
	[STATE_SUSPENDED] = { "suspended", "closed by the platform" },
	[STATE_FORMAT_DRIFT] = { "format_drift",
	    "the platform has changed: the source file needs an update" },
	[STATE_TRANSIENT] = { "transient", "run again later" },
};

const char *
state_name(enum state s)
{
	return states[s].name;
}

enum state
state_find(struct str word)
{
	int s = 0;

	while (s < STATE_N && !str_eq(str_from(states[s].name), word))
		s++;
	return (enum state)s;
}

const char *
state_advice(enum state s)
{
	return states[s].advice;
}
