#include "summary.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static const struct str tool = { "netral-fetch: ", 14 };

enum { PROGRESS_AFTER = 2, PROGRESS_EVERY = 10 }; /* seconds */

/* The text so far as one line on standard error. */
static void
flush(struct summary *s)
{
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

void
summary_begin(struct summary *s)
{
	s->began = s->shown = (int64_t)time(NULL);
	if (isatty(STDERR_FILENO) == 1)
		s->progress = true;
}

/* "2 accounts", "1 account". */
static void
put_count(struct summary *s, unsigned long n, const char *what)
{
	buf_fmt(&s->text, "%lu %s%s", n, what, n == 1 ? "" : "s");
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

void
summary_account(struct summary *s, const struct target *t,
    const struct coverage *v)
{
	const struct account *a = &t->account;

	s->asked++;
	s->by_state[v->state]++;
	if (v->state == STATE_OK && v->counted && !v->items)
		s->empty++;
	if (v->state == STATE_OK || v->state == STATE_UNCHANGED)
		return;
	if (++s->failed > SUMMARY_SHOWN || s->quiet)
		return;
	begin(s);
	put_plain(s, a->platform);
	buf_char(&s->text, ' ');
	put_plain(s, a->handle.n ? a->handle : a->url.n ? a->url
	    : a->id.n ? a->id : t->owner);
	buf_fmt(&s->text, ": %s: %s", state_name(v->state), v->why);
	flush(s);
}

void
summary_progress(struct summary *s, const struct plan *p,
    unsigned long requests)
{
	int64_t now = (int64_t)time(NULL);

	if (!s->progress || s->quiet || now - s->began < PROGRESS_AFTER ||
	    now - s->shown < PROGRESS_EVERY)
		return;
	s->shown = now;
	begin(s);
	buf_fmt(&s->text, "%lu of %zu accounts, ", s->asked, p->n);
	put_count(s, requests, "request");
	buf_fmt(&s->text, ", %lld s", (long long)(now - s->began));
	flush(s);
}

static void
put_no_source(struct summary *s, const struct plan *p)
{
	unsigned long n = 0;

	for (size_t i = 0; i < PLAN_PLATFORMS; i++)
		n += p->no_source[i].n;
	if (!n)
		return;
	begin(s);
	put_count(s, n, "account");
	buf_put(&s->text, STR(" on platforms without a source or its key ("));
	for (size_t i = 0; i < PLAN_PLATFORMS; i++) {
		if (!p->no_source[i].n)
			continue;
		if (i)
			buf_put(&s->text, STR(", "));
		put_plain(s, p->no_source[i].name);
		buf_fmt(&s->text, " %zu", p->no_source[i].n);
	}
	buf_put(&s->text, STR("): use exports"));
	flush(s);
}

static void
put_states(struct summary *s)
{
	for (int i = STATE_OK + 1; i < STATE_N; i++)
		if (s->by_state[i])
			buf_fmt(&s->text, ", %lu %s", s->by_state[i],
			    state_name((enum state)i));
}

static void
put_advice(struct summary *s)
{
	for (int i = STATE_UNCHANGED + 1; i < STATE_N; i++) {
		if (!s->by_state[i])
			continue;
		begin(s);
		buf_fmt(&s->text, "%s: %s", state_name((enum state)i),
		    state_advice((enum state)i));
		flush(s);
	}
}

static void
put_stats(struct summary *s, unsigned long requests, unsigned long captures)
{
	begin(s);
	buf_fmt(&s->text, "accounts %lu, ok %lu", s->asked,
	    s->by_state[STATE_OK]);
	put_states(s);
	buf_fmt(&s->text, ", requests %lu, captures %lu", requests, captures);
	flush(s);
}

void
summary_again(struct summary *s, unsigned long n)
{
	if (s->quiet || !n)
		return;
	begin(s);
	put_count(s, n, "line");
	buf_put(&s->text, STR(" of a run that was cut off came first"));
	flush(s);
}

void
summary_end(struct summary *s, const struct plan *p, unsigned long requests,
    unsigned long captures)
{
	if (s->stats)
		put_stats(s, requests, captures);
	if (!s->quiet) {
		if (s->failed > SUMMARY_SHOWN) {
			begin(s);
			buf_fmt(&s->text, "and %lu more",
			    s->failed - SUMMARY_SHOWN);
			flush(s);
		}
		put_advice(s);
		put_no_source(s, p);
		if (p->no_owner) {
			begin(s);
			put_count(s, p->no_owner, "account");
			buf_put(&s->text, STR(" of nobody in employees.csv "
			    "or contest.json: not asked"));
			flush(s);
		}
		if (p->above) {
			begin(s);
			put_count(s, p->above, "account");
			buf_fmt(&s->text, " of candidates above %d a platform: "
			    "not asked", PLAN_REGISTERED);
			flush(s);
		}
		begin(s);
		put_count(s, s->asked, "account");
		buf_fmt(&s->text, ": %lu collected", s->by_state[STATE_OK]);
		if (s->empty)
			buf_fmt(&s->text, " (%lu without posts)", s->empty);
		put_states(s);
		buf_put(&s->text, STR("; "));
		put_count(s, requests, "request");
		flush(s);
	}
}

void
summary_release(struct summary *s)
{
	buf_release(&s->text);
}
