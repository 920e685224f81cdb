/* The part of staff.h that makes the bytes from two tables. */
#include "block.h"
#include "staff.h"

enum {
	GROUP = 16,     /* accounts of a block, at most: it fits a chunk   */
	PER_BUCKET = 108, /* keys of ten buckets: nine of ten places       */
	BITS_MAX = 31,
};

#define BYTES_MAX ((size_t)64 << 30)

/* Different texts in the order in which they were first seen. */
struct texts {
	struct str *v;
	size_t n;
	struct slots slots;
};

struct key { uint64_t hash, block; };

struct build {
	struct staff *s;
	struct roster *r;
	struct buf *o;
	struct texts platforms, units;
	struct buf what;           /* of an employee, see staff.c          */
	uint32_t *platform, *unit; /* of each account; of each employee    */
	uint32_t *first, *order;   /* the accounts of employee i are
	                              order[first[i]] up to first[i + 1]   */
	struct key *keys;
};

/* The number of s, which is copied if it is new; a failure leaves no bytes. */
static uint32_t
number_of(struct texts *t, struct arena *mem, struct str s)
{
	uint32_t hash = slots_hash(SLOTS_SEED, s), i;
	size_t at = slots_first(&t->slots, hash);

	while ((i = slots_next(&t->slots, hash, &at)) != SLOTS_END)
		if (str_eq(t->v[i], s))
			return i;
	t->v[t->n] = arena_copy(mem, s);
	slots_add(&t->slots, hash, t->n);
	return (uint32_t)t->n++;
}

static int
prepare(struct build *b, struct err *e)
{
	size_t n = b->r->accounts.n, staff = b->r->n_employees;
	struct arena *mem = &b->r->mem;

	b->platforms.v = arena_alloc(mem, sizeof(*b->platforms.v), n + 1);
	b->units.v = arena_alloc(mem, sizeof(*b->units.v), staff + 1);
	b->platform = arena_alloc(mem, sizeof(*b->platform), n + 1);
	b->unit = arena_alloc(mem, sizeof(*b->unit), staff + 1);
	b->first = arena_alloc(mem, sizeof(*b->first), staff + 3);
	b->order = arena_alloc(mem, sizeof(*b->order), n + 1);
	b->keys = arena_alloc(mem, sizeof(*b->keys), n * 3 + 1);
	if (!b->platforms.v || !b->units.v || !b->platform || !b->unit ||
	    !b->first || !b->order || !b->keys ||
	    slots_init(&b->platforms.slots, n) != 0 ||
	    slots_init(&b->units.slots, staff) != 0)
		return err_nomem(e);
	memset(b->first, 0, sizeof(*b->first) * (staff + 3));
	return 0;
}

/* Whose are they?  Those of nobody come behind the last employee. */
static size_t
owner(const struct build *b, size_t i)
{
	uint32_t one = b->r->accounts.v[i].employee;

	return one == ROSTER_NOBODY ? b->r->n_employees : one;
}

static void
sort_by_owner(struct build *b)
{
	size_t n = b->r->accounts.n;

	for (size_t i = 0; i < n; i++)
		b->first[owner(b, i) + 2]++;
	for (size_t i = 2; i < b->r->n_employees + 3; i++)
		b->first[i] += b->first[i - 1];
	for (size_t i = 0; i < n; i++)
		b->order[b->first[owner(b, i) + 1]++] = (uint32_t)i;
}

static void
zeros(struct buf *o, size_t n)
{
	static const char zero[64];

	for (size_t part; n && !o->failed; n -= part) {
		part = n < sizeof(zero) ? n : sizeof(zero);
		buf_put(o, (struct str){ zero, part });
	}
}

static void
zeros_to(struct buf *o, size_t multiple)
{
	zeros(o, (multiple - o->n % multiple) % multiple);
}

/* The places, then the texts. */
static uint64_t
put_texts(struct buf *o, const struct texts *t)
{
	size_t table = o->n, texts = o->n + (t->n + 1) * 4;
	uint32_t at = 0;

	for (size_t i = 0; i <= t->n; i++)
		buf_put(o, (struct str){ (const char *)&at, sizeof(at) });
	for (size_t i = 0; i < t->n; i++) {
		buf_put(o, t->v[i]);
		at = (uint32_t)(o->n - texts);
		if (!o->failed)
			memcpy(o->p + table + (i + 1) * 4, &at, sizeof(at));
	}
	zeros_to(o, 8);
	return table;
}

/* The accounts order[from] up to before `to` of one employee. */
static void
put_group(struct build *b, size_t who, size_t from, size_t to)
{
	struct block head = { .nobody = who >= b->r->n_employees,
		.left = to - from };
	struct block_account a, before;

	if (who < b->r->n_employees) {
		const struct employee *one = &b->r->employees[who];

		head.id = block_text(one->id);
		head.unit = b->unit[who];
	}
	block_write_head(b->o, &head);
	for (size_t i = from; i < to; i++) {
		uint32_t k = b->order[i];
		const struct account *one = &b->r->accounts.v[k].account;

		a = (struct block_account){ .platform = b->platform[k],
			.id = block_text(one->id), .handle = one->handle,
			.url = accounts_url(one->url), .from = one->from,
			.to = one->to, .order =
			    accounts_shared(&b->r->accounts, k) ? k + 1 : 0 };
		block_write(b->o, &a, i > from ? &before : NULL);
		before = a;
	}
}

static void
keep_keys(struct build *b, size_t i, uint64_t block)
{
	const struct account *one =
	    &b->r->accounts.v[b->order[i]].account;

	for (enum basis basis = BASIS_ID; basis <= BASIS_URL; basis++) {
		struct str key = accounts_key(one, basis);

		if (key.n)
			b->keys[b->s->head.keys++] = (struct key){ staff_key(
			    one->platform, basis, key,
			    accounts_is_global(basis, key)), block };
	}
}

/* A block lies within one chunk. */
static void
put_blocks(struct build *b)
{
	struct staff_head *h = &b->s->head;
	size_t chunk = STAFF_CHUNK, start, to;

	for (size_t who = 0; who <= b->r->n_employees; who++)
		for (size_t i = b->first[who]; i < b->first[who + 1]; i = to) {
			to = b->first[who + 1] - i > GROUP ? i + GROUP
			                                   : b->first[who + 1];
			h->employees += i == b->first[who] &&
			    who < b->r->n_employees;
			start = b->o->n;
			put_group(b, who, i, to);
			if ((start - STAFF_HEAD) / chunk !=
			    (b->o->n - 1 - STAFF_HEAD) / chunk) {
				b->o->n = start;
				zeros(b->o, chunk - (start - STAFF_HEAD) %
				    chunk);
				start = b->o->n;
				put_group(b, who, i, to);
			}
			zeros_to(b->o, 8);
			for (; i < to; i++)
				keep_keys(b, i, (start - h->blocks_at) / 8);
		}
}

static void
put_key(struct build *b, struct staff_bucket *v, struct key key)
{
	const struct staff_head *h = &b->s->head;
	uint64_t i = ((key.hash >> 32) * h->n_buckets) >> 32;
	unsigned n;

	while (v[i].n == STAFF_BUCKET) {
		v[i].spilled = 1;
		i = i + 1 == h->n_buckets ? 0 : i + 1;
	}
	n = v[i].n++;
	v[i].tag[n] = (uint8_t)key.hash;
	v[i].at[n] = (uint32_t)(key.block |
	    (uint32_t)(key.hash >> 8 << h->block_bits));
}

static int
put_buckets(struct build *b, struct err *e)
{
	static const struct staff_bucket none;
	struct staff_head *h = &b->s->head;
	struct buf *o = b->o;

	zeros_to(o, sizeof(none));
	h->buckets_at = o->n;
	h->block_bits = 1;
	while ((uint64_t)1 << h->block_bits < (o->n - h->blocks_at) / 8)
		h->block_bits++;
	if (h->block_bits > BITS_MAX)
		return err_set(e, ERR_USAGE, "too many accounts");
	h->n_buckets = h->keys * 10 / PER_BUCKET + 1;
	for (uint64_t i = 0; i < h->n_buckets; i++)
		buf_put(o, (struct str){ (const char *)&none, sizeof(none) });
	for (uint64_t i = 0; i < h->keys && !o->failed; i++)
		put_key(b, (struct staff_bucket *)(void *)(o->p +
		    h->buckets_at), b->keys[i]);
	h->sums_at = o->n;
	return buf_check(o, e);
}

static int
put_all(struct build *b, struct err *e)
{
	struct staff_head *h = &b->s->head;
	struct buf *o = b->o;

	*h = (struct staff_head){ .magic = "netral-index\n",
		.version = STAFF_VERSION, .order = 0x01020304,
		.accounts = b->r->accounts.n };
	buf_char(o, '\0');
	zeros_to(o, STAFF_HEAD);
	h->n_platforms = b->platforms.n;
	h->platforms_at = put_texts(o, &b->platforms);
	h->n_units = b->units.n;
	h->units_at = put_texts(o, &b->units);
	h->blocks_at = o->n;
	put_blocks(b);
	if (put_buckets(b, e) != 0)
		return -1;
	memcpy(o->p, h, sizeof(*h));
	staff_use(b->s, o->p);
	return 0;
}

/* See take_what() in staff.c. */
static struct str
what_of(struct build *b, const struct employee *one)
{
	struct buf *o = &b->what;

	buf_reset(o);
	if (one->unit.n) {
		buf_put(o, STR("\"unit\":"));
		buf_json(o, one->unit);
		buf_char(o, ',');
	}
	buf_put(o, STR("\"category\":"));
	buf_json(o, one->category);
	if (one->spouse_of.n) {
		buf_char(o, '\0');
		buf_put(o, (struct str){ (const char *)&one->leave_from, 4 });
		buf_put(o, (struct str){ (const char *)&one->leave_until, 4 });
		buf_put(o, one->spouse_of);
	}
	return buf_str(o);
}

static int
check_lengths(const struct roster *r, struct err *e)
{
	for (size_t i = 0; i < r->accounts.n; i++) {
		const struct declared *d = &r->accounts.v[i];

		if (d->account.id.n > STAFF_TEXT || d->owner.n > STAFF_TEXT ||
		    d->account.handle.n > STAFF_TEXT ||
		    d->account.url.n > STAFF_TEXT)
			return err_set(e, ERR_USAGE, "accounts, line %lu: more "
			    "than %d bytes in one cell", d->line, STAFF_TEXT);
	}
	return 0;
}

int
staff_build(struct staff *s, struct roster *r, struct err *e)
{
	struct build b = { .s = s, .r = r, .o = &s->bytes };
	int rc;

	s->bytes.max = BYTES_MAX;
	if (check_lengths(r, e) != 0)
		return -1;
	rc = prepare(&b, e);
	for (size_t i = 0; i < r->accounts.n && rc == 0; i++)
		b.platform[i] = number_of(&b.platforms, &r->mem,
		    r->accounts.v[i].account.platform);
	for (size_t i = 0; i < r->n_employees && rc == 0; i++) {
		b.unit[i] = number_of(&b.units, &r->mem, what_of(&b,
		    &r->employees[i]));
		if (b.what.failed || !b.units.v[b.unit[i]].p)
			rc = err_nomem(e);
	}
	buf_release(&b.what);
	if (rc == 0) {
		sort_by_owner(&b);
		rc = put_all(&b, e);
	}
	slots_release(&b.platforms.slots);
	slots_release(&b.units.slots);
	return rc;
}
