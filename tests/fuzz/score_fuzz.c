/*
 * Any bytes at all as activities: each line that comes out is a JSON object,
 * none more than went in, and score leaves its own output as it is.
 */
#include "fuzz.h"

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static const char *const args[] = { "-d", "fixtures/office" };

	(void)argc, (void)argv;
	fuzz_start(args, sizeof(args) / sizeof(args[0]));
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_result once = fuzz_run((struct str){ (const char *)data,
	    size }), twice;

	LAW(once.counted == 0);
	LAW(fuzz_json_lines(once.out) == once.n.out);
	/* An output line can be longer than the limit of an input line. */
	if (once.out.n && once.out.n < 1 << 16) {
		twice = fuzz_run(once.out);
		LAW(twice.n.rejected == 0 && twice.n.dropped == 0);
		LAW(str_eq(once.out, twice.out));
		fuzz_free(&twice);
	}
	fuzz_free(&once);
	return 0;
}
