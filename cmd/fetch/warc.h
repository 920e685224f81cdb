#ifndef WARC_H
#define WARC_H
/*
 * warc -- write evidence: WARC/1.1, a gzip member a record, SHA-256 of every
 * block and payload.
 *
 * Nothing is overwritten: a file is new (O_EXCL), and grows.  Nobody checks
 * single writes; after a failure every later call does nothing, and
 * warc_sync() reports it.  What was written is on disk after warc_sync().
 */
#include "buf.h"
#include "digest.h"
#include "pack.h"
#include "transport.h"

enum { WARC_CONNECTIONS = 256 };

struct warc {
	struct str name; /* of the file, without its folder; borrowed */
	char mark[DIGEST_HEX + 1]; /* digest of the name              */
	int fd;
	unsigned long long offset; /* bytes so far                    */
	unsigned long long told;   /* of them the disk has to do with */
	bool dirty;                /* not on disk yet                 */
	bool nomem;
	int errnum;                /* of the first failure            */
	struct pack *pack;
	struct buf packed;         /* not written yet                 */
	size_t digested;           /* bytes of it that are in whole   */
	struct digest whole;       /* of the file                     */
	struct buf spare;          /* for pack_end()                  */
	char info[WARC_ID];        /* the id of its first record      */
	char kept[WARC_CONNECTIONS][8]; /* digests of connections, some */
};

/* The file that one follows in its folder. */
struct warc_before {
	const char *name;   /* "": there is none               */
	const char *digest; /* as it was written; "": as it is */
};

/* warc_open(w, dir, name, before, agent, captured, e): a new file DIR/NAME,
 * which begins with who writes it, and what came before.  Returns 0, or -1 with
 * *e set. */
int warc_open(struct warc *w, const char *dir, struct str name,
    const struct warc_before *before, struct str agent, int64_t captured, struct err *e);

/* The names of fields in the first record: "sha256:HEX NAME", pack_name. */
#define WARC_BEFORE "netral-before"
#define WARC_PACKED "netral-packed"

/* warc_answer(w, a): the request and the response, or the revisit if a->known
 * has its record; a->warc and a->offset then say where that is. */
void warc_answer(struct warc *w, struct answer *a);

/* warc_connection(w, a): how the server showed who it is, if a->wire has it
 * and it was not kept before. */
void warc_connection(struct warc *w, const struct answer *a);

/* warc_metadata(w, of, captured, json): what was made of the response with
 * the id `of` (NULL: of none in particular). */
void warc_metadata(struct warc *w, const char *of, int64_t captured,
    struct str json);

/* warc_sync(w, e): all of it is on disk.  Returns 0, or -1 with *e set. */
int warc_sync(struct warc *w, struct err *e);

/* warc_digest(w, hex): of the file as it was written; "": not all of it is on
 * disk. */
void warc_digest(const struct warc *w, char hex[DIGEST_HEX + 1]);

/* warc_close(w): safe on an all-zero struct.  Sync before. */
void warc_close(struct warc *w);
#endif
