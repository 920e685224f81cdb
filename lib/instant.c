#include "instant.h"

#include <stdio.h>

/* Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
static int32_t
days_from_civil(int32_t y, int32_t m, int32_t d)
{
	int32_t era, yoe, doy, doe;

	y -= m <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
	doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return era * 146097 + doe - 719468;
}

static void
civil_from_days(int32_t z, int32_t *y, int32_t *m, int32_t *d)
{
	int32_t era, doe, yoe, doy, mp;

	z += 719468;
	era = (z >= 0 ? z : z - 146096) / 146097;
	doe = z - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	*d = doy - (153 * mp + 2) / 5 + 1;
	*m = mp < 10 ? mp + 3 : mp - 9;
	*y = yoe + era * 400 + (*m <= 2);
}

/* Take exactly n digits off the front of *s. */
static bool
digits(struct str *s, size_t n, int32_t *v)
{
	*v = 0;
	if (s->n < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (s->p[i] < '0' || s->p[i] > '9')
			return false;
		*v = *v * 10 + (s->p[i] - '0');
	}
	*s = str_skip(*s, n);
	return true;
}

static bool
take(struct str *s, char c)
{
	if (!s->n || s->p[0] != c)
		return false;
	*s = str_skip(*s, 1);
	return true;
}

static bool
valid_date(int32_t y, int32_t m, int32_t d)
{
	static const int32_t len[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31 };
	bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;

	return m >= 1 && m <= 12 && d >= 1 && d <= len[m - 1] + (m == 2 && leap);
}

static bool
take_date(struct str *s, int32_t *day)
{
	int32_t y, m, d;

	if (!digits(s, 4, &y) || !take(s, '-') || !digits(s, 2, &m) ||
	    !take(s, '-') || !digits(s, 2, &d) || !valid_date(y, m, d))
		return false;
	*day = days_from_civil(y, m, d);
	return true;
}

bool
day_parse(struct str s, int32_t *day)
{
	return take_date(&s, day) && s.n == 0;
}

/* "HH:MM[:SS[.fraction]]"; without seconds only where that is allowed. */
static bool
take_clock(struct str *s, bool short_too, struct instant *t)
{
	int32_t h, m, sec = 0, unit = 100000000;

	if (!digits(s, 2, &h) || (!take(s, ':') && !(short_too && take(s, '.'))) ||
	    !digits(s, 2, &m))
		return false;
	if (take(s, ':')) {
		if (!digits(s, 2, &sec))
			return false;
	} else if (!short_too) {
		return false;
	}
	if (h > 23 || m > 59 || sec > 60)
		return false;
	t->seconds = h * 3600 + m * 60 + (sec == 60 ? 59 : sec);
	t->nanos = 0;
	if (!take(s, '.'))
		return true;
	if (!s->n || s->p[0] < '0' || s->p[0] > '9')
		return false;
	for (; s->n && s->p[0] >= '0' && s->p[0] <= '9'; unit /= 10) {
		t->nanos += (s->p[0] - '0') * unit;
		*s = str_skip(*s, 1);
	}
	return true;
}

bool
instant_offset(struct str s, int32_t *minutes)
{
	int32_t h, m;
	bool east = take(&s, '+');

	if (!east && (take(&s, 'Z') || take(&s, 'z'))) {
		*minutes = 0;
		return s.n == 0;
	}
	if (!east && !take(&s, '-'))
		return false;
	if (!digits(&s, 2, &h) || (take(&s, ':'), !digits(&s, 2, &m)) || s.n ||
	    h > 23 || m > 59)
		return false;
	*minutes = (h * 60 + m) * (east ? 1 : -1);
	return true;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void
skip_spaces(struct str *s)
{
	while (s->n && is_space(s->p[0]))
		*s = str_skip(*s, 1);
}

/* The three zones of Indonesia, and those of RFC 822, by name. */
static bool
zone_name(struct str s, int32_t *minutes)
{
	static const struct {
		struct str name;
		int32_t hours;
	} zones[] = { { { "WIB", 3 }, 7 }, { { "WITA", 4 }, 8 },
		{ { "WIT", 3 }, 9 }, { { "GMT", 3 }, 0 }, { { "UTC", 3 }, 0 },
		{ { "UT", 2 }, 0 }, { { "EST", 3 }, -5 }, { { "EDT", 3 }, -4 },
		{ { "CST", 3 }, -6 }, { { "CDT", 3 }, -5 },
		{ { "MST", 3 }, -7 }, { { "MDT", 3 }, -6 },
		{ { "PST", 3 }, -8 }, { { "PDT", 3 }, -7 } };

	for (size_t i = 0; i < sizeof(zones) / sizeof(*zones); i++)
		if (str_eq(s, zones[i].name)) {
			*minutes = zones[i].hours * 60;
			return true;
		}
	return false;
}

/* All that is left of s: an offset, the name of a zone, or nothing. */
static bool
take_zone(struct str s, int32_t assumed, struct instant *t)
{
	skip_spaces(&s);
	while (s.n && is_space(s.p[s.n - 1]))
		s.n--;
	t->offset = assumed;
	t->assumed_zone = s.n == 0;
	return !s.n || instant_offset(s, &t->offset) ||
	    zone_name(s, &t->offset);
}

bool
instant_parse(struct str s, struct instant *t)
{
	int32_t day, assumed = t->offset;

	if (!take_date(&s, &day) || !s.n || (s.p[0] != 'T' && s.p[0] != 't' &&
	        s.p[0] != ' '))
		return false;
	s = str_skip(s, 1);
	if (!take_clock(&s, true, t))
		return false;
	if (!take_zone(s, assumed, t))
		return false;
	t->seconds += (int64_t)day * 86400 - (int64_t)t->offset * 60;
	return true;
}

static bool
take_month(struct str *s, int32_t *m)
{
	/* English, and what Indonesian has of its own (two old spellings and
	 * two abbreviations of Agustus among them). */
	static const struct {
		char name[4];
		int32_t month;
	} names[] = { { "jan", 1 }, { "feb", 2 }, { "mar", 3 }, { "apr", 4 },
		{ "may", 5 }, { "jun", 6 }, { "jul", 7 }, { "aug", 8 },
		{ "sep", 9 }, { "oct", 10 }, { "nov", 11 }, { "dec", 12 },
		{ "peb", 2 }, { "mei", 5 }, { "agu", 8 }, { "ags", 8 },
		{ "agt", 8 }, { "okt", 10 }, { "nop", 11 }, { "des", 12 } };
	char low[3];

	if (s->n < 3)
		return false;
	for (int i = 0; i < 3; i++)
		low[i] = (char)(s->p[i] | 0x20);
	*m = 0;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (memcmp(names[i].name, low, 3) == 0)
			*m = names[i].month;
	while (s->n && (s->p[0] | 0x20) >= 'a' && (s->p[0] | 0x20) <= 'z')
		*s = str_skip(*s, 1);
	(void)take(s, '.');
	return *m >= 1;
}

/* One digit or two. */
static bool
take_day(struct str *s, int32_t *d)
{
	if (s->n >= 2 && s->p[1] >= '0' && s->p[1] <= '9')
		return digits(s, 2, d);
	return digits(s, 1, d);
}

static bool
take_year(struct str *s, int32_t *y)
{
	if (s->n >= 4 && s->p[2] >= '0' && s->p[2] <= '9')
		return digits(s, 4, y);
	if (!digits(s, 2, y))
		return false;
	*y += *y >= 50 ? 1900 : 2000;
	return true;
}

/* Between a day and its clock: a comma, "pukul", "jam". */
static void
skip_words(struct str *s)
{
	static const struct str words[] = { { ",", 1 }, { "pukul ", 6 },
		{ "Pukul ", 6 }, { "jam ", 4 }, { "- ", 2 } };

	skip_spaces(s);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_starts(*s, words[i])) {
			*s = str_skip(*s, words[i].n);
			skip_spaces(s);
		}
}

bool
instant_parse_local(struct str s, struct instant *t)
{
	int32_t y, m, d, assumed = t->offset;
	bool clock;

	if (!take_day(&s, &d) || !s.n || !strchr("/-.", s.p[0]) || !s.p[0])
		return false;
	s = str_skip(s, 1);
	if (!take_day(&s, &m) || !s.n || !strchr("/-.", s.p[0]) || !s.p[0])
		return false;
	s = str_skip(s, 1);
	if (!digits(&s, 4, &y) || !valid_date(y, m, d))
		return false;
	skip_words(&s);
	t->seconds = t->nanos = 0;
	clock = s.n > 0;
	if ((clock && !take_clock(&s, true, t)) || !take_zone(s, assumed, t))
		return false;
	t->seconds += (int64_t)days_from_civil(y, m, d) * 86400 -
	    (int64_t)t->offset * 60;
	return true;
}

bool
instant_parse_rfc822(struct str s, struct instant *t)
{
	int32_t y, m, d, assumed = t->offset;
	const char *comma = s.n ? memchr(s.p, ',', s.n) : NULL;

	if (comma && (s.p[0] < '0' || s.p[0] > '9'))
		s = str_skip(s, (size_t)(comma - s.p) + 1);
	skip_spaces(&s);
	if (!take_day(&s, &d))
		return false;
	skip_spaces(&s);
	if (!take_month(&s, &m))
		return false;
	skip_spaces(&s);
	if (!take_year(&s, &y) || !valid_date(y, m, d))
		return false;
	skip_words(&s);
	t->seconds = t->nanos = 0;
	if (s.n && !take_clock(&s, true, t))
		return false;
	if (!take_zone(s, assumed, t))
		return false;
	t->seconds += (int64_t)days_from_civil(y, m, d) * 86400 -
	    (int64_t)t->offset * 60;
	return true;
}

void
day_put(struct buf *b, int32_t day)
{
	int32_t y, m, d;

	civil_from_days(day, &y, &m, &d);
	buf_fmt(b, "%04d-%02d-%02d", y, m, d);
}

static int64_t
floor_div(int64_t a, int64_t n)
{
	return a / n - (a % n < 0);
}

int32_t
instant_day(const struct instant *t, int32_t offset)
{
	return (int32_t)floor_div(t->seconds + (int64_t)offset * 60, 86400);
}

/* v, not negative, in n digits. */
static int
put_digits(char *room, int at, int32_t v, int n)
{
	for (int i = n; i-- > 0; v /= 10)
		room[at + i] = (char)('0' + v % 10);
	return at + n;
}

struct str
instant_text(const struct instant *t, char room[INSTANT_TEXT])
{
	int32_t day = instant_day(t, t->offset), off = t->offset;
	int64_t local = t->seconds + (int64_t)off * 60;
	int sec = (int)(local - (int64_t)day * 86400);
	int32_t y, m, d, nanos = t->nanos, width = 9;
	int n;

	civil_from_days(day, &y, &m, &d);
	if (y < 0 || y > 9999)
		n = snprintf(room, INSTANT_TEXT / 2, "%04d", y);
	else
		n = put_digits(room, 0, y, 4);
	room[n++] = '-';
	n = put_digits(room, n, m, 2);
	room[n++] = '-';
	n = put_digits(room, n, d, 2);
	room[n++] = 'T';
	n = put_digits(room, n, sec / 3600, 2);
	room[n++] = ':';
	n = put_digits(room, n, sec / 60 % 60, 2);
	room[n++] = ':';
	n = put_digits(room, n, sec % 60, 2);
	if (nanos) {
		for (; nanos % 10 == 0; width--)
			nanos /= 10;
		room[n++] = '.';
		n = put_digits(room, n, nanos, width);
	}
	if (!off) {
		room[n++] = 'Z';
	} else {
		room[n++] = off < 0 ? '-' : '+';
		off = off < 0 ? -off : off;
		n = put_digits(room, n, off / 60, 2);
		room[n++] = ':';
		n = put_digits(room, n, off % 60, 2);
	}
	return (struct str){ room, (size_t)n };
}

void
instant_put(struct buf *b, const struct instant *t)
{
	char room[INSTANT_TEXT];

	buf_put(b, instant_text(t, room));
}
