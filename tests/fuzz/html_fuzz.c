/*
 * Any text as HTML: what comes out is text, the quick reading of simple markup
 * is that of the parser, and text without markup stays what it is.
 */
#include "convert.h"
#include "fuzz.h"
#include "html.h"
#include "plain.h"
#include "utf8.h"

static struct arena mem;

/* The parser writes U+FFFD for these; we keep them. */
static bool
has_control(struct str s)
{
	while (s.n) {
		uint32_t c = utf8_next(&s);

		if ((c < ' ' && (c > 255 || !strchr("\t\n\f\r", (int)c))) ||
		    (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE ||
		    (c >= 0xFDD0 && c < 0xFDF0) || !c)
			return true;
	}
	return false;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct conversion c = { .mem = &mem };
	struct str s = { (const char *)data, size }, quick = s, slow;
	struct buf book = { 0 };
	bool any;

	if (utf8_bad(s) < s.n)
		return 0;
	if (!mem.first && arena_init(&mem, 1 << 16, 16 << 20) != 0)
		abort();
	arena_reset(&mem);
	c.nomem = false;
	any = html_text(&c, STR(""), &quick);
	LAW(any || !quick.n || c.nomem);
	LAW(utf8_bad(quick) == quick.n);
	/* An element that only the parser knows makes it read the whole. */
	buf_put(&book, s);
	buf_put(&book, STR("<wbr>"));
	slow = buf_str(&book);
	if (!has_control(s) && plain_scan(&(struct plain){ .out = &c.tmp }, s, true)) {
		buf_reset(&c.tmp);
		LAW(html_text(&c, STR(""), &slow) == any || c.nomem);
		LAW(!any || c.nomem || str_eq(quick, slow));
	}
	buf_reset(&c.tmp);
	buf_release(&book);
	return 0;
}
