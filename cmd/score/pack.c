#include "pack.h"

#include <stdio.h>

#include "digest.h"
#include "json.h"
#include "part.h"
#include "rulejson.h"
#include "rules.h"

const char *const level_name[LEVELS] = { "none", "note", "check",
	"indication" };

const struct part *
pack_part(const struct pack *p, struct str id)
{
	for (size_t i = 0; i < p->n_parts; i++)
		if (str_eq(p->parts[i].id, id))
			return &p->parts[i];
	return NULL;
}

/* Note by which words part number i can be found. */
static void
index_part(struct pack *p, unsigned i)
{
	const struct condition *c = &p->parts[i].when;
	const struct set none = { { 1 } }; /* NAME_NONE */
	const struct set *by = c->asks & ASK_CUES ? &c->cues
	    : c->asks & ASK_TARGETS ? &c->targets
	    : c->asks & ASK_HOW ? &c->how : &none;

	for (unsigned n = set_next(by, 0); n <= NAMES_MAX;
	     n = set_next(by, n + 1))
		p->may[n].bits[i / 64] |= UINT64_C(1) << i % 64;
}

static int
read_parts(struct pack *p, struct conf *f)
{
	yyjson_val *arr, *v;
	size_t i, max;

	if (conf_arr(f, f->root, "parts", &arr) != 0)
		return -1;
	if (yyjson_arr_size(arr) > NAMES_MAX + 1)
		return conf_err(f, arr, "at most %d parts", NAMES_MAX + 1);
	p->parts = part_room(f, sizeof(*p->parts), yyjson_arr_size(arr));
	if (!p->parts)
		return -1;
	yyjson_arr_foreach(arr, i, max, v) {
		struct part *part = &p->parts[p->n_parts++];

		if (conf_obj(f, v, "id group text weight stance when") != 0 ||
		    part_read(f, &p->names, v, part) != 0)
			return -1;
		if (pack_part(p, part->id) != part)
			return conf_err(f, yyjson_obj_get(v, "id"),
			    "another part has this id");
		if (part->stance == STANCE_OPPOSE && part->weight > 0)
			set_join(&p->opposing, &part->when.cues);
		p->asks |= part->when.asks;
		index_part(p, (unsigned)i);
	}
	return 0;
}

static int
read_own_posts(struct pack *p, struct conf *f)
{
	yyjson_val *arr, *v;
	size_t i, max;

	if (conf_arr(f, f->root, "own_posts", &arr) != 0)
		return -1;
	p->own_posts = part_room(f, sizeof(*p->own_posts),
	    yyjson_arr_size(arr));
	if (!p->own_posts)
		return -1;
	yyjson_arr_foreach(arr, i, max, v) {
		if (!json_str(v).n)
			return conf_err(f, v, "expected a text in quotes");
		p->own_posts[p->n_own_posts++] = json_str(v);
	}
	return 0;
}

static int
read_levels(struct pack *p, struct conf *f)
{
	yyjson_val *v = yyjson_obj_get(f->root, "levels");

	if (!v)
		return conf_missing(f, f->root, "levels");
	if (conf_obj(f, v, "note check indication") != 0)
		return -1;
	for (int i = LEVEL_NOTE; i < LEVELS; i++) {
		if (conf_int(f, v, level_name[i], 1, 1000,
		        &p->threshold[i]) != 0)
			return -1;
		if (p->threshold[i] <= p->threshold[i - 1])
			return conf_err(f, v, "note, check and indication "
			    "must rise from 1");
	}
	return 0;
}

static int
read_caps(struct pack *p, struct conf *f)
{
	yyjson_val *arr, *v;
	size_t i, max;

	if (conf_arr(f, f->root, "caps", &arr) != 0)
		return -1;
	p->caps = part_room(f, sizeof(*p->caps), yyjson_arr_size(arr));
	if (!p->caps)
		return -1;
	yyjson_arr_foreach(arr, i, max, v) {
		struct cap *cap = &p->caps[p->n_caps++];
		int level = 0;

		if (conf_obj(f, v, "category level text") != 0 ||
		    conf_str(f, v, "category", true, &cap->category) != 0 ||
		    part_name(f, v, "level", level_name, LEVELS, &level) != 0 ||
		    part_text2(f, v, "text", true, &cap->text) != 0)
			return -1;
		cap->level = (enum level)level;
	}
	return 0;
}

static int
read_words(struct pack *p, struct conf *f)
{
	static const char *const names[SAYS] = { "none", "note", "check",
		"indication", "weight", "rule", "law", "sanction", "target",
		"supports", "opposes", "for", "against", "nothing",
		"permitted", "undated", "otherwise", "human", "phase",
		"from_check", "from_indication" };
	yyjson_val *v = yyjson_obj_get(f->root, "words");

	if (!v)
		return conf_missing(f, f->root, "words");
	for (int i = 0; i < SAYS; i++)
		if (part_text2(f, v, names[i], true, &p->words[i]) != 0)
			return -1;
	return yyjson_obj_size(v) == SAYS ? 0
	    : conf_err(f, v, "has a name that nobody asks for");
}

static int
read_sets(struct pack *p, struct conf *f)
{
	struct names *t = &p->names;
	bool any;

	if (part_set(f, t, f->root, "no_numbers", &p->no_numbers, &any) != 0 ||
	    part_set(f, t, f->root, "negations", &p->negations, &any) != 0 ||
	    part_set(f, t, f->root, "company", &p->company, &any) != 0)
		return -1;
	return part_set(f, t, f->root, "spoil", &p->spoil, &any);
}

static int
read_pack(struct pack *p, struct conf *f)
{
	struct str unused;

	p->from = p->until = DAY_NONE;
	if (conf_obj(f, f->root, "pack version title note source valid_from "
	        "valid_until levels window undated_phase no_numbers negation negations "
	        "company spoil own_posts caps words parts") != 0 ||
	    conf_str(f, f->root, "undated_phase", false,
	        &p->undated_phase) != 0 ||
	    conf_str(f, f->root, "pack", true, &p->name) != 0 ||
	    conf_str(f, f->root, "version", true, &p->version) != 0 ||
	    conf_str(f, f->root, "source", false, &unused) != 0 ||
	    part_text2(f, f->root, "title", true, &p->title) != 0 ||
	    conf_date(f, f->root, "valid_from", &p->from) != 0 ||
	    conf_date(f, f->root, "valid_until", &p->until) != 0 ||
	    conf_int(f, f->root, "window", 1, 100000, &p->window) != 0 ||
	    conf_int(f, f->root, "negation", 0, 1000, &p->negation) != 0 ||
	    read_sets(p, f) != 0 || read_own_posts(p, f) != 0 ||
	    read_levels(p, f) != 0 || read_caps(p, f) != 0 ||
	    read_words(p, f) != 0)
		return -1;
	return read_parts(p, f);
}

static int
read_exception(struct conf *f, struct names *t, yyjson_val *v,
    struct exception *x)
{
	x->from = x->until = DAY_NONE;
	if (conf_obj(f, v, "id text weight when owner from until why") != 0 ||
	    part_read(f, t, v, &x->part) != 0 ||
	    conf_str(f, v, "owner", true, &x->owner) != 0 ||
	    conf_date(f, v, "from", &x->from) != 0 ||
	    conf_date(f, v, "until", &x->until) != 0)
		return -1;
	if (x->until == DAY_NONE)
		return conf_missing(f, v, "until");
	if (x->part.weight > 0)
		return conf_err(f, v, "an exception speaks against: its "
		    "weight is below 0");
	return 0;
}

int
pack_exceptions(struct pack *p, const char *path, struct err *e)
{
	struct conf *f = &p->files[3];
	yyjson_val *arr, *v;
	size_t i, max;

	if (conf_open(f, path, e) != 0 ||
	    conf_obj(f, f->root, "note exceptions") != 0 ||
	    conf_arr(f, f->root, "exceptions", &arr) != 0)
		return -1;
	p->exceptions = part_room(f, sizeof(*p->exceptions), yyjson_arr_size(arr));
	if (!p->exceptions)
		return -1;
	yyjson_arr_foreach(arr, i, max, v) {
		struct exception *x = &p->exceptions[p->n_exceptions++];

		if (read_exception(f, &p->names, v, x) != 0)
			return -1;
		p->asks |= x->part.when.asks;
	}
	return 0;
}

/* The instruments that rules refer to: {"id": {"title", ...}, ...}. */
static int
check_law(struct conf *f)
{
	static const char *const marks[] = { "", "official", "press",
		"inferred", "conflict", "not verified" };
	yyjson_val *key, *v;
	struct str text;
	size_t i, max;
	int mark;

	if (!yyjson_is_obj(f->root))
		return conf_err(f, f->root, "expected an object");
	yyjson_obj_foreach(f->root, i, max, key, v) {
		int32_t day;

		if (conf_obj(f, v, "title date url mark note") != 0 ||
		    conf_str(f, v, "title", true, &text) != 0 ||
		    conf_date(f, v, "date", &day) != 0 ||
		    conf_str(f, v, "url", false, &text) != 0 ||
		    part_name(f, v, "mark", marks, 6, &mark) != 0)
			return -1;
	}
	return 0;
}

/* The digest that a record carries covers the three files in their order. */
static int
digest(struct pack *p, struct err *e)
{
	struct buf all = { 0 };
	int rc;

	for (int i = 0; i < 3; i++)
		buf_put(&all, p->files[i].text);
	rc = buf_check(&all, e);
	if (rc == 0)
		digest_sha256(buf_str(&all), p->sha256);
	buf_release(&all);
	return rc == 0 ? rulejson_pack(p) : -1;
}

int
pack_load(struct pack *p, const char *dir, struct err *e)
{
	static const char *const names[] = { "pack", "law", "rules" };
	char path[1024];

	*p = (struct pack){ .window = 160, .negation = 12 };
	names_init(&p->names);
	for (int i = 0; i < 3; i++) {
		if ((size_t)snprintf(path, sizeof(path), "%s/%s.json", dir,
		        names[i]) >= sizeof(path))
			return err_set(e, ERR_USAGE, "%.200s: too long", dir);
		if (conf_open(&p->files[i], path, e) != 0)
			return -1;
	}
	if (read_pack(p, &p->files[0]) != 0 || check_law(&p->files[1]) != 0 ||
	    rules_read(p, &p->files[2]) != 0)
		return -1;
	return digest(p, e);
}

void
pack_release(struct pack *p)
{
	for (int i = 0; i < 4; i++)
		conf_release(&p->files[i]);
}
