#include "accounts.h"

#include <stdlib.h>

#include "instant.h"

struct str
accounts_handle(struct str s)
{
	return s.n && s.p[0] == '@' ? str_skip(s, 1) : s;
}

static struct str
host_of(struct str handle)
{
	const char *at = handle.n ? memchr(handle.p, '@', handle.n) : NULL;

	return at ? str_skip(handle, (size_t)(at - handle.p) + 1)
	          : (struct str){ 0 };
}

/* ASCII case only: platforms allow no other letters in handles. */
bool
accounts_same_text(struct str a, struct str b)
{
	if (a.n != b.n || !a.n)
		return false;
	for (size_t i = 8; i <= a.n; i += 8)
		if (mix_low(mix_eight(a.p + i - 8)) !=
		    mix_low(mix_eight(b.p + i - 8)))
			return false;
	return mix_low(mix_end(a)) == mix_low(mix_end(b));
}

struct str
accounts_url(struct str s)
{
	static const char *const front[] = { "https://", "http://", "www.",
		"m." };

	for (size_t i = 0; i < sizeof(front) / sizeof(front[0]); i++)
		if (str_starts(s, str_from(front[i])))
			s = str_skip(s, strlen(front[i]));
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '?' || s.p[i] == '#')
			s.n = i;
	while (s.n && s.p[s.n - 1] == '/')
		s.n--;
	return s;
}

struct str
accounts_key(const struct account *a, enum basis basis)
{
	switch (basis) {
	case BASIS_ID:
		return a->id;
	case BASIS_HANDLE:
		return accounts_handle(a->handle);
	case BASIS_URL:
		return accounts_url(a->url);
	case BASIS_NONE:
		break;
	}
	return (struct str){ 0 };
}

bool
accounts_is_global(enum basis basis, struct str key)
{
	return basis == BASIS_URL ||
	    (basis == BASIS_HANDLE && memchr(key.p, '@', key.n));
}

static uint32_t
hash(const struct account *a, enum basis basis, struct str key)
{
	uint32_t h = SLOTS_SEED + (uint32_t)basis;

	if (!accounts_is_global(basis, key))
		h = slots_hash(h, a->platform);
	return slots_hash(h, key);
}

/* Of few accounts, as a campaign has, most keys differ in this already: a place
 * in shapes[]. */
static unsigned
shape(enum basis basis, struct str key)
{
	unsigned first = (unsigned char)key.p[0] | 0x20u;
	unsigned last = (unsigned char)key.p[key.n - 1] | 0x20u;

	return (unsigned)(key.n * 4 + (unsigned)basis + first * 33 +
	    last * 41) & 1023;
}

/* Do two accounts share the key that basis names, and are they one?  What a
 * is known by is looked at last: it lies far away in a large table. */
static bool
is_same(const struct account *a, const struct account *b, enum basis basis)
{
	struct str key = accounts_key(b, basis), there;

	if (!accounts_same_text(accounts_key(a, basis), key) || (!accounts_is_global(basis, key) &&
	        !accounts_same_text(a->platform, b->platform)))
		return false;
	if (basis != BASIS_ID)
		return !a->id.n || !b->id.n || str_eq(a->id, b->id);
	there = host_of(b->handle);
	return !there.n || !host_of(a->handle).n ||
	    accounts_same_text(host_of(a->handle), there);
}

static bool
in_force(const struct account *a, int32_t day)
{
	return day == DAY_NONE || ((a->from == DAY_NONE || a->from <= day) &&
	    (a->to == DAY_NONE || a->to >= day));
}

static bool
overlap(const struct account *a, const struct account *b)
{
	return (a->to == DAY_NONE || b->from == DAY_NONE || b->from <= a->to) &&
	    (b->to == DAY_NONE || a->from == DAY_NONE || a->from <= b->to);
}

int
accounts_add(struct accounts *a, struct declared one, struct err *e)
{
	size_t cap = a->cap ? a->cap * 2 : 64;
	struct declared *v = a->v;

	if (a->n == a->cap) {
		v = realloc(a->v, cap * sizeof(*v));
		if (!v)
			return err_nomem(e);
		a->v = v;
		a->cap = cap;
	}
	one.account.handle = accounts_handle(one.account.handle);
	v[a->n++] = one;
	return 0;
}

static int
refuse(const char *path, const struct declared *a, const struct declared *b,
    struct str key, struct err *e)
{
	if (a->line)
		return err_set(e, ERR_USAGE, "%s:%lu: %.*s account \"%.*s\" "
		    "is already declared by %.*s on line %lu", path, a->line,
		    STR_ARG(a->account.platform), STR_ARG(key),
		    STR_ARG(b->owner), b->line);
	return err_set(e, ERR_USAGE, "%s: %.*s account \"%.*s\" cannot belong "
	    "to both %.*s and %.*s", path, STR_ARG(a->account.platform),
	    STR_ARG(key), STR_ARG(b->owner), STR_ARG(a->owner));
}

/* Index number i under one of its keys, unless it has another owner there. */
static int
index_key(struct accounts *a, size_t i, enum basis basis, const char *path,
    struct err *e)
{
	const struct declared *d = &a->v[i];
	struct str key = accounts_key(&d->account, basis);
	uint32_t h, k;
	size_t at;

	if (!key.n)
		return 0;
	h = hash(&d->account, basis, key);
	at = slots_first(&a->index, h);
	while ((k = slots_next(&a->index, h, &at)) != SLOTS_END)
		if (k != i && /* under another of its keys */
		    is_same(&a->v[k].account, &d->account, basis) &&
		    overlap(&a->v[k].account, &d->account))
			return refuse(path, d, &a->v[k], key, e);
	slots_add(&a->index, h, i);
	a->shapes[shape(basis, key) / 64] |= (uint64_t)1 <<
	    shape(basis, key) % 64;
	return 0;
}

int
accounts_index(struct accounts *a, const char *path, struct err *e)
{
	if (slots_init(&a->index, a->n * 3) != 0)
		return err_nomem(e);
	for (size_t i = 0; i < a->n; i++)
		for (enum basis b = BASIS_ID; b <= BASIS_URL; b++)
			if (index_key(a, i, b, path, e) != 0)
				return -1;
	return 0;
}

const struct declared *
accounts_find(const struct accounts *a, const struct account *who, int32_t day,
    enum basis *basis)
{
	for (enum basis b = BASIS_ID; b <= BASIS_URL; b++) {
		struct str key = accounts_key(who, b);
		uint32_t k, h;
		size_t at;

		if (!key.n || !(a->shapes[shape(b, key) / 64] >>
		        shape(b, key) % 64 & 1))
			continue;
		h = hash(who, b, key);
		at = slots_first(&a->index, h);
		while ((k = slots_next(&a->index, h, &at)) != SLOTS_END)
			if (is_same(&a->v[k].account, who, b) &&
			    in_force(&a->v[k].account, day)) {
				*basis = b;
				return &a->v[k];
			}
	}
	*basis = BASIS_NONE;
	return NULL;
}

bool
accounts_shared(const struct accounts *a, size_t i)
{
	const struct account *one = &a->v[i].account;

	for (enum basis b = BASIS_ID; b <= BASIS_URL; b++) {
		struct str key = accounts_key(one, b);
		uint32_t k, h = key.n ? hash(one, b, key) : 0;
		size_t at = slots_first(&a->index, h);

		while (key.n && (k = slots_next(&a->index, h, &at)) !=
		    SLOTS_END)
			if (k != i)
				return true;
	}
	return false;
}

void
accounts_release(struct accounts *a)
{
	free(a->v);
	slots_release(&a->index);
	*a = (struct accounts){ 0 };
}
