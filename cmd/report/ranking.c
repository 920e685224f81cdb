#include "ranking.h"

#include <stdlib.h>

/* qsort() gives no context, so the people stand where it can see them. */
struct entry {
	const struct act *act;
	const struct actor *person;
	enum level top; /* of the person                          */
	int32_t since;  /* the day the first act of theirs is known */
};

static int
by_person(const struct actor *a, const struct actor *b)
{
	int d = str_cmp(a->id, b->id);

	if (a->employee != b->employee)
		return a->employee ? -1 : 1;
	return d ? d : str_cmp(a->platform, b->platform);
}

static int
by_moment(const struct moment *a, const struct moment *b)
{
	if (a->known != b->known)
		return a->known ? -1 : 1;
	return store_newer(a, b) - store_newer(b, a);
}

static int
by_rank(const void *va, const void *vb)
{
	const struct entry *a = va, *b = vb;
	int d;

	if (a->person->employee != b->person->employee)
		return a->person->employee ? -1 : 1;
	if (a->top != b->top)
		return a->top > b->top ? -1 : 1;
	if (a->since != b->since)
		return a->since < b->since ? -1 : 1;
	d = by_person(a->person, b->person);
	if (d)
		return d;
	if (a->act->level != b->act->level)
		return a->act->level > b->act->level ? -1 : 1;
	d = by_moment(&a->act->published, &b->act->published);
	return d ? d : str_cmp(a->act->id, b->act->id);
}

static int
by_name(const void *a, const void *b)
{
	return by_person(*(const struct actor *const *)a,
	    *(const struct actor *const *)b);
}

static int
by_account(const void *va, const void *vb)
{
	const struct cover *a = *(const struct cover *const *)va;
	const struct cover *b = *(const struct cover *const *)vb;
	int d = a->seen - b->seen;

	if (!d)
		d = str_cmp(a->role, b->role) * -1; /* employee first */
	if (!d)
		d = str_cmp(a->owner, b->owner);
	if (!d)
		d = str_cmp(a->platform, b->platform);
	if (!d)
		d = str_cmp(a->handle, b->handle);
	if (!d)
		d = str_cmp(a->id, b->id);
	if (!d)
		d = str_cmp(a->url, b->url);
	return d ? d : str_cmp(a->source, b->source);
}

static int
by_pack(const struct pack *a, const struct pack *b)
{
	int d = str_cmp(a->contest, b->contest);

	if (!d)
		d = str_cmp(a->name, b->name);
	if (!d)
		d = str_cmp(a->version, b->version);
	return d ? d : str_cmp(a->sha256, b->sha256);
}

/* A few: by insertion. */
static void
sort_packs(struct store *s)
{
	for (size_t i = 1; i < s->n_packs; i++)
		for (size_t j = i; j && by_pack(&s->packs[j - 1],
		        &s->packs[j]) > 0; j--) {
			struct pack p = s->packs[j];

			s->packs[j] = s->packs[j - 1];
			s->packs[j - 1] = p;
		}
}

/* Find the case of each act; what is decided goes to the end of the list.
 * Returns how many are not. */
static size_t
look_up(struct ranking *r, struct store *s, const struct book *book)
{
	size_t n = 0;

	for (size_t i = 0; i < s->acts.n; i++) {
		struct act a = *store_act(s, i);

		a.file = book_find(book, str_from(a.mark));
		*store_act(s, i) = a;
		if (book_closed(a.file)) {
			r->n_closed++;
			r->n_dismissed += str_eq(a.file->outcome,
			    STR("dismissed"));
			continue;
		}
		*store_act(s, i) = *store_act(s, n);
		*store_act(s, n++) = a;
	}
	return n;
}

/* The day since which an act is known; the last of all where nobody knows. */
static int32_t
day_known(const struct store *s, const struct act *a)
{
	return a->first.known ? instant_day(&a->first.t, s->zone) : INT32_MAX;
}

static struct entry *
entries(struct store *s, size_t n)
{
	struct entry *of = arena_alloc(&s->mem, sizeof(*of), s->people.n + 1);
	struct entry *v = arena_alloc(&s->mem, sizeof(*v), n + 1);

	if (!of || !v)
		return NULL;
	for (size_t i = 0; i < s->people.n; i++)
		of[i] = (struct entry){ .person = store_person(s, i),
			.since = INT32_MAX };
	for (size_t i = 0; i < n; i++) {
		const struct act *a = store_act(s, i);
		struct entry *one = &of[a->person];

		if (a->level > one->top)
			one->top = a->level;
		if (day_known(s, a) < one->since)
			one->since = day_known(s, a);
	}
	for (size_t i = 0; i < n; i++) {
		v[i] = of[store_act(s, i)->person];
		v[i].act = store_act(s, i);
	}
	return v;
}

static struct crowd *
crowd(struct ranking *r, const struct entry *at)
{
	return at->person->employee ? &r->employees[at->top]
	                            : &r->others[at->top];
}

static void
add_to_case(struct ranking *r, const struct entry *at, const struct act **acts)
{
	struct standing *c = r->n_cases ? &r->cases[r->n_cases - 1] : NULL;
	const struct moment *first = &at->act->first;

	if (!c || c->person != at->person) {
		c = &r->cases[r->n_cases++];
		*c = (struct standing){ .person = at->person, .top = at->top,
			.acts = acts };
		r->n_employees += at->person->employee;
	}
	crowd(r, at)->acts += at->act->level == at->top && !at->act->file;
	c->n_filed += at->act->file != NULL;
	c->n[at->act->level]++;
	c->n_acts++;
	if (first->known && (!c->first.known || store_newer(&c->first, first)))
		c->first = *first;
	if (at->act->level == at->top && !at->act->file &&
	    (!c->counted)) {
		crowd(r, at)->people++;
		c->counted = true;
	}
	if (first->known && at->act->level == LEVEL_INDICATION &&
	    !at->act->file &&
	    (!r->first.known || store_newer(&r->first, first)))
		r->first = *first;
}

static int
rank_cases(struct ranking *r, struct store *s)
{
	struct entry *v = entries(s, r->n_open);
	const struct act **acts = arena_alloc(&s->mem, sizeof(*acts),
	    r->n_open + 1);

	r->cases = arena_alloc(&s->mem, sizeof(*r->cases), s->people.n + 1);
	if (!v || !acts || !r->cases)
		return -1;
	qsort(v, r->n_open, sizeof(*v), by_rank);
	for (size_t i = 0; i < r->n_open; i++) {
		acts[i] = v[i].act;
		add_to_case(r, &v[i], acts + i);
	}
	return 0;
}

static int
rank_rest(struct ranking *r, struct store *s)
{
	r->noted = arena_alloc(&s->mem, sizeof(*r->noted), s->people.n + 1);
	r->covers = arena_alloc(&s->mem, sizeof(*r->covers), s->covers.n + 1);
	if (!r->noted || !r->covers)
		return -1;
	for (size_t i = 0; i < s->people.n; i++)
		if (store_person(s, i)->notes)
			r->noted[r->n_noted++] = store_person(s, i);
	qsort(r->noted, r->n_noted, sizeof(*r->noted), by_name);
	for (size_t i = 0; i < s->covers.n; i++) {
		r->covers[r->n_covers++] = store_cover(s, i);
		r->n_gaps += !store_cover(s, i)->seen;
	}
	qsort(r->covers, r->n_covers, sizeof(*r->covers), by_account);
	return 0;
}

int
ranking_make(struct ranking *r, struct store *s, const struct book *book,
    struct err *e)
{
	*r = (struct ranking){ 0 };
	r->n_open = look_up(r, s, book);
	sort_packs(s);
	if (rank_cases(r, s) != 0 || rank_rest(r, s) != 0)
		return store_room_err(s, e);
	return 0;
}
