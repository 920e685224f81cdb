/*
 * ledger: with a pin, no bit flip, cut, deletion, swap, insertion, splice or
 * rollback of a ledger of 64 entries goes unseen.  All of them are tried.
 */
#include "ledger.h"

#include "unit.h"

enum { N = 64, ROOM = 1 << 15 };

struct book {
	char text[ROOM];
	size_t n, at[N + 2]; /* where each line begins */
};

/* Entries that say `what`; the chain is right. */
static void
write_book(struct book *b, const char *what, int entries)
{
	char sum[DIGEST_HEX + 1];

	memset(sum, '0', DIGEST_HEX);
	sum[DIGEST_HEX] = '\0';
	b->n = 0;
	for (int i = 0; i < entries; i++) {
		int n = snprintf(b->text + b->n, ROOM - b->n, "{\"seq\":%d,"
		    "\"prev\":\"%s\",\"time\":\"2024-12-19T02:%02d:00Z\","
		    "\"by\":\"a\",\"do\":\"%s\",\"case\":\"k%d\"}", i + 1, sum,
		    i % 60, what, i / 4);

		b->at[i] = b->n;
		digest_sha256((struct str){ b->text + b->n, (size_t)n }, sum);
		b->n += (size_t)n;
		b->text[b->n++] = '\n';
	}
	b->at[entries] = b->n;
}

static struct str
line(const struct book *b, int i)
{
	return (struct str){ b->text + b->at[i], b->at[i + 1] - b->at[i] };
}

static void
pin_at(struct ledger_pin *pin, const struct book *b, int i)
{
	struct str s = line(b, i);

	pin->n = (unsigned long)i + 1;
	digest_sha256((struct str){ s.p, s.n - 1 }, pin->sum);
}

static enum ledger_flaw
verify(struct str text, const struct ledger_pin *pin)
{
	struct ledger_proof p;

	return ledger_verify(text, pin, NULL, &p);
}

static struct book good, other;
static struct ledger_pin pin;

static int
set_up(void **state)
{
	(void)state;
	write_book(&good, "opened", N);
	write_book(&other, "closed", N);
	pin_at(&pin, &good, N - 1);
	return 0;
}

static void
good_one(void **state)
{
	struct ledger_pin early;

	(void)state;
	assert_int_equal(verify((struct str){ good.text, good.n }, &pin), 0);
	assert_int_equal(verify((struct str){ good.text, good.n }, NULL), 0);
	assert_int_equal(verify((struct str){ good.text, 0 }, NULL), 0);
	for (int i = 0; i < N; i++) {
		pin_at(&early, &good, i);
		assert_int_equal(verify((struct str){ good.text, good.n },
		    &early), 0);
	}
}

static void
bit_flips(void **state)
{
	size_t missed = 0;

	(void)state;
	for (size_t i = 0; i < good.n * 8; i++) {
		good.text[i / 8] = (char)(good.text[i / 8] ^ 1 << i % 8);
		missed += !verify((struct str){ good.text, good.n }, &pin);
		good.text[i / 8] = (char)(good.text[i / 8] ^ 1 << i % 8);
	}
	assert_int_equal(missed, 0);
}

static void
cuts(void **state)
{
	struct ledger_proof p;

	(void)state;
	for (size_t n = 0; n < good.n; n++) {
		struct str text = { good.text, n };

		assert_int_equal(ledger_verify(text, &pin, NULL, &p),
		    LEDGER_TRUNCATED);
		if (n && good.text[n - 1] != '\n')
			assert_int_equal(verify(text, NULL), LEDGER_UNFINISHED);
	}
	for (size_t n = 1; n < good.n; n++) /* and at the front */
		assert_int_not_equal(verify((struct str){ good.text + n,
		    good.n - n }, &pin), 0);
}

/* The lines of which[0..n) out of `from`, -1: the other's line of its place. */
static struct buf
compose(const int *which, int n)
{
	struct buf b = { .max = BUF_MAX };

	for (int i = 0; i < n; i++)
		buf_put(&b, which[i] < 0 ? line(&other, -1 - which[i])
		                         : line(&good, which[i]));
	return b;
}

static void
expect(const int *which, int n, enum ledger_flaw want)
{
	struct buf b = compose(which, n);
	enum ledger_flaw got = verify(buf_str(&b), &pin);

	assert_int_not_equal(got, LEDGER_WHOLE);
	if (want)
		assert_int_equal(got, want);
	buf_release(&b);
}

static void
deletions_and_swaps(void **state)
{
	int w[N];

	(void)state;
	for (int from = 0; from < N; from++)
		for (int len = 1; from + len <= N; len++) {
			int n = 0;

			for (int i = 0; i < N; i++)
				if (i < from || i >= from + len)
					w[n++] = i;
			expect(w, n, from + len < N ? LEDGER_MISSING
			                            : LEDGER_TRUNCATED);
		}
	for (int a = 0; a < N; a++)
		for (int b = a + 1; b < N; b++) {
			for (int i = 0; i < N; i++)
				w[i] = i == a ? b : i == b ? a : i;
			expect(w, N, LEDGER_REORDERED);
		}
}

static void
insertions_and_splices(void **state)
{
	int w[N + 1];

	(void)state;
	for (int at = 0; at < N; at++)
		for (int what = -N; what < N; what++) {
			for (int i = 0; i <= N; i++)
				w[i] = i < at ? i : i == at ? what : i - 1;
			expect(w, N + 1, LEDGER_WHOLE);
		}
	for (int from = 0; from < N; from++) { /* another's tail, its head */
		for (int i = 0; i < N; i++)
			w[i] = i < from ? i : -1 - i;
		expect(w, N, LEDGER_FORGED);
		for (int i = 0; i < N; i++)
			w[i] = i <= from ? -1 - i : i;
		expect(w, N, LEDGER_FORGED);
	}
}

static void
rollbacks(void **state)
{
	(void)state;
	for (int n = 0; n < N; n++) /* an old ledger, and one written anew */
		assert_int_equal(verify((struct str){ good.text, good.at[n] },
		    &pin), LEDGER_TRUNCATED);
	for (int n = 1; n <= N; n++) {
		write_book(&other, n % 2 ? "held" : "moved", n);
		assert_int_not_equal(verify((struct str){ other.text, other.n },
		    &pin), 0);
	}
}

/* A chain that goes on behind the newest checkpoint is not finished, whatever
 * an older pin says; a newest checkpoint that is older than the pin, too. */
static void
unsigned_ones(void **state)
{
	struct str all = { good.text, good.n };
	struct ledger_pin early, last;
	struct ledger_proof p;

	(void)state;
	for (int i = 0; i < N; i++) {
		pin_at(&last, &good, i);
		assert_int_equal(ledger_verify(all, NULL, &last, &p),
		    i == N - 1 ? LEDGER_WHOLE : LEDGER_UNFINISHED);
		assert_true(i == N - 1 || (p.n == (unsigned long)i + 1 &&
		    p.upto == N));
		assert_int_equal(ledger_verify(all, &pin, &last, &p),
		    i == N - 1 ? LEDGER_WHOLE : LEDGER_UNFINISHED);
		assert_int_equal(ledger_verify((struct str){ good.text,
		    good.at[i + 1] }, NULL, &last, &p), LEDGER_WHOLE);
		assert_int_equal(ledger_verify((struct str){ good.text,
		    good.at[i] }, NULL, &last, &p), LEDGER_TRUNCATED);
		pin_at(&early, &other, i);
		assert_int_equal(ledger_verify(all, &early, &pin, &p),
		    LEDGER_FORGED);
	}
}

static void
words(void **state)
{
	struct ledger_pin p = { 0 };
	struct ledger_proof proof;
	char room[256];
	struct err e;

	(void)state;
	snprintf(room, sizeof(room), "netral-ledger/1 64 %s t s\n", pin.sum);
	assert_true(ledger_pin_read(str_from(room), &p));
	assert_int_equal(p.n, 64);
	assert_string_equal(p.sum, pin.sum);
	assert_false(ledger_pin_read(STR("netral-ledger/1 64 abc\n"), &p));
	assert_false(ledger_pin_read(STR(""), &p));
	ledger_verify((struct str){ good.text, good.at[3] }, &pin, NULL, &proof);
	assert_int_equal(ledger_err(&proof, "l", &e), -1);
	assert_string_equal(e.msg, "l:4: TRUNCATED: the pin promises 64 "
	    "entries, 3 are here");
	p.n = 62;
	memcpy(p.sum, line(&good, 62).p + strlen("{\"seq\":63,\"prev\":\""),
	    DIGEST_HEX);
	ledger_verify((struct str){ good.text, good.n }, NULL, &p, &proof);
	assert_int_equal(ledger_err(&proof, "l", &e), -1);
	assert_string_equal(e.msg, "l:63: UNFINISHED: entries 63 to 64 are not "
	    "signed; 62 before them are good");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(good_one), TEST(bit_flips), TEST(cuts),
		TEST(deletions_and_swaps), TEST(insertions_and_splices),
		TEST(unsigned_ones),
		TEST(rollbacks), TEST(words),
	};

	return cmocka_run_group_tests(tests, set_up, NULL) != 0;
}
