/*
 * mutants GOOD LONG OTHER DIR FROM TO -- changed ledgers, DIR/N/ledger.ndjson.
 *
 * Number N is always the same change of GOOD: a bit flipped, bytes cut off or
 * put in (any byte, also NUL), a line deleted, doubled, moved, replaced by that
 * of OTHER, a tail of OTHER, an older state, lines behind it that follow as LONG
 * has them; a third of them are two changes.  Number 0 is GOOD itself.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { ROOM = 1 << 18, LINES = 1 << 10 };

struct text {
	char p[ROOM];
	size_t n;
};

struct rng {
	uint64_t s;
};

/* splitmix64: below n. */
static size_t
below(struct rng *r, size_t n)
{
	uint64_t z = r->s += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return n ? (size_t)((z ^ z >> 31) % n) : 0;
}

static void
read_text(const char *path, struct text *t)
{
	FILE *f = fopen(path, "r");

	if (!f || (t->n = fread(t->p, 1, ROOM / 2, f)) == 0)
		exit(3);
	fclose(f);
}

/* Where lines begin, and the end; their number. */
static size_t
lines_of(const struct text *t, size_t at[LINES])
{
	size_t n = 0;

	at[n++] = 0;
	for (size_t i = 0; i + 1 < t->n && n < LINES - 1; i++)
		if (t->p[i] == '\n')
			at[n++] = i + 1;
	at[n] = t->n;
	return n;
}

/* Bytes from..to of t become s. */
static void
put(struct text *t, size_t from, size_t to, const char *s, size_t n)
{
	static struct text old;

	if (t->n - (to - from) + n > ROOM)
		return;
	old = *t;
	memcpy(t->p + from, s, n);
	memcpy(t->p + from + n, old.p + to, old.n - to);
	t->n = from + n + old.n - to;
}

static void
change(struct text *t, const struct text *longer, const struct text *other,
    struct rng *r)
{
	static struct text was;
	size_t at[LINES], from[LINES], n = lines_of(t, at);
	size_t m = lines_of(other, from), i = below(r, n), j = below(r, n);
	size_t byte = below(r, t->n), k = below(r, m);
	char c = (char)below(r, 256);

	if (!t->n)
		return;
	was = *t;
	switch (below(r, 11)) {
	case 0:
	case 1: t->p[byte] = (char)(t->p[byte] ^ 1 << below(r, 8)); break;
	case 2: t->n = byte; break;
	case 3: put(t, byte, byte, &c, 1); break;
	case 4: put(t, byte, byte + 1 + below(r, t->n - byte), "", 0); break;
	case 5: put(t, at[i], at[i + 1], "", 0); break;
	case 6: put(t, at[j], at[j], was.p + at[i], at[i + 1] - at[i]); break;
	case 7:
		put(t, at[i], at[i + 1], "", 0);
		n = lines_of(t, at);
		j = below(r, n);
		put(t, at[j], at[j], was.p + at[i], 0);
		break;
	case 8:
		put(t, at[i], at[i + 1], other->p + from[k],
		    from[k + 1] - from[k]);
		break;
	case 9: /* as many lines more as there are, or fewer */
		if (longer->n <= t->n)
			break;
		m = lines_of(longer, from);
		i = from[n] == t->n ? n + 1 + below(r, m - n) : n;
		put(t, t->n, t->n, longer->p + t->n, from[i] - t->n);
		break;
	default: put(t, at[i], t->n, other->p + from[k], other->n - from[k]);
	}
}

int
main(int argc, char **argv)
{
	static struct text good, longer, other, t;
	char path[4096];

	if (argc != 7)
		return 2;
	read_text(argv[1], &good);
	read_text(argv[2], &longer);
	read_text(argv[3], &other);
	for (long n = atol(argv[5]); n < atol(argv[6]); n++) {
		struct rng r = { (uint64_t)n * 0x2545f4914f6cdd1du + 7 };
		FILE *f;

		t = good;
		for (size_t i = n ? 1 + !below(&r, 3) : 0; i; i--)
			change(&t, &longer, &other, &r);
		snprintf(path, sizeof(path), "%s/%ld", argv[4], n);
		if (mkdir(path, 0700) != 0)
			return 3;
		strcat(path, "/ledger.ndjson");
		f = fopen(path, "w");
		if (!f || fwrite(t.p, 1, t.n, f) != t.n || fclose(f) != 0)
			return 3;
	}
	return 0;
}
