#ifndef CONTEST_H
#define CONTEST_H
/*
 * contest -- elections as data: phases, candidates, their words, numbers and
 * registered accounts.  Described in netral-office(5).
 *
 * A file holds one contest or a list of them.  Everything points into memory
 * that lives until contests_release().  Dates are day numbers (instant.h);
 * both ends of a phase belong to it.
 */
#include <stdint.h>

#include "accounts.h"
#include "conf.h"
#include "err.h"
#include "instant.h"
#include "str.h"

enum { CANDIDATES_MAX = 4096, CONTEST_FILES = 16 };

struct text2 { /* a text for people, in both languages */
	struct str id, en;
};

struct person {
	struct str id, name;
	struct text2 role;
	struct str *aliases;
	size_t n_aliases;
};

struct party {
	struct str id, name;
	struct str *aliases;
	size_t n_aliases;
};

struct span { /* the days on which a text is the candidate's */
	struct str text;
	int32_t from, to; /* DAY_NONE: no limit */
};

struct candidate { /* one line of the ballot: a person, a pair, a list */
	struct str id, ticket;
	struct person *people;
	size_t n_people;
	int64_t number;  /* on the ballot; 0: none yet          */
	int32_t drawn_on, would_be_from, designated_on; /* DAY_NONE */
	struct party **parties;
	size_t n_parties;
	struct str *slogans, *hashtags, *symbols, *ambiguous;
	size_t n_slogans, n_hashtags, n_symbols, n_ambiguous;
	struct span *valid; /* of some of the texts above */
	size_t n_valid;
	struct account *accounts;
	size_t n_accounts;
	const struct contest *contest;
};

struct phase {
	struct str id;
	struct text2 title;
	int32_t from, to;
};

struct contest {
	struct str id, kind, region;
	struct text2 title;
	bool list_numbers; /* numbers count within a party's list */
	struct phase *phases;
	size_t n_phases;
	struct party *parties;
	size_t n_parties;
	struct candidate *candidates;
	size_t n_candidates;
};

struct contests {
	struct contest *v;
	size_t n;
	struct conf files[CONTEST_FILES];
	int n_files;
	struct arena mem;
};

/* contests_load(c, path, e): add the contests of a file.  c is all zero the
 * first time.  Returns 0, or -1 with *e set ("FILE:LINE:COL: ..."). */
int contests_load(struct contests *c, const char *path, struct err *e);

/* contest_candidate(c, id): the candidate with that id in any contest. */
const struct candidate *contest_candidate(const struct contests *c,
    struct str id);

/* contest_phase(c, day): the phase of a day, or NULL outside all. */
const struct phase *contest_phase(const struct contest *c, int32_t day);

/* What a person is towards the law on a day. */
enum status { STATUS_NONE, STATUS_WOULD_BE, STATUS_CANDIDATE };

/* candidate_status(c, day): would-be from would_be_from, candidate from
 * designated_on. */
enum status candidate_status(const struct candidate *c, int32_t day);

/* candidate_called(c, text): is it a name, ticket, slogan, hashtag or symbol of
 * the candidate, as the file spells it? */
bool candidate_called(const struct candidate *c, struct str text);

/* contests_release(c): safe on an all-zero struct. */
void contests_release(struct contests *c);
#endif
