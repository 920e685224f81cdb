#include "staff.h"

#include "block.h"
#include "mix.h"

enum { LINE = 64, BLOCK_NEAR = 3 * LINE }; /* most blocks are no longer */

void
staff_use(struct staff *s, const char *base)
{
	s->base = base;
	memcpy(&s->head, base, sizeof(s->head));
	s->buckets = (const struct staff_bucket *)(const void *)(base +
	    s->head.buckets_at);
}

uint64_t
staff_key(struct str platform, enum basis basis, struct str key, bool global)
{
	uint64_t h = MIX_SEED + (uint64_t)basis;

	if (!global)
		h = mix_text(h, platform);
	return mix_text(h, key);
}

/* A text of a table: n + 1 places of 4 bytes, then the texts. */
static struct str
text_of(const struct staff *s, uint64_t table, uint64_t n, uint64_t i)
{
	const char *p = s->base + table;
	uint32_t from, to;

	if (i >= n)
		return (struct str){ 0 };
	memcpy(&from, p + i * 4, sizeof(from));
	memcpy(&to, p + i * 4 + 4, sizeof(to));
	if (to < from || table + (n + 1) * 4 + to > s->head.blocks_at)
		return (struct str){ 0 };
	return (struct str){ p + (n + 1) * 4 + from, to - from };
}

/* What is asked for, and what is known of the answer so far. */
struct asking {
	const struct staff *s;
	const struct account *who;
	struct str key;
	struct block_text id; /* of who */
	enum basis basis;
	bool global;
	int32_t day;
	uint32_t order;       /* of the best so far; UINT32_MAX: none     */
	struct holder *h;
};

static struct str
host_of(struct str handle)
{
	const char *at = handle.n ? memchr(handle.p, '@', handle.n) : NULL;

	return at ? str_skip(handle, (size_t)(at - handle.p) + 1)
	          : (struct str){ 0 };
}

static bool
same_key(const struct asking *q, const struct block_account *a)
{
	switch (q->basis) {
	case BASIS_ID:
		return block_same_folded(&a->id, &q->id);
	case BASIS_HANDLE:
		return accounts_same_text(a->handle, q->key);
	default:
		return accounts_same_text(a->url, q->key);
	}
}

/* As is_same() and in_force() of accounts.c. */
static bool
is_same(const struct asking *q, const struct block_account *a)
{
	struct str there, platform;

	if (!same_key(q, a))
		return false;
	if (q->day != DAY_NONE && ((a->from != DAY_NONE && a->from > q->day) ||
	        (a->to != DAY_NONE && a->to < q->day)))
		return false;
	if (!q->global) {
		platform = text_of(q->s, q->s->head.platforms_at,
		    q->s->head.n_platforms, a->platform);
		if (!accounts_same_text(platform, q->who->platform))
			return false;
	}
	if (q->basis != BASIS_ID)
		return !a->id.n || !q->id.n || block_same(&a->id, &q->id);
	there = host_of(q->who->handle);
	return !there.n || !host_of(a->handle).n ||
	    accounts_same_text(host_of(a->handle), there);
}

/* What an employee is: the members "unit", if there is one, and "category"; and
 * behind a NUL, of the husband or wife of a candidate, the days of the leave,
 * and the id. */
static void
take_what(struct holder *h, struct str what)
{
	const char *end = what.n ? memchr(what.p, '\0', what.n) : NULL;
	struct str rest = { 0 };

	if (end)
		rest = str_skip(what, (size_t)(end - what.p) + 1);
	what.n -= end ? rest.n + 1 : 0;
	h->what = what;
	h->spouse = (struct str){ 0 };
	h->leave_from = h->leave_until = DAY_NONE;
	if (rest.n < 8)
		return;
	memcpy(&h->leave_from, rest.p, 4);
	memcpy(&h->leave_until, rest.p + 4, 4);
	h->spouse = str_skip(rest, 8);
}

/* In JSON no quotes stand within a text but behind a backslash. */
struct str
staff_category(struct str what)
{
	while (what.n && !str_starts(what, STR("\"category\":")))
		what = str_skip(what, 1);
	return what;
}

/* Which of a block's accounts is it?  Of several, which have an order and only
 * an act without a date can have, the first of the table. */
static int
look(struct asking *q, uint64_t at, struct err *e)
{
	const struct staff *s = q->s;
	struct block b;
	struct block_account a;

	if (at >= s->head.buckets_at - s->head.blocks_at ||
	    !staff_seen(s, s->head.blocks_at + at))
		return staff_damaged(s, s->head.blocks_at + at, e);
	block_open(&b, s->base + s->head.blocks_at + at,
	    s->base + s->head.buckets_at);
	while (block_next(&b, &a)) {
		if (a.order >= q->order || !is_same(q, &a))
			continue;
		q->order = a.order;
		q->h->nobody = b.nobody;
		q->h->basis = q->basis;
		q->h->id = block_put(&b.id, q->h->room);
		take_what(q->h, text_of(s, s->head.units_at, s->head.n_units,
		    b.unit));
		if (!a.order)
			break;
	}
	return 0;
}

static uint64_t
bucket_of(const struct staff *s, uint64_t hash)
{
	return ((hash >> 32) * s->head.n_buckets) >> 32;
}

/* Which of eight bytes are equal to that one: a bit each. */
static unsigned
equal_bytes(const uint8_t *p, uint8_t byte)
{
	const uint64_t ones = 0x0101010101010101u, low = 0x7F * ones;
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	v ^= byte * ones;
	v = ~(((v & low) + low) | v | low) >> 7;
	return (unsigned)(v * 0x0102040810204080u >> 56);
}

/* Which keys of a bucket have that tag. */
static unsigned
tagged(const struct staff_bucket *b, uint8_t tag)
{
	enum { LAST = STAFF_BUCKET - 8 };
	unsigned set = equal_bytes(b->tag, tag) |
	    equal_bytes(b->tag + LAST, tag) << LAST;

	return set & ((1u << b->n % 16) - 1);
}

/* The block that a place of a bucket is of, in bytes. */
static uint64_t
block_at(const struct staff *s, uint32_t place)
{
	return (place & (((uint64_t)1 << s->head.block_bits) - 1)) * 8;
}

/* All blocks that have a key with that hash, and rarely another one; up to an
 * account that no other shares its key with. */
static int
search(struct asking *q, uint64_t hash, struct err *e)
{
	const struct staff *s = q->s;
	unsigned bits = (unsigned)s->head.block_bits;
	uint64_t i = bucket_of(s, hash);
	uint32_t rest = (uint32_t)(hash >> 8 << bits);

	for (uint64_t left = s->head.n_buckets; left; left--) {
		const struct staff_bucket *b = &s->buckets[i];

		if (!staff_seen(s, s->head.buckets_at + i * sizeof(*b)))
			return staff_damaged(s, s->head.buckets_at +
			    i * sizeof(*b), e);
		for (unsigned set = tagged(b, (uint8_t)hash); set;
		     set &= set - 1) {
			uint32_t place = b->at[__builtin_ctz(set)];

			if (place >> bits == rest >> bits &&
			    look(q, block_at(s, place), e) != 0)
				return -1;
			if (!q->order)
				return 0;
		}
		if (!b->spilled)
			break;
		i = i + 1 == s->head.n_buckets ? 0 : i + 1;
	}
	return 0;
}

uint64_t
staff_soon(const struct staff *s, const struct account *who)
{
	enum basis basis = who->id.n ? BASIS_ID : BASIS_HANDLE;
	struct str key = accounts_key(who, basis);
	uint64_t hash = 0;

	if (s->base && key.n) {
		hash = staff_key(who->platform, basis, key,
		    accounts_is_global(basis, key));
		__builtin_prefetch(&s->buckets[bucket_of(s, hash)]);
	}
	return hash;
}

bool
staff_near(const struct staff *s, uint64_t hash)
{
	const struct staff_bucket *b;
	const char *block;
	unsigned set;

	if (!hash)
		return false;
	b = &s->buckets[bucket_of(s, hash)];
	set = tagged(b, (uint8_t)hash);
	if (!set)
		return false;
	block = s->base + s->head.blocks_at +
	    block_at(s, b->at[__builtin_ctz(set)]);
	for (size_t i = 0; i < BLOCK_NEAR; i += LINE)
		__builtin_prefetch(block + i);
	return true;
}

int
staff_find(const struct staff *s, const struct account *who, uint64_t soon,
    int32_t day, struct holder *h, struct err *e)
{
	struct asking q = { .s = s, .who = who, .day = day, .h = h,
		.order = UINT32_MAX, .id = block_text(who->id) };

	for (q.basis = BASIS_ID; q.basis <= BASIS_URL; q.basis++) {
		q.key = accounts_key(who, q.basis);
		if (!q.key.n || !s->head.keys)
			continue;
		q.global = accounts_is_global(q.basis, q.key);
		if (!soon)
			soon = staff_key(who->platform, q.basis, q.key,
			    q.global);
		if (search(&q, soon, e) != 0)
			return -1;
		if (q.order != UINT32_MAX)
			return 1;
		soon = 0;
	}
	return 0;
}
