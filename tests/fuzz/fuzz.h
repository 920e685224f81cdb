#ifndef FUZZ_H
#define FUZZ_H
/*
 * fuzz -- what the fuzz targets share.
 *
 * A target is NAME_fuzz.c with LLVMFuzzerTestOneInput(); it asserts laws and
 * not only that nothing crashes.  With replay.c instead of the fuzzer it runs
 * over its seeds, tests/fuzz/seeds/NAME and those of all, in `make check`.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "arena.h"
#include "buf.h"
#include "err.h"
#include "filter.h"
#include "str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

/* A law that does not hold: say which, and stop so that the input is kept. */
#define LAW(holds) do { \
	if (!(holds)) { \
		fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, \
		    #holds); \
		abort(); \
	} \
} while (0)

/* fuzz_fd(s): a descriptor to read the bytes from, the same each time. */
int fuzz_fd(struct str s);

/* fuzz_path(s): the same as a path of a file, until the next call. */
const char *fuzz_path(struct str s);

/* fuzz_json_lines(s): is it one JSON object a line, each key once?  Aborts
 * with the line if not; returns the number of lines. */
size_t fuzz_json_lines(struct str s);

/* fuzz_same_json(a, b): the same value?  Keys in the same order. */
bool fuzz_same_json(yyjson_val *a, yyjson_val *b);

/* What a tool made of an input.  Free with fuzz_free(). */
struct fuzz_result {
	struct str out, rejected;
	struct tally n;
	unsigned long counted; /* records that the tool counted itself */
};

/* fuzz_start(args, n): the tool with these arguments, ready for records; its
 * main() is called tool_main() and filter_main() ends up here. */
void fuzz_start(const char *const *args, size_t n);

/* fuzz_run(s): all records of s through the tool's record function. */
struct fuzz_result fuzz_run(struct str s);

/* fuzz_whole(args, n, s): setup, all records, finish: as for each process. */
struct fuzz_result fuzz_whole(const char *const *args, size_t n, struct str s);

void fuzz_free(struct fuzz_result *r);

/* fuzz_again(once): what came out goes in again and comes out as it was. */
void fuzz_again(const struct fuzz_result *once);

/* fuzz_member(lines): the laws of a tool that adds a member: each line that
 * comes out is a JSON object, and its own output is left as it is. */
void fuzz_member(struct str lines);
#endif
