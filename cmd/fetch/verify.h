#ifndef VERIFY_H
#define VERIFY_H
/*
 * verify -- fetch --verify: is every byte of evidence the one that was
 * written?  And what was not looked at.
 *
 * Blocks and payloads have digests.  Where this program wrote the file, each
 * gzip member is also made again and compared, so that a byte that decodes to
 * nothing cannot change unseen; and a file names the one before it with its
 * digest.
 */
#include "err.h"
#include "out.h"

/* verify_files(o, n, paths, e): a line for each record that is wrong and for
 * each file, and what all of it does not show, on o.  Returns 1: all is well;
 * 0: not; -1 with *e set: something could not be read. */
int verify_files(struct out *o, int n, char **paths, struct err *e);
#endif
