#include "evidence.h"

int
evidence_open(struct evidence *v, const char *dir, struct str agent,
    int64_t now, struct err *e)
{
	if (store_open(&v->store, dir, e) != 0 ||
	    store_begin(&v->store, now, e) != 0)
		return -1;
	v->on = true;
	return warc_open(&v->warc, v->store.warc, str_from(v->store.name),
	    agent, now, e);
}

int
evidence_say(struct evidence *v, struct fiber *f, struct str lines,
    struct err *e)
{
	if (!v->on) {
		out_put(v->out, lines);
		out_flush(v->out);
		return 0;
	}
	if (!v->failed.code) {
		v->waiting[v->n].fiber = f; /* there are never more fibers */
		v->waiting[v->n++].lines = lines;
		fiber_wait(f, INT64_MAX);
	}
	if (!v->failed.code)
		return 0;
	*e = v->failed;
	return -1;
}

void
evidence_flush(struct evidence *v)
{
	if (!v->failed.code && warc_sync(&v->warc, &v->failed) == 0)
		(void)store_commit(&v->store, &v->failed);
	for (size_t i = 0; i < v->n; i++) {
		if (!v->failed.code)
			out_put(v->out, v->waiting[i].lines);
		fiber_wake(v->waiting[i].fiber);
	}
	out_flush(v->out);
	v->n = 0;
}

void
evidence_close(struct evidence *v)
{
	warc_close(&v->warc);
	store_close(&v->store);
}
