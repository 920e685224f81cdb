/* The patterns of the program beside match, and the JSON of their hits. */
#include "peer.h"

#include <stdio.h>
#include <stdlib.h>

enum { WORDS = 1 << 20 };

/* "{"id":...,"field":"object.content","at":[", and what is behind the how. */
static void
render(struct word *w, yyjson_val *v)
{
	const char *kind = field(v, "kind").p, *from = field(v, "from").p;
	char *front, *back;

	w->cue = strcmp(kind, "cue") == 0;
	w->told = strcmp(kind, "tail") && strcmp(kind, "before") &&
	    strcmp(kind, "behind");
	if (asprintf(&front, w->cue ? "{\"id\":\"%s\",\"field\":"
	        "\"object.content\",\"at\":[" : "{\"id\":\"%s\",\"kind\":\"%s\""
	        ",\"contest\":\"%s\",\"field\":\"object.content\",\"at\":[",
	        field(v, "id").p, kind, from) < 0 ||
	    asprintf(&back, w->cue ? ",\"lexicon\":\"%s\"}" : "%.0s%s}", from,
	        yyjson_obj_get(v, "ambiguous") ? ",\"ambiguous\":true" : "") < 0)
		exit(3);
	w->front = (struct slice){ front, strlen(front) };
	w->back = (struct slice){ back, strlen(back) };
}

static int
by_text(const void *va, const void *vb)
{
	const struct word *a = va, *b = vb;
	int rc = strcmp(a->lower, b->lower);

	return rc ? rc : strcmp(a->front.p, b->front.p);
}

/* The text again, each sep written so, or NULL if there is none. */
static char *
variant(const char *text, const char *sep, const char *so)
{
	const char *at = strstr(text, sep);
	char *s = NULL;

	if (at && asprintf(&s, "%.*s%s%s", (int)(at - text), text, so,
	        at + strlen(sep)) < 0)
		exit(3);
	return s;
}

/* Where a literal would miss most of what match finds: the two names of a
 * ticket with what may stand between them, an emoji without the mark that asks
 * for its colours. */
static size_t
add_variants(struct word *v, size_t n, const char *kind)
{
	static const char *const ways[][3] = { { "ticket", " ", "-" },
		{ "ticket", " ", " - " }, { "ticket", "-", " " },
		{ "ticket", "-", " - " }, { "symbol", "\xEF\xB8\x8F", "" } };
	const struct word *w = &v[n - 1];

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		char *s = strcmp(kind, ways[i][0]) ? NULL
		    : variant(w->lower, ways[i][1], ways[i][2]);

		if (!s || n == WORDS)
			continue;
		v[n] = *w;
		v[n++].lower = s;
	}
	return n;
}

/* The documents stay: the words' texts are theirs. */
static size_t
read_words(const char *path, struct word *v)
{
	FILE *fp = fopen(path, "r");
	char *line = NULL;
	size_t cap = 0, n = 0;
	ssize_t got;

	while (fp && n < WORDS && (got = getline(&line, &cap, fp)) > 1) {
		yyjson_val *root = yyjson_doc_get_root(yyjson_read(line,
		    (size_t)got, 0));
		struct word *w = &v[n++];

		w->text = field(root, "text");
		if (!w->text.n)
			exit(2);
		w->lower = strdup(w->text.p);
		for (char *p = w->lower; *p; p++)
			*p = (char)(*p >= 'A' && *p <= 'Z' ? *p | 0x20 : *p);
		render(w, root);
		n = add_variants(v, n, field(root, "kind").p);
	}
	if (fp)
		(void)fclose(fp);
	qsort(v, n, sizeof(*v), by_text);
	return n;
}

void
patterns_compile(struct patterns *p, const char *path)
{
	struct word *words = calloc(WORDS, sizeof(*words));
	const char **text = calloc(WORDS, sizeof(*text));
	unsigned *flags = calloc(WORDS, sizeof(*flags));
	unsigned *ids = calloc(WORDS, sizeof(*ids));
	size_t *lens = calloc(WORDS, sizeof(*lens));
	size_t n = words ? read_words(path, words) : 0;
	hs_compile_error_t *why = NULL;

	p->v = calloc(n + 1, sizeof(*p->v));
	if (!n || !p->v || !text || !flags || !ids || !lens)
		exit(2);
	for (size_t i = 0; i < n; i++) {
		struct pattern *one = &p->v[p->n];

		if (i && strcmp(words[i].lower, words[i - 1].lower) == 0) {
			one--;
		} else {
			one->words = &words[i];
			text[p->n] = words[i].lower;
			lens[p->n] = strlen(words[i].lower);
			flags[p->n] = HS_FLAG_CASELESS | HS_FLAG_SOM_LEFTMOST;
			ids[p->n] = (unsigned)p->n;
			p->n++;
		}
		one->n++;
		one->cue |= words[i].told && words[i].cue;
		one->target |= words[i].told && !words[i].cue;
	}
	if (hs_compile_lit_multi(text, flags, ids, lens, (unsigned)p->n,
	        HS_MODE_BLOCK, NULL, &p->db, &why) != HS_SUCCESS) {
		fprintf(stderr, "hyperscan: %s\n", why->message);
		exit(2);
	}
	if (hs_alloc_scratch(p->db, &p->scratch) != HS_SUCCESS)
		exit(3);
}
