#ifndef EVIDENCE_H
#define EVIDENCE_H
/*
 * evidence -- first the bytes are on disk, then it is remembered that they
 * are, then a line says so.  Lines wait until there are many, so that the disk
 * is asked once for all of them; nobody waits for it.
 */
#include "out.h"
#include "store.h"
#include "warc.h"

/* Lines wait no longer than so much of them, or of time, has come. */
enum { EVIDENCE_HELD = 8 << 20, EVIDENCE_MS = 500 };

struct evidence {
	bool on; /* false: nothing is kept, nothing waits */
	struct warc warc;
	struct store store;
	struct out *out;
	struct buf held;   /* lines, in the order in which they came */
	int64_t due;       /* by fiber_clock(): when they are to go  */
	struct err failed; /* code: why nothing can be kept any more */
};

/* evidence_open(v, dir, agent, now, e): a new file under dir/warc, and what is
 * known in dir.  Returns 0, or -1 with *e set. */
int evidence_open(struct evidence *v, const char *dir, struct str agent,
    int64_t now, struct err *e);

/* evidence_say(v, lines, e): say the lines as soon as what was written and
 * learnt so far is on disk.  Returns 0, or -1 with *e set: nothing that is
 * held can be said any more. */
int evidence_say(struct evidence *v, struct str lines, struct err *e);

/* evidence_due(v, now): in how many milliseconds evidence_flush() is due;
 * INT64_MAX: nothing waits. */
int64_t evidence_due(const struct evidence *v, int64_t now);

/* evidence_flush(v, e): commit, and say what was held.  As evidence_say(). */
int evidence_flush(struct evidence *v, struct err *e);

/* evidence_delivered(v, e): all that was said has reached its reader.  Returns
 * 0, or -1 with *e set. */
int evidence_delivered(struct evidence *v, struct err *e);

/* evidence_close(v): safe on an all-zero struct. */
void evidence_close(struct evidence *v);
#endif
