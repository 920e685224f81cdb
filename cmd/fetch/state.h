#ifndef STATE_H
#define STATE_H
/*
 * state -- what became of asking for an account; the words of coverage/1.
 */
#include "str.h"

enum state {
	STATE_OK,
	STATE_UNCHANGED,
	STATE_RATE_LIMITED,
	STATE_AUTH,
	STATE_LOGIN_WALL,
	STATE_NOT_FOUND,
	STATE_GONE,
	STATE_PRIVATE,
	STATE_SUSPENDED,
	STATE_FORMAT_DRIFT,
	STATE_TRANSIENT,
	STATE_NO_SOURCE,
	STATE_N, /* how many; also: none */
};

/* state_name(s): the word in records and source files. */
const char *state_name(enum state s);

/* state_find(word): STATE_N if there is no such word. */
enum state state_find(struct str word);

/* state_label(s, indonesian): what people read: in Indonesian with the name
 * beside, or the name. */
const char *state_label(enum state s, bool indonesian);

/* state_advice(s, indonesian): what a person can do about it, a few words in
 * that language, or in English. */
const char *state_advice(enum state s, bool indonesian);
#endif
