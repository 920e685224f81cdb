#ifndef ELEMENT_H
#define ELEMENT_H
/*
 * element -- what the elements of HTML do to the text in them.
 */
#include "str.h"

/* To the text around it. */
enum effect {
	EFFECT_NONE,
	EFFECT_BREAK, /* <br>                             */
	EFFECT_BLOCK, /* begins and ends a line           */
	EFFECT_PARA,  /* and a blank line beside it       */
	EFFECT_PRE,   /* a block whose white space counts */
	EFFECT_SKIP,  /* its text is not for readers      */
	EFFECT_IMAGE,
	EFFECT_UNKNOWN,
};

/* What a parser does by itself when another begins in it. */
enum nesting {
	NEST_FREE,
	NEST_CLOSES, /* is closed by any other block             */
	NEST_ENTRY,  /* is closed by another entry               */
	NEST_LINE,   /* has no end tag                           */
	NEST_RULES,  /* has rules of its own: left to the parser */
};

enum { ELEMENT_NAME = 12 };

struct element {
	char name[ELEMENT_NAME];
	enum effect effect;
	enum nesting nesting;
};

/* element_of(name): in letters of either case; NULL: not known. */
const struct element *element_of(struct str name);

/* element_effect(name): EFFECT_UNKNOWN if it is not known. */
enum effect element_effect(struct str name);
#endif
