#include "http.h"

#include <ctype.h>
#include <curl/curl.h>
#include <time.h>
#include <unistd.h>

#include "address.h"
#include "http_tls.h"

/* Its own limit, of the number of headers; an older libcurl has none. */
#if LIBCURL_VERSION_NUM < 0x080600
#define CURLE_TOO_LARGE CURLE_OUT_OF_MEMORY
#endif

const struct http_limits http_limits_default = {
	.body = 16 << 20, .head = 64 << 10,
	.total_s = 60, .connect_s = 10, .idle_s = 20,
};

/* Called with the address that is about to be connected to. */
static curl_socket_t
open_socket(void *ctx, curlsocktype purpose, struct curl_sockaddr *to)
{
	struct conn *c = ctx;
	char text[ADDRESS_TEXT];
	int fd;

	(void)purpose;
	c->refused = c->net->local && address_loopback(&to->addr) ? false
	    : c->plain || !address_public(&to->addr);
	if (!c->refused) {
		(void)curl_easy_setopt(c->easy, CURLOPT_VERBOSE, 1L);
		fd = socket(to->family, to->socktype | SOCK_CLOEXEC,
		    to->protocol);
		if (fd >= 0)
			http_opened(c->net, fd);
		return fd;
	}
	address_text(&to->addr, text);
	transport_none(c->a, STATE_NOT_FOUND, AT_NOT_PUBLIC,
	    (int)(c->host.n < 80 ? c->host.n : 80), c->host.p, text);
	return CURL_SOCKET_BAD;
}

static int
close_socket(void *ctx, curl_socket_t fd)
{
	http_closed(ctx, fd);
	return close(fd);
}

static size_t
take_body(char *p, size_t size, size_t n, void *ctx)
{
	struct conn *c = ctx;
	size_t room = c->net->max.body - c->body.n;

	n *= size;
	c->body_long = n > room;
	buf_put(&c->body, (struct str){ p, n < room ? n : room });
	c->nomem = c->body.failed;
	return c->nomem || c->body_long ? 0 : n;
}

static struct str
trimmed(struct str s)
{
	while (s.n && isspace((unsigned char)s.p[0]))
		s = str_skip(s, 1);
	while (s.n && isspace((unsigned char)s.p[s.n - 1]))
		s.n--;
	return s;
}

/* The value of a header; one that comes again is added (RFC 9110, 5.3). */
static void
keep_header(struct conn *c, struct str *to, struct str value)
{
	char *p;

	if (!to->n) {
		*to = arena_copy(c->mem, value);
		c->nomem = !to->p;
		return;
	}
	p = arena_alloc(c->mem, 1, to->n + 2 + value.n + 1);
	c->nomem = !p;
	if (!p)
		return;
	memcpy(p, to->p, to->n);
	memcpy(p + to->n, ", ", 2);
	memcpy(p + to->n + 2, value.p, value.n);
	p[to->n + 2 + value.n] = '\0';
	*to = (struct str){ p, to->n + 2 + value.n };
}

/* Headers end in an empty line, if they were not cut. */
static bool
ends_blank(struct str head)
{
	return !head.n || str_ends(head, STR("\n\n")) ||
	    str_ends(head, STR("\n\r\n"));
}

/* A status line: the last block of headers counts.  HTTP/2 has none; what
 * libcurl makes of it becomes one that readers of WARC know. */
static void
begin_head(struct conn *c, struct str line)
{
	struct answer *a = c->a;

	*a = (struct answer){ .url = a->url, .captured = a->captured };
	buf_reset(&c->head);
	if (str_starts(line, STR("HTTP/1."))) {
		buf_put(&c->head, line);
		return;
	}
	while (line.n && line.p[0] != ' ')
		line = str_skip(line, 1);
	buf_put(&c->head, STR("HTTP/1.1"));
	buf_put(&c->head, line);
}

static size_t
take_header(char *p, size_t size, size_t n, void *ctx)
{
	struct conn *c = ctx;
	struct str line = { p, n * size }, *to;
	const char *colon = memchr(line.p, ':', line.n);

	if (c->head.n + line.n > c->net->max.head) {
		c->head_long = true;
		return 0;
	}
	if (c->body.n) /* trailers mean nothing to us */
		return n * size;
	/* Amid headers it is one: what came before is evidence. */
	if (ends_blank(buf_str(&c->head)) && str_starts(line, STR("HTTP/"))) {
		begin_head(c, line);
		return n * size;
	}
	buf_put(&c->head, line);
	c->nomem |= c->head.failed;
	if (colon) {
		size_t at = (size_t)(colon - line.p);

		to = transport_header(c->a, (struct str){ line.p, at });
		line = trimmed(str_skip(line, at + 1));
		if (to && line.n)
			keep_header(c, to, line);
	}
	return c->nomem ? 0 : n * size;
}

#define SET(option, value) \
	(rc = rc ? rc : curl_easy_setopt(c->easy, (option), (value)))

int
conn_open(struct conn *c, struct err *e)
{
	struct http *h = c->net;
	CURLcode rc = CURLE_OK;

	c->easy = curl_easy_init();
	if (!c->easy)
		return err_set(e, ERR_FAIL, "libcurl does not start");
	c->body.max = h->max.body + 1;
	c->head.max = c->sent.max = c->chain.max = h->max.head * 2;
	c->tls.max = 256;
	SET(CURLOPT_PROTOCOLS_STR, h->local ? "http,https" : "https");
	SET(CURLOPT_FOLLOWLOCATION, 0L);
	SET(CURLOPT_PROXY, "");
	SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	SET(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
	SET(CURLOPT_HTTP_CONTENT_DECODING, 0L);
	SET(CURLOPT_HTTP_TRANSFER_DECODING, 0L);
	SET(CURLOPT_NOSIGNAL, 1L);
	SET(CURLOPT_PIPEWAIT, 1L);
	SET(CURLOPT_BUFFERSIZE, 65536L);
	SET(CURLOPT_TIMEOUT, h->max.total_s);
	SET(CURLOPT_CONNECTTIMEOUT, h->max.connect_s);
	SET(CURLOPT_LOW_SPEED_LIMIT, 1L);
	SET(CURLOPT_LOW_SPEED_TIME, h->max.idle_s);
	SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
	SET(CURLOPT_OPENSOCKETDATA, c);
	SET(CURLOPT_CLOSESOCKETFUNCTION, close_socket);
	SET(CURLOPT_CLOSESOCKETDATA, h); /* a connection outlives a conn */
	SET(CURLOPT_WRITEFUNCTION, take_body);
	SET(CURLOPT_WRITEDATA, c);
	SET(CURLOPT_HEADERFUNCTION, take_header);
	SET(CURLOPT_HEADERDATA, c);
	rc = rc ? rc : (CURLcode)http_listen(c);
	SET(CURLOPT_PRIVATE, c);
	SET(CURLOPT_CERTINFO, 1L);
	if (h->ca)
		SET(CURLOPT_CAINFO, h->ca);
	if (rc)
		return err_set(e, ERR_FAIL, "libcurl: %s",
		    curl_easy_strerror(rc));
	return 0;
}

/* The headers of a question; libcurl reads them and owns none. */
struct headers {
	struct curl_slist v[7];
	size_t n;
};

/* "NAME: value" as one more; false: no memory. */
static bool
add_header(struct headers *h, struct arena *mem, struct str name,
    struct str value)
{
	struct curl_slist *to = &h->v[h->n];

	if (!value.n)
		return true;
	to->data = arena_alloc(mem, 1, name.n + value.n + 1);
	if (!to->data)
		return false;
	memcpy(to->data, name.p, name.n);
	memcpy(to->data + name.n, value.p, value.n);
	to->data[name.n + value.n] = '\0';
	if (h->n++)
		to[-1].next = to;
	return true;
}

static bool
set_request(struct conn *c, const struct request *q, struct headers *h)
{
	CURLcode rc = CURLE_OK;

	if (!add_header(h, c->mem, STR("User-Agent: "),
	        str_from(c->net->user_agent)) || /* quicker so */
	    !add_header(h, c->mem, STR("Accept: "), q->accept) ||
	    !add_header(h, c->mem, STR("Accept-Encoding: "), STR("gzip")) ||
	    !add_header(h, c->mem, STR("Content-Type: "),
	        q->post.n ? STR("application/json") : (struct str){ 0 }) ||
	    !add_header(h, c->mem, STR("If-None-Match: "), q->etag) ||
	    !add_header(h, c->mem, STR("If-Modified-Since: "), q->modified) ||
	    !add_header(h, c->mem, q->token_header, q->token))
		return false;
	SET(CURLOPT_URL, q->url.p);
	SET(CURLOPT_HTTPHEADER, h->v);
	if (q->post.n) {
		SET(CURLOPT_POSTFIELDSIZE, (long)q->post.n);
		SET(CURLOPT_POSTFIELDS, q->post.p);
	} else {
		SET(CURLOPT_HTTPGET, 1L);
	}
	return rc == CURLE_OK;
}

/* What the evidence says of an answer, whole or not. */
static void
keep_wire(struct conn *c, CURLcode rc)
{
	struct wire *w = &c->a->wire;
	const char *ip = NULL;
	long version = 0;

	(void)curl_easy_getinfo(c->easy, CURLINFO_PRIMARY_IP, &ip);
	(void)curl_easy_getinfo(c->easy, CURLINFO_HTTP_VERSION, &version);
	w->sent = buf_str(&c->sent);
	w->head = buf_str(&c->head);
	w->ip = str_from(ip);
	w->connection = http_tls_chain(c, w->ip);
	w->protocol = version >= CURL_HTTP_VERSION_2_0 ? STR("h2")
	    : version == CURL_HTTP_VERSION_1_0 ? STR("http/1.0")
	                                       : STR("http/1.1");
	if (rc || !ends_blank(w->head))
		w->truncated = c->body_long ? "length"
		    : rc == CURLE_OPERATION_TIMEDOUT ? "time" : "disconnect";
	c->a->body = buf_str(&c->body);
}

/* Which limit of time it was. */
static int
late(const struct conn *c)
{
	const struct http_limits *max = &c->net->max;
	curl_off_t began = 0, took = 0;

	(void)curl_easy_getinfo(c->easy, CURLINFO_PRETRANSFER_TIME_T, &began);
	(void)curl_easy_getinfo(c->easy, CURLINFO_TOTAL_TIME_T, &took);
	if (took >= (curl_off_t)max->total_s * 1000000)
		return transport_none(c->a, STATE_TRANSIENT, NO_ANSWER_WITHIN,
		    max->total_s);
	if (!began)
		return transport_none(c->a, STATE_TRANSIENT, NO_CONNECTION,
		    max->connect_s);
	return transport_none(c->a, STATE_TRANSIENT, SILENT, max->idle_s);
}

/* What it means that there is no whole answer. */
static int
failure(struct conn *c, CURLcode rc, struct err *e)
{
	struct answer *a = c->a;

	if (c->nomem || rc == CURLE_OUT_OF_MEMORY)
		return err_nomem(e);
	if (c->refused)
		return 0; /* open_socket() has said why */
	keep_wire(c, rc);
	if (c->body_long)
		return transport_none(a, STATE_FORMAT_DRIFT, LONG_BODY,
		    c->net->max.body);
	if (c->head_long)
		return transport_none(a, STATE_FORMAT_DRIFT, LONG_HEAD,
		    c->net->max.head);
	if (rc == CURLE_OPERATION_TIMEDOUT)
		return late(c);
	if (rc == CURLE_TOO_LARGE)
		return transport_none(a, STATE_FORMAT_DRIFT, NO_MEMORY);
	if (rc == CURLE_UNSUPPORTED_PROTOCOL && a->wire.ip.n)
		return transport_none(a, STATE_FORMAT_DRIFT, NO_HTTP);
	if (rc == CURLE_URL_MALFORMAT || rc == CURLE_UNSUPPORTED_PROTOCOL)
		return transport_none(a, STATE_NOT_FOUND, NOT_ASKABLE);
	return transport_none(a, STATE_TRANSIENT, SAID,
	    curl_easy_strerror(rc));
}

static int
perform(struct conn *c, const struct request *q, struct err *e)
{
	struct headers headers = { 0 };
	CURLcode rc = CURLE_OUT_OF_MEMORY;
	long status = 0;

	c->done = false;
	if (set_request(c, q, &headers) &&
	    curl_multi_add_handle(c->net->multi, c->easy) == CURLM_OK) {
		c->net->under_way++;
		while (!c->done)
			fiber_wait(c->fiber, INT64_MAX);
		c->net->under_way--;
		(void)curl_multi_remove_handle(c->net->multi, c->easy);
		rc = (CURLcode)c->rc;
	}
	(void)curl_easy_setopt(c->easy, CURLOPT_HTTPHEADER, NULL);
	c->nomem |= c->sent.failed;
	if (rc != CURLE_OK || c->nomem)
		return failure(c, rc, e);
	(void)curl_easy_getinfo(c->easy, CURLINFO_RESPONSE_CODE, &status);
	c->a->status = (int)status;
	keep_wire(c, rc);
	if (c->a->wire.truncated)
		return transport_none(c->a, STATE_TRANSIENT, CUT_HEAD);
	return 0;
}

int
conn_get(void *ctx, const struct request *q, struct arena *mem,
    struct answer *a, struct err *e)
{
	struct conn *c = ctx;
	struct sockaddr_storage literal;

	*a = (struct answer){ .url = q->url, .captured = c->net->now };
	if (c->net->now == INT64_MIN)
		a->captured = (int64_t)time(NULL);
	c->mem = mem;
	c->a = a;
	c->host = q->host;
	c->plain = q->plain;
	c->posts = q->post.n > 0;
	c->body_long = c->head_long = c->refused = c->nomem = false;
	buf_reset(&c->body);
	buf_reset(&c->head);
	buf_reset(&c->sent);
	if (address_parse(q->host, &literal) && !(c->net->local &&
	        address_loopback((struct sockaddr *)&literal)) &&
	    !address_public((struct sockaddr *)&literal))
		return transport_none(a, STATE_NOT_FOUND, NOT_PUBLIC,
		    STR_ARG(q->host));
	return perform(c, q, e);
}

void
conn_close(struct conn *c)
{
	if (c->easy)
		curl_easy_cleanup(c->easy);
	c->easy = NULL;
	buf_release(&c->body);
	buf_release(&c->head);
	buf_release(&c->sent);
	buf_release(&c->tls);
	buf_release(&c->chain);
}
