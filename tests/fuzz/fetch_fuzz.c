/*
 * What a server, a recording or a declared account may hold: the header Link,
 * bodies, URLs and the index of recorded answers.  The first byte says which.
 */
#include "again.h"
#include "ask.h"
#include "body.h"
#include "coding.h"
#include "fuzz.h"
#include "http.h"
#include "json.h"
#include "link.h"
#include "mask.h"
#include "replay.h"
#include "sources.h"
#include "utf8.h"
#include "webpage.h"

#include <sys/stat.h>
#include <unistd.h>

static struct sources sources;
static struct arena mem;
static char dir[64];

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	struct err e = { 0 };

	(void)argc, (void)argv;
	(void)snprintf(dir, sizeof(dir), "/tmp/fetch-fuzz.%d", (int)getpid());
	if (arena_init(&mem, 1 << 20, 64 << 20) != 0 ||
	    sources_load(&sources, false, &e) != 0) {
		fprintf(stderr, "%s\n", e.msg);
		exit(2);
	}
	return 0;
}

static void
link_header(struct str s)
{
	struct str target = { 0 };

	if (link_next(s, &target))
		LAW(target.n <= s.n && (!target.n || (target.p >= s.p &&
		    target.p + target.n <= s.p + s.n)));
}

static void
bodies(struct str s)
{
	struct buf b = { 0 };
	struct err e = { 0 };
	yyjson_doc *doc = yyjson_read(s.p, s.n, 0), *is;

	for (size_t i = 0; i < sources.n; i++) {
		const struct source *one = &sources.v[i];
		struct page p = { 0 };
		struct answer a = { .status = 200, .body = s };
		char why[WHY] = "";
		struct str href;
		int rc;

		arena_reset(&mem);
		rc = body_read(one, &one->timeline, s, &mem, &p, &e);
		LAW(rc >= 0 || mem.full);
		LAW(rc != 1 || one->body != BODY_JSON || doc);
		if (rc >= 0)
			(void)ask_state(one, &a, rc == 1, why);
		LAW(memchr(why, '\0', sizeof(why)));
		LAW(webpage_feed(s, &one->feeds, &mem, &href) < 1 ||
		    (href.n && href.n <= s.n && !href.p[href.n]));
		for (size_t k = 0; k < one->n_interactions; k++)
			(void)body_read(one, &one->interactions[k], s, &mem,
			    &p, &e);
		for (size_t k = 0; k < one->n_lists; k++)
			(void)body_read(one, &one->lists[k], s, &mem, &p, &e);
	}
	if (doc) {
		body_put(&b, s);
		LAW(!memchr(b.p, '\n', b.n));
		is = yyjson_read(b.p, b.n, 0);
		LAW(is && fuzz_same_json(yyjson_doc_get_root(doc),
		    yyjson_doc_get_root(is)));
		yyjson_doc_free(is);
	}
	yyjson_doc_free(doc);
	buf_release(&b);
}

static void
urls(struct str s)
{
	const char *nl = memchr(s.p, '\n', s.n);
	struct str base = { s.p, nl ? (size_t)(nl - s.p) : 0 };
	struct url u = { 0 }, again = { 0 };

	arena_reset(&mem);
	if (nl)
		s = str_skip(s, base.n + 1);
	s = arena_copy(&mem, s); /* libcurl wants a NUL behind it */
	base = arena_copy(&mem, base);
	if (nl) { /* a base is a URL that was good itself */
		if (http_url(base, NULL, &mem, &u) != URL_GOOD)
			return;
		base = u.text;
	}
	if (http_url(s, nl ? &base : NULL, &mem, &u) != URL_GOOD)
		return;
	LAW(u.text.n && u.text.p[u.text.n] == '\0');
	LAW(!memchr(u.text.p, '\n', u.text.n) &&
	    !memchr(u.text.p, '\r', u.text.n) &&
	    !memchr(u.text.p, 0, u.text.n));
	LAW(http_url(u.text, NULL, &mem, &again) == URL_GOOD);
	LAW(str_eq(u.host, again.host) && str_eq(u.scheme, again.scheme));
	/* With a base libcurl takes it apart, without one it may be us. */
	base = STR("https://else.example/");
	LAW(http_url(u.text, &base, &mem, &u) == URL_GOOD);
	LAW(str_eq(u.host, again.host) && str_eq(u.scheme, again.scheme) &&
	    str_eq(u.port, again.port) && u.user == again.user);
}

static void
recorded(struct str s)
{
	struct replay r = { .dir = dir, .body_max = 1 << 16 };
	char path[80];
	struct err e = { 0 };
	FILE *fp;

	(void)mkdir(dir, 0700);
	(void)snprintf(path, sizeof(path), "%s/index.ndjson", dir);
	fp = fopen(path, "w");
	if (!fp || (s.n && fwrite(s.p, 1, s.n, fp) != s.n) || fclose(fp) != 0)
		abort();
	if (replay_open(&r, &e) == 0) {
		for (size_t i = 0; i < r.n && i < 8; i++) {
			struct request q = { .url = r.v[i].key };
			struct answer a = { 0 };

			arena_reset(&mem);
			LAW(replay_get(&r, &q, &mem, &a, &e) == 0 ||
			    e.code == ERR_FAIL);
		}
	} else {
		LAW(e.code == ERR_USAGE && utf8_bad(str_from(e.msg)) ==
		    strlen(e.msg));
	}
	replay_close(&r);
	(void)unlink(path);
	(void)rmdir(dir);
}

/* A body as it came, in chunks or packed or both. */
static void
coded(struct str s)
{
	const struct coding_limits max = { .decoded = 1 << 20, .ratio = 20 };
	struct coded a;
	struct err e = { 0 };

	for (int how = 0; how < 4; how++) {
		a = (struct coded){ .body = s };
		if (how & 1)
			a.transfer = STR("chunked");
		if (how & 2)
			a.encoding = STR("gzip");
		arena_reset(&mem);
		LAW(coding_undo(&a, &max, &mem, &e) == 0);
		LAW(a.why[0] || a.body.n <= max.decoded + s.n);
	}
}

/* The first line is a path, the rest the rules of a site. */
static void
site(struct str s)
{
	const char *nl = memchr(s.p, '\n', s.n);
	struct str path = { s.p, nl ? (size_t)(nl - s.p) : s.n };
	struct str text = str_skip(s, nl ? path.n + 1 : path.n);
	bool says = robots_says(text, STR("netral"), path);

	LAW(says == robots_says(text, STR("NETRAL"), path));
	LAW(robots_says((struct str){ 0 }, STR("netral"), path));
	(void)pace_retry_after(path, 1734487200);
}

/* The first line is a key, the rest what a server says. */
static void
masks(struct str s)
{
	const char *nl = memchr(s.p, '\n', s.n);
	struct str key = { s.p, nl ? (size_t)(nl - s.p) : 0 }, text;
	struct buf b = { 0 };

	arena_reset(&mem);
	text = arena_copy(&mem, str_skip(s, nl ? key.n + 1 : s.n));
	(void)mask_key(key, text);
	if (key.n < 4 || memchr(key.p, '*', key.n))
		return;
	LAW(!memmem(text.p, text.n, key.p, key.n));
	LAW(!mask_key(key, text));
	for (int i = 0; i < 9; i++) { /* all of it as texts carry it */
		static const char *const way[] = { "%%%02X", "\\u%04x",
			"&#%d;", "&#x%04X;", "%%25%02x", "&amp;#%d;",
			"\\u0026#x%x;", "%02x", "%02X" };

		buf_reset(&b);
		for (size_t k = 0; k < key.n; k++)
			buf_fmt(&b, way[i], (unsigned char)key.p[k]);
		LAW(b.failed || (i > 6 && key.n < 8) ||
		    mask_key(key, buf_str(&b)));
	}
	buf_release(&b);
	if (key.n < 8)
		return;
	for (int i = 0; i < 3; i++) { /* in base64, behind so many bytes */
		char plain[4096];

		if (key.n > sizeof(plain) - 8)
			break;
		memset(plain, 'x', sizeof(plain));
		memcpy(plain + i, key.p, key.n);
		buf_reset(&b);
		buf_base64(&b, (struct str){ plain, key.n + 8 });
		LAW(mask_key(key, buf_str(&b)));
	}
	buf_release(&b);
}

/* Evidence: read again, and its lines said again. */
static void
evidence(struct str s)
{
	struct again g = { 0 };
	struct out o = { .fd = -1 };
	char path[80], to[80];
	struct err e = { 0 };
	FILE *fp;

	(void)mkdir(dir, 0700);
	(void)snprintf(path, sizeof(path), "%s/warc", dir);
	(void)snprintf(to, sizeof(to), "%s/lines", dir);
	fp = fopen(path, "w");
	if (!fp || (s.n && fwrite(s.p, 1, s.n, fp) != s.n) || fclose(fp) != 0)
		abort();
	LAW(out_open(&o, to, &e) == 0);
	g.out = &o;
	LAW(again_init(&g, &e) == 0);
	LAW(again_file(&g, path, false, &e) == 0 || e.code == ERR_FAIL);
	again_release(&g);
	LAW(out_close(&o, true, &e) == 0);
	(void)unlink(path);
	(void)unlink(to);
	(void)rmdir(dir);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = { (const char *)data + 1, size - 1 };

	if (size < 2)
		return 0;
	switch (data[0]) {
	case 'l': link_header(s); break;
	case 'u': urls(s); break;
	case 'k': masks(s); break;
	case 'i': recorded(s); break;
	case 'c': coded(s); break;
	case 'r': site(s); break;
	case 'w': evidence(s); break;
	default: bodies(s);
	}
	return 0;
}
