#include "names.h"

/* Where to look first.  Words of strangers are only looked up, never added. */
static unsigned
place(struct str s)
{
	return ((unsigned)s.n + (unsigned char)s.p[0] * 31u +
	    (unsigned char)s.p[s.n / 2] * 131u +
	    (unsigned char)s.p[s.n - 1] * 7u) % NAMES_PLACES;
}

/* Where s stands, or the free place where it would. */
static unsigned
find(const struct names *t, struct str s)
{
	unsigned at = place(s);

	while (t->places[at] != NAME_NONE && !str_eq(t->v[t->places[at]], s))
		at = (at + 1) % NAMES_PLACES;
	return at;
}

unsigned
names_find(const struct names *t, struct str s)
{
	return s.n ? t->places[find(t, s)] : NAME_NONE;
}

unsigned
names_add(struct names *t, struct str s)
{
	unsigned at = s.n ? find(t, s) : 0;

	if (!s.n || t->places[at] != NAME_NONE || t->n > NAMES_MAX)
		return s.n ? t->places[at] : NAME_NONE;
	t->v[t->n] = s;
	t->places[at] = (unsigned char)t->n;
	return t->n++;
}

void
names_init(struct names *t)
{
	static const char *const fixed[NAMES_FIXED] = { "", "Create",
		"object.content", "object.name", "number", "symbol", "person",
		"ticket", "slogan", "hashtag", "account" };

	*t = (struct names){ .n = 1 };
	for (int i = 1; i < NAMES_FIXED; i++)
		(void)names_add(t, str_from(fixed[i]));
}
