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
 * bytes (URLs, forms, JSON, HTML), with two of these in one another (%25XX,
 * &amp;#43;, \u0026amp;), as part of base64, usual or of URLs, or in
 * hexadecimal.  Keys of fewer than 4 bytes are no secrets; in base64 and in
 * hexadecimal it looks for those from 8 on.  Returns whether there was any.
 * Not found: what is coded three times, otherwise, or packed within the text. */
bool mask_key(struct str key, struct str text);
#endif
