#ifndef XMLNAME_H
#define XMLNAME_H
/*
 * xmlname -- names of XML elements with short, fixed prefixes.
 */
#include <stdbool.h>

#include "arena.h"
#include "str.h"

/* xmlname_short(mem, full, atom): "URI local", as expat has it, to
 * "prefix:local"; "{URI}local" where the namespace is not known.  Without one
 * it is "local", or "atom:local" if atom.  { NULL, 0 } if no room. */
struct str xmlname_short(struct arena *mem, const char *full, bool atom);
#endif
