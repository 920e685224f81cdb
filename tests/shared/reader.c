/*
 * reader [-d] -- what the reader that all tools share makes of standard input:
 * each value as JSON on a line, or "line:byte: why".  Status 1 if any was
 * refused or nothing is there.  -d: documents and tables, as netral-normalize.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "in.h"
#include "ndjson.h"

int
main(int argc, char **argv)
{
	struct err e = { 0 };
	struct ndjson r;
	struct in in;
	enum nd_status st;
	unsigned long good = 0, bad = 0;

	if (in_open(&in, NULL, &e) != 0 ||
	    nd_init(&r, nd_limits_default, &e) != 0)
		return 3;
	nd_start(&r, &in, argc > 1 && strcmp(argv[1], "-d") == 0);
	while ((st = nd_next(&r, &e)) != ND_EOF && st != ND_FAIL) {
		char *json;

		if (st == ND_BAD) {
			printf("%lu:%zu: %s\n", r.line, e.byte, e.msg);
			bad++;
			continue;
		}
		good++;
		json = r.doc ? yyjson_write(r.doc, 0, NULL) : NULL;
		puts(json ? json : "text");
		free(json);
	}
	nd_release(&r);
	in_close(&in);
	return st == ND_FAIL ? 3 : bad || !good;
}
