#ifndef COLLECT_H
#define COLLECT_H
/*
 * collect -- what somebody has at hand who asks for accounts, one after the
 * other: memory, lines that wait for the disk, what is remembered of a list.
 */
#include "ask.h"
#include "evidence.h"
#include "out.h"
#include "walk.h"

/* What all who collect share. */
struct collecting {
	struct evidence *evidence; /* through which all is said            */
	long pages;      /* at most so many of a list; 0: as the source says */
	int64_t now;     /* what the clock says; INT64_MIN: ask it           */
	int64_t overlap; /* seconds that are asked for again: late and edited */
	int64_t since;   /* what is older is not asked for; INT64_MIN        */
	int64_t until;   /* what is newer neither; INT64_MIN                 */
	struct arena *parsed; /* a body; nobody waits while he needs it      */
};

enum { COLLECT_HELD = 256 << 10 }; /* bytes of lines that wait for the disk */

struct collect {
	const struct collecting *run;
	struct ask ask;
	unsigned long captures;
	struct arena page, account; /* emptied after each of them           */
	struct arena resolved;      /* the id of the account                */
	struct buf filled;          /* a URL, or what is posted             */
	struct buf lines;           /* to be said once they are on disk     */
	struct buf notes;           /* of them, for the evidence: struct note */
};

/* collect_init(c, e): the memory; the other members are set before. */
int collect_init(struct collect *c, struct err *e);

/* collect_note(c, json, of, captured): an object, of which the closing brace is
 * still missing, goes into the evidence with the next collect_say(), as made of
 * the record `of` (NULL: of none). */
void collect_note(struct collect *c, struct str json,
    const char of[WARC_ID], int64_t captured);

/* collect_say(c, e): say the lines once they are on disk. */
int collect_say(struct collect *c, struct err *e);

/* collect_recall(c, w, e): what is known of a list of the account, and how far
 * back it has to be asked for; w->key is set.  collect_remember(c, w, e): what
 * the next run may take for granted; a list that did not come to its end is
 * asked for again from its beginning.  0, or -1 with *e set. */
int collect_recall(struct collect *c, struct walk *w, struct err *e);
int collect_remember(struct collect *c, struct walk *w, struct err *e);

/* collect_wants_all(w): is there more to ask about each item of the timeline?
 * Likes change while the posts do not. */
bool collect_wants_all(const struct walk *w);

/* collect_no_room(c, v, e): what a missing piece of c->account means: 0 and *v
 * says so, or -1 with *e set if the system has no memory. */
int collect_no_room(const struct collect *c, struct coverage *v,
    struct err *e);

/* collect_release(c): safe on an all-zero struct. */
void collect_release(struct collect *c);
#endif
