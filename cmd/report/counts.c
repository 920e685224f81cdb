#include "counts.h"

/* What is counted under a key: its level, and of an employee's note whose. */
struct counted {
	enum level level;
	struct actor *who; /* or NULL */
};

static struct counted
counted_by(const struct store *s, uint32_t mark)
{
	uint32_t person = (mark - 1) / LEVELS;

	return (struct counted){ (enum level)((mark - 1) % LEVELS),
		person ? store_person(s, person - 1) : NULL };
}

/* The higher level: one key is one person's. */
static bool
counts_over(const void *ctx, uint32_t a, uint32_t b)
{
	return counted_by(ctx, a).level > counted_by(ctx, b).level;
}

static bool
never_over(const void *ctx, uint32_t a, uint32_t b)
{
	(void)ctx;
	return a > b;
}

void
counts_start(struct store *s)
{
	s->ids.over = counts_over;
	s->ids.ctx = s;
	s->rejects.over = never_over;
}

int
counts_add(struct store *s, struct str key, enum level level, int64_t person,
    struct err *e)
{
	uint32_t mark = (uint32_t)(person + 1) * LEVELS + (uint32_t)level + 1;

	return roll_add(&s->ids, &s->mem, &s->spool, key, mark, e);
}

static void
count_act(void *ctx, uint32_t mark)
{
	struct store *s = ctx;
	struct counted c = counted_by(s, mark);

	s->n[c.level]++;
	if (c.level == LEVEL_NOTE && c.who)
		c.who->notes++;
	else if (c.level == LEVEL_NOTE)
		s->others_notes++;
}

static void
count_reject(void *ctx, uint32_t mark)
{
	struct store *s = ctx;

	s->n_rejects += mark;
}

size_t
store_acts(const struct store *s)
{
	size_t n = 0;

	for (int i = 0; i < LEVELS; i++)
		n += s->n[i];
	return n;
}

int
store_end(struct store *s, struct err *e)
{
	return roll_end(&s->ids, &s->mem, &s->spool, count_act, s, e) != 0 ||
	    roll_end(&s->rejects, &s->mem, &s->spool, count_reject, s, e) != 0
	    ? -1 : 0;
}
