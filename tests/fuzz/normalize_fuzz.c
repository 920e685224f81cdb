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
	    size });

	LAW(fuzz_json_lines(once.out) == once.n.out);
	fuzz_again(&once);
	fuzz_free(&once);
	return 0;
}
