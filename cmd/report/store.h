#ifndef STORE_H
#define STORE_H
/*
 * store -- what a report keeps of its input: the acts that are cases, and
 * counts of the rest.
 *
 * Whatever the order of the input, and however often the same record comes,
 * ranking.h makes the same of it.  Of several versions of one
 * activity the highest level counts, then the newest capture, then the
 * greater bytes; the first capture is remembered as the day it became known.
 *
 * Memory grows with cases, employees and accounts asked, less than 1 KiB each
 * (their lines are put aside, see spool.h), and not with what is only counted
 * (roll.h); beyond `max` bytes the run ends with an error.
 */
#include <stdbool.h>
#include <stdint.h>
#include <yyjson.h>

#include "arena.h"
#include "err.h"
#include "halt.h"
#include "index.h"
#include "instant.h"
#include "lane.h"
#include "mark.h"
#include "pages.h"
#include "spool.h"
#include "str.h"
#include "roll.h"

struct dossier; /* see book.h */

enum level { LEVEL_NONE, LEVEL_NOTE, LEVEL_CHECK, LEVEL_INDICATION };
enum { LEVELS = LEVEL_INDICATION + 1, STORE_PACKS = 16, STORE_ITEMS = 64 };

struct moment { /* an instant that may be missing */
	bool known;
	struct instant t;
};

struct act {
	struct line line;       /* the record as it came, put aside */
	struct str key, id;     /* key: see key_of() in store.c     */
	enum level level;
	uint32_t person;        /* index into people                */
	struct moment published;
	struct moment captured; /* of this version                  */
	struct moment first;    /* first capture of all             */
	uint64_t items;         /* it has findings of: bits of s->items */
	const struct dossier *file; /* its case, or NULL            */
	char mark[MARK_HEX + 1];
};

struct actor { /* who acts: an employee, or an account nobody declared */
	bool employee;
	struct str id;             /* employee id, or handle of the account */
	struct str platform;       /* of the account                       */
	struct str unit, category; /* as match wrote them                  */
	size_t notes;              /* of an employee */
};

struct cover { /* one account asked through one source */
	struct line line;
	struct str platform, id, handle, url, owner, role, source, state;
	struct moment captured;    /* of the newest record */
	struct moment from, to;    /* over all records     */
	bool seen;                 /* the newest saw it    */
	struct lane days;          /* over all records     */
};

struct pack { /* the rules that were applied */
	struct str contest, name, version, sha256;
};

struct store {
	size_t max;
	int32_t zone; /* minutes east of UTC, for days */
	struct arena mem;
	struct index by_id, by_who, by_account;
	struct roll ids, rejects;
	struct spool spool;
	struct pages acts, people, covers; /* of struct act, actor, cover */
	uint32_t sample;                   /* see draw_takes()          */
	struct pages blind;                /* acts nobody flagged, drawn  */
	struct index by_blind;
	size_t n[LEVELS];        /* activities; see store_end()       */
	size_t n_rejects;        /* refused by the tools before       */
	size_t others_notes;     /* of accounts nobody declared       */
	struct halt halt;        /* the newest run                    */
	struct pack packs[STORE_PACKS];
	size_t n_packs;
	struct str items[STORE_ITEMS]; /* of rules, as they came */
	size_t n_items;
	struct moment captured, published; /* the newest of all */
};

int store_init(struct store *s, size_t max, struct err *e);

enum stored { STORE_FAILED = -1, STORE_KEPT, STORE_COUNTED, STORE_AGAIN };

/* store_add(s, text, root, mem, e): take one record; mem is its own.
 * STORE_COUNTED: nothing in it to show; STORE_AGAIN: it came before;
 * STORE_FAILED: *e is set. */
enum stored store_add(struct store *s, struct str text, yyjson_val *root,
    struct arena *mem, struct err *e);

/* store_end(s, e): all came: what is only counted is counted now.  0 or -1.
 * See counts.h. */
int store_end(struct store *s, struct err *e);

/* store_acts(s): activities of all levels, after store_end(). */
size_t store_acts(const struct store *s);

/* store_act(s, i), store_person(s, i), store_cover(s, i): entry i. */
static inline struct act *
store_act(const struct store *s, size_t i)
{
	return pages_at(&s->acts, i);
}

static inline struct actor *
store_person(const struct store *s, size_t i)
{
	return pages_at(&s->people, i);
}

static inline struct cover *
store_cover(const struct store *s, size_t i)
{
	return pages_at(&s->covers, i);
}

/* store_room_err(s, e): say that memory ran out; -1. */
int store_room_err(const struct store *s, struct err *e);

/* store_newer(a, b): is a known and after b (or b not known)? */
bool store_newer(const struct moment *a, const struct moment *b);

void store_release(struct store *s);
#endif
