/*
 * Any text as a time: what is read is a time of RFC 3339 that means itself,
 * whatever spaces stand around it; so are a number of seconds and of
 * milliseconds.
 */
#include "clock.h"
#include "fuzz.h"
#include "instant.h"

static struct arena mem;

static bool
read_as(convert_fn *how, struct str *s, bool *assumed)
{
	static struct conversion c = { .mem = &mem, .zone = 7 * 60 };

	c.zone_assumed = false;
	if (!how(&c, STR(""), s)) {
		buf_reset(&c.tmp);
		return false;
	}
	*assumed = c.zone_assumed;
	return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	convert_fn *const how[] = { clock_time, clock_epoch, clock_epoch_ms };
	struct str s = { (const char *)data, size }, again, spaced;
	struct buf b = { 0 };
	struct instant t = { 0 };
	char room[INSTANT_TEXT];
	bool assumed;

	if (!mem.first && arena_init(&mem, 1 << 16, 1 << 20) != 0)
		abort();
	for (int i = 0; i < 3; i++) {
		struct str first = s;

		arena_reset(&mem);
		if (!read_as(how[i], &first, &assumed))
			continue;
		LAW(first.n >= 20 && instant_parse(first, &t));
		LAW(!t.assumed_zone);
		LAW(str_eq(instant_text(&t, room), first));
		again = first;
		LAW(read_as(clock_time, &again, &(bool){ 0 }));
		LAW(str_eq(again, first));
		buf_reset(&b);
		buf_char(&b, ' ');
		buf_put(&b, s);
		buf_put(&b, STR("\n"));
		spaced = buf_str(&b);
		if (i == 0)
			LAW(read_as(how[i], &spaced, &assumed) &&
			    str_eq(spaced, first));
	}
	buf_release(&b);
	return 0;
}
