#include "robots.h"

#include <stdio.h>
#include <strings.h>

#include "ask.h"
#include "http.h"

enum { MEM_FIRST = 1 << 12, MEM_MAX = 64 << 20, RULES = 500 << 10 };

struct robots_host {
	struct str site, rules; /* https://host:port */
	bool closed;            /* nobody could say: then nothing is asked */
	struct robots_host *next;
};

int
robots_init(struct robots *r, struct err *e)
{
	return arena_init(&r->mem, MEM_FIRST, MEM_MAX) == 0 ? 0
	    : err_nomem(e);
}

void
robots_release(struct robots *r)
{
	arena_release(&r->mem);
}

/* "name: value", comments and spaces cut off. */
static bool
take_rule(struct str *text, struct str *name, struct str *value)
{
	const char *nl = text->n ? memchr(text->p, '\n', text->n) : NULL;
	struct str line = { text->p, nl ? (size_t)(nl - text->p) : text->n };
	const char *p;

	if (!text->n)
		return false;
	*text = str_skip(*text, nl ? line.n + 1 : line.n);
	*name = *value = (struct str){ 0 };
	p = line.n ? memchr(line.p, '#', line.n) : NULL;
	if (p)
		line.n = (size_t)(p - line.p);
	while (line.n && (unsigned char)line.p[line.n - 1] <= ' ')
		line.n--;
	while (line.n && (unsigned char)line.p[0] <= ' ')
		line = str_skip(line, 1);
	p = line.n ? memchr(line.p, ':', line.n) : NULL;
	if (!p)
		return true;
	*name = (struct str){ line.p, (size_t)(p - line.p) };
	line = str_skip(line, name->n + 1);
	while (name->n && (unsigned char)name->p[name->n - 1] <= ' ')
		name->n--;
	while (line.n && (unsigned char)line.p[0] <= ' ')
		line = str_skip(line, 1);
	*value = line;
	return true;
}

static bool
is(struct str s, struct str word)
{
	return s.n == word.n && strncasecmp(s.p, word.p, s.n) == 0;
}

/* '*' stands for anything, '$' at the end for the end; without a stack, by
 * going back to the last '*' only. */
static bool
fits(struct str rule, struct str path)
{
	size_t r = 0, p = 0, star = SIZE_MAX, from = 0;
	bool to_end = str_ends(rule, STR("$"));

	if (to_end)
		rule.n--;
	for (;;) {
		if (r < rule.n && rule.p[r] == '*') {
			star = r++;
			from = p;
		} else if (r == rule.n && (!to_end || p == path.n)) {
			return true;
		} else if (r < rule.n && p < path.n &&
		    rule.p[r] == path.p[p]) {
			r++;
			p++;
		} else if (star != SIZE_MAX && from < path.n) {
			r = star + 1;
			p = ++from;
		} else {
			return false;
		}
	}
}

/* The rules of one group; *found: there is such a group. */
static bool
group_says(struct str text, struct str agent, struct str path, bool *found)
{
	bool ours = false, heads = false, allowed = true;
	struct str name, value;
	size_t longest = 0;

	while (take_rule(&text, &name, &value)) {
		bool allow = is(name, STR("allow"));

		if (is(name, STR("user-agent"))) {
			ours = (heads && ours) || is(value, agent);
			heads = true;
			*found |= ours;
			continue;
		}
		if (!allow && !is(name, STR("disallow")))
			continue;
		heads = false;
		if (!ours || !value.n || !fits(value, path))
			continue;
		if (value.n > longest || (value.n == longest && allow)) {
			longest = value.n;
			allowed = allow;
		}
	}
	return allowed;
}

bool
robots_says(struct str text, struct str agent, struct str path)
{
	bool found = false, allowed;

	if (str_starts(text, STR("\xEF\xBB\xBF")))
		text = str_skip(text, 3);
	allowed = group_says(text, agent, path, &found);
	if (!found)
		allowed = group_says(text, STR("*"), path, &found);
	return allowed;
}

/* Ask for the rules of a site.  RFC 9309, 2.3.1: what is not there allows all,
 * what cannot be reached nothing. */
static int
ask_rules(struct robots *r, struct ask *k, const struct source *s,
    struct robots_host *h, struct arena *mem, struct err *e)
{
	struct source plain = { .name = s->name, .accept = STR("text/plain"),
		.budget = s->budget, .budget_s = s->budget_s };
	struct question q = { .source = &plain };
	struct robots *mine = k->robots;
	char *p = arena_alloc(mem, 1, h->site.n + sizeof("/robots.txt"));
	struct answer a;
	int rc;

	if (!p)
		return err_nomem(e);
	memcpy(p, h->site.p, h->site.n);
	memcpy(p + h->site.n, "/robots.txt", sizeof("/robots.txt"));
	q.url = (struct str){ p, h->site.n + sizeof("/robots.txt") - 1 };
	k->robots = NULL;
	rc = ask_get(k, &q, mem, &a, e);
	k->robots = mine;
	if (rc != 0)
		return -1;
	/* What may not be asked at all is refused with the question itself. */
	h->closed = (a.status == 0 && a.state != STATE_NOT_FOUND) ||
	    a.status >= 500 || a.status == 429;
	if (a.status < 200 || a.status > 299)
		return 0;
	if (a.body.n > RULES)
		a.body.n = RULES;
	h->rules = arena_copy(&r->mem, a.body);
	return h->rules.p ? 0 : err_nomem(e);
}

static int
find(struct robots *r, struct ask *k, const struct source *s, struct str site,
    struct arena *mem, struct robots_host **found, struct err *e)
{
	struct robots_host *h = r->hosts;

	while (h && !str_eq(h->site, site))
		h = h->next;
	*found = h;
	if (h)
		return 0;
	h = arena_alloc(&r->mem, sizeof(*h), 1);
	if (!h)
		return err_nomem(e);
	*h = (struct robots_host){ .site = arena_copy(&r->mem, site) };
	if (!h->site.p)
		return err_nomem(e);
	/* Two may ask at the same time; that does no harm. */
	if (ask_rules(r, k, s, h, mem, e) != 0)
		return -1;
	h->next = r->hosts;
	r->hosts = *found = h;
	return 0;
}

int
robots_allow(struct robots *r, struct ask *k, const struct source *s,
    const struct url *u, struct arena *mem, struct answer *a, struct err *e)
{
	const char *slash = memmem(u->text.p, u->text.n, "://", 3);
	struct robots_host *h;
	struct str path = { 0 }, site = u->text;
	size_t n = slash ? (size_t)(slash - u->text.p) + 3 : 0;

	while (n < u->text.n && !strchr("/?#", u->text.p[n]))
		n++;
	site.n = n;
	path = str_skip(u->text, n);
	if (!path.n || path.p[0] != '/')
		path = STR("/");
	if (find(r, k, s, site, mem, &h, e) != 0)
		return -1;
	if (!h->closed && robots_says(h->rules, STR("netral"), path))
		return 1;
	return transport_none(a, h->closed ? STATE_TRANSIENT : STATE_NOT_FOUND,
	    h->closed ? "its robots.txt could not be read, so it is not asked"
	              : "refused: its robots.txt asks not to fetch this");
}
