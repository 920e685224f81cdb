#ifndef MASK_H
#define MASK_H
/*
 * mask -- a key is overwritten wherever a server repeats it, as it is or in
 * one of the ways in which texts carry each other.
 */
#include <stdbool.h>

#include "str.h"

/* mask_key(key, text): overwrite it with '*' wherever it stands in text, which
 * is our own memory: as it is, with %XX, \uXXXX, \c or an entity for any of its
 * bytes (URLs, forms, JSON, HTML), or as part of base64, usual or of URLs.
 * Keys of fewer than 4 bytes are no secrets; in base64 it looks for those from
 * 8 on.  Returns whether there was any.  Not found: what is coded twice, as in %2525 or
 * \u0026amp;, in hexadecimal, in another case, or packed within the text. */
bool mask_key(struct str key, struct str text);
#endif
