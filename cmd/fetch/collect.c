#include "collect.h"

#include "ndjson.h"

enum { MEM_FIRST = 1 << 16, RESOLVED = 4096, URL_MAX = 8192 };

#define ACCOUNT_MAX ((size_t)64 << 20)

int
collect_init(struct collect *c, struct err *e)
{
	if (arena_init(&c->page, MEM_FIRST, nd_limits_default.mem * 2) != 0 ||
	    arena_init(&c->account, MEM_FIRST, ACCOUNT_MAX) != 0 ||
	    arena_init(&c->resolved, RESOLVED, RESOLVED) != 0)
		return err_nomem(e);
	c->filled.max = URL_MAX;
	return 0;
}

struct note {
	char of[WARC_ID];
	int64_t captured;
	size_t n; /* bytes of JSON that follow */
};

void
collect_note(struct collect *c, struct str json, const char of[WARC_ID],
    int64_t captured)
{
	struct note n = { .captured = captured, .n = json.n + 1 };

	if (!c->ask.warc)
		return;
	if (of)
		memcpy(n.of, of, sizeof(n.of));
	buf_put(&c->notes, (struct str){ (const char *)&n, sizeof(n) });
	buf_put(&c->notes, json);
	buf_char(&c->notes, '}');
}

int
collect_say(struct collect *c, struct err *e)
{
	struct str s = buf_str(&c->notes);
	struct note n;

	if (buf_check(&c->lines, e) != 0 || buf_check(&c->notes, e) != 0)
		return -1;
	while (s.n) {
		memcpy(&n, s.p, sizeof(n));
		s = str_skip(s, sizeof(n));
		warc_metadata(c->ask.warc, n.of[0] ? n.of : NULL, n.captured,
		    (struct str){ s.p, n.n });
		s = str_skip(s, n.n);
	}
	if (evidence_say(c->run->evidence, buf_str(&c->lines), e) != 0)
		return -1;
	buf_reset(&c->lines);
	buf_reset(&c->notes);
	return 0;
}

bool
collect_wants_all(const struct walk *w)
{
	return w->about.target->role == ROLE_CANDIDATE &&
	    w->about.target->source->n_interactions;
}

int
collect_recall(struct collect *c, struct walk *w, struct err *e)
{
	const struct source *s = w->about.target->source;
	struct known *k = &w->known;

	w->stop = c->run->since;
	w->now = store_nothing;
	if (store_known(&c->run->evidence->store, s->name, w->key,
	        &c->account, k, e) != 0)
		return -1;
	w->now.newest = k->newest;
	w->now.mark = k->mark;
	w->now.marked = k->marked;
	if (k->newest != INT64_MIN && k->newest - c->run->overlap > w->stop)
		w->stop = k->newest - c->run->overlap;
	if (collect_wants_all(w))
		k->etag = k->modified = (struct str){ 0 };
	return 0;
}

int
collect_remember(struct collect *c, struct walk *w, struct err *e)
{
	const struct coverage *v = w->v;
	struct known *k = &w->now;

	if (!c->run->evidence->on || !w->first.url.n ||
	    (v->state != STATE_OK && v->state != STATE_UNCHANGED))
		return 0;
	if (v->state == STATE_UNCHANGED || !w->complete)
		*k = w->known;
	k->succeeded = v->captured;
	return store_learn(&c->run->evidence->store,
	    w->about.target->source->name, w->key, k, e);
}

int
collect_no_room(const struct collect *c, struct coverage *v, struct err *e)
{
	if (!c->account.full)
		return err_nomem(e);
	coverage_fail(v, STATE_FORMAT_DRIFT, MANY_PAGES);
	return 0;
}

void
collect_release(struct collect *c)
{
	arena_release(&c->page);
	arena_release(&c->account);
	arena_release(&c->resolved);
	buf_release(&c->filled);
	buf_release(&c->lines);
	buf_release(&c->notes);
}
