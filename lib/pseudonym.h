#ifndef PSEUDONYM_H
#define PSEUDONYM_H
/*
 * pseudonym -- another name for a person, the same each time, that nobody
 * without the key can take back: HMAC-SHA-256 with a key from a file that only
 * its owner may read.
 */
#include "buf.h"

enum { PSEUDONYM_KEY = 4096, PSEUDONYM_MIN = 16, PSEUDONYM_TEXT = 34 };

struct pseudonym {
	char key[PSEUDONYM_KEY];
	size_t n; /* bytes of the key; 0: there is none */
};

/* pseudonym_open(p, path, e): read the key, without a line end: 16 to 4,095
 * bytes in a file of mode 0600 or less.  Returns 0, or -1 with *e set. */
int pseudonym_open(struct pseudonym *p, const char *path, struct err *e);

/* pseudonym_of(p, kind, s, text): "p:" and 32 digits to text, with a NUL; the
 * same s of another kind (a platform) is another.  ASCII case counts not. */
void pseudonym_of(const struct pseudonym *p, struct str kind, struct str s,
    char text[PSEUDONYM_TEXT + 1]);
#endif
