#ifndef WARCREAD_H
#define WARCREAD_H
/*
 * warcread -- read evidence, and say of each record whether its digests are
 * those of its bytes.  For gzip with a member a record, as warc.h writes it.
 */
#include "buf.h"
#include "digest.h"
#include "gz.h"

struct warcread {
	const char *path; /* borrowed */
	int fd;
	struct gz *gz;
	struct buf record;         /* decoded: headers, block, end  */
	struct buf *member;        /* and as it stands in the file; or NULL */
	unsigned long long at;     /* of the byte raw.p[0] stands for */
	struct str rest;           /* what is left in raw             */
	bool ended;
	char raw[1 << 16];
};

/* A record; its texts live until the next one.  Absent: { NULL, 0 }. */
struct warcentry {
	unsigned long long offset;
	struct str type, id, refers, uri, date, filename, truncated,
	    block_digest, payload_digest, content_type;
	struct str block, payload; /* payload: the body of a response */
	bool digested;             /* it had digests, and they are right */
	const char *bad;           /* what is wrong with it, or NULL  */
};

enum { WARCREAD_MAX = 64 << 20 }; /* bytes of one record */

/* warcread_size(head, n): what the headers of a record say of the length of
 * its block; false: nothing that can be. */
bool warcread_size(struct str head, size_t *n);

/* warcread_parse(n, record): take a whole record apart, and compare its
 * digests.  n->offset stays; n->bad says what is wrong. */
void warcread_parse(struct warcentry *n, struct str record);

/* warcread_open(r, path, e): 0, or -1 with *e set. */
int warcread_open(struct warcread *r, const char *path, struct err *e);

/* warcread_next(r, n, e): 1: a record, look at n->bad; 0: the end; -1 with *e
 * set: ERR_DATA if what follows n->offset is damaged, ERR_FAIL if the file
 * cannot be read. */
int warcread_next(struct warcread *r, struct warcentry *n, struct err *e);

/* warcread_seek(r, offset, e): go on there.  0, or -1 with *e set. */
int warcread_seek(struct warcread *r, unsigned long long offset,
    struct err *e);

/* warcread_close(r): safe on an all-zero struct. */
void warcread_close(struct warcread *r);
#endif
