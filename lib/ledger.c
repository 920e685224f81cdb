#include "ledger.h"

#include <stdio.h>

enum { DIGITS = 9 };

struct str
ledger_line(struct str text, size_t *at)
{
	const char *from = text.p + *at, *end;

	if (*at >= text.n)
		return (struct str){ 0 };
	end = memchr(from, '\n', text.n - *at);
	if (!end)
		return (struct str){ 0 };
	*at += (size_t)(end - from) + 1;
	return (struct str){ from, (size_t)(end - from) };
}

static bool
take(struct str *s, const char *what)
{
	struct str w = str_from(what);

	if (!str_starts(*s, w))
		return false;
	*s = str_skip(*s, w.n);
	return true;
}

/* A number without leading zeros. */
static bool
take_number(struct str *s, unsigned long *n)
{
	size_t i = 0;

	*n = 0;
	while (i < s->n && i < DIGITS && s->p[i] >= '0' && s->p[i] <= '9')
		*n = *n * 10 + (unsigned long)(s->p[i++] - '0');
	if (!i || s->p[0] == '0')
		return false;
	*s = str_skip(*s, i);
	return true;
}

static bool
take_sum(struct str *s, char sum[DIGEST_HEX + 1])
{
	if (s->n < DIGEST_HEX)
		return false;
	for (size_t i = 0; i < DIGEST_HEX; i++) {
		sum[i] = s->p[i];
		if (!(sum[i] >= '0' && sum[i] <= '9') &&
		    !(sum[i] >= 'a' && sum[i] <= 'f'))
			return false;
	}
	sum[DIGEST_HEX] = '\0';
	*s = str_skip(*s, DIGEST_HEX);
	return true;
}

/* {"seq":N,"prev":"HEX", ... } */
static bool
read_entry(struct str s, unsigned long *seq, char prev[DIGEST_HEX + 1])
{
	return s.n && s.p[s.n - 1] == '}' && take(&s, "{\"seq\":") &&
	    take_number(&s, seq) && take(&s, ",\"prev\":\"") &&
	    take_sum(&s, prev) && take(&s, "\",\"");
}

/* Is there an entry of this number from `at` on? */
static bool
comes_later(struct str text, size_t at, unsigned long seq)
{
	char prev[DIGEST_HEX + 1];
	unsigned long n;
	struct str s;

	while ((s = ledger_line(text, &at)).p)
		if (read_entry(s, &n, prev) && n == seq)
			return true;
	return false;
}

static enum ledger_flaw
flaw(struct ledger_proof *p, enum ledger_flaw f, const char *want,
    const char *got)
{
	p->flaw = f;
	p->line = p->n + 1;
	snprintf(p->want, sizeof(p->want), "%s", want);
	snprintf(p->got, sizeof(p->got), "%s", got);
	return f;
}

/* Line s does not follow: what is it? */
static enum ledger_flaw
judge(struct str text, size_t at, bool entry, unsigned long seq,
    struct ledger_proof *p, const char *want, const char *got)
{
	p->upto = seq ? seq - 1 : 0;
	if (!entry || seq == p->n + 1)
		return flaw(p, LEDGER_FORGED, want, entry ? got : "");
	if (seq < p->n + 1 || comes_later(text, at, p->n + 1))
		return flaw(p, LEDGER_REORDERED, "", "");
	return flaw(p, LEDGER_MISSING, "", "");
}

/* Does entry p->n + 1, of this digest, keep the checkpoint? */
static bool
keeps(const struct ledger_pin *pin, const struct ledger_proof *p,
    const char *sum)
{
	return !pin || pin->n != p->n + 1 ||
	    memcmp(pin->sum, sum, DIGEST_HEX) == 0;
}

/* All lines are read: is anything missing, or more than was signed? */
static enum ledger_flaw
judge_end(const struct ledger_pin *pin, const struct ledger_pin *last,
    bool torn, struct ledger_proof *p)
{
	const struct ledger_pin *far = last && (!pin || last->n > pin->n) ? last
	                                                                  : pin;

	if (far && far->n > p->n) {
		p->upto = far->n;
		return flaw(p, LEDGER_TRUNCATED, "", "");
	}
	if (last && last->n < p->n) {
		p->upto = p->n;
		p->n = last->n;
		return flaw(p, LEDGER_UNFINISHED, "", "");
	}
	return torn ? flaw(p, LEDGER_UNFINISHED, "", "") : LEDGER_WHOLE;
}

enum ledger_flaw
ledger_verify(struct str text, const struct ledger_pin *pin,
    const struct ledger_pin *last, struct ledger_proof *p)
{
	char sum[DIGEST_HEX + 1], prev[DIGEST_HEX + 1] = "";
	unsigned long seq;
	size_t at = 0;
	struct str s;

	*p = (struct ledger_proof){ 0 };
	memset(sum, '0', DIGEST_HEX);
	sum[DIGEST_HEX] = '\0';
	while ((s = ledger_line(text, &at)).p) {
		bool entry = read_entry(s, &seq, prev);

		if (!entry || seq != p->n + 1 ||
		    memcmp(prev, sum, DIGEST_HEX) != 0)
			return judge(text, at, entry, entry ? seq : 0, p, sum,
			    prev);
		digest_sha256(s, sum);
		if (!keeps(pin, p, sum) || !keeps(last, p, sum))
			return flaw(p, LEDGER_FORGED, (keeps(pin, p, sum)
			    ? last : pin)->sum, sum);
		p->n++;
	}
	return judge_end(pin, last, at < text.n, p);
}

bool
ledger_pin_read(struct str text, struct ledger_pin *pin)
{
	struct str s, last = { 0 };
	size_t at = 0;

	while ((s = ledger_line(text, &at)).p)
		if (str_starts(s, STR("netral-ledger/1 ")))
			last = s;
	return take(&last, "netral-ledger/1 ") &&
	    take_number(&last, &pin->n) && take(&last, " ") &&
	    take_sum(&last, pin->sum) && (!last.n || last.p[0] == ' ');
}

int
ledger_err(const struct ledger_proof *p, const char *path, struct err *e)
{
	switch (p->flaw) {
	case LEDGER_WHOLE:
		break;
	case LEDGER_FORGED:
		if (!p->got[0])
			return err_set(e, ERR_USAGE, "%s:%lu: FORGED: this is "
			    "no entry of a ledger", path, p->line);
		return err_set(e, ERR_USAGE, "%s:%lu: FORGED: the digest was "
		    "promised as %s and is %s", path, p->line, p->want, p->got);
	case LEDGER_MISSING:
		return err_set(e, ERR_USAGE, "%s:%lu: MISSING: entries %lu to "
		    "%lu", path, p->line, p->n + 1, p->upto);
	case LEDGER_REORDERED:
		return err_set(e, ERR_USAGE, "%s:%lu: REORDERED: entry %lu "
		    "stands where %lu should", path, p->line, p->upto + 1,
		    p->n + 1);
	case LEDGER_TRUNCATED:
		return err_set(e, ERR_USAGE, "%s:%lu: TRUNCATED: the pin "
		    "promises %lu entries, %lu are here", path, p->line,
		    p->upto, p->n);
	case LEDGER_UNFINISHED:
		if (p->upto)
			return err_set(e, ERR_USAGE, "%s:%lu: UNFINISHED: "
			    "entries %lu to %lu are not signed; %lu before "
			    "them are good", path, p->line, p->n + 1, p->upto,
			    p->n);
		return err_set(e, ERR_USAGE, "%s:%lu: UNFINISHED: the last "
		    "line has no end; %lu entries before it are good", path,
		    p->line, p->n);
	}
	return 0;
}
