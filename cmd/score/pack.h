#ifndef PACK_H
#define PACK_H
/*
 * pack -- a law as data: its instruments, its rules, and how much each sign
 * weighs.  netral-pack(5) describes the files; no rule of any law is in C.
 */
#include "conf.h"
#include "contest.h"
#include "names.h"

enum stance { STANCE_NONE, STANCE_SUPPORT, STANCE_OPPOSE };

/* What the C code can tell about an act beside what `match` listed. */
enum special {
	SPECIAL_NONE,
	SPECIAL_NEGATED,      /* a word of support stands under a negation   */
	SPECIAL_ALL,          /* every candidate of the contest is named     */
	SPECIAL_SEVERAL,      /* more than one is named, but not all         */
	SPECIAL_BEFORE_DRAW,  /* a ballot number before the numbers were drawn */
	SPECIAL_BEFORE_NAMED, /* named before anyone was even would-be       */
	SPECIAL_ALONE,        /* only ordinary words, without company        */
	SPECIAL_COMPANY,      /* two kinds of signs point to the same one    */
	SPECIAL_HEADLINE,     /* written like a headline: Most Words Capital */
	SPECIAL_OPENS,        /* the cue begins its sentence                 */
	SPECIAL_QUOTED,       /* words that would count stand in quotation marks */
	SPECIAL_BARE,         /* nothing but tags, symbols, names of accounts */
};

/* The candidate is the employee's husband or wife; the two differ by the leave
 * that the employee has taken for it, or not. */
enum spouse { SPOUSE_NONE, SPOUSE_ON_LEAVE, SPOUSE_AT_WORK };

/* Which lists of a condition ask something. */
enum {
	ASK_TYPES = 1, ASK_PHASES = 2, ASK_TARGETS = 4, ASK_CUES = 8,
	ASK_ALSO = 16, ASK_HOW = 32,
	ASK_OBJECT = 64, ASK_ATTACHED = 128, ASK_HAS = 256,
};

/* When a part, a rule or a permission applies. */
struct condition {
	unsigned asks;       /* ASK_*                            */
	struct set types;    /* of the activity                  */
	struct set phases;   /* of the contest on that day       */
	struct set targets;  /* kinds that stand in the text     */
	struct set cues;     /* near the target                  */
	struct set also;     /* and one of these cues, too       */
	struct set how;      /* relations to a campaign account  */
	struct set object;   /* types of the object              */
	struct set attached; /* types of what is attached to it  */
	struct set has;      /* names of its members             */
	enum special special;
	enum spouse spouse;
	int64_t within; /* code points between the cue and a target; 0: any */
	bool ahead;     /* the cue stands before the target                 */
};

struct part {
	struct str id, group; /* of one group only the heaviest counts */
	struct text2 text;
	int64_t weight;
	enum stance stance;
	struct condition when;
	struct str json;      /* what a record says of it, ready made */
};

/* A local exception: a part with an owner and a last day. */
struct exception {
	struct part part;
	struct str owner;
	int32_t from, until; /* days, inclusive */
};

/* An item of the law that no rule can see, and why. */
struct unseen {
	struct str item;
	struct text2 title, why, sanction;
	yyjson_val *law;
};

struct rule {
	struct str id, item, tier;
	bool would_be, candidate; /* towards whom the rule speaks        */
	int32_t from, until;      /* in force, inclusive; DAY_NONE: open */
	struct set kinds;         /* of contests                         */
	bool any_kind;
	int64_t least;            /* weight for it to be cited           */
	struct str *guards;       /* parts that keep it from being cited */
	size_t n_guards;
	enum stance stance;       /* STANCE_NONE: of either              */
	struct condition when;
	struct text2 title, explain, sanction, decides;
	yyjson_val *law;          /* list of {"ref","article"}           */
	struct str json;          /* what every finding says, ready made */
};

enum level { LEVEL_NONE, LEVEL_NOTE, LEVEL_CHECK, LEVEL_INDICATION, LEVELS };

extern const char *const level_name[LEVELS];

struct cap { /* a category of staff the rules do not speak of */
	struct str category;
	enum level level;
	struct text2 text;
};

/* The words of --explain, by their names in pack.json. */
enum say {
	SAY_LEVEL_NONE, SAY_LEVEL_NOTE, SAY_LEVEL_CHECK, SAY_LEVEL_INDICATION,
	SAY_WEIGHT, SAY_RULE, SAY_LAW, SAY_SANCTION, SAY_TARGET,
	SAY_STANCE_FOR, SAY_STANCE_AGAINST, SAY_FOR, SAY_AGAINST, SAY_NOTHING,
	SAY_PERMITTED, SAY_UNDATED, SAY_OTHERWISE, SAY_HUMAN, SAY_PHASE,
	SAY_FROM_CHECK, SAY_FROM_INDICATION, SAYS,
};

struct pack {
	struct str name, version;
	struct text2 title;
	int32_t from, until;        /* in force, inclusive; DAY_NONE: open */
	char sha256[65];            /* of the files, in order            */
	struct str json;            /* name, version, digest, ready made */
	int64_t threshold[LEVELS];
	int64_t window;             /* code points between cue and target */
	int64_t negation;           /* and between a negation and a cue   */
	struct str undated_phase;   /* in which an act without a date is judged */
	struct names names;         /* all words that the pack asks for   */
	unsigned asks;              /* ASK_* of any condition,            */
	unsigned allows;            /* and of what is permitted           */
	struct set no_numbers;      /* phases in which a number is none   */
	struct set negations;       /* cue ids                            */
	struct set company;         /* cue ids that keep ordinary words   */
	struct set spoil;           /* cue ids that undo such company     */
	struct set opposing;        /* cues that weigh against somebody   */
	struct str *own_posts;      /* how their addresses begin          */
	size_t n_own_posts;
	struct cap *caps;
	size_t n_caps;
	struct text2 words[SAYS];
	struct part *parts;
	size_t n_parts;             /* at most NAMES_MAX + 1             */
	struct set may[NAMES_MAX + 1]; /* by a name in the record: parts,
	                               by their place, that may apply; may[0]
	                               always                            */
	struct rule *rules;
	size_t n_rules;
	struct rule *permitted;
	size_t n_permitted;
	struct unseen *unseen;
	size_t n_unseen;
	struct exception *exceptions;
	size_t n_exceptions;
	struct conf files[4];       /* pack, law, rules; exceptions, if any */
};

/* pack_load(p, dir, e): read DIR/pack.json, law.json and rules.json.
 * Returns 0, or -1 with *e set ("FILE:LINE:COL: ..."). */
int pack_load(struct pack *p, const char *dir, struct err *e);

/* pack_exceptions(p, path, e): add an office's own, netral-pack(5). */
int pack_exceptions(struct pack *p, const char *path, struct err *e);

/* pack_part(p, id): the part of that id, or NULL. */
const struct part *pack_part(const struct pack *p, struct str id);

void pack_release(struct pack *p);
#endif
