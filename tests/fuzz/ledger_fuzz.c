/*
 * The verifier of a ledger: on any bytes it says "whole" exactly when a naive
 * reader does, and of a whole one so is every older state; a good ledger that
 * any bytes were written into is whole only if they changed nothing.
 */
#include "fuzz.h"
#include "ledger.h"

enum { ENTRIES = 8, ROOM = 1 << 12 };

static char good[ROOM];
static size_t good_n;
static struct ledger_pin pin;

/* The chain as netral-ledger(5) says it, without any of ledger.c's reading. */
static bool
naive(struct str text)
{
	char head[128], sum[DIGEST_HEX + 1];

	memset(sum, '0', DIGEST_HEX);
	sum[DIGEST_HEX] = '\0';
	for (int i = 1; text.n; i++) {
		const char *end = memchr(text.p, '\n', text.n);
		struct str line;

		if (!end)
			return false;
		line = (struct str){ text.p, (size_t)(end - text.p) };
		snprintf(head, sizeof(head), "{\"seq\":%d,\"prev\":\"%s\",\"",
		    i, sum);
		if (!str_starts(line, str_from(head)) ||
		    line.p[line.n - 1] != '}')
			return false;
		digest_sha256(line, sum);
		text = str_skip(text, line.n + 1);
	}
	return true;
}

static enum ledger_flaw
verify(struct str text, const struct ledger_pin *with)
{
	/* The pin is the newest checkpoint as well. */
	struct ledger_proof p;
	struct err e = { 0 };
	enum ledger_flaw flaw = ledger_verify(text, with, with, &p);

	LAW(p.flaw == flaw);
	LAW((ledger_err(&p, "l", &e) != 0) == (flaw != LEDGER_WHOLE));
	LAW((e.msg[0] != '\0') == (flaw != LEDGER_WHOLE));
	return flaw;
}

static void
check_older(struct str text)
{
	for (size_t n = text.n; n; n--) {
		enum ledger_flaw flaw;

		if (text.n - n > 600 && n > 600)
			continue;
		flaw = verify((struct str){ text.p, n }, NULL);
		LAW(flaw == (text.p[n - 1] == '\n' ? LEDGER_WHOLE
		                                   : LEDGER_UNFINISHED));
	}
}

/* data: where (2 bytes), how many go (2 bytes), what comes. */
static void
check_edit(const uint8_t *data, size_t size)
{
	static char text[ROOM * 4];
	size_t at, gone, n;

	if (size < 4 || size > ROOM * 2)
		return;
	at = (data[0] | (size_t)data[1] << 8) % (good_n + 1);
	gone = (data[2] | (size_t)data[3] << 8) % (good_n - at + 1);
	memcpy(text, good, at);
	memcpy(text + at, data + 4, size - 4);
	memcpy(text + at + size - 4, good + at + gone, good_n - at - gone);
	n = good_n - gone + size - 4;
	LAW((verify((struct str){ text, n }, &pin) == LEDGER_WHOLE) ==
	    (n == good_n && memcmp(text, good, n) == 0));
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	char sum[DIGEST_HEX + 1];

	(void)argc, (void)argv;
	memset(sum, '0', DIGEST_HEX);
	sum[DIGEST_HEX] = '\0';
	for (int i = 1; i <= ENTRIES; i++) {
		int n = snprintf(good + good_n, ROOM - good_n, "{\"seq\":%d,"
		    "\"prev\":\"%s\",\"do\":\"opened\"}", i, sum);

		digest_sha256((struct str){ good + good_n, (size_t)n }, sum);
		good_n += (size_t)n;
		good[good_n++] = '\n';
	}
	pin.n = ENTRIES;
	memcpy(pin.sum, sum, sizeof(sum));
	LAW(verify((struct str){ good, good_n }, &pin) == LEDGER_WHOLE);
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };
	struct ledger_pin read;

	LAW((verify(text, NULL) == LEDGER_WHOLE) == naive(text));
	if (size && naive(text))
		check_older(text);
	if (ledger_pin_read(text, &read))
		LAW(read.n && strlen(read.sum) == DIGEST_HEX);
	check_edit(data, size);
	return 0;
}
