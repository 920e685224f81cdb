/* ndjson, in and gz: from bytes in any pieces to the same records. */
#include "ndjson.h"

#include <zlib.h>

#include "gz.h"
#include "in.h"
#include "unit.h"

enum { SMALL = 64 };

static const struct nd_limits small_limits = { SMALL, 1 << 20 };

/* Read all and write down what came: "line:RECORD text" a value. */
static struct buf
transcript(struct str input, size_t step, bool docs, struct nd_limits max)
{
	static const char *const names[] = { "RECORD", "TEXT", "BAD", "EOF",
		"FAIL" };
	struct unit_feed feed = unit_feed(input, step);
	struct in in = { .name = "<test>", .fd = feed.fd };
	struct ndjson r;
	struct err e = { 0 };
	struct buf b = { 0 };
	enum nd_status st;

	assert_int_equal(nd_init(&r, max, &e), 0);
	nd_start(&r, &in, docs);
	do {
		st = nd_next(&r, &e);
		if (st == ND_EOF)
			break;
		buf_fmt(&b, "%lu:%s", r.line, names[st]);
		if (st == ND_FAIL) {
			buf_fmt(&b, " %s", e.msg);
		} else {
			buf_fmt(&b, " %zu ", r.bytes);
			buf_put(&b, r.text);
		}
		buf_char(&b, '\n');
	} while (st != ND_FAIL);
	buf_char(&b, '\0');
	b.n--;
	nd_release(&r);
	gz_free(in.gz);
	free(in.raw);
	unit_feed_end(feed);
	assert_false(b.failed);
	return b;
}

#define assert_reads(input, docs, want) do { \
	struct buf b_ = transcript(input, 0, docs, small_limits); \
	assert_str(buf_str(&b_), want); \
	buf_release(&b_); \
} while (0)

static void
lines(void **state)
{
	(void)state;
	assert_reads(STR(""), false, "");
	assert_reads(STR("\n"), false, "");
	assert_reads(STR("{}"), false, "1:RECORD 2 {}\n");
	assert_reads(STR("{}\n"), false, "1:RECORD 2 {}\n");
	assert_reads(STR("{}\r\n[1]\r\n"), false,
	    "1:RECORD 2 {}\n2:RECORD 3 [1]\n");
	assert_reads(STR("1\n\n \t\r\n2"), false,
	    "1:RECORD 1 1\n4:RECORD 1 2\n");
	assert_reads(STR("{}\n{bad\n{}\n"), false,
	    "1:RECORD 2 {}\n2:BAD 4 {bad\n3:RECORD 2 {}\n");
	assert_reads(STR("1\r"), false, "1:RECORD 1 1\n");
}

static void
byte_order_mark(void **state)
{
	(void)state;
	assert_reads(STR("\xEF\xBB\xBF{}\n{}\n"), false,
	    "1:RECORD 2 {}\n2:RECORD 2 {}\n");
	assert_reads(STR("\xEF\xBB\xBF"), false, "");
	assert_reads(STR("{}\n\xEF\xBB\xBF{}\n"), false,
	    "1:RECORD 2 {}\n2:BAD 5 \xEF\xBB\xBF{}\n");
	assert_reads(STR("\xEF\xBB"), false, "1:BAD 2 \xEF\xBB\n");
}

/* A JSON string of n bytes with its quotes, then the end, then "7\n". */
static struct buf
long_line(size_t n, const char *end)
{
	struct buf b = { 0 };

	buf_char(&b, '"');
	for (size_t i = 2; i < n; i++)
		buf_char(&b, (char)('a' + i % 26));
	buf_char(&b, '"');
	buf_put(&b, str_from(end));
	if (*end)
		buf_put(&b, STR("7\n"));
	return b;
}

static void
the_longest_line(void **state)
{
	static const char *const ends[] = { "\n", "\r\n", "" };

	(void)state;
	for (size_t i = 0; i < COUNT(ends); i++)
		for (size_t n = SMALL - 2; n <= SMALL + 3; n++) {
			struct buf in = long_line(n, ends[i]), out;
			const char *want = n <= SMALL ? "1:RECORD" : "1:BAD";

			out = transcript(buf_str(&in), 0, false, small_limits);
			IN_ROW(n, strncmp(out.p, want, strlen(want)) == 0);
			IN_ROW(n, !*ends[i] ||
			    strstr(out.p, "\n2:RECORD 1 7\n"));
			buf_release(&in);
			buf_release(&out);
		}
}

/* The record of a refused line says how long it was and how it began. */
static void
a_long_line_is_skipped_and_its_head_kept(void **state)
{
	static const struct nd_limits max = { 10000, 1 << 20 };
	static const size_t sizes[] = { 10001, 20000, 300000, 1000000 };
	static const size_t steps[] = { 0, 4096, 1000 };

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++)
		for (size_t k = 0; k < COUNT(steps); k++) {
			struct buf in = long_line(sizes[i], "\n");
			struct buf out = transcript(buf_str(&in), steps[k],
			    false, max);
			char want[40];
			int n = snprintf(want, sizeof(want), "1:BAD %zu ",
			    sizes[i]);

			IN_ROW(i, strncmp(out.p, want, (size_t)n) == 0);
			IN_ROW(i, memcmp(out.p + n, in.p, 4096) == 0);
			IN_ROW(i, out.n >= 14 && strcmp(out.p + out.n - 14,
			    "\n2:RECORD 1 7\n") == 0);
			buf_release(&in);
			buf_release(&out);
		}
}

static void
the_head_is_no_longer_than_the_line(void **state)
{
	struct buf in = long_line(SMALL + 40, "\n");
	struct unit_feed feed = unit_feed(buf_str(&in), 20);
	struct in from = { .name = "<test>", .fd = feed.fd };
	struct ndjson r;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(nd_init(&r, small_limits, &e), 0);
	nd_start(&r, &from, false);
	assert_int_equal(nd_next(&r, &e), ND_BAD);
	assert_true(r.text.n <= r.bytes);
	assert_memory_equal(r.text.p, in.p, r.text.n);
	nd_release(&r);
	unit_feed_end(feed);
	buf_release(&in);
}

static void
documents(void **state)
{
	(void)state;
	assert_reads(STR("{\n \"a\": 1\n}\n"), true,
	    "1:RECORD 12 {\n \"a\": 1\n}\n\n");
	assert_reads(STR("\n\n[\n{},\n{}]"), true,
	    "3:RECORD 9 [\n{},\n{}]\n");
	assert_reads(STR("<?xml version='1.0'?>\n<a/>\n"), true,
	    "1:TEXT 27 <?xml version='1.0'?>\n<a/>\n\n");
	assert_reads(STR(" \t<a>\n"), true, "1:TEXT 6  \t<a>\n\n");
	assert_reads(STR("\xEF\xBB\xBF<a/>"), true, "1:TEXT 4 <a/>\n");
	/* Without docs these are lines. */
	assert_reads(STR("<a>\n{}\n"), false, "1:BAD 3 <a>\n2:RECORD 2 {}\n");
	/* The first line decides. */
	assert_reads(STR("{}\n<a>\n"), true, "1:RECORD 2 {}\n2:BAD 3 <a>\n");
	assert_reads(STR("{}\n[\n1]\n"), true,
	    "1:RECORD 2 {}\n2:BAD 1 [\n3:BAD 2 1]\n");
}

static void
what_is_no_document_falls_back_to_lines(void **state)
{
	(void)state;
	assert_reads(STR("{\"a\":\n{}\n[2]\n"), true,
	    "1:BAD 5 {\"a\":\n2:RECORD 2 {}\n3:RECORD 3 [2]\n");
	assert_reads(STR("{bad\n{}\n"), true, "1:BAD 4 {bad\n2:RECORD 2 {}\n");
	assert_reads(STR("[1,\r\n{}\r\n"), true,
	    "1:BAD 3 [1,\n2:RECORD 2 {}\n");
}

static void
a_document_above_the_limit_falls_back_to_lines(void **state)
{
	struct buf in = { 0 }, out;
	size_t n = 0;

	(void)state;
	buf_put(&in, STR("[\n"));
	while (in.n < 4 * SMALL)
		buf_put(&in, STR("{}\n"));
	out = transcript(buf_str(&in), 0, true, small_limits);
	assert_int_equal(strncmp(out.p, "1:BAD 1 [\n", 10), 0);
	for (const char *p = out.p; (p = strstr(p, ":RECORD 2 {}\n")); p++)
		n++;
	assert_int_equal(n, (in.n - 2) / 3);
	buf_release(&in);
	buf_release(&out);
}

#define INPUT(lit, docs) { { lit, sizeof(lit) - 1 }, docs }

static const struct {
	struct str bytes;
	bool docs;
} inputs[] = {
	INPUT("1\n2\n3\n", false),
	INPUT("\n\n{}\n", false),
	INPUT("\n1\n", false),
	INPUT("{\"a\":1}\n{\"b\":2}\r\n\r\n\n{bad\n[3]", false),
	INPUT("\xEF\xBB\xBF{}\n\n{}\n", false),
	INPUT("\xEF\xBB\xBF", false),
	INPUT("{\n\"a\":\n1}\n", true),
	INPUT("{\n{}\n{}\n", true),
	INPUT("\r\n \n<a>\r\n</a>\r\n", true),
	INPUT("\x1F", false),
	INPUT("0", false),
};

static void
any_cut_of_the_input_gives_the_same(void **state)
{
	static const size_t steps[] = { 1, 2, 3, 4, 5, 7, 64 };

	(void)state;
	for (size_t i = 0; i < COUNT(inputs); i++) {
		struct buf whole = transcript(inputs[i].bytes, 0,
		    inputs[i].docs, small_limits);

		for (size_t k = 0; k < COUNT(steps); k++) {
			struct buf cut = transcript(inputs[i].bytes, steps[k],
			    inputs[i].docs, small_limits);

			if (!str_eq(buf_str(&cut), buf_str(&whole)))
				print_error("whole:\n%scut by %zu:\n%s",
				    whole.p, steps[k], cut.p);
			IN_ROW(i, str_eq(buf_str(&cut), buf_str(&whole)));
			buf_release(&cut);
		}
		buf_release(&whole);
	}
}

static void
any_cut_of_a_long_line_gives_the_same(void **state)
{
	static const struct nd_limits max = { 6000, 1 << 20 };
	static const size_t steps[] = { 7, 1000, 4095, 4096, 4097 };
	static const size_t sizes[] = { 6001, 6002, 6003, 6004, 6500, 9000 };
	static const char *const ends[] = { "\n", "\r\n", "" };

	(void)state;
	for (size_t i = 0; i < COUNT(sizes) * COUNT(ends); i++) {
		struct buf in = long_line(sizes[i / 3], ends[i % 3]), whole;

		whole = transcript(buf_str(&in), 0, false, max);
		for (size_t k = 0; k < COUNT(steps); k++) {
			struct buf cut = transcript(buf_str(&in), steps[k],
			    false, max);

			IN_ROW(i, str_eq(buf_str(&cut), buf_str(&whole)));
			buf_release(&cut);
		}
		buf_release(&whole);
		buf_release(&in);
	}
}

/* One member; appended to b. */
static void
gzip(struct buf *b, struct str s)
{
	char out[4096];
	z_stream z = { 0 };

	assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 31, 8,
	    Z_DEFAULT_STRATEGY), Z_OK);
	z.next_in = (Bytef *)(uintptr_t)s.p;
	z.avail_in = (uInt)s.n;
	z.next_out = (Bytef *)out;
	z.avail_out = sizeof(out);
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	buf_put(b, (struct str){ out, sizeof(out) - z.avail_out });
	(void)deflateEnd(&z);
}

static void
gzip_members_are_one_stream(void **state)
{
	static const size_t steps[] = { 0, 1, 2, 3, 7 };
	struct buf b = { 0 };

	(void)state;
	gzip(&b, STR("{\"a\":1}\n{\"b\""));
	gzip(&b, STR(""));
	gzip(&b, STR(":2}\n"));
	for (size_t i = 0; i < COUNT(steps); i++) {
		struct buf out = transcript(buf_str(&b), steps[i], false,
		    small_limits);

		assert_str(buf_str(&out),
		    "1:RECORD 7 {\"a\":1}\n2:RECORD 7 {\"b\":2}\n");
		buf_release(&out);
	}
	buf_release(&b);
}

/* Whatever the place of the cut: never an end that looks good. */
static void
gzip_cut_anywhere_is_a_failure(void **state)
{
	struct buf b = { 0 };
	size_t first;

	(void)state;
	gzip(&b, STR("{\"a\":1}\n{\"b\":2}\n"));
	first = b.n;
	gzip(&b, STR("{\"c\":3}\n"));
	for (size_t n = 2; n < b.n; n++) {
		struct buf out = transcript((struct str){ b.p, n }, 0, false,
		    small_limits);

		IN_ROW(n, (n == first) == !strstr(out.p, "FAIL"));
		IN_ROW(n, n == first || strstr(out.p, "gzip"));
		buf_release(&out);
	}
	buf_release(&b);
}

static void
gzip_with_other_bytes_behind_is_a_failure(void **state)
{
	static const struct str behind[] = { { "x", 1 }, { "{}\n", 3 },
		{ "\0", 1 }, { "\x1F", 1 }, { "\x1F\x8B", 2 },
		{ "0123456789012345678901234567890", 31 } };

	(void)state;
	for (size_t i = 0; i < COUNT(behind); i++) {
		struct buf b = { 0 }, out;

		gzip(&b, STR("{}\n"));
		buf_put(&b, behind[i]);
		out = transcript(buf_str(&b), 0, false, small_limits);
		IN_ROW(i, strstr(out.p, "FAIL <test>: gzip"));
		buf_release(&b);
		buf_release(&out);
	}
}

static void
gzip_with_a_flipped_bit_is_a_failure(void **state)
{
	struct buf b = { 0 };

	(void)state;
	gzip(&b, STR("{\"a\":1234567890}\n"));
	for (size_t i = b.n - 8; i < b.n; i++) { /* check value and length */
		struct buf out;

		b.p[i] ^= 1;
		out = transcript(buf_str(&b), 0, false, small_limits);
		IN_ROW(i, strstr(out.p, "FAIL"));
		buf_release(&out);
		b.p[i] ^= 1;
	}
	buf_release(&b);
}

static void
a_bomb_needs_the_memory_of_a_line(void **state)
{
	static const size_t mib = 1 << 20;
	char *zeros = calloc(64, mib), *packed = malloc(mib);
	z_stream z = { 0 };
	struct buf out;

	(void)state;
	assert_non_null(zeros);
	assert_non_null(packed);
	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 31, 8,
	    Z_DEFAULT_STRATEGY), Z_OK);
	z.next_in = (Bytef *)zeros;
	z.avail_in = (uInt)(64 * mib);
	z.next_out = (Bytef *)packed;
	z.avail_out = (uInt)mib;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	out = transcript((struct str){ packed, mib - z.avail_out }, 0, false,
	    small_limits);
	assert_int_equal(strncmp(out.p, "1:BAD 67108864 ", 15), 0);
	(void)deflateEnd(&z);
	buf_release(&out);
	free(zeros);
	free(packed);
}

static void
one_reader_takes_many_inputs(void **state)
{
	struct ndjson r;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(nd_init(&r, small_limits, &e), 0);
	for (int i = 0; i < 3; i++) {
		struct unit_feed feed = unit_feed(STR("\xEF\xBB\xBF{}\n{}"), 0);
		struct in in = { .name = "<test>", .fd = feed.fd };

		nd_start(&r, &in, false);
		assert_int_equal(nd_next(&r, &e), ND_RECORD);
		assert_int_equal(r.line, 1);
		assert_int_equal(nd_next(&r, &e), ND_RECORD);
		assert_int_equal(r.line, 2);
		assert_int_equal(nd_next(&r, &e), ND_EOF);
		assert_int_equal(nd_next(&r, &e), ND_EOF);
		unit_feed_end(feed);
	}
	nd_release(&r);
}

static void
count_call(void *n)
{
	++*(int *)n;
}

static void
idle_is_called_before_waiting_only(void **state)
{
	struct ndjson r;
	struct err e = { 0 };
	int end[2], called = 0;
	struct in in = { .name = "<test>" };

	(void)state;
	assert_int_equal(pipe(end), 0);
	in.fd = end[0];
	assert_int_equal(nd_init(&r, small_limits, &e), 0);
	r.idle = count_call;
	r.idle_ctx = &called;
	assert_int_equal(write(end[1], "{}\n{}\n", 6), 6);
	nd_start(&r, &in, false);
	assert_int_equal(nd_next(&r, &e), ND_RECORD);
	assert_int_equal(called, 0);
	assert_int_equal(nd_next(&r, &e), ND_RECORD);
	(void)close(end[1]);
	assert_int_equal(nd_next(&r, &e), ND_EOF);
	assert_int_equal(called, 0);
	(void)close(end[0]);
	nd_release(&r);
}

static void
a_directory_is_a_failure(void **state)
{
	struct in in;
	struct ndjson r;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(in_open(&in, "/", &e), 0);
	assert_int_equal(nd_init(&r, small_limits, &e), 0);
	nd_start(&r, &in, true);
	assert_int_equal(nd_next(&r, &e), ND_FAIL);
	assert_int_equal(e.code, ERR_FAIL);
	assert_contains(e.msg, "/: read: Is a directory");
	nd_release(&r);
	in_close(&in);
	assert_int_equal(in_open(&in, "/nonexistent", &e), -1);
	assert_int_equal(e.code, ERR_FAIL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(lines),
		TEST(byte_order_mark),
		TEST(the_longest_line),
		TEST(a_long_line_is_skipped_and_its_head_kept),
		TEST(the_head_is_no_longer_than_the_line),
		TEST(documents),
		TEST(what_is_no_document_falls_back_to_lines),
		TEST(a_document_above_the_limit_falls_back_to_lines),
		TEST(any_cut_of_the_input_gives_the_same),
		TEST(any_cut_of_a_long_line_gives_the_same),
		TEST(gzip_members_are_one_stream),
		TEST(gzip_cut_anywhere_is_a_failure),
		TEST(gzip_with_other_bytes_behind_is_a_failure),
		TEST(gzip_with_a_flipped_bit_is_a_failure),
		TEST(a_bomb_needs_the_memory_of_a_line),
		TEST(one_reader_takes_many_inputs),
		TEST(idle_is_called_before_waiting_only),
		TEST(a_directory_is_a_failure),
	};

	return RUN_TESTS(tests);
}
