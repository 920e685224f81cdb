#ifndef AC_H
#define AC_H
/*
 * ac -- find many byte strings at once, in one pass.
 *
 * Aho and Corasick, "Efficient string matching: an aid to bibliographic
 * search", CACM 18(6), 1975, as a full transition table over classes of
 * bytes: one look-up a byte whatever the number of patterns.
 *
 * Add all patterns, then ac_build(), then scan; patterns are copied.
 * Memory: about 4 bytes x classes x (bytes of all patterns).
 */
#include <stddef.h>
#include <stdint.h>

#include "err.h"
#include "str.h"

struct ac;

/* Called for each occurrence, ordered by its end; longer ones first.  id is
 * the pattern's number in the order of adding; of equal patterns the first.
 * Returns 0, or not to stop. */
typedef int ac_hit(void *ctx, uint32_t id, size_t from, size_t to);

struct ac *ac_new(struct err *e);

/* ac_add(a, pattern, id, e): id is set to the number of the pattern, or to
 * that of an equal one added before.  Empty patterns are an error. */
int ac_add(struct ac *a, struct str pattern, uint32_t *id, struct err *e);

int ac_build(struct ac *a, struct err *e);

/* ac_scan(a, text, hit, ctx): 0, or what hit returned. */
int ac_scan(const struct ac *a, struct str text, ac_hit *hit, void *ctx);

void ac_free(struct ac *a);
#endif
