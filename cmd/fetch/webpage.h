#ifndef WEBPAGE_H
#define WEBPAGE_H
/*
 * webpage -- a page of the web where a feed was expected: it may say where its
 * feed is, <link rel="alternate" type="application/atom+xml" href="...">.
 */
#include "arena.h"
#include "source.h"

/* webpage_type(type): is that Content-Type one of a web page? */
bool webpage_type(struct str type);

/* webpage_feed(html, types, mem, href): where the first link to a feed of one of
 * these types leads, as it is written there.  1; 0: there is none; -1: no
 * memory. */
int webpage_feed(struct str html, const struct words *types,
    struct arena *mem, struct str *href);
#endif
