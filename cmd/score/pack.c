#include "pack.h"

#include <stdio.h>

#include "digest.h"
#include "json.h"
#include "rulejson.h"

const char *const level_name[LEVELS] = { "none", "note", "check",
	"indication" };

bool
texts_have(const struct texts *t, struct str s)
{
	for (size_t i = 0; i < t->n; i++)
		if (str_eq(t->v[i], s))
			return true;
	return false;
}

static void *
take(struct conf *f, size_t size, size_t n)
{
	void *p = arena_alloc(&f->mem, size, n + 1);

	if (p)
		memset(p, 0, size * (n + 1));
	else
		err_nomem(f->e);
	return p;
}

static int
read_texts(struct conf *f, yyjson_val *obj, const char *key, struct texts *t)
{
	yyjson_val *arr, *v;
	size_t i, max;

	if (conf_arr(f, obj, key, &arr) != 0)
		return -1;
	t->v = take(f, sizeof(*t->v), yyjson_arr_size(arr));
	if (!t->v)
		return -1;
	yyjson_arr_foreach(arr, i, max, v) {
		t->v[t->n] = json_str(v);
		if (!t->v[t->n++].n)
			return conf_err(f, v, "expected a text in quotes");
	}
	return 0;
}

static int
read_text2(struct conf *f, yyjson_val *obj, const char *key, bool must,
    struct text2 *t)
{
	yyjson_val *v = yyjson_obj_get(obj, key);

	if (!v)
		return must ? conf_missing(f, obj, key) : 0;
	if (conf_obj(f, v, "id en") != 0 ||
	    conf_str(f, v, "id", true, &t->id) != 0)
		return -1;
	return conf_str(f, v, "en", true, &t->en);
}

/* One of a list of names; v[0] is the default for an absent member. */
static int
read_name(struct conf *f, yyjson_val *obj, const char *key,
    const char *const *names, int n, int *v)
{
	yyjson_val *member = yyjson_obj_get(obj, key);

	if (!member)
		return 0;
	for (*v = 1; *v < n; ++*v)
		if (str_eq(json_str(member), str_from(names[*v])))
			return 0;
	return conf_err(f, member, "unknown; the first it may be is \"%s\"",
	    names[1]);
}

static int
read_stance(struct conf *f, yyjson_val *obj, enum stance *stance)
{
	static const char *const names[] = { "", "support", "oppose" };
	int v = STANCE_NONE;

	if (read_name(f, obj, "stance", names, 3, &v) != 0)
		return -1;
	*stance = (enum stance)v;
	return 0;
}

static int
read_condition(struct conf *f, yyjson_val *obj, struct condition *c)
{
	static const char *const names[] = { "", "negated", "all", "several",
		"before_draw", "before_named", "alone", "company",
		"headline", "opens", "quoted", "bare" };
	yyjson_val *v = yyjson_obj_get(obj, "when");
	int special = SPECIAL_NONE;

	if (!v)
		return 0;
	if (conf_obj(f, v, "types phases targets cues how special "
	        "within ahead") != 0 ||
	    read_texts(f, v, "types", &c->types) != 0 ||
	    read_texts(f, v, "phases", &c->phases) != 0 ||
	    read_texts(f, v, "targets", &c->targets) != 0 ||
	    read_texts(f, v, "cues", &c->cues) != 0 ||
	    read_texts(f, v, "how", &c->how) != 0 ||
	    conf_int(f, v, "within", 1, 100000, &c->within) != 0 ||
	    conf_bool(f, v, "ahead", &c->ahead) != 0 ||
	    read_name(f, v, "special", names,
	        sizeof(names) / sizeof(names[0]), &special) != 0)
		return -1;
	c->special = (enum special)special;
	return 0;
}

static int
read_parts(struct pack *p, struct conf *f)
{
	yyjson_val *arr, *v;
	size_t i, max;

	if (conf_arr(f, f->root, "parts", &arr) != 0)
		return -1;
	p->parts = take(f, sizeof(*p->parts), yyjson_arr_size(arr));
	if (!p->parts)
		return -1;
	yyjson_arr_foreach(arr, i, max, v) {
		struct part *part = &p->parts[p->n_parts++];

		if (conf_obj(f, v, "id group text weight stance when") != 0 ||
		    conf_str(f, v, "id", true, &part->id) != 0 ||
		    conf_str(f, v, "group", false, &part->group) != 0 ||
		    read_text2(f, v, "text", true, &part->text) != 0 ||
		    conf_int(f, v, "weight", -100, 100, &part->weight) != 0 ||
		    read_stance(f, v, &part->stance) != 0 ||
		    read_condition(f, v, &part->when) != 0)
			return -1;
		if (!part->weight)
			return conf_err(f, v, "no \"weight\" but 0");
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
	p->caps = take(f, sizeof(*p->caps), yyjson_arr_size(arr));
	if (!p->caps)
		return -1;
	yyjson_arr_foreach(arr, i, max, v) {
		struct cap *cap = &p->caps[p->n_caps++];
		int level = 0;

		if (conf_obj(f, v, "category level text") != 0 ||
		    conf_str(f, v, "category", true, &cap->category) != 0 ||
		    read_name(f, v, "level", level_name, LEVELS, &level) != 0 ||
		    read_text2(f, v, "text", true, &cap->text) != 0)
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
		if (read_text2(f, v, names[i], true, &p->words[i]) != 0)
			return -1;
	return yyjson_obj_size(v) == SAYS ? 0
	    : conf_err(f, v, "has a name that nobody asks for");
}

static int
read_pack(struct pack *p, struct conf *f)
{
	struct str unused;
	int32_t day;

	if (conf_obj(f, f->root, "pack version title note source valid_from "
	        "levels window undated_phase negation negations company "
	        "spoil caps words parts") != 0 ||
	    conf_str(f, f->root, "undated_phase", false,
	        &p->undated_phase) != 0 ||
	    conf_str(f, f->root, "pack", true, &p->name) != 0 ||
	    conf_str(f, f->root, "version", true, &p->version) != 0 ||
	    conf_str(f, f->root, "source", false, &unused) != 0 ||
	    read_text2(f, f->root, "title", true, &p->title) != 0 ||
	    conf_date(f, f->root, "valid_from", &day) != 0 ||
	    conf_int(f, f->root, "window", 1, 100000, &p->window) != 0 ||
	    conf_int(f, f->root, "negation", 0, 1000, &p->negation) != 0 ||
	    read_texts(f, f->root, "negations", &p->negations) != 0 ||
	    read_texts(f, f->root, "company", &p->company) != 0 ||
	    read_texts(f, f->root, "spoil", &p->spoil) != 0 ||
	    read_levels(p, f) != 0 || read_caps(p, f) != 0 ||
	    read_words(p, f) != 0)
		return -1;
	return read_parts(p, f);
}

static int
read_status(struct conf *f, yyjson_val *v, struct rule *r)
{
	struct texts towards = { 0 };

	if (read_texts(f, v, "towards", &towards) != 0)
		return -1;
	for (size_t i = 0; i < towards.n; i++) {
		if (str_eq(towards.v[i], STR("would-be")))
			r->would_be = true;
		else if (str_eq(towards.v[i], STR("candidate")))
			r->candidate = true;
		else
			return conf_err(f, yyjson_obj_get(v, "towards"),
			    "expected \"would-be\" or \"candidate\"");
	}
	return 0;
}

static int
read_rule(struct pack *p, struct conf *f, yyjson_val *v, struct rule *r)
{
	if (conf_obj(f, v, "id item tier towards stance when title explain "
	        "sanction decides law notes examples") != 0 ||
	    conf_str(f, v, "id", true, &r->id) != 0 ||
	    conf_str(f, v, "item", false, &r->item) != 0 ||
	    conf_str(f, v, "tier", false, &r->tier) != 0 ||
	    read_status(f, v, r) != 0 || read_stance(f, v, &r->stance) != 0 ||
	    read_condition(f, v, &r->when) != 0 ||
	    read_text2(f, v, "title", true, &r->title) != 0 ||
	    read_text2(f, v, "explain", true, &r->explain) != 0 ||
	    read_text2(f, v, "sanction", false, &r->sanction) != 0 ||
	    read_text2(f, v, "decides", false, &r->decides) != 0 ||
	    conf_arr(f, v, "law", &r->law) != 0)
		return -1;
	return rulejson_make(f, &p->files[1], r);
}

static int
read_rules(struct pack *p, struct conf *f, const char *key, struct rule **v,
    size_t *n)
{
	yyjson_val *arr, *item;
	size_t i, max;

	if (conf_arr(f, f->root, key, &arr) != 0)
		return -1;
	*v = take(f, sizeof(**v), yyjson_arr_size(arr));
	if (!*v)
		return -1;
	yyjson_arr_foreach(arr, i, max, item) {
		if (read_rule(p, f, item, &(*v)[*n]) != 0)
			return -1;
		for (size_t k = 0; k < *n; k++)
			if (str_eq((*v)[k].id, (*v)[*n].id))
				return conf_err(f, yyjson_obj_get(item, "id"),
				    "another rule has this id");
		++*n;
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
		    read_name(f, v, "mark", marks, 6, &mark) != 0)
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
	return rc;
}

int
pack_load(struct pack *p, const char *dir, struct err *e)
{
	static const char *const names[] = { "pack", "law", "rules" };
	char path[1024];

	*p = (struct pack){ .window = 160, .negation = 12 };
	for (int i = 0; i < 3; i++) {
		if ((size_t)snprintf(path, sizeof(path), "%s/%s.json", dir,
		        names[i]) >= sizeof(path))
			return err_set(e, ERR_USAGE, "%.200s: too long", dir);
		if (conf_open(&p->files[i], path, e) != 0)
			return -1;
	}
	if (read_pack(p, &p->files[0]) != 0 || check_law(&p->files[1]) != 0 ||
	    conf_obj(&p->files[2], p->files[2].root,
	        "note rules permitted not_detectable") != 0 ||
	    read_rules(p, &p->files[2], "rules", &p->rules, &p->n_rules) != 0 ||
	    read_rules(p, &p->files[2], "permitted", &p->permitted,
	        &p->n_permitted) != 0)
		return -1;
	return digest(p, e);
}

void
pack_release(struct pack *p)
{
	for (int i = 0; i < 3; i++)
		conf_release(&p->files[i]);
}
