#include "lang.h"

/* The parts of a tag, in the order in which they may come. */
enum part { LANGUAGE, EXTENDED, SCRIPT, REGION, VARIANT, EXTENSION, PRIVATE };

static bool
is_alpha(char c)
{
	c |= 0x20;
	return c >= 'a' && c <= 'z';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t
count(struct str s, bool (*is)(char))
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += is(s.p[i]);
	return n;
}

/* What may stand behind `after`; false if s cannot. */
static bool
next_part(struct str s, enum part after, enum part *now)
{
	size_t letters = count(s, is_alpha), digits = count(s, is_digit);

	if (!s.n || s.n > 8 || letters + digits != s.n)
		return false;
	*now = after;
	if (after >= EXTENSION)
		*now = s.n == 1 ? EXTENSION : after;
	else if (s.n == 1)
		*now = (s.p[0] | 0x20) == 'x' ? PRIVATE : EXTENSION;
	else if (s.n == 3 && letters == 3 && after < SCRIPT)
		*now = EXTENDED;
	else if (s.n == 4 && letters == 4 && after < SCRIPT)
		*now = SCRIPT;
	else if ((s.n == 2 && letters == 2) || (s.n == 3 && digits == 3))
		return *now = REGION, after < REGION;
	else if (s.n >= 5 || (s.n == 4 && is_digit(s.p[0])))
		*now = VARIANT;
	else
		return false;
	return true;
}

/* ISO 639-1 has all languages of two letters; "sp" is none of them. */
static bool
is_known(struct str s)
{
	static const char known[] =
	    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo "
	    "br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es "
	    "et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr "
	    "ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj "
	    "kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv "
	    "mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv "
	    "ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd "
	    "se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti "
	    "tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi "
	    "yo za zh zu ";
	char two[4] = { 0 };

	if (s.n != 2)
		return true;
	two[0] = (char)(s.p[0] | 0x20);
	two[1] = (char)(s.p[1] | 0x20);
	two[2] = ' ';
	return strstr(known, two) != NULL;
}

bool
lang_well_formed(struct str s)
{
	enum part part = LANGUAGE;
	bool first = true;

	for (;;) {
		const char *dash = s.n ? memchr(s.p, '-', s.n) : NULL;
		struct str one = s;

		if (dash)
			one.n = (size_t)(dash - s.p);
		if (first ? one.n < 2 || one.n > 8 ||
			    count(one, is_alpha) != one.n || !is_known(one)
			  : !next_part(one, part, &part))
			return false;
		first = false;
		if (!dash)
			return true;
		s = str_skip(s, one.n + 1);
	}
}
