#ifndef HTTP_H
#define HTTP_H
/*
 * http -- questions over the network, and URLs; only this and http_url.c
 * include curl.h.
 *
 * Safe towards hostile servers and URLs: https only, public addresses only
 * (checked on the address that is connected to, whatever the name server
 * said), no redirects, proxies, cookies, .netrc or decoding, and a limit for
 * everything a server can make long.  `local` is for tests: http, and the
 * addresses of this machine.
 */
#include <stdbool.h>

#include "arena.h"
#include "buf.h"
#include "fiber.h"
#include "transport.h"

enum { HTTP_SOCKETS = 1024 };

struct http_limits {
	size_t body, head; /* bytes as they come over the wire */
	long total_s, connect_s, idle_s;
};

extern const struct http_limits http_limits_default;

/* What all conversations share. */
struct http {
	void *multi; /* CURLM *, owned */
	int epoll;   /* the sockets that libcurl waits for, owned */
	unsigned char own[HTTP_SOCKETS]; /* by socket; see http_multi.c */
	int64_t due; /* by fiber_clock(): when it wants its turn  */
	const char *user_agent;
	const char *ca; /* a file; NULL: the system's */
	bool local;
	int64_t now; /* what the clock says; INT64_MIN: ask it */
	long total, per_host; /* connections */
	struct http_limits max;
	unsigned under_way;
};

/* One conversation: a question at a time. */
struct conn {
	struct http *net;
	struct fiber *fiber; /* that asks */
	void *easy;          /* CURL *, owned */
	struct buf body, head, sent;
	struct buf tls, chain; /* of the last new connection */

	/* The question under way. */
	struct arena *mem;
	struct answer *a;
	struct str host;
	int rc;
	bool done, plain, posts, body_long, head_long, refused, nomem;
};

/* http_open(h, e): the first members up to max are set before.  Returns 0, or
 * -1 with *e set. */
int http_open(struct http *h, struct err *e);

/* http_wait(h, ms): let the network do its work for at most so long; fibers
 * whose answer came are awake then.  Returns 0, or -1 with *e set. */
int http_wait(struct http *h, int ms, struct err *e);

/* http_opened(h, fd), http_closed(h, fd): a socket of our own. */
void http_opened(struct http *h, int fd);
void http_closed(struct http *h, int fd);

/* http_close(h): safe on an all-zero struct. */
void http_close(struct http *h);

/* conn_open(c, e): net and fiber are set before.  0, or -1 with *e set. */
int conn_open(struct conn *c, struct err *e);

/* conn_get(c, q, mem, a, e): as transport.get; waits in its fiber. */
int conn_get(void *c, const struct request *q, struct arena *mem,
    struct answer *a, struct err *e);

/* conn_close(c): safe on an all-zero struct. */
void conn_close(struct conn *c);

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
