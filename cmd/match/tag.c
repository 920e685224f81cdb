/* The part of spell.h that takes a tag apart: #AyoCoblos, #ayocoblos2. */
#include "spell.h"

enum { PARTS = 32, TAG_MAX = 64, FAR = 255 };

struct parts {
	uint8_t at[PARTS + 1]; /* where each begins, and the end of the last */
	size_t n;
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Does a part begin at i?  At a capital behind a small letter, at the last
 * capital of several, and where digits begin that end the tag, or end that
 * began it; other digits are read as letters. */
static bool
begins(struct str t, size_t i)
{
	char before = t.p[i - 1], here = t.p[i];
	size_t k = i;

	if (is_upper(here) && !is_upper(before) && !is_digit(before))
		return true;
	if (is_upper(here) && is_upper(before) && i + 1 < t.n &&
	    !is_upper(t.p[i + 1]) && !is_digit(t.p[i + 1]))
		return true;
	if (is_digit(here) == is_digit(before))
		return false;
	if (is_digit(here)) {
		while (k < t.n && is_digit(t.p[k]))
			k++;
		return k == t.n;
	}
	while (k && is_digit(t.p[k - 1]))
		k--;
	return k == 0;
}

static void
cut(struct str t, struct parts *parts)
{
	parts->n = 0;
	for (size_t i = 0; i < t.n && parts->n < PARTS; i++)
		if (i == 0 || begins(t, i))
			parts->at[parts->n++] = (uint8_t)i;
	parts->at[parts->n] = (uint8_t)t.n;
}

/* t has 16 bytes more to be read. */
static uint32_t
known(const struct phrases *p, struct str t)
{
	struct phrases_key key = phrases_key_wide(t.p, t.n);
	uint64_t hash = phrases_hash(key);

	return phrases_seen(p, hash) ? phrases_find(p, key, hash, t)
	                             : PHRASES_NONE;
}

/* Words that ran together: the fewest known ones that are all of t, two at
 * least, of so many letters each, or of digits: "salam2jari".  Returns false
 * if there are none. */
static bool
divide(const struct phrases *p, struct str t, size_t least,
    struct parts *parts)
{
	uint8_t words[TAG_MAX + 1], from[TAG_MAX + 1];

	memset(words, FAR, sizeof(words));
	words[0] = 0;
	for (size_t i = 0; i + 1 < t.n; i++)
		for (size_t n = is_digit(t.p[i]) ? 1 : least;
		     words[i] < PARTS && i + n <= t.n && n <= p->longest;
		     n++) {
			struct str w = { t.p + i, n };

			if (n == t.n || words[i] + 1 >= words[i + n] ||
			    known(p, w) == PHRASES_NONE)
				continue;
			words[i + n] = (uint8_t)(words[i] + 1);
			from[i + n] = (uint8_t)i;
		}
	if (words[t.n] == FAR)
		return false;
	parts->n = words[t.n];
	parts->at[parts->n] = (uint8_t)t.n;
	for (size_t k = parts->n, at = t.n; k--; at = from[at])
		parts->at[k] = from[at];
	return true;
}

/* Take apart further what is no known word, or all of a tag that is one, as
 * "#cintamenang" may be: not into syllables.  All parts in the end. */
static struct parts
all_parts(const struct phrases *p, struct str t)
{
	struct parts first, inner, all = { .n = 0 };

	cut(t, &first);
	for (size_t i = 0; i < first.n; i++) {
		struct str w = { t.p + first.at[i],
			(size_t)(first.at[i + 1] - first.at[i]) };
		bool is_word = known(p, w) != PHRASES_NONE;

		if ((is_word && first.n > 1) || w.n < 4 || is_digit(w.p[0]) ||
		    !divide(p, w, is_word ? 3 : 2, &inner) ||
		    all.n + inner.n + first.n - i > PARTS) {
			all.at[all.n++] = first.at[i];
			continue;
		}
		for (size_t k = 0; k < inner.n; k++)
			all.at[all.n++] = (uint8_t)(first.at[i] +
			    inner.at[k]);
	}
	all.at[all.n] = (uint8_t)t.n;
	return all;
}

/* The edge of part i, and with it from before the '#' if it is the first. */
static void
add_part(const struct spelling *s, const struct phrases *p, struct edge e,
    struct str w, struct lattice *l)
{
	e.word = known(p, w);
	if (e.word != PHRASES_NONE)
		lattice_add(l, e);
	else if (w.n > 2)
		spell_odd(s, p, e, w, l);
}

void
spell_tag(const struct spelling *s, const struct phrases *p,
    const struct token *t, uint32_t node, enum gap gap, struct lattice *l)
{
	uint32_t base = node << NODE_SHIFT;
	char room[TAG_MAX + 16];
	struct str text = { room, t->text.n };
	struct parts parts;

	if (!(t->has & TOKEN_PLAIN) || text.n > TAG_MAX)
		return;
	memcpy(room, t->text.p, text.n);
	memset(room + text.n, 0, 16);
	parts = all_parts(p, text);
	for (size_t i = 0; i < parts.n; i++) {
		bool last = i + 1 == parts.n;
		struct edge e = { 0, base + (uint32_t)i,
			last ? (node + 1) << NODE_SHIFT
			     : base + (uint32_t)i + 1,
			t->from + parts.at[i], t->from + parts.at[i + 1],
			i ? GAP_SPACE : GAP_NONE, HOW_HASHTAG, false };
		struct str w = { text.p + parts.at[i],
			(size_t)(parts.at[i + 1] - parts.at[i]) };

		if (parts.n > 1)
			add_part(s, p, e, w, l);
		if (i || gap == GAP_NONE)
			continue;
		e.from_node -= 1u << NODE_SHIFT;
		e.gap = (uint8_t)gap;
		e.inner = true;
		add_part(s, p, e, w, l);
	}
}
