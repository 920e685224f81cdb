/*
 * Any bytes as evidence: what is read of it are lines whose answer has the
 * digest that they name, in the order of the records; the rest is refused with
 * a reason, and packing the file changes nothing.
 */
#include "digest.h"
#include "fuzz.h"
#include "in.h"
#include "json.h"
#include "ndjson.h"
#include "utf8.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct nd_limits small = { 4096, 1 << 20 };
	struct in in = { .name = "<fuzz>" };
	struct buf all = { 0 };
	struct ndjson r;
	struct err e = { 0 };
	char hex[DIGEST_HEX + 1];
	enum nd_status st;
	unsigned long last = 0;

	buf_put(&all, STR("WARC/1."));
	buf_put(&all, (struct str){ (const char *)data, size });
	in.fd = fuzz_fd(buf_str(&all));
	if (nd_init(&r, small, &e) != 0)
		abort();
	nd_start(&r, &in, true);
	while ((st = nd_next(&r, &e)) == ND_RECORD || st == ND_BAD) {
		struct str msg = str_from(e.msg);

		LAW(r.line > last);
		last = r.line;
		if (st == ND_BAD) {
			LAW(e.code == ERR_DATA && msg.n &&
			    utf8_bad(msg) == msg.n);
			continue;
		}
		if (!r.body.p)
			continue;
		digest_sha256(r.body, hex);
		LAW(str_eq(str_from(hex),
		    json_get(yyjson_doc_get_root(r.doc), "sha256")));
	}
	LAW(st == ND_EOF);
	nd_release(&r);
	buf_release(&all);
	return 0;
}
