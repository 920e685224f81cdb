#include "verify.h"

#include "buf.h"
#include "warcread.h"

struct count {
	unsigned long records, digested, undigested, bad, truncated;
};

static void
say_bad(struct out *o, const char *path, unsigned long long offset,
    const char *why)
{
	struct buf b = { 0 };

	buf_fmt(&b, "%.300s: byte %llu: DAMAGED: %.300s", path, offset, why);
	out_line(o, buf_str(&b));
	buf_release(&b);
}

static void
say_file(struct out *o, const char *path, const struct count *c)
{
	struct buf b = { 0 };

	buf_fmt(&b, "%.300s: %s: %lu records, %lu with digests that are "
	    "right", path, c->bad || !c->records ? "DAMAGED" : "good",
	    c->records, c->digested);
	if (c->undigested)
		buf_fmt(&b, ", %lu without digest: NOT CHECKED",
		    c->undigested);
	if (c->bad)
		buf_fmt(&b, ", %lu wrong", c->bad);
	if (c->truncated)
		buf_fmt(&b, ", %lu marked as cut when they were received",
		    c->truncated);
	out_line(o, buf_str(&b));
	buf_release(&b);
}

static void
add(struct out *o, const char *path, const struct warcentry *n,
    struct count *c)
{
	c->records++;
	c->truncated += n->truncated.n > 0;
	if (n->bad) {
		c->bad++;
		say_bad(o, path, n->offset, n->bad);
	} else if (n->digested) {
		c->digested++;
	} else {
		c->undigested++;
	}
}

int
verify_file(struct out *o, const char *path, struct err *e)
{
	static struct warcread r;
	struct warcentry n = { 0 };
	struct count c = { 0 };
	int rc;

	r = (struct warcread){ .fd = -1 };
	rc = warcread_open(&r, path, e);
	while (rc == 0 && (rc = warcread_next(&r, &n, e)) > 0) {
		add(o, path, &n, &c);
		rc = 0;
		if (c.records == 1 && (n.bad || !str_eq(n.type,
		        STR("warcinfo")))) {
			c.bad += !n.bad;
			say_bad(o, path, n.offset, "it does not begin with "
			    "who wrote it: its beginning is missing");
		}
	}
	warcread_close(&r);
	if (rc < 0 && e->code != ERR_DATA)
		return -1;
	if (rc < 0) {
		c.bad++;
		say_bad(o, path, n.offset, e->msg);
		say_bad(o, path, n.offset, "what follows was not checked");
	}
	say_file(o, path, &c);
	return !c.bad && c.records;
}

void
verify_end(struct out *o, int n)
{
	out_line(o, n == 1 ? STR("This shows that the bytes are those that "
	    "were digested when the file was written.")
	    : STR("This shows that the bytes are those that were digested "
	    "when the files were written."));
	out_line(o, STR("It does not show: who wrote it, that the clock was "
	    "right, that no record at the end or whole file is missing, or "
	    "that bytes and digests were not changed together. Keep copies "
	    "elsewhere."));
}
