#include "robots.h"

enum { MEM_FIRST = 1 << 12, MEM_MAX = 64 << 20, RULES = 500 << 10 };

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
		bool allow = str_same(name, STR("allow"));

		if (str_same(name, STR("user-agent"))) {
			ours = (heads && ours) || str_same(value, agent);
			heads = true;
			*found |= ours;
			continue;
		}
		if (!allow && !str_same(name, STR("disallow")))
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

const struct robots_site *
robots_find(const struct robots *r, struct str site)
{
	const struct robots_site *h = r->sites;

	while (h && !str_eq(h->site, site))
		h = h->next;
	return h;
}

/* RFC 9309, 2.3.1: what is not there allows all, what cannot be reached
 * nothing.  What may not be asked at all is refused with its own question. */
const struct robots_site *
robots_learn(struct robots *r, struct str site, const struct answer *a,
    struct err *e)
{
	static const struct robots_site closed = { .closed = true };
	struct robots_site *h = arena_alloc(&r->mem, sizeof(*h), 1);
	struct str rules = a->body;

	if (a->status < 200 || a->status > 299)
		rules.n = 0;
	if (rules.n > RULES)
		rules.n = RULES;
	if (h)
		*h = (struct robots_site){ .site = arena_copy(&r->mem, site),
			.rules = arena_copy(&r->mem, rules),
			.closed = (a->status == 0 &&
			    a->state != STATE_NOT_FOUND) ||
			    a->status >= 500 || a->status == 429,
			.next = r->sites };
	/* One who leads from site to site shall not end the run of others. */
	if (r->mem.full && !r->mem.oom)
		return &closed;
	if (!h || !h->site.p || !h->rules.p) {
		err_nomem(e);
		return NULL;
	}
	r->sites = h;
	return h;
}
