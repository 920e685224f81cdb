/* The lexicon files of words.h. */
#include "json.h"
#include "words.h"

static int
check_texts(struct conf *f, yyjson_val *obj, const char *key)
{
	yyjson_val *arr, *text;
	size_t i, max;

	if (conf_arr(f, obj, key, &arr) != 0)
		return -1;
	yyjson_arr_foreach(arr, i, max, text)
		if (!json_str(text).n)
			return conf_err(f, text, "expected a text in quotes");
	return 0;
}

static int
read_forms(struct conf *f, yyjson_val *numbers)
{
	yyjson_val *forms, *form;
	struct str text;
	size_t i, max;
	bool flag;

	if (conf_obj(f, numbers, "forms tails before behind values") != 0 ||
	    check_texts(f, numbers, "tails") != 0 ||
	    conf_arr(f, numbers, "forms", &forms) != 0)
		return -1;
	yyjson_arr_foreach(forms, i, max, form) {
		if (conf_obj(f, form, "text ambiguous") != 0 ||
		    conf_str(f, form, "text", true, &text) != 0 ||
		    conf_bool(f, form, "ambiguous", &flag) != 0)
			return -1;
		if (!memmem(text.p, text.n, "{n}", 3))
			return conf_err(f, yyjson_obj_get(form, "text"),
			    "has no {n} where the number stands");
	}
	return 0;
}

static int
read_values(struct conf *f, yyjson_val *values)
{
	yyjson_val *key, *list, *text;
	size_t i, max, k, n;

	if (!values)
		return 0;
	if (!yyjson_is_obj(values))
		return conf_err(f, values, "expected an object");
	yyjson_obj_foreach(values, i, max, key, list) {
		if (!yyjson_is_arr(list))
			return conf_err(f, list, "expected a list [ ]");
		yyjson_arr_foreach(list, k, n, text)
			if (!json_str(text).n)
				return conf_err(f, text,
				    "expected a text in quotes");
	}
	return 0;
}

/* Words beside a number: a list of texts, or of {text, within}. */
static int
add_beside(struct words *w, struct conf *f, yyjson_val *numbers,
    const char *key, struct word word)
{
	yyjson_val *item;
	int64_t within;
	size_t i, max;

	yyjson_arr_foreach(yyjson_obj_get(numbers, key), i, max, item) {
		within = 0;
		word.text = json_str(item);
		if (yyjson_is_obj(item) &&
		    (conf_obj(f, item, "text within") != 0 ||
		        conf_str(f, item, "text", true, &word.text) != 0 ||
		        conf_int(f, item, "within", 1, WITHIN_MAX,
		            &within) != 0))
			return -1;
		word.within = (uint8_t)within;
		if (!word.text.n || words_add(w, word, f->e) != 0)
			return conf_err(f, item, "cannot be looked for");
	}
	return 0;
}

static int
read_beside(struct words *w, struct conf *f, yyjson_val *numbers,
    struct str lexicon)
{
	struct word word = { .kind = KIND_TAIL, .from = lexicon };
	yyjson_val *list;

	if (conf_arr(f, numbers, "before", &list) != 0 ||
	    check_texts(f, numbers, "behind") != 0 ||
	    add_beside(w, f, numbers, "tails", word) != 0)
		return -1;
	word.kind = KIND_BEFORE;
	if (add_beside(w, f, numbers, "before", word) != 0)
		return -1;
	word.kind = KIND_BEHIND;
	return add_beside(w, f, numbers, "behind", word);
}

static int
read_cue(struct words *w, struct conf *f, yyjson_val *cue, struct str lexicon)
{
	yyjson_val *text, *list;
	struct str id, title;
	size_t i, max, before;

	if (conf_obj(f, cue, "id title words match not") != 0 ||
	    conf_str(f, cue, "id", true, &id) != 0 ||
	    conf_str(f, cue, "title", false, &title) != 0 ||
	    conf_arr(f, cue, "words", &list) != 0 ||
	    check_texts(f, cue, "words") != 0 ||
	    check_texts(f, cue, "match") != 0 ||
	    check_texts(f, cue, "not") != 0)
		return -1;
	if (!list)
		return conf_missing(f, cue, "words");
	yyjson_arr_foreach(list, i, max, text) {
		before = w->n;
		if (words_add(w, (struct word){ .kind = KIND_CUE, .id = id,
		        .text = json_str(text), .from = lexicon }, f->e) != 0)
			return conf_err(f, text, "cannot be looked for");
		if (w->n == before)
			words_warn(w, f, text,
			    "folds to what this cue has already");
	}
	return 0;
}

static int
read_leet(struct words *w, struct conf *f, yyjson_val *leet)
{
	yyjson_val *key, *letters;
	size_t i, max;

	if (!leet)
		return 0;
	if (!yyjson_is_obj(leet))
		return conf_err(f, leet, "expected an object");
	yyjson_obj_foreach(leet, i, max, key, letters) {
		struct str sign = json_str(key), s = json_str(letters);

		if (sign.n != 1 || sign.p[0] < '0' || sign.p[0] > '9')
			return conf_err(f, key, "expected a digit");
		for (size_t k = 0; k < s.n || !s.n; k++)
			if (!s.n || s.p[k] < 'a' || s.p[k] > 'z')
				return conf_err(f, letters,
				    "expected letters from a to z");
		spell_leet(&w->spelling, sign.p[0], s);
	}
	return 0;
}

static int
read_words(struct words *w, struct str text, uint32_t *v, size_t max,
    size_t *n, struct err *e)
{
	struct fold_reader r;
	struct token t;

	*n = 0;
	fold_start(&r, w->glyphs, text);
	for (; fold_next(&r, &t); ++*n)
		if (*n == max)
			return err_set(e, ERR_USAGE, "too many words");
		else if (words_token(w, &t, &v[*n], e) != 0)
			return -1;
	return *n ? 0 : err_set(e, ERR_USAGE, "no word");
}

static int
read_slang(struct words *w, struct conf *f, yyjson_val *slang)
{
	yyjson_val *key, *value;
	size_t i, max, n;

	if (!slang)
		return 0;
	if (!yyjson_is_obj(slang))
		return conf_err(f, slang, "expected an object");
	yyjson_obj_foreach(slang, i, max, key, value) {
		uint32_t word, means[SLANG_WORDS];

		if (read_words(w, json_str(key), &word, 1, &n, f->e) != 0)
			return conf_err(f, key, "expected one word");
		if (read_words(w, json_str(value), means, SLANG_WORDS, &n,
		        f->e) != 0)
			return conf_err(f, value, "expected 1 to %d words",
			    SLANG_WORDS);
		if (spell_slang(&w->spelling, word, means, n, f->e) != 0)
			return -1;
	}
	return 0;
}

/* Texts that are kept as they are, of which there is room for max. */
static int
read_hosts(struct conf *f, const char *key, struct str *v, size_t *n,
    size_t max)
{
	yyjson_val *text;
	size_t i, all;

	if (check_texts(f, f->root, key) != 0)
		return -1;
	yyjson_arr_foreach(yyjson_obj_get(f->root, key), i, all, text) {
		if (*n == max)
			return conf_err(f, text, "more than %zu", max);
		v[(*n)++] = json_str(text);
	}
	return 0;
}

int
words_lexicon(struct words *w, const char *path, struct err *e)
{
	struct conf *f = &w->lexicons[w->n_lexicons];
	yyjson_val *cues, *cue, *numbers;
	struct str id, text;
	size_t i, max;

	if (w->n_lexicons == LEXICONS_MAX)
		return err_set(e, ERR_USAGE, "%s: more than %d lexicons", path,
		    LEXICONS_MAX);
	w->n_lexicons++;
	if (conf_open(f, path, e) != 0 ||
	    conf_obj(f, f->root, "lexicon title language version source "
	        "numbers cues leet slang domains shorteners") != 0 ||
	    conf_str(f, f->root, "lexicon", true, &id) != 0 ||
	    conf_str(f, f->root, "title", false, &text) != 0 ||
	    conf_str(f, f->root, "language", false, &text) != 0 ||
	    conf_str(f, f->root, "version", false, &text) != 0 ||
	    conf_arr(f, f->root, "cues", &cues) != 0)
		return -1;
	if (read_leet(w, f, yyjson_obj_get(f->root, "leet")) != 0 ||
	    read_slang(w, f, yyjson_obj_get(f->root, "slang")) != 0)
		return -1;
	if (read_hosts(f, "domains", w->hosts.domains, &w->hosts.n_domains,
	        DOMAINS_MAX) != 0 ||
	    read_hosts(f, "shorteners", w->hosts.shorteners,
	        &w->hosts.n_shorteners, SHORTENERS_MAX) != 0)
		return -1;
	numbers = yyjson_obj_get(f->root, "numbers");
	if (numbers && (read_forms(f, numbers) != 0 ||
	        read_values(f, yyjson_obj_get(numbers, "values")) != 0 ||
	        read_beside(w, f, numbers, id) != 0))
		return -1;
	yyjson_arr_foreach(cues, i, max, cue)
		if (read_cue(w, f, cue, id) != 0)
			return -1;
	return 0;
}
