#include "warc.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "instant.h"

enum { PACKED = WARC_PACKED, PATH = 4096 };

struct entry {
	const char *type, *content_type;
	struct str uri, ip, protocol;
	int64_t captured;
	const char *concurrent, *refers, *truncated;
	struct str part[2]; /* the block */
	int payload;        /* which part is the payload; -1: none */
	char *id;           /* out */
};

static void
write_all(struct warc *w, struct str s)
{
	while (s.n && !w->errnum) {
		ssize_t done = write(w->fd, s.p, s.n);

		if (done >= 0)
			s = str_skip(s, (size_t)done);
		else if (errno != EINTR)
			w->errnum = errno;
	}
}

static void
pack(struct warc *w, struct str s, bool end)
{
	size_t got;

	do {
		if (w->n == PACKED) {
			write_all(w, (struct str){ w->packed, w->n });
			w->n = 0;
		}
		got = gz_deflate(w->gz, &s, end, w->packed + w->n,
		    PACKED - w->n);
		w->n += got;
		w->offset += got;
	} while (!w->errnum && (s.n || (end && got)));
}

/* A name for the record: the same bytes at the same place of the same file
 * have the same (RFC 9562, version 8). */
static void
make_id(struct warc *w, const char *block, char id[WARC_ID])
{
	unsigned long long at = w->offset;
	char hex[DIGEST_HEX + 1];
	struct digest d;

	digest_begin(&d);
	digest_add(&d, w->name);
	digest_add(&d, (struct str){ (const char *)&at, sizeof(at) });
	digest_add(&d, (struct str){ block, DIGEST_HEX });
	digest_end(&d, hex);
	hex[12] = '8';
	hex[16] = '8';
	(void)snprintf(id, WARC_ID, "urn:uuid:%.8s-%.4s-%.4s-%.4s-%.12s", hex,
	    hex + 8, hex + 12, hex + 16, hex + 20);
}

static void
field(struct buf *b, const char *name, struct str value)
{
	if (!value.n)
		return;
	buf_put(b, str_from(name));
	buf_put(b, STR(": "));
	buf_put(b, value);
	buf_put(b, STR("\r\n"));
}

static void
put_head(struct warc *w, const struct entry *n, const char *block,
    const char *payload)
{
	struct buf *b = &w->head;
	struct instant t = { .seconds = n->captured };
	char text[INSTANT_TEXT];

	buf_reset(b);
	buf_put(b, STR("WARC/1.1\r\n"));
	field(b, "WARC-Type", str_from(n->type));
	buf_fmt(b, "WARC-Record-ID: <%s>\r\n", n->id);
	field(b, "WARC-Date", instant_text(&t, text));
	if (n->id == w->info)
		field(b, "WARC-Filename", w->name);
	else
		buf_fmt(b, "WARC-Warcinfo-ID: <%s>\r\n", w->info);
	field(b, "WARC-Target-URI", n->uri);
	field(b, "WARC-IP-Address", n->ip);
	field(b, "WARC-Protocol", n->protocol);
	if (n->concurrent)
		buf_fmt(b, "WARC-Concurrent-To: <%s>\r\n", n->concurrent);
	if (n->refers)
		buf_fmt(b, "WARC-Refers-To: <%s>\r\n", n->refers);
	field(b, "WARC-Truncated", str_from(n->truncated));
	buf_fmt(b, "WARC-Block-Digest: sha256:%s\r\n", block);
	if (payload)
		buf_fmt(b, "WARC-Payload-Digest: sha256:%s\r\n", payload);
	field(b, "Content-Type", str_from(n->content_type));
	buf_fmt(b, "Content-Length: %zu\r\n\r\n",
	    n->part[0].n + n->part[1].n);
}

static void
put(struct warc *w, struct entry *n)
{
	char block[DIGEST_HEX + 1], payload[DIGEST_HEX + 1];
	struct digest d;

	if (w->errnum || w->nomem)
		return;
	digest_begin(&d);
	digest_add(&d, n->part[0]);
	digest_add(&d, n->part[1]);
	digest_end(&d, block);
	if (n->payload >= 0)
		digest_sha256(n->part[n->payload], payload);
	make_id(w, block, n->id);
	put_head(w, n, block, n->payload >= 0 ? payload : NULL);
	w->nomem |= w->head.failed;
	gz_reset(w->gz);
	pack(w, buf_str(&w->head), false);
	pack(w, n->part[0], false);
	pack(w, n->part[1], false);
	pack(w, STR("\r\n\r\n"), true);
	w->dirty = true;
}

int
warc_open(struct warc *w, const char *dir, struct str name, struct str agent,
    int64_t captured, struct err *e)
{
	struct buf path = { .max = PATH };
	struct entry n = { .type = "warcinfo", .captured = captured,
		.content_type = "application/warc-fields", .payload = -1,
		.id = w->info };

	w->name = name;
	w->fd = -1;
	w->gz = gz_fast();
	buf_fmt(&path, "%s/%.*s%c", dir, STR_ARG(name), '\0');
	if (!w->gz || path.failed) {
		buf_release(&path);
		return err_nomem(e);
	}
	w->fd = open(path.p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (w->fd < 0)
		err_set(e, ERR_FAIL, "%s: %s", path.p, strerror(errno));
	buf_release(&path);
	if (w->fd < 0)
		return -1;
	path = (struct buf){ .max = PATH };
	buf_put(&path, STR("software: "));
	buf_put(&path, agent);
	buf_put(&path, STR("\r\nformat: WARC File Format 1.1\r\nconformsTo: "
	    "https://iipc.github.io/warc-specifications/specifications/"
	    "warc-format/warc-1.1/\r\n"));
	n.part[0] = buf_str(&path);
	put(w, &n);
	w->nomem |= path.failed;
	buf_release(&path);
	return 0;
}

void
warc_answer(struct warc *w, struct answer *a)
{
	char request[WARC_ID] = "";
	struct entry n = { .uri = a->url, .ip = a->wire.ip,
		.captured = a->captured, .payload = -1 };

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
	n.payload = 1;
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
		.part = { json }, .payload = -1, .id = id };

	put(w, &n);
}

int
warc_sync(struct warc *w, struct err *e)
{
	if (w->nomem)
		return err_nomem(e);
	write_all(w, (struct str){ w->packed, w->n });
	w->n = 0;
	if (w->dirty && !w->errnum && fdatasync(w->fd) != 0)
		w->errnum = errno; /* and never tried again */
	w->dirty = false;
	if (w->errnum)
		return err_set(e, ERR_FAIL, "%.*s: %s", STR_ARG(w->name),
		    strerror(w->errnum));
	return 0;
}

void
warc_close(struct warc *w)
{
	if (w->gz && w->fd >= 0)
		(void)close(w->fd);
	gz_free(w->gz);
	buf_release(&w->head);
	*w = (struct warc){ 0 };
}
