#ifndef PEER_H
#define PEER_H
/*
 * peer -- what the parts of the program beside match share: the patterns
 * (peer_words.c), the scan (hyperscan.c), the roster (peer_roster.c), and the
 * rest of match's job (peer_job.c).
 */
#include <hs.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <yyjson.h>

struct slice { const char *p; size_t n; };

#define S(lit) ((struct slice){ lit, sizeof(lit) - 1 })

static inline bool
same(struct slice a, struct slice b)
{
	return a.n == b.n && memcmp(a.p, b.p, a.n) == 0;
}

/* One line of netral-match --words, and the JSON of its hits around the place
 * and text. */
struct word {
	struct slice text, front, back;
	char *lower;
	bool cue, told; /* told: a hit of it is written */
};

/* All words with one text, case aside. */
struct pattern {
	const struct word *words;
	size_t n;
	bool target, cue; /* has it such words that are told? */
};

struct patterns {
	struct pattern *v;
	size_t n;
	hs_database_t *db;
	hs_scratch_t *scratch;
};

/* put(s): to standard output, by way of a buffer.  room(n): where n bytes more
 * can be written in it, NULL if it never has so many; put_end(end): so far they
 * were. */
void put(struct slice s);
char *room(size_t n);
void put_end(const char *end);

/* put_number(p, v): digits at p; returns what is behind them. */
char *put_number(char *p, size_t v);

static inline bool
is_word(unsigned char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' &&
	    (c | 0x20) <= 'z') || c == '_';
}

/* at_edges(text, from, to): is there no word's byte on both sides of an end,
 * and no handle? */
static inline bool
at_edges(struct slice text, size_t from, size_t to)
{
	const unsigned char *p = (const unsigned char *)text.p;

	return !(from && is_word(p[from]) && (is_word(p[from - 1]) ||
	    p[from - 1] == '@')) &&
	    !(to < text.n && is_word(p[to]) && is_word(p[to - 1]));
}

/* field(v, key): the text of a member, empty if there is none. */
struct slice field(yyjson_val *v, const char *key);

/* patterns_compile(p, path): the lines of netral-match --words. */
void patterns_compile(struct patterns *p, const char *path);

struct account {
	struct slice platform, id, handle;
	struct slice who; /* the owner's JSON; empty: no employee */
	int32_t from, to; /* days, both included                  */
};

enum { DAY_OPEN = INT32_MAX };

/* day_of(s): the day of an RFC 3339 instant at UTC+7; DAY_OPEN: it is none. */
int32_t day_of(struct slice s);

/* roster_read(employees, accounts): both tables.  roster_find(...): the account
 * with that id, or else that handle and no other id, on its day; or NULL. */
void roster_read(const char *employees, const char *accounts);
const struct account *roster_find(struct slice platform, struct slice id,
    struct slice handle, int32_t day, bool by_handle);

/* job_line(p, line, root): do for it what match does. */
void job_line(const struct patterns *p, struct slice line, yyjson_val *root);
#endif
