#ifndef RATES_H
#define RATES_H
/*
 * rates -- how often people dismissed what an item of the rules pointed at,
 * with the 95 % interval of Wilson; silent below RATES_LEAST decisions.
 */
#include "html.h"

enum { RATES_LEAST = 10 };

/* rates_interval(n, k, low, high): k of n, in whole percent, outwards. */
void rates_interval(size_t n, size_t k, int *low, int *high);

/* rates_put(v, e): nothing if no item has enough.  Returns 0 or -1. */
int rates_put(struct view *v, struct err *e);
#endif
