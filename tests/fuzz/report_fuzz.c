/*
 * Any bytes at all as scored activities: there is a page, always the same, and
 * nothing in it that a record brought along works as HTML.
 */
#include "fuzz.h"

#include "utf8.h"

static bool
has(struct str s, const char *part)
{
	return s.n && memmem(s.p, s.n, part, strlen(part));
}

static void
check_page(struct str page)
{
	LAW(page.n && utf8_bad(page) == page.n);
	LAW(has(page, "</html>"));
	LAW(!has(page, "<script") && !has(page, "=\"javascript:"));
	LAW(!has(page, "<img") && !has(page, "<iframe"));
	LAW(!has(page, "href=\"data:") && !has(page, "href=\"vbscript:"));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const page[] = { "-d", "fixtures/office", "--now",
		"2024-11-20T09:00:00+07:00", "-f", "html" };
	static const char *const table[] = { "-d", "fixtures/office", "--now",
		"2024-11-20T09:00:00+07:00", "-f", "table" };
	struct str s = { (const char *)data, size };
	struct fuzz_result r;

	if (!size)
		return 0;
	r = fuzz_whole(page, sizeof(page) / sizeof(page[0]), s);
	check_page(r.out);
	fuzz_free(&r);
	r = fuzz_whole(table, sizeof(table) / sizeof(table[0]), s);
	LAW(utf8_bad(r.out) == r.out.n);
	for (size_t i = 0; i < r.out.n; i++)
		LAW((unsigned char)r.out.p[i] >= ' ' || r.out.p[i] == '\n' ||
		    r.out.p[i] == '\t');
	fuzz_free(&r);
	return 0;
}
