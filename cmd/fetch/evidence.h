#ifndef EVIDENCE_H
#define EVIDENCE_H
/*
 * evidence -- first the bytes are on disk, then it is remembered that they
 * are, then a line says so.  Those who wait for the disk wait together.
 */
#include "fiber.h"
#include "out.h"
#include "store.h"
#include "warc.h"

enum { EVIDENCE_WAITING = 256 };

struct evidence {
	bool on; /* false: nothing is kept, nobody waits */
	struct warc warc;
	struct store store;
	struct out *out;
	struct {
		struct fiber *fiber;
		struct str lines;
	} waiting[EVIDENCE_WAITING];
	size_t n;
	struct err failed; /* code: why nothing can be kept any more */
};

/* evidence_open(v, dir, agent, now, e): a new file under dir/warc, and what is
 * known in dir.  Returns 0, or -1 with *e set. */
int evidence_open(struct evidence *v, const char *dir, struct str agent,
    int64_t now, struct err *e);

/* evidence_say(v, f, lines, e): in fiber f: when what was written and learnt
 * so far is on disk, say the lines.  Returns 0, or -1 with *e set: they were
 * not said. */
int evidence_say(struct evidence *v, struct fiber *f, struct str lines,
    struct err *e);

/* evidence_flush(v): outside of fibers: commit for all who wait, say their
 * lines in the order in which they came, wake them. */
void evidence_flush(struct evidence *v);

/* evidence_close(v): safe on an all-zero struct. */
void evidence_close(struct evidence *v);
#endif
