#ifndef FEED_H
#define FEED_H
/*
 * feed -- XML to JSON, so that a map can read Atom and RSS as any payload;
 * the only file that includes expat.h.
 *
 * {"rss":{"@version":"2.0","channel":[{"title":[{"#text":"A"}], ...}]}}
 * An element is an object: attributes as "@name", its text as "#text", and
 * for each name of its children a list of them.  The text elements of feeds
 * that hold elements keep them as "#markup" instead.  Well-known namespaces
 * have short prefixes whatever the file calls them (atom: dc: content: media:
 * rdf: ...); RSS has none.
 *
 * There is no document type: a DTD ends the reading.
 */
#include "arena.h"
#include "buf.h"
#include "err.h"
#include "str.h"

/* feed_json(text, utf8, mem, out, e): out gets the JSON.  utf8: the text was
 * decoded before, whatever its declaration says.  Returns 0, or -1 with *e
 * set. */
int feed_json(struct str text, bool utf8, struct arena *mem, struct buf *out,
    struct err *e);
#endif
