#include "shape.h"

#include "json.h"
#include "utf8.h"

enum {
	HEADLINE_WORDS = 5,   /* fewer words have no shape         */
	HEADLINE_SHARE = 70,  /* percent of them with a capital    */
	SHOUTING_SHARE = 60,  /* percent of capitals among letters */
};

static bool
is_upper(uint32_t c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_letter(uint32_t c)
{
	return is_upper(c) || (c >= 'a' && c <= 'z') || c >= 0xC0;
}

/* The first byte of such a code point; of UTF-8 others follow it. */
static bool
begins_letter(unsigned char c)
{
	return is_upper(c) || (c >= 'a' && c <= 'z') || c >= 0xC3;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Of the words outside addresses, tags and handles: how many, how many with a
 * capital; of the letters: how many, how many capitals. */
struct count {
	size_t words, capital, letters, upper;
};

static void
count_word(struct count *n, struct str word)
{
	const unsigned char *p = (const unsigned char *)word.p;
	size_t i = 0, letters = 0, upper = 0;

	if (*p == '#' || *p == '@' || str_starts(word, STR("http")))
		return;
	while (i < word.n && !begins_letter(p[i]))
		i++;
	if (i == word.n)
		return;
	n->words++;
	n->capital += is_upper(p[i]);
	for (i = 0; i < word.n; i++) {
		letters += begins_letter(p[i]);
		upper += is_upper(p[i]);
	}
	n->letters += letters;
	n->upper += upper;
}

static void
count_all(struct count *n, struct str text)
{
	size_t from = 0;

	for (size_t i = 0; i <= text.n; i++) {
		if (i < text.n && !is_space(text.p[i]))
			continue;
		if (i > from)
			count_word(n, (struct str){ text.p + from, i - from });
		from = i + 1;
	}
}

/* A headline neither shouts nor exclaims. */
static bool
is_headline(const struct count *n, struct str text)
{
	return n->words >= HEADLINE_WORDS && !memchr(text.p, '!', text.n) &&
	    n->capital * 100 >= n->words * HEADLINE_SHARE &&
	    n->upper * 100 < n->letters * SHOUTING_SHARE;
}

/* Where a quotation may be open: the first cue that would stand in it. */
struct quotation {
	uint32_t closes; /* the mark that ends it; 0: none is open */
	size_t first;
};

static uint32_t
closing_mark(uint32_t c)
{
	switch (c) {
	case '"':
		return '"';
	case 0x201C: /* left double quotation mark */
		return 0x201D;
	case 0x00AB: /* left guillemet */
		return 0x00BB;
	default:
		return 0;
	}
}

/* What is quoted is not the author's own; a line's end ends it, too: then it
 * was no quotation. */
static void
quote(struct evidence *ev, struct quotation *q, uint32_t c, size_t next)
{
	if (q->closes && c == q->closes) {
		for (size_t i = q->first; i < next; i++) {
			ev->cues[i].own = false;
			ev->quoted = true;
		}
		q->closes = 0;
	} else if (c == '\n') {
		q->closes = 0;
	} else if (!q->closes && closing_mark(c)) {
		q->closes = closing_mark(c);
		q->first = next;
	}
}

static bool
ends_clause(uint32_t c)
{
	switch (c) {
	case '.':
	case '!':
	case '?':
	case '\n':
	case ':':
	case ';':
	case ',':
		return true;
	default:
		return false;
	}
}

/* Where cue number i of the field stands; -1: there is none. */
static int64_t
due_at(const struct evidence *ev, size_t i, unsigned field)
{
	return i < ev->n_cues && ev->cues[i].where == field
	    ? ev->cues[i].from : -1;
}

/* Cues come in the order of the text.  One begins a sentence if only marks
 * stand between it and the end of the one before. */
static void
walk(struct evidence *ev, struct str text, unsigned field)
{
	struct quotation q = { 0 };
	bool fresh = true;
	size_t next = 0;
	int64_t at = 0, due;

	while (next < ev->n_cues && ev->cues[next].where != field)
		next++;
	due = due_at(ev, next, field);
	if (due < 0)
		return;
	for (; text.n && (due >= 0 || q.closes); at++) {
		uint32_t c;

		for (; at == due; due = due_at(ev, ++next, field))
			ev->cues[next].opens = fresh;
		c = utf8_next(&text);
		quote(ev, &q, c, next);
		if (ends_clause(c))
			fresh = true;
		else if (is_letter(c) || (c >= '0' && c <= '9'))
			fresh = false;
	}
}

void
shape_look(struct evidence *ev, yyjson_val *object)
{
	struct str content = json_get(object, "content");
	struct str name = json_get(object, "name");
	struct str text = content.n ? content : name;
	struct count n = { 0 };

	count_all(&n, text);
	ev->headline = text.n && is_headline(&n, text);
	ev->bare = n.words == 0;
	walk(ev, name, NAME_TITLE);
	walk(ev, content, NAME_CONTENT);
}
