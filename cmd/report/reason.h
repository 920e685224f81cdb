#ifndef REASON_H
#define REASON_H
/*
 * reason -- why an act is on the page: the rules it may touch, what speaks
 * against, what is permitted, and the weight with its parts.
 */
#include "html.h"

void reason_put_findings(struct view *v, const struct act *a,
    yyjson_val *score);
void reason_put_against(struct view *v, yyjson_val *score);
void reason_put_permitted(struct view *v, const struct act *a,
    yyjson_val *score);
void reason_put_weight(struct view *v, yyjson_val *score);
#endif
