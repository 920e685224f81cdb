#ifndef HTML_H
#define HTML_H
/*
 * html -- the small pieces of a page.  No byte of the input gets into it but
 * through html_put(), which escapes it.
 */
#include <yyjson.h>

#include "view.h"

/* html_raw(v, markup): as it is. */
void html_raw(struct view *v, const char *markup);

/* html_put(v, s): text, also within "attributes", which stand in double quotes
 * only.  Control characters and
 * those that turn the direction of writing are shown by number instead. */
void html_put(struct view *v, struct str s);

/* html_text(v, key): the report's own words. */
void html_text(struct view *v, enum text_key key);

/* html_tag(v, before, s, after): markup, text, markup. */
void html_tag(struct view *v, const char *before, struct str s,
    const char *after);

/* html_bdi(v, s): text of strangers, which may run the other way. */
void html_bdi(struct view *v, struct str s);

/* html_link(v, url, label): a link if the url is http or https without spaces
 * or control characters; else the label, and the url as text. */
void html_link(struct view *v, struct str url, struct str label);

/* html_open(v, url, key): the same with words of the report's own as label. */
void html_open(struct view *v, struct str url, enum text_key key);

/* html_time(v, m): <time>, or nothing if not known. */
void html_time(struct view *v, const struct moment *m);

/* html_term(v, key, s): a row of a <dl>, nothing if s is empty; without the end
 * tags that HTML lets go, as there are many on a page.
 * html_term_open() leaves the <dd> open: the caller ends it by html_raw(). */
void html_term(struct view *v, enum text_key key, struct str s);
void html_term_open(struct view *v, enum text_key key);

/* html_number(v, n) */
void html_number(struct view *v, int64_t n);

/* html_level(v, names, level): the chip that names a level; names is the
 * family of texts, "level" or "level_short". */
void html_level(struct view *v, const char *names, enum level level);

/* html_numbers(v, part, n): the section of the numbers in one line, which the
 * caller ends. */
void html_numbers(struct view *v, const struct str *part, size_t n);
#endif
