#ifndef BLOCK_H
#define BLOCK_H
/*
 * block -- an employee with the accounts, as netral-index(5) packs them.
 *
 * Nothing is read behind the end that is given, whatever the bytes are: a
 * block that does not fit ends early.
 */
#include "buf.h"
#include "instant.h"

/* An id: of digits it is a number (digits: "12", not "012"), else bytes. */
struct block_text {
	bool digits;
	uint64_t number;
	struct str bytes;
	size_t n; /* 0: there is none */
};

struct block_account {
	uint64_t platform;     /* its number                               */
	struct block_text id;
	struct str handle, url;
	int32_t from, to;
	uint32_t order;        /* its row, if somebody else has the same key,
	                          and else 0                               */
};

struct block {
	const char *p, *end;
	bool nobody;           /* accounts of no employee          */
	struct block_text id;  /* the employee's */
	uint64_t unit, left;   /* its number; accounts that follow */
	int32_t from, to;      /* of the account before            */
};

struct block_text block_text(struct str s);

/* block_same(a, b): byte for byte; block_same_folded(a, b): without case. */
bool block_same(const struct block_text *a, const struct block_text *b);
bool block_same_folded(const struct block_text *a, const struct block_text *b);

/* block_put(t, room): as text; digits into room[24]. */
struct str block_put(const struct block_text *t, char *room);

/* block_open(b, p, end), then block_next(b, a) until it is false. */
void block_open(struct block *b, const char *p, const char *end);
bool block_next(struct block *b, struct block_account *a);

/* block_write_head(o, b), block_write(o, a, before): the same way back; b has
 * nobody, id, unit and left; before: the account before, or NULL. */
void block_write_head(struct buf *o, const struct block *b);
void block_write(struct buf *o, const struct block_account *a,
    const struct block_account *before);
#endif
