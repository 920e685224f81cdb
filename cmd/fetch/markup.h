#ifndef MARKUP_H
#define MARKUP_H
/*
 * markup -- names of elements in XML, enough to tell a feed from something
 * else and to count its entries.  No parser: normalize has one.
 */
#include "page.h"

/* markup_read(items, text, p): does text begin with one of the roots and end
 * where that ends?  Then its elements are counted, with their dates. */
bool markup_read(const struct items *t, struct str text, struct page *p);
#endif
