/* The days on which a target of words.h is one, as its contest says. */
#include "words.h"

static void
limit(struct word *word, int32_t first, int32_t last)
{
	word->dated = true;
	word->first = first;
	word->last = last == DAY_NONE ? INT32_MAX : last;
}

void
words_dates(struct words *w, const struct contests *all)
{
	const struct candidate *c = NULL;

	for (size_t i = 0; i < w->n; i++) {
		struct word *word = &w->v[i];

		if (word->kind < KIND_PERSON || word->kind == KIND_PARTY)
			continue;
		/* The words of one candidate stand together. */
		if (!c || !str_eq(c->id, word->id))
			c = contest_candidate(all, word->id);
		if (c && word->kind == KIND_NUMBER)
			limit(word, c->drawn_on, DAY_NONE);
		for (size_t k = 0; c && k < c->n_valid; k++)
			if (str_eq(c->valid[k].text, word->text))
				limit(word, c->valid[k].from, c->valid[k].to);
	}
}
