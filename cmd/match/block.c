#include "block.h"

#include "accounts.h"
#include "mix.h"

enum { /* how an id is there: 0 not, 1 to 8 a number of so many bytes, or */
	ID = 15, ID_BYTES = 9,
	/* what an account has, above its id; no days: as the one before */
	HAS_HANDLE = 16, HAS_URL = 32, HAS_DAYS = 64, HAS_ORDER = 128,
	NOBODY = 48, /* above an employee's id: there is none */
	DAY_BASE = 18262, /* 2020-01-01: near it a day takes two bytes */
	EIGHT = 100000000, /* more than eight digits */
};

static bool
eight_digits(uint64_t v)
{
	const uint64_t ones = 0x0101010101010101u;

	return (((v + 0x46 * ones) | (v - '0' * ones)) & 0x80 * ones) == 0;
}

/* Of pairs, of fours, of all eight. */
static uint64_t
eight_value(uint64_t v)
{
	v -= 0x3030303030303030u;
	v = (v * 10 + (v >> 8)) & 0x00FF00FF00FF00FFu;
	v = (v * 100 + (v >> 16)) & 0x0000FFFF0000FFFFu;
	return (v * 10000 + (v >> 32)) & 0xFFFFFFFFu;
}

/* The same way back. */
static void
put_eight(char *p, uint32_t n)
{
	uint64_t v = n / 10000 | (uint64_t)(n % 10000) << 32;
	uint64_t high = (v * 10486 >> 20) & 0x0000007F0000007Fu;

	v = high | (v - high * 100) << 16;
	high = (v * 103 >> 10) & 0x000F000F000F000Fu;
	v = (high | (v - high * 10) << 8) + 0x3030303030303030u;
	memcpy(p, &v, sizeof(v));
}

struct block_text
block_text(struct str s)
{
	struct block_text t = { .bytes = s, .n = s.n };

	if (!s.n || s.n > 19 || (s.p[0] == '0' && s.n > 1))
		return t;
	for (; s.n >= 8; s = str_skip(s, 8)) {
		if (!eight_digits(mix_eight(s.p)))
			return t;
		t.number = t.number * EIGHT + eight_value(mix_eight(s.p));
	}
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return t;
		t.number = t.number * 10 + (uint64_t)(s.p[i] - '0');
	}
	t.digits = true;
	return t;
}

bool
block_same(const struct block_text *a, const struct block_text *b)
{
	if (a->digits || b->digits)
		return a->digits && b->digits && a->number == b->number;
	return str_eq(a->bytes, b->bytes);
}

bool
block_same_folded(const struct block_text *a, const struct block_text *b)
{
	if (a->digits || b->digits)
		return block_same(a, b);
	return accounts_same_text(a->bytes, b->bytes);
}

struct str
block_put(const struct block_text *t, char *room)
{
	uint64_t v = t->number;
	size_t at = 24;

	if (!t->digits)
		return t->bytes;
	do
		put_eight(room + (at -= 8), (uint32_t)(v % EIGHT));
	while (v /= EIGHT);
	while (at < 23 && room[at] == '0')
		at++;
	return (struct str){ room + at, 24 - at };
}

/* Seven bits a byte, the low ones first. */
static uint64_t
take(struct block *b)
{
	uint64_t v = 0;

	for (unsigned at = 0; b->p < b->end && at < 64; at += 7) {
		unsigned char c = (unsigned char)*b->p++;

		v |= (uint64_t)(c & 0x7F) << at;
		if (c < 0x80)
			return v;
	}
	b->p = b->end;
	return 0;
}

static struct str
take_bytes(struct block *b)
{
	uint64_t n = take(b);
	struct str s = { b->p, n };

	if (n > (uint64_t)(b->end - b->p)) {
		b->p = b->end;
		return (struct str){ 0 };
	}
	b->p += n;
	return s;
}

static struct block_text
take_id(struct block *b, unsigned how)
{
	struct block_text t = { .digits = how && how < ID_BYTES, .n = how };

	if (!t.digits) {
		t.bytes = how == ID_BYTES ? take_bytes(b) : (struct str){ 0 };
		t.n = t.bytes.n;
		return t;
	}
	if (b->end - b->p >= 8) {
		t.number = mix_eight(b->p) & UINT64_MAX >> (64 - 8 * how);
		b->p += how;
		return t;
	}
	for (unsigned i = 0; i < how && b->p < b->end; i++)
		t.number |= (uint64_t)(unsigned char)*b->p++ << 8 * i;
	return t;
}

/* 0: none; else one more than the days from DAY_BASE, the sign last. */
static int32_t
take_day(struct block *b)
{
	uint64_t v = take(b);

	if (!v--)
		return DAY_NONE;
	return (int32_t)(((int64_t)(v >> 1) ^ -(int64_t)(v & 1)) + DAY_BASE);
}

void
block_open(struct block *b, const char *p, const char *end)
{
	unsigned head = p < end ? (unsigned char)*p : 0;

	b->p = p + (p < end);
	b->end = end;
	b->nobody = (head & NOBODY) == NOBODY;
	b->from = b->to = DAY_NONE;
	b->left = take(b);
	b->unit = 0;
	b->id = take_id(b, b->nobody ? 0 : head & ID);
	if (b->nobody)
		return;
	b->unit = take(b);
}

bool
block_next(struct block *b, struct block_account *a)
{
	unsigned has;

	if (!b->left || b->p >= b->end)
		return false;
	b->left--;
	has = (unsigned char)*b->p++;
	a->platform = take(b);
	a->id = take_id(b, has & ID);
	a->handle = has & HAS_HANDLE ? take_bytes(b) : (struct str){ NULL, 0 };
	a->url = has & HAS_URL ? take_bytes(b) : (struct str){ NULL, 0 };
	if (has & HAS_DAYS) {
		b->from = take_day(b);
		b->to = take_day(b);
	}
	a->from = b->from;
	a->to = b->to;
	a->order = has & HAS_ORDER ? (uint32_t)take(b) : 0;
	return true;
}

static void
put(struct buf *o, uint64_t v)
{
	for (; v >= 0x80; v >>= 7)
		buf_char(o, (char)(v | 0x80));
	buf_char(o, (char)v);
}

static void
put_bytes(struct buf *o, struct str s)
{
	put(o, s.n);
	buf_put(o, s);
}

static unsigned
id_how(const struct block_text *t)
{
	unsigned n = 1;

	if (!t->digits)
		return t->n ? ID_BYTES : 0;
	for (uint64_t v = t->number >> 8; v; v >>= 8)
		n++;
	return n;
}

static void
put_id(struct buf *o, const struct block_text *t)
{
	unsigned how = id_how(t);

	if (how == ID_BYTES)
		put_bytes(o, t->bytes);
	for (unsigned i = 0; i < how && how < ID_BYTES; i++)
		buf_char(o, (char)(t->number >> 8 * i));
}

static void
put_day(struct buf *o, int32_t day)
{
	int64_t v = (int64_t)day - DAY_BASE;

	put(o, day == DAY_NONE ? 0
	    : ((uint64_t)v << 1 ^ (uint64_t)(v >> 63)) + 1);
}

void
block_write_head(struct buf *o, const struct block *b)
{
	buf_char(o, (char)(id_how(&b->id) | (b->nobody ? NOBODY : 0u)));
	put(o, b->left);
	if (b->nobody)
		return;
	put_id(o, &b->id);
	put(o, b->unit);
}

void
block_write(struct buf *o, const struct block_account *a,
    const struct block_account *before)
{
	bool days = a->from != (before ? before->from : DAY_NONE) ||
	    a->to != (before ? before->to : DAY_NONE);

	buf_char(o, (char)(id_how(&a->id) | (a->handle.n ? HAS_HANDLE : 0u) |
	    (a->url.n ? HAS_URL : 0u) | (days ? HAS_DAYS : 0u) |
	    (a->order ? HAS_ORDER : 0u)));
	put(o, a->platform);
	put_id(o, &a->id);
	if (a->handle.n)
		put_bytes(o, a->handle);
	if (a->url.n)
		put_bytes(o, a->url);
	if (days) {
		put_day(o, a->from);
		put_day(o, a->to);
	}
	if (a->order)
		put(o, a->order);
}
