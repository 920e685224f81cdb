#ifndef STAFF_H
#define STAFF_H
/*
 * staff -- whose account is it, for a nation's roster: the accounts of
 * employees in about 40 bytes each, asked for by id, handle or address.
 *
 * The bytes are those of netral-index(5), made from the two tables in memory
 * or by `--compile` in a file, which is mapped, so that several processes
 * share it and none reads all of it.  Every 64 KiB of a file are checked
 * against their sum when they are first looked at.
 *
 * accounts.h says when two accounts are one; the answers are the same.
 */
#include <stdint.h>

#include "buf.h"
#include "roster.h"

enum {
	STAFF_HEAD = 4096,    /* bytes before the body                   */
	STAFF_CHUNK = 1 << 16, /* bytes of the body that have one sum    */
	STAFF_TEXT = 1024,    /* bytes of an id, handle or address       */
	STAFF_BUCKET = 12,    /* keys of a bucket                        */
	STAFF_VERSION = 2,
};

/* 64 bytes: where keys that fall here are.  Free places are behind the n. */
struct staff_bucket {
	uint8_t tag[STAFF_BUCKET];
	uint8_t n, spilled; /* keys; and are there more in the next one?  */
	uint16_t zero;
	uint32_t at[STAFF_BUCKET]; /* the block, in eights of bytes, and in
	                              the bits above it more of the tag   */
};

struct staff_source { /* a table as it was when it was read */
	uint64_t bytes;
	int64_t seconds, nanos; /* its modification */
	char sha256[64];
};

/* The first bytes of the file; all numbers little endian, places from the
 * beginning of the file. */
struct staff_head {
	char magic[16];
	uint32_t version, order; /* 1; 0x01020304                   */
	uint64_t bytes;          /* of the file                     */
	uint64_t employees, accounts, keys;
	uint64_t platforms_at, units_at, blocks_at, buckets_at, sums_at;
	uint64_t n_platforms, n_units, n_buckets, n_sums;
	uint64_t block_bits;     /* of `at` in a bucket             */
	struct staff_source sources[2]; /* employees, accounts      */
	uint64_t sums_sum, head_sum; /* of the sums; of all before  */
};

struct staff {
	const char *base;        /* the head; NULL: there is none        */
	struct staff_head head;
	const struct staff_bucket *buckets;
	const uint64_t *sums;    /* NULL: made in memory                 */
	uint64_t *seen;          /* which chunks are as their sum says   */
	const char *path;        /* for messages                         */
	size_t mapped;           /* bytes, of a file                     */
	struct buf bytes;        /* else                                 */
	struct arena mem;
};

/* Who was found. */
struct holder {
	bool nobody;         /* the account is no employee's               */
	struct str id;       /* the employee's; in `room`, or in the file  */
	struct str what;     /* "unit":"...","category":"..." in JSON; the
	                        former may be missing                      */
	struct str spouse;   /* a candidate's id, or nothing               */
	int32_t leave_from, leave_until; /* as in struct employee          */
	enum basis basis;
	char room[24];
};

/* staff_build(s, r, e): from the two tables, which must live on only if
 * there is no more to do.  Returns 0, or -1 with *e set. */
int staff_build(struct staff *s, struct roster *r, struct err *e);

/* staff_source(t, path, e): a table as it is now, every byte of it read. */
int staff_source(struct staff_source *t, const char *path, struct err *e);

/* staff_write(s, tables, path, e): what was built, into a file, with what is to
 * be known of the two tables. */
int staff_write(struct staff *s, const struct staff_source tables[2],
    const char *path, struct err *e);

/* staff_open(s, path, tables, e): map a file.  -1 if it is not whole, of
 * another version, or older than what the tables hold now.  A table whose
 * size and time are those of then is not read again. */
int staff_open(struct staff *s, const char *path, const char *const tables[2],
    struct err *e);

/* staff_check(s, tables, e): look at every byte, and at the tables. */
int staff_check(const struct staff *s, const char *const tables[2],
    struct err *e);

/* staff_soon(s, who): staff_find() will be asked: let the memory come near.
 * Returns the hash of the first key that is asked for, or 0.
 * staff_near(s, hash), some time later: and what it leads to.  Returns whether
 * the key is there, and seldom so where it is not. */
uint64_t staff_soon(const struct staff *s, const struct account *who);
bool staff_near(const struct staff *s, uint64_t hash);

/* staff_find(s, who, soon, day, h, e): 1 and *h, 0, or -1 if what was looked at
 * is damaged (ERR_FAIL).  soon: of staff_soon(), or 0. */
int staff_find(const struct staff *s, const struct account *who,
    uint64_t soon, int32_t day, struct holder *h, struct err *e);

/* staff_category(what): of a holder, without the unit. */
struct str staff_category(struct str what);

/* staff_use(s, base): base has a head and what it speaks of.  staff_key(who,
 * basis, key, global): the hash of a key; global: its platform is left out. */
void staff_use(struct staff *s, const char *base);
uint64_t staff_key(struct str platform, enum basis basis, struct str key,
    bool global);

/* staff_seen(s, at): is the chunk with that byte as it was written?
 * staff_damaged(s, at, e): say that it is not; -1. */
bool staff_look(const struct staff *s, uint64_t chunk);
int staff_damaged(const struct staff *s, uint64_t at, struct err *e);

static inline bool
staff_seen(const struct staff *s, uint64_t at)
{
	uint64_t chunk = (at - STAFF_HEAD) / STAFF_CHUNK;

	return !s->sums || (s->seen[chunk / 64] >> chunk % 64 & 1) ||
	    staff_look(s, chunk);
}

void staff_release(struct staff *s);
#endif
