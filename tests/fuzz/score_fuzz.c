/* Any bytes at all as activities. */
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
	fuzz_member((struct str){ (const char *)data, size });
	return 0;
}
