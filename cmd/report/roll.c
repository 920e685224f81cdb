#include "roll.h"

#include "mix.h"

enum {
	PLACES = 1 << 18,
	SPOTS = PLACES + 1024, /* those of the last places need some more */
	FULL = PLACES / 4 * 3,
	CHUNK = 256, /* spots read at once */
};

struct run {
	struct line line;
	size_t done, next; /* spots: counted, and in the table to be counted */
};

static struct spot
spot_of(struct str key, uint32_t mark)
{
	uint64_t a = MIX_SEED ^ key.n, b = ~a, v;

	for (; key.n; key = str_skip(key, key.n < 8 ? key.n : 8)) {
		v = key.n < 8 ? mix_rest(key.p, key.n) : mix_eight(key.p);
		a = mix_add(a, v);
		b = (b ^ v) * 0x9FB21C651E98DF25u;
		b ^= b >> 29;
	}
	a = mix_add(a, b >> 32);
	return (struct spot){ mix_add(a, 0), (uint32_t)b, mark };
}

static bool
before(const struct spot *a, const struct spot *b)
{
	return a->hash != b->hash ? a->hash < b->hash : a->more < b->more;
}

static struct spot *
place_of(const struct roll *t, uint64_t hash)
{
	return t->spots + ((hash << t->depth >> 32) * PLACES >> 32);
}

/* Spots are in order, free ones between them.  False: no room. */
static bool
insert(struct roll *t, const struct spot *s)
{
	struct spot *end = t->spots + SPOTS, *free;
	struct spot *at = place_of(t, s->hash);

	while (at < end && at->mark && before(at, s))
		at++;
	if (at < end && at->mark && !before(s, at)) {
		if (t->over(t->ctx, s->mark, at->mark))
			at->mark = s->mark;
		return true;
	}
	for (free = at; free < end && free->mark;)
		free++;
	if (free == end || t->n == FULL)
		return false;
	memmove(at + 1, at, (size_t)(free - at) * sizeof(*at));
	*at = *s;
	t->n++;
	return true;
}

static void
clear(struct roll *t)
{
	memset(t->spots, 0, SPOTS * sizeof(*t->spots));
	t->n = 0;
}

/* Put the table aside. */
static int
put_run(struct roll *t, struct arena *mem, struct spool *spool, struct err *e)
{
	struct run *r = pages_add(&t->runs, mem, sizeof(*r));
	size_t n = 0;

	if (!r)
		return err_nomem(e);
	for (size_t i = 0; i < SPOTS; i++)
		if (t->spots[i].mark)
			t->spots[n++] = t->spots[i];
	t->n_aside += n;
	if (spool_put(spool, (struct str){ (char *)t->spots,
	        n * sizeof(*t->spots) }, &r->line, e) != 0)
		return -1;
	clear(t);
	return 0;
}

/* Those who wait go into the table. */
static int
enter(struct roll *t, struct arena *mem, struct spool *spool, struct err *e)
{
	for (size_t i = 0; i < t->n_wait; i++) {
		if (insert(t, &t->wait[i]))
			continue;
		if (put_run(t, mem, spool, e) != 0)
			return -1;
		(void)insert(t, &t->wait[i]); /* there is room now */
	}
	t->n_wait = 0;
	return 0;
}

int
roll_add(struct roll *t, struct arena *mem, struct spool *spool,
    struct str key, uint32_t mark, struct err *e)
{
	struct spot *s = &t->wait[t->n_wait++];

	if (!t->spots) {
		t->spots = arena_alloc(mem, sizeof(*t->spots), SPOTS);
		if (!t->spots)
			return err_nomem(e);
		clear(t);
	}
	*s = spot_of(key, mark);
	__builtin_prefetch(place_of(t, s->hash), 1);
	return t->n_wait < ROLL_WAIT ? 0 : enter(t, mem, spool, e);
}

/* Of a run, what is up to the hash `last`: 1 if the table is full, else 0. */
static int
load_run(struct roll *t, struct spool *spool, struct run *r, uint64_t last,
    struct err *e)
{
	struct spot v[CHUNK];
	size_t all = r->line.n / sizeof(v[0]), n;

	for (r->next = r->done; r->next < all;) {
		n = all - r->next < CHUNK ? all - r->next : CHUNK;
		if (spool_read(spool, (struct line){ r->line.at +
		        r->next * sizeof(v[0]), n * sizeof(v[0]) }, v, e) != 0)
			return -1;
		for (size_t i = 0; i < n; i++, r->next++) {
			if (v[i].hash > last)
				return 0;
			if (!insert(t, &v[i]))
				return 1;
		}
	}
	return 0;
}

static int
load(struct roll *t, struct spool *spool, uint64_t last, struct err *e)
{
	int rc = 0;

	clear(t);
	for (size_t i = 0; i < t->runs.n && rc == 0; i++)
		rc = load_run(t, spool, pages_at(&t->runs, i), last, e);
	return rc;
}

static void
count(struct roll *t, void (*each)(void *ctx, uint32_t mark), void *ctx)
{
	for (size_t i = 0; t->n && i < SPOTS; i++)
		if (t->spots[i].mark)
			each(ctx, t->spots[i].mark);
	for (size_t i = 0; i < t->runs.n; i++) {
		struct run *r = pages_at(&t->runs, i);

		r->done = r->next;
	}
}

/* Ranges as wide as fill the table by half, if hashes are even; one that does
 * not fit is halved. */
static int
count_runs(struct roll *t, struct spool *spool,
    void (*each)(void *ctx, uint32_t mark), void *ctx, struct err *e)
{
	uint64_t from = 0, last;
	int rc;

	while (t->n_aside >> t->depth > PLACES / 2)
		t->depth++;
	for (;;) {
		last = from + (UINT64_MAX >> t->depth);
		rc = load(t, spool, last, e);
		if (rc < 0)
			return -1;
		if (rc > 0) {
			if (++t->depth == 64)
				return err_set(e, ERR_FAIL, "too many ids of "
				    "one hash");
			continue;
		}
		count(t, each, ctx);
		if (last == UINT64_MAX)
			return 0;
		from = last + 1;
	}
}

int
roll_end(struct roll *t, struct arena *mem, struct spool *spool,
    void (*each)(void *ctx, uint32_t mark), void *ctx, struct err *e)
{
	if (enter(t, mem, spool, e) != 0)
		return -1;
	if (!t->runs.n) {
		count(t, each, ctx);
		return 0;
	}
	return put_run(t, mem, spool, e) != 0 ? -1
	    : count_runs(t, spool, each, ctx, e);
}
