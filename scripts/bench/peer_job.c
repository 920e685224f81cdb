/*
 * The rest of match's job, for hyperscan.c: whose act it is, by platform and
 * id, else handle, on its day; others' acts are dropped; hits as match writes
 * them, the longest from the leftmost place, targets and cues apart.
 *
 * Left out: folding (stretched, spaced and foreign letters, leet, slang, parts
 * of hashtags), any gap within a pattern but the one that it has, the days of
 * a word, words that make a number another one's, registered accounts, and all
 * texts but object.content.
 */
#include "peer.h"

#include <stdio.h>

enum { HITS = 4096 };

struct hit { const struct pattern *p; uint32_t from, to; };
struct list { struct hit v[HITS]; size_t n; };
struct job {
	const struct patterns *p;
	struct slice text;
	struct list targets, cues;
};

/* In the order of places, longer first. */
static void
keep(struct list *l, struct hit hit)
{
	size_t i = l->n;

	if (l->n == HITS)
		return;
	for (; i && (l->v[i - 1].from > hit.from || (l->v[i - 1].from ==
	         hit.from && l->v[i - 1].to < hit.to)); i--)
		l->v[i] = l->v[i - 1];
	l->v[i] = hit;
	l->n++;
}

static int
on_hit(unsigned id, unsigned long long from, unsigned long long to,
    unsigned flags, void *ctx)
{
	struct job *j = ctx;
	const struct pattern *p = &j->p->v[id];
	struct hit hit = { p, (uint32_t)from, (uint32_t)to };

	(void)flags;
	if (!at_edges(j->text, from, to))
		return 0;
	if (p->target)
		keep(&j->targets, hit);
	if (p->cue)
		keep(&j->cues, hit);
	return 0;
}

static size_t
code_points(const char *p, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += ((unsigned char)p[i] & 0xC0) != 0x80;
	return count;
}

static char *
add(char *p, struct slice s)
{
	memcpy(p, s.p, s.n);
	return p + s.n;
}

/* As a string of JSON, without its quotes. */
static char *
add_text(char *p, struct slice s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c < ' ' && c != '\n') {
			p += sprintf(p, "\\u%04x", c);
			continue;
		}
		if (c == '"' || c == '\\' || c == '\n')
			*p++ = '\\';
		*p++ = c == '\n' ? 'n' : (char)c;
	}
	return p;
}

/* One for each candidate or cue whose word it is; place: from and to in code
 * points.  What a find takes beside the word's own is below MORE. */
static void
put_hit(const struct hit *hit, struct slice text, struct slice place,
    bool cue, bool *any)
{
	enum { MORE = 128, ESCAPED = 6 };
	const struct pattern *p = hit->p;
	struct slice here = { text.p + hit->from, hit->to - hit->from };

	for (size_t i = 0; i < p->n;) {
		const struct word *w = &p->words[i];
		bool exact = false;
		char *to;

		for (; i < p->n && same(p->words[i].front, w->front); i++)
			exact |= same(p->words[i].text, here);
		to = w->told && w->cue == cue ? room(w->front.n + w->back.n +
		    here.n * ESCAPED + MORE) : NULL;
		if (!to)
			continue;
		if (*any)
			*to++ = ',';
		*any = true;
		to = add(add(to, w->front), place);
		to = add(add_text(add(to, S("],\"text\":\"")), here), exact
		    ? S("\",\"how\":\"exact\"") : S("\",\"how\":\"folded\""));
		put_end(add(to, w->back));
	}
}

/* The leftmost, then the longest; and what shares its place. */
static void
put_list(const struct list *l, struct slice text, bool cue)
{
	const struct hit *last = NULL;
	size_t byte = 0, at = 0;
	bool any = false;

	for (size_t i = 0; i < l->n; i++) {
		const struct hit *h = &l->v[i];
		char place[64], *end;

		if (last && h->from < last->to &&
		    (h->from != last->from || h->to != last->to))
			continue;
		last = h;
		at += code_points(text.p + byte, h->from - byte);
		byte = h->from;
		end = put_number(place, at);
		*end++ = ',';
		end = put_number(end, at + code_points(text.p + h->from,
		    h->to - h->from));
		put_hit(h, text, (struct slice){ place,
		    (size_t)(end - place) }, cue, &any);
	}
}

void
job_line(const struct patterns *p, struct slice line, yyjson_val *root)
{
	static struct job j;
	yyjson_val *actor = yyjson_obj_get(root, "actor");
	struct slice platform = field(root, "platform");
	struct slice id = field(actor, "id"), handle = field(actor, "handle");
	const struct account *who;
	bool by_handle = false;
	int32_t day = day_of(field(root, "published"));

	if (day == DAY_OPEN)
		day = day_of(field(yyjson_obj_get(root, "origin"), "captured"));
	who = roster_find(platform, id, handle, day, false);
	if (!who) {
		by_handle = true;
		who = roster_find(platform, id, handle, day, true);
	}
	if (!who || !who->who.n)
		return;
	j.p = p;
	j.text = field(yyjson_obj_get(root, "object"), "content");
	j.targets.n = j.cues.n = 0;
	if (j.text.n)
		(void)hs_scan(p->db, j.text.p, (unsigned)j.text.n, 0,
		    p->scratch, on_hit, &j);
	put((struct slice){ line.p, line.n - 1 });
	put(S(",\"match\":{\"who\":"));
	put(who->who);
	put(by_handle ? S("handle\"},\"targets\":[") : S("id\"},\"targets\":["));
	put_list(&j.targets, j.text, false);
	put(S("],\"cues\":["));
	put_list(&j.cues, j.text, true);
	put(S("]}}\n"));
}
