#ifndef FOLDER_H
#define FOLDER_H
/*
 * folder -- one that is the owner's alone, and that one run at a time has.
 */
#include "err.h"

/* folder_own(path, e): make it if it is not there.  Returns 0, or -1 with *e
 * set: ERR_USAGE if others may look into it. */
int folder_own(const char *path, struct err *e);

/* folder_lock(dir, e): a file that is open as long as the run has the folder,
 * or -1 with *e set. */
int folder_lock(const char *dir, struct err *e);
#endif
