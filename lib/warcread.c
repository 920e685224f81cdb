#include "warcread.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <strings.h>
#include <unistd.h>

enum { STEP = 1 << 16 };

int
warcread_open(struct warcread *r, const char *path, struct err *e)
{
	r->path = path;
	r->record.max = WARCREAD_MAX;
	r->fd = open(path, O_RDONLY | O_CLOEXEC);
	if (r->fd < 0)
		return err_set(e, ERR_FAIL, "%.200s: %s", path,
		    strerror(errno));
	r->gz = gz_reader();
	return r->gz ? 0 : err_nomem(e);
}

int
warcread_seek(struct warcread *r, unsigned long long offset, struct err *e)
{
	if (lseek(r->fd, (off_t)offset, SEEK_SET) < 0)
		return err_set(e, ERR_FAIL, "%.200s: %s", r->path,
		    strerror(errno));
	r->at = offset;
	r->rest = (struct str){ 0 };
	r->ended = false;
	return 0;
}

/* More bytes of the file, if all were used. */
static int
fill(struct warcread *r, struct err *e)
{
	ssize_t n;

	while (!r->rest.n && !r->ended) {
		n = read(r->fd, r->raw, sizeof(r->raw));
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_set(e, ERR_FAIL, "%.200s: read: %s",
			    r->path, strerror(errno));
		r->ended = n == 0;
		r->rest = (struct str){ r->raw, (size_t)n };
	}
	return 0;
}

/* One member of the file into r->record. */
static int
read_member(struct warcread *r, struct err *e)
{
	char some[STEP];
	long got;

	gz_reset(r->gz);
	buf_reset(&r->record);
	if (r->member)
		buf_reset(r->member);
	for (bool begun = false;; begun = true) {
		struct str before;

		if (fill(r, e) != 0)
			return -1;
		if (begun && gz_complete(r->gz))
			return 1;
		if (!r->rest.n)
			return begun ? err_set(e, ERR_DATA, "the record is "
			    "cut") : 0;
		before = r->rest;
		got = gz_member(r->gz, &r->rest, some, sizeof(some), e);
		before.n -= r->rest.n;
		r->at += before.n;
		if (r->member)
			buf_put(r->member, before);
		if (got < 0) {
			if (!gz_complete(r->gz))
				e->code = ERR_DATA;
			return -1;
		}
		buf_put(&r->record, (struct str){ some, (size_t)got });
		if (r->record.failed)
			return r->record.full ? err_set(e, ERR_DATA,
			    "the record is too long") : err_nomem(e);
	}
}

static struct str
inside(struct str s)
{
	if (s.n > 2 && s.p[0] == '<' && s.p[s.n - 1] == '>')
		return (struct str){ s.p + 1, s.n - 2 };
	return s;
}

static void
keep(struct warcentry *n, struct str name, struct str value)
{
	static const struct {
		const char *name;
		size_t at;
	} known[] = {
		{ "WARC-Type", offsetof(struct warcentry, type) },
		{ "WARC-Record-ID", offsetof(struct warcentry, id) },
		{ "WARC-Refers-To", offsetof(struct warcentry, refers) },
		{ "WARC-Target-URI", offsetof(struct warcentry, uri) },
		{ "WARC-Date", offsetof(struct warcentry, date) },
		{ "WARC-Filename", offsetof(struct warcentry, filename) },
		{ "WARC-Truncated", offsetof(struct warcentry, truncated) },
		{ "WARC-Block-Digest",
		    offsetof(struct warcentry, block_digest) },
		{ "WARC-Payload-Digest",
		    offsetof(struct warcentry, payload_digest) },
		{ "Content-Type", offsetof(struct warcentry, content_type) },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (str_same(name, str_from(known[i].name)))
			*(struct str *)(void *)((char *)n + known[i].at) =
			    inside(value);
}

/* "Name: value", the end of line cut off; false: no such line. */
static bool
take_line(struct str *s, struct str *line)
{
	const char *nl = s->n ? memmem(s->p, s->n, "\r\n", 2) : NULL;

	if (!nl)
		return false;
	*line = (struct str){ s->p, (size_t)(nl - s->p) };
	*s = str_skip(*s, line->n + 2);
	return true;
}

static bool
number(struct str s, size_t *n)
{
	*n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || *n > WARCREAD_MAX)
			return false;
		*n = *n * 10 + (size_t)(s.p[i] - '0');
	}
	return s.n > 0;
}

/* The headers of a record, and its block. */
static const char *
take_apart(struct warcentry *n, struct str s)
{
	struct str line, name, length = { 0 };
	size_t size;

	if (!take_line(&s, &line) || !str_starts(line, STR("WARC/1.")))
		return "it is no WARC record";
	while (take_line(&s, &line) && line.n) {
		const char *colon = memchr(line.p, ':', line.n);

		if (!colon)
			return "a header without a colon";
		name = (struct str){ line.p, (size_t)(colon - line.p) };
		line = str_skip(line, name.n + 1);
		while (line.n && line.p[0] == ' ')
			line = str_skip(line, 1);
		if (str_same(name, STR("Content-Length")))
			length = line;
		keep(n, name, line);
	}
	if (!n->type.n || !n->id.n)
		return "no type or no id";
	if (!number(length, &size) || s.n < 4 || size != s.n - 4 ||
	    memcmp(s.p + size, "\r\n\r\n", 4) != 0)
		return "its length is not what it says";
	n->block = (struct str){ s.p, size };
	return NULL;
}

/* Is the digest that of the bytes?  One that is not SHA-256 in hexadecimal is
 * none for us. */
static const char *
compare(struct str digest, struct str bytes, const char *why, bool *seen)
{
	char hex[DIGEST_HEX + 1];

	if (!str_starts(digest, STR("sha256:")) ||
	    digest.n != DIGEST_HEX + sizeof("sha256:") - 1)
		return NULL;
	digest_sha256(bytes, hex);
	*seen = true;
	return memcmp(hex, digest.p + 7, DIGEST_HEX) == 0 ? NULL : why;
}

/* Where the body of HTTP begins; NULL: there is no end of headers. */
static const char *
body_of(struct str block)
{
	const char *line = block.p;

	while (block.n && (line = memchr(block.p, '\n', block.n))) {
		block = str_skip(block, (size_t)(line - block.p) + 1);
		if (str_starts(block, STR("\n")))
			return block.p + 1;
		if (str_starts(block, STR("\r\n")))
			return block.p + 2;
	}
	return NULL;
}

static void
check(struct warcentry *n)
{
	const char *end = body_of(n->block);
	bool seen = false, http = str_eq(n->type, STR("response")) ||
	    str_eq(n->type, STR("request"));

	n->payload = n->block;
	if (http && end)
		n->payload = str_skip(n->block, (size_t)(end - n->block.p));
	else if (http && n->truncated.n) /* amid the headers */
		n->payload = str_skip(n->block, n->block.n);
	else if (http)
		n->bad = "no headers of HTTP";
	if (!n->bad)
		n->bad = compare(n->block_digest, n->block,
		    "its block is not what was digested", &seen);
	/* That of a revisit is of the payload of another record. */
	if (!n->bad && n->payload_digest.n && !str_eq(n->type,
	        STR("revisit")))
		n->bad = compare(n->payload_digest, n->payload,
		    "its payload is not what was digested", &seen);
	n->digested = seen && !n->bad;
}

bool
warcread_size(struct str head, size_t *n)
{
	static const char name[] = "Content-Length:";
	struct str line;

	while (take_line(&head, &line) && line.n) {
		if (line.n < sizeof(name) ||
		    strncasecmp(line.p, name, sizeof(name) - 1) != 0)
			continue;
		line = str_skip(line, sizeof(name) - 1);
		while (line.n && line.p[0] == ' ')
			line = str_skip(line, 1);
		return number(line, n);
	}
	return false;
}

void
warcread_parse(struct warcentry *n, struct str record)
{
	*n = (struct warcentry){ .offset = n->offset };
	n->bad = take_apart(n, record);
	if (!n->bad)
		check(n);
}

int
warcread_next(struct warcread *r, struct warcentry *n, struct err *e)
{
	int rc;

	*n = (struct warcentry){ .offset = r->at };
	rc = read_member(r, e);
	if (rc <= 0)
		return rc;
	warcread_parse(n, buf_str(&r->record));
	return 1;
}

void
warcread_close(struct warcread *r)
{
	if (r->path && r->fd >= 0)
		(void)close(r->fd);
	gz_free(r->gz);
	buf_release(&r->record);
	r->gz = NULL;
	r->path = NULL;
}
