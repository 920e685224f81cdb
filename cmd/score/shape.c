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

static bool
is_space(uint32_t c)
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
	struct str rest = word;
	uint32_t c = utf8_next(&rest);

	if (c == '#' || c == '@' || str_starts(word, STR("http")))
		return;
	while (!is_letter(c) && rest.n)
		c = utf8_next(&rest);
	if (!is_letter(c))
		return;
	n->words++;
	n->capital += is_upper(c);
	for (rest = word; rest.n;) {
		c = utf8_next(&rest);
		n->letters += is_letter(c);
		n->upper += is_upper(c);
	}
}

static bool
is_headline(struct str text)
{
	struct count n = { 0 };
	size_t from = 0;

	for (size_t i = 0; i <= text.n; i++) {
		if (i < text.n && !is_space((unsigned char)text.p[i]))
			continue;
		if (i > from)
			count_word(&n, (struct str){ text.p + from, i - from });
		from = i + 1;
	}
	return n.words >= HEADLINE_WORDS &&
	    n.capital * 100 >= n.words * HEADLINE_SHARE &&
	    n.upper * 100 < n.letters * SHOUTING_SHARE;
}

/* Cues come in the order of the text; one begins a sentence if only marks
 * stand between it and the end of the one before. */
static void
mark_openings(struct evidence *ev, struct str text)
{
	bool fresh = true;
	size_t next = 0;
	int64_t at = 0;

	for (; text.n; at++) {
		uint32_t c;

		for (; next < ev->n_cues && ev->cues[next].from <= at; next++)
			if (ev->cues[next].from == at && fresh &&
			    str_eq(ev->cues[next].field, STR("object.content")))
				ev->cues[next].opens = true;
		c = utf8_next(&text);
		if (c == '.' || c == '!' || c == '?' || c == '\n' || c == ':' ||
		    c == ';' || c == ',')
			fresh = true;
		else if (is_letter(c) || (c >= '0' && c <= '9'))
			fresh = false;
	}
}

void
shape_look(struct evidence *ev, yyjson_val *object)
{
	struct str text = json_get(object, "content");

	if (!text.n)
		text = json_get(object, "name");
	ev->headline = text.n && is_headline(text);
	mark_openings(ev, text);
}
