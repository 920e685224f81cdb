#ifndef CELL_H
#define CELL_H
/*
 * cell -- text measured in columns of a terminal, and laid out in them.
 */
#include "out.h"
#include "str.h"

/* cell_width(s): columns that valid UTF-8 takes: 0 for what combines, 2 for
 * East Asian and emoji. */
size_t cell_width(struct str s);

/* cell_put(o, s): s with what would act on the terminal shown as '?': control
 * characters and those that turn the direction of writing; line breaks and
 * tabs become spaces. */
void cell_put(struct out *o, struct str s);

/* cell_cut(o, s, width): s in at most width columns (width > 0), else cut with
 * an ellipsis.  Returns the columns it took.  cell_fit(): padded to width. */
size_t cell_cut(struct out *o, struct str s, size_t width);
void cell_fit(struct out *o, struct str s, size_t width);

/* cell_wrap(o, s, indent, width): s broken at spaces into lines of at most
 * width columns, those after the first behind indent spaces; ends with a
 * newline. */
void cell_wrap(struct out *o, struct str s, size_t indent, size_t width);

/* cell_pad(o, n): n spaces. */
void cell_pad(struct out *o, size_t n);
#endif
