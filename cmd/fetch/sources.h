#ifndef SOURCES_H
#define SOURCES_H
/*
 * sources -- all that are there: share/netral/sources/NAME.json.
 */
#include "source.h"

struct sources {
	struct source *v;
	size_t n;
	struct arena mem;
};

/* sources_load(all, http, e): every file of share/netral/sources; http also
 * allows templates of http: URLs.  Returns 0, or -1 with *e set. */
int sources_load(struct sources *all, bool http, struct err *e);

/* sources_named(all, name): NULL if none.  sources_for(all, platform): the
 * first that has what it needs; else one that has not; NULL if none. */
const struct source *sources_named(const struct sources *all, struct str name);
const struct source *sources_for(const struct sources *all,
    struct str platform);

/* sources_release(all): safe on an all-zero struct. */
void sources_release(struct sources *all);
#endif
