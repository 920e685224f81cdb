#ifndef DUE_H
#define DUE_H
/*
 * due -- deadlines: days counted after a day, Saturdays, Sundays and the
 * office's holidays left out where the procedure counts working days.
 *
 * deadlines.json says how many, for each kind of contest, and what another
 * source says ("also"); holidays.csv which days are none.
 */
#include "conf.h"
#include "instant.h"

enum due_what { DUE_REPORT, DUE_HANDLE, DUE_EXTEND, DUE_N };

struct due_count { int64_t days; bool working; };

struct due {
	struct conf file;
	struct str kind, taken; /* of the contest; whose days are counted */
	struct arena mem;
	struct due_count what[DUE_N], also[DUE_N]; /* also: days -1 for none */
	int32_t *holidays; /* as the file has them */
	size_t n, cap;
};

/* due_load(d, deadlines, holidays, kind, e): holidays may be NULL; kind is
 * that of the contest; one that the file does not have takes the file's first.
 * 0 or -1. */
int due_load(struct due *d, const char *deadlines, const char *holidays,
    struct str kind, struct err *e);

/* due_check(d, e): says on standard output if the kind is not the one whose
 * days are counted.  0, or -1 with *e set. */
int due_check(const struct due *d, struct err *e);

/* due_after(d, what, day): the last day, the earlier of two where sources
 * count differently; DAY_NONE for DAY_NONE. */
int32_t due_after(const struct due *d, enum due_what what, int32_t day);

/* due_other(d, what, day): the later one, DAY_NONE if there is none. */
int32_t due_other(const struct due *d, enum due_what what, int32_t day);

/* due_differs(d, what): do the two differ in that only one counts working days? */
bool due_differs(const struct due *d, enum due_what what);

void due_release(struct due *d);
#endif
