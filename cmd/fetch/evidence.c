#include "evidence.h"

#include "fiber.h"

int
evidence_open(struct evidence *v, const char *dir, struct str agent,
    int64_t now, struct err *e)
{
	const struct warc_before before = { v->store.before, v->store.digest };

	if (store_open(&v->store, dir, e) != 0 ||
	    store_begin(&v->store, now, e) != 0)
		return -1;
	v->on = true;
	return warc_open(&v->warc, v->store.warc, str_from(v->store.name),
	    &before, agent, now, e);
}

int
evidence_flush(struct evidence *v, struct err *e)
{
	if (v->on && !v->failed.code && buf_check(&v->held, &v->failed) == 0 &&
	    warc_sync(&v->warc, &v->failed) == 0 &&
	    store_commit(&v->store, &v->failed) == 0)
		out_put(v->out, buf_str(&v->held));
	out_flush(v->out);
	buf_reset(&v->held);
	if (!v->failed.code)
		return 0;
	*e = v->failed;
	return -1;
}

int
evidence_say(struct evidence *v, struct str lines, struct err *e)
{
	if (!v->on) {
		out_put(v->out, lines);
		out_flush(v->out);
		return 0;
	}
	if (!v->held.n)
		v->due = fiber_clock() + EVIDENCE_MS;
	buf_put(&v->held, lines);
	return v->held.n < EVIDENCE_HELD && !v->held.failed ? 0
	    : evidence_flush(v, e);
}

int
evidence_delivered(struct evidence *v, struct err *e)
{
	char hex[DIGEST_HEX + 1];

	if (!v->on)
		return 0;
	warc_digest(&v->warc, hex);
	return store_delivered(&v->store, str_from(hex), e);
}

int64_t
evidence_due(const struct evidence *v, int64_t now)
{
	if (!v->held.n)
		return INT64_MAX;
	return v->due > now ? v->due - now : 0;
}

void
evidence_close(struct evidence *v)
{
	warc_close(&v->warc);
	store_close(&v->store);
	buf_release(&v->held);
}
