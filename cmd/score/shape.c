#include "shape.h"

#include "json.h"
#include "utf8.h"

enum {
	HEADLINE_WORDS = 3,   /* fewer words have no shape         */
	HEADLINE_SHARE = 70,  /* percent of them with a capital    */
	SHOUTING_SHARE = 60,  /* percent of capitals among letters */
	EMOJI_MAX = 60,       /* bytes of an emoji's name          */
};

static bool
is_upper(uint32_t c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_latin(uint32_t c)
{
	return (c | 0x20) - 'a' < 26;
}

/* The first byte of a letter; of UTF-8 others follow it. */
static bool
begins_letter(unsigned char c)
{
	return is_latin(c) || c >= 0xC3;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Behind "<Victory Hand>", as tools write that replace an emoji by its name. */
static size_t
behind_emoji(struct str text, size_t at)
{
	size_t i = at;

	while (i < text.n && text.p[i] != '>' && i - at < EMOJI_MAX)
		i++;
	return i < text.n && text.p[i] == '>' ? i + 1 : at;
}

/* The next word of the text from *at on, without addresses, tags, handles and
 * names of emoji; empty after the last. */
static struct str
next_word(struct str text, size_t *at)
{
	struct str word = { 0 };
	size_t from;

	if (!text.n)
		return word;
	do {
		while (*at < text.n && is_space(text.p[*at]))
			++*at;
		from = *at;
		if (from < text.n && text.p[from] == '<')
			*at = behind_emoji(text, from);
		while (*at < text.n && !is_space(text.p[*at]))
			++*at;
		word = (struct str){ text.p + from, *at - from };
	} while (word.n && (*word.p == '#' || *word.p == '@' ||
	    *word.p == '<' || str_starts(word, STR("http"))));
	return word;
}

/* Its first letter; 0: it has none. */
static unsigned char
first_letter(struct str word)
{
	for (; word.n; word = str_skip(word, 1))
		if (begins_letter((unsigned char)*word.p))
			return (unsigned char)*word.p;
	return 0;
}

static bool
is_shouted(struct str text)
{
	size_t letters = 0, upper = 0, at = 0;
	struct str word;

	while ((word = next_word(text, &at)).n)
		for (size_t i = 0; i < word.n; i++) {
			letters += begins_letter((unsigned char)word.p[i]);
			upper += is_upper((unsigned char)word.p[i]);
		}
	return upper * 100 >= letters * SHOUTING_SHARE;
}

/* Does a candidate's name stand there?  It has capitals in any text. */
static bool
is_name(const struct evidence *ev, unsigned field, int64_t from, int64_t to)
{
	for (size_t i = 0; i < ev->n_targets; i++) {
		const struct sign *s = &ev->targets[i];

		if (s->where == field && s->from < to && from < s->to)
			return true;
	}
	return false;
}

/* Behind this word every text has a capital. */
static bool
ends_sentence(struct str word)
{
	return word.p[word.n - 1] == '.' || word.p[word.n - 1] == '?';
}

/* Most words with a capital that need none; a headline neither shouts nor
 * exclaims. */
static bool
is_headline(const struct evidence *ev, struct str text, unsigned field)
{
	size_t words = 0, capital = 0, at = 0, seen = 0;
	bool first = true;
	int64_t from, to = 0; /* code points */
	struct str word;

	if (!text.n || memchr(text.p, '!', text.n))
		return false;
	while ((word = next_word(text, &at)).n) {
		unsigned char c = first_letter(word);
		bool counts = c && !first;

		first = ends_sentence(word);
		from = to + (int64_t)utf8_count((struct str){ text.p + seen,
		    at - word.n - seen });
		to = from + (int64_t)utf8_count(word);
		seen = at;
		if (!counts || is_name(ev, field, from, to))
			continue;
		words++;
		capital += is_upper(c);
	}
	return words >= HEADLINE_WORDS &&
	    capital * 100 >= words * HEADLINE_SHARE && !is_shouted(text);
}

/* Does it hold the address of a post that people take themselves? */
static bool
shows_own_post(const struct pack *p, struct str text)
{
	const char *at;

	while (text.n && (at = memmem(text.p, text.n, "://", 3))) {
		text = str_skip(text, (size_t)(at - text.p) + 3);
		if (str_starts(text, STR("www.")))
			text = str_skip(text, 4);
		for (size_t i = 0; i < p->n_own_posts; i++)
			if (str_starts(text, p->own_posts[i]))
				return true;
	}
	return false;
}

static bool
is_bare(struct str text)
{
	struct str word;
	size_t at = 0;

	while ((word = next_word(text, &at)).n)
		if (first_letter(word))
			return false;
	return true;
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

/* Do only marks stand between byte i and the end of the clause before it? */
static bool
opens(struct str text, size_t i)
{
	while (i--) {
		unsigned char c = (unsigned char)text.p[i];

		if (ends_clause(c))
			return true;
		if (begins_letter(c) || (c >= '0' && c <= '9'))
			return false;
	}
	return true;
}

/* The cues of one field stand side by side, in the order of its text. */
struct row {
	size_t from, to; /* cues */
};

static struct row
row_of(const struct evidence *ev, unsigned field)
{
	struct row r = { 0, 0 };

	while (r.from < ev->n_cues && ev->cues[r.from].where != field)
		r.from++;
	for (r.to = r.from; r.to < ev->n_cues &&
	     ev->cues[r.to].where == field;)
		r.to++;
	return r;
}

static void
find_clauses(struct evidence *ev, struct row r, struct str text)
{
	struct str rest = text;
	uint32_t clause = 0;
	int64_t at = 0;

	for (size_t i = r.from; i < r.to; i++) {
		for (; rest.n && at < ev->cues[i].from; at++)
			clause += ends_clause(utf8_next(&rest));
		ev->cues[i].clause = clause;
		ev->cues[i].opens = at == ev->cues[i].from &&
		    opens(text, text.n - rest.n);
	}
}

static bool
has_byte(struct str text, unsigned char c)
{
	return text.n && memchr(text.p, c, text.n);
}

static void
find_quotations(struct evidence *ev, struct row r, struct str text)
{
	struct quotation q = { 0 };
	size_t next = r.from;

	/* The marks begin with one of these. */
	if (!has_byte(text, '"') && !has_byte(text, 0xE2) &&
	    !has_byte(text, 0xC2))
		return;
	for (int64_t at = 0; text.n && (next < r.to || q.closes); at++) {
		while (next < r.to && ev->cues[next].from <= at)
			next++;
		quote(ev, &q, utf8_next(&text), next);
	}
}

static void
look_at(struct evidence *ev, struct str text, unsigned field)
{
	struct row r = row_of(ev, field);

	if (r.from == r.to)
		return;
	find_clauses(ev, r, text);
	find_quotations(ev, r, text);
}

void
shape_look(struct evidence *ev, const struct pack *p, yyjson_val *object)
{
	struct str content = json_get(object, "content");
	struct str name = json_get(object, "name");
	struct str text = content.n ? content : name;

	ev->headline = is_headline(ev, text,
	    content.n ? NAME_CONTENT : NAME_TITLE) && !shows_own_post(p, text);
	ev->bare = is_bare(text);
	look_at(ev, name, NAME_TITLE);
	look_at(ev, content, NAME_CONTENT);
}
