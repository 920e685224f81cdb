/* What words.h checks of the lexicons: that their examples hold, and what each
 * word finds in them, or in other texts. */
#include <stdarg.h>
#include <stdio.h>

#include "act.h"
#include "json.h"
#include "ndjson.h"
#include "words.h"

enum { BROAD_TEXTS = 1000, BROAD_PART = 25, HIDDEN_MIN = 20 };

/* What became of one word in all texts. */
struct seen {
	size_t texts, told, hidden;
	size_t last;             /* the last text that had it, from 1 */
	const struct word *by;   /* the last that hid it              */
};

struct survey {
	struct words *w;
	struct seen *seen; /* of each word */
	size_t texts;
	bool *wanted; /* of each single word */
};

/* What --check says, and does not refuse. */
void
words_warn(struct words *w, struct conf *f, yyjson_val *at, const char *fmt,
    ...)
{
	struct err *kept = f->e, e = { 0 };
	char text[sizeof(e.msg)];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	f->e = &e;
	(void)conf_err(f, at, "%s", text);
	f->e = kept;
	buf_put(&w->warnings, str_from(e.msg));
	buf_char(&w->warnings, '\n');
}

/* A find that stands counts once a text; one that a longer word of another cue
 * lies over is hidden by it. */
static void
count(struct survey *s, const struct finding *f)
{
	s->texts++;
	for (size_t i = 0; i < f->cues.n; i++) {
		struct seen *seen = &s->seen[f->cues.v[i].word - s->w->v];

		seen->told++;
		seen->texts += seen->last != s->texts;
		seen->last = s->texts;
	}
	for (size_t i = 0, k = 0; i < f->dropped.n; i++) {
		const struct found *d = &f->dropped.v[i];
		struct seen *seen = &s->seen[d->word - s->w->v];

		if (d->why != WHY_OVERLAP || d->word->kind != KIND_CUE)
			continue;
		while (k + 1 < f->cues.n && f->cues.v[k].to <= d->from)
			k++;
		if (k < f->cues.n &&
		    !str_eq(f->cues.v[k].word->id, d->word->id)) {
			seen->hidden++;
			seen->by = f->cues.v[k].word;
		}
	}
}

static int
look(struct survey *s, struct str text, struct arena *mem, struct finding *f,
    struct err *e)
{
	*f = (struct finding){ .day = DAY_NONE, .keep_dropped = true };
	return words_find(s->w, text, mem, f) == 0 ? 0 : err_nomem(e);
}

static bool
has_cue(const struct finds *cues, struct str id)
{
	for (size_t i = 0; i < cues->n; i++)
		if (str_eq(cues->v[i].word->id, id))
			return true;
	return false;
}

/* The texts under key must have the cue, or must not. */
static int
run_examples(struct survey *s, struct conf *f, yyjson_val *cue,
    const char *key, bool wanted)
{
	struct str id = json_get(cue, "id");
	yyjson_val *text;
	size_t i, max;

	yyjson_arr_foreach(yyjson_obj_get(cue, key), i, max, text) {
		struct finding found;

		if (look(s, json_str(text), &s->w->mem, &found, f->e) != 0)
			return -1;
		if (has_cue(&found.cues, id) != wanted)
			return conf_err(f, text, wanted
			    ? "this example does not have the cue \"%.*s\""
			    : "this example has the cue \"%.*s\", but must not",
			    STR_ARG(id));
		count(s, &found);
	}
	return 0;
}

static int
all_examples(struct survey *s)
{
	for (int i = 0; i < s->w->n_lexicons; i++) {
		struct conf *f = &s->w->lexicons[i];
		yyjson_val *cue;
		size_t k, max;

		yyjson_arr_foreach(yyjson_obj_get(f->root, "cues"), k, max,
		    cue)
			if (run_examples(s, f, cue, "match", true) != 0 ||
			    run_examples(s, f, cue, "not", false) != 0)
				return -1;
	}
	return 0;
}

/* The texts of a file: activities, or lines with a "text". */
static int
survey_file(struct survey *s, const char *path, struct err *e)
{
	struct ndjson nd = { 0 };
	struct in in = { 0 };
	enum nd_status status = ND_EOF;
	int rc = -1;

	if (in_open(&in, path, e) == 0 &&
	    nd_init(&nd, nd_limits_default, e) == 0) {
		nd_start(&nd, &in, false);
		while ((status = nd_next(&nd, e)) == ND_RECORD) {
			yyjson_val *root = yyjson_doc_get_root(nd.doc);
			yyjson_val *post = yyjson_obj_get(root, "object");
			struct str text = post ? json_get(post, "content")
			                       : json_get(root, "text");
			struct finding found;

			if (look(s, text, &nd.mem, &found, e) != 0)
				break;
			count(s, &found);
		}
		rc = status == ND_EOF ? 0 : -1;
		if (status == ND_BAD) {
			struct err why = *e;

			err_set(e, ERR_USAGE, "%s:%lu: %s", path, nd.line,
			    why.msg);
		}
	}
	if (rc != 0)
		e->code = ERR_USAGE; /* nothing is being processed yet */
	nd_release(&nd);
	in_close(&in);
	return rc;
}

/* Is the same cue's word in a lexicon before this one? */
static const struct word *
twin(const struct words *w, const struct word *word)
{
	for (uint32_t k = word->same; k != NO_WORD; k = w->v[k].same)
		if (w->v[k].kind == KIND_CUE &&
		    str_eq(w->v[k].id, word->id))
			return &w->v[k];
	return NULL;
}

static void
judge(struct survey *s, struct conf *f, yyjson_val *at,
    const struct word *word)
{
	const struct seen *seen = &s->seen[word - s->w->v];
	size_t part = seen->texts * 1000 / (s->texts + !s->texts);

	const struct word *other = twin(s->w, word);

	if (other)
		words_warn(s->w, f, at, "\"%.*s\" is told twice: lexicon "
		    "\"%.*s\" has it in this cue, too", STR_ARG(word->text),
		    STR_ARG(other->from));
	if (s->texts >= BROAD_TEXTS && seen->texts * BROAD_PART > s->texts)
		words_warn(s->w, f, at, "\"%.*s\" is in %zu.%zu of 100 "
		    "texts: too broad to say anything alone",
		    STR_ARG(word->text), part / 10, part % 10);
	if (!seen->told && seen->hidden >= HIDDEN_MIN)
		words_warn(s->w, f, at, "\"%.*s\" is never told: in all "
		    "%zu places a longer word such as \"%.*s\" of the cue "
		    "\"%.*s\" hides it", STR_ARG(word->text), seen->hidden,
		    STR_ARG(seen->by->text), STR_ARG(seen->by->id));
}

/* The words of one cue stand in w->v in the order of the file; one that its
 * cue has twice is there once. */
static void
judge_cue(struct survey *s, struct conf *f, yyjson_val *cue, size_t *next)
{
	const struct words *w = s->w;
	yyjson_val *text;
	size_t i, max;

	yyjson_arr_foreach(yyjson_obj_get(cue, "words"), i, max, text) {
		while (*next < w->n && w->v[*next].kind != KIND_CUE)
			++*next;
		if (*next < w->n && w->v[*next].text.p == json_str(text).p)
			judge(s, f, text, &w->v[(*next)++]);
	}
}

/* Do two texts fold to the same row of words? */
static bool
fold_alike(struct words *w, struct str a, struct str b)
{
	char one[TOKEN_MAX], other[TOKEN_MAX];
	struct fold_reader left, right;
	struct token x, y;

	fold_start(&left, w->glyphs, a);
	fold_start(&right, w->glyphs, b);
	while (fold_next(&left, &x))
		if (!fold_next(&right, &y) || x.gap != y.gap ||
		    !str_eq(fold_lower(&x, one), fold_lower(&y, other)))
			return false;
	return !fold_next(&right, &y);
}

/* A form as it is looked for. */
static struct str
with_number(struct words *w, yyjson_val *form)
{
	struct str text = json_get(form, "text"), copy;
	const char *hole = memmem(text.p, text.n, "{n}", 3);
	size_t before = (size_t)(hole - text.p);

	copy = arena_copy(&w->mem, text);
	if (!copy.p)
		return text;
	memcpy((char *)copy.p + before, "2", 1);
	memmove((char *)copy.p + before + 1, copy.p + before + 3,
	    copy.n - before - 3);
	copy.n -= 2;
	return copy;
}

/* Forms of numbers that fold to the same. */
static void
judge_forms(struct survey *s, struct conf *f)
{
	yyjson_val *forms = yyjson_obj_get(yyjson_obj_get(f->root, "numbers"),
	    "forms"), *a, *b;
	size_t i, k, n, max;

	yyjson_arr_foreach(forms, i, n, a)
		yyjson_arr_foreach(forms, k, max, b)
			if (k < i && fold_alike(s->w, with_number(s->w, a),
			        with_number(s->w, b)))
				words_warn(s->w, f, a, "\"%.*s\" folds to "
				    "what forms[%zu] has already",
				    STR_ARG(json_get(a, "text")), k);
}

/* Slang for words that nobody looks for is read for nothing. */
static void
judge_slang(struct survey *s, struct conf *f)
{
	yyjson_val *slang = yyjson_obj_get(f->root, "slang"), *key, *means;
	struct fold_reader r;
	struct token t;
	char low[TOKEN_MAX];
	size_t i, max;

	if (!slang)
		return;
	yyjson_obj_foreach(slang, i, max, key, means) {
		fold_start(&r, s->w->glyphs, json_str(means));
		while (fold_next(&r, &t))
			if (!s->wanted[phrases_find_str(&s->w->phrases,
			        fold_lower(&t, low))])
				words_warn(s->w, f, means, "\"%.*s\" is in "
				    "no word that is looked for",
				    STR_ARG(json_str(means)));
	}
}

/* Which of the single words are part of something that is looked for? */
static int
mark_wanted(struct survey *s, struct err *e)
{
	struct words *w = s->w;
	struct fold_reader r;
	struct token t;
	char low[TOKEN_MAX];

	s->wanted = arena_alloc(&w->mem, 1, w->phrases.n_states);
	if (!s->wanted)
		return err_nomem(e);
	memset(s->wanted, 0, w->phrases.n_states);
	for (size_t i = 0; i < w->n; i++) {
		fold_start(&r, w->glyphs, w->v[i].text);
		while (fold_next(&r, &t))
			s->wanted[phrases_find_str(&w->phrases,
			    fold_lower(&t, low))] = true;
	}
	return 0;
}

static void
judge_all(struct survey *s)
{
	size_t next = 0;

	for (int i = 0; i < s->w->n_lexicons; i++) {
		struct conf *f = &s->w->lexicons[i];
		yyjson_val *cue;
		size_t k, n;

		judge_forms(s, f);
		judge_slang(s, f);
		yyjson_arr_foreach(yyjson_obj_get(f->root, "cues"), k, n, cue)
			judge_cue(s, f, cue, &next);
	}
}

int
words_check(struct words *w, const struct strings *texts, struct err *e)
{
	struct survey s = { .w = w };

	s.seen = arena_alloc(&w->mem, sizeof(*s.seen), w->n + 1);
	if (!s.seen)
		return err_nomem(e);
	memset(s.seen, 0, sizeof(*s.seen) * (w->n + 1));
	if (mark_wanted(&s, e) != 0 || all_examples(&s) != 0)
		return -1;
	for (int i = 0; i < texts->n; i++)
		if (survey_file(&s, texts->v[i], e) != 0)
			return -1;
	judge_all(&s);
	return 0;
}
