#include "clock.h"

#include <stdio.h>
#include <string.h>

#include "instant.h"

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static struct str
trimmed(struct str s)
{
	while (s.n && is_space(s.p[0]))
		s = str_skip(s, 1);
	while (s.n && is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

/* Of a good time, the bytes that stand in front of "Z" as we write it; 0: it is
 * to be written anew.  Most interfaces write it so, with a fraction of zeros. */
static size_t
is_ours(struct str s)
{
	enum { HOUR = 11, SECOND = 17, FRACTION = 19, NANOS = FRACTION + 10 };
	size_t n = s.n - 1;

	if (n < FRACTION || n > NANOS || s.p[HOUR - 1] != 'T' ||
	    s.p[HOUR + 2] != ':' || s.p[SECOND - 1] != ':' ||
	    s.p[SECOND] == '6' || s.p[n - 1] < '0' || s.p[n - 1] > '9' ||
	    s.p[n] != 'Z')
		return 0;
	while (n > FRACTION && s.p[n - 1] == '0')
		n--;
	return n - (n == FRACTION + 1);
}

static bool
put_time(struct conversion *c, const struct instant *t, struct str *s)
{
	instant_put(&c->tmp, t);
	c->zone_assumed = t->assumed_zone;
	return convert_keep(c, s);
}

/* "Wed Oct 10 20:19:24 +0000 2018": move the year to where RFC 822 has it. */
static bool
parse_ctime(struct str s, struct instant *t)
{
	char text[48];

	if (s.n < 24 || s.n > 40 || s.p[3] != ' ' || s.p[7] != ' ' ||
	    s.p[10] != ' ' || s.p[s.n - 5] != ' ')
		return false;
	memcpy(text, s.p + 8, 3);
	memcpy(text + 3, s.p + 4, 4);
	memcpy(text + 7, s.p + s.n - 4, 4);
	text[11] = ' ';
	memcpy(text + 12, s.p + 11, s.n - 16);
	return instant_parse_rfc822((struct str){ text, s.n - 4 }, t);
}

/* A day without a clock is its midnight, in a zone that is assumed. */
static bool
parse_day(struct str s, struct instant *t)
{
	char text[11];
	int32_t day;

	if (s.n == 8 && !memchr(s.p, '-', s.n)) { /* 20241105 */
		(void)snprintf(text, sizeof(text), "%.4s-%.2s-%.2s", s.p,
		    s.p + 4, s.p + 6);
		s = str_from(text);
	}
	if (!day_parse(s, &day))
		return false;
	t->seconds = (int64_t)day * 86400 - (int64_t)t->offset * 60;
	t->nanos = 0;
	t->assumed_zone = true;
	return true;
}

bool
clock_time(struct conversion *c, struct str arg, struct str *s)
{
	struct instant t = { .offset = c->zone };
	struct str text = trimmed(*s);

	(void)arg;
	if (!text.n)
		return false;
	if (text.p[0] >= '0' && text.p[0] <= '9' && instant_parse(text, &t)) {
		size_t n = is_ours(text);

		if (!n)
			return put_time(c, &t, s);
		buf_put(&c->tmp, (struct str){ text.p, n });
		buf_char(&c->tmp, 'Z');
		return convert_keep(c, s);
	}
	t = (struct instant){ .offset = c->zone };
	if (parse_day(text, &t) || parse_ctime(text, &t))
		return put_time(c, &t, s);
	t = (struct instant){ .offset = c->zone };
	if (instant_parse_local(text, &t))
		return put_time(c, &t, s);
	t = (struct instant){ .offset = c->zone };
	if (instant_parse_rfc822(text, &t))
		return put_time(c, &t, s);
	c->no_time = text;
	return false;
}

/* Whole digits only, as an epoch and a count are written. */
static bool
whole(struct str s, int64_t *v)
{
	*v = 0;
	s = trimmed(s);
	if (!s.n || s.n > 15)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*v = *v * 10 + (s.p[i] - '0');
	}
	return true;
}

bool
clock_epoch(struct conversion *c, struct str arg, struct str *s)
{
	struct instant t = { 0 };
	const char *dot = s->n ? memchr(s->p, '.', s->n) : NULL;

	(void)arg;
	if (dot)
		s->n = (size_t)(dot - s->p);
	return whole(*s, &t.seconds) && t.seconds > 0 &&
	    t.seconds < 253402300800 && put_time(c, &t, s);
}

bool
clock_epoch_ms(struct conversion *c, struct str arg, struct str *s)
{
	struct instant t = { 0 };
	int64_t ms;

	(void)arg;
	if (!whole(*s, &ms) || ms <= 0 || ms >= 253402300800000)
		return false;
	t.seconds = ms / 1000;
	t.nanos = (int32_t)(ms % 1000) * 1000000;
	return put_time(c, &t, s);
}
