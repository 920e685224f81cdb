#include "transport.h"

#include <stdarg.h>
#include <stdio.h>

int
transport_without(struct answer *a, enum state state, const char *fmt, ...)
{
	va_list ap;

	a->status = 0;
	a->state = state;
	va_start(ap, fmt);
	(void)vsnprintf(a->why, sizeof(a->why), fmt, ap);
	va_end(ap);
	for (char *p = a->why; *p; p++)
		if (*p < ' ' || *p > '~')
			*p = '?';
	return 0;
}

struct str *
transport_header(struct answer *a, struct str name)
{
	const struct {
		const char *name;
		struct str *to;
	} wanted[] = {
		{ "content-type", &a->type },
		{ "link", &a->link },
		{ "retry-after", &a->retry_after },
		{ "location", &a->location },
		{ "content-encoding", &a->encoding },
		{ "transfer-encoding", &a->transfer },
		{ "etag", &a->etag },
		{ "last-modified", &a->modified },
		{ "x-ratelimit-remaining", &a->remaining },
		{ "x-rate-limit-remaining", &a->remaining },
		{ "ratelimit-remaining", &a->remaining },
		{ "x-ratelimit-reset", &a->reset },
		{ "x-rate-limit-reset", &a->reset },
		{ "ratelimit-reset", &a->reset },
		{ "ratelimit", &a->limit },
	};

	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		if (str_same(name, str_from(wanted[i].name)))
			return wanted[i].to;
	return NULL;
}
