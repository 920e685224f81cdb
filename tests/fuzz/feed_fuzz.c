/*
 * Any bytes as a feed: they are refused with a reason, or they become one JSON
 * object, the same each time; bytes that are UTF-8 are read as they are.
 */
#include "feed.h"
#include "fuzz.h"
#include "json.h"
#include "utf8.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena mem;
	struct str s = { (const char *)data, size };
	struct buf one = { 0 }, two = { 0 };
	struct err e = { 0 };
	yyjson_doc *doc;

	if (!mem.first && arena_init(&mem, 1 << 16, 16 << 20) != 0)
		abort();
	arena_reset(&mem);
	if (feed_json(s, false, &mem, &one, &e) != 0) {
		struct str msg = str_from(e.msg);

		LAW(e.code == ERR_DATA && msg.n && utf8_bad(msg) == msg.n);
		LAW(e.byte <= s.n + 1);
	} else {
		arena_reset(&mem);
		LAW(feed_json(s, false, &mem, &two, &e) == 0);
		LAW(str_eq(buf_str(&one), buf_str(&two)));
		arena_reset(&mem);
		LAW(json_read(buf_str(&one), 0, &mem, &doc, &e) == 0 ||
		    e.code == ERR_DATA);
	}
	buf_release(&one);
	buf_release(&two);
	return 0;
}
