#include "contest.h"

const struct candidate *
contest_candidate(const struct contests *all, struct str id)
{
	for (size_t i = 0; i < all->n; i++)
		for (size_t k = 0; k < all->v[i].n_candidates; k++)
			if (str_eq(all->v[i].candidates[k].id, id))
				return &all->v[i].candidates[k];
	return NULL;
}

const struct phase *
contest_phase(const struct contest *c, int32_t day)
{
	for (size_t i = 0; i < c->n_phases; i++)
		if (day >= c->phases[i].from && day <= c->phases[i].to)
			return &c->phases[i];
	return NULL;
}

enum status
candidate_status(const struct candidate *c, int32_t day)
{
	if (c->designated_on != DAY_NONE && day >= c->designated_on)
		return STATUS_CANDIDATE;
	if (c->would_be_from != DAY_NONE && day >= c->would_be_from)
		return STATUS_WOULD_BE;
	return STATUS_NONE;
}

static bool
has_text(const struct str *v, size_t n, struct str text)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(v[i], text))
			return true;
	return false;
}

bool
candidate_called(const struct candidate *c, struct str text)
{
	for (size_t i = 0; i < c->n_people; i++)
		if (str_eq(c->people[i].name, text) || has_text(
		        c->people[i].aliases, c->people[i].n_aliases, text))
			return true;
	return str_eq(c->ticket, text) ||
	    has_text(c->slogans, c->n_slogans, text) ||
	    has_text(c->hashtags, c->n_hashtags, text) ||
	    has_text(c->symbols, c->n_symbols, text);
}

void
contests_release(struct contests *all)
{
	for (int i = 0; i < all->n_files; i++)
		conf_release(&all->files[i]);
	arena_release(&all->mem);
	*all = (struct contests){ 0 };
}
