#include "coverage.h"

#include <stdio.h>

void
coverage_fail(struct coverage *v, enum state state, const char *why)
{
	v->state = state;
	(void)snprintf(v->why, sizeof(v->why), "%.*s", WHY - 1, why);
}

void
coverage_note(struct coverage *v, struct str name, const char *why)
{
	size_t n = strlen(v->why);

	(void)snprintf(v->why + n, sizeof(v->why) - n, "%s%.*s%s%s",
	    n ? "; " : "", STR_ARG(name), name.n ? ": " : "", why);
}
