#ifndef DRAW_H
#define DRAW_H
/*
 * draw -- which acts a blind sample takes, see sample.h: it depends on the
 * digest of an act's id and on nothing else, so that the same are taken every
 * day, in every shard, in any order.
 */
#include <stdbool.h>
#include <stdint.h>

#include "str.h"

/* draw_parse(s, ppm): "2%", "0.5%", at most "100%", in parts of a million. */
bool draw_parse(struct str s, uint32_t *ppm);

/* draw_takes(ppm, id): is the act of this id in the share? */
bool draw_takes(uint32_t ppm, struct str id);

/* draw_digest(word, text): 32 bits of a digest of text that word makes another
 * one. */
uint32_t draw_digest(const char *word, struct str text);
#endif
