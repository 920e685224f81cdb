/*
 * Any bytes at all as payloads: what comes out is activities, one JSON object
 * a line, and normalize leaves them as they are.
 */
#include "fuzz.h"
#include "json.h"

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	fuzz_start(NULL, 0);
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_result once = fuzz_run((struct str){ (const char *)data,
	    size }), twice;

	LAW(fuzz_json_lines(once.out) == once.n.out);
	if (once.out.n && once.out.n < 1 << 16) {
		twice = fuzz_run(once.out);
		LAW(twice.n.rejected == 0 && twice.n.dropped == 0);
		LAW(str_eq(once.out, twice.out));
		fuzz_free(&twice);
	}
	fuzz_free(&once);
	return 0;
}
