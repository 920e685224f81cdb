#ifndef SOURCE_H
#define SOURCE_H
/*
 * source -- how a platform is asked, as data: sources/NAME.json, described in
 * netral-source(5).
 *
 * Every text points into the file it came from and lives until
 * sources_release().
 */
#include <stdint.h>

#include "conf.h"
#include "err.h"
#include "state.h"
#include "str.h"

enum { SOURCE_STATUS = 1000, SOURCE_PAGES = 1000 };

enum body { BODY_JSON, BODY_XML };

/* How the next page is asked for. */
enum paging {
	PAGING_NONE,
	PAGING_LINK,   /* Link: rel="next"                    */
	PAGING_NEXT,   /* its address is in the body          */
	PAGING_CURSOR, /* what is in the body goes into a parameter */
	PAGING_PAGE,   /* a number that grows by one          */
	PAGING_OFFSET, /* a number that grows by the items    */
};

enum { SOURCE_CARRY = 2 };

struct turn {
	enum paging type;
	struct str at;        /* where the cursor or the address is    */
	struct str parameter; /* of the URL or body, for it            */
	struct str url;       /* template with {cursor}, instead of it */
	struct str more;      /* pointer: false there is the end       */
	struct {
		struct str at, parameter; /* what goes along */
	} carry[SOURCE_CARRY];
	size_t n_carry;
	int64_t first;        /* page or offset of the first page      */
	int64_t pages;        /* at most so many                       */
};

struct words {
	struct str *v;
	size_t n;
};

/* XML: where the items are. */
struct items {
	struct words roots;    /* names the document may have  */
	struct words elements; /* names of an item             */
	struct words dates;    /* names of its date, best first */
};

/* So many questions to a host in so many seconds; 0: as many as one likes. */
struct limits {
	int64_t requests, seconds;
};

enum whose { WHOSE_ALL, WHOSE_EMPLOYEE, WHOSE_CANDIDATE };

enum { SOURCE_LISTS = 32, SOURCE_TOP = -1 };

/* A list that can be asked for: a timeline, another list of an account, or who
 * did something with an item. */
struct list {
	struct str name;       /* { NULL, 0 }: the timeline                */
	struct str url, post;  /* templates; post { NULL, 0 }: a GET       */
	struct str at;         /* JSON Pointer to the items                */
	struct str id, published, uri, page; /* pointers in an item        */
	struct str since;      /* parameter: what is newer than this id    */
	struct str none;       /* if there is no list: 0 here says so      */
	struct turn turn;
	struct limits limits;  /* of its own; 0: those of the source       */
	enum whose whose;      /* of an account: whose it is asked for     */
	int of;                /* of an item: of which interaction's; or
	                          SOURCE_TOP, the timeline's               */
	struct str count;      /* pointer in that item: 0, none to ask for */
	struct str have;       /* and so many it already shows, a list     */
	int64_t most;          /* the platform never shows more; 0         */
	struct str cut;        /* in an answer: it does not show all       */
};

/* An answer that is not what was asked for: the first rule that fits it. */
struct rule {
	int64_t status;            /* 0: any               */
	struct str type, contains; /* { NULL, 0 }: any     */
	enum state state;
};

/* Headers that say how much of what is granted is used up. */
struct usage {
	struct words headers, percent, minutes; /* names in them          */
	int64_t from; /* per cent from which on questions come slower     */
};

struct source {
	struct str name, title, documentation, accept;
	enum body body;
	struct words platforms;
	struct words feeds;   /* types of those that a web page may name */
	struct list timeline;
	struct items items;
	struct list *lists, *interactions;
	size_t n_lists, n_interactions;
	int64_t window_days;  /* the timeline is asked for in such pieces; 0 */
	struct resolve { /* what to ask for first: it is then {account_id} */
		struct str handle, id, at; /* { NULL, 0 }: no need  */
	} resolve;
	struct {
		struct str url, at; /* whose host is then {home} */
	} home;
	struct limits limits;
	struct usage usage;
	bool robots;          /* ask /robots.txt first */
	unsigned char by_status[SOURCE_STATUS]; /* enum state; STATE_N: none */
	struct rule *rules;
	size_t n_rules;
	struct str token_env;      /* { NULL, 0 }: no key   */
	struct str token_header;   /* "Authorization: Bearer " */
	bool token_must;           /* without it there is nothing to ask */
	struct str token;          /* see token.h; { NULL, 0 }: there is none */
	struct str token_mark;     /* tells keys apart and not what they are */
	struct words token_hosts;  /* and who may be shown it */
	struct str own_env, own_id; /* who the office is there */
	struct conf conf;
};

/* source_usable(s): has it the key and the id that it cannot be without? */
static inline bool
source_usable(const struct source *s)
{
	return (!s->token_must || s->token.n) && (!s->own_env.n || s->own_id.n);
}
#endif
