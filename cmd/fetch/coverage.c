#include "coverage.h"

#include <stdarg.h>
#include <stdio.h>

void
coverage_failed(struct coverage *v, enum state state, const char *fmt, ...)
{
	va_list ap;

	v->state = state;
	va_start(ap, fmt);
	(void)vsnprintf(v->why, sizeof(v->why), fmt, ap);
	va_end(ap);
}

void
coverage_noted(struct coverage *v, struct str list, const char *fmt, ...)
{
	size_t n = strlen(v->why);
	char why[WHY];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(why, sizeof(why), fmt, ap);
	va_end(ap);
	(void)snprintf(v->why + n, sizeof(v->why) - n, "%s%.*s%s%s",
	    n ? "; " : "", STR_ARG(list), list.n ? ": " : "", why);
}
