#include "words.h"

#include <stdlib.h>

#include "json.h"
#include "tell.h"

enum { MEM_FIRST = 1 << 18, MEM_MAX = 512 << 20 };

const char *const kind_name[] = { "cue", "tail", "before", "behind", "person",
	"ticket", "party", "number", "slogan", "hashtag", "symbol", "account" };

int
words_init(struct words *w, struct err *e)
{
	*w = (struct words){ 0 };
	if (arena_init(&w->mem, MEM_FIRST, MEM_MAX) != 0)
		return err_nomem(e);
	w->glyphs = glyphs_new(e);
	return w->glyphs ? phrases_init(&w->phrases, e) : -1;
}

void
words_release(struct words *w)
{
	free(w->v);
	phrases_release(&w->phrases);
	spell_release(&w->spelling);
	glyphs_free(w->glyphs);
	buf_release(&w->scratch);
	buf_release(&w->warnings);
	for (int i = 0; i < w->n_lexicons; i++)
		conf_release(&w->lexicons[i]);
	arena_release(&w->mem);
	*w = (struct words){ 0 };
}

static int
append(struct words *w, struct word word, struct err *e)
{
	size_t cap = w->cap ? w->cap * 2 : 256;
	struct word *v;

	if (w->n == w->cap) {
		v = realloc(w->v, cap * sizeof(*v));
		if (!v)
			return err_nomem(e);
		w->v = v;
		w->cap = cap;
	}
	w->v[w->n++] = word;
	return 0;
}

/* What ends_wide() says of a text behind which nothing may be read. */
static struct ends
ends_text(struct str s)
{
	char room[2 * ENDS_WHOLE] = { 0 };
	size_t n = s.n < ENDS_WHOLE ? s.n : ENDS_WHOLE;

	memcpy(room, s.p, n);
	return ends_wide(room, n, 0);
}

/* Hang a word onto the state that its text ends in. */
static int
hang(struct words *w, uint32_t state, struct word word, struct err *e)
{
	uint32_t *end = &w->phrases.states[state].end;

	/* The same word twice for one thing says nothing more. */
	for (uint32_t k = *end; k != NO_WORD; k = w->v[k].same)
		if (w->v[k].kind == word.kind &&
		    str_eq(w->v[k].id, word.id) &&
		    str_eq(w->v[k].from, word.from)) {
			w->v[k].ambiguous &= word.ambiguous;
			return 0;
		}
	word.same = *end;
	word.ends = ends_text(word.text);
	*end = (uint32_t)w->n;
	return append(w, word, e);
}

int
words_token(struct words *w, const struct token *t, uint32_t *id,
    struct err *e)
{
	char text[TOKEN_MAX];
	struct str s = fold_lower(t, text);

	if (t->has & TOKEN_LONG)
		return err_set(e, ERR_USAGE, "a word of more than %d bytes",
		    TOKEN_MAX);
	*id = phrases_find_str(&w->phrases, s);
	if (*id != PHRASES_NONE)
		return 0;
	s = arena_copy(&w->mem, s);
	return s.p ? phrases_word(&w->phrases, s, id, e) : err_nomem(e);
}

int
words_add(struct words *w, struct word word, struct err *e)
{
	struct fold_reader r;
	struct token t;
	uint32_t state = 0, id;
	int n = 0;

	fold_start(&r, w->glyphs, word.text);
	for (; fold_next(&r, &t); n++)
		if (n == PHRASE_WORDS)
			return err_set(e, ERR_USAGE, "\"%.*s\": more than "
			    "%d words", STR_ARG(word.text), PHRASE_WORDS);
		else if (words_token(w, &t, &id, e) != 0)
			return -1;
		else if (!n)
			state = id;
		else if (phrases_step(&w->phrases, state, t.gap, id, &state,
		             e) != 0)
			return -1;
	if (!n)
		return err_set(e, ERR_USAGE, "\"%.*s\": nothing is left of "
		    "this word when it is folded", STR_ARG(word.text));
	return hang(w, state, word, e);
}

static int
add_list(struct words *w, struct word like, const struct str *v, size_t n,
    const struct candidate *c, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		like.text = v[i];
		like.ambiguous = false;
		for (size_t k = 0; c && k < c->n_ambiguous; k++)
			like.ambiguous |= str_eq(c->ambiguous[k], v[i]);
		if (words_add(w, like, e) != 0)
			return -1;
	}
	return 0;
}

static struct str
first_word(struct str s)
{
	const char *space = s.n ? memchr(s.p, ' ', s.n) : NULL;

	return (struct str){ s.p, space ? (size_t)(space - s.p) : s.n };
}

/* "Sari" or "Sari Dewi" and "Budi" make "Sari Budi": a pair is named by what
 * its people are called, whatever joins the names ('-', '&', '/'). */
static int
add_pairs(struct words *w, struct word like, const struct person *a,
    const struct person *b, struct err *e)
{
	struct str left[] = { first_word(a->name), a->name };
	struct str right[] = { first_word(b->name), b->name };
	struct buf text = { 0 };
	int rc = 0;

	like.kind = KIND_TICKET;
	for (int i = 0; i < 4 && rc == 0; i++) {
		buf_reset(&text);
		buf_put(&text, left[i & 1]);
		buf_char(&text, ' ');
		buf_put(&text, right[i >> 1]);
		like.text = arena_copy(&w->mem, buf_str(&text));
		rc = !like.text.p || text.failed ? err_nomem(e)
		                                 : words_add(w, like, e);
	}
	buf_release(&text);
	return rc;
}

static int
add_people(struct words *w, struct word like, const struct candidate *c,
    struct err *e)
{
	like.kind = KIND_PERSON;
	for (size_t i = 0; i < c->n_people; i++) {
		const struct person *p = &c->people[i];

		if (add_list(w, like, &p->name, 1, c, e) != 0 ||
		    add_list(w, like, p->aliases, p->n_aliases, c, e) != 0)
			return -1;
	}
	if (c->n_people == 2)
		return add_pairs(w, like, &c->people[0], &c->people[1], e);
	return 0;
}

/* "@handle" as people type it: with the host, and without. */
static int
add_handles(struct words *w, struct word like, const struct candidate *c,
    struct err *e)
{
	like.kind = KIND_ACCOUNT;
	for (size_t i = 0; i < c->n_accounts; i++) {
		struct str h = c->accounts[i].handle;
		const char *host;
		struct buf text = { 0 };
		int rc = 0;

		if (!h.n)
			continue;
		buf_char(&text, '@');
		buf_put(&text, h);
		like.text = arena_copy(&w->mem, buf_str(&text));
		rc = like.text.p && !text.failed ? words_add(w, like, e)
		                                 : err_nomem(e);
		host = memchr(h.p, '@', h.n);
		like.text.n = host ? (size_t)(host - h.p) + 1 : 0;
		if (rc == 0 && like.text.n)
			rc = words_add(w, like, e);
		buf_release(&text);
		if (rc != 0)
			return -1;
	}
	return 0;
}

/* One spelling of a number put into one form: "nomor {n}" and "2". */
static int
add_number(struct words *w, struct word like, struct str form, struct str n,
    struct err *e)
{
	const char *hole = memmem(form.p, form.n, "{n}", 3);
	size_t before = (size_t)(hole - form.p);
	struct buf text = { 0 };
	int rc;

	buf_put(&text, (struct str){ form.p, before });
	buf_put(&text, n);
	buf_put(&text, str_skip(form, before + 3));
	like.text = arena_copy(&w->mem, buf_str(&text));
	rc = like.text.p && !text.failed ? words_add(w, like, e) : err_nomem(e);
	buf_release(&text);
	return rc;
}

/* All spellings of a number in one form: its digits, with a zero before, and
 * the words that the lexicon lists for it. */
static int
add_spellings(struct words *w, struct word like, struct str form,
    yyjson_val *values, int64_t number, struct err *e)
{
	struct buf digits = { 0 };
	yyjson_val *v;
	size_t i, max;
	int rc;

	buf_char(&digits, '0');
	buf_int(&digits, number);
	if (digits.failed)
		return err_nomem(e);
	rc = add_number(w, like, form, str_skip(buf_str(&digits), 1), e);
	if (rc == 0)
		rc = add_number(w, like, form, buf_str(&digits), e);
	buf_char(&digits, '\0');
	v = digits.failed ? NULL : yyjson_obj_get(values, digits.p + 1);
	for (i = 0, max = yyjson_arr_size(v); i < max && rc == 0; i++)
		rc = add_number(w, like, form, json_str(yyjson_arr_get(v, i)),
		    e);
	buf_release(&digits);
	return rc;
}

static int
add_numbers(struct words *w, struct word like, int64_t number, struct err *e)
{
	for (int i = 0; i < w->n_lexicons; i++) {
		yyjson_val *numbers = yyjson_obj_get(w->lexicons[i].root,
		    "numbers");
		yyjson_val *values = yyjson_obj_get(numbers, "values");
		yyjson_val *form;
		size_t k, max;

		yyjson_arr_foreach(yyjson_obj_get(numbers, "forms"), k, max,
		    form) {
			like.ambiguous = yyjson_get_bool(
			    yyjson_obj_get(form, "ambiguous"));
			if (add_spellings(w, like, json_get(form, "text"),
			        values, number, e) != 0)
				return -1;
		}
	}
	return 0;
}

/* A sign of the hand is everybody's: alone it says nothing. */
static int
add_symbols(struct words *w, struct word like, const struct candidate *c,
    struct err *e)
{
	like.kind = KIND_SYMBOL;
	like.ambiguous = true;
	for (size_t i = 0; i < c->n_symbols; i++) {
		like.text = c->symbols[i];
		if (words_add(w, like, e) != 0)
			return -1;
	}
	return 0;
}

static int
add_candidate(struct words *w, const struct contest *contest,
    const struct candidate *c, struct err *e)
{
	struct word like = { .id = c->id, .from = contest->id };

	if (add_people(w, like, c, e) != 0 || add_handles(w, like, c, e) != 0)
		return -1;
	like.kind = KIND_TICKET;
	if (c->ticket.n && add_list(w, like, &c->ticket, 1, c, e) != 0)
		return -1;
	like.kind = KIND_SLOGAN;
	if (add_list(w, like, c->slogans, c->n_slogans, c, e) != 0)
		return -1;
	like.kind = KIND_HASHTAG;
	if (add_list(w, like, c->hashtags, c->n_hashtags, c, e) != 0)
		return -1;
	if (add_symbols(w, like, c, e) != 0)
		return -1;
	like.kind = KIND_NUMBER;
	return c->number ? add_numbers(w, like, c->number, e) : 0;
}

int
words_contests(struct words *w, const struct contests *all, struct err *e)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct contest *c = &all->v[i];

		for (size_t k = 0; k < c->n_candidates; k++)
			if (add_candidate(w, c, &c->candidates[k], e) != 0)
				return -1;
		for (size_t k = 0; k < c->n_parties; k++) {
			const struct party *p = &c->parties[k];
			struct word like = { .kind = KIND_PARTY, .id = p->id,
				.from = c->id };

			if (add_list(w, like, &p->name, 1, NULL, e) != 0 ||
			    add_list(w, like, p->aliases, p->n_aliases, NULL,
			        e) != 0)
				return -1;
		}
	}
	return 0;
}

int
words_build(struct words *w, struct err *e)
{
	if (tell_prepare(w, e) != 0)
		return -1;
	if (phrases_build(&w->phrases, e) != 0)
		return -1;
	return spell_build(&w->spelling, &w->phrases, e);
}
