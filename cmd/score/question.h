#ifndef QUESTION_H
#define QUESTION_H
/*
 * question -- does a condition of the pack hold of one suspect, or of the whole
 * record?
 */
#include "evidence.h"
#include "pack.h"

/* What a condition is asked about. */
struct question {
	const struct pack *p;
	const struct evidence *ev;
	size_t suspect;
	bool whole;           /* the record, not one suspect         */
	unsigned phase, kind; /* of the contest: names in the pack   */
	bool against;         /* a guard: looks around, not only near */
	bool negated_too;
	const struct sign *sign; /* answer: what can be quoted        */
};

/* question_applies(q, c): does c hold?  q->sign is then what can be quoted, or
 * NULL. */
bool question_applies(struct question *q, const struct condition *c);
#endif
