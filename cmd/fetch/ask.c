#include "ask.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "http.h"

enum { HOPS = 5, NAME = 128 };

/* The key of a source; { NULL, 0 } if it has none. */
static struct str
token(const struct source *s)
{
	char name[NAME];

	if (!s->token_env.n || s->token_env.n >= sizeof(name))
		return (struct str){ 0 };
	memcpy(name, s->token_env.p, s->token_env.n);
	name[s->token_env.n] = '\0';
	return str_from(getenv(name));
}

int
ask_token(const struct source *s, struct err *e)
{
	struct str t = token(s);

	if (s->token_env.n >= NAME)
		return err_set(e, ERR_USAGE, "%s: auth.env: too long",
		    s->conf.path);
	for (size_t i = 0; i < t.n; i++)
		if (t.p[i] <= ' ' || t.p[i] > '~')
			return err_set(e, ERR_USAGE, "%.*s: holds a byte that "
			    "no key has", STR_ARG(s->token_env));
	return 0;
}

static bool
may_see_token(const struct source *s, struct str host)
{
	for (size_t i = 0; i < s->token_hosts.n; i++)
		if (str_eq(s->token_hosts.v[i], host))
			return true;
	return false;
}

/* Why this URL is not asked; NULL if it may be. */
static const char *
forbidden(const struct ask *k, const struct url *u)
{
	if (u->user)
		return "a URL with a name or password in it";
	if (!str_eq(u->scheme, STR("https")) &&
	    !(k->local && str_eq(u->scheme, STR("http"))))
		return "not an https URL";
	return NULL;
}

static bool
is_redirect(const struct answer *a)
{
	return a->location.n && (a->status == 301 || a->status == 302 ||
	    a->status == 303 || a->status == 307 || a->status == 308);
}

/* No answer: the URL itself is at fault. */
static int
refuse(struct answer *a, int hop, const char *why)
{
	if (hop == 0)
		return transport_none(a, STATE_NOT_FOUND, "refused: %s", why);
	return transport_none(a, STATE_NOT_FOUND, "redirect %d refused: %s",
	    hop, why);
}

int
ask_get(struct ask *k, const struct source *s, struct str url,
    struct arena *mem, struct answer *a, struct err *e)
{
	struct request q = { .accept = s->accept };
	struct str base = { 0 };
	enum url_status st;
	struct url u;

	*a = (struct answer){ .url = url };
	for (int hop = 0; hop <= HOPS; hop++) {
		const char *why;

		st = http_url(url, hop ? &base : NULL, mem, &u);
		if (st == URL_NOMEM)
			return err_nomem(e);
		why = st == URL_BAD ? "not a URL" : forbidden(k, &u);
		if (why)
			return refuse(a, hop, why);
		q.url = base = u.text;
		q.token = (struct str){ 0 };
		if (hop == 0 && may_see_token(s, u.host))
			q.token = token(s);
		k->requests++;
		if (k->transport.get(k->transport.ctx, &q, mem, a, e) != 0)
			return -1;
		if (a->status == 0 || !is_redirect(a))
			return 0;
		url = a->location;
	}
	return transport_none(a, STATE_FORMAT_DRIFT,
	    "more than %d redirects", HOPS);
}

static bool
contains(struct str s, struct str part)
{
	return memmem(s.p, s.n, part.p, part.n) != NULL;
}

static bool
type_is(struct str type, struct str wanted)
{
	return type.n >= wanted.n &&
	    strncasecmp(type.p, wanted.p, wanted.n) == 0;
}

static bool
rule_fits(const struct rule *r, const struct answer *a)
{
	return (!r->status || r->status == a->status) &&
	    (!r->type.n || type_is(a->type, r->type)) &&
	    (!r->contains.n || (a->body.n && contains(a->body, r->contains)));
}

/* Text of a server, for people: printable ASCII, not long. */
static void
add_text(char why[WHY], const char *label, struct str s)
{
	size_t n = strlen(why);

	if (!s.n)
		return;
	(void)snprintf(why + n, WHY - n, ", %s %.*s", label,
	    (int)(s.n < 60 ? s.n : 60), s.p);
	for (; why[n]; n++)
		if (why[n] < ' ' || why[n] > '~')
			why[n] = '?';
}

enum state
ask_state(const struct source *s, const struct answer *a, bool fits,
    char why[WHY])
{
	enum state state = (enum state)s->by_status[a->status];
	bool good = a->status >= 200 && a->status < 300;

	if (state == STATE_N)
		state = good ? STATE_OK
		    : a->status == 304 ? STATE_UNCHANGED : STATE_TRANSIENT;
	if (state == STATE_OK && fits)
		return STATE_OK;
	for (size_t i = 0; i < s->n_rules; i++)
		if (rule_fits(&s->rules[i], a)) {
			state = s->rules[i].state;
			why[0] = '\0';
			break;
		}
	if (state == STATE_OK)
		state = STATE_FORMAT_DRIFT;
	if (why[0])
		return state;
	(void)snprintf(why, WHY, "HTTP %d", a->status);
	if (good)
		add_text(why, "Content-Type", a->type);
	add_text(why, "Retry-After", a->retry_after);
	return state;
}
