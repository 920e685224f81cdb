#ifndef SCORE_H
#define SCORE_H
/*
 * score -- judge one activity by a pack of rules and the calendar of its
 * contest.  Adds the member "score" of activity/1, netral-record(5).
 */
#include "buf.h"
#include "contest.h"
#include "filter.h"
#include "judge.h"
#include "office.h"

/* The pack of an office that names none. */
#define SCORE_PACK "id-asn-2022"

struct score {
	/* What was asked for on the command line. */
	const char *office_dir, *pack_name, *exceptions, *lang;
	struct strings contest_files;
	bool explain;

	struct office office;
	struct contests contests;
	struct pack pack;
	struct evidence ev;
	struct buf out;
	struct buf head;        /* how all records of a phase begin */
	const struct contest *head_contest;
	const struct phase *head_phase;
	const struct phase *known_phase;     /* the last ones asked for, */
	const struct contest *known_contest; /* and their names in the   */
	unsigned phase_name, kind_name;      /* pack                     */
};

/* All that is said about one record. */
struct verdict { /* of the machine, never of a person's guilt */
	struct judgement all[SUSPECTS_MAX];
	size_t n;
	const struct judgement *best;   /* NULL: no candidate is spoken of   */
	enum level level;               /* of best, under the category's cap */
	const struct cap *cap;          /* that lowered it, or NULL          */
	const struct contest *contest;  /* of best; else of that day; or NULL */
	const struct phase *phase;
	const struct rule *permitted;   /* the first that speaks of it       */
};

/* score_judge(s, act, v): judge the activity; v points into s->ev. */
void score_judge(struct score *s, const struct act *act, struct verdict *v);

/* score_put(s, v, b): the verdict as JSON. */
void score_put(struct score *s, const struct verdict *v, struct buf *b);

/* score_explain(s, act, v, b): the verdict for people, in s->lang. */
void score_explain(const struct score *s, const struct act *act,
    const struct verdict *v, struct buf *b);

/* See filter.h; ctx is a score. */
int score_setup(void *ctx, struct err *e);
int score_check(void *ctx, struct err *e);
enum done score_record(void *ctx, struct run *run, const struct record *rec,
    struct err *e);

void score_release(struct score *s);
#endif
