#include "verify.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "warc.h"
#include "warcread.h"

enum { PATH = 4096, HEAD = sizeof(PACK_HEAD) - 1 };

struct verify {
	struct out *out;
	char **paths;
	int n;
	struct pack *pack;
	struct buf member, again; /* of gzip: as it is, as it should be */

	/* The file at hand. */
	const char *path;
	bool ours, same; /* written by this program; packed by this version */
	char before[128], digest[DIGEST_HEX + 1]; /* the file before it  */
	bool follows;    /* it is there, and unchanged                     */
	unsigned long records, digested, undigested, bad, truncated, unpacked;
};

static void
say(struct verify *v, unsigned long long offset, const char *why)
{
	struct buf b = { 0 };

	buf_fmt(&b, "%.300s: byte %llu: DAMAGED: %.300s", v->path, offset,
	    why);
	out_line(v->out, buf_str(&b));
	buf_release(&b);
}

static void
say_bad(struct verify *v, unsigned long long offset, const char *why)
{
	v->bad++;
	say(v, offset, why);
}

static void
say_file(struct verify *v)
{
	struct buf b = { 0 };

	buf_fmt(&b, "%.300s: %s: %lu records, %lu with digests that are "
	    "right", v->path, v->bad || !v->records ? "DAMAGED" : "good",
	    v->records, v->digested);
	if (v->undigested)
		buf_fmt(&b, ", %lu without digest: NOT CHECKED",
		    v->undigested);
	if (v->unpacked)
		buf_fmt(&b, ", %lu packed by another program or version: how "
		    "was NOT CHECKED", v->unpacked);
	if (v->bad)
		buf_fmt(&b, ", %lu wrong", v->bad);
	if (v->truncated)
		buf_fmt(&b, ", %lu marked as cut when they were received",
		    v->truncated);
	if (v->follows)
		buf_fmt(&b, "; it follows %s, which is unchanged", v->before);
	out_line(v->out, buf_str(&b));
	buf_release(&b);
}

/* "name: value" in the block of a warcinfo. */
static struct str
info_field(struct str block, const char *name)
{
	struct str want = str_from(name);

	while (block.n) {
		const char *nl = memchr(block.p, '\n', block.n);
		size_t n = nl ? (size_t)(nl - block.p) + 1 : block.n;
		struct str line = { block.p, n };

		block = str_skip(block, n);
		while (line.n && (unsigned char)line.p[line.n - 1] <= ' ')
			line.n--;
		if (str_starts(line, want) && line.n > want.n + 2 &&
		    line.p[want.n] == ':')
			return str_skip(line, want.n + 2);
	}
	return (struct str){ 0 };
}

static void
read_info(struct verify *v, const struct warcentry *n)
{
	struct str packed = info_field(n->block, WARC_PACKED);
	struct str before = info_field(n->block, WARC_BEFORE);

	if (n->bad || !str_eq(n->type, STR("warcinfo"))) {
		if (!n->bad)
			say_bad(v, n->offset, "it does not begin with who "
			    "wrote it: its beginning is missing");
		return;
	}
	v->ours = packed.n && str_starts(info_field(n->block, "software"),
	    STR("netral/"));
	v->same = str_eq(packed, str_from(pack_name));
	if (!v->ours || before.n < 7 + DIGEST_HEX + 2 ||
	    !str_starts(before, STR("sha256:")) ||
	    memchr(before.p, '/', before.n))
		return;
	(void)snprintf(v->digest, sizeof(v->digest), "%.*s", DIGEST_HEX,
	    before.p + 7);
	(void)snprintf(v->before, sizeof(v->before), "%.*s",
	    (int)(before.n - 7 - DIGEST_HEX - 1),
	    before.p + 7 + DIGEST_HEX + 1);
}

/* The digests say nothing of the bytes in which a record is packed. */
static int
check_member(struct verify *v, unsigned long long offset, struct str record,
    struct err *e)
{
	struct str m = buf_str(&v->member);
	bool squeezed = m.n > HEAD && (m.p[HEAD] & 6);

	if (buf_check(&v->member, e) != 0)
		return -1;
	if (!v->ours) {
		v->unpacked++;
		return 0;
	}
	if (m.n < HEAD || memcmp(m.p, PACK_HEAD, HEAD) != 0) {
		say_bad(v, offset, "the header of its gzip member is not the "
		    "one that was written");
		return 0;
	}
	buf_reset(&v->again);
	pack_member(v->pack, record, squeezed, &v->again);
	if (buf_check(&v->again, e) != 0)
		return -1;
	if (str_eq(m, buf_str(&v->again)))
		return 0;
	if (squeezed && !v->same)
		v->unpacked++;
	else
		say_bad(v, offset, "it is not packed as it was written");
	return 0;
}

static int
add(struct verify *v, const struct warcentry *n, struct str record,
    struct err *e)
{
	if (v->records++ == 0)
		read_info(v, n);
	v->truncated += n->truncated.n > 0;
	if (n->bad)
		say_bad(v, n->offset, n->bad);
	else if (n->digested)
		v->digested++;
	else if (v->ours)
		say_bad(v, n->offset, "its digest is missing: it was written "
		    "with one");
	else
		v->undigested++;
	return n->bad ? 0 : check_member(v, n->offset, record, e);
}

static const char *
base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* The name of a file holds when it was begun. */
static bool
older_is_there(const struct verify *v, const char *name)
{
	for (int i = 0; i < v->n; i++)
		if (strcmp(base(v->paths[i]), name) < 0)
			return true;
	return false;
}

/* The file before this one.  What is older than all that is there may have
 * been purged, as the office's retention wants it. */
static int
check_before(struct verify *v, struct err *e)
{
	char path[PATH], why[300], hex[DIGEST_HEX + 1];
	int dir = (int)(base(v->path) - v->path);

	if (!v->before[0])
		return 0;
	if (snprintf(path, sizeof(path), "%.*s%s", dir, v->path,
	        v->before) >= PATH)
		return err_set(e, ERR_FAIL, "the path is too long");
	if (access(path, F_OK) != 0 && errno == ENOENT) {
		(void)snprintf(why, sizeof(why), "the file before it, %.100s, "
		    "is missing", v->before);
		if (older_is_there(v, v->before)) {
			say_bad(v, 0, why);
		} else {
			out_put(v->out, str_from(v->path));
			out_put(v->out, STR(": "));
			out_put(v->out, str_from(why));
			out_line(v->out, STR(": purged, lost or elsewhere; "
			    "NOT CHECKED"));
		}
		return 0;
	}
	if (digest_file(path, hex, e) != 0)
		return -1;
	v->follows = strcmp(hex, v->digest) == 0;
	if (v->follows)
		return 0;
	(void)snprintf(why, sizeof(why), "the file before it, %.100s, is not "
	    "the one that it followed", v->before);
	say_bad(v, 0, why);
	return 0;
}

static int
verify_file(struct verify *v, struct err *e)
{
	static struct warcread r;
	struct warcentry n = { 0 };
	int rc;

	r = (struct warcread){ .fd = -1, .member = &v->member };
	rc = warcread_open(&r, v->path, e);
	while (rc == 0 && (rc = warcread_next(&r, &n, e)) > 0)
		rc = add(v, &n, buf_str(&r.record), e);
	warcread_close(&r);
	if (rc < 0 && e->code != ERR_DATA)
		return -1;
	if (rc < 0) {
		say_bad(v, n.offset, e->msg);
		say(v, n.offset, "what follows was not checked");
	}
	if (check_before(v, e) != 0)
		return -1;
	say_file(v);
	return !v->bad && v->records;
}

static void
say_limits(struct out *o, int n)
{
	out_line(o, n == 1 ? STR("This shows that the bytes are those that "
	    "were digested when the file was written.")
	    : STR("This shows that the bytes are those that were digested "
	    "when the files were written."));
	out_line(o, STR("It does not show: who wrote it, that the clock was "
	    "right, that no record at the end of the newest file and no newer "
	    "file is missing, or that bytes and digests were not changed "
	    "together. Keep copies elsewhere, or have it stamped."));
}

int
verify_files(struct out *o, int n, char **paths, struct err *e)
{
	struct verify v = { .member.max = WARCREAD_MAX * 2,
		.again.max = WARCREAD_MAX * 2 };
	int good = 1, one = 0;

	v.pack = pack_new();
	if (!v.pack)
		return err_nomem(e);
	for (int i = 0; one >= 0 && i < n; i++) {
		v = (struct verify){ .out = o, .paths = paths, .n = n,
			.pack = v.pack, .member = v.member, .again = v.again,
			.path = paths[i] };
		one = verify_file(&v, e);
		good &= one > 0;
	}
	if (one >= 0)
		say_limits(o, n);
	pack_free(v.pack);
	buf_release(&v.member);
	buf_release(&v.again);
	return one < 0 ? -1 : good;
}
