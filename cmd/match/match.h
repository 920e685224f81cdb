#ifndef MATCH_H
#define MATCH_H
/*
 * match -- say who acts and what is mentioned in one activity, never what it
 * means.  Adds the member "match" of activity/1, netral-record(5).
 */
#include "contest.h"
#include "filter.h"
#include "office.h"
#include "people.h"
#include "pseudonym.h"
#include "words.h"

struct match {
	/* What was asked for on the command line. */
	const char *office_dir, *employees, *accounts;
	struct strings contest_files, lexicon_files, against;
	const char *key, *pseudonymize; /* files with a key */
	const char *compile, *index;    /* netral-index(5)  */
	bool all, plain, explain, list;

	struct office office;
	struct contests contests;
	struct people people;
	struct words words;
	struct buf out;       /* the member being written            */
	struct buf targets, cues; /* its two lists                    */
	struct pseudonym pseudonym;
	struct buf said;      /* --explain                          */
	struct buf line;      /* the record anew, without names      */
	struct buf field;     /* the name of the field being searched */
};

/* See filter.h; ctx is a match. */
int match_setup(void *ctx, struct err *e);
int match_check(void *ctx, struct err *e);
enum done match_record(void *ctx, struct run *run, const struct record *rec,
    struct err *e);

/* explain_text(m, name, text, f), explain_who(m, h): say into m->said what was
 * found in a field, and whose act it is (h: NULL, nobody's). */
void explain_text(struct match *m, struct str name, struct str text,
    const struct finding *f);
void explain_who(struct match *m, const struct holder *h);

void match_release(struct match *m);
#endif
