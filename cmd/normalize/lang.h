#ifndef LANG_H
#define LANG_H
/*
 * lang -- language tags (RFC 5646).
 */
#include <stdbool.h>

#include "str.h"

/* lang_well_formed(s): section 2.2.9, but for the old tags of section 2.2.8,
 * and a language of two letters is one of ISO 639-1. */
bool lang_well_formed(struct str s);
#endif
