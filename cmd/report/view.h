#ifndef VIEW_H
#define VIEW_H
/*
 * view -- what a page is made of: the ranked store, the office's files that
 * give names to ids, the words, and where it goes.
 */
#include "book.h"
#include "census.h"
#include "contest.h"
#include "due.h"
#include "office.h"
#include "out.h"
#include "ranking.h"
#include "roster.h"
#include "text.h"

/* Who reads it: those who decide, the person concerned, everybody. */
enum audience { AUDIENCE_OFFICER, AUDIENCE_SUBJECT, AUDIENCE_PUBLIC };

enum { VIEW_K = 5 }; /* the public sees no smaller number of people or acts */

struct cited { /* a rule that an act of the page cites; see law.h */
	struct cited *next;
	const struct act *act;
	const char *list; /* of the act's score */
	size_t at;        /* its entry there    */
};

struct laws { /* in the order of their numbers */
	struct index by_text;
	struct cited *first, *last;
	size_t n;
};

enum answer { ANSWER_NO, ANSWER_YES, ANSWER_UNSURE, ANSWERS };

struct judged { /* what blind readers said; see sample.h */
	size_t n[2][ANSWERS]; /* of acts nobody flagged, of those that were */
};

struct view {
	struct office office;
	struct roster roster;
	struct contests contests;
	bool has_roster, has_accounts;
	struct text text;
	struct str css;         /* the stylesheet of the page   */
	char csp[64];           /* its digest, in base64        */
	struct moment now;
	enum audience audience;
	struct str subject;     /* the employee concerned       */
	bool colour;
	size_t columns;         /* of the terminal              */

	struct book book;
	struct due due;
	struct store store;
	struct ranking rank;
	struct census census;
	struct laws laws;
	struct judged judged;
	struct arena mem;       /* of one piece of the page; see view_ready() */
	struct out *out;
};

/* view_ready(v, e): a piece is written: empty v->mem for the next.  -1 if
 * something did not fit. */
int view_ready(struct view *v, struct err *e);

/* view_record(v, line, doc, e): a record that was put aside, in v->mem.
 * view_act(v, a, doc, e): that of an act.  0, or -1 with *e set. */
int view_record(struct view *v, struct line line, yyjson_doc **doc,
    struct err *e);
int view_act(struct view *v, const struct act *a, yyjson_doc **doc,
    struct err *e);

/* view_name(v, p): what to call someone: the name in the roster, else the id;
 * an account's handle with '@'. */
struct str view_name(struct view *v, const struct actor *p);

/* view_employee(v, p): the row of the roster, or NULL. */
const struct employee *view_employee(const struct view *v,
    const struct actor *p);

/* view_ticket(v, id): "GARSA (1)" for a candidate's id; id where no contest has
 * it. */
struct str view_ticket(struct view *v, struct str id);

/* view_phase(v, contest, id): the title of a phase, or id. */
struct str view_phase(struct view *v, struct str contest, struct str id);

/* view_owner(v, c): whose account was asked. */
struct str view_owner(struct view *v, const struct cover *c);

/* view_detail(v, coverage): what the record says besides its state, or "". */
struct str view_detail(struct view *v, yyjson_val *coverage);

/* view_days(v, m): whole days from the day of m to now's, at the office's
 * zone; -1 if one of them is not known. */
int64_t view_days(const struct view *v, const struct moment *m);

/* view_since(v, m): "8 Nov 2024 (12 days)", or "" if not known. */
struct str view_since(struct view *v, const struct moment *m);

/* view_fives(n): rounded to a multiple of VIEW_K. */
size_t view_fives(size_t n);

/* view_number(v, n), view_count(v, key, n): for the public "fewer than 5", and
 * above that rounded to fives, so that no difference gives one away. */
struct str view_number(struct view *v, size_t n);
struct str view_count(struct view *v, enum text_key key, size_t n);

/* view_seen(v): "18 of 22 accounts seen" of a report with coverage. */
struct str view_seen(struct view *v);

/* view_day(v, day): "8 Nov 2024", or "" for DAY_NONE.  view_date(v, s): the same
 * of "2024-11-08...", as a ledger has it. */
struct str view_day(struct view *v, int32_t day);
struct str view_date(struct view *v, struct str s);

/* view_report_by(v, first): the last day to report what is known since then.
 * view_report_other(v, first): a later one by another source, or DAY_NONE. */
int32_t view_report_by(const struct view *v, const struct moment *first);
int32_t view_report_other(const struct view *v, const struct moment *first);

/* view_report_said(v, first): "Report by ...", or that this day is over, and what
 * another source says; empty if first is not known. */
struct str view_report_said(struct view *v, const struct moment *first);

/* view_other(v, what, day): " (working days: ...)"; empty
 * for DAY_NONE. */
struct str view_other(struct view *v, enum due_what what, int32_t day);

/* view_handle(v, actor): "@handle", or the name, the id, the url. */
struct str view_handle(struct view *v, yyjson_val *actor);
#endif
