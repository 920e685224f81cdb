#ifndef OFFICE_H
#define OFFICE_H
/*
 * office -- the folder of an oversight office, netral-office(5): office.json
 * and where the other files are.
 */
#include "cli.h"
#include "conf.h"
#include "contest.h"
#include "roster.h"

enum { OFFICE_PATH = 1024, OFFICE_ZONE = 7 * 60 };

struct recipient {
	struct str id, name;
};

struct office {
	const char *dir;           /* NULL: none was given                   */
	struct str name, language, contact;
	struct str pack;           /* of rules that this office works by     */
	struct categories categories; /* of its staff                        */
	int32_t zone;              /* minutes east of UTC; without an office
	                              OFFICE_ZONE, western Indonesia (WIB)   */
	struct recipient *recipients;
	size_t n_recipients;
	struct conf conf;
};

/* office_open(o, dir, e): read DIR/office.json; dir NULL takes $NETRAL_OFFICE,
 * and if that is not set either, leaves o->dir NULL.  Returns 0 or -1. */
int office_open(struct office *o, const char *dir, struct err *e);

/* office_file(o, given, name, path): `given` if it is not NULL, else the path
 * of DIR/NAME into path[OFFICE_PATH], else NULL (no office, none given). */
const char *office_file(const struct office *o, const char *given,
    const char *name, char *path);

/* office_contests(o, given, all, e): load the files given, or the office's
 * contest.json if there are none.  Returns 0, or -1 with *e set. */
int office_contests(const struct office *o, const struct strings *given,
    struct contests *all, struct err *e);

/* office_release(o): safe on an all-zero struct. */
void office_release(struct office *o);
#endif
