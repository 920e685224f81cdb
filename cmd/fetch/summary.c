#include "summary.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "detail.h"
#include "fiber.h"

static const struct str tool = { "netral-fetch: ", 14 };

enum { BAR = 20, COLUMNS = 80 }; /* cells */

/* The words of the office's language. */
static const char *
word(const struct summary *s, const char *id, const char *en)
{
	return s->indonesian ? id : en;
}

static void
put_word(struct summary *s, const char *id, const char *en)
{
	buf_put(&s->text, str_from(word(s, id, en)));
}

void
summary_clear(struct summary *s)
{
	static const struct str sequence = { "\r\033[K", 4 };

	if (s->drawn)
		(void)fwrite(sequence.p, 1, sequence.n, stderr);
	s->drawn = false;
}

/* The text so far as one line on standard error. */
static void
flush(struct summary *s)
{
	summary_clear(s);
	buf_char(&s->text, '\n');
	if (!s->text.failed)
		(void)fwrite(s->text.p, 1, s->text.n, stderr);
	buf_reset(&s->text);
}

static void
begin(struct summary *s)
{
	buf_reset(&s->text);
	buf_put(&s->text, tool);
}

void
summary_say(const char *text)
{
	(void)fwrite(tool.p, 1, tool.n, stderr);
	(void)fwrite(text, 1, strlen(text), stderr);
	(void)fwrite("\n", 1, 1, stderr);
}

/* "2 accounts", "1 account". */
static void
put_number(struct summary *s, unsigned long n, const char *id, const char *en)
{
	if (s->indonesian)
		buf_fmt(&s->text, "%lu %s", n, id);
	else
		buf_fmt(&s->text, "%lu %s%s", n, en, n == 1 ? "" : "s");
}

/* Text of the declarations; never a control byte on a terminal. */
static void
put_plain(struct summary *s, struct str text)
{
	for (size_t i = 0; i < text.n && i < 200; i++) {
		unsigned char c = (unsigned char)text.p[i];

		buf_char(&s->text, c < ' ' || c == 0x7F ? '?' : (char)c);
	}
}

/* How a person would call the account. */
static void
put_account(struct summary *s, const struct account *a, struct str owner)
{
	put_plain(s, a->platform);
	buf_char(&s->text, ' ');
	put_plain(s, a->handle.n ? a->handle : a->url.n ? a->url
	    : a->id.n ? a->id : owner);
}

static const struct {
	const char *id, *en;
} refusals[] = {
	[REFUSED_EARLY] = { "baru dinyatakan atau didaftarkan mulai ",
	    "declared or registered only from " },
	[REFUSED_LATE] = { "hanya dinyatakan atau didaftarkan sampai ",
	    "declared or registered only until " },
	[REFUSED_NOBODY] = { "pemiliknya tidak ada dalam employees.csv atau "
	    "contest.json", "its owner is nobody in employees.csv or "
	    "contest.json" },
	[REFUSED_ABOVE] = { "melebihi 20 akun terdaftar di satu platform",
	    "above the 20 accounts of a candidate on a platform" },
};

static_assert(PLAN_REGISTERED == 20, "the words say how many");

static void
put_refused(struct summary *s, const struct refused *r)
{
	const struct account *a = r->account;

	begin(s);
	put_word(s, "tidak diminta: ", "refused: ");
	put_account(s, a, r->owner);
	buf_put(&s->text, STR(" ("));
	put_plain(s, r->owner);
	buf_put(&s->text, STR("): "));
	put_word(s, refusals[r->why].id, refusals[r->why].en);
	if (r->why == REFUSED_EARLY || r->why == REFUSED_LATE)
		day_put(&s->text, r->why == REFUSED_EARLY ? a->from : a->to);
	flush(s);
}

void
summary_begin(struct summary *s, const struct plan *p)
{
	const char *term = getenv("TERM");

	s->began = s->shown = fiber_clock();
	s->bar = isatty(STDERR_FILENO) == 1 && term &&
	    strcmp(term, "dumb") != 0;
	s->indonesian = p->office.dir && !str_eq(p->office.language, STR("en"));
	for (size_t i = 0; !s->quiet && i < p->n_refused; i++)
		put_refused(s, &p->refused[i]);
}

static void
put_page(struct summary *s, const struct target *t)
{
	begin(s);
	put_account(s, &t->account, t->owner);
	put_word(s, ": halaman web tanpa umpan (feed) yang dapat dibaca: "
	    "direkam, tetapi unggahan di dalamnya tidak dibaca",
	    ": a web page without a feed that can be read: captured, but "
	    "no posts are read in it");
	if (t->role)
		put_word(s, "; mintalah alamat umpannya kepada pemiliknya",
		    "; ask its owner for the address of a feed");
	flush(s);
}

void
summary_account(struct summary *s, const struct target *t,
    const struct coverage *v)
{
	s->asked++;
	s->by_state[v->state]++;
	if (v->state == STATE_OK && v->counted && !v->items)
		s->empty++;
	s->pages += v->page;
	if (v->page && !s->quiet && s->pages <= SUMMARY_SHOWN)
		put_page(s, t);
	if (v->state == STATE_OK || v->state == STATE_UNCHANGED ||
	    v->state == STATE_NO_SOURCE) /* told in a sum: nothing failed */
		return;
	if (++s->failed > SUMMARY_SHOWN || s->quiet)
		return;
	begin(s);
	put_account(s, &t->account, t->owner);
	buf_fmt(&s->text, ": %s: ", state_label(v->state, s->indonesian));
	detail_put(&s->text, str_from(v->why), s->indonesian);
	flush(s);
}

/* "3 min", "40 s". */
static void
put_time(struct summary *s, int64_t ms)
{
	long long seconds = (long long)(ms + 999) / 1000;

	if (seconds < 120)
		buf_fmt(&s->text, "%lld %s", seconds, word(s, "dtk", "s"));
	else
		buf_fmt(&s->text, "%lld %s", (seconds + 59) / 60,
		    word(s, "mnt", "min"));
}

/* What is done of what, how fast, who is waited for, how long it may take. */
static void
put_progress(struct summary *s, const struct plan *p, struct str host,
    int64_t until, int64_t now)
{
	unsigned long done = s->asked;
	int64_t ms = now - s->began;

	buf_fmt(&s->text, "%lu/%zu %s", done, p->n,
	    word(s, "akun", "accounts"));
	if (ms > 0 && done)
		buf_fmt(&s->text, ", %.1f/%s", (double)done * 1000 /
		    (double)ms, word(s, "dtk", "s"));
	if (host.n && until > now) {
		buf_fmt(&s->text, ", %s ", word(s, "menunggu", "waiting for"));
		put_plain(s, host);
		buf_char(&s->text, ' ');
		put_time(s, until - now);
	}
	if (done && done < p->n) {
		buf_fmt(&s->text, ", %s ", word(s, "sisa kira-kira",
		    "about"));
		put_time(s, ms / (int64_t)done * (int64_t)(p->n - done));
		put_word(s, "", " left");
	}
}

/* One line, as wide as the terminal; without a line feed it stays there. */
static void
draw(struct summary *s, const struct plan *p, struct str host, int64_t until,
    int64_t now)
{
	struct winsize size = { 0 };
	size_t columns = COLUMNS, full;

	if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col)
		columns = size.ws_col;
	full = p->n ? s->asked * BAR / p->n : BAR;
	buf_reset(&s->text);
	buf_char(&s->text, '[');
	for (size_t i = 0; i < BAR; i++)
		buf_char(&s->text, i < full ? '#' : '.');
	buf_put(&s->text, STR("] "));
	put_progress(s, p, host, until, now);
	if (s->text.failed)
		return;
	summary_clear(s);
	if (s->text.n > columns - 1)
		s->text.n = columns - 1;
	(void)fwrite(s->text.p, 1, s->text.n, stderr);
	(void)fflush(stderr);
	s->drawn = true;
	buf_reset(&s->text);
}

void
summary_progress(struct summary *s, const struct plan *p,
    unsigned long requests, struct str host, int64_t until)
{
	int64_t now = fiber_clock();

	if (s->quiet || !(s->bar || s->progress))
		return;
	if (s->bar && now - s->shown >= SUMMARY_BAR_MS) {
		s->shown = now;
		draw(s, p, host, until, now);
	}
	if (s->bar || now - s->shown < s->every * 1000)
		return;
	s->shown = now;
	begin(s);
	put_progress(s, p, host, until, now);
	buf_put(&s->text, STR(", "));
	put_number(s, requests, "permintaan", "request");
	flush(s);
}

static void
put_no_source(struct summary *s, const struct plan *p)
{
	begin(s);
	put_word(s, "tanpa jalan resmi (no_source), atau kuncinya tidak ada (",
	    "no_source: no official way, or its key is missing (");
	for (size_t i = 0; i < PLAN_PLATFORMS; i++) {
		if (!p->no_source[i].n)
			continue;
		if (i)
			buf_put(&s->text, STR(", "));
		put_plain(s, p->no_source[i].name);
		buf_fmt(&s->text, " %zu", p->no_source[i].n);
	}
	buf_put(&s->text, STR("): "));
	buf_put(&s->text, str_from(state_advice(STATE_NO_SOURCE,
	    s->indonesian)));
	flush(s);
}

static void
put_states(struct summary *s, bool indonesian)
{
	for (int i = STATE_OK + 1; i < STATE_N; i++)
		if (s->by_state[i])
			buf_fmt(&s->text, ", %lu %s", s->by_state[i],
			    state_label((enum state)i, indonesian));
}

static void
put_advice(struct summary *s)
{
	for (int i = STATE_UNCHANGED + 1; i < STATE_NO_SOURCE; i++) {
		if (!s->by_state[i])
			continue;
		begin(s);
		buf_fmt(&s->text, "%s: %s",
		    state_label((enum state)i, s->indonesian),
		    state_advice((enum state)i, s->indonesian));
		flush(s);
	}
}

static void
put_stats(struct summary *s, unsigned long requests, unsigned long captures)
{
	begin(s);
	buf_fmt(&s->text, "accounts %lu, ok %lu", s->asked,
	    s->by_state[STATE_OK]);
	put_states(s, false);
	buf_fmt(&s->text, ", requests %lu, captures %lu", requests, captures);
	flush(s);
}

void
summary_again(struct summary *s, unsigned long n)
{
	if (s->quiet || !n)
		return;
	begin(s);
	buf_fmt(&s->text, word(s, "%lu baris", n == 1 ? "%lu line"
	    : "%lu lines"), n);
	put_word(s, " dari proses sebelumnya yang terputus, ditulis lebih dulu",
	    " of a run that was cut off came first");
	flush(s);
}

/* "13 accounts: 4 collected (1 without posts), 9 ...; 18 requests". */
static void
put_sum(struct summary *s, unsigned long requests)
{
	begin(s);
	put_number(s, s->asked, "akun", "account");
	buf_fmt(&s->text, word(s, ": %lu terbaca", ": %lu collected"),
	    s->by_state[STATE_OK]);
	if (s->empty)
		buf_fmt(&s->text, " (%lu %s)", s->empty, word(s,
		    "tanpa unggahan", "without posts"));
	put_states(s, s->indonesian);
	buf_put(&s->text, STR("; "));
	put_number(s, requests, "permintaan", "request");
	flush(s);
}

/* What the sum must not be taken for. */
static void
put_unseen(struct summary *s)
{
	unsigned long n = s->failed + s->by_state[STATE_NO_SOURCE];

	if (!n)
		return;
	begin(s);
	buf_fmt(&s->text, word(s, "tidak terlihat seluruhnya: %lu dari %lu "
	    "akun; itu bukan \"tidak ada temuan\"", "not seen in full: %lu of "
	    "%lu accounts; that is not \"nothing found\""), n, s->asked);
	flush(s);
}

void
summary_end(struct summary *s, const struct plan *p, unsigned long requests,
    unsigned long captures)
{
	if (s->stats)
		put_stats(s, requests, captures);
	if (s->quiet)
		return;
	if (s->failed > SUMMARY_SHOWN) {
		begin(s);
		buf_fmt(&s->text, word(s, "dan %lu lagi", "and %lu more"),
		    s->failed - SUMMARY_SHOWN);
		flush(s);
	}
	put_advice(s);
	if (p->no_source[0].n)
		put_no_source(s, p);
	if (p->n_refused) {
		begin(s);
		put_number(s, p->n_refused, "akun", "account");
		put_word(s, " tidak diminta", " refused");
		flush(s);
	}
	put_sum(s, requests);
	put_unseen(s);
}

void
summary_release(struct summary *s)
{
	buf_release(&s->text);
}
