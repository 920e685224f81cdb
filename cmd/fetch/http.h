#ifndef HTTP_H
#define HTTP_H
/*
 * http -- GET over the network, and URLs; the only file that includes
 * curl.h.
 *
 * Safe towards hostile servers and URLs: https only, public addresses only
 * (checked on the address that is connected to, whatever the name server
 * said), no redirects, proxies, cookies, .netrc or decoding, and a limit for
 * everything a server can make long.  `local` is for tests: http, and the
 * addresses of this machine.
 */
#include <stdbool.h>

#include "buf.h"
#include "transport.h"

struct http_limits {
	size_t body, head; /* bytes as they come over the wire */
	long total_s, connect_s, idle_s;
};

extern const struct http_limits http_limits_default;

struct http {
	void *easy; /* CURL *, owned */
	const char *user_agent;
	bool local;
	int64_t now; /* what the clock says; INT64_MIN: ask it */
	struct http_limits max;
	struct buf body;

	/* The question under way. */
	struct arena *mem;
	struct answer *a;
	struct str host;
	bool plain, body_long, head_long, refused, nomem;
	size_t head;
};

/* http_open(h, e): user_agent, local, now and max are set before.  Returns 0,
 * or -1 with *e set. */
int http_open(struct http *h, struct err *e);

/* http_get(h, q, mem, a, e): as transport.get. */
int http_get(void *h, const struct request *q, struct arena *mem,
    struct answer *a, struct err *e);

/* http_close(h): safe on an all-zero struct. */
void http_close(struct http *h);

struct url {
	struct str text;         /* whole, a NUL behind it       */
	struct str scheme, host; /* host: lower case             */
	struct str port;         /* { NULL, 0 }: the usual one   */
	bool user;               /* it holds a name or password  */
};

enum url_status { URL_GOOD, URL_BAD, URL_NOMEM };

/* http_url(text, base, mem, u): take a URL apart.  A relative one is
 * resolved against base (RFC 3986, 5); base may be NULL. */
enum url_status http_url(struct str text, const struct str *base,
    struct arena *mem, struct url *u);
#endif
