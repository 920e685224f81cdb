#ifndef STORE_H
#define STORE_H
/*
 * store -- what fetch remembers between runs, in OFFICE/state: fetch.db
 * (SQLite) and the folder warc; only this and store_schema.c know SQLite.
 *
 * The folder is the owner's alone (0700), and one run at a time has it.
 * Changes are on disk after store_commit(), all or none.
 */
#include "arena.h"
#include "buf.h"
#include "digest.h"
#include "err.h"

enum { STORE_STATEMENTS = 12, STORE_PATH = 1024 };

struct store {
	void *db; /* sqlite3 *, owned; NULL: nothing is remembered */
	void *prepared[STORE_STATEMENTS];
	int lock;
	bool changed;
	int64_t after; /* the run that store_undelivered() gave */
	char dir[STORE_PATH], warc[STORE_PATH];
	char name[64]; /* of this run's evidence */
	char before[64]; /* of the run before it that has any; "": none */
	char digest[DIGEST_HEX + 1]; /* of that, as written; "": not known */
};

/* What is known of a list: of an account's timeline. */
struct known {
	struct str etag, modified; /* of the last whole answer         */
	int64_t newest;    /* date of its newest item; INT64_MIN: none */
	int64_t succeeded; /* when all of it was seen; INT64_MIN       */
	struct str record; /* where that answer stands in the evidence */
	int64_t captured;  /* and since when; INT64_MIN                */
	struct str since;  /* the item behind which it was asked for   */
	struct str mark;   /* the next run asks behind this one; and   */
	int64_t marked;    /* its date; INT64_MIN                      */
};

extern const struct known store_nothing;

struct store_host {
	int64_t not_before;   /* seconds                  */
	int64_t window, used; /* since when, how many     */
};

/* store_open(s, dir, e): make what is not there.  Returns 0, or -1 with *e
 * set: ERR_USAGE if others may look into the folder. */
int store_open(struct store *s, const char *dir, struct err *e);

/* store_begin(s, now, e): this run; s->name is then the name of its evidence,
 * which no other has, and s->before that of the one before.  On disk on
 * return. */
int store_begin(struct store *s, int64_t now, struct err *e);

/* store_undelivered(s, mem, name, e): the evidence of the next earlier run
 * whose records may not have reached their reader.  1, 0: no more, or -1. */
int store_undelivered(struct store *s, struct arena *mem, struct str *name,
    struct err *e);

/* store_delivered(s, digest, e): the records of all runs have; the evidence of
 * this one was written with that digest.  On disk on return. */
int store_delivered(struct store *s, struct str digest, struct err *e);

/* store_known(s, source, url, mem, k, e), store_learn(): a list.
 * store_succeeded(s, source, url, when, e): k->succeeded alone. */
int store_known(struct store *s, struct str source, struct str url,
    struct arena *mem, struct known *k, struct err *e);
int store_learn(struct store *s, struct str source, struct str url,
    const struct known *k, struct err *e);
int store_succeeded(struct store *s, struct str source, struct str url,
    int64_t *when, struct err *e);

/* store_host(s, host, h, e), store_host_put(): a host. */
int store_host(struct store *s, struct str host, struct store_host *h,
    struct err *e);
int store_host_put(struct store *s, struct str host,
    const struct store_host *h, struct err *e);

/* store_commit(s, e): all changes so far. */
int store_commit(struct store *s, struct err *e);

/* store_close(s): safe on an all-zero struct; drops what was not committed. */
void store_close(struct store *s);
#endif
