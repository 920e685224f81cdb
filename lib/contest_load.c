/* Reading contest.json; what it means is asked in contest.c. */
#include "contest.h"

#include <stdlib.h>

#include "instant.h"
#include "json.h"

enum { MEM_FIRST = 1 << 16, MEM_MAX = 256 << 20, NUMBER_MAX = 9999 };

static void *
take(struct contests *all, struct conf *f, size_t size, size_t n)
{
	void *p = arena_alloc(&all->mem, size, n ? n : 1);

	if (p)
		memset(p, 0, size * n);
	else
		err_nomem(f->e);
	return p;
}

/* A list of texts, none of them empty. */
static int
read_texts(struct contests *all, struct conf *f, yyjson_val *obj,
    const char *key, struct str **v, size_t *n)
{
	yyjson_val *arr, *item;
	size_t i, max;

	if (conf_arr(f, obj, key, &arr) != 0)
		return -1;
	*n = 0;
	if (!arr)
		return 0;
	*v = take(all, f, sizeof(**v), yyjson_arr_size(arr));
	if (!*v)
		return -1;
	yyjson_arr_foreach(arr, i, max, item) {
		(*v)[*n] = json_str(item);
		if (!(*v)[(*n)++].n)
			return conf_err(f, item, "expected a text in quotes");
	}
	return 0;
}

/* {"id": "...", "en": "..."}; English may be absent. */
static int
read_text2(struct conf *f, yyjson_val *obj, const char *key, struct text2 *t)
{
	yyjson_val *v = yyjson_obj_get(obj, key);

	if (!v)
		return 0;
	if (conf_obj(f, v, "id en") != 0 ||
	    conf_str(f, v, "id", true, &t->id) != 0 ||
	    conf_str(f, v, "en", false, &t->en) != 0)
		return -1;
	if (!t->en.n)
		t->en = t->id;
	return 0;
}

static int
read_account(struct conf *f, yyjson_val *v, struct account *a)
{
	a->from = a->to = DAY_NONE;
	if (conf_obj(f, v, "platform account_id handle url registered_on "
	        "withdrawn_on") != 0 ||
	    conf_str(f, v, "platform", true, &a->platform) != 0 ||
	    conf_str(f, v, "account_id", false, &a->id) != 0 ||
	    conf_str(f, v, "handle", false, &a->handle) != 0 ||
	    conf_str(f, v, "url", false, &a->url) != 0 ||
	    conf_date(f, v, "registered_on", &a->from) != 0 ||
	    conf_date(f, v, "withdrawn_on", &a->to) != 0)
		return -1;
	if (!a->id.n && !a->handle.n && !a->url.n)
		return conf_err(f, v,
		    "needs an account_id, a handle or a url");
	if (a->to != DAY_NONE)
		a->to--;
	return 0;
}

static int
read_party(struct contests *all, struct conf *f, yyjson_val *v,
    struct party *p)
{
	if (conf_obj(f, v, "id name aliases") != 0 ||
	    conf_str(f, v, "id", true, &p->id) != 0 ||
	    conf_str(f, v, "name", true, &p->name) != 0)
		return -1;
	return read_texts(all, f, v, "aliases", &p->aliases, &p->n_aliases);
}

static int
read_person(struct contests *all, struct conf *f, yyjson_val *v,
    struct person *p)
{
	if (conf_obj(f, v, "id name role aliases") != 0 ||
	    conf_str(f, v, "id", true, &p->id) != 0 ||
	    conf_str(f, v, "name", true, &p->name) != 0 ||
	    read_text2(f, v, "role", &p->role) != 0)
		return -1;
	return read_texts(all, f, v, "aliases", &p->aliases, &p->n_aliases);
}

/* Read a list of objects by `one`: v[0..n-1] of size bytes each. */
#define READ_LIST(all, f, obj, key, v, n, one) do { \
	yyjson_val *arr_, *item_; \
	size_t i_, max_; \
	if (conf_arr(f, obj, key, &arr_) != 0) \
		return -1; \
	(v) = take(all, f, sizeof(*(v)), yyjson_arr_size(arr_)); \
	if (!(v)) \
		return -1; \
	yyjson_arr_foreach(arr_, i_, max_, item_) \
		if (one((f), item_, &(v)[(n)++]) != 0) \
			return -1; \
} while (0)

static struct party *
find_party(const struct contest *c, struct str id)
{
	for (size_t i = 0; i < c->n_parties; i++)
		if (str_eq(c->parties[i].id, id))
			return &c->parties[i];
	return NULL;
}

static int
read_party_refs(struct contests *all, struct conf *f, yyjson_val *v,
    const struct contest *contest, struct candidate *c)
{
	yyjson_val *arr, *item;
	size_t i, max;

	if (conf_arr(f, v, "parties", &arr) != 0)
		return -1;
	c->parties = take(all, f, sizeof(*c->parties), yyjson_arr_size(arr));
	if (!c->parties)
		return -1;
	yyjson_arr_foreach(arr, i, max, item) {
		struct party *p = find_party(contest, json_str(item));

		if (!p)
			return conf_err(f, item,
			    "no party with this id in \"parties\"");
		c->parties[c->n_parties++] = p;
	}
	return 0;
}

static int
read_people(struct contests *all, struct conf *f, yyjson_val *v,
    struct candidate *c)
{
#define PERSON(file, item, p) read_person(all, file, item, p)
	READ_LIST(all, f, v, "people", c->people, c->n_people, PERSON);
#undef PERSON
	if (!c->n_people)
		return conf_err(f, v, "no \"people\" here");
	return 0;
}

static int
read_span(struct conf *f, yyjson_val *v, const struct candidate *c,
    struct span *s)
{
	s->from = s->to = DAY_NONE;
	if (conf_obj(f, v, "text from to") != 0 ||
	    conf_str(f, v, "text", true, &s->text) != 0 ||
	    conf_date(f, v, "from", &s->from) != 0 ||
	    conf_date(f, v, "to", &s->to) != 0)
		return -1;
	if (!candidate_called(c, s->text))
		return conf_err(f, yyjson_obj_get(v, "text"), "no name, ticket, "
		    "slogan, hashtag or symbol is spelt like this");
	if (s->from != DAY_NONE && s->to != DAY_NONE && s->to < s->from)
		return conf_err(f, yyjson_obj_get(v, "to"), "is before \"from\"");
	return 0;
}

static int
read_words(struct contests *all, struct conf *f, yyjson_val *v,
    struct candidate *c)
{
	if (read_texts(all, f, v, "slogans", &c->slogans, &c->n_slogans) ||
	    read_texts(all, f, v, "hashtags", &c->hashtags, &c->n_hashtags) ||
	    read_texts(all, f, v, "symbols", &c->symbols, &c->n_symbols) ||
	    read_texts(all, f, v, "ambiguous", &c->ambiguous, &c->n_ambiguous))
		return -1;
#define SPAN(file, item, s) read_span(file, item, c, s)
	READ_LIST(all, f, v, "valid", c->valid, c->n_valid, SPAN);
#undef SPAN
	return 0;
}

static int
read_dates(struct conf *f, yyjson_val *v, struct candidate *c)
{
	c->drawn_on = c->would_be_from = c->designated_on = DAY_NONE;
	if (conf_int(f, v, "number", 1, NUMBER_MAX, &c->number) != 0 ||
	    conf_date(f, v, "drawn_on", &c->drawn_on) != 0 ||
	    conf_date(f, v, "would_be_from", &c->would_be_from) != 0 ||
	    conf_date(f, v, "designated_on", &c->designated_on) != 0)
		return -1;
	if (c->number && c->drawn_on == DAY_NONE)
		return conf_err(f, yyjson_obj_get(v, "number"),
		    "a number needs the day it was drawn, \"drawn_on\"");
	if (c->would_be_from != DAY_NONE && c->designated_on != DAY_NONE &&
	    c->would_be_from > c->designated_on)
		return conf_err(f, yyjson_obj_get(v, "would_be_from"),
		    "is after \"designated_on\"");
	return 0;
}

static int
read_candidate(struct contests *all, struct conf *f, yyjson_val *v,
    struct contest *contest, struct candidate *c)
{
	c->contest = contest;
	if (conf_obj(f, v, "id ticket people number drawn_on would_be_from "
	        "designated_on parties slogans hashtags symbols ambiguous "
	        "valid accounts") != 0 ||
	    conf_str(f, v, "id", true, &c->id) != 0 ||
	    conf_str(f, v, "ticket", false, &c->ticket) != 0 ||
	    read_people(all, f, v, c) != 0 || read_dates(f, v, c) != 0 ||
	    read_party_refs(all, f, v, contest, c) != 0 ||
	    read_words(all, f, v, c) != 0)
		return -1;
	READ_LIST(all, f, v, "accounts", c->accounts, c->n_accounts,
	    read_account);
	return 0;
}

/* Do the two stand on the lists of different parties? */
static bool
other_list(const struct contest *contest, const struct candidate *a,
    const struct candidate *b)
{
	return contest->list_numbers && a->n_parties && b->n_parties &&
	    a->parties[0] != b->parties[0];
}

/* Each id once over all contests, each number once in its contest (or on its
 * list). */
static int
check_candidate(struct contests *all, struct conf *f, yyjson_val *v,
    const struct contest *contest, const struct candidate *c)
{
	if (contest_candidate(all, c->id))
		return conf_err(f, yyjson_obj_get(v, "id"),
		    "another candidate has this id");
	for (const struct candidate *o = contest->candidates; o < c; o++) {
		if (str_eq(o->id, c->id))
			return conf_err(f, yyjson_obj_get(v, "id"),
			    "another candidate has this id");
		if (c->number && o->number == c->number &&
		    !other_list(contest, c, o))
			return conf_err(f, yyjson_obj_get(v, "number"),
			    "candidate \"%.*s\" has this number, too",
			    STR_ARG(o->id));
	}
	return 0;
}

static int
read_candidates(struct contests *all, struct conf *f, yyjson_val *v,
    struct contest *c)
{
	yyjson_val *arr, *item;
	size_t i, max;

	if (conf_arr(f, v, "candidates", &arr) != 0)
		return -1;
	if (!arr)
		return conf_missing(f, v, "candidates");
	if (yyjson_arr_size(arr) > CANDIDATES_MAX)
		return conf_err(f, arr, "more than %d candidates",
		    CANDIDATES_MAX);
	c->candidates = take(all, f, sizeof(*c->candidates),
	    yyjson_arr_size(arr));
	if (!c->candidates)
		return -1;
	yyjson_arr_foreach(arr, i, max, item) {
		if (read_candidate(all, f, item, c, &c->candidates[i]) != 0 ||
		    check_candidate(all, f, item, c, &c->candidates[i]) != 0)
			return -1;
		c->n_candidates++;
	}
	return 0;
}

static int
read_phase(struct conf *f, yyjson_val *v, struct phase *p)
{
	p->from = p->to = DAY_NONE;
	if (conf_obj(f, v, "id title from to") != 0 ||
	    conf_str(f, v, "id", true, &p->id) != 0 ||
	    read_text2(f, v, "title", &p->title) != 0 ||
	    conf_date(f, v, "from", &p->from) != 0 ||
	    conf_date(f, v, "to", &p->to) != 0)
		return -1;
	if (p->from == DAY_NONE)
		return conf_missing(f, v, "from");
	if (p->to == DAY_NONE)
		return conf_missing(f, v, "to");
	if (p->to < p->from)
		return conf_err(f, yyjson_obj_get(v, "to"), "is before \"from\"");
	return 0;
}

static int
read_phases(struct contests *all, struct conf *f, yyjson_val *v,
    struct contest *c)
{
	READ_LIST(all, f, v, "phases", c->phases, c->n_phases, read_phase);
	for (size_t i = 1; i < c->n_phases; i++)
		if (c->phases[i].from <= c->phases[i - 1].to)
			return conf_err(f, yyjson_arr_get(
			        yyjson_obj_get(v, "phases"), i),
			    "begins before the phase above it ends");
	return 0;
}

static int
read_contest(struct contests *all, struct conf *f, yyjson_val *v,
    struct contest *c)
{
	struct str numbers = { 0 };

	if (conf_obj(f, v, "contest title kind region source numbers phases "
	        "parties candidates") != 0 ||
	    conf_str(f, v, "numbers", false, &numbers) != 0 ||
	    conf_str(f, v, "contest", true, &c->id) != 0 ||
	    conf_str(f, v, "kind", false, &c->kind) != 0 ||
	    conf_str(f, v, "region", false, &c->region) != 0 ||
	    read_text2(f, v, "title", &c->title) != 0 ||
	    read_phases(all, f, v, c) != 0)
		return -1;
	c->list_numbers = str_eq(numbers, STR("list"));
	if (numbers.n && !c->list_numbers && !str_eq(numbers, STR("ballot")))
		return conf_err(f, yyjson_obj_get(v, "numbers"),
		    "expected \"ballot\" or \"list\"");
#define PARTY(file, item, p) read_party(all, file, item, p)
	READ_LIST(all, f, v, "parties", c->parties, c->n_parties, PARTY);
#undef PARTY
	return read_candidates(all, f, v, c);
}

int
contests_load(struct contests *all, const char *path, struct err *e)
{
	struct conf *f = &all->files[all->n_files];
	struct contest *grown;
	yyjson_val *v;
	size_t n;

	if (!all->mem.first && arena_init(&all->mem, MEM_FIRST, MEM_MAX) != 0)
		return err_nomem(e);
	if (all->n_files == CONTEST_FILES)
		return err_set(e, ERR_USAGE, "%s: more than %d contest files",
		    path, CONTEST_FILES);
	all->n_files++;
	if (conf_open(f, path, e) != 0)
		return -1;
	n = yyjson_is_arr(f->root) ? yyjson_arr_size(f->root) : 1;
	/* Candidates point to their contest: the old ones may not move. */
	grown = take(all, f, sizeof(*grown), all->n + n);
	if (!grown)
		return -1;
	for (size_t i = 0; i < all->n; i++) {
		grown[i] = all->v[i];
		for (size_t k = 0; k < grown[i].n_candidates; k++)
			grown[i].candidates[k].contest = &grown[i];
	}
	all->v = grown;
	v = yyjson_is_arr(f->root) ? yyjson_arr_get_first(f->root) : f->root;
	for (size_t i = 0; i < n; i++, v = unsafe_yyjson_get_next(v)) {
		if (read_contest(all, f, v, &all->v[all->n]) != 0)
			return -1;
		for (size_t k = 0; k < all->n; k++)
			if (str_eq(all->v[k].id, all->v[all->n].id))
				return conf_err(f, yyjson_obj_get(v,
				    "contest"), "another contest has this id");
		all->n++;
	}
	return 0;
}
