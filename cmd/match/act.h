#ifndef ACT_H
#define ACT_H
/*
 * act -- the members of an activity that match looks at, netral-record(5),
 * each object gone through once.
 */
#include <yyjson.h>

#include "accounts.h"

/* An object with an author, or a person: the post itself, what it answers,
 * what it quotes. */
struct act_post {
	yyjson_val *self; /* NULL: there is none */
	yyjson_val *author, *tags, *attachments, *mentions, *links;
	yyjson_val *in_reply_to, *quote;
	struct str id, handle, url, type, name, summary, content;
};

struct act {
	struct str schema, type, platform, published, captured;
	struct account actor;
	yyjson_val *actor_v; /* NULL: nobody is named */
	bool has_match; /* it was here before */
	struct act_post object;
};

/* act_read(a, root): but of the object only `self`, so that what is dropped
 * costs less; act_post_read(&a->object, a->object.self) reads it. */
void act_read(struct act *a, yyjson_val *root);
void act_post_read(struct act_post *p, yyjson_val *post);

/* act_account(v): the id, handle and address of a person. */
struct account act_account(yyjson_val *v);
#endif
