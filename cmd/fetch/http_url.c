#include <arpa/inet.h>
#include <ctype.h>
#include <curl/curl.h>

#include "http.h"
#include "utf8.h"

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

/* A name whose last part is letters only, or four numbers: none of the other
 * ways to write an address. */
static bool
usual_host(struct str host)
{
	char text[256];
	struct in_addr a;
	size_t i = host.n;

	if (!host.n || host.n >= sizeof(text))
		return false;
	while (i && host.p[i - 1] >= 'a' && host.p[i - 1] <= 'z')
		i--;
	if (i < host.n)
		return i && host.p[i - 1] == '.';
	memcpy(text, host.p, host.n);
	text[host.n] = '\0';
	return inet_pton(AF_INET, text, &a) == 1;
}

/* What may stand somewhere beside small letters: a bit for each of ' ' to '_'. */
#define BIT(c) (UINT64_C(1) << ((c) - ' '))
#define DIGITS (UINT64_C(0x3ff) << ('0' - ' '))
#define CAPITALS (UINT64_C(0x3ffffff) << ('A' - ' '))

static const uint64_t in_host = DIGITS | BIT('-') | BIT('.');
static const uint64_t in_rest = DIGITS | CAPITALS | BIT('/') | BIT('?') |
    BIT('=') | BIT('&') | BIT('%') | BIT('-') | BIT('.') | BIT('_') |
    BIT('@') | BIT('+') | BIT(',') | BIT(':');

/* Bytes of s, from the first on, that may. */
static size_t
span(struct str s, uint64_t may)
{
	size_t i = 0;

	while (i < s.n && ((s.p[i] >= 'a' && s.p[i] <= 'z') ||
	    ((unsigned char)s.p[i] - 32u < 64 && may >> (s.p[i] - ' ') & 1)))
		i++;
	return i;
}

static bool
usual_port(struct str s)
{
	unsigned long n = 0;

	for (size_t i = 0; i < s.n && i < 6; i++) {
		if (s.p[i] > '9')
			return false;
		n = n * 10 + (unsigned long)(s.p[i] - '0');
	}
	return s.n && s.n < 6 && s.p[0] != '0' && n <= 65535;
}

/*
 * The URLs that nearly all are, in a tenth of the time: nothing in them that
 * two readers could read differently.  false: libcurl has to look.
 */
static bool
usual(struct url *u)
{
	struct str s = u->text;

	u->scheme = (struct str){ s.p, str_starts(s, STR("https://")) ? 5
	    : str_starts(s, STR("http://")) ? 4 : 0 };
	if (!u->scheme.n)
		return false;
	s = str_skip(s, u->scheme.n + 3);
	u->host = (struct str){ s.p, span(s, in_host) };
	s = str_skip(s, u->host.n);
	if (!usual_host(u->host))
		return false;
	if (str_starts(s, STR(":"))) {
		u->port = (struct str){ s.p + 1, span(str_skip(s, 1), DIGITS) };
		s = str_skip(s, u->port.n + 1);
		if (!usual_port(u->port))
			return false;
	}
	return str_starts(s, STR("/")) && span(s, in_rest) == s.n;
}

enum url_status
http_url(struct str text, const struct str *base, struct arena *mem,
    struct url *u)
{
	const unsigned flags = CURLU_NON_SUPPORT_SCHEME;
	struct str copy = arena_copy(mem, text);
	CURLUcode rc = CURLUE_OK;
	CURLU *c;
	bool room;

	*u = (struct url){ .text = copy };
	if (!base && copy.p && usual(u))
		return URL_GOOD;
	c = curl_url();
	room = copy.p && c;
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
