/* instant: dates and times against a table, the C library and themselves. */
#include "instant.h"

#include <time.h>

#include "unit.h"

static struct str
written(const struct instant *t)
{
	static struct buf b;

	buf_release(&b);
	instant_put(&b, t);
	return buf_str(&b);
}

static void
rfc3339(void **state)
{
	static const struct {
		const char *text, *want; /* NULL: refused */
	} t[] = {
		{ "2024-11-05T08:30:00+07:00", "2024-11-05T08:30:00+07:00" },
		{ "2024-11-05T08:30:00Z", "2024-11-05T08:30:00Z" },
		{ "2024-11-05t08:30:00z", "2024-11-05T08:30:00Z" },
		{ "2024-11-05 08:30:00+00:00", "2024-11-05T08:30:00Z" },
		{ "2024-11-05T08:30:00-00:00", "2024-11-05T08:30:00Z" },
		{ "2024-11-05T08:30:00-03:30", "2024-11-05T08:30:00-03:30" },
		{ "2024-11-05T08:30:00.5Z", "2024-11-05T08:30:00.5Z" },
		{ "2024-11-05T08:30:00.500Z", "2024-11-05T08:30:00.5Z" },
		{ "2024-11-05T08:30:00.000Z", "2024-11-05T08:30:00Z" },
		{ "2024-11-05T08:30:00.123456789Z",
		    "2024-11-05T08:30:00.123456789Z" },
		{ "2024-11-05T08:30:00.1234567899999Z",
		    "2024-11-05T08:30:00.123456789Z" },
		{ "2024-11-05T08:30:00.000000001Z",
		    "2024-11-05T08:30:00.000000001Z" },
		{ "2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z" },
		{ "2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z" },
		{ "2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z" },
		{ "0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z" },
		{ "9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z" },
		{ "1969-12-31T23:59:59+00:00", "1969-12-31T23:59:59Z" },
		{ "1970-01-01T00:00:00+23:59", "1970-01-01T00:00:00+23:59" },
		{ "1970-01-01T00:00:00-23:59", "1970-01-01T00:00:00-23:59" },
		{ "2024-11-05T08:30Z", "2024-11-05T08:30:00Z" },
		{ "2023-02-29T00:00:00Z", NULL },
		{ "1900-02-29T00:00:00Z", NULL },
		{ "2024-13-01T00:00:00Z", NULL },
		{ "2024-00-01T00:00:00Z", NULL },
		{ "2024-04-31T00:00:00Z", NULL },
		{ "2024-01-00T00:00:00Z", NULL },
		{ "2024-01-01T24:00:00Z", NULL },
		{ "2024-01-01T00:60:00Z", NULL },
		{ "2024-01-01T00:00:61Z", NULL },
		{ "2024-01-01T00:00:00+24:00", NULL },
		{ "2024-01-01T00:00:00+00:60", NULL },
		{ "2024-01-01T00:00:00.Z", NULL },
		{ "2024-01-01T00:00:00,5Z", NULL },
		{ "2024-01-01T00:00:00 Z", "2024-01-01T00:00:00Z" },
		{ "2024-11-05 08:30:00 WIB", "2024-11-05T08:30:00+07:00" },
		{ "2024-11-05 08.30 WITA", "2024-11-05T08:30:00+08:00" },
		{ "2024-11-05T08:30:00 WIT", "2024-11-05T08:30:00+09:00" },
		{ "2024-01-01T00:00:00 WIBB", NULL },
		{ "2024-01-01T00:00:00Zx", NULL },
		{ "2024-01-01T00:00:00+07", NULL },
		{ "2024-01-01T0:00:00Z", NULL },
		{ "2024-1-01T00:00:00Z", NULL },
		{ "24-01-01T00:00:00Z", NULL },
		{ " 2024-01-01T00:00:00Z", NULL },
		{ "2024-01-01", NULL },
		{ "2024-01-01T", NULL },
		{ "-024-01-01T00:00:00Z", NULL },
		{ "+2024-01-01T00:00:00Z", NULL },
		{ "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct instant at = { .offset = 420 };
		bool ok = instant_parse(str_from(t[i].text), &at);

		IN_ROW(i, ok == (t[i].want != NULL));
		if (ok) {
			assert_str(written(&at), t[i].want);
			IN_ROW(i, !at.assumed_zone);
		}
	}
}

static void
no_beginning_of_an_instant_is_one(void **state)
{
	static const char text[] = "2024-11-05T08:30:00.25+07:00";

	(void)state;
	for (size_t n = 0; n < sizeof(text) - 1; n++) {
		char *copy = malloc(n ? n : 1); /* not a byte behind it */
		struct instant at = { .offset = 0 };
		bool ok;

		memcpy(copy, text, n);
		ok = instant_parse((struct str){ copy, n }, &at);
		IN_ROW(n, ok == (n == 16 || n == 19 || n == 21 || n == 22));
		IN_ROW(n, !ok || at.assumed_zone);
		free(copy);
	}
}

static void
a_zone_that_is_missing_is_assumed(void **state)
{
	struct instant at = { .offset = 420 };

	(void)state;
	assert_true(instant_parse(STR("2024-11-05T08:30:00"), &at));
	assert_true(at.assumed_zone);
	assert_str(written(&at), "2024-11-05T08:30:00+07:00");
	assert_true(at.seconds == 1730770200);
	at = (struct instant){ .offset = 420 };
	assert_true(instant_parse_rfc822(STR("5 Nov 2024 08:30"), &at));
	assert_true(at.assumed_zone);
	assert_true(at.seconds == 1730770200);
}

static void
rfc822(void **state)
{
	static const struct {
		const char *text, *want;
	} t[] = {
		{ "Tue, 05 Nov 2024 08:30:00 +0700",
		    "2024-11-05T08:30:00+07:00" },
		{ "Tue, 5 Nov 2024 08:30:00 GMT", "2024-11-05T08:30:00Z" },
		{ "5 Nov 2024 08:30 UT", "2024-11-05T08:30:00Z" },
		{ "05 Nov 24 08:30:00 Z", "2024-11-05T08:30:00Z" },
		{ "05 Nov 99 08:30:00 UTC", "1999-11-05T08:30:00Z" },
		{ "05 Nov 50 08:30:00 UTC", "1950-11-05T08:30:00Z" },
		{ "05 Nov 49 08:30:00 UTC", "2049-11-05T08:30:00Z" },
		{ "Tue, 05 nov 2024 08:30:00 -0330",
		    "2024-11-05T08:30:00-03:30" },
		{ "Tue, 05 November 2024 08:30:00 +07:00",
		    "2024-11-05T08:30:00+07:00" },
		{ "  Tue,\t05  Nov  2024  08:30:00  +0700 \n",
		    "2024-11-05T08:30:00+07:00" },
		{ "Thu, 29 Feb 2024 00:00:00 GMT", "2024-02-29T00:00:00Z" },
		{ "Thu, 29 Feb 2023 00:00:00 GMT", NULL },
		{ "Tue, 31 Nov 2024 08:30:00 GMT", NULL },
		{ "Tue, 05 Nop 2024 08:30:00 GMT", "2024-11-05T08:30:00Z" },
		{ "Selasa, 5 November 2024 pukul 08.30 WIB",
		    "2024-11-05T08:30:00+07:00" },
		{ "17 Agustus 1945 10:00 WIB", "1945-08-17T10:00:00+07:00" },
		{ "1 Mei 2024, 08:05 WITA", "2024-05-01T08:05:00+08:00" },
		{ "31 Des 2024 23.59 WIT", "2024-12-31T23:59:00+09:00" },
		{ "5 Okt. 2024 08:30 EST", "2024-10-05T08:30:00-05:00" },
		{ "Tue, 05 Noq 2024 08:30:00 GMT", NULL },
		{ "Tue, 05 Nov 2024 25:30:00 GMT", NULL },
		{ "Tue, 05 Nov 2024", "2024-11-05T00:00:00Z" },
		{ "Tue, 05 Nov 2024 08:30:00 XYZ", NULL },
		{ "Tue,", NULL }, { "", NULL }, { ",,,", NULL },
		{ "05 Nov 2", NULL }, { "5 N", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct instant at = { .offset = 0 };
		size_t n = strlen(t[i].text);
		char *copy = malloc(n ? n : 1);
		bool ok;

		memcpy(copy, t[i].text, n);
		ok = instant_parse_rfc822((struct str){ copy, n }, &at);
		IN_ROW(i, ok == (t[i].want != NULL));
		if (ok)
			assert_str(written(&at), t[i].want);
		free(copy);
	}
}

/* Every day of four centuries and more: there and back, one after another,
 * and as the C library counts. */
static void
days_there_and_back(void **state)
{
	(void)state;
	for (int32_t day = -719528; day <= 2932896; day++) {
		struct buf b = { 0 };
		int32_t back = 0;

		if ((day < -200000 || day > 200000) && day % 97 &&
		    day != 2932896 && day != -719528)
			continue;
		day_put(&b, day);
		assert_int_equal(b.n, 10);
		assert_true(day_parse(buf_str(&b), &back));
		assert_int_equal(back, day);
		if (day % 13 == 0) {
			time_t at = (time_t)day * 86400;
			char text[64];
			struct tm tm;

			assert_non_null(gmtime_r(&at, &tm));
			(void)snprintf(text, sizeof(text), "%04d-%02d-%02d",
			    tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
			assert_str(buf_str(&b), text);
		}
		buf_release(&b);
	}
}

static void
days(void **state)
{
	static const struct {
		const char *text;
		bool ok;
	} t[] = { { "2024-02-29", true }, { "2023-02-29", false },
		{ "2024-02-30", false }, { "2024-2-9", false },
		{ "2024-02-09 ", false }, { " 2024-02-09", false },
		{ "2024-02-09T00:00:00Z", false }, { "20240209", false },
		{ "", false }, { "0000-00-00", false } };
	int32_t day;

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++)
		IN_ROW(i, day_parse(str_from(t[i].text), &day) == t[i].ok);
	assert_true(day_parse(STR("1970-01-01"), &day) && day == 0);
	assert_true(day_parse(STR("1969-12-31"), &day) && day == -1);
}

static void
the_day_depends_on_the_zone(void **state)
{
	struct instant at = { 0 };
	int32_t day;

	(void)state;
	assert_true(instant_parse(STR("2024-11-26T17:00:00Z"), &at));
	assert_true(day_parse(STR("2024-11-26"), &day));
	assert_int_equal(instant_day(&at, 0), day);
	assert_int_equal(instant_day(&at, 419), day);
	assert_int_equal(instant_day(&at, 420), day + 1);
	assert_true(instant_parse(STR("1969-12-31T23:59:59Z"), &at));
	assert_int_equal(instant_day(&at, 0), -1);
	assert_int_equal(instant_day(&at, 1), 0);
	assert_true(instant_parse(STR("1970-01-01T00:00:00Z"), &at));
	assert_int_equal(instant_day(&at, -1), -1);
}

/* put(parse(put(t))) = put(t), and the same instant. */
static void
instants_there_and_back(void **state)
{
	uint32_t x = 7;

	(void)state;
	for (int i = 0; i < 100000; i++) {
		struct instant t = { 0 }, back = { 0 };
		struct buf b = { 0 };

		x = x * 1664525u + 1013904223u;
		t.seconds = (int64_t)x * 40 - 50000000000;
		x = x * 1664525u + 1013904223u;
		t.nanos = i % 3 ? (int32_t)(x % 1000000000u) : 0;
		t.offset = (int32_t)(x >> 8) % 1440;
		t.offset = i % 2 ? t.offset : -t.offset;
		instant_put(&b, &t);
		assert_true(instant_parse(buf_str(&b), &back));
		assert_true(back.seconds == t.seconds);
		assert_int_equal(back.nanos, t.nanos);
		assert_int_equal(back.offset, t.offset);
		buf_release(&b);
	}
}

static void
offsets(void **state)
{
	static const struct {
		const char *text;
		int32_t minutes;
		bool ok;
	} t[] = { { "+07:00", 420, true }, { "-0330", -210, true },
		{ "Z", 0, true }, { "z", 0, true }, { "+00:00", 0, true },
		{ "", 0, false }, { "+", 0, false }, { "+7", 0, false },
		{ "+07", 0, false }, { "+07:0", 0, false },
		{ "07:00", 0, false }, { "+07:00 ", 0, false },
		{ "+-7:00", 0, false }, { "WIB", 0, false },
		{ "ZZ", 0, false }, { "+Z", 0, false } };

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		int32_t m = 0;

		IN_ROW(i, instant_offset(str_from(t[i].text), &m) == t[i].ok);
		IN_ROW(i, !t[i].ok || m == t[i].minutes);
	}
}

static void
local(void **state)
{
	static const struct {
		const char *text, *want; /* NULL: refused */
	} t[] = {
		{ "15/11/2023", "2023-11-15T00:00:00+07:00" },
		{ "1/2/2023", "2023-02-01T00:00:00+07:00" },
		{ "1-2-2023 08:05", "2023-02-01T08:05:00+07:00" },
		{ "01.02.2023, 08.05 WITA", "2023-02-01T08:05:00+08:00" },
		{ "31/4/2023", NULL },
		{ "11/15/2023", NULL },
		{ "1/2/23", NULL },
		{ "1/2/2023 x", NULL },
		{ "1/", NULL },
		{ "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		struct instant at = { .offset = 420 };
		bool ok = instant_parse_local(str_from(t[i].text), &at);

		IN_ROW(i, ok == (t[i].want != NULL));
		if (ok)
			assert_str(written(&at), t[i].want);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(rfc3339),
		TEST(no_beginning_of_an_instant_is_one),
		TEST(a_zone_that_is_missing_is_assumed),
		TEST(rfc822),
		TEST(local),
		TEST(days_there_and_back),
		TEST(days),
		TEST(the_day_depends_on_the_zone),
		TEST(instants_there_and_back),
		TEST(offsets),
	};

	return RUN_TESTS(tests);
}
