#include "warc.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "instant.h"

/*
 * Written so much at a time.  Records that are smaller, or that the server
 * has packed, are not worth the time to pack them.
 */
enum {
	CHUNK = 1 << 18, SMALL = 1 << 15, BIG = 1 << 20, PATH = 4096,
	AHEAD = 1 << 20, /* bytes that the disk is told of at once */
};

struct entry {
	const char *type, *content_type;
	struct str uri, ip, protocol;
	int64_t captured;
	const char *concurrent, *refers, *truncated;
	const struct earlier *known; /* of a revisit */
	struct str part[2]; /* the block */
	char *payload;      /* out: digest of part[1]; NULL: it is none */
	bool packed;        /* by the server: cannot be packed again */
	char *id;           /* out */
};

/* What waits for the digest of the file. */
static struct str
undigested(const struct warc *w)
{
	return w->packed.n > w->digested
	    ? str_skip(buf_str(&w->packed), w->digested) : (struct str){ 0 };
}

static void
write_out(struct warc *w)
{
	struct str s = buf_str(&w->packed);

	digest_add(&w->whole, undigested(w));
	w->digested = 0;
	while (s.n && !w->errnum) {
		ssize_t done = write(w->fd, s.p, s.n);

		if (done >= 0)
			s = str_skip(s, (size_t)done);
		else if (errno != EINTR)
			w->errnum = errno;
	}
	/* The disk begins now, so that there is less to wait for later. */
	if (w->offset - w->told >= AHEAD) {
		w->told = w->offset;
		(void)sync_file_range(w->fd, 0, 0, SYNC_FILE_RANGE_WRITE);
	}
	buf_reset(&w->packed);
	if (w->packed.cap > BIG)
		buf_release(&w->packed);
}

static unsigned
nibble(char c)
{
	return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
}

/* A name for the record: the same bytes at the same place of the same file
 * have the same (RFC 9562, version 8). */
static void
make_id(const struct warc *w, const char *block, char id[WARC_ID])
{
	static const char form[] = "urn:uuid:xxxxxxxx-xxxx-8xxx-8xxx-"
	    "xxxxxxxxxxxx";
	unsigned long long at = w->offset;
	const char *name = w->mark;

	for (size_t i = 0; i < sizeof(form); i++) {
		id[i] = form[i];
		if (form[i] != 'x')
			continue;
		id[i] = "0123456789abcdef"[nibble(*block++) ^
		    nibble(*name++) ^ (at & 15)];
		at >>= 4;
	}
}

/* "NAME: " VALUE; none, no field. */
static void
field(struct buf *b, struct str name, struct str value)
{
	if (!value.n)
		return;
	buf_put(b, name);
	buf_put(b, value);
	buf_put(b, STR("\r\n"));
}

/* The same with an id. */
static void
named(struct buf *b, struct str name, const char *id)
{
	if (!id || !id[0])
		return;
	buf_put(b, name);
	buf_char(b, '<');
	buf_put(b, str_from(id));
	buf_put(b, STR(">\r\n"));
}

/* Unchanged, says the server: of what (WARC/1.1, 6.7.3). */
static void
put_revisit(struct buf *b, const struct entry *n)
{
	struct instant t = { .seconds = n->known->captured };
	char text[INSTANT_TEXT];

	buf_put(b, STR("WARC-Profile: http://netpreserve.org/warc/1.1/revisit/"
	    "server-not-modified\r\n"));
	buf_put(b, STR("WARC-Refers-To: <"));
	buf_put(b, n->known->id);
	buf_put(b, STR(">\r\n"));
	field(b, STR("WARC-Refers-To-Target-URI: "), n->uri);
	field(b, STR("WARC-Refers-To-Date: "), instant_text(&t, text));
}

static void
put_head(struct warc *w, const struct entry *n, const char *block)
{
	struct buf *b = &w->packed;
	struct instant t = { .seconds = n->captured };
	char text[INSTANT_TEXT];

	buf_put(b, STR("WARC/1.1\r\nWARC-Type: "));
	buf_put(b, str_from(n->type));
	named(b, STR("\r\nWARC-Record-ID: "), n->id);
	field(b, STR("WARC-Date: "), instant_text(&t, text));
	if (n->id == w->info)
		field(b, STR("WARC-Filename: "), w->name);
	else
		named(b, STR("WARC-Warcinfo-ID: "), w->info);
	field(b, STR("WARC-Target-URI: "), n->uri);
	field(b, STR("WARC-IP-Address: "), n->ip);
	field(b, STR("WARC-Protocol: "), n->protocol);
	named(b, STR("WARC-Concurrent-To: "), n->concurrent);
	named(b, STR("WARC-Refers-To: "), n->refers);
	if (n->known)
		put_revisit(b, n);
	field(b, STR("WARC-Truncated: "), str_from(n->truncated));
	field(b, STR("WARC-Block-Digest: sha256:"), str_from(block));
	field(b, STR("WARC-Payload-Digest: sha256:"), str_from(n->payload));
	field(b, STR("Content-Type: "), str_from(n->content_type));
	buf_put(b, STR("Content-Length: "));
	buf_int(b, (int64_t)(n->part[0].n + n->part[1].n));
	buf_put(b, STR("\r\n\r\n"));
}

/* The digest of the block, and n->payload; and of as many bytes of the file, if
 * they wait for theirs: together that takes less time. */
static void
digest_record(struct warc *w, const struct entry *n, char block[])
{
	struct digest of_block, of_payload;

	digest_begin(&of_block);
	digest_begin(&of_payload);
	for (int i = 0; i < 2; i++) {
		struct str s = n->part[i];
		struct str old = undigested(w);
		struct digest_part part[] = { { &of_block, s },
			{ &w->whole, { old.p, old.n < s.n ? old.n : s.n } },
			{ &of_payload, s } };

		w->digested += part[1].s.n;
		digest_add_all(part, i == 1 && n->payload ? 3 : 2);
	}
	digest_end(&of_block, block);
	if (n->payload)
		digest_end(&of_payload, n->payload);
}

static void
put(struct warc *w, struct entry *n)
{
	char block[DIGEST_HEX + 1];
	size_t before = w->packed.n, at;

	if (w->errnum || w->nomem)
		return;
	digest_record(w, n, block);
	make_id(w, block, n->id);
	at = pack_begin(&w->packed);
	put_head(w, n, block);
	buf_put(&w->packed, n->part[0]);
	buf_put(&w->packed, n->part[1]);
	buf_put(&w->packed, STR("\r\n\r\n"));
	pack_end(w->pack, at, !n->packed && w->packed.n - at >= SMALL,
	    &w->packed, &w->spare);
	w->nomem |= w->packed.failed;
	w->offset += w->packed.n - before;
	w->dirty = true;
	if (w->spare.cap > BIG)
		buf_release(&w->spare);
	if (w->packed.n >= CHUNK)
		write_out(w);
}

/* The first record: who writes, and what comes before. */
static int
put_info(struct warc *w, const char *dir, const struct warc_before *before,
    struct str agent, int64_t captured, struct err *e)
{
	struct entry n = { .type = "warcinfo", .captured = captured,
		.content_type = "application/warc-fields", .id = w->info };
	char hex[DIGEST_HEX + 1], path[PATH];
	struct buf b = { .max = PATH };

	field(&b, STR("software: "), agent);
	buf_put(&b, STR("format: WARC File Format 1.1\r\nconformsTo: "
	    "https://iipc.github.io/warc-specifications/specifications/"
	    "warc-format/warc-1.1/\r\n"));
	field(&b, STR(WARC_PACKED ": "), str_from(pack_name));
	if (before->name[0]) {
		const char *sum = before->digest;

		(void)snprintf(path, sizeof(path), "%s/%s", dir, before->name);
		if (!sum[0] && digest_file(path, hex, e) != 0) {
			buf_release(&b);
			return -1;
		}
		buf_fmt(&b, WARC_BEFORE ": sha256:%s %s\r\n",
		    sum[0] ? sum : hex, before->name);
	}
	n.part[0] = buf_str(&b);
	put(w, &n);
	w->nomem |= b.failed;
	buf_release(&b);
	return 0;
}

int
warc_open(struct warc *w, const char *dir, struct str name,
    const struct warc_before *before, struct str agent, int64_t captured,
    struct err *e)
{
	char path[PATH];

	w->name = name;
	digest_sha256(name, w->mark);
	w->fd = -1;
	digest_begin(&w->whole);
	w->pack = pack_new();
	if (!w->pack)
		return err_nomem(e);
	(void)snprintf(path, sizeof(path), "%s/%.*s", dir, STR_ARG(name));
	w->fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (w->fd < 0)
		return err_set(e, ERR_FAIL, "%.300s: %s", path,
		    strerror(errno));
	return put_info(w, dir, before, agent, captured, e);
}

void
warc_answer(struct warc *w, struct answer *a)
{
	char request[WARC_ID] = "";
	struct entry n = { .uri = a->url, .ip = a->wire.ip,
		.captured = a->captured };

	n.type = "request";
	n.content_type = "application/http;msgtype=request";
	n.part[0] = a->wire.sent;
	n.id = request;
	if (a->wire.sent.n)
		put(w, &n);
	if (!a->wire.head.n)
		return;
	n.type = "response";
	n.content_type = "application/http;msgtype=response";
	n.protocol = a->wire.protocol;
	n.concurrent = request[0] ? request : NULL;
	n.truncated = a->wire.truncated;
	n.part[0] = a->wire.head;
	n.part[1] = a->body;
	n.packed = a->encoding.n > 0;
	n.payload = a->sha256;
	if (a->known.id.n) {
		n.type = "revisit";
		n.known = &a->known;
		n.payload = NULL; /* that of the other record */
	}
	n.id = a->warc;
	a->offset = w->offset;
	put(w, &n);
}

void
warc_metadata(struct warc *w, const char *of, int64_t captured,
    struct str json)
{
	char id[WARC_ID];
	struct entry n = { .type = "metadata", .captured = captured,
		.content_type = "application/json", .refers = of,
		.part = { json }, .id = id };

	put(w, &n);
}

void
warc_connection(struct warc *w, const struct answer *a)
{
	struct str text = a->wire.connection;
	char hex[DIGEST_HEX + 1], *kept;
	unsigned char at = 0;

	if (!text.n)
		return;
	digest_sha256(text, hex);
	for (unsigned i = 0; i < 8; i++)
		at = (unsigned char)(at * 31 + (unsigned char)hex[8 + i]);
	kept = w->kept[at % WARC_CONNECTIONS];
	if (memcmp(kept, hex, sizeof(w->kept[0])) == 0)
		return;
	memcpy(kept, hex, sizeof(w->kept[0]));
	warc_metadata(w, a->warc[0] ? a->warc : NULL, a->captured, text);
}

int
warc_sync(struct warc *w, struct err *e)
{
	if (w->nomem)
		return err_nomem(e);
	write_out(w);
	if (w->dirty && !w->errnum && fdatasync(w->fd) != 0)
		w->errnum = errno; /* and never tried again */
	w->dirty = false;
	if (w->errnum)
		return err_set(e, ERR_FAIL, "%.*s: %s", STR_ARG(w->name),
		    strerror(w->errnum));
	return 0;
}

void
warc_digest(const struct warc *w, char hex[DIGEST_HEX + 1])
{
	struct digest d = w->whole;

	digest_end(&d, hex);
	if (w->dirty)
		hex[0] = '\0';
}

void
warc_close(struct warc *w)
{
	if (w->pack && w->fd >= 0)
		(void)close(w->fd);
	pack_free(w->pack);
	buf_release(&w->spare);
	buf_release(&w->packed);
	*w = (struct warc){ 0 };
}
