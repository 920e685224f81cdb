#ifndef SOURCE_H
#define SOURCE_H
/*
 * source -- how a platform is asked, as data: sources/NAME.json, described in
 * netral-source(5).
 *
 * Every text points into the file it came from and lives until
 * source_release().
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

struct words {
	struct str *v;
	size_t n;
};

struct items { /* where the items of an answer are */
	struct str at;        /* JSON Pointer to the list            */
	struct str id, published, uri, url; /* pointers in an item   */
	struct str none;       /* if there is no list: 0 here says so */
	struct words roots;    /* XML: names the document may have    */
	struct words elements; /* XML: names of an item               */
	struct words dates;    /* XML: names of its date, best first  */
};

struct interaction { /* who liked or shared one item */
	struct str name, url, at;
};

/* An answer that is not what was asked for: the first rule that fits it. */
struct rule {
	int64_t status;            /* 0: any               */
	struct str type, contains; /* { NULL, 0 }: any     */
	enum state state;
};

struct source {
	struct str name, title, documentation, accept, timeline;
	enum body body;
	struct words platforms;
	enum paging paging;
	struct str next_at;   /* where the cursor or the address is */
	struct str parameter; /* of the URL, for it                 */
	int64_t first;        /* page or offset of the first page   */
	int64_t pages; /* at most so many of one list    */
	struct resolve { /* what to ask for first: it is then {account_id} */
		struct str handle, id, at; /* { NULL, 0 }: no need  */
	} resolve;
	int64_t budget, budget_s; /* questions to a host in so many seconds */
	bool robots;          /* ask /robots.txt first */
	struct items items;
	struct interaction *interactions;
	size_t n_interactions;
	unsigned char by_status[SOURCE_STATUS]; /* enum state; STATE_N: none */
	struct rule *rules;
	size_t n_rules;
	struct str token_env;      /* { NULL, 0 }: no key   */
	struct str token_header;   /* "Authorization: Bearer " */
	bool token_must;           /* without it there is nothing to ask */
	struct str token;          /* see token.h; { NULL, 0 }: there is none */
	struct words token_hosts;  /* and who may be shown it */
	struct conf conf;
};

struct sources {
	struct source *v;
	size_t n;
	struct arena mem;
};

/* source_load(all, http, e): every file of share/netral/sources; http also
 * allows templates of http: URLs.  Returns 0, or -1 with *e set. */
int source_load(struct sources *all, bool http, struct err *e);

/* source_named(all, name), source_for(all, platform): NULL if none. */
const struct source *source_named(const struct sources *all, struct str name);
const struct source *source_for(const struct sources *all,
    struct str platform);

/* source_release(all): safe on an all-zero struct. */
void source_release(struct sources *all);
#endif
