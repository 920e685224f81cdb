#ifndef RULEJSON_H
#define RULEJSON_H
/*
 * rulejson -- what every finding of a rule says, written once at start.
 */
#include "buf.h"
#include "pack.h"

/* rulejson_make(f, law, r): set r->json to the members rule, item, tier,
 * title, explain, sanction, decides and law (each reference looked up in the
 * file law).  Returns 0, or -1 with the error set in f. */
int rulejson_make(struct conf *f, struct conf *law, struct rule *r);

/* rulejson_law(f, law, list): is every reference of the list in the file law?
 * 0, or -1. */
int rulejson_law(struct conf *f, struct conf *law, yyjson_val *list);

/* rulejson_part(f, part): set part->json to the members id, weight and text.
 * rulejson_pack(p): set p->json to the value of "pack".  0, or -1. */
int rulejson_part(struct conf *f, struct part *part);
int rulejson_pack(struct pack *p);

/* rulejson_text2(b, key, t): ,"key":{"id":"..","en":".."}; nothing if empty. */
void rulejson_text2(struct buf *b, const char *key, struct text2 t);
#endif
