#ifndef ENTITY_H
#define ENTITY_H
/*
 * entity -- what running text has besides words: mentions, tags, cashtags and
 * addresses, where platforms did not list them.
 *
 * The rules are those of twitter-text, which most platforms followed, with
 * its own suite as the test.  Two differ on purpose: a host behind http:// may
 * end in any letters, as nobody keeps a list of domains up to date here; and
 * labels of a host are measured in UTF-8, not in Punycode.
 */
#include <stdint.h>

#include "glyph.h"
#include "str.h"

enum entity_kind {
	ENTITY_ADDRESS, ENTITY_MENTION, ENTITY_TAG, ENTITY_CASHTAG,
};

extern const char *const entity_name[];

struct entity {
	enum entity_kind kind;
	uint32_t from, to; /* bytes of the text; with '@', '#', '$'        */
	bool first;        /* a mention with nothing before it: a reply    */
};

enum { DOMAINS_MAX = 512, SHORTENERS_MAX = 16 };

struct hosts { /* from the lexicons, netral-lexicon(5) */
	struct str domains[DOMAINS_MAX]; /* what a host may end in, lower case */
	size_t n_domains;
	struct str shorteners[SHORTENERS_MAX];
	size_t n_shorteners;
};

struct entity_reader {
	const struct hosts *hosts;
	struct str text; /* valid UTF-8 */
	size_t at;
	uint32_t before; /* the code point before at; 0: none */
	bool begun;      /* there was more than spaces        */
};

/* entity_start(r, hosts, text), then entity_next(r, e) until it is false.
 * None overlaps another.  O(text). */
void entity_start(struct entity_reader *r, const struct hosts *h,
    struct str text);
bool entity_next(struct entity_reader *r, struct entity *e);

/* entity_address(h, s, before): bytes of the address at the front of s, with
 * or without a scheme, behind that code point; 0: there is none. */
size_t entity_address(const struct hosts *h, struct str s, uint32_t before);

/* entity_accented(c): a Latin letter beyond ASCII. */
static inline bool
entity_accented(uint32_t c)
{
	return c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7;
}

static inline bool
entity_ascii(uint32_t c)
{
	return (c >= '0' && c <= '9') ||
	    ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* entity_peek(s): its first code point, 0 at the end. */
uint32_t entity_peek(struct str s);
#endif
