#include "http.h"

#include <ctype.h>
#include <curl/curl.h>
#include <time.h>
#include <unistd.h>

#include "address.h"
#include "utf8.h"

const struct http_limits http_limits_default = {
	.body = 16 << 20, .head = 64 << 10,
	.total_s = 60, .connect_s = 10, .idle_s = 20,
};

/* Called with the address that is about to be connected to. */
static curl_socket_t
open_socket(void *ctx, curlsocktype purpose, struct curl_sockaddr *to)
{
	struct http *h = ctx;
	char text[ADDRESS_TEXT];

	(void)purpose;
	h->refused = h->local && address_loopback(&to->addr) ? false
	    : h->plain || !address_public(&to->addr);
	if (!h->refused)
		return socket(to->family, to->socktype | SOCK_CLOEXEC,
		    to->protocol);
	address_text(&to->addr, text);
	transport_none(h->a, STATE_NOT_FOUND, "refused: %.*s is at %s, which "
	    "is not a public address", (int)(h->host.n < 80 ? h->host.n : 80),
	    h->host.p, text);
	return CURL_SOCKET_BAD;
}

static size_t
take_body(char *p, size_t size, size_t n, void *ctx)
{
	struct http *h = ctx;

	n *= size;
	if (n > h->max.body - h->body.n) {
		h->body_long = true;
		return 0;
	}
	buf_put(&h->body, (struct str){ p, n });
	h->nomem = h->body.failed;
	return h->nomem ? 0 : n;
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
keep_header(struct http *h, struct str *to, struct str value)
{
	char *p;

	if (!to->n) {
		*to = arena_copy(h->mem, value);
		h->nomem = !to->p;
		return;
	}
	p = arena_alloc(h->mem, 1, to->n + 2 + value.n + 1);
	h->nomem = !p;
	if (!p)
		return;
	memcpy(p, to->p, to->n);
	memcpy(p + to->n, ", ", 2);
	memcpy(p + to->n + 2, value.p, value.n);
	p[to->n + 2 + value.n] = '\0';
	*to = (struct str){ p, to->n + 2 + value.n };
}

static size_t
take_header(char *p, size_t size, size_t n, void *ctx)
{
	struct http *h = ctx;
	struct str line = { p, n * size }, *to;
	const char *colon = memchr(line.p, ':', line.n);

	if (line.n > h->max.head - h->head) {
		h->head_long = true;
		return 0;
	}
	h->head += line.n;
	if (str_starts(line, STR("HTTP/"))) { /* the last block counts */
		struct answer *a = h->a;

		a->type = a->link = a->retry_after = a->location =
		    (struct str){ 0 };
	} else if (colon) {
		size_t at = (size_t)(colon - line.p);

		to = transport_header(h->a, (struct str){ line.p, at });
		line = trimmed(str_skip(line, at + 1));
		if (to && line.n)
			keep_header(h, to, line);
	}
	return h->nomem ? 0 : n * size;
}

#define SET(option, value) \
	(rc = rc ? rc : curl_easy_setopt(h->easy, (option), (value)))

int
http_open(struct http *h, struct err *e)
{
	CURLcode rc = curl_global_init(CURL_GLOBAL_DEFAULT);

	h->easy = rc ? NULL : curl_easy_init();
	if (!h->easy)
		return err_set(e, ERR_FAIL, "libcurl does not start");
	h->body.max = h->max.body;
	SET(CURLOPT_PROTOCOLS_STR, h->local ? "http,https" : "https");
	SET(CURLOPT_FOLLOWLOCATION, 0L);
	SET(CURLOPT_PROXY, "");
	SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	SET(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
	SET(CURLOPT_HTTP_CONTENT_DECODING, 0L);
	SET(CURLOPT_USERAGENT, h->user_agent);
	SET(CURLOPT_TIMEOUT, h->max.total_s);
	SET(CURLOPT_CONNECTTIMEOUT, h->max.connect_s);
	SET(CURLOPT_LOW_SPEED_LIMIT, 1L);
	SET(CURLOPT_LOW_SPEED_TIME, h->max.idle_s);
	SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
	SET(CURLOPT_OPENSOCKETDATA, h);
	SET(CURLOPT_WRITEFUNCTION, take_body);
	SET(CURLOPT_WRITEDATA, h);
	SET(CURLOPT_HEADERFUNCTION, take_header);
	SET(CURLOPT_HEADERDATA, h);
	if (rc)
		return err_set(e, ERR_FAIL, "libcurl: %s",
		    curl_easy_strerror(rc));
	return 0;
}

/* "NAME: value" as one more header of the list; false: no memory. */
static bool
add_header(struct curl_slist **list, struct arena *mem, struct str name,
    struct str value)
{
	char *p = arena_alloc(mem, 1, name.n + value.n + 1);
	struct curl_slist *longer;

	if (!p)
		return false;
	memcpy(p, name.p, name.n);
	memcpy(p + name.n, value.p, value.n);
	p[name.n + value.n] = '\0';
	longer = curl_slist_append(*list, p);
	if (longer)
		*list = longer;
	return longer != NULL;
}

static bool
set_request(struct http *h, const struct request *q, struct curl_slist **list)
{
	CURLcode rc = CURLE_OK;

	if (!add_header(list, h->mem, STR("Accept: "), q->accept) ||
	    (q->token.n && !add_header(list, h->mem,
	        STR("Authorization: Bearer "), q->token)))
		return false;
	SET(CURLOPT_URL, q->url.p);
	SET(CURLOPT_HTTPHEADER, *list);
	return rc == CURLE_OK;
}

/* What it means that there is no whole answer. */
static int
failure(struct http *h, CURLcode rc, struct err *e)
{
	struct answer *a = h->a;

	if (h->nomem || rc == CURLE_OUT_OF_MEMORY)
		return err_nomem(e);
	if (h->body_long)
		return transport_none(a, STATE_FORMAT_DRIFT,
		    "the answer is longer than %zu bytes", h->max.body);
	if (h->head_long)
		return transport_none(a, STATE_FORMAT_DRIFT,
		    "the headers are longer than %zu bytes", h->max.head);
	if (h->refused)
		return 0; /* open_socket() has said why */
	if (rc == CURLE_URL_MALFORMAT || rc == CURLE_UNSUPPORTED_PROTOCOL)
		return transport_none(a, STATE_NOT_FOUND,
		    "refused: not a URL that can be asked");
	return transport_none(a, STATE_TRANSIENT, "%s", curl_easy_strerror(rc));
}

static int
perform(struct http *h, const struct request *q, struct err *e)
{
	struct curl_slist *list = NULL;
	CURLcode rc = CURLE_OUT_OF_MEMORY;
	long status = 0;

	if (set_request(h, q, &list))
		rc = curl_easy_perform(h->easy);
	(void)curl_easy_setopt(h->easy, CURLOPT_HTTPHEADER, NULL);
	curl_slist_free_all(list);
	if (rc != CURLE_OK)
		return failure(h, rc, e);
	(void)curl_easy_getinfo(h->easy, CURLINFO_RESPONSE_CODE, &status);
	h->a->status = (int)status;
	h->a->body = buf_str(&h->body);
	return 0;
}

int
http_get(void *ctx, const struct request *q, struct arena *mem,
    struct answer *a, struct err *e)
{
	struct http *h = ctx;
	struct sockaddr_storage literal;
	struct url u;

	*a = (struct answer){ .url = q->url, .captured = h->now };
	if (h->now == INT64_MIN)
		a->captured = (int64_t)time(NULL);
	switch (http_url(q->url, NULL, mem, &u)) {
	case URL_GOOD:
		break;
	case URL_BAD:
		return transport_none(a, STATE_NOT_FOUND,
		    "refused: not a URL");
	case URL_NOMEM:
		return err_nomem(e);
	}
	h->mem = mem;
	h->a = a;
	h->host = u.host;
	h->plain = !str_eq(u.scheme, STR("https"));
	h->body_long = h->head_long = h->refused = h->nomem = false;
	h->head = 0;
	buf_reset(&h->body);
	if (address_parse(u.host, &literal) &&
	    !(h->local && address_loopback((struct sockaddr *)&literal)) &&
	    !address_public((struct sockaddr *)&literal))
		return transport_none(a, STATE_NOT_FOUND, "refused: %.*s is "
		    "not a public address", STR_ARG(u.host));
	return perform(h, q, e);
}

void
http_close(struct http *h)
{
	if (!h->easy)
		return;
	curl_easy_cleanup(h->easy);
	curl_global_cleanup();
	buf_release(&h->body);
	h->easy = NULL;
}

/* One part of a URL, in the arena; absent: { NULL, 0 }. */
static bool
part(CURLU *c, CURLUPart what, struct arena *mem, struct str *s)
{
	char *text = NULL;
	CURLUcode rc = curl_url_get(c, what, &text, 0);

	*s = (struct str){ 0 };
	if (rc == CURLUE_OUT_OF_MEMORY)
		return false;
	if (rc)
		return true;
	*s = arena_copy(mem, str_from(text));
	curl_free(text);
	return s->p != NULL;
}

static bool
parts(CURLU *c, struct arena *mem, struct url *u)
{
	struct str user, password;

	if (!part(c, CURLUPART_SCHEME, mem, &u->scheme) ||
	    !part(c, CURLUPART_HOST, mem, &u->host) ||
	    !part(c, CURLUPART_PORT, mem, &u->port) ||
	    !part(c, CURLUPART_USER, mem, &user) ||
	    !part(c, CURLUPART_PASSWORD, mem, &password))
		return false;
	for (size_t i = 0; i < u->host.n; i++) /* our own copy */
		((char *)(uintptr_t)u->host.p)[i] =
		    (char)tolower((unsigned char)u->host.p[i]);
	u->user = user.p || password.p;
	return true;
}

/* A host that every reader reads alike: letters, digits, '-', '.', or an
 * address in brackets.  "%62" is a 'b' to one and itself to another. */
static bool
plain_host(struct str host)
{
	for (size_t i = 0; i < host.n; i++)
		if (!isalnum((unsigned char)host.p[i]) &&
		    (!host.p[i] || !strchr("-.:[]_", host.p[i])))
			return false;
	return host.n > 0;
}

enum url_status
http_url(struct str text, const struct str *base, struct arena *mem,
    struct url *u)
{
	const unsigned flags = CURLU_NON_SUPPORT_SCHEME;
	struct str copy = arena_copy(mem, text);
	CURLU *c = curl_url();
	bool room = copy.p && c;
	CURLUcode rc = CURLUE_OK;

	*u = (struct url){ .text = copy };
	if (!text.n || memchr(text.p, '\0', text.n) ||
	    utf8_bad(text) < text.n)
		rc = CURLUE_MALFORMED_INPUT;
	if (room && !rc) {
		rc = curl_url_set(c, CURLUPART_URL, copy.p, flags);
		if (rc && rc != CURLUE_OUT_OF_MEMORY && base) {
			rc = curl_url_set(c, CURLUPART_URL, base->p, flags);
			rc = rc ? rc : curl_url_set(c, CURLUPART_URL, copy.p,
			    flags | CURLU_URLENCODE);
			if (!rc)
				room = part(c, CURLUPART_URL, mem, &u->text);
		}
	}
	if (room && !rc)
		room = parts(c, mem, u);
	curl_url_cleanup(c);
	if (!room || rc == CURLUE_OUT_OF_MEMORY)
		return URL_NOMEM;
	return rc || !plain_host(u->host) ? URL_BAD : URL_GOOD;
}
