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
