#ifndef VERIFY_H
#define VERIFY_H
/*
 * verify -- fetch --verify: are the bytes of evidence those that were
 * digested?  And what was not looked at.
 */
#include "err.h"
#include "out.h"

/* verify_file(o, path, e): a line for each record that is wrong and one for
 * the file, on o.  Returns 1: all is well; 0: not; -1 with *e set: it could
 * not be read. */
int verify_file(struct out *o, const char *path, struct err *e);

/* verify_end(o, n): after n files: what this does not show. */
void verify_end(struct out *o, int n);
#endif
